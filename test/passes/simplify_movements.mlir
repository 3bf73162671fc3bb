// RUN: %dlc-opt %s --dlc-simplify | FileCheck %s

// CHECK-LABEL: func.func @cancel(
// CHECK-SAME: [[X:%.*]]: tensor<2x4xf32>)
func.func @cancel(%x: tensor<2x4xf32>) -> (tensor<2x4xf32>, tensor<2x4xf32>) {
  %0 = dlc.reverse %x dims = [1] : tensor<2x4xf32>
  %1 = dlc.reverse %0 dims = [1] : tensor<2x4xf32>
  %2 = dlc.pad %x low = [1, 0] high = [0, 2] interior = [0, 1] value = 0.0 : tensor<2x4xf32>
  %3 = dlc.slice %2 starts = [1, 0] sizes = [2, 4] strides = [1, 2] : tensor<3x9xf32>
  // CHECK-NEXT: return [[X]], [[X]]
  return %1, %3 : tensor<2x4xf32>, tensor<2x4xf32>
}

// Turned round along one dim of two stays; a slice that takes other elements, too.
// CHECK-LABEL: func.func @stay(
// CHECK-SAME: [[X:%.*]]: tensor<2x4xf32>)
func.func @stay(%x: tensor<2x4xf32>) -> (tensor<2x4xf32>, tensor<2x4xf32>) {
  %0 = dlc.reverse %x dims = [0, 1] : tensor<2x4xf32>
  // CHECK: [[R:%.*]] = dlc.reverse [[X]] dims = [0]
  %1 = dlc.reverse %0 dims = [1] : tensor<2x4xf32>
  // CHECK: dlc.pad
  %2 = dlc.pad %x low = [1, 0] high = [1, 0] interior = [0, 0] value = 0.0 : tensor<2x4xf32>
  // CHECK: dlc.slice
  %3 = dlc.slice %2 starts = [0, 0] sizes = [2, 4] strides = [1, 1] : tensor<4x4xf32>
  return %1, %3 : tensor<2x4xf32>, tensor<2x4xf32>
}

// CHECK-LABEL: func.func @merge(
// CHECK-SAME: [[X:%.*]]: tensor<10xf32>, [[Y:%.*]]: tensor<3xf32>)
func.func @merge(%x: tensor<10xf32>, %y: tensor<3xf32>) -> (tensor<2xf32>, tensor<2x4x3xf32>) {
  %0 = dlc.slice %x starts = [1] sizes = [4] strides = [2] : tensor<10xf32>
  // CHECK: dlc.slice [[X]] starts = [3] sizes = [2] strides = [4]
  %1 = dlc.slice %0 starts = [1] sizes = [2] strides = [2] : tensor<4xf32>
  %2 = dlc.broadcast %y dims = [0] : tensor<3xf32> to tensor<4x3xf32>
  // CHECK: dlc.broadcast [[Y]] dims = [0, 1] : tensor<3xf32> to tensor<2x4x3xf32>
  %3 = dlc.broadcast %2 dims = [0] : tensor<4x3xf32> to tensor<2x4x3xf32>
  return %1, %3 : tensor<2xf32>, tensor<2x4x3xf32>
}

// What is computed from repeated elements is computed once.
// CHECK-LABEL: func.func @sink(
// CHECK-SAME: [[X:%.*]]: tensor<3xf32>, [[Y:%.*]]: tensor<3xf32>)
func.func @sink(%x: tensor<3xf32>, %y: tensor<3xf32>) -> (tensor<4x3xf32>, tensor<4x3xi1>) {
  %a = dlc.broadcast %x dims = [0] : tensor<3xf32> to tensor<4x3xf32>
  %b = dlc.broadcast %y dims = [0] : tensor<3xf32> to tensor<4x3xf32>
  %two = dlc.splat 2.0 : f32 -> tensor<4x3xf32>
  // CHECK-DAG: [[TWO:%.*]] = dlc.splat 2.000000e+00 : f32 -> tensor<3xf32>
  // CHECK-DAG: [[E:%.*]] = dlc.exp [[X]] : tensor<3xf32>
  // CHECK-DAG: [[M:%.*]] = dlc.mul [[E]], [[TWO]] : tensor<3xf32>
  // CHECK-DAG: [[L:%.*]] = dlc.less [[X]], [[Y]] : tensor<3xf32>
  %0 = dlc.exp %a : tensor<4x3xf32>
  %1 = dlc.mul %0, %two : tensor<4x3xf32>
  %2 = dlc.less %a, %b : tensor<4x3xf32>
  // CHECK-DAG: dlc.broadcast [[M]] dims = [0]
  // CHECK-DAG: dlc.broadcast [[L]] dims = [0] : tensor<3xi1> to tensor<4x3xi1>
  return %1, %2 : tensor<4x3xf32>, tensor<4x3xi1>
}

// Repeated along other dims: every pair is computed.
// CHECK-LABEL: func.func @pairs
func.func @pairs(%x: tensor<3xf32>, %y: tensor<3xf32>) -> tensor<3x3xf32> {
  %a = dlc.broadcast %x dims = [0] : tensor<3xf32> to tensor<3x3xf32>
  %b = dlc.broadcast %y dims = [1] : tensor<3xf32> to tensor<3x3xf32>
  // CHECK: dlc.mul %{{.*}}, %{{.*}} : tensor<3x3xf32>
  %0 = dlc.mul %a, %b : tensor<3x3xf32>
  return %0 : tensor<3x3xf32>
}

// CHECK-LABEL: func.func @sum(
// CHECK-SAME: [[X:%.*]]: tensor<3xf32>, [[Y:%.*]]: tensor<f32>)
func.func @sum(%x: tensor<3xf32>, %y: tensor<f32>) -> (tensor<3xf32>, tensor<f32>) {
  %a = dlc.broadcast %x dims = [0] : tensor<3xf32> to tensor<4x3xf32>
  // CHECK: [[FOUR:%.*]] = dlc.splat 4.000000e+00
  // CHECK: dlc.mul [[X]], [[FOUR]]
  %0 = dlc.reduce_sum %a dims = [0] : tensor<4x3xf32>
  // As many as are live is no number.
  %b = dlc.broadcast %y dims = [0] : tensor<f32> to tensor<4xf32, #dlc.live<n>>
  // CHECK: dlc.reduce_sum
  %1 = dlc.reduce_sum %b dims = [0] : tensor<4xf32, #dlc.live<n>>
  return %0, %1 : tensor<3xf32>, tensor<f32>
}
