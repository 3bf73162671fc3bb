// A slot's distance from its block is a number of 64 bits: an index inside of LLVM's getelementptr
// has room for 29.
// RUN: dlc-opt %s -dlc-lower-program | FileCheck %s

// CHECK: llvm.mlir.constant(300000000 : i64)
// CHECK: llvm.mlir.constant(5000000000 : i64)

#id = affine_map<(i) -> (i)>
dlc.program @p dims {n = 4 : i64} attributes {state_bytes = 256 : i64} {
  step.kernel @k inputs 0 outputs 1 tiles [affine_map<(d0) -> (1)>] scratch 0 {
  ^bb0(%y: memref<4xf32>, %n: index):
    linalg.generic {indexing_maps = [#id], iterator_types = ["parallel"]} outs(%y : memref<4xf32>) {
    ^bb0(%a: f32):
      %b = arith.negf %a : f32
      linalg.yield %b : f32
    }
    step.return
  }
  step.schedule @forward inputs [] [] states [] results [] [] arena 6000000000 inputs_at [] results_at [] {
    %near = step.slot "arena" 300000000 : memref<4xf32>
    step.launch @k(%near) : (memref<4xf32>) -> ()
    %far = step.slot "arena" 5000000000 : memref<4xf32>
    step.launch @k(%far) : (memref<4xf32>) -> ()
    step.done
  }
}
