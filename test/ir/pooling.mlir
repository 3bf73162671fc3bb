// RUN: %dlc-opt %s | %dlc-opt | FileCheck %s

// CHECK-LABEL: @max_pool2d
func.func @max_pool2d(%x: tensor<4x3x9x8xf32, #dlc.live<n, *, *, *>>) {
  // CHECK: dlc.max_pool2d %{{.*}} window = [3, 2] strides = [2, 3] dilations = [2, 1] : tensor<4x3x9x8xf32, #dlc.live<n, *, *, *>>
  %y, %index = dlc.max_pool2d %x window = [3, 2] strides = [2, 3] dilations = [2, 1] : tensor<4x3x9x8xf32, #dlc.live<n, *, *, *>>
  // CHECK: dlc.neg %{{.*}} : tensor<4x3x3x3xf32, #dlc.live<n, *, *, *>>
  %0 = dlc.neg %y : tensor<4x3x3x3xf32, #dlc.live<n, *, *, *>>
  // CHECK: dlc.neg %{{.*}} : tensor<4x3x3x3xi32, #dlc.live<n, *, *, *>>
  %1 = dlc.neg %index : tensor<4x3x3x3xi32, #dlc.live<n, *, *, *>>
  return
}
