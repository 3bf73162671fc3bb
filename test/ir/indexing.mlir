// RUN: %dlc-opt %s | %dlc-opt | FileCheck %s

// CHECK-LABEL: @indexing
func.func @indexing(%x: tensor<4x3xf32>, %i: tensor<9x2xi64, #dlc.live<n, *>>, %u: tensor<9x2xf32, #dlc.live<n, *>>) {
  // CHECK: dlc.gather %{{.*}} at %{{.*}} dim = 0 : tensor<4x3xf32> at tensor<9x2xi64, #dlc.live<n, *>>
  %0 = dlc.gather %x at %i dim = 0 : tensor<4x3xf32> at tensor<9x2xi64, #dlc.live<n, *>>
  // CHECK: dlc.neg %{{.*}} : tensor<9x2xf32, #dlc.live<n, *>>
  %1 = dlc.neg %0 : tensor<9x2xf32, #dlc.live<n, *>>
  // CHECK: dlc.scatter %{{.*}} at %{{.*}} in %{{.*}} dim = 0 : tensor<9x2xf32, #dlc.live<n, *>> at tensor<9x2xi64, #dlc.live<n, *>> in tensor<4x3xf32>
  %2 = dlc.scatter %u at %i in %x dim = 0 : tensor<9x2xf32, #dlc.live<n, *>> at tensor<9x2xi64, #dlc.live<n, *>> in tensor<4x3xf32>
  // CHECK: dlc.scatter_add
  %3 = dlc.scatter_add %u at %i in %2 dim = 0 : tensor<9x2xf32, #dlc.live<n, *>> at tensor<9x2xi64, #dlc.live<n, *>> in tensor<4x3xf32>
  // CHECK: dlc.scatter_mul
  %4 = dlc.scatter_mul %u at %i in %3 dim = 0 : tensor<9x2xf32, #dlc.live<n, *>> at tensor<9x2xi64, #dlc.live<n, *>> in tensor<4x3xf32>
  // CHECK: dlc.scatter_max
  %5 = dlc.scatter_max %u at %i in %4 dim = 0 : tensor<9x2xf32, #dlc.live<n, *>> at tensor<9x2xi64, #dlc.live<n, *>> in tensor<4x3xf32>
  // CHECK: dlc.cumsum %{{.*}} dim = 1 reverse : tensor<4x3xf32>
  %6 = dlc.cumsum %5 dim = 1 reverse : tensor<4x3xf32>
  // CHECK: dlc.cumprod %{{.*}} dim = 0 : tensor<4x3xf32>
  %7 = dlc.cumprod %6 dim = 0 : tensor<4x3xf32>
  // CHECK: dlc.logcumsumexp %{{.*}} dim = 0 : tensor<4x3xf32>
  %8 = dlc.logcumsumexp %7 dim = 0 : tensor<4x3xf32>
  // CHECK: dlc.cummax %{{.*}} dim = 0 : tensor<4x3xf32>
  %9, %10 = dlc.cummax %8 dim = 0 : tensor<4x3xf32>
  // CHECK: dlc.argsort %{{.*}} dim = 1 descending : tensor<4x3xf32>
  %11 = dlc.argsort %9 dim = 1 descending : tensor<4x3xf32>
  return
}

// CHECK-LABEL: @whole
func.func @whole(%x: memref<4x3xf32>, %order: memref<3x4xi64>) {
  // CHECK: step.sort %{{.*}} to %{{.*}} dim = 1 descending layouts [#{{.*}}, #{{.*}}] extents [#{{.*}}, #{{.*}}] : memref<4x3xf32> to memref<3x4xi64>
  step.sort %x to %order dim = 1 descending layouts [affine_map<(d0, d1) -> (d0, d1)>, affine_map<(d0, d1) -> (d1, d0)>] extents [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (3)>] : memref<4x3xf32> to memref<3x4xi64>
  return
}

// CHECK-LABEL: @put
func.func @put(%v: f32, %x: memref<4x3xf32>, %i: index, %ok: i1) {
  // CHECK: step.put %{{.*}}, %{{.*}}[%{{.*}}, %{{.*}}] if %{{.*}} : f32, memref<4x3xf32>
  step.put %v, %x[%i, %i] if %ok : f32, memref<4x3xf32>
  return
}
