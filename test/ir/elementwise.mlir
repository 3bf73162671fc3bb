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

// CHECK-LABEL: @functions
func.func @functions(%x: tensor<4xf32>, %i: tensor<4xi32>, %m: tensor<4xi1>) {
  // CHECK: dlc.exp2 %{{.*}} : tensor<4xf32>
  %0 = dlc.exp2 %x : tensor<4xf32>
  // CHECK: dlc.expm1 %{{.*}} : tensor<4xf32>
  %1 = dlc.expm1 %x : tensor<4xf32>
  // CHECK: dlc.log2 %{{.*}} : tensor<4xf32>
  %2 = dlc.log2 %x : tensor<4xf32>
  // CHECK: dlc.log10 %{{.*}} : tensor<4xf32>
  %3 = dlc.log10 %x : tensor<4xf32>
  // CHECK: dlc.log1p %{{.*}} : tensor<4xf32>
  %4 = dlc.log1p %x : tensor<4xf32>
  // CHECK: dlc.sin %{{.*}} : tensor<4xf32>
  %5 = dlc.sin %x : tensor<4xf32>
  // CHECK: dlc.cos %{{.*}} : tensor<4xf32>
  %6 = dlc.cos %x : tensor<4xf32>
  // CHECK: dlc.tan %{{.*}} : tensor<4xf32>
  %7 = dlc.tan %x : tensor<4xf32>
  // CHECK: dlc.asin %{{.*}} : tensor<4xf32>
  %8 = dlc.asin %x : tensor<4xf32>
  // CHECK: dlc.acos %{{.*}} : tensor<4xf32>
  %9 = dlc.acos %x : tensor<4xf32>
  // CHECK: dlc.atan %{{.*}} : tensor<4xf32>
  %10 = dlc.atan %x : tensor<4xf32>
  // CHECK: dlc.sinh %{{.*}} : tensor<4xf32>
  %11 = dlc.sinh %x : tensor<4xf32>
  // CHECK: dlc.cosh %{{.*}} : tensor<4xf32>
  %12 = dlc.cosh %x : tensor<4xf32>
  // CHECK: dlc.asinh %{{.*}} : tensor<4xf32>
  %13 = dlc.asinh %x : tensor<4xf32>
  // CHECK: dlc.acosh %{{.*}} : tensor<4xf32>
  %14 = dlc.acosh %x : tensor<4xf32>
  // CHECK: dlc.atanh %{{.*}} : tensor<4xf32>
  %15 = dlc.atanh %x : tensor<4xf32>
  // CHECK: dlc.erf %{{.*}} : tensor<4xf32>
  %16 = dlc.erf %x : tensor<4xf32>
  // CHECK: dlc.erfc %{{.*}} : tensor<4xf32>
  %17 = dlc.erfc %x : tensor<4xf32>
  // CHECK: dlc.floor %{{.*}} : tensor<4xf32>
  %18 = dlc.floor %x : tensor<4xf32>
  // CHECK: dlc.ceil %{{.*}} : tensor<4xf32>
  %19 = dlc.ceil %x : tensor<4xf32>
  // CHECK: dlc.round %{{.*}} : tensor<4xf32>
  %20 = dlc.round %x : tensor<4xf32>
  // CHECK: dlc.trunc %{{.*}} : tensor<4xf32>
  %21 = dlc.trunc %x : tensor<4xf32>
  // CHECK: dlc.atan2 %{{.*}}, %{{.*}} : tensor<4xf32>
  %22 = dlc.atan2 %x, %x : tensor<4xf32>
  // CHECK: dlc.fmod %{{.*}}, %{{.*}} : tensor<4xi32>
  %23 = dlc.fmod %i, %i : tensor<4xi32>
  // CHECK: dlc.fmod %{{.*}}, %{{.*}} : tensor<4xf32>
  %24 = dlc.fmod %x, %x : tensor<4xf32>
  // CHECK: dlc.and %{{.*}}, %{{.*}} : tensor<4xi32>
  %25 = dlc.and %i, %i : tensor<4xi32>
  // CHECK: dlc.or %{{.*}}, %{{.*}} : tensor<4xi32>
  %26 = dlc.or %i, %i : tensor<4xi32>
  // CHECK: dlc.xor %{{.*}}, %{{.*}} : tensor<4xi1>
  %27 = dlc.xor %m, %m : tensor<4xi1>
  // CHECK: dlc.shift_left %{{.*}}, %{{.*}} : tensor<4xi32>
  %28 = dlc.shift_left %i, %i : tensor<4xi32>
  // CHECK: dlc.shift_right %{{.*}}, %{{.*}} : tensor<4xi32>
  %29 = dlc.shift_right %i, %i : tensor<4xi32>
  // CHECK: dlc.not %{{.*}} : tensor<4xi32>
  %30 = dlc.not %i : tensor<4xi32>
  return
}
