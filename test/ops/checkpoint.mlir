// RUN: dlc-check %s
// A piece of the program that is computed again for the gradient, and the barriers that keep the second
// computation from being the first (test/ops/checkpoint.cpp has more).
dlc.program @checkpoint dims {n = 5 : i64} {
  dlc.entry @value inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[1.0, -2.0, 0.5]> : tensor<3xf64>], check.expect = [dense<[1.0, 4.0, 0.25]> : tensor<3xf64>],
    check.gradient} {
  ^bb0(%x: tensor<3xf64>):
    %y = dlc.checkpoint (%x) : (tensor<3xf64>) -> tensor<3xf64> {
    ^bb0(%a: tensor<3xf64>):
      %0 = dlc.mul %a, %a : tensor<3xf64>
      dlc.next %0 : tensor<3xf64>
    }
    dlc.yield %y : tensor<3xf64>
  }
  // Two results, two inputs, a dynamic dimension.
  dlc.entry @rows inputs ["x", "w"] states [] results ["y", "z"] attributes {check.gradient} {
  ^bb0(%x: tensor<5x3xf64, #dlc.live<n, *>>, %w: tensor<3x3xf64>):
    %y, %z = dlc.checkpoint (%x, %w) : (tensor<5x3xf64, #dlc.live<n, *>>, tensor<3x3xf64>) -> (tensor<5x3xf64, #dlc.live<n, *>>, tensor<5x3xf64, #dlc.live<n, *>>) {
    ^bb0(%a: tensor<5x3xf64, #dlc.live<n, *>>, %b: tensor<3x3xf64>):
      %0 = dlc.contract %a [0, 1], %b [1, 2] -> [0, 2] : tensor<5x3xf64, #dlc.live<n, *>>, tensor<3x3xf64>
      %1 = dlc.tanh %0 : tensor<5x3xf64, #dlc.live<n, *>>
      dlc.next %1, %0 : tensor<5x3xf64, #dlc.live<n, *>>, tensor<5x3xf64, #dlc.live<n, *>>
    }
    dlc.yield %y, %z : tensor<5x3xf64, #dlc.live<n, *>>, tensor<5x3xf64, #dlc.live<n, *>>
  }
  dlc.entry @second inputs ["x"] states [] results ["g"] attributes {check.gradient} {
  ^bb0(%x: tensor<7xf64>):
    %y = dlc.checkpoint (%x) : (tensor<7xf64>) -> tensor<7xf64> {
    ^bb0(%a: tensor<7xf64>):
      %0 = dlc.tanh %a : tensor<7xf64>
      dlc.next %0 : tensor<7xf64>
    }
    %p = dlc.mul %y, %y : tensor<7xf64>
    %s = dlc.reduce_sum %p dims = [0] : tensor<7xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<7xf64>)
    dlc.yield %g : tensor<7xf64>
  }
  // A barrier alone is x, with x's gradient.
  dlc.entry @barrier inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[1.0, 2.0]> : tensor<2xf32>], check.expect = [dense<[2.0, 6.0]> : tensor<2xf32>]} {
  ^bb0(%x: tensor<2xf32>):
    %0 = dlc.barrier %x 1 : tensor<2xf32>
    %1 = dlc.barrier %x 2 : tensor<2xf32>
    %2 = dlc.mul %0, %1 : tensor<2xf32>
    %y = dlc.add %2, %x : tensor<2xf32>
    dlc.yield %y : tensor<2xf32>
  }
  dlc.entry @through inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<5x2xf64, #dlc.live<n, *>>):
    %0 = dlc.barrier %x 3 : tensor<5x2xf64, #dlc.live<n, *>>
    %y = dlc.mul %0, %x : tensor<5x2xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<5x2xf64, #dlc.live<n, *>>
  }
}
