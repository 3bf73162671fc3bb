// RUN: dlc-check %s
// Numbers by hand.
dlc.program @xor dims {n = 33 : i64} {
  dlc.entry @i32 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[12, -7, 0, -1, 2147483647]> : tensor<5xi32>, dense<[10, 3, 5, 6, -2147483648]> : tensor<5xi32>],
    check.expect = [dense<[6, -6, 5, -7, -1]> : tensor<5xi32>]} {
  ^bb0(%a: tensor<5xi32>, %b: tensor<5xi32>):
    %y = dlc.xor %a, %b : tensor<5xi32>
    dlc.yield %y : tensor<5xi32>
  }
  dlc.entry @i64 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[12, -7, 0, -1, 4611686018427387904]> : tensor<5xi64>, dense<[10, 3, 5, 6, 4611686018427387905]> : tensor<5xi64>],
    check.expect = [dense<[6, -6, 5, -7, 1]> : tensor<5xi64>]} {
  ^bb0(%a: tensor<5xi64>, %b: tensor<5xi64>):
    %y = dlc.xor %a, %b : tensor<5xi64>
    dlc.yield %y : tensor<5xi64>
  }
  dlc.entry @i8 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[12, 255, 200]> : tensor<3xi8>, dense<[10, 3, 170]> : tensor<3xi8>],
    check.expect = [dense<[6, 252, 98]> : tensor<3xi8>]} {
  ^bb0(%a: tensor<3xi8>, %b: tensor<3xi8>):
    %y = dlc.xor %a, %b : tensor<3xi8>
    dlc.yield %y : tensor<3xi8>
  }
  dlc.entry @i1 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[false, false, true, true]> : tensor<4xi1>, dense<[false, true, false, true]> : tensor<4xi1>],
    check.expect = [dense<[false, true, true, false]> : tensor<4xi1>]} {
  ^bb0(%a: tensor<4xi1>, %b: tensor<4xi1>):
    %y = dlc.xor %a, %b : tensor<4xi1>
    dlc.yield %y : tensor<4xi1>
  }
  dlc.entry @rows inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[-9, 9], [-9, 9]]} {
  ^bb0(%a: tensor<33x7xi32, #dlc.live<n, *>>, %b: tensor<33x7xi32, #dlc.live<n, *>>):
    %y = dlc.xor %a, %b : tensor<33x7xi32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xi32, #dlc.live<n, *>>
  }
  dlc.entry @wide inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[-9, 9], [-9, 9]]} {
  ^bb0(%a: tensor<33x17xi64, #dlc.live<n, *>>, %b: tensor<33x17xi64, #dlc.live<n, *>>):
    %y = dlc.xor %a, %b : tensor<33x17xi64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x17xi64, #dlc.live<n, *>>
  }
  dlc.entry @scalar inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[-9, 9], [-9, 9]]} {
  ^bb0(%a: tensor<i64>, %b: tensor<i64>):
    %y = dlc.xor %a, %b : tensor<i64>
    dlc.yield %y : tensor<i64>
  }
}
