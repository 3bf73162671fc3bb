// RUN: dlc-check %s
// Numbers by hand.
dlc.program @shift_right dims {n = 33 : i64} {
  dlc.entry @i32 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[1, -7, 5, 5, -5, 3]> : tensor<6xi32>, dense<[4, 3, 31, 32, 40, -1]> : tensor<6xi32>],
    check.expect = [dense<[0, -1, 0, 0, -1, 0]> : tensor<6xi32>]} {
  ^bb0(%a: tensor<6xi32>, %b: tensor<6xi32>):
    %y = dlc.shift_right %a, %b : tensor<6xi32>
    dlc.yield %y : tensor<6xi32>
  }
  dlc.entry @i64 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[1, -7, 5, 5, -5, 3]> : tensor<6xi64>, dense<[40, 3, 63, 64, 70, -1]> : tensor<6xi64>],
    check.expect = [dense<[0, -1, 0, 0, -1, 0]> : tensor<6xi64>]} {
  ^bb0(%a: tensor<6xi64>, %b: tensor<6xi64>):
    %y = dlc.shift_right %a, %b : tensor<6xi64>
    dlc.yield %y : tensor<6xi64>
  }
  dlc.entry @i8 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[1, 200, 5, 255]> : tensor<4xi8>, dense<[4, 3, 8, 100]> : tensor<4xi8>],
    check.expect = [dense<[0, 25, 0, 0]> : tensor<4xi8>]} {
  ^bb0(%a: tensor<4xi8>, %b: tensor<4xi8>):
    %y = dlc.shift_right %a, %b : tensor<4xi8>
    dlc.yield %y : tensor<4xi8>
  }
  dlc.entry @rows inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[-9, 9], [-2, 70]]} {
  ^bb0(%a: tensor<33x7xi32, #dlc.live<n, *>>, %b: tensor<33x7xi32, #dlc.live<n, *>>):
    %y = dlc.shift_right %a, %b : tensor<33x7xi32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xi32, #dlc.live<n, *>>
  }
  dlc.entry @wide inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[-9, 9], [-2, 70]]} {
  ^bb0(%a: tensor<33x17xi64, #dlc.live<n, *>>, %b: tensor<33x17xi64, #dlc.live<n, *>>):
    %y = dlc.shift_right %a, %b : tensor<33x17xi64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x17xi64, #dlc.live<n, *>>
  }
  dlc.entry @scalar inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[-9, 9], [-2, 70]]} {
  ^bb0(%a: tensor<i64>, %b: tensor<i64>):
    %y = dlc.shift_right %a, %b : tensor<i64>
    dlc.yield %y : tensor<i64>
  }
}
