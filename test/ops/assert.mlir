// RUN: dlc-check %s
// RUN: sed 's/dlc.less_equal/dlc.less/' %s > %t.mlir && not dlc-check %t.mlir 2>&1 | FileCheck %s
// CHECK: error: running @rows at n = 3: assert.mlir.tmp.mlir:13: assert_ failed: not so large; 2 of 6 elements are false, the first at [0, 1]
// CHECK: error: running @scalar{{.*}}: assert_ failed: sum
dlc.program @assert dims {n = 4 : i64} {
  // A mask that holds changes nothing; the dead rows, which are poisoned, do not count.
  dlc.entry @rows inputs ["x"] states [] results ["y"] attributes {
    check.dims = [3], check.inputs = [dense<[[0.0, 1.0], [0.5, 1.0], [0.0, 0.5]]> : tensor<3x2xf32>],
    check.expect = [dense<[[0.0, 2.0], [1.0, 2.0], [0.0, 1.0]]> : tensor<3x2xf32>]} {
  ^bb0(%x: tensor<4x2xf32, #dlc.live<n, *>>):
    %one = dlc.splat 1.0 : f32 -> tensor<4x2xf32, #dlc.live<n, *>>
    %m = dlc.less_equal %x, %one : tensor<4x2xf32, #dlc.live<n, *>>
    dlc.assert "not so large", %m : tensor<4x2xi1, #dlc.live<n, *>>
    %y = dlc.add %x, %x : tensor<4x2xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<4x2xf32, #dlc.live<n, *>>
  }
  dlc.entry @scalar inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 1.0]> : tensor<2xf32>], check.expect = [dense<1.0> : tensor<f32>]} {
  ^bb0(%x: tensor<2xf32>):
    %y = dlc.reduce_sum %x dims = [0] : tensor<2xf32>
    %one = dlc.splat 1.0 : f32 -> tensor<f32>
    %m = dlc.less_equal %y, %one : tensor<f32>
    dlc.assert "sum", %m : tensor<i1>
    dlc.yield %y : tensor<f32>
  }
}
