// RUN: %dlc-opt %s --dlc-winograd -split-input-file | FileCheck %s
// RUN: %dlc-opt %s --dlc-winograd=always -split-input-file | FileCheck %s --check-prefix=ALWAYS

// Zeros around the image are no matter of a padded copy any more.
// CHECK-LABEL: func.func @padded(
// CHECK-SAME: [[X:%.*]]: tensor<4x32x8x8xf32, #dlc.live<n, *, *, *>>, [[W:%.*]]: tensor<64x32x3x3xf32>)
func.func @padded(%x: tensor<4x32x8x8xf32, #dlc.live<n, *, *, *>>, %w: tensor<64x32x3x3xf32>) -> tensor<4x64x8x8xf32, #dlc.live<n, *, *, *>> {
  // CHECK: [[Y:%.*]] = dlc.winograd [[X]], [[W]] low = [1, 0] high = [1, 2] : tensor<4x32x8x8xf32, #dlc.live<n, *, *, *>>, tensor<64x32x3x3xf32>
  // CHECK-NEXT: return [[Y]]
  %0 = dlc.pad %x low = [0, 0, 1, 0] high = [0, 0, 1, 2] interior = [0, 0, 0, 0] value = 0.0 : tensor<4x32x8x8xf32, #dlc.live<n, *, *, *>>
  %1 = dlc.conv %0, %w strides = [1, 1] dilations = [1, 1] : tensor<4x32x10x10xf32, #dlc.live<n, *, *, *>>, tensor<64x32x3x3xf32>
  return %1 : tensor<4x64x8x8xf32, #dlc.live<n, *, *, *>>
}

// Ones around it are.
// CHECK-LABEL: func.func @ones(
func.func @ones(%x: tensor<4x32x8x8xf32>, %w: tensor<64x32x3x3xf32>) -> tensor<4x64x8x8xf32> {
  // CHECK: [[P:%.*]] = dlc.pad
  // CHECK-NEXT: dlc.winograd [[P]], {{.*}} low = [0, 0] high = [0, 0]
  %0 = dlc.pad %x low = [0, 0, 1, 1] high = [0, 0, 1, 1] interior = [0, 0, 0, 0] value = 1.0 : tensor<4x32x8x8xf32>
  %1 = dlc.conv %0, %w strides = [1, 1] dilations = [1, 1] : tensor<4x32x10x10xf32>, tensor<64x32x3x3xf32>
  return %1 : tensor<4x64x8x8xf32>
}

// The gradient of the image.
// CHECK-LABEL: func.func @turned(
// CHECK-SAME: [[X:%.*]]: tensor<4x32x10x10xf32>, [[W:%.*]]: tensor<32x64x3x3xf32>)
func.func @turned(%x: tensor<4x32x10x10xf32>, %w: tensor<32x64x3x3xf32>) -> tensor<4x64x8x8xf32> {
  // CHECK: [[P:%.*]] = dlc.permute [[W]] perm = [1, 0, 2, 3]
  // CHECK-NEXT: dlc.winograd [[X]], [[P]] low = [0, 0] high = [0, 0] turned
  %0 = dlc.reverse %w dims = [2, 3] : tensor<32x64x3x3xf32>
  %1 = dlc.permute %0 perm = [1, 0, 2, 3] : tensor<32x64x3x3xf32>
  %2 = dlc.conv %x, %1 strides = [1, 1] dilations = [1, 1] : tensor<4x32x10x10xf32>, tensor<64x32x3x3xf32>
  return %2 : tensor<4x64x8x8xf32>
}

// The gradient of the weight, over two parts of the images: there are 4 tiles in each.
// CHECK-LABEL: func.func @weight(
// CHECK-SAME: [[X:%.*]]: tensor<16x32x8x8xf32>, [[DY:%.*]]: tensor<16x64x8x8xf32>)
func.func @weight(%x: tensor<16x32x8x8xf32>, %dy: tensor<16x64x8x8xf32>) -> tensor<32x64x3x3xf32> {
  // CHECK: [[S:%.*]] = dlc.winograd_weight [[X]], [[DY]] low = [1, 1] high = [1, 1] parts = 2 : tensor<16x32x8x8xf32>, tensor<16x64x8x8xf32>
  // CHECK-NEXT: dlc.reduce_sum [[S]] dims = [0] : tensor<2x32x64x3x3xf32>
  %0 = dlc.pad %x low = [0, 0, 1, 1] high = [0, 0, 1, 1] interior = [0, 0, 0, 0] value = 0.0 : tensor<16x32x8x8xf32>
  %1 = dlc.permute %0 perm = [1, 0, 2, 3] : tensor<16x32x10x10xf32>
  %2 = dlc.permute %dy perm = [1, 0, 2, 3] : tensor<16x64x8x8xf32>
  %3 = dlc.conv %1, %2 strides = [1, 1] dilations = [1, 1] : tensor<32x16x10x10xf32>, tensor<64x16x8x8xf32>
  return %3 : tensor<32x64x3x3xf32>
}

// One part needs no sum.
// CHECK-LABEL: func.func @whole_weight(
func.func @whole_weight(%x: tensor<4x512x6x6xf32>, %dy: tensor<4x256x4x4xf32>) -> tensor<512x256x3x3xf32> {
  // ALWAYS: [[S:%.*]] = dlc.winograd_weight {{.*}} parts = 1
  // ALWAYS-NEXT: dlc.reshape [[S]] : tensor<1x512x256x3x3xf32> to tensor<512x256x3x3xf32>
  %1 = dlc.permute %x perm = [1, 0, 2, 3] : tensor<4x512x6x6xf32>
  %2 = dlc.permute %dy perm = [1, 0, 2, 3] : tensor<4x256x4x4xf32>
  %3 = dlc.conv %1, %2 strides = [1, 1] dilations = [1, 1] : tensor<512x4x6x6xf32>, tensor<256x4x4x4xf32>
  return %3 : tensor<512x256x3x3xf32>
}

// Too few tiles for a large weight; and tiles that are mostly empty.
// CHECK-LABEL: func.func @small(
func.func @small(%x: tensor<2x512x6x6xf32>, %w: tensor<512x512x3x3xf32>, %z: tensor<64x32x7x7xf32>, %v: tensor<32x32x3x3xf32>) -> (tensor<2x512x4x4xf32>, tensor<64x32x5x5xf32>) {
  // CHECK-COUNT-2: dlc.conv
  // ALWAYS-COUNT-2: dlc.winograd
  %0 = dlc.conv %x, %w strides = [1, 1] dilations = [1, 1] : tensor<2x512x6x6xf32>, tensor<512x512x3x3xf32>
  %1 = dlc.conv %z, %v strides = [1, 1] dilations = [1, 1] : tensor<64x32x7x7xf32>, tensor<32x32x3x3xf32>
  return %0, %1 : tensor<2x512x4x4xf32>, tensor<64x32x5x5xf32>
}

// -----

// What it cannot do: other windows, strides, dilations, groups, types, channels in no whole vectors.
// ALWAYS-LABEL: func.func @others(
func.func @others(%x: tensor<4x32x16x16xf32>, %w: tensor<32x32x3x3xf32>, %v: tensor<32x32x3x2xf32>, %u: tensor<24x32x3x3xf32>, %x64: tensor<4x32x16x16xf64>, %w64: tensor<32x32x3x3xf64>, %xg: tensor<4x2x16x16x16xf32>, %wg: tensor<2x16x16x3x3xf32>) {
  // ALWAYS-COUNT-6: dlc.conv
  // ALWAYS-NOT: dlc.winograd
  %0 = dlc.conv %x, %v strides = [1, 1] dilations = [1, 1] : tensor<4x32x16x16xf32>, tensor<32x32x3x2xf32>
  %1 = dlc.conv %x, %w strides = [2, 1] dilations = [1, 1] : tensor<4x32x16x16xf32>, tensor<32x32x3x3xf32>
  %2 = dlc.conv %x, %w strides = [1, 1] dilations = [1, 2] : tensor<4x32x16x16xf32>, tensor<32x32x3x3xf32>
  %3 = dlc.conv %x, %u strides = [1, 1] dilations = [1, 1] : tensor<4x32x16x16xf32>, tensor<24x32x3x3xf32>
  %4 = dlc.conv %x64, %w64 strides = [1, 1] dilations = [1, 1] : tensor<4x32x16x16xf64>, tensor<32x32x3x3xf64>
  %5 = dlc.conv %xg, %wg strides = [1, 1] dilations = [1, 1] : tensor<4x2x16x16x16xf32>, tensor<2x16x16x3x3xf32>
  return
}
