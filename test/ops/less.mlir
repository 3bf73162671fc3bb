// RUN: dlc-check %s
// A comparison with NaN is false, except not_equal. Numbers by hand.
dlc.program @less dims {n = 33 : i64} {
  dlc.entry @singles inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[1.0, 2.0, 2.0, 0x7FC00000, 1.0, 0x7FC00000, 0.0, 0x7F800000, 0xFF800000]> : tensor<9xf32>,
                    dense<[2.0, 1.0, 2.0, 1.0, 0x7FC00000, 0x7FC00000, -0.0, 0x7F800000, 0x7F800000]> : tensor<9xf32>],
    check.expect = [dense<[true, false, false, false, false, false, false, false, true]> : tensor<9xi1>]} {
  ^bb0(%a: tensor<9xf32>, %b: tensor<9xf32>):
    %y = dlc.less %a, %b : tensor<9xf32>
    dlc.yield %y : tensor<9xi1>
  }
  dlc.entry @doubles inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[1.0, 2.0, 2.0, 0x7FF8000000000000, 1.0, 0x7FF8000000000000, 0.0, 0x7FF0000000000000, 0xFFF0000000000000]> : tensor<9xf64>,
                    dense<[2.0, 1.0, 2.0, 1.0, 0x7FF8000000000000, 0x7FF8000000000000, -0.0, 0x7FF0000000000000, 0x7FF0000000000000]> : tensor<9xf64>],
    check.expect = [dense<[true, false, false, false, false, false, false, false, true]> : tensor<9xi1>]} {
  ^bb0(%a: tensor<9xf64>, %b: tensor<9xf64>):
    %y = dlc.less %a, %b : tensor<9xf64>
    dlc.yield %y : tensor<9xi1>
  }
  dlc.entry @i32 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[1, 2, 2, -1, -5, 2147483647]> : tensor<6xi32>,
                    dense<[2, 1, 2, 1, -5, -2147483648]> : tensor<6xi32>],
    check.expect = [dense<[true, false, false, true, false, false]> : tensor<6xi1>]} {
  ^bb0(%a: tensor<6xi32>, %b: tensor<6xi32>):
    %y = dlc.less %a, %b : tensor<6xi32>
    dlc.yield %y : tensor<6xi1>
  }
  dlc.entry @i64 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[1, 2, 2, -1, -5, 2147483647, 9007199254740993]> : tensor<7xi64>,
                    dense<[2, 1, 2, 1, -5, -2147483648, 9007199254740992]> : tensor<7xi64>],
    check.expect = [dense<[true, false, false, true, false, false, false]> : tensor<7xi1>]} {
  ^bb0(%a: tensor<7xi64>, %b: tensor<7xi64>):
    %y = dlc.less %a, %b : tensor<7xi64>
    dlc.yield %y : tensor<7xi1>
  }
  dlc.entry @rows inputs ["a", "b"] states [] results ["y"] {
  ^bb0(%a: tensor<33x7xf32, #dlc.live<n, *>>, %b: tensor<33x7xf32, #dlc.live<n, *>>):
    %y = dlc.less %a, %b : tensor<33x7xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xi1, #dlc.live<n, *>>
  }
  dlc.entry @scalar inputs ["a", "b"] states [] results ["y"] {
  ^bb0(%a: tensor<f32>, %b: tensor<f32>):
    %y = dlc.less %a, %b : tensor<f32>
    dlc.yield %y : tensor<i1>
  }
}
