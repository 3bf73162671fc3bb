// RUN: %dlc-opt %s --dlc-lower-kernels --cse --split-input-file | FileCheck %s
// f16 and bf16 are computed in f32 and rounded after each op; i8 in i32.

// CHECK-LABEL: step.kernel @chain
// CHECK: [[X:%.*]] = arith.extf %{{.*}} : bf16 to f32
// CHECK: [[P:%.*]] = arith.mulf [[X]], [[X]] : f32
// CHECK: [[R:%.*]] = arith.truncf [[P]] : f32 to bf16
// CHECK: [[W:%.*]] = arith.extf [[R]] : bf16 to f32
// CHECK: [[S:%.*]] = arith.addf [[W]], [[X]] : f32
// CHECK: [[Y:%.*]] = arith.truncf [[S]] : f32 to bf16
// CHECK: linalg.yield [[Y]] : bf16
dlc.program @p dims {} {
  step.kernel @chain inputs 1 outputs 1 layouts [array<i64: 0>, array<i64: 0>] {
  ^bb0(%x: tensor<4xbf16>):
    %0 = dlc.mul %x, %x : tensor<4xbf16>
    %1 = dlc.add %0, %x : tensor<4xbf16>
    step.return %1 : tensor<4xbf16>
  }
}

// -----

// The accumulator is f32, and rounded before anything else sees the sum.
// CHECK-LABEL: step.kernel @sum
// CHECK: [[ACC:%.*]] = memref.alloca() : memref<4xf32>
// CHECK: linalg.generic {{.*}}"reduction"]} {{.*}} outs([[ACC]] : memref<4xf32>)
// CHECK: arith.extf
// CHECK: arith.addf
// CHECK-NEXT: linalg.yield %{{.*}} : f32
// CHECK: linalg.generic {{.*}} ins([[ACC]] : memref<4xf32>) outs(%{{.*}} : memref<4xf16>)
// CHECK: [[SUM:%.*]] = arith.truncf %{{.*}} : f32 to f16
// CHECK: [[WIDE:%.*]] = arith.extf [[SUM]] : f16 to f32
// CHECK: arith.mulf [[WIDE]], [[WIDE]] : f32
dlc.program @p dims {} {
  step.kernel @sum inputs 1 outputs 1 layouts [array<i64: 0, 1>, array<i64: 0>] {
  ^bb0(%x: tensor<4x3xf16>):
    %0 = dlc.reduce_sum %x dims = [1] : tensor<4x3xf16>
    %1 = dlc.mul %0, %0 : tensor<4xf16>
    step.return %1 : tensor<4xf16>
  }
}

// -----

// What is only chosen and copied stays as it is.
// CHECK-LABEL: step.kernel @chosen
// CHECK-NOT: arith.extf
// CHECK: arith.select {{.*}} : f16
dlc.program @p dims {} {
  step.kernel @chosen inputs 2 outputs 1 layouts [array<i64: 0>, array<i64: 0>, array<i64: 0>] {
  ^bb0(%m: tensor<4xi1>, %x: tensor<4xf16>):
    %0 = dlc.splat 0.5 : f16 -> tensor<4xf16>
    %1 = dlc.select %m, %x, %0 : tensor<4xi1>, tensor<4xf16>
    %2 = dlc.copy %1 : tensor<4xf16>
    step.return %2 : tensor<4xf16>
  }
}

// -----

// CHECK-LABEL: step.kernel @bytes
// CHECK-DAG: [[A:%.*]] = arith.extui %{{.*}} : i8 to i32
// CHECK-DAG: [[B:%.*]] = arith.extui %{{.*}} : i8 to i32
// CHECK: [[S:%.*]] = arith.addi [[A]], [[B]] : i32
// CHECK: [[N:%.*]] = arith.trunci [[S]] : i32 to i8
// CHECK: [[W:%.*]] = arith.extui [[N]] : i8 to i32
// CHECK: arith.cmpi {{.*}} [[W]], [[B]] : i32
dlc.program @p dims {} {
  step.kernel @bytes inputs 2 outputs 1 layouts [array<i64: 0>, array<i64: 0>, array<i64: 0>] {
  ^bb0(%x: tensor<4xi8>, %y: tensor<4xi8>):
    %0 = dlc.add %x, %y : tensor<4xi8>
    %1 = dlc.less %0, %y : tensor<4xi8>
    step.return %1 : tensor<4xi1>
  }
}
