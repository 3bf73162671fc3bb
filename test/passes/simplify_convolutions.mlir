// RUN: %dlc-opt %s --dlc-simplify | FileCheck %s

// The gradient of x of a padded convolution: all of it was computed for the padded x, and cut.
// CHECK-LABEL: func.func @padded(
// CHECK-SAME: [[G:%.*]]: tensor<2x3x8x8xf32>, [[W:%.*]]: tensor<4x3x3x3xf32>)
func.func @padded(%g: tensor<2x3x8x8xf32>, %w: tensor<4x3x3x3xf32>) -> tensor<2x4x8x8xf32> {
  // CHECK-NEXT: [[P:%.*]] = dlc.pad [[G]] low = [0, 0, 1, 1] high = [0, 0, 1, 1]
  // CHECK-NEXT: [[Y:%.*]] = dlc.conv [[P]], [[W]] strides = [1, 1] dilations = [1, 1] : tensor<2x3x10x10xf32>
  // CHECK-NEXT: return [[Y]]
  %0 = dlc.pad %g low = [0, 0, 2, 2] high = [0, 0, 2, 2] interior = [0, 0, 0, 0] value = 0.0 : tensor<2x3x8x8xf32>
  %1 = dlc.conv %0, %w strides = [1, 1] dilations = [1, 1] : tensor<2x3x12x12xf32>, tensor<4x3x3x3xf32>
  %2 = dlc.slice %1 starts = [0, 0, 1, 1] sizes = [2, 4, 8, 8] strides = [1, 1, 1, 1] : tensor<2x4x10x10xf32>
  return %2 : tensor<2x4x8x8xf32>
}

// The same of a depthwise one: its channels are groups of one.
// CHECK-LABEL: func.func @depthwise(
// CHECK-SAME: [[G:%.*]]: tensor<2x3x1x8x8xf32>, [[W:%.*]]: tensor<3x1x1x3x3xf32>)
func.func @depthwise(%g: tensor<2x3x1x8x8xf32>, %w: tensor<3x1x1x3x3xf32>) -> tensor<2x3x8x8xf32> {
  // CHECK-NEXT: [[P:%.*]] = dlc.pad [[G]] low = [0, 0, 0, 1, 1] high = [0, 0, 0, 1, 1]
  // CHECK-NEXT: [[C:%.*]] = dlc.conv [[P]], [[W]]
  // CHECK-NEXT: [[Y:%.*]] = dlc.reshape [[C]] : tensor<2x3x1x8x8xf32> to tensor<2x3x8x8xf32>
  // CHECK-NEXT: return [[Y]]
  %0 = dlc.pad %g low = [0, 0, 0, 2, 2] high = [0, 0, 0, 2, 2] interior = [0, 0, 0, 0, 0] value = 0.0 : tensor<2x3x1x8x8xf32>
  %1 = dlc.conv %0, %w strides = [1, 1] dilations = [1, 1] : tensor<2x3x1x12x12xf32>, tensor<3x1x1x3x3xf32>
  %2 = dlc.reshape %1 : tensor<2x3x1x10x10xf32> to tensor<2x3x10x10xf32>
  %3 = dlc.slice %2 starts = [0, 0, 1, 1] sizes = [2, 3, 8, 8] strides = [1, 1, 1, 1] : tensor<2x3x10x10xf32>
  return %3 : tensor<2x3x8x8xf32>
}

// A dim that is joined by others stays: which of them is cut?
// CHECK-LABEL: func.func @joined(
func.func @joined(%g: tensor<2x3x8x8xf32>, %w: tensor<4x3x1x1xf32>) -> tensor<2x4x9xf32> {
  // CHECK: dlc.conv
  // CHECK-NEXT: dlc.reshape
  // CHECK-NEXT: dlc.slice
  %0 = dlc.conv %g, %w strides = [1, 1] dilations = [1, 1] : tensor<2x3x8x8xf32>, tensor<4x3x1x1xf32>
  %1 = dlc.reshape %0 : tensor<2x4x8x8xf32> to tensor<2x4x64xf32>
  %2 = dlc.slice %1 starts = [0, 0, 1] sizes = [2, 4, 9] strides = [1, 1, 1] : tensor<2x4x64xf32>
  return %2 : tensor<2x4x9xf32>
}

// A stride of the slice is one of the convolution; of channels all are taken.
// CHECK-LABEL: func.func @strided(
func.func @strided(%x: tensor<2x3x11xf32>, %w: tensor<4x3x3xf32>) -> tensor<2x4x2xf32> {
  // CHECK: [[P:%.*]] = dlc.slice {{.*}} starts = [0, 0, 2] sizes = [2, 3, 9] strides = [1, 1, 1]
  // CHECK-NEXT: dlc.conv [[P]], {{.*}} strides = [4] dilations = [2] : tensor<2x3x9xf32>
  %0 = dlc.conv %x, %w strides = [2] dilations = [2] : tensor<2x3x11xf32>, tensor<4x3x3xf32>
  %1 = dlc.slice %0 starts = [0, 0, 1] sizes = [2, 4, 2] strides = [1, 1, 2] : tensor<2x4x4xf32>
  return %1 : tensor<2x4x2xf32>
}

// CHECK-LABEL: func.func @channels(
func.func @channels(%x: tensor<2x3x11xf32>, %w: tensor<4x3x3xf32>) -> tensor<2x2x9xf32> {
  // CHECK: dlc.conv
  // CHECK-NEXT: dlc.slice
  %0 = dlc.conv %x, %w strides = [1] dilations = [1] : tensor<2x3x11xf32>, tensor<4x3x3xf32>
  %1 = dlc.slice %0 starts = [0, 1, 0] sizes = [2, 2, 9] strides = [1, 1, 1] : tensor<2x4x9xf32>
  return %1 : tensor<2x2x9xf32>
}

// Somebody else wants the whole result.
// CHECK-LABEL: func.func @shared(
func.func @shared(%x: tensor<2x3x11xf32>, %w: tensor<4x3x3xf32>) -> (tensor<2x4x9xf32>, tensor<2x4x3xf32>) {
  // CHECK: dlc.conv
  // CHECK-NEXT: dlc.slice
  %0 = dlc.conv %x, %w strides = [1] dilations = [1] : tensor<2x3x11xf32>, tensor<4x3x3xf32>
  %1 = dlc.slice %0 starts = [0, 0, 2] sizes = [2, 4, 3] strides = [1, 1, 1] : tensor<2x4x9xf32>
  return %0, %1 : tensor<2x4x9xf32>, tensor<2x4x3xf32>
}

// CHECK-LABEL: func.func @permuted(
func.func @permuted(%x: tensor<4x6xf32>) -> tensor<2x3xf32> {
  // CHECK: [[S:%.*]] = dlc.slice {{.*}} starts = [0, 1] sizes = [3, 2] strides = [1, 2] : tensor<4x6xf32>
  // CHECK-NEXT: dlc.permute [[S]] perm = [1, 0]
  %0 = dlc.permute %x perm = [1, 0] : tensor<4x6xf32>
  %1 = dlc.slice %0 starts = [1, 0] sizes = [2, 3] strides = [2, 1] : tensor<6x4xf32>
  return %1 : tensor<2x3xf32>
}

// Stride 2, kernel 3: even places meet one tap or two, odd ones the others.
// CHECK-LABEL: func.func @spaced(
// CHECK-SAME: [[G:%.*]]: tensor<2x3x4xf32>, [[W:%.*]]: tensor<5x3x3xf32>)
func.func @spaced(%g: tensor<2x3x4xf32>, %w: tensor<5x3x3xf32>) -> tensor<2x5x8xf32> {
  // CHECK-NEXT: [[ALL:%.*]] = dlc.empty : tensor<2x5x8xf32>
  // CHECK-NEXT: [[W0:%.*]] = dlc.slice [[W]] starts = [0, 0, 1] sizes = [5, 3, 1] strides = [1, 1, 2]
  // CHECK-NEXT: [[Y0:%.*]] = dlc.conv [[G]], [[W0]] strides = [1] dilations = [1]
  // CHECK-NEXT: [[A0:%.*]] = dlc.place [[Y0]] in [[ALL]] low = [0, 0, 0] interior = [0, 0, 1]
  // CHECK-NEXT: [[P1:%.*]] = dlc.pad [[G]] low = [0, 0, 0] high = [0, 0, 1] interior = [0, 0, 0]
  // CHECK-NEXT: [[W1:%.*]] = dlc.slice [[W]] starts = [0, 0, 0] sizes = [5, 3, 2] strides = [1, 1, 2]
  // CHECK-NEXT: [[Y1:%.*]] = dlc.conv [[P1]], [[W1]]
  // CHECK-NEXT: [[A1:%.*]] = dlc.place [[Y1]] in [[A0]] low = [0, 0, 1] interior = [0, 0, 1]
  // CHECK-NEXT: return [[A1]]
  %0 = dlc.pad %g low = [0, 0, 1] high = [0, 0, 2] interior = [0, 0, 1] value = 0.0 : tensor<2x3x4xf32>
  %1 = dlc.conv %0, %w strides = [1] dilations = [1] : tensor<2x3x10xf32>, tensor<5x3x3xf32>
  return %1 : tensor<2x5x8xf32>
}

// A kernel of one: odd places meet nothing.
// CHECK-LABEL: func.func @pointwise(
func.func @pointwise(%g: tensor<2x3x4xf32>, %w: tensor<5x3x1xf32>) -> tensor<2x5x8xf32> {
  // CHECK: [[ZERO:%.*]] = dlc.splat 0.000000e+00
  // CHECK: [[Y:%.*]] = dlc.conv
  // CHECK-NEXT: [[A:%.*]] = dlc.place [[Y]] in [[ZERO]] low = [0, 0, 0] interior = [0, 0, 1]
  // CHECK-NEXT: return [[A]]
  %0 = dlc.pad %g low = [0, 0, 0] high = [0, 0, 1] interior = [0, 0, 1] value = 0.0 : tensor<2x3x4xf32>
  %1 = dlc.conv %0, %w strides = [1] dilations = [1] : tensor<2x3x8xf32>, tensor<5x3x1xf32>
  return %1 : tensor<2x5x8xf32>
}

// A bias and an activation in front of the reshape behind a convolution in groups, to be its epilogue;
// what several read, as a mean and what it is taken from, has its reshape first.
// CHECK-LABEL: func.func @epilogue(
// CHECK-SAME: [[X:%.*]]: tensor<2x3x1x8x8xf32>, [[W:%.*]]: tensor<3x1x1x3x3xf32>, [[B:%.*]]: tensor<3xf32>, [[M:%.*]]: tensor<2x3x6x6xi1>)
func.func @epilogue(%x: tensor<2x3x1x8x8xf32>, %w: tensor<3x1x1x3x3xf32>, %b: tensor<3xf32>, %m: tensor<2x3x6x6xi1>) -> (tensor<2x3x6x6xf32>, tensor<2x3x4x4xf32>) {
  // CHECK: [[C:%.*]] = dlc.conv [[X]], [[W]]
  // CHECK: [[BIAS:%.*]] = dlc.reshape {{.*}} : tensor<2x3x6x6xf32> to tensor<2x3x1x6x6xf32>
  // CHECK: [[SUM:%.*]] = dlc.add [[C]], [[BIAS]] : tensor<2x3x1x6x6xf32>
  // CHECK: [[MASK:%.*]] = dlc.reshape [[M]] : tensor<2x3x6x6xi1> to tensor<2x3x1x6x6xi1>
  // CHECK: [[ZERO:%.*]] = dlc.splat {{.*}} -> tensor<2x3x1x6x6xf32>
  // CHECK: [[S:%.*]] = dlc.select [[MASK]], [[SUM]], [[ZERO]]
  // CHECK: [[Y:%.*]] = dlc.reshape [[S]] : tensor<2x3x1x6x6xf32> to tensor<2x3x6x6xf32>
  %0 = dlc.conv %x, %w strides = [1, 1] dilations = [1, 1] : tensor<2x3x1x8x8xf32>, tensor<3x1x1x3x3xf32>
  %1 = dlc.reshape %0 : tensor<2x3x1x6x6xf32> to tensor<2x3x6x6xf32>
  %2 = dlc.broadcast %b dims = [0, 2, 3] : tensor<3xf32> to tensor<2x3x6x6xf32>
  %3 = dlc.add %1, %2 : tensor<2x3x6x6xf32>
  %4 = dlc.splat 0.0 : f32 -> tensor<2x3x6x6xf32>
  %5 = dlc.select %m, %3, %4 : tensor<2x3x6x6xi1>, tensor<2x3x6x6xf32>
  // CHECK: [[D:%.*]] = dlc.conv [[X]], [[W]]
  // CHECK: [[R:%.*]] = dlc.reshape [[D]]
  // CHECK: dlc.sub [[R]], {{.*}} : tensor<2x3x4x4xf32>
  %6 = dlc.conv %x, %w strides = [1, 1] dilations = [2, 2] : tensor<2x3x1x8x8xf32>, tensor<3x1x1x3x3xf32>
  %7 = dlc.reshape %6 : tensor<2x3x1x4x4xf32> to tensor<2x3x4x4xf32>
  %8 = dlc.reduce_sum %7 dims = [0, 2, 3] : tensor<2x3x4x4xf32>
  %9 = dlc.broadcast %8 dims = [0, 2, 3] : tensor<3xf32> to tensor<2x3x4x4xf32>
  %10 = dlc.sub %7, %9 : tensor<2x3x4x4xf32>
  return %5, %10 : tensor<2x3x6x6xf32>, tensor<2x3x4x4xf32>
}
