// RUN: %dlc-opt %s | %dlc-opt | FileCheck %s

// As formed: tensors, a kernel returns what it makes.
// CHECK-LABEL: dlc.program @formed
dlc.program @formed dims {n = 8 : i64} {
  dlc.setting @lr = 0.1 : f32
  dlc.state @w : tensor<4xf32> {role = "param"}
  // CHECK: step.kernel @k0 inputs 2 outputs 1 layouts {{\[}}array<i64: 0>, array<i64>, array<i64: 0>] {
  step.kernel @k0 inputs 2 outputs 1 layouts [array<i64: 0>, array<i64>, array<i64: 0>] {
  ^bb0(%w: tensor<4xf32>, %lr: tensor<f32>):
    %0 = dlc.broadcast %lr dims = [0] : tensor<f32> to tensor<4xf32>
    %1 = dlc.mul %w, %0 : tensor<4xf32>
    // CHECK: step.return %{{.*}} : tensor<4xf32>
    step.return %1 : tensor<4xf32>
  }
  // CHECK: step.schedule @f inputs ["x"] [tensor<2x2xf32>] states [@w] results ["y"] [tensor<4xf32>] {
  step.schedule @f inputs ["x"] [tensor<2x2xf32>] states [@w] results ["y"] [tensor<4xf32>] {
  ^bb0(%x: tensor<2x2xf32>, %w: tensor<4xf32>):
    // CHECK: step.setting @lr : tensor<f32>
    %lr = step.setting @lr : tensor<f32>
    // CHECK: step.constant dense<{{.*}}> : tensor<2xf32> : tensor<2xf32>
    %c = step.constant dense<[1.0, 2.0]> : tensor<2xf32> : tensor<2xf32>
    // CHECK: step.launch @k0(%{{.*}}, %{{.*}}) : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %0 = step.launch @k0(%w, %lr) : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    // CHECK: step.view %{{.*}} : tensor<2x2xf32> to tensor<4xf32>
    %1 = step.view %x : tensor<2x2xf32> to tensor<4xf32>
    // CHECK: step.empty : tensor<4xf32>
    %2 = step.empty : tensor<4xf32>
    // CHECK: step.done %{{.*}}, %{{.*}} : tensor<4xf32>, tensor<4xf32>
    step.done %1, %0 : tensor<4xf32>, tensor<4xf32>
  }
}

// Before planning, one launch may stand for several of one formula.
// CHECK-LABEL: dlc.program @swept
dlc.program @swept dims {} {
  step.kernel @k inputs 2 outputs 1 overwrites [] {
  ^bb0(%lr: memref<f32>, %w: memref<36xf32>, %new: memref<36xf32>):
    step.return
  }
  step.schedule @f inputs ["lr"] [tensor<f32>] states [@a, @b] results [] [] {
  ^bb0(%lr: tensor<f32>, %a: tensor<20xf32>, %b: tensor<4xf32>):
    // CHECK: step.sweep @k segments 2(%{{.*}}, %{{.*}}, %{{.*}}) : (tensor<f32>, tensor<20xf32>, tensor<4xf32>) -> (tensor<20xf32>, tensor<4xf32>)
    %0:2 = step.sweep @k segments 2(%lr, %a, %b) : (tensor<f32>, tensor<20xf32>, tensor<4xf32>) -> (tensor<20xf32>, tensor<4xf32>)
    step.done %0#0, %0#1 : tensor<20xf32>, tensor<4xf32>
  }
}

// Planned: memrefs and places.
// CHECK-LABEL: dlc.program @planned
dlc.program @planned dims {n = 8 : i64} {
  // CHECK: step.kernel @k0 inputs 1 outputs 1 overwrites [0, 0] tiles [#{{.*}}] scratch 64 {
  step.kernel @k0 inputs 1 outputs 1 overwrites [0, 0] tiles [affine_map<(d0) -> (d0 ceildiv 8)>] scratch 64 {
  ^bb0(%x: memref<8xf32>, %y: memref<8xf32>, %n: index):
    // CHECK: step.return
    step.return
  }
  // CHECK: step.schedule @f inputs ["x"] [tensor<8xf32, #dlc.live<n>>] states [] results ["y"] [tensor<8xf32, #dlc.live<n>>] arena 64 inputs_at [0] results_at [0] {
  step.schedule @f inputs ["x"] [tensor<8xf32, #dlc.live<n>>] states [] results ["y"] [tensor<8xf32, #dlc.live<n>>]
      arena 64 inputs_at [0] results_at [0] {
    // CHECK: step.slot "arena" 0 : memref<8xf32>
    %x = step.slot "arena" 0 : memref<8xf32>
    // CHECK: step.launch @k0(%{{.*}}, %{{.*}}) : (memref<8xf32>, memref<8xf32>) -> ()
    step.launch @k0(%x, %x) : (memref<8xf32>, memref<8xf32>) -> ()
    // CHECK: step.host "print" "x"(%{{.*}} : memref<8xf32>) as tensor<8xf32, #dlc.live<n>>
    step.host "print" "x" (%x : memref<8xf32>) as tensor<8xf32, #dlc.live<n>>
    // CHECK: step.host "print" "done"
    step.host "print" "done"
    // CHECK: step.done
    step.done
  }
}

// Words, and vectors of them in code generation.
// CHECK-LABEL: func.func @random
func.func @random(%c: i32, %v: vector<16xi32>) -> (i32, vector<16xi32>) {
  // CHECK: step.philox %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} key %{{.*}}, %{{.*}} : i32
  %0:4 = step.philox %c, %c, %c, %c key %c, %c : i32
  // CHECK: step.philox %{{.*}} key %{{.*}}, %{{.*}} : vector<16xi32>
  %1:4 = step.philox %v, %v, %v, %v key %v, %v : vector<16xi32>
  return %0#0, %1#3 : i32, vector<16xi32>
}
