// RUN: dlc-check %s
// The value itself, without a gradient. Numbers by hand.
dlc.program @detach dims {n = 33 : i64} {
  dlc.entry @value inputs ["x"] states [] results ["y"] attributes {check.same_as = @itself} {
  ^bb0(%x: tensor<33x3xf32, #dlc.live<n, *>>):
    %y = dlc.detach %x : tensor<33x3xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x3xf32, #dlc.live<n, *>>
  }
  dlc.entry @itself inputs ["x"] states [] results ["x"] {
  ^bb0(%x: tensor<33x3xf32, #dlc.live<n, *>>):
    dlc.yield %x : tensor<33x3xf32, #dlc.live<n, *>>
  }
  // d(x * detach(x)) = detach(x).
  dlc.entry @gradient inputs ["x"] states [] results ["g"] attributes {check.inputs = [dense<[1.0, -2.0, 3.5]> : tensor<3xf64>], check.expect = [dense<[1.0, -2.0, 3.5]> : tensor<3xf64>]} {
  ^bb0(%x: tensor<3xf64>):
    %d = dlc.detach %x : tensor<3xf64>
    %y = dlc.mul %x, %d : tensor<3xf64>
    %s = dlc.reduce_sum %y dims = [0] : tensor<3xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<3xf64>)
    dlc.yield %g : tensor<3xf64>
  }
  // What is detached keeps its own second derivative out as well.
  dlc.entry @second inputs ["x"] states [] results ["h"] attributes {check.inputs = [dense<[1.0, -2.0, 3.5]> : tensor<3xf64>], check.expect = [dense<[2.0, -4.0, 7.0]> : tensor<3xf64>]} {
  ^bb0(%x: tensor<3xf64>):
    %y = dlc.mul %x, %x : tensor<3xf64>
    %s = dlc.reduce_sum %y dims = [0] : tensor<3xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<3xf64>)
    %d = dlc.detach %g : tensor<3xf64>
    %z = dlc.mul %d, %x : tensor<3xf64>
    %r = dlc.reduce_sum %z dims = [0] : tensor<3xf64>
    %h = dlc.backward %r wrt(%x) : tensor<f64> wrt(tensor<3xf64>)
    dlc.yield %h : tensor<3xf64>
  }
}
