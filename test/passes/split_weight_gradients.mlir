// RUN: %dlc-opt %s --dlc-split-weight-gradients | FileCheck %s

// Each image is a group; what its sums are, a weight is too.
// CHECK-LABEL: func.func @few_channels(
// CHECK-SAME: [[X:%.*]]: tensor<64x1x32x32xf32, #dlc.live<n, *, *, *>>, [[DY:%.*]]: tensor<64x6x28x28xf32, #dlc.live<n, *, *, *>>)
func.func @few_channels(%x: tensor<64x1x32x32xf32, #dlc.live<n, *, *, *>>, %dy: tensor<64x6x28x28xf32, #dlc.live<n, *, *, *>>) -> tensor<1x6x5x5xf32> {
  // CHECK: [[IMAGES:%.*]] = dlc.reshape [[X]] : {{.*}} to tensor<64x1x1x32x32xf32, #dlc.live<n, *, *, *, *>>
  // CHECK: [[RESULTS:%.*]] = dlc.reshape [[DY]] : {{.*}} to tensor<64x6x1x28x28xf32, #dlc.live<n, *, *, *, *>>
  // CHECK: [[CHANNELS:%.*]] = dlc.permute [[IMAGES]] perm = [2, 0, 1, 3, 4]
  // CHECK: [[SUMS:%.*]] = dlc.conv [[CHANNELS]], [[RESULTS]] strides = [1, 1] dilations = [1, 1]
  // CHECK: dlc.reduce_sum [[SUMS]] dims = [1] : tensor<1x64x6x5x5xf32, #dlc.live<*, n, *, *, *>>
  %0 = dlc.permute %x perm = [1, 0, 2, 3] : tensor<64x1x32x32xf32, #dlc.live<n, *, *, *>>
  %1 = dlc.permute %dy perm = [1, 0, 2, 3] : tensor<64x6x28x28xf32, #dlc.live<n, *, *, *>>
  %2 = dlc.conv %0, %1 strides = [1, 1] dilations = [1, 1] : tensor<1x64x32x32xf32, #dlc.live<*, n, *, *>>, tensor<6x64x28x28xf32, #dlc.live<*, n, *, *>>
  return %2 : tensor<1x6x5x5xf32>
}

// Along one dim, with a stride: it is a dilation here.
// CHECK-LABEL: func.func @strided(
func.func @strided(%x: tensor<16x2x4096xf32>, %dy: tensor<16x4x2046xf32>) -> tensor<2x4x6xf32> {
  // CHECK: dlc.conv {{.*}} strides = [1] dilations = [2] {{.*}}: tensor<2x16x1x4096xf32>, tensor<16x4x1x2046xf32>
  %0 = dlc.permute %x perm = [1, 0, 2] : tensor<16x2x4096xf32>
  %1 = dlc.permute %dy perm = [1, 0, 2] : tensor<16x4x2046xf32>
  %2 = dlc.conv %0, %1 strides = [1] dilations = [2] : tensor<2x16x4096xf32>, tensor<4x16x2046xf32>
  return %2 : tensor<2x4x6xf32>
}

// Depthwise: a thread goes through whole images.
// CHECK-LABEL: func.func @depthwise(
// CHECK-SAME: [[X:%.*]]: tensor<16x64x1x34x34xf32, #dlc.live<n, *, *, *, *>>, [[DY:%.*]]: tensor<16x64x1x32x32xf32, #dlc.live<n, *, *, *, *>>)
func.func @depthwise(%x: tensor<16x64x1x34x34xf32, #dlc.live<n, *, *, *, *>>, %dy: tensor<16x64x1x32x32xf32, #dlc.live<n, *, *, *, *>>) -> tensor<1x64x1x3x3xf32> {
  // CHECK: [[IMAGES:%.*]] = dlc.reshape [[X]] : {{.*}} to tensor<16x64x1x1x34x34xf32, #dlc.live<n, *, *, *, *, *>>
  // CHECK: [[RESULTS:%.*]] = dlc.reshape [[DY]] : {{.*}} to tensor<16x64x1x1x32x32xf32, #dlc.live<n, *, *, *, *, *>>
  // CHECK: [[CHANNELS:%.*]] = dlc.permute [[IMAGES]] perm = [2, 0, 1, 3, 4, 5]
  // CHECK: [[SUMS:%.*]] = dlc.conv [[CHANNELS]], [[RESULTS]] strides = [1, 1] dilations = [1, 1]
  // CHECK: dlc.reduce_sum [[SUMS]] dims = [1] : tensor<1x16x64x1x3x3xf32, #dlc.live<*, n, *, *, *, *>>
  %0 = dlc.permute %x perm = [2, 1, 0, 3, 4] : tensor<16x64x1x34x34xf32, #dlc.live<n, *, *, *, *>>
  %1 = dlc.permute %dy perm = [1, 2, 0, 3, 4] : tensor<16x64x1x32x32xf32, #dlc.live<n, *, *, *, *>>
  %2 = dlc.conv %0, %1 strides = [1, 1] dilations = [1, 1] : tensor<1x64x16x34x34xf32, #dlc.live<*, *, n, *, *>>, tensor<64x1x16x32x32xf32, #dlc.live<*, *, n, *, *>>
  return %2 : tensor<1x64x1x3x3xf32>
}

// Sums enough for all registers; images so small that adding their sums up would take longer; few
// images; a convolution that is no weight gradient; groups that multiply much.
// CHECK-LABEL: func.func @as_they_are(
func.func @as_they_are(%a: tensor<64x6x14x14xf32>, %da: tensor<64x16x10x10xf32>, %b: tensor<64x1x8x8xf32>, %db: tensor<64x6x6x6xf32>, %c: tensor<4x1x32x32xf32>, %dc: tensor<4x6x28x28xf32>, %w: tensor<6x1x5x5xf32>, %g: tensor<16x8x16x34x34xf32>, %dg: tensor<16x8x16x32x32xf32>) -> (tensor<6x16x5x5xf32>, tensor<1x6x3x3xf32>, tensor<1x6x5x5xf32>, tensor<4x6x28x28xf32>, tensor<16x8x16x3x3xf32>) {
  // CHECK: dlc.conv {{.*}} : tensor<6x64x14x14xf32>
  %0 = dlc.permute %a perm = [1, 0, 2, 3] : tensor<64x6x14x14xf32>
  %1 = dlc.permute %da perm = [1, 0, 2, 3] : tensor<64x16x10x10xf32>
  %2 = dlc.conv %0, %1 strides = [1, 1] dilations = [1, 1] : tensor<6x64x14x14xf32>, tensor<16x64x10x10xf32>
  // CHECK: dlc.conv {{.*}} : tensor<1x64x8x8xf32>
  %3 = dlc.permute %b perm = [1, 0, 2, 3] : tensor<64x1x8x8xf32>
  %4 = dlc.permute %db perm = [1, 0, 2, 3] : tensor<64x6x6x6xf32>
  %5 = dlc.conv %3, %4 strides = [1, 1] dilations = [1, 1] : tensor<1x64x8x8xf32>, tensor<6x64x6x6xf32>
  // CHECK: dlc.conv {{.*}} : tensor<1x4x32x32xf32>
  %6 = dlc.permute %c perm = [1, 0, 2, 3] : tensor<4x1x32x32xf32>
  %7 = dlc.permute %dc perm = [1, 0, 2, 3] : tensor<4x6x28x28xf32>
  %8 = dlc.conv %6, %7 strides = [1, 1] dilations = [1, 1] : tensor<1x4x32x32xf32>, tensor<6x4x28x28xf32>
  // CHECK: dlc.conv {{.*}} : tensor<4x1x32x32xf32>
  %9 = dlc.conv %c, %w strides = [1, 1] dilations = [1, 1] : tensor<4x1x32x32xf32>, tensor<6x1x5x5xf32>
  // CHECK: dlc.conv {{.*}} : tensor<16x8x16x34x34xf32>
  %10 = dlc.permute %g perm = [2, 1, 0, 3, 4] : tensor<16x8x16x34x34xf32>
  %11 = dlc.permute %dg perm = [1, 2, 0, 3, 4] : tensor<16x8x16x32x32xf32>
  %12 = dlc.conv %10, %11 strides = [1, 1] dilations = [1, 1] : tensor<16x8x16x34x34xf32>, tensor<8x16x16x32x32xf32>
  return %2, %5, %8, %9, %12 : tensor<6x16x5x5xf32>, tensor<1x6x3x3xf32>, tensor<1x6x5x5xf32>, tensor<4x6x28x28xf32>, tensor<16x8x16x3x3xf32>
}
