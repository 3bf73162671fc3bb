// RUN: dlc-check %s
// Numbers by hand.
dlc.program @permute dims {n = 33 : i64} {
  dlc.entry @value inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>], check.expect = [dense<[[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]]> : tensor<3x2xf32>]} {
  ^bb0(%x: tensor<2x3xf32>):
    %y = dlc.permute %x perm = [1, 0] : tensor<2x3xf32>
    dlc.yield %y : tensor<3x2xf32>
  }
  dlc.entry @cycle inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]], [[12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]]> : tensor<2x3x4xi32>],
    check.expect = [dense<[[[0, 4, 8], [12, 16, 20]], [[1, 5, 9], [13, 17, 21]], [[2, 6, 10], [14, 18, 22]], [[3, 7, 11], [15, 19, 23]]]> : tensor<4x2x3xi32>]} {
  ^bb0(%x: tensor<2x3x4xi32>):
    %y = dlc.permute %x perm = [2, 0, 1] : tensor<2x3x4xi32>
    dlc.yield %y : tensor<4x2x3xi32>
  }
  dlc.entry @rows inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x7xf64, #dlc.live<n, *>>):
    %y = dlc.permute %x perm = [1, 0] : tensor<33x7xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<7x33xf64, #dlc.live<*, n>>
  }
  dlc.entry @rows_inside inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x7xf64, #dlc.live<n, *>>):
    %e = dlc.exp %x : tensor<33x7xf64, #dlc.live<n, *>>
    %p = dlc.permute %e perm = [1, 0] : tensor<33x7xf64, #dlc.live<n, *>>
    %y = dlc.mul %p, %p : tensor<7x33xf64, #dlc.live<*, n>>
    dlc.yield %y : tensor<7x33xf64, #dlc.live<*, n>>
  }
  dlc.entry @three inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x2x3xf64, #dlc.live<n, *, *>>):
    %y = dlc.permute %x perm = [2, 0, 1] : tensor<33x2x3xf64, #dlc.live<n, *, *>>
    dlc.yield %y : tensor<3x33x2xf64, #dlc.live<*, n, *>>
  }
  dlc.entry @three_inside inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x2x3xf64, #dlc.live<n, *, *>>):
    %e = dlc.exp %x : tensor<33x2x3xf64, #dlc.live<n, *, *>>
    %p = dlc.permute %e perm = [2, 0, 1] : tensor<33x2x3xf64, #dlc.live<n, *, *>>
    %y = dlc.mul %p, %p : tensor<3x33x2xf64, #dlc.live<*, n, *>>
    dlc.yield %y : tensor<3x33x2xf64, #dlc.live<*, n, *>>
  }
  dlc.entry @same inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x7xf64, #dlc.live<n, *>>):
    %y = dlc.permute %x perm = [0, 1] : tensor<33x7xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf64, #dlc.live<n, *>>
  }
  dlc.entry @same_inside inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x7xf64, #dlc.live<n, *>>):
    %e = dlc.exp %x : tensor<33x7xf64, #dlc.live<n, *>>
    %p = dlc.permute %e perm = [0, 1] : tensor<33x7xf64, #dlc.live<n, *>>
    %y = dlc.mul %p, %p : tensor<33x7xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf64, #dlc.live<n, *>>
  }
}
