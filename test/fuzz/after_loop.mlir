// What stands behind a loop may lie where the loop counted its steps: its place is named again, outside of the loop.
// RUN: dlc-fuzz %s
dlc.program @fuzz dims {} {
  dlc.entry @f inputs ["x", "go", "limit"] states [] results ["y", "one"] {
  ^bb0(%x: tensor<f32>, %go: tensor<i1>, %limit: tensor<i64>):
    %0:2 = dlc.scan carries(%go, %x) xs() consts(%limit) length = 2 while : (tensor<i1>, tensor<f32>, tensor<i64>) -> (tensor<i1>, tensor<f32>) {
    ^bb0(%step: tensor<i64>, %end: tensor<i64>, %on: tensor<i1>, %carry: tensor<f32>):
      %2 = dlc.splat 1.000000e+00 : f32 -> tensor<f32>
      %3 = dlc.less %step, %end : tensor<i64>
      dlc.next %3, %2 : tensor<i1>, tensor<f32>
    }
    %1 = dlc.splat 1 : i64 -> tensor<i64>
    dlc.yield %0#1, %1 : tensor<f32>, tensor<i64>
  }
}
