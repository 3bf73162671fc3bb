// RUN: dlc-check %s
// A loop gives what the same steps in a row give, and so does its gradient (dlc.next hands on). test/ops/scan.cpp has more.
dlc.program @scan dims {n = 7 : i64, t = 3 : i64} {
  dlc.entry @loop inputs ["h", "x", "w"] states [] results ["ys", "y"] attributes {check.same_as = @unrolled, check.gradient} {
  ^bb0(%h: tensor<7x4xf64, #dlc.live<n, *>>, %x: tensor<2x7x4xf64, #dlc.live<*, n, *>>, %w: tensor<4x4xf64>):
    %ys, %y = dlc.scan carries(%h) xs(%x) consts(%w) length = 2 : (tensor<7x4xf64, #dlc.live<n, *>>, tensor<2x7x4xf64, #dlc.live<*, n, *>>, tensor<4x4xf64>) -> (tensor<2x7x4xf64, #dlc.live<*, n, *>>, tensor<7x4xf64, #dlc.live<n, *>>) {
    ^bb0(%i: tensor<i64>, %xt: tensor<7x4xf64, #dlc.live<n, *>>, %wt: tensor<4x4xf64>, %ht: tensor<7x4xf64, #dlc.live<n, *>>):
      %0 = dlc.contract %ht [0, 1], %wt [1, 2] -> [0, 2] : tensor<7x4xf64, #dlc.live<n, *>>, tensor<4x4xf64>
      %1 = dlc.add %0, %xt : tensor<7x4xf64, #dlc.live<n, *>>
      %2 = dlc.tanh %1 : tensor<7x4xf64, #dlc.live<n, *>>
      dlc.next %1, %2 : tensor<7x4xf64, #dlc.live<n, *>>, tensor<7x4xf64, #dlc.live<n, *>>
    }
    dlc.yield %ys, %y : tensor<2x7x4xf64, #dlc.live<*, n, *>>, tensor<7x4xf64, #dlc.live<n, *>>
  }
  dlc.entry @unrolled inputs ["h", "x", "w"] states [] results ["ys", "y"] {
  ^bb0(%h: tensor<7x4xf64, #dlc.live<n, *>>, %x: tensor<2x7x4xf64, #dlc.live<*, n, *>>, %w: tensor<4x4xf64>):
    %s0 = dlc.slice %x starts = [0, 0, 0] sizes = [1, 7, 4] strides = [1, 1, 1] : tensor<2x7x4xf64, #dlc.live<*, n, *>>
    %s1 = dlc.slice %x starts = [1, 0, 0] sizes = [1, 7, 4] strides = [1, 1, 1] : tensor<2x7x4xf64, #dlc.live<*, n, *>>
    %x0 = dlc.reshape %s0 : tensor<1x7x4xf64, #dlc.live<*, n, *>> to tensor<7x4xf64, #dlc.live<n, *>>
    %x1 = dlc.reshape %s1 : tensor<1x7x4xf64, #dlc.live<*, n, *>> to tensor<7x4xf64, #dlc.live<n, *>>
    %0 = dlc.contract %h [0, 1], %w [1, 2] -> [0, 2] : tensor<7x4xf64, #dlc.live<n, *>>, tensor<4x4xf64>
    %1 = dlc.add %0, %x0 : tensor<7x4xf64, #dlc.live<n, *>>
    %2 = dlc.tanh %1 : tensor<7x4xf64, #dlc.live<n, *>>
    %3 = dlc.contract %2 [0, 1], %w [1, 2] -> [0, 2] : tensor<7x4xf64, #dlc.live<n, *>>, tensor<4x4xf64>
    %4 = dlc.add %3, %x1 : tensor<7x4xf64, #dlc.live<n, *>>
    %5 = dlc.tanh %4 : tensor<7x4xf64, #dlc.live<n, *>>
    %r0 = dlc.reshape %1 : tensor<7x4xf64, #dlc.live<n, *>> to tensor<1x7x4xf64, #dlc.live<*, n, *>>
    %r1 = dlc.reshape %4 : tensor<7x4xf64, #dlc.live<n, *>> to tensor<1x7x4xf64, #dlc.live<*, n, *>>
    %p0 = dlc.pad %r0 low = [0, 0, 0] high = [1, 0, 0] interior = [0, 0, 0] value = 0.0 : tensor<1x7x4xf64, #dlc.live<*, n, *>>
    %p1 = dlc.pad %r1 low = [1, 0, 0] high = [0, 0, 0] interior = [0, 0, 0] value = 0.0 : tensor<1x7x4xf64, #dlc.live<*, n, *>>
    %ys = dlc.add %p0, %p1 : tensor<2x7x4xf64, #dlc.live<*, n, *>>
    dlc.yield %ys, %5 : tensor<2x7x4xf64, #dlc.live<*, n, *>>, tensor<7x4xf64, #dlc.live<n, *>>
  }
  // As many steps as are live, from the last one.
  dlc.entry @live inputs ["h", "x"] states [] results ["ys", "y"] attributes {check.gradient,
    check.dims = [7, 2], check.inputs = [dense<1.0> : tensor<f64>, dense<[2.0, 3.0]> : tensor<2xf64>],
    check.expect = [dense<[6.0, 3.0]> : tensor<2xf64>, dense<6.0> : tensor<f64>]} {
  ^bb0(%h: tensor<f64>, %x: tensor<3xf64, #dlc.live<t>>):
    %ys, %y = dlc.scan carries(%h) xs(%x) consts() length = 3 live <t> reverse : (tensor<f64>, tensor<3xf64, #dlc.live<t>>) -> (tensor<3xf64, #dlc.live<t>>, tensor<f64>) {
    ^bb0(%i: tensor<i64>, %xt: tensor<f64>, %ht: tensor<f64>):
      %0 = dlc.mul %ht, %xt : tensor<f64>
      dlc.next %0, %0 : tensor<f64>, tensor<f64>
    }
    dlc.yield %ys, %y : tensor<3xf64, #dlc.live<t>>, tensor<f64>
  }
  // The number of a step; a loop that ends when its flag falls.
  dlc.entry @while inputs [] states [] results ["y"] attributes {check.expect = [dense<6> : tensor<i64>]} {
    %go = dlc.splat true -> tensor<i1>
    %zero = dlc.splat 0 : i64 -> tensor<i64>
    %g, %y = dlc.scan carries(%go, %zero) xs() consts() length = 100 while : (tensor<i1>, tensor<i64>) -> (tensor<i1>, tensor<i64>) {
    ^bb0(%i: tensor<i64>, %gt: tensor<i1>, %h: tensor<i64>):
      %0 = dlc.add %h, %i : tensor<i64>
      %three = dlc.splat 3 : i64 -> tensor<i64>
      %1 = dlc.less %i, %three : tensor<i64>
      dlc.next %1, %0 : tensor<i1>, tensor<i64>
    }
    dlc.yield %y : tensor<i64>
  }
}
