// RUN: %dlc-opt %s | %dlc-opt | FileCheck %s

// CHECK-LABEL: @movements
func.func @movements(%v: tensor<3xf32>, %x: tensor<8x3x4xf32, #dlc.live<n, *, *>>) {
  // CHECK: dlc.broadcast %{{.*}} dims = [0, 2] : tensor<3xf32> to tensor<8x3x4xf32, #dlc.live<n, *, *>>
  %0 = dlc.broadcast %v dims = [0, 2] : tensor<3xf32> to tensor<8x3x4xf32, #dlc.live<n, *, *>>
  // CHECK: dlc.permute %{{.*}} perm = [1, 2, 0] : tensor<8x3x4xf32, #dlc.live<n, *, *>>
  %1 = dlc.permute %x perm = [1, 2, 0] : tensor<8x3x4xf32, #dlc.live<n, *, *>>
  // CHECK: dlc.reverse %{{.*}} dims = [0, 1] : tensor<3x4x8xf32, #dlc.live<*, *, n>>
  %2 = dlc.reverse %1 dims = [0, 1] : tensor<3x4x8xf32, #dlc.live<*, *, n>>
  // CHECK: dlc.slice %{{.*}} starts = [0, 1, 0] sizes = [8, 2, 2] strides = [1, 1, 3] : tensor<8x3x4xf32, #dlc.live<n, *, *>>
  %3 = dlc.slice %x starts = [0, 1, 0] sizes = [8, 2, 2] strides = [1, 1, 3] : tensor<8x3x4xf32, #dlc.live<n, *, *>>
  // CHECK: dlc.pad %{{.*}} low = [0, 1, 0] high = [0, 0, 2] interior = [0, 1, 2] value = -1.500000e+00 : tensor<8x2x2xf32, #dlc.live<n, *, *>>
  %4 = dlc.pad %3 low = [0, 1, 0] high = [0, 0, 2] interior = [0, 1, 2] value = -1.5 : tensor<8x2x2xf32, #dlc.live<n, *, *>>
  // The inferred type is what the next op was given: 1 + 2 + 1*1, and 2 + 2 + 1*2.
  // CHECK: dlc.neg %{{.*}} : tensor<8x4x6xf32, #dlc.live<n, *, *>>
  %5 = dlc.neg %4 : tensor<8x4x6xf32, #dlc.live<n, *, *>>
  return
}

// No elements, and the dynamic dim stays.
// CHECK-LABEL: @reshapes_nothing
func.func @reshapes_nothing(%x: tensor<8x0xf32, #dlc.live<n, *>>) -> tensor<8x0x2xf32, #dlc.live<n, *, *>> {
  // CHECK: dlc.reshape %{{.*}} to tensor<8x0x2xf32, #dlc.live<n, *, *>>
  %0 = dlc.reshape %x : tensor<8x0xf32, #dlc.live<n, *>> to tensor<8x0x2xf32, #dlc.live<n, *, *>>
  return %0 : tensor<8x0x2xf32, #dlc.live<n, *, *>>
}

// CHECK-LABEL: @reshapes
func.func @reshapes(%x: tensor<8x3x4xf32, #dlc.live<n, *, *>>, %s: tensor<f32>, %t: tensor<6x4xf32>,
                    %one: tensor<8x1xf32, #dlc.live<n, *>>, %odd: tensor<9x2xf32, #dlc.live<n+1, *>>) {
  // Merged into one axis with what is inside of it: 12 elements a row.
  // CHECK: dlc.reshape %{{.*}} to tensor<8x12xf32, #dlc.live<n, *>>
  %0 = dlc.reshape %x : tensor<8x3x4xf32, #dlc.live<n, *, *>> to tensor<8x12xf32, #dlc.live<n, *>>
  // CHECK: dlc.reshape %{{.*}} to tensor<24x4xf32, #dlc.live<3 * n, *>>
  %1 = dlc.reshape %x : tensor<8x3x4xf32, #dlc.live<n, *, *>> to tensor<24x4xf32, #dlc.live<3*n, *>>
  // CHECK: dlc.reshape %{{.*}} to tensor<96xf32, #dlc.live<12 * n>>
  %2 = dlc.reshape %1 : tensor<24x4xf32, #dlc.live<3*n, *>> to tensor<96xf32, #dlc.live<12*n>>
  // CHECK: dlc.reshape %{{.*}} to tensor<48x2xf32, #dlc.live<6 * n, *>>
  %3 = dlc.reshape %2 : tensor<96xf32, #dlc.live<12*n>> to tensor<48x2xf32, #dlc.live<6*n, *>>
  // CHECK: dlc.reshape %{{.*}} to tensor<1x1xf32>
  %4 = dlc.reshape %s : tensor<f32> to tensor<1x1xf32>
  // CHECK: dlc.reshape %{{.*}} to tensor<3x8xf32>
  %5 = dlc.reshape %t : tensor<6x4xf32> to tensor<3x8xf32>
  // CHECK: dlc.reshape %{{.*}} to tensor<8xf32, #dlc.live<n>>
  %6 = dlc.reshape %one : tensor<8x1xf32, #dlc.live<n, *>> to tensor<8xf32, #dlc.live<n>>
  // CHECK: dlc.reshape %{{.*}} to tensor<1x8x1xf32, #dlc.live<*, n, *>>
  %7 = dlc.reshape %6 : tensor<8xf32, #dlc.live<n>> to tensor<1x8x1xf32, #dlc.live<*, n, *>>
  // CHECK: dlc.reshape %{{.*}} to tensor<18xf32, #dlc.live<2 * n + 2>>
  %8 = dlc.reshape %odd : tensor<9x2xf32, #dlc.live<n+1, *>> to tensor<18xf32, #dlc.live<2*n+2>>
  return
}

// A dimension whose bound is 1 is dynamic all the same: a program compiled for one row.
// CHECK-LABEL: @reshape_of_one_row
func.func @reshape_of_one_row(%x: tensor<1x3x4xf32, #dlc.live<n, *, *>>) {
  // CHECK: dlc.reshape %{{.*}} to tensor<1x12xf32, #dlc.live<n, *>>
  %0 = dlc.reshape %x : tensor<1x3x4xf32, #dlc.live<n, *, *>> to tensor<1x12xf32, #dlc.live<n, *>>
  return
}

// CHECK-LABEL: @concat
func.func @concat(%x: tensor<8x3xf32, #dlc.live<n, *>>, %z: tensor<8x0xf32, #dlc.live<n, *>>) {
  // CHECK: dlc.concat %{{.*}}, %{{.*}}, %{{.*}} dim = 1 : tensor<8x3xf32, #dlc.live<n, *>>, tensor<8x0xf32, #dlc.live<n, *>>, tensor<8x3xf32, #dlc.live<n, *>>
  %0 = dlc.concat %x, %z, %x dim = 1 : tensor<8x3xf32, #dlc.live<n, *>>, tensor<8x0xf32, #dlc.live<n, *>>, tensor<8x3xf32, #dlc.live<n, *>>
  // CHECK: dlc.empty : tensor<8x6xf32, #dlc.live<n, *>>
  %1 = dlc.empty : tensor<8x6xf32, #dlc.live<n, *>>
  // CHECK: dlc.add %{{.*}}, %{{.*}} : tensor<8x6xf32, #dlc.live<n, *>>
  %2 = dlc.add %0, %1 : tensor<8x6xf32, #dlc.live<n, *>>
  return
}
