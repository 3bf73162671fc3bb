// RUN: %dlc-opt %s --split-input-file --verify-diagnostics

func.func @windows_dim(%x: tensor<4x9xf32>) {
  // expected-error @below {{`windows` along dim 2 of [4, 9] of f32, which has rank 2}}
  %0 = dlc.windows %x dim = 2 count = 1 size = 1 mul = 1 add = 0 div = 1 dilation = 1 : tensor<4x9xf32>
  return
}

// -----

func.func @windows_dynamic(%x: tensor<9xf32, #dlc.live<n>>) {
  // expected-error @below {{`windows` along dynamic dim 0 of [n<=9] of f32; only static dims have windows}}
  %0 = dlc.windows %x dim = 0 count = 1 size = 1 mul = 1 add = 0 div = 1 dilation = 1 : tensor<9xf32, #dlc.live<n>>
  return
}

// -----

func.func @windows_step(%x: tensor<9xf32>) {
  // expected-error @below {{`windows` of 3 elements by 0 with dilation 1; each is at least 1}}
  %0 = dlc.windows %x dim = 0 count = 1 size = 3 mul = 0 add = 0 div = 1 dilation = 1 : tensor<9xf32>
  return
}

// -----

func.func @windows_reach(%x: tensor<9xf32>) {
  // expected-error @below {{`windows` reach to element 11 of dim 0 of [9] of f32, which has 9}}
  %0 = dlc.windows %x dim = 0 count = 5 size = 3 mul = 2 add = 0 div = 1 dilation = 1 : tensor<9xf32>
  return
}

// -----

func.func @conv_rank(%x: tensor<3x9x9xf32>, %w: tensor<5x3x3x3xf32>) {
  // expected-error @below {{`conv` of [3, 9, 9] of f32 and [5, 3, 3, 3] of f32 over 2 spatial dims; it takes [N,C,spatial...] and [O,C,kernel...], or in groups [N,G...,C,spatial...] and [G...,O,C,kernel...]}}
  %0 = dlc.conv %x, %w strides = [1, 1] dilations = [1, 1] : tensor<3x9x9xf32>, tensor<5x3x3x3xf32>
  return
}

// -----

func.func @conv_elements(%x: tensor<1x3x9x9xf64>, %w: tensor<5x3x3x3xf32>) {
  // expected-error @below {{`conv` of [1, 3, 9, 9] of f64 and [5, 3, 3, 3] of f32; the element types must be equal, hint: `.to(dtype)`}}
  %0 = dlc.conv %x, %w strides = [1, 1] dilations = [1, 1] : tensor<1x3x9x9xf64>, tensor<5x3x3x3xf32>
  return
}

// -----

func.func @conv_channels(%x: tensor<1x4x9x9xf32>, %w: tensor<5x3x3x3xf32>) {
  // expected-error @below {{`conv` of an input [1, 4, 9, 9] of f32 with 4 channels and a weight [5, 3, 3, 3] of f32 for 3; dim 1 of both must be equal}}
  %0 = dlc.conv %x, %w strides = [1, 1] dilations = [1, 1] : tensor<1x4x9x9xf32>, tensor<5x3x3x3xf32>
  return
}

// -----

func.func @conv_groups(%x: tensor<1x2x3x9xf32>, %w: tensor<4x5x3x3xf32>) {
  // expected-error @below {{`conv` of an input [1, 2, 3, 9] of f32 in 2 groups and a weight [4, 5, 3, 3] of f32 for 4; dim 1 and dim 0 must be equal}}
  %0 = dlc.conv %x, %w strides = [1] dilations = [1] : tensor<1x2x3x9xf32>, tensor<4x5x3x3xf32>
  return
}

// -----

func.func @conv_stride(%x: tensor<1x3x9x9xf32>, %w: tensor<5x3x3x3xf32>) {
  // expected-error @below {{`conv` with stride 0 and dilation 1; both are at least 1}}
  %0 = dlc.conv %x, %w strides = [1, 0] dilations = [1, 1] : tensor<1x3x9x9xf32>, tensor<5x3x3x3xf32>
  return
}

// -----

func.func @conv_fit(%x: tensor<1x3x9x4xf32>, %w: tensor<5x3x3x3xf32>) {
  // expected-error @below {{`conv` with a kernel that spans 5 of dim 3 of [1, 3, 9, 4] of f32, which has 4; the kernel must fit, hint: add padding}}
  %0 = dlc.conv %x, %w strides = [1, 1] dilations = [1, 2] : tensor<1x3x9x4xf32>, tensor<5x3x3x3xf32>
  return
}

// -----

func.func @conv_dynamic(%x: tensor<1x3x9x9xf32, #dlc.live<*, *, n, *>>, %w: tensor<5x3x3x3xf32>) {
  // expected-error @below {{`conv` of [1, 3, n<=9, 9] of f32 and [5, 3, 3, 3] of f32; spatial dims must be static}}
  %0 = dlc.conv %x, %w strides = [1, 1] dilations = [1, 1] : tensor<1x3x9x9xf32, #dlc.live<*, *, n, *>>, tensor<5x3x3x3xf32>
  return
}

// -----

func.func @conv_strides(%x: tensor<1x3x9x9xf32>, %w: tensor<5x3x3x3xf32>) {
  // expected-error @below {{`conv` with 1 strides and 2 dilations; it takes one of each for 1 to 3 spatial dims}}
  %0 = dlc.conv %x, %w strides = [1] dilations = [1, 1] : tensor<1x3x9x9xf32>, tensor<5x3x3x3xf32>
  return
}

// -----

func.func @pool_rank(%x: tensor<9x9xf32>) {
  // expected-error @below {{`max_pool` of [9, 9] of f32 over 2 spatial dims; it takes [N,C,spatial...]}}
  %0:2 = dlc.max_pool %x window = [2, 2] strides = [2, 2] dilations = [1, 1] : tensor<9x9xf32>
  return
}

// -----

func.func @pool_window(%x: tensor<1x1x9x9xf32>) {
  // expected-error @below {{`max_pool` with window 0, stride 2 and dilation 1; each is at least 1}}
  %0:2 = dlc.max_pool %x window = [2, 0] strides = [2, 2] dilations = [1, 1] : tensor<1x1x9x9xf32>
  return
}

// -----

func.func @pool_fit(%x: tensor<1x1x9x2xf32>) {
  // expected-error @below {{`max_pool` with a window that spans 3 of dim 3 of [1, 1, 9, 2] of f32, which has 2; the window must fit}}
  %0:2 = dlc.max_pool %x window = [2, 2] strides = [2, 2] dilations = [1, 2] : tensor<1x1x9x2xf32>
  return
}

// -----

func.func @pool_dynamic(%x: tensor<1x1x9x9xf32, #dlc.live<*, *, *, n>>) {
  // expected-error @below {{`max_pool` of [1, 1, 9, n<=9] of f32; spatial dims must be static}}
  %0:2 = dlc.max_pool %x window = [2, 2] strides = [2, 2] dilations = [1, 1] : tensor<1x1x9x9xf32, #dlc.live<*, *, *, n>>
  return
}

// -----

func.func @pool_sizes(%x: tensor<1x1x9x9xf32>) {
  // expected-error @below {{`max_pool` with 1 sizes of a window, 2 strides and 2 dilations; it takes one of each for 1 to 3 spatial dims}}
  %0:2 = dlc.max_pool %x window = [2] strides = [2, 2] dilations = [1, 1] : tensor<1x1x9x9xf32>
  return
}

// -----

func.func @winograd(%x: tensor<1x16x9x9xf32>, %w: tensor<16x16x3x2xf32>) {
  // expected-error @below {{`winograd` of [1, 16, 9, 9] of f32 and [16, 16, 3, 2] of f32; it takes [N,C,H,W] and [O,C,3,3], C and O multiples of 16}}
  %0 = dlc.winograd %x, %w low = [0, 0] high = [0, 0] : tensor<1x16x9x9xf32>, tensor<16x16x3x2xf32>
  return
}

// -----

func.func @winograd_vectors(%x: tensor<1x16x9x9xf32>, %w: tensor<24x16x3x3xf32>) {
  // expected-error @below {{`winograd` of [1, 16, 9, 9] of f32 and [24, 16, 3, 3] of f32; it takes [N,C,H,W] and [O,C,3,3], C and O multiples of 16}}
  %0 = dlc.winograd %x, %w low = [0, 0] high = [0, 0] : tensor<1x16x9x9xf32>, tensor<24x16x3x3xf32>
  return
}

// -----

func.func @winograd_dynamic(%x: tensor<1x16x9x9xf32, #dlc.live<*, *, n, *>>, %w: tensor<16x16x3x3xf32>) {
  // expected-error @below {{`winograd` of [1, 16, n<=9, 9] of f32; only N may be dynamic, and a window must fit}}
  %0 = dlc.winograd %x, %w low = [0, 0] high = [0, 0] : tensor<1x16x9x9xf32, #dlc.live<*, *, n, *>>, tensor<16x16x3x3xf32>
  return
}

// -----

func.func @winograd_window(%x: tensor<1x16x9x1xf32>, %w: tensor<16x16x3x3xf32>) {
  // expected-error @below {{`winograd` of [1, 16, 9, 1] of f32; only N may be dynamic, and a window must fit}}
  %0 = dlc.winograd %x, %w low = [0, 0] high = [0, 1] : tensor<1x16x9x1xf32>, tensor<16x16x3x3xf32>
  return
}

// -----

func.func @winograd_padding(%x: tensor<1x16x9x9xf32>, %w: tensor<16x16x3x3xf32>) {
  // expected-error @below {{`winograd` takes two counts of zeros on each side}}
  %0 = dlc.winograd %x, %w low = [0, -1] high = [0, 0] : tensor<1x16x9x9xf32>, tensor<16x16x3x3xf32>
  return
}

// -----

func.func @winograd_weight(%x: tensor<1x16x9x9xf32>, %dy: tensor<1x16x9x9xf32>) {
  // expected-error @below {{`winograd_weight` of [1, 16, 9, 9] of f32 and [1, 16, 9, 9] of f32; they are what a 3x3 convolution reads and what it makes, with channels in multiples of 16}}
  %0 = dlc.winograd_weight %x, %dy low = [0, 0] high = [0, 0] parts = 1 : tensor<1x16x9x9xf32>, tensor<1x16x9x9xf32>
  return
}
