// RUN: %dlc-opt %s | %dlc-opt | FileCheck %s

// CHECK-LABEL: @windows
func.func @windows(%x: tensor<4x9xf32, #dlc.live<n, *>>) {
  // CHECK: dlc.windows %{{.*}} dim = 1 count = 3 size = 4 mul = 2 add = 0 div = 1 dilation = 1 : tensor<4x9xf32, #dlc.live<n, *>>
  %0 = dlc.windows %x dim = 1 count = 3 size = 4 mul = 2 add = 0 div = 1 dilation = 1 : tensor<4x9xf32, #dlc.live<n, *>>
  // CHECK: dlc.neg %{{.*}} : tensor<4x3x4xf32, #dlc.live<n, *, *>>
  %1 = dlc.neg %0 : tensor<4x3x4xf32, #dlc.live<n, *, *>>
  // CHECK: dlc.windows %{{.*}} dim = 1 count = 5 size = 2 mul = 3 add = 1 div = 2 dilation = 2 : tensor<4x9xf32, #dlc.live<n, *>>
  %2 = dlc.windows %x dim = 1 count = 5 size = 2 mul = 3 add = 1 div = 2 dilation = 2 : tensor<4x9xf32, #dlc.live<n, *>>
  return
}

// CHECK-LABEL: @conv
func.func @conv(%x: tensor<4x3x9x8xf32, #dlc.live<n, *, *, *>>, %w: tensor<5x3x3x2xf32>,
                %a: tensor<2x6x9xf32>, %b: tensor<4x6x3xf32>, %g: tensor<4x2x3x9xf32, #dlc.live<n, *, *, *>>, %v: tensor<2x5x3x2xf32>) {
  // CHECK: dlc.conv %{{.*}}, %{{.*}} strides = [2, 3] dilations = [2, 1] : tensor<4x3x9x8xf32, #dlc.live<n, *, *, *>>, tensor<5x3x3x2xf32>
  %0 = dlc.conv %x, %w strides = [2, 3] dilations = [2, 1] : tensor<4x3x9x8xf32, #dlc.live<n, *, *, *>>, tensor<5x3x3x2xf32>
  // CHECK: dlc.neg %{{.*}} : tensor<4x5x3x3xf32, #dlc.live<n, *, *, *>>
  %1 = dlc.neg %0 : tensor<4x5x3x3xf32, #dlc.live<n, *, *, *>>
  // CHECK: dlc.conv %{{.*}}, %{{.*}} strides = [1] dilations = [1] : tensor<2x6x9xf32>, tensor<4x6x3xf32>
  %2 = dlc.conv %a, %b strides = [1] dilations = [1] : tensor<2x6x9xf32>, tensor<4x6x3xf32>
  // CHECK: dlc.neg %{{.*}} : tensor<2x4x7xf32>
  %3 = dlc.neg %2 : tensor<2x4x7xf32>
  // In two groups.
  %4 = dlc.conv %g, %v strides = [1] dilations = [1] : tensor<4x2x3x9xf32, #dlc.live<n, *, *, *>>, tensor<2x5x3x2xf32>
  // CHECK: dlc.neg %{{.*}} : tensor<4x2x5x8xf32, #dlc.live<n, *, *, *>>
  %5 = dlc.neg %4 : tensor<4x2x5x8xf32, #dlc.live<n, *, *, *>>
  return
}

// CHECK-LABEL: @max_pool
func.func @max_pool(%x: tensor<4x3x9x8xf32, #dlc.live<n, *, *, *>>, %v: tensor<1x3x9xf32>) {
  // CHECK: dlc.max_pool %{{.*}} window = [3, 2] strides = [2, 3] dilations = [2, 1] : tensor<4x3x9x8xf32, #dlc.live<n, *, *, *>>
  %y, %index = dlc.max_pool %x window = [3, 2] strides = [2, 3] dilations = [2, 1] : tensor<4x3x9x8xf32, #dlc.live<n, *, *, *>>
  // CHECK: dlc.neg %{{.*}} : tensor<4x3x3x3xf32, #dlc.live<n, *, *, *>>
  %0 = dlc.neg %y : tensor<4x3x3x3xf32, #dlc.live<n, *, *, *>>
  // CHECK: dlc.neg %{{.*}} : tensor<4x3x3x3xi32, #dlc.live<n, *, *, *>>
  %1 = dlc.neg %index : tensor<4x3x3x3xi32, #dlc.live<n, *, *, *>>
  // CHECK: dlc.max_pool %{{.*}} window = [3] strides = [3] dilations = [1] : tensor<1x3x9xf32>
  %2:2 = dlc.max_pool %v window = [3] strides = [3] dilations = [1] : tensor<1x3x9xf32>
  return
}

// CHECK-LABEL: @winograd
func.func @winograd(%x: tensor<4x16x9x8xf32, #dlc.live<n, *, *, *>>, %w: tensor<32x16x3x3xf32>, %dy: tensor<4x32x9x7xf32, #dlc.live<n, *, *, *>>) {
  // CHECK: dlc.winograd %{{.*}}, %{{.*}} low = [0, 1] high = [2, 0] turned : tensor<4x16x9x8xf32, #dlc.live<n, *, *, *>>, tensor<32x16x3x3xf32>
  %0 = dlc.winograd %x, %w low = [0, 1] high = [2, 0] turned : tensor<4x16x9x8xf32, #dlc.live<n, *, *, *>>, tensor<32x16x3x3xf32>
  // CHECK: dlc.neg %{{.*}} : tensor<4x32x9x7xf32, #dlc.live<n, *, *, *>>
  %1 = dlc.neg %0 : tensor<4x32x9x7xf32, #dlc.live<n, *, *, *>>
  // CHECK: dlc.winograd_weight %{{.*}}, %{{.*}} low = [0, 1] high = [2, 0] parts = 2 : tensor<4x16x9x8xf32, #dlc.live<n, *, *, *>>, tensor<4x32x9x7xf32, #dlc.live<n, *, *, *>>
  %2 = dlc.winograd_weight %x, %dy low = [0, 1] high = [2, 0] parts = 2 : tensor<4x16x9x8xf32, #dlc.live<n, *, *, *>>, tensor<4x32x9x7xf32, #dlc.live<n, *, *, *>>
  // CHECK: dlc.neg %{{.*}} : tensor<2x16x32x3x3xf32>
  %3 = dlc.neg %2 : tensor<2x16x32x3x3xf32>
  return
}
