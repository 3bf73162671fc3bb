// RUN: dlc-check %s
// A derivative of the program's own (test/ops/custom_gradient.cpp has more).
dlc.program @custom_gradient dims {n = 5 : i64} {
  // 1 where x > 0, through which the gradient passes.
  dlc.entry @value inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[1.0, -2.0, 0.5]> : tensor<3xf64>], check.expect = [dense<[1.0, 0.0, 1.0]> : tensor<3xf64>]} {
  ^bb0(%x: tensor<3xf64>):
    %y = dlc.custom_gradient (%x) wrt 1 : (tensor<3xf64>) -> tensor<3xf64> {
    ^bb0(%a: tensor<3xf64>):
      %zero = dlc.splat 0.0 : f64 -> tensor<3xf64>
      %m = dlc.greater %a, %zero : tensor<3xf64>
      %0 = dlc.convert %m : tensor<3xi1> to tensor<3xf64>
      dlc.next %0 : tensor<3xf64>
    } backward {
    ^bb0(%a: tensor<3xf64>, %out: tensor<3xf64>, %dy: tensor<3xf64>):
      dlc.next %dy : tensor<3xf64>
    }
    dlc.yield %y : tensor<3xf64>
  }
  dlc.entry @passed inputs ["x"] states [] results ["g"] attributes {
    check.inputs = [dense<[1.0, -2.0, 0.5]> : tensor<3xf64>], check.expect = [dense<[2.0, -2.0, 1.5]> : tensor<3xf64>]} {
  ^bb0(%x: tensor<3xf64>):
    %y = dlc.custom_gradient (%x) wrt 1 : (tensor<3xf64>) -> tensor<3xf64> {
    ^bb0(%a: tensor<3xf64>):
      %zero = dlc.splat 0.0 : f64 -> tensor<3xf64>
      %m = dlc.greater %a, %zero : tensor<3xf64>
      %0 = dlc.convert %m : tensor<3xi1> to tensor<3xf64>
      dlc.next %0 : tensor<3xf64>
    } backward {
    ^bb0(%a: tensor<3xf64>, %out: tensor<3xf64>, %dy: tensor<3xf64>):
      dlc.next %dy : tensor<3xf64>
    }
    // d(y x)/dx = x + y.
    %p = dlc.mul %y, %x : tensor<3xf64>
    %s = dlc.reduce_sum %p dims = [0] : tensor<3xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<3xf64>)
    dlc.yield %g : tensor<3xf64>
  }
  // The right derivative of x^2 k, with respect to x alone: k counts as a constant.
  dlc.entry @square inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<5x3xf64, #dlc.live<n, *>>):
    %k = dlc.splat 3.0 : f64 -> tensor<5x3xf64, #dlc.live<n, *>>
    %y = dlc.custom_gradient (%x, %k) wrt 1 : (tensor<5x3xf64, #dlc.live<n, *>>, tensor<5x3xf64, #dlc.live<n, *>>) -> tensor<5x3xf64, #dlc.live<n, *>> {
    ^bb0(%a: tensor<5x3xf64, #dlc.live<n, *>>, %b: tensor<5x3xf64, #dlc.live<n, *>>):
      %0 = dlc.mul %a, %a : tensor<5x3xf64, #dlc.live<n, *>>
      %1 = dlc.mul %0, %b : tensor<5x3xf64, #dlc.live<n, *>>
      dlc.next %1 : tensor<5x3xf64, #dlc.live<n, *>>
    } backward {
    ^bb0(%a: tensor<5x3xf64, #dlc.live<n, *>>, %b: tensor<5x3xf64, #dlc.live<n, *>>, %out: tensor<5x3xf64, #dlc.live<n, *>>, %dy: tensor<5x3xf64, #dlc.live<n, *>>):
      %0 = dlc.add %a, %a : tensor<5x3xf64, #dlc.live<n, *>>
      %1 = dlc.mul %0, %b : tensor<5x3xf64, #dlc.live<n, *>>
      %2 = dlc.mul %1, %dy : tensor<5x3xf64, #dlc.live<n, *>>
      dlc.next %2 : tensor<5x3xf64, #dlc.live<n, *>>
    }
    dlc.yield %y : tensor<5x3xf64, #dlc.live<n, *>>
  }
}
