// Joined launches are a function that every thread calls for a part of its own. The numbers of the steps
// around lie in an array that is made once, not again in every step: a loop of many would run out of stack.
// RUN: dlc-opt %s -dlc-lower-program | FileCheck %s

#id = affine_map<(i) -> (i)>
#rows = affine_map<(d0) -> (d0 ceildiv 2)>
dlc.program @p dims {n = 8 : i64} attributes {state_bytes = 256 : i64} {
  step.kernel @k inputs 0 outputs 1 tiles [#rows] cut [0, 8] scratch 0 {
  ^bb0(%y: memref<8xf32>, %n: index):
    linalg.generic {indexing_maps = [#id], iterator_types = ["parallel"]} outs(%y : memref<8xf32>) {
    ^bb0(%a: f32):
      %b = arith.negf %a : f32
      linalg.yield %b : f32
    }
    step.return
  }

  // CHECK-LABEL: llvm.func @dlc_p_entry_forward(
  // CHECK: llvm.alloca
  // CHECK: llvm.alloca
  // CHECK: llvm.br
  // CHECK-NOT: llvm.alloca
  // CHECK: llvm.call @dlc_rt_join(
  // CHECK: llvm.call @dlc_rt_launch(
  // CHECK-LABEL: llvm.func @dlc_p_entry_forward_part_0(
  // CHECK: llvm.call @dlc_rt_run_part(
  // CHECK-NOT: @dlc_rt_launch
  // CHECK: llvm.return
  step.schedule @forward inputs [] [] states [] results [] [] arena 1024 inputs_at [] results_at [] {
    step.for affine_map<(d0) -> (8)> {
    ^bb0(%t: index):
      %y = step.slot "arena" 0 at %t by [32] : memref<8xf32>
      step.join units 4 {
        step.launch @k(%y) {per_unit = 1 : i64} : (memref<8xf32>) -> ()
      }
      step.next
    }
    step.done
  }
  step.schedule @init inputs [] [] states [] results [] [] arena 0 inputs_at [] results_at [] {
    step.done
  }
}
