// The tool must be able to fail. A multiplication becomes a sum in the optimised program; what is left of this
// one is that multiplication, over one element and new inputs, and it fails again as a test of its own.
// RUN: dlc-fuzz %s
// RUN: not dlc-fuzz --reduce --break=mul:add %s > %t.mlir 2> %t.txt
// RUN: FileCheck %s --check-prefix=SAYS --input-file=%t.txt
// RUN: FileCheck %s --check-prefix=LEFT --input-file=%t.mlir --match-full-lines
// RUN: dlc-fuzz %t.mlir
// RUN: not dlc-fuzz --break=mul:add %t.mlir
// SAYS: FAILED: optimised is not as unoptimised
// SAYS-NEXT: optimised is not as unoptimised: @f at m = 3, n = 7: result {{.*}} is {{.*}}, not
// SAYS-NEXT: reduced: optimised is not as unoptimised
// SAYS-NEXT: optimised is not as unoptimised: @f: result 0 [0, 0] is {{.*}}, not
// LEFT: // RUN: dlc-fuzz %s
// LEFT: dlc.program @planted dims {} {
// LEFT: ^bb0([[X:%.*]]: tensor<1x1xf32>, [[Y:%.*]]: tensor<1x1xf32>):
// LEFT-NEXT: %0 = dlc.mul {{%.*}}, {{%.*}} : tensor<1x1xf32>
// LEFT-NEXT: dlc.yield %0 : tensor<1x1xf32>
//
// What does not compile is a failure as well, and so is a random program.
// RUN: not dlc-fuzz --break=tanh:no_such_op %s 2>&1 | FileCheck %s --check-prefix=WORSE
// RUN: not dlc-fuzz --seed=1 --count=20 --break=mul:add --tries=1 2>&1 | FileCheck %s --check-prefix=RANDOM
// WORSE: FAILED: {{does not compile|crashes}}
// RANDOM: FAILED: optimised is not as unoptimised
// RANDOM: reduced: optimised is not as unoptimised
// RANDOM: // seed
dlc.program @planted dims {m = 3 : i64, n = 7 : i64} {
  dlc.entry @f inputs ["x", "b"] states [] results ["u", "v", "w"] {
  ^bb0(%x: tensor<7x4xf32, #dlc.live<n, *>>, %b: tensor<4xf32>):
    %0 = dlc.broadcast %b dims = [0] : tensor<4xf32> to tensor<7x4xf32, #dlc.live<n, *>>
    %1 = dlc.tanh %x : tensor<7x4xf32, #dlc.live<n, *>>
    %2 = dlc.mul %1, %0 : tensor<7x4xf32, #dlc.live<n, *>>
    %3 = dlc.exp %2 : tensor<7x4xf32, #dlc.live<n, *>>
    %4 = dlc.reduce_sum %3 dims = [0] : tensor<7x4xf32, #dlc.live<n, *>>
    %5 = dlc.sub %4, %b : tensor<4xf32>
    dlc.yield %1, %5, %3 : tensor<7x4xf32, #dlc.live<n, *>>, tensor<4xf32>, tensor<7x4xf32, #dlc.live<n, *>>
  }
}
