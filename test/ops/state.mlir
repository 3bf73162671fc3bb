// RUN: dlc-check %s
// dlc.state, dlc.entry and dlc.yield: what is kept between calls. Numbers by hand.
dlc.program @state dims {} {
  dlc.state @w : tensor<2x3xf32> {role = "param"}
  dlc.state @v : tensor<2x3xf32> {role = "buffer"}
  dlc.state @calls : tensor<i64> {role = "rng"}
  // 1 to 6 in w, 10 times that in v.
  dlc.entry @init inputs [] states [@w, @v, @calls] results [] {
  ^bb0(%s0: tensor<2x3xf32>, %s1: tensor<2x3xf32>, %s2: tensor<i64>):
    %r = dlc.iota dim = 0 : tensor<2x3xf32>
    %c = dlc.iota dim = 1 : tensor<2x3xf32>
    %three = dlc.splat 3.0 : f32 -> tensor<2x3xf32>
    %one = dlc.splat 1.0 : f32 -> tensor<2x3xf32>
    %ten = dlc.splat 10.0 : f32 -> tensor<2x3xf32>
    %r3 = dlc.mul %r, %three : tensor<2x3xf32>
    %rc = dlc.add %r3, %c : tensor<2x3xf32>
    %a = dlc.add %rc, %one : tensor<2x3xf32>
    %b = dlc.mul %a, %ten : tensor<2x3xf32>
    %k = dlc.splat 5 : i64 -> tensor<i64>
    dlc.yield %a, %b, %k : tensor<2x3xf32>, tensor<2x3xf32>, tensor<i64>
  }
  // The old values are returned, the new ones stay.
  dlc.entry @read inputs [] states [@w, @v, @calls] results ["w", "v", "calls"] attributes {
    check.times = 3, check.expect = [dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>, dense<[[1.0e+01, 2.0e+01, 3.0e+01], [4.0e+01, 5.0e+01, 6.0e+01]]> : tensor<2x3xf32>, dense<7> : tensor<i64>]} {
  ^bb0(%s0: tensor<2x3xf32>, %s1: tensor<2x3xf32>, %s2: tensor<i64>):
    %one = dlc.splat 1 : i64 -> tensor<i64>
    %k = dlc.add %s2, %one : tensor<i64>
    dlc.yield %s0, %s1, %s2, %s0, %s1, %k : tensor<2x3xf32>, tensor<2x3xf32>, tensor<i64>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<i64>
  }
  // Each call sees what the last one left: 1/2 after 1, then 1/4.
  dlc.entry @halve inputs [] states [@w] results ["y"] attributes {check.times = 2, check.expect = [dense<[[0.25, 0.5, 0.75], [1.0, 1.25, 1.5]]> : tensor<2x3xf32>]} {
  ^bb0(%s0: tensor<2x3xf32>):
    %h = dlc.splat 0.5 : f32 -> tensor<2x3xf32>
    %y = dlc.mul %s0, %h : tensor<2x3xf32>
    dlc.yield %y, %y : tensor<2x3xf32>, tensor<2x3xf32>
  }
  // Two states change places.
  dlc.entry @swap inputs [] states [@w, @v] results ["w", "v"] attributes {
    check.times = 2, check.expect = [dense<[[1.0e+01, 2.0e+01, 3.0e+01], [4.0e+01, 5.0e+01, 6.0e+01]]> : tensor<2x3xf32>, dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>]} {
  ^bb0(%s0: tensor<2x3xf32>, %s1: tensor<2x3xf32>):
    dlc.yield %s0, %s1, %s1, %s0 : tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>
  }
  // The new value is made from the old one in another order, so not in its place.
  dlc.entry @turn inputs [] states [@w] results ["w"] attributes {check.times = 2, check.expect = [dense<[[7.0, 7.0, 7.0], [7.0, 7.0, 7.0]]> : tensor<2x3xf32>]} {
  ^bb0(%s0: tensor<2x3xf32>):
    %r = dlc.reverse %s0 dims = [0, 1] : tensor<2x3xf32>
    %n = dlc.add %s0, %r : tensor<2x3xf32>
    dlc.yield %s0, %n : tensor<2x3xf32>, tensor<2x3xf32>
  }
  // As before, with the old value under another shape.
  dlc.entry @flat inputs [] states [@w] results ["w"] attributes {check.times = 2, check.expect = [dense<[[2.0, 4.0, 6.0], [5.0, 7.0, 9.0]]> : tensor<2x3xf32>]} {
  ^bb0(%s0: tensor<2x3xf32>):
    %f = dlc.reshape %s0 : tensor<2x3xf32> to tensor<6xf32>
    %s = dlc.slice %f starts = [0] sizes = [3] strides = [1] : tensor<6xf32>
    %b = dlc.broadcast %s dims = [0] : tensor<3xf32> to tensor<2x3xf32>
    %n = dlc.add %s0, %b : tensor<2x3xf32>
    dlc.yield %s0, %n : tensor<2x3xf32>, tensor<2x3xf32>
  }
  // An input becomes state, a state becomes a result twice.
  dlc.entry @store inputs ["x"] states [@w] results ["a", "b"] attributes {
    check.times = 2, check.inputs = [dense<[[1.0, 1.0, 2.0], [2.0, 3.0, 3.0]]> : tensor<2x3xf32>], check.expect = [dense<[[1.0, 1.0, 2.0], [2.0, 3.0, 3.0]]> : tensor<2x3xf32>, dense<[[1.0, 1.0, 2.0], [2.0, 3.0, 3.0]]> : tensor<2x3xf32>]} {
  ^bb0(%x: tensor<2x3xf32>, %s0: tensor<2x3xf32>):
    dlc.yield %s0, %s0, %x : tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>
  }
}
