// RUN: dlc-check %s
// Expected numbers by a Python loop nest.
dlc.program @max_pool dims {n = 5 : i64} {
  dlc.entry @tiles inputs ["x"] states [] results ["y", "i"] attributes {
    check.inputs = [dense<[[[[-2.0, 0.0, -6.0, 3.0], [6.0, -5.0, -7.0, -7.0], [-9.0, 3.0, 8.0, 0.0], [-8.0, -2.0, 7.0, 8.0]], [[2.0, -1.0, -4.0, -6.0], [-1.0, -3.0, -9.0, -1.0], [-1.0, -3.0, -4.0, 0.0], [0.0, 2.0, -7.0, 1.0]]]]> : tensor<1x2x4x4xf32>],
    check.expect = [dense<[[[[6.0, 3.0], [3.0, 8.0]], [[2.0, -1.0], [2.0, 1.0]]]]> : tensor<1x2x2x2xf32>, dense<[[[[2, 1], [1, 0]], [[0, 3], [3, 3]]]]> : tensor<1x2x2x2xi32>]} {
  ^bb0(%x: tensor<1x2x4x4xf32>):
    %y, %i = dlc.max_pool %x window = [2, 2] strides = [2, 2] dilations = [1, 1] : tensor<1x2x4x4xf32>
    dlc.yield %y, %i : tensor<1x2x2x2xf32>, tensor<1x2x2x2xi32>
  }
  dlc.entry @overlap inputs ["x"] states [] results ["y", "i"] attributes {
    check.inputs = [dense<[[[[3.0, 7.0, -2.0, -4.0, -2.0], [6.0, -1.0, -7.0, 8.0, 0.0], [-9.0, 0.0, 9.0, 0.0, 7.0], [-3.0, 4.0, 4.0, 0.0, 4.0]]]]> : tensor<1x1x4x5xf32>],
    check.expect = [dense<[[[[7.0, 9.0, 9.0, 8.0], [6.0, 9.0, 9.0, 8.0]]]]> : tensor<1x1x2x4xf32>, dense<[[[[1, 5, 4, 2], [0, 3, 2, 0]]]]> : tensor<1x1x2x4xi32>]} {
  ^bb0(%x: tensor<1x1x4x5xf32>):
    %y, %i = dlc.max_pool %x window = [3, 2] strides = [1, 1] dilations = [1, 1] : tensor<1x1x4x5xf32>
    dlc.yield %y, %i : tensor<1x1x2x4xf32>, tensor<1x1x2x4xi32>
  }
  dlc.entry @rest inputs ["x"] states [] results ["y", "i"] attributes {
    check.inputs = [dense<[[[[5.0, -4.0, -2.0, 0.0, -1.0], [-8.0, -7.0, -8.0, 5.0, -1.0], [7.0, 8.0, 6.0, 1.0, -5.0], [-3.0, -7.0, 4.0, -3.0, 5.0], [-1.0, -4.0, 2.0, 4.0, 9.0]]]]> : tensor<1x1x5x5xf64>],
    check.expect = [dense<[[[[5.0, 5.0], [8.0, 6.0]]]]> : tensor<1x1x2x2xf64>, dense<[[[[0, 3], [1, 0]]]]> : tensor<1x1x2x2xi32>]} {
  ^bb0(%x: tensor<1x1x5x5xf64>):
    %y, %i = dlc.max_pool %x window = [2, 2] strides = [2, 2] dilations = [1, 1] : tensor<1x1x5x5xf64>
    dlc.yield %y, %i : tensor<1x1x2x2xf64>, tensor<1x1x2x2xi32>
  }
  dlc.entry @gaps inputs ["x"] states [] results ["y", "i"] attributes {
    check.inputs = [dense<[[[[1.0, 8.0, -3.0, 1.0, -6.0, -8.0, -2.0], [-1.0, 9.0, -2.0, -6.0, 1.0, -4.0, 0.0], [5.0, -9.0, -8.0, 2.0, -7.0, 0.0, 1.0], [-9.0, 1.0, 0.0, 1.0, -5.0, 4.0, -7.0], [0.0, -3.0, 5.0, 0.0, -5.0, -1.0, 3.0], [-4.0, 1.0, 9.0, -9.0, 2.0, -8.0, 5.0]]]]> : tensor<1x1x6x7xf32>],
    check.expect = [dense<[[[[9.0, 1.0], [1.0, 1.0]]]]> : tensor<1x1x2x2xf32>, dense<[[[[3, 0], [1, 0]]]]> : tensor<1x1x2x2xi32>]} {
  ^bb0(%x: tensor<1x1x6x7xf32>):
    %y, %i = dlc.max_pool %x window = [2, 2] strides = [3, 3] dilations = [1, 1] : tensor<1x1x6x7xf32>
    dlc.yield %y, %i : tensor<1x1x2x2xf32>, tensor<1x1x2x2xi32>
  }
  dlc.entry @dilated inputs ["x"] states [] results ["y", "i"] attributes {
    check.inputs = [dense<[[[[-4.0, 2.0, 2.0, 0.0, 9.0, -6.0], [5.0, -3.0, 4.0, -3.0, -6.0, -8.0], [-8.0, -8.0, -4.0, -5.0, -8.0, 8.0], [6.0, 9.0, -2.0, 1.0, -8.0, -6.0], [7.0, 0.0, 4.0, -3.0, 6.0, -3.0], [-2.0, 5.0, 4.0, 6.0, -8.0, -2.0]]]]> : tensor<1x1x6x6xf32>],
    check.expect = [dense<[[[[9.0], [7.0], [4.0]]]]> : tensor<1x1x3x1xf32>, dense<[[[[2], [3], [4]]]]> : tensor<1x1x3x1xi32>]} {
  ^bb0(%x: tensor<1x1x6x6xf32>):
    %y, %i = dlc.max_pool %x window = [2, 3] strides = [1, 2] dilations = [3, 2] : tensor<1x1x6x6xf32>
    dlc.yield %y, %i : tensor<1x1x3x1xf32>, tensor<1x1x3x1xi32>
  }
  // The first of equal elements, the first NaN, and a window of the lowest.
  dlc.entry @ties inputs ["x"] states [] results ["y", "i"] attributes {
    check.inputs = [dense<[[[[1.0, 1.0, 0x7FC00000, 2.0], [1.0, 1.0, 0x7FC00000, 3.0], [0xFF800000, 0xFF800000, 0.0, 0x7FC00000], [0xFF800000, 0xFF800000, 5.0, 0x7FC00000]]]]> : tensor<1x1x4x4xf32>],
    check.expect = [dense<[[[[1.0, 0x7FC00000], [0xFF800000, 0x7FC00000]]]]> : tensor<1x1x2x2xf32>, dense<[[[[0, 0], [0, 1]]]]> : tensor<1x1x2x2xi32>]} {
  ^bb0(%x: tensor<1x1x4x4xf32>):
    %y, %i = dlc.max_pool %x window = [2, 2] strides = [2, 2] dilations = [1, 1] : tensor<1x1x4x4xf32>
    dlc.yield %y, %i : tensor<1x1x2x2xf32>, tensor<1x1x2x2xi32>
  }
  dlc.entry @gradient_tiles inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<5x3x8x6xf32, #dlc.live<n, *, *, *>>):
    %e = dlc.exp %x : tensor<5x3x8x6xf32, #dlc.live<n, *, *, *>>
    %y, %i = dlc.max_pool %e window = [2, 2] strides = [2, 2] dilations = [1, 1] : tensor<5x3x8x6xf32, #dlc.live<n, *, *, *>>
    dlc.yield %y : tensor<5x3x4x3xf32, #dlc.live<n, *, *, *>>
  }
  dlc.entry @gradient_rest inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<5x2x7x8xf64, #dlc.live<n, *, *, *>>):
    %e = dlc.exp %x : tensor<5x2x7x8xf64, #dlc.live<n, *, *, *>>
    %y, %i = dlc.max_pool %e window = [2, 3] strides = [2, 3] dilations = [1, 1] : tensor<5x2x7x8xf64, #dlc.live<n, *, *, *>>
    dlc.yield %y : tensor<5x2x3x2xf64, #dlc.live<n, *, *, *>>
  }
  dlc.entry @gradient_overlap inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<5x2x7x6xf64, #dlc.live<n, *, *, *>>):
    %e = dlc.exp %x : tensor<5x2x7x6xf64, #dlc.live<n, *, *, *>>
    %y, %i = dlc.max_pool %e window = [3, 2] strides = [2, 1] dilations = [1, 1] : tensor<5x2x7x6xf64, #dlc.live<n, *, *, *>>
    dlc.yield %y : tensor<5x2x3x5xf64, #dlc.live<n, *, *, *>>
  }
  dlc.entry @gradient_dilated inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<5x2x9x8xf64, #dlc.live<n, *, *, *>>):
    %e = dlc.exp %x : tensor<5x2x9x8xf64, #dlc.live<n, *, *, *>>
    %y, %i = dlc.max_pool %e window = [2, 2] strides = [2, 2] dilations = [2, 3] : tensor<5x2x9x8xf64, #dlc.live<n, *, *, *>>
    dlc.yield %y : tensor<5x2x4x3xf64, #dlc.live<n, *, *, *>>
  }
  dlc.entry @gradient_gaps inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<5x1x8x8xf32, #dlc.live<n, *, *, *>>):
    %e = dlc.exp %x : tensor<5x1x8x8xf32, #dlc.live<n, *, *, *>>
    %y, %i = dlc.max_pool %e window = [2, 2] strides = [3, 3] dilations = [1, 1] : tensor<5x1x8x8xf32, #dlc.live<n, *, *, *>>
    dlc.yield %y : tensor<5x1x3x3xf32, #dlc.live<n, *, *, *>>
  }
  dlc.entry @gradient_one inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<5x17x3x3xf64, #dlc.live<n, *, *, *>>):
    %e = dlc.exp %x : tensor<5x17x3x3xf64, #dlc.live<n, *, *, *>>
    %y, %i = dlc.max_pool %e window = [1, 1] strides = [1, 1] dilations = [1, 1] : tensor<5x17x3x3xf64, #dlc.live<n, *, *, *>>
    dlc.yield %y : tensor<5x17x3x3xf64, #dlc.live<n, *, *, *>>
  }
  dlc.entry @gradient_whole inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<5x3x4x4xf64, #dlc.live<n, *, *, *>>):
    %e = dlc.exp %x : tensor<5x3x4x4xf64, #dlc.live<n, *, *, *>>
    %y, %i = dlc.max_pool %e window = [4, 4] strides = [4, 4] dilations = [1, 1] : tensor<5x3x4x4xf64, #dlc.live<n, *, *, *>>
    dlc.yield %y : tensor<5x3x1x1xf64, #dlc.live<n, *, *, *>>
  }
  // The gradient's own gradient.
  dlc.entry @second inputs ["x"] states [] results ["g"] attributes {check.gradient} {
  ^bb0(%x: tensor<2x2x4x4xf64>):
    %y, %i = dlc.max_pool %x window = [2, 2] strides = [2, 2] dilations = [1, 1] : tensor<2x2x4x4xf64>
    %c = dlc.mul %y, %y : tensor<2x2x2x2xf64>
    %q = dlc.mul %c, %y : tensor<2x2x2x2xf64>
    %s = dlc.reduce_sum %q dims = [0, 1, 2, 3] : tensor<2x2x2x2xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<2x2x4x4xf64>)
    dlc.yield %g : tensor<2x2x4x4xf64>
  }
  // The gradient of equal elements goes to the first, as in PyTorch.
  dlc.entry @tie_gradient inputs ["x"] states [] results ["g"] attributes {check.inputs = [dense<[[[[1.0, 3.0], [3.0, 3.0]]]]> : tensor<1x1x2x2xf64>], check.expect = [dense<[[[[0.0, 1.0], [0.0, 0.0]]]]> : tensor<1x1x2x2xf64>]} {
  ^bb0(%x: tensor<1x1x2x2xf64>):
    %y, %i = dlc.max_pool %x window = [2, 2] strides = [2, 2] dilations = [1, 1] : tensor<1x1x2x2xf64>
    %s = dlc.reduce_sum %y dims = [0, 1, 2, 3] : tensor<1x1x1x1xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<1x1x2x2xf64>)
    dlc.yield %g : tensor<1x1x2x2xf64>
  }
  // One and three spatial dims.
  dlc.entry @line inputs ["x"] states [] results ["y", "index"] attributes {check.inputs = [dense<[[[1.0, 4.0, 2.0, 8.0, 5.0, 7.0, 0.0]]]> : tensor<1x1x7xf64>], check.expect = [dense<[[[4.0, 8.0, 7.0]]]> : tensor<1x1x3xf64>, dense<[[[1, 1, 1]]]> : tensor<1x1x3xi32>], check.gradient} {
  ^bb0(%x: tensor<1x1x7xf64>):
    %y, %i = dlc.max_pool %x window = [3] strides = [2] dilations = [1] : tensor<1x1x7xf64>
    dlc.yield %y, %i : tensor<1x1x3xf64>, tensor<1x1x3xi32>
  }
  dlc.entry @volume inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<5x2x4x5x6xf64, #dlc.live<n, *, *, *, *>>):
    %y, %i = dlc.max_pool %x window = [2, 2, 3] strides = [2, 2, 3] dilations = [1, 1, 1] : tensor<5x2x4x5x6xf64, #dlc.live<n, *, *, *, *>>
    dlc.yield %y : tensor<5x2x2x2x2xf64, #dlc.live<n, *, *, *, *>>
  }
  dlc.entry @overlapping_volume inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<2x1x4x5x4xf64>):
    %y, %i = dlc.max_pool %x window = [2, 3, 2] strides = [1, 2, 2] dilations = [2, 1, 1] : tensor<2x1x4x5x4xf64>
    dlc.yield %y : tensor<2x1x2x2x2xf64>
  }
}
