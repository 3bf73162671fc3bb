// What two products share is taken out, so that the rest can be computed without it.
// RUN: %dlc-opt %s --dlc-simplify --canonicalize | FileCheck %s

// CHECK-LABEL: func.func @gradient(
// CHECK-SAME: [[G:%.*]]: tensor<4xf32>, [[A:%.*]]: tensor<4xf32>, [[B:%.*]]: tensor<4xf32>, [[C:%.*]]: tensor<4xf32>)
func.func @gradient(%g: tensor<4xf32>, %a: tensor<4xf32>, %b: tensor<4xf32>, %c: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: [[AB:%.*]] = dlc.mul [[A]], [[B]]
  // CHECK: [[REST:%.*]] = dlc.add [[AB]], [[C]]
  // CHECK: [[Y:%.*]] = dlc.mul [[G]], [[REST]]
  // CHECK: return [[Y]]
  %0 = dlc.mul %g, %a : tensor<4xf32>
  %1 = dlc.mul %0, %b : tensor<4xf32>
  %2 = dlc.mul %c, %g : tensor<4xf32>
  %3 = dlc.add %1, %2 : tensor<4xf32>
  return %3 : tensor<4xf32>
}

// A product that somebody else reads stays what it is; a square has its factor twice.
// CHECK-LABEL: func.func @kept(
// CHECK-SAME: [[A:%.*]]: tensor<4xf32>, [[B:%.*]]: tensor<4xf32>, [[C:%.*]]: tensor<4xf32>)
func.func @kept(%a: tensor<4xf32>, %b: tensor<4xf32>, %c: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) {
  // CHECK: [[P:%.*]] = dlc.mul [[A]], [[B]]
  %0 = dlc.mul %a, %b : tensor<4xf32>
  // CHECK: [[Q:%.*]] = dlc.mul [[A]], [[C]]
  %1 = dlc.mul %a, %c : tensor<4xf32>
  // CHECK: [[S:%.*]] = dlc.add [[P]], [[Q]]
  %2 = dlc.add %0, %1 : tensor<4xf32>
  // CHECK: [[T:%.*]] = dlc.add [[B]], [[C]]
  // CHECK: [[U:%.*]] = dlc.mul [[B]], [[T]]
  %3 = dlc.mul %b, %b : tensor<4xf32>
  %4 = dlc.mul %b, %c : tensor<4xf32>
  %5 = dlc.add %3, %4 : tensor<4xf32>
  // CHECK: return [[P]], [[S]], [[U]]
  return %0, %2, %5 : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
}

// Numbers become one.
// CHECK-LABEL: func.func @numbers(
// CHECK-SAME: [[G:%.*]]: tensor<4xf32>, [[A:%.*]]: tensor<4xf32>, [[B:%.*]]: tensor<4xf32>)
func.func @numbers(%g: tensor<4xf32>, %a: tensor<4xf32>, %b: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: [[SIX:%.*]] = dlc.splat 6.0
  // CHECK: [[A6:%.*]] = dlc.mul [[SIX]], [[A]]
  // CHECK: [[D:%.*]] = dlc.sub [[A6]], [[B]]
  // CHECK: [[Y:%.*]] = dlc.mul [[G]], [[D]]
  // CHECK: return [[Y]]
  %two = dlc.splat 2.0 : f32 -> tensor<4xf32>
  %three = dlc.splat 3.0 : f32 -> tensor<4xf32>
  %0 = dlc.mul %g, %two : tensor<4xf32>
  %1 = dlc.mul %0, %a : tensor<4xf32>
  %2 = dlc.mul %1, %three : tensor<4xf32>
  %3 = dlc.mul %g, %b : tensor<4xf32>
  %4 = dlc.sub %2, %3 : tensor<4xf32>
  return %4 : tensor<4xf32>
}
