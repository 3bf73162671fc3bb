// RUN: dlc-check %s
// The same update of several parameters, which may run as one launch over all of them; numbers by hand.
dlc.program @state_sweep dims {} {
  dlc.setting @lr = 0.5 : f32
  dlc.state @a : tensor<4xf32> {role = "param"}
  dlc.state @b : tensor<2x2xf32> {role = "param"}
  dlc.state @c : tensor<17xf32> {role = "param"}
  // All ones.
  dlc.entry @init inputs [] states [@a, @b, @c] results [] {
  ^bb0(%s0: tensor<4xf32>, %s1: tensor<2x2xf32>, %s2: tensor<17xf32>):
    %a = dlc.splat 1.0 : f32 -> tensor<4xf32>
    %b = dlc.splat 1.0 : f32 -> tensor<2x2xf32>
    %c = dlc.splat 1.0 : f32 -> tensor<17xf32>
    dlc.yield %a, %b, %c : tensor<4xf32>, tensor<2x2xf32>, tensor<17xf32>
  }
  // Gradients of their own, which two steps take off: 1 - 2 * 0.5 * g.
  dlc.entry @distinct inputs ["x", "y"] states [@a, @b, @c] results ["a", "b", "c"] attributes {
    check.times = 3, check.inputs = [dense<[[1.0, 2.0, 3.0, 4.0], [1.0, 2.0, 3.0, 4.0], [0.0, 0.0, 0.0, 1.0]]> : tensor<3x4xf32>, dense<[0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 1.0e+01, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0]> : tensor<17xf32>],
    check.expect = [dense<[-1.0, -3.0, -5.0, -8.0]> : tensor<4xf32>, dense<[[0.0, -1.0], [-2.0, -3.0]]> : tensor<2x2xf32>, dense<[1.0, 0.0, -3.0, -8.0, -15.0, -24.0, -35.0, -48.0, -63.0, -8.0e+01, -99.0, -1.2e+02, -143.0, -168.0, -195.0, -224.0, -255.0]> : tensor<17xf32>]} {
  ^bb0(%x: tensor<3x4xf32>, %y: tensor<17xf32>, %s0: tensor<4xf32>, %s1: tensor<2x2xf32>, %s2: tensor<17xf32>):
    %lr = dlc.setting_value @lr : tensor<f32>
    %ga = dlc.reduce_sum %x dims = [0] : tensor<3x4xf32>
    %t = dlc.exp %x : tensor<3x4xf32>
    %m = dlc.reduce_max %x dims = [0] : tensor<3x4xf32>
    %gb = dlc.reshape %m : tensor<4xf32> to tensor<2x2xf32>
    %gc = dlc.mul %y, %y : tensor<17xf32>
    %la = dlc.broadcast %lr dims = [0] : tensor<f32> to tensor<4xf32>
    %da = dlc.mul %la, %ga : tensor<4xf32>
    %na = dlc.sub %s0, %da : tensor<4xf32>
    %lb = dlc.broadcast %lr dims = [0, 1] : tensor<f32> to tensor<2x2xf32>
    %db = dlc.mul %lb, %gb : tensor<2x2xf32>
    %nb = dlc.sub %s1, %db : tensor<2x2xf32>
    %lc = dlc.broadcast %lr dims = [0] : tensor<f32> to tensor<17xf32>
    %dc = dlc.mul %lc, %gc : tensor<17xf32>
    %nc = dlc.sub %s2, %dc : tensor<17xf32>
    dlc.yield %s0, %s1, %s2, %na, %nb, %nc : tensor<4xf32>, tensor<2x2xf32>, tensor<17xf32>, tensor<4xf32>, tensor<2x2xf32>, tensor<17xf32>
  }
  // One gradient for two parameters, under two shapes.
  dlc.entry @shared inputs ["x", "y"] states [@a, @b, @c] results ["a", "b", "c"] attributes {
    check.times = 3, check.inputs = [dense<[[1.0, 2.0, 3.0, 4.0], [1.0, 2.0, 3.0, 4.0], [0.0, 0.0, 0.0, 1.0]]> : tensor<3x4xf32>, dense<[0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 1.0e+01, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0]> : tensor<17xf32>],
    check.expect = [dense<[-1.0, -3.0, -5.0, -8.0]> : tensor<4xf32>, dense<[[-1.0, -3.0], [-5.0, -8.0]]> : tensor<2x2xf32>, dense<[1.0, 0.0, -3.0, -8.0, -15.0, -24.0, -35.0, -48.0, -63.0, -8.0e+01, -99.0, -1.2e+02, -143.0, -168.0, -195.0, -224.0, -255.0]> : tensor<17xf32>]} {
  ^bb0(%x: tensor<3x4xf32>, %y: tensor<17xf32>, %s0: tensor<4xf32>, %s1: tensor<2x2xf32>, %s2: tensor<17xf32>):
    %lr = dlc.setting_value @lr : tensor<f32>
    %ga = dlc.reduce_sum %x dims = [0] : tensor<3x4xf32>
    %gb = dlc.reshape %ga : tensor<4xf32> to tensor<2x2xf32>
    %gc = dlc.mul %y, %y : tensor<17xf32>
    %la = dlc.broadcast %lr dims = [0] : tensor<f32> to tensor<4xf32>
    %da = dlc.mul %la, %ga : tensor<4xf32>
    %na = dlc.sub %s0, %da : tensor<4xf32>
    %lb = dlc.broadcast %lr dims = [0, 1] : tensor<f32> to tensor<2x2xf32>
    %db = dlc.mul %lb, %gb : tensor<2x2xf32>
    %nb = dlc.sub %s1, %db : tensor<2x2xf32>
    %lc = dlc.broadcast %lr dims = [0] : tensor<f32> to tensor<17xf32>
    %dc = dlc.mul %lc, %gc : tensor<17xf32>
    %nc = dlc.sub %s2, %dc : tensor<17xf32>
    dlc.yield %s0, %s1, %s2, %na, %nb, %nc : tensor<4xf32>, tensor<2x2xf32>, tensor<17xf32>, tensor<4xf32>, tensor<2x2xf32>, tensor<17xf32>
  }
  // A gradient that is padding with something in the middle.
  dlc.entry @padded inputs ["x", "y"] states [@a, @b, @c] results ["a", "b", "c"] attributes {
    check.times = 3, check.inputs = [dense<[[1.0, 2.0, 3.0, 4.0], [1.0, 2.0, 3.0, 4.0], [0.0, 0.0, 0.0, 1.0]]> : tensor<3x4xf32>, dense<[0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 1.0e+01, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0]> : tensor<17xf32>],
    check.expect = [dense<[1.0, 0.0, -3.0, 1.0]> : tensor<4xf32>, dense<[[-1.0, -3.0], [-5.0, -8.0]]> : tensor<2x2xf32>, dense<[1.0, 0.0, -3.0, -8.0, -15.0, -24.0, -35.0, -48.0, -63.0, -8.0e+01, -99.0, -1.2e+02, -143.0, -168.0, -195.0, -224.0, -255.0]> : tensor<17xf32>]} {
  ^bb0(%x: tensor<3x4xf32>, %y: tensor<17xf32>, %s0: tensor<4xf32>, %s1: tensor<2x2xf32>, %s2: tensor<17xf32>):
    %lr = dlc.setting_value @lr : tensor<f32>
    %p = dlc.slice %y starts = [1] sizes = [2] strides = [1] : tensor<17xf32>
    %q = dlc.mul %p, %p : tensor<2xf32>
    %ga = dlc.pad %q low = [1] high = [1] interior = [0] value = 0.0 : tensor<2xf32>
    %r = dlc.reduce_sum %x dims = [0] : tensor<3x4xf32>
    %gb = dlc.reshape %r : tensor<4xf32> to tensor<2x2xf32>
    %gc = dlc.mul %y, %y : tensor<17xf32>
    %la = dlc.broadcast %lr dims = [0] : tensor<f32> to tensor<4xf32>
    %da = dlc.mul %la, %ga : tensor<4xf32>
    %na = dlc.sub %s0, %da : tensor<4xf32>
    %lb = dlc.broadcast %lr dims = [0, 1] : tensor<f32> to tensor<2x2xf32>
    %db = dlc.mul %lb, %gb : tensor<2x2xf32>
    %nb = dlc.sub %s1, %db : tensor<2x2xf32>
    %lc = dlc.broadcast %lr dims = [0] : tensor<f32> to tensor<17xf32>
    %dc = dlc.mul %lc, %gc : tensor<17xf32>
    %nc = dlc.sub %s2, %dc : tensor<17xf32>
    dlc.yield %s0, %s1, %s2, %na, %nb, %nc : tensor<4xf32>, tensor<2x2xf32>, tensor<17xf32>, tensor<4xf32>, tensor<2x2xf32>, tensor<17xf32>
  }
}
