// RUN: %dlc-opt %s | %dlc-opt | FileCheck %s

// The op after each reduction spells the inferred type.
// CHECK-LABEL: @reductions
func.func @reductions(%x: tensor<8x3xf32, #dlc.live<n, *>>, %i: tensor<4xi32>) {
  // CHECK: dlc.reduce_sum %{{.*}} dims = [1] : tensor<8x3xf32, #dlc.live<n, *>>
  %0 = dlc.reduce_sum %x dims = [1] : tensor<8x3xf32, #dlc.live<n, *>>
  // CHECK: dlc.neg %{{.*}} : tensor<8xf32, #dlc.live<n>>
  %1 = dlc.neg %0 : tensor<8xf32, #dlc.live<n>>
  // CHECK: dlc.reduce_sum %{{.*}} dims = [0, 1] : tensor<8x3xf32, #dlc.live<n, *>>
  %2 = dlc.reduce_sum %x dims = [0, 1] : tensor<8x3xf32, #dlc.live<n, *>>
  // CHECK: dlc.neg %{{.*}} : tensor<f32>
  %3 = dlc.neg %2 : tensor<f32>
  // CHECK: dlc.reduce_max %{{.*}} dims = [0] : tensor<8x3xf32, #dlc.live<n, *>>
  %4 = dlc.reduce_max %x dims = [0] : tensor<8x3xf32, #dlc.live<n, *>>
  // CHECK: dlc.neg %{{.*}} : tensor<3xf32>
  %5 = dlc.neg %4 : tensor<3xf32>
  // CHECK: dlc.argmax %{{.*}} dim = 1 : tensor<8x3xf32, #dlc.live<n, *>>
  %6:2 = dlc.argmax %x dim = 1 : tensor<8x3xf32, #dlc.live<n, *>>
  // CHECK: dlc.neg %{{.*}} : tensor<8xi64, #dlc.live<n>>
  %7 = dlc.neg %6#0 : tensor<8xi64, #dlc.live<n>>
  // CHECK: dlc.neg %{{.*}} : tensor<8xf32, #dlc.live<n>>
  %8 = dlc.neg %6#1 : tensor<8xf32, #dlc.live<n>>
  // CHECK: dlc.reduce_sum %{{.*}} dims = [0] : tensor<4xi32>
  %9 = dlc.reduce_sum %i dims = [0] : tensor<4xi32>
  // CHECK: dlc.reduce_prod %{{.*}} dims = [1, 0] : tensor<8x3xf32, #dlc.live<n, *>>
  %10 = dlc.reduce_prod %x dims = [1, 0] : tensor<8x3xf32, #dlc.live<n, *>>
  // CHECK: dlc.neg %{{.*}} : tensor<f32>
  %11 = dlc.neg %10 : tensor<f32>
  return
}
