// RUN: %dlc-opt %s --dlc-form-kernels --dlc-lower-kernels --split-input-file | FileCheck %s

// A lookup shares the kernel of its indices' arithmetic and of its reader. The table is loaded from inside
// of the body, at an index kept within it.
// CHECK: step.kernel @k0_gather_exp inputs 2 outputs 1 overwrites []
// CHECK-NEXT: ^bb0([[X:%.*]]: memref<7x40xf32>, [[I:%.*]]: memref<9xi64>, [[Y:%.*]]: memref<9x40xf32>
// CHECK: linalg.generic {{.*}} ins([[I]] : memref<9xi64>) outs([[Y]]
// CHECK: [[INSIDE:%.*]] = arith.cmpi ult
// CHECK: [[ROW:%.*]] = arith.select [[INSIDE]]
// CHECK: [[FOUND:%.*]] = memref.load [[X]]{{\[}}[[ROW]], %{{.*}}]
// CHECK: [[ELEMENT:%.*]] = arith.select [[INSIDE]], [[FOUND]]
// CHECK: math.exp [[ELEMENT]]
dlc.program @p dims {} {
  dlc.entry @f inputs ["x", "i"] states [] results ["y"] {
  ^bb0(%x: tensor<7x40xf32>, %i: tensor<9xi64>):
    %one = dlc.splat 1 : i64 -> tensor<9xi64>
    %next = dlc.add %i, %one : tensor<9xi64>
    %j = dlc.broadcast %next dims = [1] : tensor<9xi64> to tensor<9x40xi64>
    %y = dlc.gather %x at %j dim = 0 : tensor<7x40xf32> at tensor<9x40xi64>
    %z = dlc.exp %y : tensor<9x40xf32>
    dlc.yield %z : tensor<9x40xf32>
  }
}

// -----

// A scatter goes over a copy of its base, in place, in the order of the loop along its dim.
// CHECK: step.kernel @[[COPY:.*]]_copy
// CHECK: step.kernel @[[SCATTER:.*]]_scatter_add inputs 3 outputs 1 overwrites [0, 2]
// CHECK-SAME: attributes {in_place}
// CHECK: iterator_types = ["parallel", "reduction"]
// CHECK: step.put
dlc.program @p dims {} {
  dlc.entry @f inputs ["x", "i", "b"] states [] results ["y"] {
  ^bb0(%x: tensor<9x4xf32>, %i: tensor<9x4xi64>, %b: tensor<7x4xf32>):
    %y = dlc.scatter_add %x at %i in %b dim = 0 : tensor<9x4xf32> at tensor<9x4xi64> in tensor<7x4xf32>
    dlc.yield %y : tensor<7x4xf32>
  }
}

// -----

// A running sum: the accumulator stays in registers, each step is written. A reader has its own kernel.
// CHECK: step.kernel @{{.*}}_cumsum
// CHECK: [[ACC:%.*]] = memref.alloca() : memref<9xf32>
// CHECK: linalg.fill {{.*}} outs([[ACC]]
// CHECK: step.put
// CHECK: step.kernel @{{.*}}_exp
dlc.program @p dims {} {
  dlc.entry @f inputs ["x"] states [] results ["y"] {
  ^bb0(%x: tensor<9x4xf32>):
    %y = dlc.cumsum %x dim = 1 : tensor<9x4xf32>
    %z = dlc.exp %y : tensor<9x4xf32>
    dlc.yield %z : tensor<9x4xf32>
  }
}
