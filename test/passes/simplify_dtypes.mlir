// RUN: %dlc-opt %s --dlc-simplify | FileCheck %s

// Constants fold as the ops would compute them: in f32, rounded once to the element type.
// CHECK-LABEL: func.func @folded
func.func @folded() -> (tensor<4xf16>, tensor<4xbf16>) {
  %big = dlc.splat 2048.0 : f16 -> tensor<4xf16>
  %one = dlc.splat 1.0 : f16 -> tensor<4xf16>
  %x = dlc.splat 3.0 : bf16 -> tensor<4xbf16>
  %y = dlc.splat 7.0 : bf16 -> tensor<4xbf16>
  // CHECK-DAG: [[SUM:%.*]] = dlc.splat 2.048000e+03 : f16
  %0 = dlc.add %big, %one : tensor<4xf16>
  // CHECK-DAG: [[QUOTIENT:%.*]] = dlc.splat 4.277340e-01 : bf16
  %1 = dlc.div %x, %y : tensor<4xbf16>
  // CHECK: return [[SUM]], [[QUOTIENT]]
  return %0, %1 : tensor<4xf16>, tensor<4xbf16>
}

// CHECK-LABEL: func.func @neutral(
// CHECK-SAME: [[X:%.*]]: tensor<4xbf16>, [[U:%.*]]: tensor<4xi8>)
func.func @neutral(%x: tensor<4xbf16>, %u: tensor<4xi8>) -> (tensor<4xbf16>, tensor<4xi8>, tensor<4xi8>) {
  %one = dlc.splat 1.0 : bf16 -> tensor<4xbf16>
  %all = dlc.splat 255 : i8 -> tensor<4xi8>
  %uone = dlc.splat 1 : i8 -> tensor<4xi8>
  %0 = dlc.mul %x, %one : tensor<4xbf16>
  %1 = dlc.mul %u, %uone : tensor<4xi8>
  // CHECK: [[SUM:%.*]] = dlc.add [[U]], %{{.*}} : tensor<4xi8>
  %2 = dlc.add %u, %all : tensor<4xi8>
  // CHECK: return [[X]], [[U]], [[SUM]]
  return %0, %1, %2 : tensor<4xbf16>, tensor<4xi8>, tensor<4xi8>
}

// There and back is a rounding, not nothing.
// CHECK-LABEL: func.func @rounded
func.func @rounded(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: dlc.convert {{.*}} to tensor<4xbf16>
  %0 = dlc.convert %x : tensor<4xf32> to tensor<4xbf16>
  // CHECK: dlc.convert {{.*}} to tensor<4xf32>
  %1 = dlc.convert %0 : tensor<4xbf16> to tensor<4xf32>
  return %1 : tensor<4xf32>
}
