// RUN: dlc-check %s
// Numbers by hand.
dlc.program @reverse dims {n = 33 : i64} {
  dlc.entry @value inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>], check.expect = [dense<[[3.0, 2.0, 1.0], [6.0, 5.0, 4.0]]> : tensor<2x3xf32>]} {
  ^bb0(%x: tensor<2x3xf32>):
    %y = dlc.reverse %x dims = [1] : tensor<2x3xf32>
    dlc.yield %y : tensor<2x3xf32>
  }
  dlc.entry @both inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xi64>], check.expect = [dense<[[6, 5, 4], [3, 2, 1]]> : tensor<2x3xi64>]} {
  ^bb0(%x: tensor<2x3xi64>):
    %y = dlc.reverse %x dims = [0, 1] : tensor<2x3xi64>
    dlc.yield %y : tensor<2x3xi64>
  }
  dlc.entry @rows inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x7xf64, #dlc.live<n, *>>):
    %r = dlc.reverse %x dims = [1] : tensor<33x7xf64, #dlc.live<n, *>>
    %y = dlc.mul %r, %x : tensor<33x7xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf64, #dlc.live<n, *>>
  }
  dlc.entry @wide inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<3x17xf64>):
    %r = dlc.reverse %x dims = [0, 1] : tensor<3x17xf64>
    %y = dlc.mul %r, %x : tensor<3x17xf64>
    dlc.yield %y : tensor<3x17xf64>
  }
  dlc.entry @one inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<1xf64>):
    %r = dlc.reverse %x dims = [0] : tensor<1xf64>
    %y = dlc.mul %r, %x : tensor<1xf64>
    dlc.yield %y : tensor<1xf64>
  }
}
