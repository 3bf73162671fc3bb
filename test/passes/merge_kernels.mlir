// RUN: %dlc-opt %s --dlc-merge-kernels | FileCheck %s

// Equal but for the name: the first stays. Another body, another place to write, another shape: kept.
// CHECK-LABEL: dlc.program @p
dlc.program @p dims {} {
  // CHECK: step.kernel @k0
  step.kernel @k0 inputs 1 outputs 1 overwrites [] {
  ^bb0(%x: memref<4xf32>, %y: memref<4xf32>):
    %0 = arith.constant 0.0 : f32
    linalg.fill ins(%0 : f32) outs(%y : memref<4xf32>)
    step.return
  }
  // CHECK-NOT: @k1 inputs
  step.kernel @k1 inputs 1 outputs 1 overwrites [] {
  ^bb0(%a: memref<4xf32>, %b: memref<4xf32>):
    %zero = arith.constant 0.0 : f32
    linalg.fill ins(%zero : f32) outs(%b : memref<4xf32>)
    step.return
  }
  // CHECK: step.kernel @k2
  step.kernel @k2 inputs 1 outputs 1 overwrites [] {
  ^bb0(%x: memref<4xf32>, %y: memref<4xf32>):
    %0 = arith.constant 1.0 : f32
    linalg.fill ins(%0 : f32) outs(%y : memref<4xf32>)
    step.return
  }
  // CHECK: step.kernel @k3
  step.kernel @k3 inputs 1 outputs 1 overwrites [0, 0] {
  ^bb0(%x: memref<4xf32>, %y: memref<4xf32>):
    %0 = arith.constant 0.0 : f32
    linalg.fill ins(%0 : f32) outs(%y : memref<4xf32>)
    step.return
  }
  // CHECK: step.kernel @k4
  step.kernel @k4 inputs 1 outputs 1 overwrites [] {
  ^bb0(%x: memref<5xf32>, %y: memref<5xf32>):
    %0 = arith.constant 0.0 : f32
    linalg.fill ins(%0 : f32) outs(%y : memref<5xf32>)
    step.return
  }
  // One input fewer, one output more.
  // CHECK: step.kernel @k5
  step.kernel @k5 inputs 0 outputs 2 overwrites [] {
  ^bb0(%x: memref<4xf32>, %y: memref<4xf32>):
    %0 = arith.constant 0.0 : f32
    linalg.fill ins(%0 : f32) outs(%y : memref<4xf32>)
    step.return
  }
  // CHECK: step.schedule @f
  step.schedule @f inputs ["x"] [tensor<4xf32>] states [] results ["y"] [tensor<4xf32>] {
  ^bb0(%x: tensor<4xf32>):
    // CHECK: step.launch @k0(
    %0 = step.launch @k0(%x) : (tensor<4xf32>) -> tensor<4xf32>
    // CHECK: step.launch @k0(
    %1 = step.launch @k1(%0) : (tensor<4xf32>) -> tensor<4xf32>
    // CHECK: step.launch @k2(
    %2 = step.launch @k2(%1) : (tensor<4xf32>) -> tensor<4xf32>
    // CHECK: step.launch @k3(
    %3 = step.launch @k3(%2) : (tensor<4xf32>) -> tensor<4xf32>
    step.done %3 : tensor<4xf32>
  }
}
