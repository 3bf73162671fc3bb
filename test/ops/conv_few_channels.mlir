// RUN: dlc-opt %s --dlc-autodiff --dlc-simplify --dlc-split-weight-gradients | FileCheck %s
// RUN: dlc-check %s
// The gradient of a weight with few channels, from sums of each image, against one product of all
// windows.
// CHECK-LABEL: dlc.entry @one_channel
// CHECK: [[S:%.*]] = dlc.conv {{.*}}: tensor<1x8x1x21x20xf32, {{.*}}>, tensor<8x6x1x17x16xf32
// CHECK: dlc.reduce_sum [[S]] dims = [1]
// CHECK-LABEL: dlc.entry @strided
// CHECK: dlc.conv {{.*}}: tensor<3x9x1x65x33xf32>, tensor<9x5x1x32x16xf32>
dlc.program @conv_few_channels dims {n = 8 : i64} {
  dlc.entry @one_channel inputs ["x", "w", "dy"] states [] results ["dw"] attributes {check.same_as = @one_channel.direct, check.tolerance = 3.0e-5, check.ranges = [[-1.0, 1.0], [-1.0, 1.0], [-1.0, 1.0]]} {
  ^bb0(%x: tensor<8x1x21x20xf32, #dlc.live<n, *, *, *>>, %w: tensor<6x1x5x5xf32>, %dy: tensor<8x6x17x16xf32, #dlc.live<n, *, *, *>>):
    %y = dlc.conv %x, %w strides = [1, 1] dilations = [1, 1] : tensor<8x1x21x20xf32, #dlc.live<n, *, *, *>>, tensor<6x1x5x5xf32>
    %z = dlc.mul %y, %dy : tensor<8x6x17x16xf32, #dlc.live<n, *, *, *>>
    %loss = dlc.reduce_sum %z dims = [0, 1, 2, 3] : tensor<8x6x17x16xf32, #dlc.live<n, *, *, *>>
    %g = dlc.backward %loss wrt(%w) : tensor<f32> wrt(tensor<6x1x5x5xf32>)
    dlc.yield %g : tensor<6x1x5x5xf32>
  }
  dlc.entry @one_channel.direct inputs ["x", "w", "dy"] states [] results ["dw"] {
  ^bb0(%x: tensor<8x1x21x20xf32, #dlc.live<n, *, *, *>>, %w: tensor<6x1x5x5xf32>, %dy: tensor<8x6x17x16xf32, #dlc.live<n, *, *, *>>):
    %r = dlc.windows %x dim = 2 count = 17 size = 5 mul = 1 add = 0 div = 1 dilation = 1 : tensor<8x1x21x20xf32, #dlc.live<n, *, *, *>>
    %p = dlc.windows %r dim = 3 count = 16 size = 5 mul = 1 add = 0 div = 1 dilation = 1 : tensor<8x1x17x20x5xf32, #dlc.live<n, *, *, *, *>>
    %dw = dlc.contract %dy [0, 1, 2, 3], %p [0, 4, 2, 3, 5, 6] -> [1, 4, 5, 6] : tensor<8x6x17x16xf32, #dlc.live<n, *, *, *>>, tensor<8x1x17x16x5x5xf32, #dlc.live<n, *, *, *, *, *>>
    dlc.yield %dw : tensor<6x1x5x5xf32>
  }

  dlc.entry @strided inputs ["x", "w", "dy"] states [] results ["dw"] attributes {check.same_as = @strided.direct, check.tolerance = 3.0e-5, check.ranges = [[-1.0, 1.0], [-1.0, 1.0], [-1.0, 1.0]]} {
  ^bb0(%x: tensor<9x3x65x33xf32>, %w: tensor<5x3x3x3xf32>, %dy: tensor<9x5x32x16xf32>):
    %y = dlc.conv %x, %w strides = [2, 2] dilations = [1, 1] : tensor<9x3x65x33xf32>, tensor<5x3x3x3xf32>
    %z = dlc.mul %y, %dy : tensor<9x5x32x16xf32>
    %loss = dlc.reduce_sum %z dims = [0, 1, 2, 3] : tensor<9x5x32x16xf32>
    %g = dlc.backward %loss wrt(%w) : tensor<f32> wrt(tensor<5x3x3x3xf32>)
    dlc.yield %g : tensor<5x3x3x3xf32>
  }
  dlc.entry @strided.direct inputs ["x", "w", "dy"] states [] results ["dw"] {
  ^bb0(%x: tensor<9x3x65x33xf32>, %w: tensor<5x3x3x3xf32>, %dy: tensor<9x5x32x16xf32>):
    %r = dlc.windows %x dim = 2 count = 32 size = 3 mul = 2 add = 0 div = 1 dilation = 1 : tensor<9x3x65x33xf32>
    %p = dlc.windows %r dim = 3 count = 16 size = 3 mul = 2 add = 0 div = 1 dilation = 1 : tensor<9x3x32x33x3xf32>
    %dw = dlc.contract %dy [0, 1, 2, 3], %p [0, 4, 2, 3, 5, 6] -> [1, 4, 5, 6] : tensor<9x5x32x16xf32>, tensor<9x3x32x16x3x3xf32>
    dlc.yield %dw : tensor<5x3x3x3xf32>
  }
}
