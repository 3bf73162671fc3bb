// RUN: dlc-check %s
// The whole table.
dlc.program @and dims {n = 33 : i64} {
  dlc.entry @table inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[false, false, true, true]> : tensor<4xi1>, dense<[false, true, false, true]> : tensor<4xi1>],
    check.expect = [dense<[false, false, false, true]> : tensor<4xi1>]} {
  ^bb0(%a: tensor<4xi1>, %b: tensor<4xi1>):
    %y = dlc.and %a, %b : tensor<4xi1>
    dlc.yield %y : tensor<4xi1>
  }
  dlc.entry @rows inputs ["a", "b"] states [] results ["y"] {
  ^bb0(%a: tensor<33x7xi1, #dlc.live<n, *>>, %b: tensor<33x7xi1, #dlc.live<n, *>>):
    %y = dlc.and %a, %b : tensor<33x7xi1, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xi1, #dlc.live<n, *>>
  }
  dlc.entry @i32 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[12, -7, 0, -1, 2147483647]> : tensor<5xi32>, dense<[10, 3, 5, 6, -2147483648]> : tensor<5xi32>],
    check.expect = [dense<[8, 1, 0, 6, 0]> : tensor<5xi32>]} {
  ^bb0(%a: tensor<5xi32>, %b: tensor<5xi32>):
    %y = dlc.and %a, %b : tensor<5xi32>
    dlc.yield %y : tensor<5xi32>
  }
}
