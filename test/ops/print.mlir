// RUN: dlc-check %s | FileCheck %s --dump-input-context=30
// Every entry runs several times; each time it prints all of this. Results do not change by it, and neither do
// gradients.
dlc.program @print dims {n = 4 : i64} {
  // CHECK: x tensor({{\[\[}}0.0000, 0.5000],
  // CHECK-NEXT: [1.0000, 1.5000],
  // CHECK-NEXT: [2.0000, 2.5000]])
  // CHECK-NEXT: between
  // CHECK-NEXT: tensor({{\[\[}}0., 2., 4.],
  // CHECK-NEXT: [1., 3., 5.]])
  // CHECK-NEXT: sum tensor(7.5000)
  // CHECK-NEXT: tensor([False,  True,  True])
  // CHECK-NEXT: half tensor(0.5000, dtype=torch.float64)
  // CHECK-NEXT: tensor([0, 1, 2])
  dlc.setting @half = 0.5 : f64
  dlc.entry @all inputs ["x"] states [] results ["y"] attributes {
    check.dims = [3], check.inputs = [dense<[[0.0, 0.5], [1.0, 1.5], [2.0, 2.5]]> : tensor<3x2xf32>],
    check.expect = [dense<[[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]]> : tensor<3x2xf32>]} {
  ^bb0(%x: tensor<4x2xf32, #dlc.live<n, *>>):
    dlc.print "x", %x : tensor<4x2xf32, #dlc.live<n, *>>
    %y = dlc.add %x, %x : tensor<4x2xf32, #dlc.live<n, *>>
    dlc.print "between"
    %t = dlc.permute %y perm = [1, 0] : tensor<4x2xf32, #dlc.live<n, *>>
    dlc.print "", %t : tensor<2x4xf32, #dlc.live<*, n>>
    %s = dlc.reduce_sum %x dims = [0, 1] : tensor<4x2xf32, #dlc.live<n, *>>
    dlc.print "sum", %s : tensor<f32>
    %c = dlc.slice %x starts = [0, 0] sizes = [4, 1] strides = [1, 1] : tensor<4x2xf32, #dlc.live<n, *>>
    %r = dlc.reshape %c : tensor<4x1xf32, #dlc.live<n, *>> to tensor<4xf32, #dlc.live<n>>
    %z = dlc.splat 0.0 : f32 -> tensor<4xf32, #dlc.live<n>>
    %m = dlc.greater %r, %z : tensor<4xf32, #dlc.live<n>>
    dlc.print "", %m : tensor<4xi1, #dlc.live<n>>
    %h = dlc.setting_value @half : tensor<f64>
    dlc.print "half", %h : tensor<f64>
    %i = dlc.iota dim = 0 : tensor<4xi64, #dlc.live<n>>
    dlc.print "", %i : tensor<4xi64, #dlc.live<n>>
    dlc.yield %y : tensor<4x2xf32, #dlc.live<n, *>>
  }
  dlc.entry @gradient inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<4x2xf64, #dlc.live<n, *>>):
    %y = dlc.mul %x, %x : tensor<4x2xf64, #dlc.live<n, *>>
    dlc.print "", %y : tensor<4x2xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<4x2xf64, #dlc.live<n, *>>
  }
}
