// RUN: %dlc-opt %s | %dlc-opt | FileCheck %s

// CHECK-LABEL: @backward
func.func @backward(%loss: tensor<f32>, %w: tensor<8x3xf32, #dlc.live<n, *>>, %b: tensor<3xf32>) {
  // CHECK: dlc.detach %{{.*}} : tensor<8x3xf32, #dlc.live<n, *>>
  %0 = dlc.detach %w : tensor<8x3xf32, #dlc.live<n, *>>
  // CHECK: [[G:%.*]]:2 = dlc.backward %{{.*}} wrt(%{{.*}}, %{{.*}}) : tensor<f32> wrt(tensor<8x3xf32, #dlc.live<n, *>>, tensor<3xf32>)
  %g:2 = dlc.backward %loss wrt(%w, %b) : tensor<f32> wrt(tensor<8x3xf32, #dlc.live<n, *>>, tensor<3xf32>)
  // CHECK: dlc.neg [[G]]#1 : tensor<3xf32>
  %1 = dlc.neg %g#1 : tensor<3xf32>
  return
}
