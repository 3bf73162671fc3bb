// RUN: %dlc-opt %s --dlc-simplify | FileCheck %s

// CHECK-LABEL: func.func @masks(
// CHECK-SAME: [[M:%.*]]: tensor<4xi1>, [[A:%.*]]: tensor<4xf32>, [[B:%.*]]: tensor<4xf32>)
func.func @masks(%m: tensor<4xi1>, %a: tensor<4xf32>, %b: tensor<4xf32>) -> (tensor<4xi1>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) {
  %0 = dlc.not %m : tensor<4xi1>
  %1 = dlc.not %0 : tensor<4xi1>
  // CHECK: [[S:%.*]] = dlc.select [[M]], [[B]], [[A]]
  %2 = dlc.select %0, %a, %b : tensor<4xi1>, tensor<4xf32>
  %3 = dlc.select %m, %a, %a : tensor<4xi1>, tensor<4xf32>
  %yes = dlc.splat true -> tensor<4xi1>
  %no = dlc.splat false -> tensor<4xi1>
  %4 = dlc.select %yes, %a, %b : tensor<4xi1>, tensor<4xf32>
  %5 = dlc.select %no, %a, %b : tensor<4xi1>, tensor<4xf32>
  // CHECK: return [[M]], [[S]], [[A]], [[A]], [[B]]
  return %1, %2, %3, %4, %5 : tensor<4xi1>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
}

// CHECK-LABEL: func.func @logical(
// CHECK-SAME: [[M:%.*]]: tensor<4xi1>)
func.func @logical(%m: tensor<4xi1>) -> (tensor<4xi1>, tensor<4xi1>, tensor<4xi1>, tensor<4xi1>, tensor<4xi1>) {
  // CHECK-DAG: [[YES:%.*]] = dlc.splat true
  // CHECK-DAG: [[NO:%.*]] = dlc.splat false
  %yes = dlc.splat true -> tensor<4xi1>
  %no = dlc.splat false -> tensor<4xi1>
  %0 = dlc.and %m, %yes : tensor<4xi1>
  %1 = dlc.and %no, %m : tensor<4xi1>
  %2 = dlc.or %m, %no : tensor<4xi1>
  %3 = dlc.or %yes, %m : tensor<4xi1>
  %4 = dlc.and %m, %m : tensor<4xi1>
  // CHECK: return [[M]], [[NO]], [[M]], [[YES]], [[M]]
  return %0, %1, %2, %3, %4 : tensor<4xi1>, tensor<4xi1>, tensor<4xi1>, tensor<4xi1>, tensor<4xi1>
}
