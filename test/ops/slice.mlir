// RUN: dlc-check %s
// Numbers by hand.
dlc.program @slice dims {n = 33 : i64} {
  dlc.entry @value inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]> : tensor<3x4xi32>], check.expect = [dense<[[4, 7], [8, 11]]> : tensor<2x2xi32>]} {
  ^bb0(%x: tensor<3x4xi32>):
    %y = dlc.slice %x starts = [1, 0] sizes = [2, 2] strides = [1, 3] : tensor<3x4xi32>
    dlc.yield %y : tensor<2x2xi32>
  }
  dlc.entry @rows inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x7xf64, #dlc.live<n, *>>):
    %s = dlc.slice %x starts = [0, 1] sizes = [33, 3] strides = [1, 2] : tensor<33x7xf64, #dlc.live<n, *>>
    %y = dlc.mul %s, %s : tensor<33x3xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x3xf64, #dlc.live<n, *>>
  }
  dlc.entry @last inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<17xf64>):
    %s = dlc.slice %x starts = [16] sizes = [1] strides = [1] : tensor<17xf64>
    %y = dlc.mul %s, %s : tensor<1xf64>
    dlc.yield %y : tensor<1xf64>
  }
  dlc.entry @strided inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<17xf64>):
    %s = dlc.slice %x starts = [1] sizes = [6] strides = [3] : tensor<17xf64>
    %y = dlc.mul %s, %s : tensor<6xf64>
    dlc.yield %y : tensor<6xf64>
  }
  dlc.entry @block inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<5x6xf64>):
    %s = dlc.slice %x starts = [1, 2] sizes = [3, 4] strides = [1, 1] : tensor<5x6xf64>
    %y = dlc.mul %s, %s : tensor<3x4xf64>
    dlc.yield %y : tensor<3x4xf64>
  }
  // Two overlapping pieces of one value.
  dlc.entry @overlap inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<17xf32>):
    %e = dlc.exp %x : tensor<17xf32>
    %a = dlc.slice %e starts = [0] sizes = [8] strides = [1] : tensor<17xf32>
    %b = dlc.slice %e starts = [4] sizes = [8] strides = [1] : tensor<17xf32>
    %y = dlc.mul %a, %b : tensor<8xf32>
    dlc.yield %y : tensor<8xf32>
  }
}
