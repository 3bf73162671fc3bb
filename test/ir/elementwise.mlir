// RUN: %dlc-opt %s | %dlc-opt | FileCheck %s
// RUN: %dlc-opt %s --mlir-print-op-generic | %dlc-opt | FileCheck %s

// CHECK-LABEL: @unary
func.func @unary(%x: tensor<4xf32>, %l: tensor<8x2xf64, #dlc.live<n, *>>, %i: tensor<i64>) {
  // CHECK: dlc.neg %{{.*}} : tensor<4xf32>
  %0 = dlc.neg %x : tensor<4xf32>
  // CHECK: dlc.neg %{{.*}} : tensor<i64>
  %1 = dlc.neg %i : tensor<i64>
  // CHECK: dlc.abs %{{.*}} : tensor<4xf32>
  %2 = dlc.abs %x : tensor<4xf32>
  // CHECK: dlc.exp %{{.*}} : tensor<8x2xf64, #dlc.live<n, *>>
  %3 = dlc.exp %l : tensor<8x2xf64, #dlc.live<n, *>>
  // CHECK: dlc.log %{{.*}} : tensor<4xf32>
  %4 = dlc.log %x : tensor<4xf32>
  // CHECK: dlc.sqrt %{{.*}} : tensor<4xf32>
  %5 = dlc.sqrt %x : tensor<4xf32>
  // CHECK: dlc.tanh %{{.*}} : tensor<4xf32>
  %6 = dlc.tanh %x : tensor<4xf32>
  // CHECK: dlc.relu %{{.*}} : tensor<4xf32>
  %7 = dlc.relu %x : tensor<4xf32>
  // CHECK: dlc.copy %{{.*}} : tensor<4xf32>
  %8 = dlc.copy %x : tensor<4xf32>
  return
}

// CHECK-LABEL: @binary
func.func @binary(%x: tensor<4xf32>, %i: tensor<4xi32>) {
  // CHECK: dlc.add %{{.*}}, %{{.*}} : tensor<4xf32>
  %0 = dlc.add %x, %x : tensor<4xf32>
  // CHECK: dlc.sub %{{.*}}, %{{.*}} : tensor<4xf32>
  %1 = dlc.sub %x, %x : tensor<4xf32>
  // CHECK: dlc.mul %{{.*}}, %{{.*}} : tensor<4xi32>
  %2 = dlc.mul %i, %i : tensor<4xi32>
  // CHECK: dlc.div %{{.*}}, %{{.*}} : tensor<4xi32>
  %3 = dlc.div %i, %i : tensor<4xi32>
  // CHECK: dlc.pow %{{.*}}, %{{.*}} : tensor<4xf32>
  %4 = dlc.pow %x, %x : tensor<4xf32>
  // CHECK: dlc.maximum %{{.*}}, %{{.*}} : tensor<4xf32>
  %5 = dlc.maximum %x, %x : tensor<4xf32>
  // CHECK: dlc.minimum %{{.*}}, %{{.*}} : tensor<4xf32>
  %6 = dlc.minimum %x, %x : tensor<4xf32>
  return
}

// A comparison gives a mask of the same shape and liveness.
// CHECK-LABEL: @masks
func.func @masks(%x: tensor<8xf32, #dlc.live<n>>) {
  // CHECK: [[EQ:%.*]] = dlc.equal %{{.*}}, %{{.*}} : tensor<8xf32, #dlc.live<n>>
  %0 = dlc.equal %x, %x : tensor<8xf32, #dlc.live<n>>
  // CHECK: dlc.not_equal %{{.*}}, %{{.*}} : tensor<8xi1, #dlc.live<n>>
  %1 = dlc.not_equal %0, %0 : tensor<8xi1, #dlc.live<n>>
  // CHECK: dlc.less %{{.*}}, %{{.*}} : tensor<8xf32, #dlc.live<n>>
  %2 = dlc.less %x, %x : tensor<8xf32, #dlc.live<n>>
  // CHECK: dlc.less_equal %{{.*}}, %{{.*}} : tensor<8xf32, #dlc.live<n>>
  %3 = dlc.less_equal %x, %x : tensor<8xf32, #dlc.live<n>>
  // CHECK: dlc.greater %{{.*}}, %{{.*}} : tensor<8xf32, #dlc.live<n>>
  %4 = dlc.greater %x, %x : tensor<8xf32, #dlc.live<n>>
  // CHECK: dlc.greater_equal %{{.*}}, %{{.*}} : tensor<8xf32, #dlc.live<n>>
  %5 = dlc.greater_equal %x, %x : tensor<8xf32, #dlc.live<n>>
  // CHECK: dlc.and %{{.*}}, [[EQ]] : tensor<8xi1, #dlc.live<n>>
  %6 = dlc.and %1, %0 : tensor<8xi1, #dlc.live<n>>
  // CHECK: dlc.or %{{.*}}, [[EQ]] : tensor<8xi1, #dlc.live<n>>
  %7 = dlc.or %6, %0 : tensor<8xi1, #dlc.live<n>>
  // CHECK: dlc.not %{{.*}} : tensor<8xi1, #dlc.live<n>>
  %8 = dlc.not %7 : tensor<8xi1, #dlc.live<n>>
  // CHECK: dlc.select [[EQ]], %{{.*}}, %{{.*}} : tensor<8xi1, #dlc.live<n>>, tensor<8xf32, #dlc.live<n>>
  %9 = dlc.select %0, %x, %x : tensor<8xi1, #dlc.live<n>>, tensor<8xf32, #dlc.live<n>>
  // CHECK: dlc.convert %{{.*}} : tensor<8xf32, #dlc.live<n>> to tensor<8xi64, #dlc.live<n>>
  %10 = dlc.convert %x : tensor<8xf32, #dlc.live<n>> to tensor<8xi64, #dlc.live<n>>
  return
}
