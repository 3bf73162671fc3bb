// RUN: dlc-check %s
// New state made through another shape and back; numbers by hand.
dlc.program @state_through_reshape dims {} {
  dlc.state @w : tensor<2x3xf32> {role = "param"}
  dlc.entry @init inputs [] states [@w] results [] {
  ^bb0(%s0: tensor<2x3xf32>):
    %r = dlc.iota dim = 0 : tensor<2x3xf32>
    %c = dlc.iota dim = 1 : tensor<2x3xf32>
    %three = dlc.splat 3.0 : f32 -> tensor<2x3xf32>
    %one = dlc.splat 1.0 : f32 -> tensor<2x3xf32>
    %r3 = dlc.mul %r, %three : tensor<2x3xf32>
    %rc = dlc.add %r3, %c : tensor<2x3xf32>
    %a = dlc.add %rc, %one : tensor<2x3xf32>
    dlc.yield %a : tensor<2x3xf32>
  }
  // %n and %d have one shape and might share a kernel, but %q, which has another, stands between them.
  dlc.entry @there_and_back inputs [] states [@w] results ["w"] attributes {check.times = 2, check.expect = [dense<[[6.0, 2.0e+01, 42.0], [72.0, 1.1e+02, 156.0]]> : tensor<2x3xf32>]} {
  ^bb0(%s0: tensor<2x3xf32>):
    %d = dlc.add %s0, %s0 : tensor<2x3xf32>
    %f = dlc.reshape %d : tensor<2x3xf32> to tensor<6xf32>
    %q = dlc.mul %f, %f : tensor<6xf32>
    %k = dlc.reshape %q : tensor<6xf32> to tensor<2x3xf32>
    %n = dlc.add %d, %k : tensor<2x3xf32>
    dlc.yield %s0, %n : tensor<2x3xf32>, tensor<2x3xf32>
  }
}
