// RUN: dlc-check %s
// The whole table.
dlc.program @not dims {n = 33 : i64} {
  dlc.entry @table inputs ["a"] states [] results ["y"] attributes {check.inputs = [dense<[false, true]> : tensor<2xi1>], check.expect = [dense<[true, false]> : tensor<2xi1>]} {
  ^bb0(%a: tensor<2xi1>):
    %y = dlc.not %a : tensor<2xi1>
    dlc.yield %y : tensor<2xi1>
  }
  dlc.entry @rows inputs ["a"] states [] results ["z"] attributes {check.same_as = @same} {
  ^bb0(%a: tensor<33x7xi1, #dlc.live<n, *>>):
    %y = dlc.not %a : tensor<33x7xi1, #dlc.live<n, *>>
    %z = dlc.not %y : tensor<33x7xi1, #dlc.live<n, *>>
    dlc.yield %z : tensor<33x7xi1, #dlc.live<n, *>>
  }
  dlc.entry @same inputs ["a"] states [] results ["a"] {
  ^bb0(%a: tensor<33x7xi1, #dlc.live<n, *>>):
    dlc.yield %a : tensor<33x7xi1, #dlc.live<n, *>>
  }
  dlc.entry @ints inputs ["a", "b"] states [] results ["y", "z"] attributes {
    check.inputs = [dense<[0, 5, -7]> : tensor<3xi64>, dense<[0, 5, 255]> : tensor<3xi8>],
    check.expect = [dense<[-1, -6, 6]> : tensor<3xi64>, dense<[255, 250, 0]> : tensor<3xi8>]} {
  ^bb0(%a: tensor<3xi64>, %b: tensor<3xi8>):
    %y = dlc.not %a : tensor<3xi64>
    %z = dlc.not %b : tensor<3xi8>
    dlc.yield %y, %z : tensor<3xi64>, tensor<3xi8>
  }
}
