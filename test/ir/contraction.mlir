// RUN: %dlc-opt %s | %dlc-opt | FileCheck %s

// CHECK-LABEL: @contract
func.func @contract(%x: tensor<8x3xf32, #dlc.live<n, *>>, %w: tensor<5x3xf32>, %b: tensor<2x8x3xf64>,
                    %c: tensor<2x3x5xf64>, %v: tensor<4xi32>, %u: tensor<6xi32>) {
  // CHECK: dlc.contract %{{.*}} [0, 2], %{{.*}} [1, 2] -> [0, 1] : tensor<8x3xf32, #dlc.live<n, *>>, tensor<5x3xf32>
  %0 = dlc.contract %x [0, 2], %w [1, 2] -> [0, 1] : tensor<8x3xf32, #dlc.live<n, *>>, tensor<5x3xf32>
  // CHECK: dlc.neg %{{.*}} : tensor<8x5xf32, #dlc.live<n, *>>
  %1 = dlc.neg %0 : tensor<8x5xf32, #dlc.live<n, *>>
  // The dynamic dim is summed.
  // CHECK: dlc.contract %{{.*}} [2, 0], %{{.*}} [2, 1] -> [0, 1]
  %2 = dlc.contract %x [2, 0], %0 [2, 1] -> [0, 1] : tensor<8x3xf32, #dlc.live<n, *>>, tensor<8x5xf32, #dlc.live<n, *>>
  // CHECK: dlc.neg %{{.*}} : tensor<3x5xf32>
  %3 = dlc.neg %2 : tensor<3x5xf32>
  // CHECK: dlc.contract %{{.*}} [0, 1, 2], %{{.*}} [0, 2, 3] -> [0, 1, 3] : tensor<2x8x3xf64>, tensor<2x3x5xf64>
  %4 = dlc.contract %b [0, 1, 2], %c [0, 2, 3] -> [0, 1, 3] : tensor<2x8x3xf64>, tensor<2x3x5xf64>
  // CHECK: dlc.contract %{{.*}} [0], %{{.*}} [1] -> [1, 0] : tensor<4xi32>, tensor<6xi32>
  %5 = dlc.contract %v [0], %u [1] -> [1, 0] : tensor<4xi32>, tensor<6xi32>
  // CHECK: dlc.neg %{{.*}} : tensor<6x4xi32>
  %6 = dlc.neg %5 : tensor<6x4xi32>
  return
}
