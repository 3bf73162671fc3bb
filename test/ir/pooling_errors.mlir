// RUN: %dlc-opt %s --split-input-file --verify-diagnostics

func.func @rank(%x: tensor<9x9xf32>) {
  // expected-error @below {{`max_pool2d` takes [N,C,H,W], got [9, 9] of f32}}
  %0:2 = dlc.max_pool2d %x window = [2, 2] strides = [2, 2] dilations = [1, 1] : tensor<9x9xf32>
  return
}

// -----

func.func @window(%x: tensor<1x1x9x9xf32>) {
  // expected-error @below {{`max_pool2d` with window 0, stride 2 and dilation 1; each is at least 1}}
  %0:2 = dlc.max_pool2d %x window = [2, 0] strides = [2, 2] dilations = [1, 1] : tensor<1x1x9x9xf32>
  return
}

// -----

func.func @fit(%x: tensor<1x1x9x2xf32>) {
  // expected-error @below {{`max_pool2d` with a window that spans 3 of dim 3 of [1, 1, 9, 2] of f32, which has 2; the window must fit}}
  %0:2 = dlc.max_pool2d %x window = [2, 2] strides = [2, 2] dilations = [1, 2] : tensor<1x1x9x2xf32>
  return
}

// -----

func.func @dynamic(%x: tensor<1x1x9x9xf32, #dlc.live<*, *, *, n>>) {
  // expected-error @below {{`max_pool2d` of [1, 1, 9, n<=9] of f32; height and width must be static}}
  %0:2 = dlc.max_pool2d %x window = [2, 2] strides = [2, 2] dilations = [1, 1] : tensor<1x1x9x9xf32, #dlc.live<*, *, *, n>>
  return
}

// -----

func.func @two_sizes(%x: tensor<1x1x9x9xf32>) {
  // expected-error @below {{`max_pool2d` takes 2 sizes of a window, 2 strides and 2 dilations, got 1, 2 and 2}}
  %0:2 = dlc.max_pool2d %x window = [2] strides = [2, 2] dilations = [1, 1] : tensor<1x1x9x9xf32>
  return
}
