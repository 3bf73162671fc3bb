// RUN: %dlc-opt %s --dlc-simplify | FileCheck %s

// CHECK-LABEL: func.func @neutral(
// CHECK-SAME: [[X:%.*]]: tensor<4xf32>, [[I:%.*]]: tensor<4xi64>)
func.func @neutral(%x: tensor<4xf32>, %i: tensor<4xi64>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xi64>) {
  %zero = dlc.splat 0.0 : f32 -> tensor<4xf32>
  %one = dlc.splat 1.0 : f32 -> tensor<4xf32>
  %izero = dlc.splat 0 : i64 -> tensor<4xi64>
  %0 = dlc.add %x, %zero : tensor<4xf32>
  %1 = dlc.add %zero, %x : tensor<4xf32>
  %2 = dlc.sub %x, %zero : tensor<4xf32>
  %3 = dlc.mul %one, %x : tensor<4xf32>
  %4 = dlc.div %x, %one : tensor<4xf32>
  %5 = dlc.add %izero, %i : tensor<4xi64>
  // CHECK: return [[X]], [[X]], [[X]], [[X]], [[X]], [[I]]
  return %0, %1, %2, %3, %4, %5 : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xi64>
}

// A neutral element behind a movement counts too.
// CHECK-LABEL: func.func @neutral_moved(
// CHECK-SAME: [[X:%.*]]: tensor<4xf32>)
func.func @neutral_moved(%x: tensor<4xf32>) -> tensor<4xf32> {
  %one = dlc.splat 1.0 : f32 -> tensor<f32>
  %b = dlc.broadcast %one dims = [0] : tensor<f32> to tensor<4xf32>
  %0 = dlc.mul %x, %b : tensor<4xf32>
  // CHECK: return [[X]]
  return %0 : tensor<4xf32>
}

// 0 - x, 1 / x and x * 0 are no identities: 0 * inf is NaN.
// CHECK-LABEL: func.func @not_neutral
func.func @not_neutral(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) {
  %zero = dlc.splat 0.0 : f32 -> tensor<4xf32>
  %one = dlc.splat 1.0 : f32 -> tensor<4xf32>
  // CHECK: dlc.sub
  %0 = dlc.sub %zero, %x : tensor<4xf32>
  // CHECK: dlc.div
  %1 = dlc.div %one, %x : tensor<4xf32>
  // CHECK: dlc.mul
  %2 = dlc.mul %x, %zero : tensor<4xf32>
  return %0, %1, %2 : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
}

// Constants are folded in their own precision: 1/3 in f32, then in f64.
// CHECK-LABEL: func.func @constants
func.func @constants() -> (tensor<2xf32>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>) {
  %one = dlc.splat 1.0 : f32 -> tensor<f32>
  %ones = dlc.broadcast %one dims = [0] : tensor<f32> to tensor<2xf32>
  %three = dlc.splat 3.0 : f32 -> tensor<2xf32>
  // CHECK-DAG: [[F32:%.*]] = dlc.splat 0.333333343 : f32 -> tensor<2xf32>
  %0 = dlc.div %ones, %three : tensor<2xf32>
  %a = dlc.splat 1.5 : f64 -> tensor<f64>
  %b = dlc.splat 6.0 : f64 -> tensor<f64>
  // CHECK-DAG: [[ADD:%.*]] = dlc.splat 7.500000e+00 : f64
  %1 = dlc.add %a, %b : tensor<f64>
  // CHECK-DAG: [[SUB:%.*]] = dlc.splat -4.500000e+00 : f64
  %2 = dlc.sub %a, %b : tensor<f64>
  // CHECK-DAG: [[MUL:%.*]] = dlc.splat 9.000000e+00 : f64
  %3 = dlc.mul %a, %b : tensor<f64>
  // CHECK-DAG: [[DIV:%.*]] = dlc.splat 2.500000e-01 : f64
  %4 = dlc.div %a, %b : tensor<f64>
  // CHECK: return [[F32]], [[ADD]], [[SUB]], [[MUL]], [[DIV]]
  return %0, %1, %2, %3, %4 : tensor<2xf32>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>
}

// Integers are left alone.
// CHECK-LABEL: func.func @integers
func.func @integers() -> tensor<i64> {
  %a = dlc.splat 7 : i64 -> tensor<i64>
  %b = dlc.splat 2 : i64 -> tensor<i64>
  // CHECK: dlc.div
  %0 = dlc.div %a, %b : tensor<i64>
  return %0 : tensor<i64>
}

// CHECK-LABEL: func.func @movement_of_a_constant
func.func @movement_of_a_constant() -> tensor<8x4xf32, #dlc.live<n, *>> {
  %0 = dlc.splat 2.0 : f32 -> tensor<4xf32>
  // CHECK: [[S:%.*]] = dlc.splat 2.0{{.*}} -> tensor<8x4xf32, #dlc.live<n, *>>
  %1 = dlc.broadcast %0 dims = [0] : tensor<4xf32> to tensor<8x4xf32, #dlc.live<n, *>>
  // CHECK: return [[S]]
  return %1 : tensor<8x4xf32, #dlc.live<n, *>>
}

// CHECK-LABEL: func.func @movements_of_nothing(
// CHECK-SAME: [[X:%.*]]: tensor<2x3xf32>)
func.func @movements_of_nothing(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK-NEXT: return [[X]]
  %0 = dlc.permute %x perm = [0, 1] : tensor<2x3xf32>
  %1 = dlc.reshape %0 : tensor<2x3xf32> to tensor<2x3xf32>
  %2 = dlc.slice %1 starts = [0, 0] sizes = [2, 3] strides = [1, 1] : tensor<2x3xf32>
  %3 = dlc.broadcast %2 dims = [] : tensor<2x3xf32> to tensor<2x3xf32>
  %4 = dlc.reverse %3 dims = [] : tensor<2x3xf32>
  %5 = dlc.pad %4 low = [0, 0] high = [0, 0] interior = [0, 0] value = 1.0 : tensor<2x3xf32>
  %6 = dlc.convert %5 : tensor<2x3xf32> to tensor<2x3xf32>
  return %6 : tensor<2x3xf32>
}

// The same type, yet elements move.
// CHECK-LABEL: func.func @square
func.func @square(%x: tensor<2x2xf32>) -> (tensor<2x2xf32>, tensor<2x2xf32>) {
  // CHECK: dlc.permute
  %0 = dlc.permute %x perm = [1, 0] : tensor<2x2xf32>
  // CHECK: dlc.reverse
  %1 = dlc.reverse %x dims = [1] : tensor<2x2xf32>
  return %0, %1 : tensor<2x2xf32>, tensor<2x2xf32>
}

// Dimension i of the last is dimension first[second[i]] of x.
// CHECK-LABEL: func.func @permutes(
// CHECK-SAME: [[X:%.*]]: tensor<2x3x4xf32>)
func.func @permutes(%x: tensor<2x3x4xf32>) -> (tensor<3x2x4xf32>, tensor<2x3x4xf32>) {
  %0 = dlc.permute %x perm = [2, 0, 1] : tensor<2x3x4xf32>
  // CHECK: [[P:%.*]] = dlc.permute [[X]] perm = [1, 0, 2]
  %1 = dlc.permute %0 perm = [2, 1, 0] : tensor<4x2x3xf32>
  %2 = dlc.permute %0 perm = [1, 2, 0] : tensor<4x2x3xf32>
  // CHECK: return [[P]], [[X]]
  return %1, %2 : tensor<3x2x4xf32>, tensor<2x3x4xf32>
}

// CHECK-LABEL: func.func @reshapes(
// CHECK-SAME: [[X:%.*]]: tensor<8x6xf32, #dlc.live<n, *>>)
func.func @reshapes(%x: tensor<8x6xf32, #dlc.live<n, *>>) -> tensor<8x3x2xf32, #dlc.live<n, *, *>> {
  // CHECK: [[R:%.*]] = dlc.reshape [[X]] : tensor<8x6xf32, #dlc.live<n, *>> to tensor<8x3x2xf32, #dlc.live<n, *, *>>
  %0 = dlc.reshape %x : tensor<8x6xf32, #dlc.live<n, *>> to tensor<48xf32, #dlc.live<6*n>>
  %1 = dlc.reshape %0 : tensor<48xf32, #dlc.live<6*n>> to tensor<8x3x2xf32, #dlc.live<n, *, *>>
  // CHECK: return [[R]]
  return %1 : tensor<8x3x2xf32, #dlc.live<n, *, *>>
}

// CHECK-LABEL: func.func @negations(
// CHECK-SAME: [[X:%.*]]: tensor<4xf32>)
func.func @negations(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = dlc.neg %x : tensor<4xf32>
  %1 = dlc.neg %0 : tensor<4xf32>
  // CHECK: return [[X]]
  return %1 : tensor<4xf32>
}

// The parts of a split come together again: no padding, no sums. Interior parts keep the rest's padding.
// CHECK-LABEL: func.func @parts(
// CHECK-SAME: [[A:%.*]]: tensor<2x3xf32>, [[B:%.*]]: tensor<2x1xf32>, [[C:%.*]]: tensor<2x2xf32>)
func.func @parts(%a: tensor<2x3xf32>, %b: tensor<2x1xf32>, %c: tensor<2x2xf32>) -> (tensor<2x6xf32>, tensor<2x5xf32>, tensor<2x5xf32>) {
  %pa = dlc.pad %a low = [0, 0] high = [0, 3] interior = [0, 0] value = 0.0 : tensor<2x3xf32>
  %pb = dlc.pad %b low = [0, 3] high = [0, 2] interior = [0, 0] value = 0.0 : tensor<2x1xf32>
  %pc = dlc.pad %c low = [0, 4] high = [0, 0] interior = [0, 0] value = 0.0 : tensor<2x2xf32>
  // CHECK-NEXT: [[Y:%.*]] = dlc.concat [[A]], [[B]], [[C]] dim = 1
  %0 = dlc.add %pc, %pb : tensor<2x6xf32>
  %1 = dlc.add %0, %pa : tensor<2x6xf32>
  // CHECK-NEXT: [[P:%.*]] = dlc.concat [[B]], [[C]] dim = 1
  // CHECK-NEXT: [[Q:%.*]] = dlc.pad [[P]] low = [0, 1] high = [0, 1]
  %qb = dlc.pad %b low = [0, 1] high = [0, 3] interior = [0, 0] value = 0.0 : tensor<2x1xf32>
  %qc = dlc.pad %c low = [0, 2] high = [0, 1] interior = [0, 0] value = 0.0 : tensor<2x2xf32>
  %2 = dlc.add %qb, %qc : tensor<2x5xf32>
  // Overlapping, or filled with something: left as it is.
  // CHECK-COUNT-2: dlc.pad
  // CHECK: [[R:%.*]] = dlc.add
  %ra = dlc.pad %a low = [0, 0] high = [0, 2] interior = [0, 0] value = 0.0 : tensor<2x3xf32>
  %rc = dlc.pad %c low = [0, 2] high = [0, 1] interior = [0, 0] value = 0.0 : tensor<2x2xf32>
  %3 = dlc.add %ra, %rc : tensor<2x5xf32>
  // CHECK: return [[Y]], [[Q]], [[R]]
  return %1, %2, %3 : tensor<2x6xf32>, tensor<2x5xf32>, tensor<2x5xf32>
}
