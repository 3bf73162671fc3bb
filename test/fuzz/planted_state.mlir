// The reducer takes away states, calls in a row and pieces of the program as well: of a loop, a checkpoint, a random
// number and an average that moves, the multiplication is left that is a sum in the optimised program.
// RUN: dlc-fuzz %s
// RUN: not dlc-fuzz --reduce --break=mul:add %s > %t.mlir 2> %t.txt
// RUN: FileCheck %s --check-prefix=SAYS --input-file=%t.txt
// RUN: FileCheck %s --check-prefix=LEFT --input-file=%t.mlir --implicit-check-not=dlc.state --implicit-check-not=times
// RUN: dlc-fuzz %t.mlir
// SAYS: FAILED: optimised is not as unoptimised
// SAYS: reduced: optimised is not as unoptimised
// LEFT: dlc.program @planted dims {} {
// LEFT: dlc.mul {{%.*}}, {{%.*}} : tensor<1xf32>
// LEFT-NEXT: dlc.yield
dlc.program @planted dims {n = 3 : i64} {
  dlc.state @w : tensor<4xf32> {role = "param"}
  dlc.state @average : tensor<4xf32> {role = "buffer"}
  dlc.state @seed : tensor<i64> {role = "rng"}
  dlc.entry @f inputs ["x"] states [@w, @average, @seed] results ["y"] attributes {check.ranges = [[-2.0, 2.0]], check.times = 3 : i64} {
  ^bb0(%x: tensor<3x4xf32, #dlc.live<n, *>>, %w: tensor<4xf32>, %average: tensor<4xf32>, %seed: tensor<i64>):
    %0 = dlc.random %seed, %seed id = 7 : tensor<4xf32>
    %1 = dlc.add %w, %0 : tensor<4xf32>
    %2 = dlc.scan carries(%1) xs(%x) consts() length = 3 live <n> : (tensor<4xf32>, tensor<3x4xf32, #dlc.live<n, *>>) -> tensor<4xf32> {
    ^bb0(%t: tensor<i64>, %row: tensor<4xf32>, %h: tensor<4xf32>):
      %8 = dlc.add %row, %h : tensor<4xf32>
      %9 = dlc.tanh %8 : tensor<4xf32>
      dlc.next %9 : tensor<4xf32>
    }
    %3 = dlc.checkpoint(%2) : (tensor<4xf32>) -> tensor<4xf32> {
    ^bb0(%h: tensor<4xf32>):
      %8 = dlc.sin %h : tensor<4xf32>
      dlc.next %8 : tensor<4xf32>
    }
    %4 = dlc.mul %3, %average : tensor<4xf32>
    %5 = dlc.add %average, %3 : tensor<4xf32>
    %6 = dlc.tanh %5 : tensor<4xf32>
    %7 = dlc.exp %4 : tensor<4xf32>
    dlc.yield %7, %1, %6, %seed : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<i64>
  }
}
