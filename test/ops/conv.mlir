// RUN: dlc-check %s
// Small integers, so exact; expected numbers by a Python loop nest.
dlc.program @conv dims {n = 5 : i64} {
  dlc.entry @value_0 inputs ["x", "w"] states [] results ["y"] attributes {
    check.inputs = [dense<[[[[-1.0, 4.0, -2.0], [1.0, 3.0, -3.0], [-4.0, 3.0, 0.0]]]]> : tensor<1x1x3x3xf32>,
                    dense<[[[[4.0, -1.0], [-1.0, 3.0]]]]> : tensor<1x1x2x2xf32>],
    check.expect = [dense<[[[[0.0, 6.0], [14.0, 12.0]]]]> : tensor<1x1x2x2xf32>]} {
  ^bb0(%x: tensor<1x1x3x3xf32>, %w: tensor<1x1x2x2xf32>):
    %y = dlc.conv %x, %w strides = [1, 1] dilations = [1, 1] : tensor<1x1x3x3xf32>, tensor<1x1x2x2xf32>
    dlc.yield %y : tensor<1x1x2x2xf32>
  }
  dlc.entry @value_1 inputs ["x", "w"] states [] results ["y"] attributes {
    check.inputs = [dense<[[[[4.0, 4.0, 3.0, 2.0, -2.0], [-1.0, -2.0, 4.0, 2.0, -4.0], [-3.0, -2.0, -4.0, 0.0, -4.0], [0.0, 3.0, 2.0, 2.0, 2.0]], [[3.0, -2.0, 1.0, -3.0, -4.0], [-2.0, 3.0, -1.0, 0.0, 2.0], [0.0, 2.0, 4.0, 2.0, 1.0], [4.0, 2.0, -1.0, 1.0, -4.0]]], [[[0.0, -2.0, 1.0, 4.0, -3.0], [-1.0, 0.0, 0.0, -3.0, -3.0], [3.0, 3.0, -3.0, 1.0, -3.0], [2.0, -2.0, -4.0, 0.0, 2.0]], [[2.0, -3.0, -4.0, -4.0, 2.0], [1.0, 4.0, 0.0, 4.0, -1.0], [-4.0, 0.0, -4.0, -3.0, -3.0], [4.0, -4.0, -1.0, 2.0, 0.0]]]]> : tensor<2x2x4x5xf32>,
                    dense<[[[[0.0, -2.0], [-4.0, 1.0], [1.0, 1.0]], [[-2.0, 2.0], [2.0, 3.0], [4.0, 2.0]]], [[[4.0, -3.0], [4.0, 0.0], [2.0, -1.0]], [[0.0, 2.0], [0.0, 4.0], [0.0, 4.0]]]]> : tensor<2x2x3x2xf32>],
    check.expect = [dense<[[[[-12.0, -12.0], [53.0, 3.0e+01]], [[12.0, 16.0], [9.0, 8.0]]], [[[2.0, -23.0], [-3.0, 6.0]], [[15.0, -19.0], [6.0, -7.0]]]]> : tensor<2x2x2x2xf32>]} {
  ^bb0(%x: tensor<2x2x4x5xf32>, %w: tensor<2x2x3x2xf32>):
    %y = dlc.conv %x, %w strides = [1, 2] dilations = [1, 1] : tensor<2x2x4x5xf32>, tensor<2x2x3x2xf32>
    dlc.yield %y : tensor<2x2x2x2xf32>
  }
  dlc.entry @value_2 inputs ["x", "w"] states [] results ["y"] attributes {
    check.inputs = [dense<[[[[1.0, -4.0, 2.0, 1.0, -4.0], [2.0, -2.0, -4.0, 1.0, 3.0], [1.0, 1.0, 0.0, 3.0, -4.0], [-4.0, -4.0, 1.0, 0.0, 3.0], [0.0, 1.0, -2.0, 1.0, -2.0]], [[1.0, 1.0, 0.0, 0.0, 2.0], [-3.0, -4.0, -2.0, 0.0, 4.0], [-1.0, 0.0, -1.0, 1.0, -2.0], [2.0, -3.0, -3.0, 1.0, 1.0], [-1.0, 3.0, -2.0, -3.0, 1.0]]]]> : tensor<1x2x5x5xf64>,
                    dense<[[[[-1.0, 3.0], [0.0, -1.0]], [[-3.0, -4.0], [4.0, -1.0]]], [[[1.0, -2.0], [0.0, 1.0]], [[-3.0, 1.0], [-2.0, 2.0]]], [[[0.0, 4.0], [0.0, 3.0]], [[1.0, 2.0], [0.0, 2.0]]]]> : tensor<3x2x2x2xf64>],
    check.expect = [dense<[[[[-25.0, -7.0], [-3.0, 2.0]], [[10.0, 7.0], [11.0, -3.0]], [[-10.0, 15.0], [12.0, 10.0]]]]> : tensor<1x3x2x2xf64>]} {
  ^bb0(%x: tensor<1x2x5x5xf64>, %w: tensor<3x2x2x2xf64>):
    %y = dlc.conv %x, %w strides = [2, 2] dilations = [2, 1] : tensor<1x2x5x5xf64>, tensor<3x2x2x2xf64>
    dlc.yield %y : tensor<1x3x2x2xf64>
  }
  dlc.entry @value_3 inputs ["x", "w"] states [] results ["y"] attributes {
    check.inputs = [dense<[[[[2.0]]]]> : tensor<1x1x1x1xf32>,
                    dense<[[[[-4.0]]]]> : tensor<1x1x1x1xf32>],
    check.expect = [dense<[[[[-8.0]]]]> : tensor<1x1x1x1xf32>]} {
  ^bb0(%x: tensor<1x1x1x1xf32>, %w: tensor<1x1x1x1xf32>):
    %y = dlc.conv %x, %w strides = [1, 1] dilations = [1, 1] : tensor<1x1x1x1xf32>, tensor<1x1x1x1xf32>
    dlc.yield %y : tensor<1x1x1x1xf32>
  }
  dlc.entry @value_4 inputs ["x", "w"] states [] results ["y"] attributes {
    check.inputs = [dense<[[[[2.0, -2.0, -1.0, -4.0], [3.0, 4.0, 2.0, 4.0], [-1.0, -4.0, 3.0, 4.0], [0.0, 4.0, 1.0, -1.0]]], [[[-3.0, 0.0, -3.0, -1.0], [-4.0, -4.0, 4.0, -1.0], [2.0, -4.0, -4.0, 3.0], [-3.0, -2.0, 4.0, 0.0]]]]> : tensor<2x1x4x4xf32>,
                    dense<[[[[-1.0, -4.0, 4.0, 4.0], [2.0, -4.0, -3.0, 1.0], [-2.0, 0.0, 4.0, 3.0], [-4.0, 1.0, -1.0, -1.0]]]]> : tensor<1x1x4x4xf32>],
    check.expect = [dense<[[[[4.0]]], [[[-23.0]]]]> : tensor<2x1x1x1xf32>]} {
  ^bb0(%x: tensor<2x1x4x4xf32>, %w: tensor<1x1x4x4xf32>):
    %y = dlc.conv %x, %w strides = [3, 3] dilations = [1, 1] : tensor<2x1x4x4xf32>, tensor<1x1x4x4xf32>
    dlc.yield %y : tensor<2x1x1x1xf32>
  }
  // Larger ones against one product per element of the kernel, summed.
  dlc.entry @plain inputs ["x", "w"] states [] results ["y"] attributes {check.same_as = @plain.sum, check.tolerance = 2.0e-5, check.gradient} {
  ^bb0(%x: tensor<5x3x8x9xf32, #dlc.live<n, *, *, *>>, %w: tensor<7x3x3x3xf32>):
    %y = dlc.conv %x, %w strides = [1, 1] dilations = [1, 1] : tensor<5x3x8x9xf32, #dlc.live<n, *, *, *>>, tensor<7x3x3x3xf32>
    dlc.yield %y : tensor<5x7x6x7xf32, #dlc.live<n, *, *, *>>
  }
  dlc.entry @plain.sum inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<5x3x8x9xf32, #dlc.live<n, *, *, *>>, %w: tensor<7x3x3x3xf32>):
    %x0_0 = dlc.slice %x starts = [0, 0, 0, 0] sizes = [5, 3, 6, 7] strides = [1, 1, 1, 1] : tensor<5x3x8x9xf32, #dlc.live<n, *, *, *>>
    %w0_0 = dlc.slice %w starts = [0, 0, 0, 0] sizes = [7, 3, 1, 1] strides = [1, 1, 1, 1] : tensor<7x3x3x3xf32>
    %v0_0 = dlc.reshape %w0_0 : tensor<7x3x1x1xf32> to tensor<7x3xf32>
    %p0_0 = dlc.contract %x0_0 [0, 4, 2, 3], %v0_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x3x6x7xf32, #dlc.live<n, *, *, *>>, tensor<7x3xf32>
    %x0_1 = dlc.slice %x starts = [0, 0, 0, 1] sizes = [5, 3, 6, 7] strides = [1, 1, 1, 1] : tensor<5x3x8x9xf32, #dlc.live<n, *, *, *>>
    %w0_1 = dlc.slice %w starts = [0, 0, 0, 1] sizes = [7, 3, 1, 1] strides = [1, 1, 1, 1] : tensor<7x3x3x3xf32>
    %v0_1 = dlc.reshape %w0_1 : tensor<7x3x1x1xf32> to tensor<7x3xf32>
    %p0_1 = dlc.contract %x0_1 [0, 4, 2, 3], %v0_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x3x6x7xf32, #dlc.live<n, *, *, *>>, tensor<7x3xf32>
    %s0_1 = dlc.add %p0_0, %p0_1 : tensor<5x7x6x7xf32, #dlc.live<n, *, *, *>>
    %x0_2 = dlc.slice %x starts = [0, 0, 0, 2] sizes = [5, 3, 6, 7] strides = [1, 1, 1, 1] : tensor<5x3x8x9xf32, #dlc.live<n, *, *, *>>
    %w0_2 = dlc.slice %w starts = [0, 0, 0, 2] sizes = [7, 3, 1, 1] strides = [1, 1, 1, 1] : tensor<7x3x3x3xf32>
    %v0_2 = dlc.reshape %w0_2 : tensor<7x3x1x1xf32> to tensor<7x3xf32>
    %p0_2 = dlc.contract %x0_2 [0, 4, 2, 3], %v0_2 [1, 4] -> [0, 1, 2, 3] : tensor<5x3x6x7xf32, #dlc.live<n, *, *, *>>, tensor<7x3xf32>
    %s0_2 = dlc.add %s0_1, %p0_2 : tensor<5x7x6x7xf32, #dlc.live<n, *, *, *>>
    %x1_0 = dlc.slice %x starts = [0, 0, 1, 0] sizes = [5, 3, 6, 7] strides = [1, 1, 1, 1] : tensor<5x3x8x9xf32, #dlc.live<n, *, *, *>>
    %w1_0 = dlc.slice %w starts = [0, 0, 1, 0] sizes = [7, 3, 1, 1] strides = [1, 1, 1, 1] : tensor<7x3x3x3xf32>
    %v1_0 = dlc.reshape %w1_0 : tensor<7x3x1x1xf32> to tensor<7x3xf32>
    %p1_0 = dlc.contract %x1_0 [0, 4, 2, 3], %v1_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x3x6x7xf32, #dlc.live<n, *, *, *>>, tensor<7x3xf32>
    %s1_0 = dlc.add %s0_2, %p1_0 : tensor<5x7x6x7xf32, #dlc.live<n, *, *, *>>
    %x1_1 = dlc.slice %x starts = [0, 0, 1, 1] sizes = [5, 3, 6, 7] strides = [1, 1, 1, 1] : tensor<5x3x8x9xf32, #dlc.live<n, *, *, *>>
    %w1_1 = dlc.slice %w starts = [0, 0, 1, 1] sizes = [7, 3, 1, 1] strides = [1, 1, 1, 1] : tensor<7x3x3x3xf32>
    %v1_1 = dlc.reshape %w1_1 : tensor<7x3x1x1xf32> to tensor<7x3xf32>
    %p1_1 = dlc.contract %x1_1 [0, 4, 2, 3], %v1_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x3x6x7xf32, #dlc.live<n, *, *, *>>, tensor<7x3xf32>
    %s1_1 = dlc.add %s1_0, %p1_1 : tensor<5x7x6x7xf32, #dlc.live<n, *, *, *>>
    %x1_2 = dlc.slice %x starts = [0, 0, 1, 2] sizes = [5, 3, 6, 7] strides = [1, 1, 1, 1] : tensor<5x3x8x9xf32, #dlc.live<n, *, *, *>>
    %w1_2 = dlc.slice %w starts = [0, 0, 1, 2] sizes = [7, 3, 1, 1] strides = [1, 1, 1, 1] : tensor<7x3x3x3xf32>
    %v1_2 = dlc.reshape %w1_2 : tensor<7x3x1x1xf32> to tensor<7x3xf32>
    %p1_2 = dlc.contract %x1_2 [0, 4, 2, 3], %v1_2 [1, 4] -> [0, 1, 2, 3] : tensor<5x3x6x7xf32, #dlc.live<n, *, *, *>>, tensor<7x3xf32>
    %s1_2 = dlc.add %s1_1, %p1_2 : tensor<5x7x6x7xf32, #dlc.live<n, *, *, *>>
    %x2_0 = dlc.slice %x starts = [0, 0, 2, 0] sizes = [5, 3, 6, 7] strides = [1, 1, 1, 1] : tensor<5x3x8x9xf32, #dlc.live<n, *, *, *>>
    %w2_0 = dlc.slice %w starts = [0, 0, 2, 0] sizes = [7, 3, 1, 1] strides = [1, 1, 1, 1] : tensor<7x3x3x3xf32>
    %v2_0 = dlc.reshape %w2_0 : tensor<7x3x1x1xf32> to tensor<7x3xf32>
    %p2_0 = dlc.contract %x2_0 [0, 4, 2, 3], %v2_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x3x6x7xf32, #dlc.live<n, *, *, *>>, tensor<7x3xf32>
    %s2_0 = dlc.add %s1_2, %p2_0 : tensor<5x7x6x7xf32, #dlc.live<n, *, *, *>>
    %x2_1 = dlc.slice %x starts = [0, 0, 2, 1] sizes = [5, 3, 6, 7] strides = [1, 1, 1, 1] : tensor<5x3x8x9xf32, #dlc.live<n, *, *, *>>
    %w2_1 = dlc.slice %w starts = [0, 0, 2, 1] sizes = [7, 3, 1, 1] strides = [1, 1, 1, 1] : tensor<7x3x3x3xf32>
    %v2_1 = dlc.reshape %w2_1 : tensor<7x3x1x1xf32> to tensor<7x3xf32>
    %p2_1 = dlc.contract %x2_1 [0, 4, 2, 3], %v2_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x3x6x7xf32, #dlc.live<n, *, *, *>>, tensor<7x3xf32>
    %s2_1 = dlc.add %s2_0, %p2_1 : tensor<5x7x6x7xf32, #dlc.live<n, *, *, *>>
    %x2_2 = dlc.slice %x starts = [0, 0, 2, 2] sizes = [5, 3, 6, 7] strides = [1, 1, 1, 1] : tensor<5x3x8x9xf32, #dlc.live<n, *, *, *>>
    %w2_2 = dlc.slice %w starts = [0, 0, 2, 2] sizes = [7, 3, 1, 1] strides = [1, 1, 1, 1] : tensor<7x3x3x3xf32>
    %v2_2 = dlc.reshape %w2_2 : tensor<7x3x1x1xf32> to tensor<7x3xf32>
    %p2_2 = dlc.contract %x2_2 [0, 4, 2, 3], %v2_2 [1, 4] -> [0, 1, 2, 3] : tensor<5x3x6x7xf32, #dlc.live<n, *, *, *>>, tensor<7x3xf32>
    %s2_2 = dlc.add %s2_1, %p2_2 : tensor<5x7x6x7xf32, #dlc.live<n, *, *, *>>
    dlc.yield %s2_2 : tensor<5x7x6x7xf32, #dlc.live<n, *, *, *>>
  }
  dlc.entry @stride inputs ["x", "w"] states [] results ["y"] attributes {check.same_as = @stride.sum, check.tolerance = 2.0e-5, check.gradient} {
  ^bb0(%x: tensor<5x3x9x8xf32, #dlc.live<n, *, *, *>>, %w: tensor<4x3x3x2xf32>):
    %y = dlc.conv %x, %w strides = [2, 3] dilations = [1, 1] : tensor<5x3x9x8xf32, #dlc.live<n, *, *, *>>, tensor<4x3x3x2xf32>
    dlc.yield %y : tensor<5x4x4x3xf32, #dlc.live<n, *, *, *>>
  }
  dlc.entry @stride.sum inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<5x3x9x8xf32, #dlc.live<n, *, *, *>>, %w: tensor<4x3x3x2xf32>):
    %x0_0 = dlc.slice %x starts = [0, 0, 0, 0] sizes = [5, 3, 4, 3] strides = [1, 1, 2, 3] : tensor<5x3x9x8xf32, #dlc.live<n, *, *, *>>
    %w0_0 = dlc.slice %w starts = [0, 0, 0, 0] sizes = [4, 3, 1, 1] strides = [1, 1, 1, 1] : tensor<4x3x3x2xf32>
    %v0_0 = dlc.reshape %w0_0 : tensor<4x3x1x1xf32> to tensor<4x3xf32>
    %p0_0 = dlc.contract %x0_0 [0, 4, 2, 3], %v0_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x3x4x3xf32, #dlc.live<n, *, *, *>>, tensor<4x3xf32>
    %x0_1 = dlc.slice %x starts = [0, 0, 0, 1] sizes = [5, 3, 4, 3] strides = [1, 1, 2, 3] : tensor<5x3x9x8xf32, #dlc.live<n, *, *, *>>
    %w0_1 = dlc.slice %w starts = [0, 0, 0, 1] sizes = [4, 3, 1, 1] strides = [1, 1, 1, 1] : tensor<4x3x3x2xf32>
    %v0_1 = dlc.reshape %w0_1 : tensor<4x3x1x1xf32> to tensor<4x3xf32>
    %p0_1 = dlc.contract %x0_1 [0, 4, 2, 3], %v0_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x3x4x3xf32, #dlc.live<n, *, *, *>>, tensor<4x3xf32>
    %s0_1 = dlc.add %p0_0, %p0_1 : tensor<5x4x4x3xf32, #dlc.live<n, *, *, *>>
    %x1_0 = dlc.slice %x starts = [0, 0, 1, 0] sizes = [5, 3, 4, 3] strides = [1, 1, 2, 3] : tensor<5x3x9x8xf32, #dlc.live<n, *, *, *>>
    %w1_0 = dlc.slice %w starts = [0, 0, 1, 0] sizes = [4, 3, 1, 1] strides = [1, 1, 1, 1] : tensor<4x3x3x2xf32>
    %v1_0 = dlc.reshape %w1_0 : tensor<4x3x1x1xf32> to tensor<4x3xf32>
    %p1_0 = dlc.contract %x1_0 [0, 4, 2, 3], %v1_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x3x4x3xf32, #dlc.live<n, *, *, *>>, tensor<4x3xf32>
    %s1_0 = dlc.add %s0_1, %p1_0 : tensor<5x4x4x3xf32, #dlc.live<n, *, *, *>>
    %x1_1 = dlc.slice %x starts = [0, 0, 1, 1] sizes = [5, 3, 4, 3] strides = [1, 1, 2, 3] : tensor<5x3x9x8xf32, #dlc.live<n, *, *, *>>
    %w1_1 = dlc.slice %w starts = [0, 0, 1, 1] sizes = [4, 3, 1, 1] strides = [1, 1, 1, 1] : tensor<4x3x3x2xf32>
    %v1_1 = dlc.reshape %w1_1 : tensor<4x3x1x1xf32> to tensor<4x3xf32>
    %p1_1 = dlc.contract %x1_1 [0, 4, 2, 3], %v1_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x3x4x3xf32, #dlc.live<n, *, *, *>>, tensor<4x3xf32>
    %s1_1 = dlc.add %s1_0, %p1_1 : tensor<5x4x4x3xf32, #dlc.live<n, *, *, *>>
    %x2_0 = dlc.slice %x starts = [0, 0, 2, 0] sizes = [5, 3, 4, 3] strides = [1, 1, 2, 3] : tensor<5x3x9x8xf32, #dlc.live<n, *, *, *>>
    %w2_0 = dlc.slice %w starts = [0, 0, 2, 0] sizes = [4, 3, 1, 1] strides = [1, 1, 1, 1] : tensor<4x3x3x2xf32>
    %v2_0 = dlc.reshape %w2_0 : tensor<4x3x1x1xf32> to tensor<4x3xf32>
    %p2_0 = dlc.contract %x2_0 [0, 4, 2, 3], %v2_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x3x4x3xf32, #dlc.live<n, *, *, *>>, tensor<4x3xf32>
    %s2_0 = dlc.add %s1_1, %p2_0 : tensor<5x4x4x3xf32, #dlc.live<n, *, *, *>>
    %x2_1 = dlc.slice %x starts = [0, 0, 2, 1] sizes = [5, 3, 4, 3] strides = [1, 1, 2, 3] : tensor<5x3x9x8xf32, #dlc.live<n, *, *, *>>
    %w2_1 = dlc.slice %w starts = [0, 0, 2, 1] sizes = [4, 3, 1, 1] strides = [1, 1, 1, 1] : tensor<4x3x3x2xf32>
    %v2_1 = dlc.reshape %w2_1 : tensor<4x3x1x1xf32> to tensor<4x3xf32>
    %p2_1 = dlc.contract %x2_1 [0, 4, 2, 3], %v2_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x3x4x3xf32, #dlc.live<n, *, *, *>>, tensor<4x3xf32>
    %s2_1 = dlc.add %s2_0, %p2_1 : tensor<5x4x4x3xf32, #dlc.live<n, *, *, *>>
    dlc.yield %s2_1 : tensor<5x4x4x3xf32, #dlc.live<n, *, *, *>>
  }
  dlc.entry @dilation inputs ["x", "w"] states [] results ["y"] attributes {check.same_as = @dilation.sum, check.tolerance = 2.0e-5, check.gradient} {
  ^bb0(%x: tensor<5x2x9x9xf32, #dlc.live<n, *, *, *>>, %w: tensor<3x2x3x3xf32>):
    %y = dlc.conv %x, %w strides = [1, 1] dilations = [2, 3] : tensor<5x2x9x9xf32, #dlc.live<n, *, *, *>>, tensor<3x2x3x3xf32>
    dlc.yield %y : tensor<5x3x5x3xf32, #dlc.live<n, *, *, *>>
  }
  dlc.entry @dilation.sum inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<5x2x9x9xf32, #dlc.live<n, *, *, *>>, %w: tensor<3x2x3x3xf32>):
    %x0_0 = dlc.slice %x starts = [0, 0, 0, 0] sizes = [5, 2, 5, 3] strides = [1, 1, 1, 1] : tensor<5x2x9x9xf32, #dlc.live<n, *, *, *>>
    %w0_0 = dlc.slice %w starts = [0, 0, 0, 0] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x3x3xf32>
    %v0_0 = dlc.reshape %w0_0 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p0_0 = dlc.contract %x0_0 [0, 4, 2, 3], %v0_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x5x3xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %x0_1 = dlc.slice %x starts = [0, 0, 0, 3] sizes = [5, 2, 5, 3] strides = [1, 1, 1, 1] : tensor<5x2x9x9xf32, #dlc.live<n, *, *, *>>
    %w0_1 = dlc.slice %w starts = [0, 0, 0, 1] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x3x3xf32>
    %v0_1 = dlc.reshape %w0_1 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p0_1 = dlc.contract %x0_1 [0, 4, 2, 3], %v0_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x5x3xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s0_1 = dlc.add %p0_0, %p0_1 : tensor<5x3x5x3xf32, #dlc.live<n, *, *, *>>
    %x0_2 = dlc.slice %x starts = [0, 0, 0, 6] sizes = [5, 2, 5, 3] strides = [1, 1, 1, 1] : tensor<5x2x9x9xf32, #dlc.live<n, *, *, *>>
    %w0_2 = dlc.slice %w starts = [0, 0, 0, 2] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x3x3xf32>
    %v0_2 = dlc.reshape %w0_2 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p0_2 = dlc.contract %x0_2 [0, 4, 2, 3], %v0_2 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x5x3xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s0_2 = dlc.add %s0_1, %p0_2 : tensor<5x3x5x3xf32, #dlc.live<n, *, *, *>>
    %x1_0 = dlc.slice %x starts = [0, 0, 2, 0] sizes = [5, 2, 5, 3] strides = [1, 1, 1, 1] : tensor<5x2x9x9xf32, #dlc.live<n, *, *, *>>
    %w1_0 = dlc.slice %w starts = [0, 0, 1, 0] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x3x3xf32>
    %v1_0 = dlc.reshape %w1_0 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p1_0 = dlc.contract %x1_0 [0, 4, 2, 3], %v1_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x5x3xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s1_0 = dlc.add %s0_2, %p1_0 : tensor<5x3x5x3xf32, #dlc.live<n, *, *, *>>
    %x1_1 = dlc.slice %x starts = [0, 0, 2, 3] sizes = [5, 2, 5, 3] strides = [1, 1, 1, 1] : tensor<5x2x9x9xf32, #dlc.live<n, *, *, *>>
    %w1_1 = dlc.slice %w starts = [0, 0, 1, 1] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x3x3xf32>
    %v1_1 = dlc.reshape %w1_1 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p1_1 = dlc.contract %x1_1 [0, 4, 2, 3], %v1_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x5x3xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s1_1 = dlc.add %s1_0, %p1_1 : tensor<5x3x5x3xf32, #dlc.live<n, *, *, *>>
    %x1_2 = dlc.slice %x starts = [0, 0, 2, 6] sizes = [5, 2, 5, 3] strides = [1, 1, 1, 1] : tensor<5x2x9x9xf32, #dlc.live<n, *, *, *>>
    %w1_2 = dlc.slice %w starts = [0, 0, 1, 2] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x3x3xf32>
    %v1_2 = dlc.reshape %w1_2 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p1_2 = dlc.contract %x1_2 [0, 4, 2, 3], %v1_2 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x5x3xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s1_2 = dlc.add %s1_1, %p1_2 : tensor<5x3x5x3xf32, #dlc.live<n, *, *, *>>
    %x2_0 = dlc.slice %x starts = [0, 0, 4, 0] sizes = [5, 2, 5, 3] strides = [1, 1, 1, 1] : tensor<5x2x9x9xf32, #dlc.live<n, *, *, *>>
    %w2_0 = dlc.slice %w starts = [0, 0, 2, 0] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x3x3xf32>
    %v2_0 = dlc.reshape %w2_0 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p2_0 = dlc.contract %x2_0 [0, 4, 2, 3], %v2_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x5x3xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s2_0 = dlc.add %s1_2, %p2_0 : tensor<5x3x5x3xf32, #dlc.live<n, *, *, *>>
    %x2_1 = dlc.slice %x starts = [0, 0, 4, 3] sizes = [5, 2, 5, 3] strides = [1, 1, 1, 1] : tensor<5x2x9x9xf32, #dlc.live<n, *, *, *>>
    %w2_1 = dlc.slice %w starts = [0, 0, 2, 1] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x3x3xf32>
    %v2_1 = dlc.reshape %w2_1 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p2_1 = dlc.contract %x2_1 [0, 4, 2, 3], %v2_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x5x3xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s2_1 = dlc.add %s2_0, %p2_1 : tensor<5x3x5x3xf32, #dlc.live<n, *, *, *>>
    %x2_2 = dlc.slice %x starts = [0, 0, 4, 6] sizes = [5, 2, 5, 3] strides = [1, 1, 1, 1] : tensor<5x2x9x9xf32, #dlc.live<n, *, *, *>>
    %w2_2 = dlc.slice %w starts = [0, 0, 2, 2] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x3x3xf32>
    %v2_2 = dlc.reshape %w2_2 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p2_2 = dlc.contract %x2_2 [0, 4, 2, 3], %v2_2 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x5x3xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s2_2 = dlc.add %s2_1, %p2_2 : tensor<5x3x5x3xf32, #dlc.live<n, *, *, *>>
    dlc.yield %s2_2 : tensor<5x3x5x3xf32, #dlc.live<n, *, *, *>>
  }
  dlc.entry @both inputs ["x", "w"] states [] results ["y"] attributes {check.same_as = @both.sum, check.tolerance = 2.0e-5, check.gradient} {
  ^bb0(%x: tensor<5x2x11x12xf32, #dlc.live<n, *, *, *>>, %w: tensor<3x2x2x3xf32>):
    %y = dlc.conv %x, %w strides = [3, 2] dilations = [2, 2] : tensor<5x2x11x12xf32, #dlc.live<n, *, *, *>>, tensor<3x2x2x3xf32>
    dlc.yield %y : tensor<5x3x3x4xf32, #dlc.live<n, *, *, *>>
  }
  dlc.entry @both.sum inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<5x2x11x12xf32, #dlc.live<n, *, *, *>>, %w: tensor<3x2x2x3xf32>):
    %x0_0 = dlc.slice %x starts = [0, 0, 0, 0] sizes = [5, 2, 3, 4] strides = [1, 1, 3, 2] : tensor<5x2x11x12xf32, #dlc.live<n, *, *, *>>
    %w0_0 = dlc.slice %w starts = [0, 0, 0, 0] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x2x3xf32>
    %v0_0 = dlc.reshape %w0_0 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p0_0 = dlc.contract %x0_0 [0, 4, 2, 3], %v0_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x3x4xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %x0_1 = dlc.slice %x starts = [0, 0, 0, 2] sizes = [5, 2, 3, 4] strides = [1, 1, 3, 2] : tensor<5x2x11x12xf32, #dlc.live<n, *, *, *>>
    %w0_1 = dlc.slice %w starts = [0, 0, 0, 1] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x2x3xf32>
    %v0_1 = dlc.reshape %w0_1 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p0_1 = dlc.contract %x0_1 [0, 4, 2, 3], %v0_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x3x4xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s0_1 = dlc.add %p0_0, %p0_1 : tensor<5x3x3x4xf32, #dlc.live<n, *, *, *>>
    %x0_2 = dlc.slice %x starts = [0, 0, 0, 4] sizes = [5, 2, 3, 4] strides = [1, 1, 3, 2] : tensor<5x2x11x12xf32, #dlc.live<n, *, *, *>>
    %w0_2 = dlc.slice %w starts = [0, 0, 0, 2] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x2x3xf32>
    %v0_2 = dlc.reshape %w0_2 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p0_2 = dlc.contract %x0_2 [0, 4, 2, 3], %v0_2 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x3x4xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s0_2 = dlc.add %s0_1, %p0_2 : tensor<5x3x3x4xf32, #dlc.live<n, *, *, *>>
    %x1_0 = dlc.slice %x starts = [0, 0, 2, 0] sizes = [5, 2, 3, 4] strides = [1, 1, 3, 2] : tensor<5x2x11x12xf32, #dlc.live<n, *, *, *>>
    %w1_0 = dlc.slice %w starts = [0, 0, 1, 0] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x2x3xf32>
    %v1_0 = dlc.reshape %w1_0 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p1_0 = dlc.contract %x1_0 [0, 4, 2, 3], %v1_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x3x4xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s1_0 = dlc.add %s0_2, %p1_0 : tensor<5x3x3x4xf32, #dlc.live<n, *, *, *>>
    %x1_1 = dlc.slice %x starts = [0, 0, 2, 2] sizes = [5, 2, 3, 4] strides = [1, 1, 3, 2] : tensor<5x2x11x12xf32, #dlc.live<n, *, *, *>>
    %w1_1 = dlc.slice %w starts = [0, 0, 1, 1] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x2x3xf32>
    %v1_1 = dlc.reshape %w1_1 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p1_1 = dlc.contract %x1_1 [0, 4, 2, 3], %v1_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x3x4xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s1_1 = dlc.add %s1_0, %p1_1 : tensor<5x3x3x4xf32, #dlc.live<n, *, *, *>>
    %x1_2 = dlc.slice %x starts = [0, 0, 2, 4] sizes = [5, 2, 3, 4] strides = [1, 1, 3, 2] : tensor<5x2x11x12xf32, #dlc.live<n, *, *, *>>
    %w1_2 = dlc.slice %w starts = [0, 0, 1, 2] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x2x3xf32>
    %v1_2 = dlc.reshape %w1_2 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p1_2 = dlc.contract %x1_2 [0, 4, 2, 3], %v1_2 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x3x4xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s1_2 = dlc.add %s1_1, %p1_2 : tensor<5x3x3x4xf32, #dlc.live<n, *, *, *>>
    dlc.yield %s1_2 : tensor<5x3x3x4xf32, #dlc.live<n, *, *, *>>
  }
  dlc.entry @wide inputs ["x", "w"] states [] results ["y"] attributes {check.same_as = @wide.sum, check.tolerance = 2.0e-5, check.gradient} {
  ^bb0(%x: tensor<5x17x6x6xf32, #dlc.live<n, *, *, *>>, %w: tensor<33x17x3x3xf32>):
    %y = dlc.conv %x, %w strides = [1, 1] dilations = [1, 1] : tensor<5x17x6x6xf32, #dlc.live<n, *, *, *>>, tensor<33x17x3x3xf32>
    dlc.yield %y : tensor<5x33x4x4xf32, #dlc.live<n, *, *, *>>
  }
  dlc.entry @wide.sum inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<5x17x6x6xf32, #dlc.live<n, *, *, *>>, %w: tensor<33x17x3x3xf32>):
    %x0_0 = dlc.slice %x starts = [0, 0, 0, 0] sizes = [5, 17, 4, 4] strides = [1, 1, 1, 1] : tensor<5x17x6x6xf32, #dlc.live<n, *, *, *>>
    %w0_0 = dlc.slice %w starts = [0, 0, 0, 0] sizes = [33, 17, 1, 1] strides = [1, 1, 1, 1] : tensor<33x17x3x3xf32>
    %v0_0 = dlc.reshape %w0_0 : tensor<33x17x1x1xf32> to tensor<33x17xf32>
    %p0_0 = dlc.contract %x0_0 [0, 4, 2, 3], %v0_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x17x4x4xf32, #dlc.live<n, *, *, *>>, tensor<33x17xf32>
    %x0_1 = dlc.slice %x starts = [0, 0, 0, 1] sizes = [5, 17, 4, 4] strides = [1, 1, 1, 1] : tensor<5x17x6x6xf32, #dlc.live<n, *, *, *>>
    %w0_1 = dlc.slice %w starts = [0, 0, 0, 1] sizes = [33, 17, 1, 1] strides = [1, 1, 1, 1] : tensor<33x17x3x3xf32>
    %v0_1 = dlc.reshape %w0_1 : tensor<33x17x1x1xf32> to tensor<33x17xf32>
    %p0_1 = dlc.contract %x0_1 [0, 4, 2, 3], %v0_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x17x4x4xf32, #dlc.live<n, *, *, *>>, tensor<33x17xf32>
    %s0_1 = dlc.add %p0_0, %p0_1 : tensor<5x33x4x4xf32, #dlc.live<n, *, *, *>>
    %x0_2 = dlc.slice %x starts = [0, 0, 0, 2] sizes = [5, 17, 4, 4] strides = [1, 1, 1, 1] : tensor<5x17x6x6xf32, #dlc.live<n, *, *, *>>
    %w0_2 = dlc.slice %w starts = [0, 0, 0, 2] sizes = [33, 17, 1, 1] strides = [1, 1, 1, 1] : tensor<33x17x3x3xf32>
    %v0_2 = dlc.reshape %w0_2 : tensor<33x17x1x1xf32> to tensor<33x17xf32>
    %p0_2 = dlc.contract %x0_2 [0, 4, 2, 3], %v0_2 [1, 4] -> [0, 1, 2, 3] : tensor<5x17x4x4xf32, #dlc.live<n, *, *, *>>, tensor<33x17xf32>
    %s0_2 = dlc.add %s0_1, %p0_2 : tensor<5x33x4x4xf32, #dlc.live<n, *, *, *>>
    %x1_0 = dlc.slice %x starts = [0, 0, 1, 0] sizes = [5, 17, 4, 4] strides = [1, 1, 1, 1] : tensor<5x17x6x6xf32, #dlc.live<n, *, *, *>>
    %w1_0 = dlc.slice %w starts = [0, 0, 1, 0] sizes = [33, 17, 1, 1] strides = [1, 1, 1, 1] : tensor<33x17x3x3xf32>
    %v1_0 = dlc.reshape %w1_0 : tensor<33x17x1x1xf32> to tensor<33x17xf32>
    %p1_0 = dlc.contract %x1_0 [0, 4, 2, 3], %v1_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x17x4x4xf32, #dlc.live<n, *, *, *>>, tensor<33x17xf32>
    %s1_0 = dlc.add %s0_2, %p1_0 : tensor<5x33x4x4xf32, #dlc.live<n, *, *, *>>
    %x1_1 = dlc.slice %x starts = [0, 0, 1, 1] sizes = [5, 17, 4, 4] strides = [1, 1, 1, 1] : tensor<5x17x6x6xf32, #dlc.live<n, *, *, *>>
    %w1_1 = dlc.slice %w starts = [0, 0, 1, 1] sizes = [33, 17, 1, 1] strides = [1, 1, 1, 1] : tensor<33x17x3x3xf32>
    %v1_1 = dlc.reshape %w1_1 : tensor<33x17x1x1xf32> to tensor<33x17xf32>
    %p1_1 = dlc.contract %x1_1 [0, 4, 2, 3], %v1_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x17x4x4xf32, #dlc.live<n, *, *, *>>, tensor<33x17xf32>
    %s1_1 = dlc.add %s1_0, %p1_1 : tensor<5x33x4x4xf32, #dlc.live<n, *, *, *>>
    %x1_2 = dlc.slice %x starts = [0, 0, 1, 2] sizes = [5, 17, 4, 4] strides = [1, 1, 1, 1] : tensor<5x17x6x6xf32, #dlc.live<n, *, *, *>>
    %w1_2 = dlc.slice %w starts = [0, 0, 1, 2] sizes = [33, 17, 1, 1] strides = [1, 1, 1, 1] : tensor<33x17x3x3xf32>
    %v1_2 = dlc.reshape %w1_2 : tensor<33x17x1x1xf32> to tensor<33x17xf32>
    %p1_2 = dlc.contract %x1_2 [0, 4, 2, 3], %v1_2 [1, 4] -> [0, 1, 2, 3] : tensor<5x17x4x4xf32, #dlc.live<n, *, *, *>>, tensor<33x17xf32>
    %s1_2 = dlc.add %s1_1, %p1_2 : tensor<5x33x4x4xf32, #dlc.live<n, *, *, *>>
    %x2_0 = dlc.slice %x starts = [0, 0, 2, 0] sizes = [5, 17, 4, 4] strides = [1, 1, 1, 1] : tensor<5x17x6x6xf32, #dlc.live<n, *, *, *>>
    %w2_0 = dlc.slice %w starts = [0, 0, 2, 0] sizes = [33, 17, 1, 1] strides = [1, 1, 1, 1] : tensor<33x17x3x3xf32>
    %v2_0 = dlc.reshape %w2_0 : tensor<33x17x1x1xf32> to tensor<33x17xf32>
    %p2_0 = dlc.contract %x2_0 [0, 4, 2, 3], %v2_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x17x4x4xf32, #dlc.live<n, *, *, *>>, tensor<33x17xf32>
    %s2_0 = dlc.add %s1_2, %p2_0 : tensor<5x33x4x4xf32, #dlc.live<n, *, *, *>>
    %x2_1 = dlc.slice %x starts = [0, 0, 2, 1] sizes = [5, 17, 4, 4] strides = [1, 1, 1, 1] : tensor<5x17x6x6xf32, #dlc.live<n, *, *, *>>
    %w2_1 = dlc.slice %w starts = [0, 0, 2, 1] sizes = [33, 17, 1, 1] strides = [1, 1, 1, 1] : tensor<33x17x3x3xf32>
    %v2_1 = dlc.reshape %w2_1 : tensor<33x17x1x1xf32> to tensor<33x17xf32>
    %p2_1 = dlc.contract %x2_1 [0, 4, 2, 3], %v2_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x17x4x4xf32, #dlc.live<n, *, *, *>>, tensor<33x17xf32>
    %s2_1 = dlc.add %s2_0, %p2_1 : tensor<5x33x4x4xf32, #dlc.live<n, *, *, *>>
    %x2_2 = dlc.slice %x starts = [0, 0, 2, 2] sizes = [5, 17, 4, 4] strides = [1, 1, 1, 1] : tensor<5x17x6x6xf32, #dlc.live<n, *, *, *>>
    %w2_2 = dlc.slice %w starts = [0, 0, 2, 2] sizes = [33, 17, 1, 1] strides = [1, 1, 1, 1] : tensor<33x17x3x3xf32>
    %v2_2 = dlc.reshape %w2_2 : tensor<33x17x1x1xf32> to tensor<33x17xf32>
    %p2_2 = dlc.contract %x2_2 [0, 4, 2, 3], %v2_2 [1, 4] -> [0, 1, 2, 3] : tensor<5x17x4x4xf32, #dlc.live<n, *, *, *>>, tensor<33x17xf32>
    %s2_2 = dlc.add %s2_1, %p2_2 : tensor<5x33x4x4xf32, #dlc.live<n, *, *, *>>
    dlc.yield %s2_2 : tensor<5x33x4x4xf32, #dlc.live<n, *, *, *>>
  }
  dlc.entry @pointwise inputs ["x", "w"] states [] results ["y"] attributes {check.same_as = @pointwise.sum, check.tolerance = 2.0e-5, check.gradient} {
  ^bb0(%x: tensor<5x16x5x5xf32, #dlc.live<n, *, *, *>>, %w: tensor<8x16x1x1xf32>):
    %y = dlc.conv %x, %w strides = [1, 1] dilations = [1, 1] : tensor<5x16x5x5xf32, #dlc.live<n, *, *, *>>, tensor<8x16x1x1xf32>
    dlc.yield %y : tensor<5x8x5x5xf32, #dlc.live<n, *, *, *>>
  }
  dlc.entry @pointwise.sum inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<5x16x5x5xf32, #dlc.live<n, *, *, *>>, %w: tensor<8x16x1x1xf32>):
    %x0_0 = dlc.slice %x starts = [0, 0, 0, 0] sizes = [5, 16, 5, 5] strides = [1, 1, 1, 1] : tensor<5x16x5x5xf32, #dlc.live<n, *, *, *>>
    %w0_0 = dlc.slice %w starts = [0, 0, 0, 0] sizes = [8, 16, 1, 1] strides = [1, 1, 1, 1] : tensor<8x16x1x1xf32>
    %v0_0 = dlc.reshape %w0_0 : tensor<8x16x1x1xf32> to tensor<8x16xf32>
    %p0_0 = dlc.contract %x0_0 [0, 4, 2, 3], %v0_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x16x5x5xf32, #dlc.live<n, *, *, *>>, tensor<8x16xf32>
    dlc.yield %p0_0 : tensor<5x8x5x5xf32, #dlc.live<n, *, *, *>>
  }
  dlc.entry @whole inputs ["x", "w"] states [] results ["y"] attributes {check.same_as = @whole.sum, check.tolerance = 2.0e-5, check.gradient} {
  ^bb0(%x: tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>, %w: tensor<3x2x6x5xf32>):
    %y = dlc.conv %x, %w strides = [1, 1] dilations = [1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>, tensor<3x2x6x5xf32>
    dlc.yield %y : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
  }
  dlc.entry @whole.sum inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>, %w: tensor<3x2x6x5xf32>):
    %x0_0 = dlc.slice %x starts = [0, 0, 0, 0] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w0_0 = dlc.slice %w starts = [0, 0, 0, 0] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v0_0 = dlc.reshape %w0_0 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p0_0 = dlc.contract %x0_0 [0, 4, 2, 3], %v0_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %x0_1 = dlc.slice %x starts = [0, 0, 0, 1] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w0_1 = dlc.slice %w starts = [0, 0, 0, 1] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v0_1 = dlc.reshape %w0_1 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p0_1 = dlc.contract %x0_1 [0, 4, 2, 3], %v0_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s0_1 = dlc.add %p0_0, %p0_1 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x0_2 = dlc.slice %x starts = [0, 0, 0, 2] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w0_2 = dlc.slice %w starts = [0, 0, 0, 2] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v0_2 = dlc.reshape %w0_2 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p0_2 = dlc.contract %x0_2 [0, 4, 2, 3], %v0_2 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s0_2 = dlc.add %s0_1, %p0_2 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x0_3 = dlc.slice %x starts = [0, 0, 0, 3] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w0_3 = dlc.slice %w starts = [0, 0, 0, 3] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v0_3 = dlc.reshape %w0_3 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p0_3 = dlc.contract %x0_3 [0, 4, 2, 3], %v0_3 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s0_3 = dlc.add %s0_2, %p0_3 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x0_4 = dlc.slice %x starts = [0, 0, 0, 4] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w0_4 = dlc.slice %w starts = [0, 0, 0, 4] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v0_4 = dlc.reshape %w0_4 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p0_4 = dlc.contract %x0_4 [0, 4, 2, 3], %v0_4 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s0_4 = dlc.add %s0_3, %p0_4 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x1_0 = dlc.slice %x starts = [0, 0, 1, 0] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w1_0 = dlc.slice %w starts = [0, 0, 1, 0] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v1_0 = dlc.reshape %w1_0 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p1_0 = dlc.contract %x1_0 [0, 4, 2, 3], %v1_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s1_0 = dlc.add %s0_4, %p1_0 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x1_1 = dlc.slice %x starts = [0, 0, 1, 1] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w1_1 = dlc.slice %w starts = [0, 0, 1, 1] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v1_1 = dlc.reshape %w1_1 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p1_1 = dlc.contract %x1_1 [0, 4, 2, 3], %v1_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s1_1 = dlc.add %s1_0, %p1_1 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x1_2 = dlc.slice %x starts = [0, 0, 1, 2] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w1_2 = dlc.slice %w starts = [0, 0, 1, 2] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v1_2 = dlc.reshape %w1_2 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p1_2 = dlc.contract %x1_2 [0, 4, 2, 3], %v1_2 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s1_2 = dlc.add %s1_1, %p1_2 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x1_3 = dlc.slice %x starts = [0, 0, 1, 3] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w1_3 = dlc.slice %w starts = [0, 0, 1, 3] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v1_3 = dlc.reshape %w1_3 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p1_3 = dlc.contract %x1_3 [0, 4, 2, 3], %v1_3 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s1_3 = dlc.add %s1_2, %p1_3 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x1_4 = dlc.slice %x starts = [0, 0, 1, 4] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w1_4 = dlc.slice %w starts = [0, 0, 1, 4] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v1_4 = dlc.reshape %w1_4 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p1_4 = dlc.contract %x1_4 [0, 4, 2, 3], %v1_4 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s1_4 = dlc.add %s1_3, %p1_4 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x2_0 = dlc.slice %x starts = [0, 0, 2, 0] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w2_0 = dlc.slice %w starts = [0, 0, 2, 0] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v2_0 = dlc.reshape %w2_0 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p2_0 = dlc.contract %x2_0 [0, 4, 2, 3], %v2_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s2_0 = dlc.add %s1_4, %p2_0 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x2_1 = dlc.slice %x starts = [0, 0, 2, 1] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w2_1 = dlc.slice %w starts = [0, 0, 2, 1] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v2_1 = dlc.reshape %w2_1 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p2_1 = dlc.contract %x2_1 [0, 4, 2, 3], %v2_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s2_1 = dlc.add %s2_0, %p2_1 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x2_2 = dlc.slice %x starts = [0, 0, 2, 2] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w2_2 = dlc.slice %w starts = [0, 0, 2, 2] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v2_2 = dlc.reshape %w2_2 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p2_2 = dlc.contract %x2_2 [0, 4, 2, 3], %v2_2 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s2_2 = dlc.add %s2_1, %p2_2 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x2_3 = dlc.slice %x starts = [0, 0, 2, 3] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w2_3 = dlc.slice %w starts = [0, 0, 2, 3] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v2_3 = dlc.reshape %w2_3 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p2_3 = dlc.contract %x2_3 [0, 4, 2, 3], %v2_3 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s2_3 = dlc.add %s2_2, %p2_3 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x2_4 = dlc.slice %x starts = [0, 0, 2, 4] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w2_4 = dlc.slice %w starts = [0, 0, 2, 4] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v2_4 = dlc.reshape %w2_4 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p2_4 = dlc.contract %x2_4 [0, 4, 2, 3], %v2_4 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s2_4 = dlc.add %s2_3, %p2_4 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x3_0 = dlc.slice %x starts = [0, 0, 3, 0] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w3_0 = dlc.slice %w starts = [0, 0, 3, 0] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v3_0 = dlc.reshape %w3_0 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p3_0 = dlc.contract %x3_0 [0, 4, 2, 3], %v3_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s3_0 = dlc.add %s2_4, %p3_0 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x3_1 = dlc.slice %x starts = [0, 0, 3, 1] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w3_1 = dlc.slice %w starts = [0, 0, 3, 1] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v3_1 = dlc.reshape %w3_1 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p3_1 = dlc.contract %x3_1 [0, 4, 2, 3], %v3_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s3_1 = dlc.add %s3_0, %p3_1 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x3_2 = dlc.slice %x starts = [0, 0, 3, 2] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w3_2 = dlc.slice %w starts = [0, 0, 3, 2] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v3_2 = dlc.reshape %w3_2 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p3_2 = dlc.contract %x3_2 [0, 4, 2, 3], %v3_2 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s3_2 = dlc.add %s3_1, %p3_2 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x3_3 = dlc.slice %x starts = [0, 0, 3, 3] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w3_3 = dlc.slice %w starts = [0, 0, 3, 3] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v3_3 = dlc.reshape %w3_3 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p3_3 = dlc.contract %x3_3 [0, 4, 2, 3], %v3_3 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s3_3 = dlc.add %s3_2, %p3_3 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x3_4 = dlc.slice %x starts = [0, 0, 3, 4] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w3_4 = dlc.slice %w starts = [0, 0, 3, 4] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v3_4 = dlc.reshape %w3_4 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p3_4 = dlc.contract %x3_4 [0, 4, 2, 3], %v3_4 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s3_4 = dlc.add %s3_3, %p3_4 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x4_0 = dlc.slice %x starts = [0, 0, 4, 0] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w4_0 = dlc.slice %w starts = [0, 0, 4, 0] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v4_0 = dlc.reshape %w4_0 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p4_0 = dlc.contract %x4_0 [0, 4, 2, 3], %v4_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s4_0 = dlc.add %s3_4, %p4_0 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x4_1 = dlc.slice %x starts = [0, 0, 4, 1] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w4_1 = dlc.slice %w starts = [0, 0, 4, 1] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v4_1 = dlc.reshape %w4_1 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p4_1 = dlc.contract %x4_1 [0, 4, 2, 3], %v4_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s4_1 = dlc.add %s4_0, %p4_1 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x4_2 = dlc.slice %x starts = [0, 0, 4, 2] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w4_2 = dlc.slice %w starts = [0, 0, 4, 2] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v4_2 = dlc.reshape %w4_2 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p4_2 = dlc.contract %x4_2 [0, 4, 2, 3], %v4_2 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s4_2 = dlc.add %s4_1, %p4_2 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x4_3 = dlc.slice %x starts = [0, 0, 4, 3] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w4_3 = dlc.slice %w starts = [0, 0, 4, 3] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v4_3 = dlc.reshape %w4_3 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p4_3 = dlc.contract %x4_3 [0, 4, 2, 3], %v4_3 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s4_3 = dlc.add %s4_2, %p4_3 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x4_4 = dlc.slice %x starts = [0, 0, 4, 4] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w4_4 = dlc.slice %w starts = [0, 0, 4, 4] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v4_4 = dlc.reshape %w4_4 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p4_4 = dlc.contract %x4_4 [0, 4, 2, 3], %v4_4 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s4_4 = dlc.add %s4_3, %p4_4 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x5_0 = dlc.slice %x starts = [0, 0, 5, 0] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w5_0 = dlc.slice %w starts = [0, 0, 5, 0] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v5_0 = dlc.reshape %w5_0 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p5_0 = dlc.contract %x5_0 [0, 4, 2, 3], %v5_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s5_0 = dlc.add %s4_4, %p5_0 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x5_1 = dlc.slice %x starts = [0, 0, 5, 1] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w5_1 = dlc.slice %w starts = [0, 0, 5, 1] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v5_1 = dlc.reshape %w5_1 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p5_1 = dlc.contract %x5_1 [0, 4, 2, 3], %v5_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s5_1 = dlc.add %s5_0, %p5_1 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x5_2 = dlc.slice %x starts = [0, 0, 5, 2] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w5_2 = dlc.slice %w starts = [0, 0, 5, 2] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v5_2 = dlc.reshape %w5_2 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p5_2 = dlc.contract %x5_2 [0, 4, 2, 3], %v5_2 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s5_2 = dlc.add %s5_1, %p5_2 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x5_3 = dlc.slice %x starts = [0, 0, 5, 3] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w5_3 = dlc.slice %w starts = [0, 0, 5, 3] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v5_3 = dlc.reshape %w5_3 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p5_3 = dlc.contract %x5_3 [0, 4, 2, 3], %v5_3 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s5_3 = dlc.add %s5_2, %p5_3 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    %x5_4 = dlc.slice %x starts = [0, 0, 5, 4] sizes = [5, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<5x2x6x5xf32, #dlc.live<n, *, *, *>>
    %w5_4 = dlc.slice %w starts = [0, 0, 5, 4] sizes = [3, 2, 1, 1] strides = [1, 1, 1, 1] : tensor<3x2x6x5xf32>
    %v5_4 = dlc.reshape %w5_4 : tensor<3x2x1x1xf32> to tensor<3x2xf32>
    %p5_4 = dlc.contract %x5_4 [0, 4, 2, 3], %v5_4 [1, 4] -> [0, 1, 2, 3] : tensor<5x2x1x1xf32, #dlc.live<n, *, *, *>>, tensor<3x2xf32>
    %s5_4 = dlc.add %s5_3, %p5_4 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
    dlc.yield %s5_4 : tensor<5x3x1x1xf32, #dlc.live<n, *, *, *>>
  }
  dlc.entry @rows_left inputs ["x", "w"] states [] results ["y"] attributes {check.same_as = @rows_left.sum, check.tolerance = 1.0e-12, check.gradient} {
  ^bb0(%x: tensor<5x1x8x8xf64, #dlc.live<n, *, *, *>>, %w: tensor<2x1x3x3xf64>):
    %y = dlc.conv %x, %w strides = [4, 4] dilations = [1, 1] : tensor<5x1x8x8xf64, #dlc.live<n, *, *, *>>, tensor<2x1x3x3xf64>
    dlc.yield %y : tensor<5x2x2x2xf64, #dlc.live<n, *, *, *>>
  }
  dlc.entry @rows_left.sum inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<5x1x8x8xf64, #dlc.live<n, *, *, *>>, %w: tensor<2x1x3x3xf64>):
    %x0_0 = dlc.slice %x starts = [0, 0, 0, 0] sizes = [5, 1, 2, 2] strides = [1, 1, 4, 4] : tensor<5x1x8x8xf64, #dlc.live<n, *, *, *>>
    %w0_0 = dlc.slice %w starts = [0, 0, 0, 0] sizes = [2, 1, 1, 1] strides = [1, 1, 1, 1] : tensor<2x1x3x3xf64>
    %v0_0 = dlc.reshape %w0_0 : tensor<2x1x1x1xf64> to tensor<2x1xf64>
    %p0_0 = dlc.contract %x0_0 [0, 4, 2, 3], %v0_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x1x2x2xf64, #dlc.live<n, *, *, *>>, tensor<2x1xf64>
    %x0_1 = dlc.slice %x starts = [0, 0, 0, 1] sizes = [5, 1, 2, 2] strides = [1, 1, 4, 4] : tensor<5x1x8x8xf64, #dlc.live<n, *, *, *>>
    %w0_1 = dlc.slice %w starts = [0, 0, 0, 1] sizes = [2, 1, 1, 1] strides = [1, 1, 1, 1] : tensor<2x1x3x3xf64>
    %v0_1 = dlc.reshape %w0_1 : tensor<2x1x1x1xf64> to tensor<2x1xf64>
    %p0_1 = dlc.contract %x0_1 [0, 4, 2, 3], %v0_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x1x2x2xf64, #dlc.live<n, *, *, *>>, tensor<2x1xf64>
    %s0_1 = dlc.add %p0_0, %p0_1 : tensor<5x2x2x2xf64, #dlc.live<n, *, *, *>>
    %x0_2 = dlc.slice %x starts = [0, 0, 0, 2] sizes = [5, 1, 2, 2] strides = [1, 1, 4, 4] : tensor<5x1x8x8xf64, #dlc.live<n, *, *, *>>
    %w0_2 = dlc.slice %w starts = [0, 0, 0, 2] sizes = [2, 1, 1, 1] strides = [1, 1, 1, 1] : tensor<2x1x3x3xf64>
    %v0_2 = dlc.reshape %w0_2 : tensor<2x1x1x1xf64> to tensor<2x1xf64>
    %p0_2 = dlc.contract %x0_2 [0, 4, 2, 3], %v0_2 [1, 4] -> [0, 1, 2, 3] : tensor<5x1x2x2xf64, #dlc.live<n, *, *, *>>, tensor<2x1xf64>
    %s0_2 = dlc.add %s0_1, %p0_2 : tensor<5x2x2x2xf64, #dlc.live<n, *, *, *>>
    %x1_0 = dlc.slice %x starts = [0, 0, 1, 0] sizes = [5, 1, 2, 2] strides = [1, 1, 4, 4] : tensor<5x1x8x8xf64, #dlc.live<n, *, *, *>>
    %w1_0 = dlc.slice %w starts = [0, 0, 1, 0] sizes = [2, 1, 1, 1] strides = [1, 1, 1, 1] : tensor<2x1x3x3xf64>
    %v1_0 = dlc.reshape %w1_0 : tensor<2x1x1x1xf64> to tensor<2x1xf64>
    %p1_0 = dlc.contract %x1_0 [0, 4, 2, 3], %v1_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x1x2x2xf64, #dlc.live<n, *, *, *>>, tensor<2x1xf64>
    %s1_0 = dlc.add %s0_2, %p1_0 : tensor<5x2x2x2xf64, #dlc.live<n, *, *, *>>
    %x1_1 = dlc.slice %x starts = [0, 0, 1, 1] sizes = [5, 1, 2, 2] strides = [1, 1, 4, 4] : tensor<5x1x8x8xf64, #dlc.live<n, *, *, *>>
    %w1_1 = dlc.slice %w starts = [0, 0, 1, 1] sizes = [2, 1, 1, 1] strides = [1, 1, 1, 1] : tensor<2x1x3x3xf64>
    %v1_1 = dlc.reshape %w1_1 : tensor<2x1x1x1xf64> to tensor<2x1xf64>
    %p1_1 = dlc.contract %x1_1 [0, 4, 2, 3], %v1_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x1x2x2xf64, #dlc.live<n, *, *, *>>, tensor<2x1xf64>
    %s1_1 = dlc.add %s1_0, %p1_1 : tensor<5x2x2x2xf64, #dlc.live<n, *, *, *>>
    %x1_2 = dlc.slice %x starts = [0, 0, 1, 2] sizes = [5, 1, 2, 2] strides = [1, 1, 4, 4] : tensor<5x1x8x8xf64, #dlc.live<n, *, *, *>>
    %w1_2 = dlc.slice %w starts = [0, 0, 1, 2] sizes = [2, 1, 1, 1] strides = [1, 1, 1, 1] : tensor<2x1x3x3xf64>
    %v1_2 = dlc.reshape %w1_2 : tensor<2x1x1x1xf64> to tensor<2x1xf64>
    %p1_2 = dlc.contract %x1_2 [0, 4, 2, 3], %v1_2 [1, 4] -> [0, 1, 2, 3] : tensor<5x1x2x2xf64, #dlc.live<n, *, *, *>>, tensor<2x1xf64>
    %s1_2 = dlc.add %s1_1, %p1_2 : tensor<5x2x2x2xf64, #dlc.live<n, *, *, *>>
    %x2_0 = dlc.slice %x starts = [0, 0, 2, 0] sizes = [5, 1, 2, 2] strides = [1, 1, 4, 4] : tensor<5x1x8x8xf64, #dlc.live<n, *, *, *>>
    %w2_0 = dlc.slice %w starts = [0, 0, 2, 0] sizes = [2, 1, 1, 1] strides = [1, 1, 1, 1] : tensor<2x1x3x3xf64>
    %v2_0 = dlc.reshape %w2_0 : tensor<2x1x1x1xf64> to tensor<2x1xf64>
    %p2_0 = dlc.contract %x2_0 [0, 4, 2, 3], %v2_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x1x2x2xf64, #dlc.live<n, *, *, *>>, tensor<2x1xf64>
    %s2_0 = dlc.add %s1_2, %p2_0 : tensor<5x2x2x2xf64, #dlc.live<n, *, *, *>>
    %x2_1 = dlc.slice %x starts = [0, 0, 2, 1] sizes = [5, 1, 2, 2] strides = [1, 1, 4, 4] : tensor<5x1x8x8xf64, #dlc.live<n, *, *, *>>
    %w2_1 = dlc.slice %w starts = [0, 0, 2, 1] sizes = [2, 1, 1, 1] strides = [1, 1, 1, 1] : tensor<2x1x3x3xf64>
    %v2_1 = dlc.reshape %w2_1 : tensor<2x1x1x1xf64> to tensor<2x1xf64>
    %p2_1 = dlc.contract %x2_1 [0, 4, 2, 3], %v2_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x1x2x2xf64, #dlc.live<n, *, *, *>>, tensor<2x1xf64>
    %s2_1 = dlc.add %s2_0, %p2_1 : tensor<5x2x2x2xf64, #dlc.live<n, *, *, *>>
    %x2_2 = dlc.slice %x starts = [0, 0, 2, 2] sizes = [5, 1, 2, 2] strides = [1, 1, 4, 4] : tensor<5x1x8x8xf64, #dlc.live<n, *, *, *>>
    %w2_2 = dlc.slice %w starts = [0, 0, 2, 2] sizes = [2, 1, 1, 1] strides = [1, 1, 1, 1] : tensor<2x1x3x3xf64>
    %v2_2 = dlc.reshape %w2_2 : tensor<2x1x1x1xf64> to tensor<2x1xf64>
    %p2_2 = dlc.contract %x2_2 [0, 4, 2, 3], %v2_2 [1, 4] -> [0, 1, 2, 3] : tensor<5x1x2x2xf64, #dlc.live<n, *, *, *>>, tensor<2x1xf64>
    %s2_2 = dlc.add %s2_1, %p2_2 : tensor<5x2x2x2xf64, #dlc.live<n, *, *, *>>
    dlc.yield %s2_2 : tensor<5x2x2x2xf64, #dlc.live<n, *, *, *>>
  }
  dlc.entry @deep inputs ["x", "w"] states [] results ["y"] attributes {check.same_as = @deep.sum, check.tolerance = 2.0e-5} {
  ^bb0(%x: tensor<5x1x28x28xf32, #dlc.live<n, *, *, *>>, %w: tensor<32x1x3x3xf32>):
    %y = dlc.conv %x, %w strides = [1, 1] dilations = [1, 1] : tensor<5x1x28x28xf32, #dlc.live<n, *, *, *>>, tensor<32x1x3x3xf32>
    dlc.yield %y : tensor<5x32x26x26xf32, #dlc.live<n, *, *, *>>
  }
  dlc.entry @deep.sum inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<5x1x28x28xf32, #dlc.live<n, *, *, *>>, %w: tensor<32x1x3x3xf32>):
    %x0_0 = dlc.slice %x starts = [0, 0, 0, 0] sizes = [5, 1, 26, 26] strides = [1, 1, 1, 1] : tensor<5x1x28x28xf32, #dlc.live<n, *, *, *>>
    %w0_0 = dlc.slice %w starts = [0, 0, 0, 0] sizes = [32, 1, 1, 1] strides = [1, 1, 1, 1] : tensor<32x1x3x3xf32>
    %v0_0 = dlc.reshape %w0_0 : tensor<32x1x1x1xf32> to tensor<32x1xf32>
    %p0_0 = dlc.contract %x0_0 [0, 4, 2, 3], %v0_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x1x26x26xf32, #dlc.live<n, *, *, *>>, tensor<32x1xf32>
    %x0_1 = dlc.slice %x starts = [0, 0, 0, 1] sizes = [5, 1, 26, 26] strides = [1, 1, 1, 1] : tensor<5x1x28x28xf32, #dlc.live<n, *, *, *>>
    %w0_1 = dlc.slice %w starts = [0, 0, 0, 1] sizes = [32, 1, 1, 1] strides = [1, 1, 1, 1] : tensor<32x1x3x3xf32>
    %v0_1 = dlc.reshape %w0_1 : tensor<32x1x1x1xf32> to tensor<32x1xf32>
    %p0_1 = dlc.contract %x0_1 [0, 4, 2, 3], %v0_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x1x26x26xf32, #dlc.live<n, *, *, *>>, tensor<32x1xf32>
    %s0_1 = dlc.add %p0_0, %p0_1 : tensor<5x32x26x26xf32, #dlc.live<n, *, *, *>>
    %x0_2 = dlc.slice %x starts = [0, 0, 0, 2] sizes = [5, 1, 26, 26] strides = [1, 1, 1, 1] : tensor<5x1x28x28xf32, #dlc.live<n, *, *, *>>
    %w0_2 = dlc.slice %w starts = [0, 0, 0, 2] sizes = [32, 1, 1, 1] strides = [1, 1, 1, 1] : tensor<32x1x3x3xf32>
    %v0_2 = dlc.reshape %w0_2 : tensor<32x1x1x1xf32> to tensor<32x1xf32>
    %p0_2 = dlc.contract %x0_2 [0, 4, 2, 3], %v0_2 [1, 4] -> [0, 1, 2, 3] : tensor<5x1x26x26xf32, #dlc.live<n, *, *, *>>, tensor<32x1xf32>
    %s0_2 = dlc.add %s0_1, %p0_2 : tensor<5x32x26x26xf32, #dlc.live<n, *, *, *>>
    %x1_0 = dlc.slice %x starts = [0, 0, 1, 0] sizes = [5, 1, 26, 26] strides = [1, 1, 1, 1] : tensor<5x1x28x28xf32, #dlc.live<n, *, *, *>>
    %w1_0 = dlc.slice %w starts = [0, 0, 1, 0] sizes = [32, 1, 1, 1] strides = [1, 1, 1, 1] : tensor<32x1x3x3xf32>
    %v1_0 = dlc.reshape %w1_0 : tensor<32x1x1x1xf32> to tensor<32x1xf32>
    %p1_0 = dlc.contract %x1_0 [0, 4, 2, 3], %v1_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x1x26x26xf32, #dlc.live<n, *, *, *>>, tensor<32x1xf32>
    %s1_0 = dlc.add %s0_2, %p1_0 : tensor<5x32x26x26xf32, #dlc.live<n, *, *, *>>
    %x1_1 = dlc.slice %x starts = [0, 0, 1, 1] sizes = [5, 1, 26, 26] strides = [1, 1, 1, 1] : tensor<5x1x28x28xf32, #dlc.live<n, *, *, *>>
    %w1_1 = dlc.slice %w starts = [0, 0, 1, 1] sizes = [32, 1, 1, 1] strides = [1, 1, 1, 1] : tensor<32x1x3x3xf32>
    %v1_1 = dlc.reshape %w1_1 : tensor<32x1x1x1xf32> to tensor<32x1xf32>
    %p1_1 = dlc.contract %x1_1 [0, 4, 2, 3], %v1_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x1x26x26xf32, #dlc.live<n, *, *, *>>, tensor<32x1xf32>
    %s1_1 = dlc.add %s1_0, %p1_1 : tensor<5x32x26x26xf32, #dlc.live<n, *, *, *>>
    %x1_2 = dlc.slice %x starts = [0, 0, 1, 2] sizes = [5, 1, 26, 26] strides = [1, 1, 1, 1] : tensor<5x1x28x28xf32, #dlc.live<n, *, *, *>>
    %w1_2 = dlc.slice %w starts = [0, 0, 1, 2] sizes = [32, 1, 1, 1] strides = [1, 1, 1, 1] : tensor<32x1x3x3xf32>
    %v1_2 = dlc.reshape %w1_2 : tensor<32x1x1x1xf32> to tensor<32x1xf32>
    %p1_2 = dlc.contract %x1_2 [0, 4, 2, 3], %v1_2 [1, 4] -> [0, 1, 2, 3] : tensor<5x1x26x26xf32, #dlc.live<n, *, *, *>>, tensor<32x1xf32>
    %s1_2 = dlc.add %s1_1, %p1_2 : tensor<5x32x26x26xf32, #dlc.live<n, *, *, *>>
    %x2_0 = dlc.slice %x starts = [0, 0, 2, 0] sizes = [5, 1, 26, 26] strides = [1, 1, 1, 1] : tensor<5x1x28x28xf32, #dlc.live<n, *, *, *>>
    %w2_0 = dlc.slice %w starts = [0, 0, 2, 0] sizes = [32, 1, 1, 1] strides = [1, 1, 1, 1] : tensor<32x1x3x3xf32>
    %v2_0 = dlc.reshape %w2_0 : tensor<32x1x1x1xf32> to tensor<32x1xf32>
    %p2_0 = dlc.contract %x2_0 [0, 4, 2, 3], %v2_0 [1, 4] -> [0, 1, 2, 3] : tensor<5x1x26x26xf32, #dlc.live<n, *, *, *>>, tensor<32x1xf32>
    %s2_0 = dlc.add %s1_2, %p2_0 : tensor<5x32x26x26xf32, #dlc.live<n, *, *, *>>
    %x2_1 = dlc.slice %x starts = [0, 0, 2, 1] sizes = [5, 1, 26, 26] strides = [1, 1, 1, 1] : tensor<5x1x28x28xf32, #dlc.live<n, *, *, *>>
    %w2_1 = dlc.slice %w starts = [0, 0, 2, 1] sizes = [32, 1, 1, 1] strides = [1, 1, 1, 1] : tensor<32x1x3x3xf32>
    %v2_1 = dlc.reshape %w2_1 : tensor<32x1x1x1xf32> to tensor<32x1xf32>
    %p2_1 = dlc.contract %x2_1 [0, 4, 2, 3], %v2_1 [1, 4] -> [0, 1, 2, 3] : tensor<5x1x26x26xf32, #dlc.live<n, *, *, *>>, tensor<32x1xf32>
    %s2_1 = dlc.add %s2_0, %p2_1 : tensor<5x32x26x26xf32, #dlc.live<n, *, *, *>>
    %x2_2 = dlc.slice %x starts = [0, 0, 2, 2] sizes = [5, 1, 26, 26] strides = [1, 1, 1, 1] : tensor<5x1x28x28xf32, #dlc.live<n, *, *, *>>
    %w2_2 = dlc.slice %w starts = [0, 0, 2, 2] sizes = [32, 1, 1, 1] strides = [1, 1, 1, 1] : tensor<32x1x3x3xf32>
    %v2_2 = dlc.reshape %w2_2 : tensor<32x1x1x1xf32> to tensor<32x1xf32>
    %p2_2 = dlc.contract %x2_2 [0, 4, 2, 3], %v2_2 [1, 4] -> [0, 1, 2, 3] : tensor<5x1x26x26xf32, #dlc.live<n, *, *, *>>, tensor<32x1xf32>
    %s2_2 = dlc.add %s2_1, %p2_2 : tensor<5x32x26x26xf32, #dlc.live<n, *, *, *>>
    dlc.yield %s2_2 : tensor<5x32x26x26xf32, #dlc.live<n, *, *, *>>
  }
  dlc.entry @static inputs ["x", "w"] states [] results ["y"] attributes {check.same_as = @static.sum, check.tolerance = 2.0e-5, check.gradient} {
  ^bb0(%x: tensor<2x3x7x7xf32>, %w: tensor<5x3x3x3xf32>):
    %y = dlc.conv %x, %w strides = [2, 2] dilations = [1, 1] : tensor<2x3x7x7xf32>, tensor<5x3x3x3xf32>
    dlc.yield %y : tensor<2x5x3x3xf32>
  }
  dlc.entry @static.sum inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<2x3x7x7xf32>, %w: tensor<5x3x3x3xf32>):
    %x0_0 = dlc.slice %x starts = [0, 0, 0, 0] sizes = [2, 3, 3, 3] strides = [1, 1, 2, 2] : tensor<2x3x7x7xf32>
    %w0_0 = dlc.slice %w starts = [0, 0, 0, 0] sizes = [5, 3, 1, 1] strides = [1, 1, 1, 1] : tensor<5x3x3x3xf32>
    %v0_0 = dlc.reshape %w0_0 : tensor<5x3x1x1xf32> to tensor<5x3xf32>
    %p0_0 = dlc.contract %x0_0 [0, 4, 2, 3], %v0_0 [1, 4] -> [0, 1, 2, 3] : tensor<2x3x3x3xf32>, tensor<5x3xf32>
    %x0_1 = dlc.slice %x starts = [0, 0, 0, 1] sizes = [2, 3, 3, 3] strides = [1, 1, 2, 2] : tensor<2x3x7x7xf32>
    %w0_1 = dlc.slice %w starts = [0, 0, 0, 1] sizes = [5, 3, 1, 1] strides = [1, 1, 1, 1] : tensor<5x3x3x3xf32>
    %v0_1 = dlc.reshape %w0_1 : tensor<5x3x1x1xf32> to tensor<5x3xf32>
    %p0_1 = dlc.contract %x0_1 [0, 4, 2, 3], %v0_1 [1, 4] -> [0, 1, 2, 3] : tensor<2x3x3x3xf32>, tensor<5x3xf32>
    %s0_1 = dlc.add %p0_0, %p0_1 : tensor<2x5x3x3xf32>
    %x0_2 = dlc.slice %x starts = [0, 0, 0, 2] sizes = [2, 3, 3, 3] strides = [1, 1, 2, 2] : tensor<2x3x7x7xf32>
    %w0_2 = dlc.slice %w starts = [0, 0, 0, 2] sizes = [5, 3, 1, 1] strides = [1, 1, 1, 1] : tensor<5x3x3x3xf32>
    %v0_2 = dlc.reshape %w0_2 : tensor<5x3x1x1xf32> to tensor<5x3xf32>
    %p0_2 = dlc.contract %x0_2 [0, 4, 2, 3], %v0_2 [1, 4] -> [0, 1, 2, 3] : tensor<2x3x3x3xf32>, tensor<5x3xf32>
    %s0_2 = dlc.add %s0_1, %p0_2 : tensor<2x5x3x3xf32>
    %x1_0 = dlc.slice %x starts = [0, 0, 1, 0] sizes = [2, 3, 3, 3] strides = [1, 1, 2, 2] : tensor<2x3x7x7xf32>
    %w1_0 = dlc.slice %w starts = [0, 0, 1, 0] sizes = [5, 3, 1, 1] strides = [1, 1, 1, 1] : tensor<5x3x3x3xf32>
    %v1_0 = dlc.reshape %w1_0 : tensor<5x3x1x1xf32> to tensor<5x3xf32>
    %p1_0 = dlc.contract %x1_0 [0, 4, 2, 3], %v1_0 [1, 4] -> [0, 1, 2, 3] : tensor<2x3x3x3xf32>, tensor<5x3xf32>
    %s1_0 = dlc.add %s0_2, %p1_0 : tensor<2x5x3x3xf32>
    %x1_1 = dlc.slice %x starts = [0, 0, 1, 1] sizes = [2, 3, 3, 3] strides = [1, 1, 2, 2] : tensor<2x3x7x7xf32>
    %w1_1 = dlc.slice %w starts = [0, 0, 1, 1] sizes = [5, 3, 1, 1] strides = [1, 1, 1, 1] : tensor<5x3x3x3xf32>
    %v1_1 = dlc.reshape %w1_1 : tensor<5x3x1x1xf32> to tensor<5x3xf32>
    %p1_1 = dlc.contract %x1_1 [0, 4, 2, 3], %v1_1 [1, 4] -> [0, 1, 2, 3] : tensor<2x3x3x3xf32>, tensor<5x3xf32>
    %s1_1 = dlc.add %s1_0, %p1_1 : tensor<2x5x3x3xf32>
    %x1_2 = dlc.slice %x starts = [0, 0, 1, 2] sizes = [2, 3, 3, 3] strides = [1, 1, 2, 2] : tensor<2x3x7x7xf32>
    %w1_2 = dlc.slice %w starts = [0, 0, 1, 2] sizes = [5, 3, 1, 1] strides = [1, 1, 1, 1] : tensor<5x3x3x3xf32>
    %v1_2 = dlc.reshape %w1_2 : tensor<5x3x1x1xf32> to tensor<5x3xf32>
    %p1_2 = dlc.contract %x1_2 [0, 4, 2, 3], %v1_2 [1, 4] -> [0, 1, 2, 3] : tensor<2x3x3x3xf32>, tensor<5x3xf32>
    %s1_2 = dlc.add %s1_1, %p1_2 : tensor<2x5x3x3xf32>
    %x2_0 = dlc.slice %x starts = [0, 0, 2, 0] sizes = [2, 3, 3, 3] strides = [1, 1, 2, 2] : tensor<2x3x7x7xf32>
    %w2_0 = dlc.slice %w starts = [0, 0, 2, 0] sizes = [5, 3, 1, 1] strides = [1, 1, 1, 1] : tensor<5x3x3x3xf32>
    %v2_0 = dlc.reshape %w2_0 : tensor<5x3x1x1xf32> to tensor<5x3xf32>
    %p2_0 = dlc.contract %x2_0 [0, 4, 2, 3], %v2_0 [1, 4] -> [0, 1, 2, 3] : tensor<2x3x3x3xf32>, tensor<5x3xf32>
    %s2_0 = dlc.add %s1_2, %p2_0 : tensor<2x5x3x3xf32>
    %x2_1 = dlc.slice %x starts = [0, 0, 2, 1] sizes = [2, 3, 3, 3] strides = [1, 1, 2, 2] : tensor<2x3x7x7xf32>
    %w2_1 = dlc.slice %w starts = [0, 0, 2, 1] sizes = [5, 3, 1, 1] strides = [1, 1, 1, 1] : tensor<5x3x3x3xf32>
    %v2_1 = dlc.reshape %w2_1 : tensor<5x3x1x1xf32> to tensor<5x3xf32>
    %p2_1 = dlc.contract %x2_1 [0, 4, 2, 3], %v2_1 [1, 4] -> [0, 1, 2, 3] : tensor<2x3x3x3xf32>, tensor<5x3xf32>
    %s2_1 = dlc.add %s2_0, %p2_1 : tensor<2x5x3x3xf32>
    %x2_2 = dlc.slice %x starts = [0, 0, 2, 2] sizes = [2, 3, 3, 3] strides = [1, 1, 2, 2] : tensor<2x3x7x7xf32>
    %w2_2 = dlc.slice %w starts = [0, 0, 2, 2] sizes = [5, 3, 1, 1] strides = [1, 1, 1, 1] : tensor<5x3x3x3xf32>
    %v2_2 = dlc.reshape %w2_2 : tensor<5x3x1x1xf32> to tensor<5x3xf32>
    %p2_2 = dlc.contract %x2_2 [0, 4, 2, 3], %v2_2 [1, 4] -> [0, 1, 2, 3] : tensor<2x3x3x3xf32>, tensor<5x3xf32>
    %s2_2 = dlc.add %s2_1, %p2_2 : tensor<2x5x3x3xf32>
    dlc.yield %s2_2 : tensor<2x5x3x3xf32>
  }
  // Padding, bias and activation around it.
  dlc.entry @layer inputs ["x", "w", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<5x2x5x5xf32, #dlc.live<n, *, *, *>>, %w: tensor<3x2x3x3xf32>, %b: tensor<3xf32>):
    %p = dlc.pad %x low = [0, 0, 1, 1] high = [0, 0, 1, 1] interior = [0, 0, 0, 0] value = 0.0 : tensor<5x2x5x5xf32, #dlc.live<n, *, *, *>>
    %c = dlc.conv %p, %w strides = [1, 1] dilations = [1, 1] : tensor<5x2x7x7xf32, #dlc.live<n, *, *, *>>, tensor<3x2x3x3xf32>
    %bb = dlc.broadcast %b dims = [0, 2, 3] : tensor<3xf32> to tensor<5x3x5x5xf32, #dlc.live<n, *, *, *>>
    %s = dlc.add %c, %bb : tensor<5x3x5x5xf32, #dlc.live<n, *, *, *>>
    %y = dlc.tanh %s : tensor<5x3x5x5xf32, #dlc.live<n, *, *, *>>
    dlc.yield %y : tensor<5x3x5x5xf32, #dlc.live<n, *, *, *>>
  }
  // Its gradients are convolutions: their gradients.
  dlc.entry @second inputs ["x", "w"] states [] results ["gx", "gw"] attributes {check.gradient} {
  ^bb0(%x: tensor<2x2x5x4xf64>, %w: tensor<2x2x2x2xf64>):
    %c = dlc.conv %x, %w strides = [2, 1] dilations = [2, 1] : tensor<2x2x5x4xf64>, tensor<2x2x2x2xf64>
    %q = dlc.mul %c, %c : tensor<2x2x2x3xf64>
    %s = dlc.reduce_sum %q dims = [0, 1, 2, 3] : tensor<2x2x2x3xf64>
    %g:2 = dlc.backward %s wrt(%x, %w) : tensor<f64> wrt(tensor<2x2x5x4xf64>, tensor<2x2x2x2xf64>)
    dlc.yield %g#0, %g#1 : tensor<2x2x5x4xf64>, tensor<2x2x2x2xf64>
  }
  // One and three spatial dims, groups, depthwise.
  dlc.entry @line inputs ["x", "w"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<5x3x11xf64, #dlc.live<n, *, *>>, %w: tensor<4x3x3xf64>):
    %y = dlc.conv %x, %w strides = [2] dilations = [2] : tensor<5x3x11xf64, #dlc.live<n, *, *>>, tensor<4x3x3xf64>
    dlc.yield %y : tensor<5x4x4xf64, #dlc.live<n, *, *>>
  }
  dlc.entry @volume inputs ["x", "w"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<2x2x4x5x3xf64>, %w: tensor<3x2x2x2x2xf64>):
    %y = dlc.conv %x, %w strides = [1, 2, 1] dilations = [1, 1, 2] : tensor<2x2x4x5x3xf64>, tensor<3x2x2x2x2xf64>
    dlc.yield %y : tensor<2x3x3x2x1xf64>
  }
  dlc.entry @groups inputs ["x", "w"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<5x2x3x6x5xf64, #dlc.live<n, *, *, *, *>>, %w: tensor<2x4x3x3x2xf64>):
    %y = dlc.conv %x, %w strides = [2, 1] dilations = [1, 2] : tensor<5x2x3x6x5xf64, #dlc.live<n, *, *, *, *>>, tensor<2x4x3x3x2xf64>
    dlc.yield %y : tensor<5x2x4x2x3xf64, #dlc.live<n, *, *, *, *>>
  }
  dlc.entry @depthwise inputs ["x", "w"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<5x17x1x6x6xf32, #dlc.live<n, *, *, *, *>>, %w: tensor<17x1x1x3x3xf32>):
    %y = dlc.conv %x, %w strides = [1, 1] dilations = [1, 1] : tensor<5x17x1x6x6xf32, #dlc.live<n, *, *, *, *>>, tensor<17x1x1x3x3xf32>
    dlc.yield %y : tensor<5x17x1x4x4xf32, #dlc.live<n, *, *, *, *>>
  }
  dlc.entry @multiplied inputs ["x", "w"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<2x3x1x7xf64>, %w: tensor<3x2x1x3xf64>):
    %y = dlc.conv %x, %w strides = [2] dilations = [1] : tensor<2x3x1x7xf64>, tensor<3x2x1x3xf64>
    dlc.yield %y : tensor<2x3x2x3xf64>
  }
  dlc.entry @grouped_volume inputs ["x", "w"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<1x2x2x3x3x3xf64>, %w: tensor<2x2x2x2x2x2xf64>):
    %y = dlc.conv %x, %w strides = [1, 1, 1] dilations = [1, 1, 1] : tensor<1x2x2x3x3x3xf64>, tensor<2x2x2x2x2x2xf64>
    dlc.yield %y : tensor<1x2x2x2x2x2xf64>
  }
  dlc.entry @second_in_groups inputs ["x", "w"] states [] results ["gx", "gw"] attributes {check.gradient} {
  ^bb0(%x: tensor<2x2x2x7xf64>, %w: tensor<2x3x2x2xf64>):
    %c = dlc.conv %x, %w strides = [2] dilations = [1] : tensor<2x2x2x7xf64>, tensor<2x3x2x2xf64>
    %q = dlc.mul %c, %c : tensor<2x2x3x3xf64>
    %s = dlc.reduce_sum %q dims = [0, 1, 2, 3] : tensor<2x2x3x3xf64>
    %g:2 = dlc.backward %s wrt(%x, %w) : tensor<f64> wrt(tensor<2x2x2x7xf64>, tensor<2x3x2x2xf64>)
    dlc.yield %g#0, %g#1 : tensor<2x2x2x7xf64>, tensor<2x3x2x2xf64>
  }
}
