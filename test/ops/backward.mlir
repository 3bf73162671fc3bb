// RUN: dlc-check %s
// Numbers by hand.
dlc.program @backward dims {n = 33 : i64} {
  // x^2 and x^3 of several values; a value in the middle; one the loss does not see; the loss itself.
  dlc.entry @several inputs ["x", "u"] states [] results ["gx", "gy", "gu", "gloss"] attributes {check.inputs = [dense<3.0> : tensor<f64>, dense<[1.0, 2.0, 3.0]> : tensor<3xf64>], check.expect = [dense<27.0> : tensor<f64>, dense<3.0> : tensor<f64>, dense<0.0> : tensor<3xf64>, dense<1.0> : tensor<f64>]} {
  ^bb0(%x: tensor<f64>, %u: tensor<3xf64>):
    %y = dlc.mul %x, %x : tensor<f64>
    %loss = dlc.mul %y, %x : tensor<f64>
    %g:4 = dlc.backward %loss wrt(%x, %y, %u, %loss) : tensor<f64> wrt(tensor<f64>, tensor<f64>, tensor<3xf64>, tensor<f64>)
    dlc.yield %g#0, %g#1, %g#2, %g#3 : tensor<f64>, tensor<f64>, tensor<3xf64>, tensor<f64>
  }
  // The third derivative of x^4 is 24 x.
  dlc.entry @third inputs ["x"] states [] results ["g3"] attributes {check.inputs = [dense<1.5> : tensor<f64>], check.expect = [dense<36.0> : tensor<f64>]} {
  ^bb0(%x: tensor<f64>):
    %y = dlc.mul %x, %x : tensor<f64>
    %z = dlc.mul %y, %y : tensor<f64>
    %g1 = dlc.backward %z wrt(%x) : tensor<f64> wrt(tensor<f64>)
    %g2 = dlc.backward %g1 wrt(%x) : tensor<f64> wrt(tensor<f64>)
    %g3 = dlc.backward %g2 wrt(%x) : tensor<f64> wrt(tensor<f64>)
    dlc.yield %g3 : tensor<f64>
  }
  // Softmax: a value that is read on many ways.
  dlc.entry @softmax_rows inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x4xf32, #dlc.live<n, *>>):
    %m = dlc.reduce_max %x dims = [1] : tensor<33x4xf32, #dlc.live<n, *>>
    %mb = dlc.broadcast %m dims = [1] : tensor<33xf32, #dlc.live<n>> to tensor<33x4xf32, #dlc.live<n, *>>
    %z = dlc.sub %x, %mb : tensor<33x4xf32, #dlc.live<n, *>>
    %e = dlc.exp %z : tensor<33x4xf32, #dlc.live<n, *>>
    %s = dlc.reduce_sum %e dims = [1] : tensor<33x4xf32, #dlc.live<n, *>>
    %sb = dlc.broadcast %s dims = [1] : tensor<33xf32, #dlc.live<n>> to tensor<33x4xf32, #dlc.live<n, *>>
    %y = dlc.div %e, %sb : tensor<33x4xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x4xf32, #dlc.live<n, *>>
  }
  // A backward in the middle: its gradient is read by the loss that is differentiated afterwards.
  dlc.entry @penalty inputs ["x", "w"] states [] results ["loss"] attributes {check.ranges = [[-1.0, 1.0], [-1.0, 1.0]], check.gradient} {
  ^bb0(%x: tensor<3xf64>, %w: tensor<3xf64>):
    %p = dlc.mul %x, %w : tensor<3xf64>
    %e = dlc.exp %p : tensor<3xf64>
    %s = dlc.reduce_sum %e dims = [0] : tensor<3xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<3xf64>)
    %q = dlc.mul %g, %g : tensor<3xf64>
    %n = dlc.reduce_sum %q dims = [0] : tensor<3xf64>
    %loss = dlc.add %s, %n : tensor<f64>
    dlc.yield %loss : tensor<f64>
  }
}
