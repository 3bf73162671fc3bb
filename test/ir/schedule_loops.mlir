// RUN: %dlc-opt %s | %dlc-opt | FileCheck %s

// CHECK-LABEL: dlc.program @planned
dlc.program @planned dims {n = 8 : i64} {
  // CHECK: step.schedule @f
  step.schedule @f inputs [] [] states [] results [] [] arena 64 {
    // CHECK: [[FLAG:%.*]] = step.slot "arena" 0 : memref<i1>
    %flag = step.slot "arena" 0 : memref<i1>
    // CHECK: step.for #{{.*}} reverse while [[FLAG]] : memref<i1> {
    step.for affine_map<(d0) -> (d0)> reverse while %flag : memref<i1> {
    ^bb0(%t: index):
      // CHECK: step.slot "arena" 16 at %{{.*}} by [4] : memref<f32>
      %0 = step.slot "arena" 16 at %t by [4] : memref<f32>
      %1 = step.slot "arena" 8 : memref<i64>
      // CHECK: step.count %{{.*}} to %{{.*}} : memref<i64>
      step.count %t to %1 : memref<i64>
      step.next
    }
    // CHECK: step.if [[FLAG]] : memref<i1> {
    step.if %flag : memref<i1> {
      step.next
    // CHECK: } else {
    } else {
      step.next
    }
    step.done
  }
  // Before planning.
  // CHECK: step.schedule @g
  step.schedule @g inputs ["x"] [tensor<8x4xf32>] states [] results [] [] {
  ^bb0(%x: tensor<8x4xf32>):
    // CHECK: step.loop carries() xs(%{{.*}}) consts() trips #{{.*}} reverse while : (tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0 = step.loop carries() xs(%x) consts() trips affine_map<(d0) -> (8)> reverse while : (tensor<8x4xf32>) -> tensor<8x4xf32> {
    ^bb0(%t: tensor<i64>, %xt: tensor<4xf32>):
      // CHECK: step.next %{{.*}} : tensor<4xf32>
      step.next %xt : tensor<4xf32>
    }
    // CHECK: step.branch %{{.*}}(%{{.*}}) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32> {
    %1 = step.branch %x(%0) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32> {
    ^bb0(%a: tensor<8x4xf32>):
      step.next %a : tensor<8x4xf32>
    } else {
    ^bb0(%a: tensor<8x4xf32>):
      step.next %a : tensor<8x4xf32>
    }
    step.done
  }
}
