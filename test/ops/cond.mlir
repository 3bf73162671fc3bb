// RUN: dlc-check %s
// One of two regions (test/ops/cond.cpp has more).
dlc.program @cond dims {n = 5 : i64} {
  dlc.entry @either inputs ["x", "w"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<5x3xf64, #dlc.live<n, *>>, %w: tensor<3x3xf64>):
    %s = dlc.reduce_sum %x dims = [0, 1] : tensor<5x3xf64, #dlc.live<n, *>>
    %zero = dlc.splat 0.0 : f64 -> tensor<f64>
    %p = dlc.greater %s, %zero : tensor<f64>
    %y = dlc.cond %p(%x, %w) : (tensor<i1>, tensor<5x3xf64, #dlc.live<n, *>>, tensor<3x3xf64>) -> tensor<5x3xf64, #dlc.live<n, *>> {
    ^bb0(%a: tensor<5x3xf64, #dlc.live<n, *>>, %b: tensor<3x3xf64>):
      %0 = dlc.contract %a [0, 1], %b [1, 2] -> [0, 2] : tensor<5x3xf64, #dlc.live<n, *>>, tensor<3x3xf64>
      dlc.next %0 : tensor<5x3xf64, #dlc.live<n, *>>
    } else {
    ^bb0(%a: tensor<5x3xf64, #dlc.live<n, *>>, %b: tensor<3x3xf64>):
      %0 = dlc.tanh %a : tensor<5x3xf64, #dlc.live<n, *>>
      dlc.next %0 : tensor<5x3xf64, #dlc.live<n, *>>
    }
    dlc.yield %y : tensor<5x3xf64, #dlc.live<n, *>>
  }
  dlc.entry @other inputs ["p", "x"] states [] results ["y"] attributes {
    check.inputs = [dense<false> : tensor<i1>, dense<2.0> : tensor<f64>], check.expect = [dense<-2.0> : tensor<f64>]} {
  ^bb0(%p: tensor<i1>, %x: tensor<f64>):
    %y = dlc.cond %p(%x) : (tensor<i1>, tensor<f64>) -> tensor<f64> {
    ^bb0(%a: tensor<f64>):
      dlc.next %a : tensor<f64>
    } else {
    ^bb0(%a: tensor<f64>):
      %0 = dlc.neg %a : tensor<f64>
      dlc.next %0 : tensor<f64>
    }
    dlc.yield %y : tensor<f64>
  }
}
