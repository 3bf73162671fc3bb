// RUN: dlc-check %s
// Against Philox4x32-10 written in Python and checked with the known vectors of Random123 (kat_vectors).
// Key: the halves of the seed; counter: element, 0, op id, call; the first word, its upper 24 bits.
dlc.program @random dims {n = 33 : i64} {
  // The first known vector of Random123: 0x6627e8d5 >> 8, times 2^-24.
  dlc.entry @zero inputs ["seed", "call"] states [] results ["y"] attributes {
    check.inputs = [dense<0> : tensor<i64>, dense<0> : tensor<i64>], check.tolerance = 0.0,
    check.expect = [dense<0.39904642> : tensor<f32>]} {
  ^bb0(%seed: tensor<i64>, %call: tensor<i64>):
    %y = dlc.random %seed, %call id = 0 : tensor<f32>
    dlc.yield %y : tensor<f32>
  }
  dlc.entry @single inputs ["seed", "call"] states [] results ["y"] attributes {
    check.inputs = [dense<42> : tensor<i64>, dense<0> : tensor<i64>], check.tolerance = 0.0,
    check.expect = [dense<[0.61295986, 0.98771864, 0.8258668, 0.72959924, 0.3264181, 0.31484747, 0.22548205]> : tensor<7xf32>]} {
  ^bb0(%seed: tensor<i64>, %call: tensor<i64>):
    %y = dlc.random %seed, %call id = 0 : tensor<7xf32>
    dlc.yield %y : tensor<7xf32>
  }
  // The same 24 bits.
  dlc.entry @double inputs ["seed", "call"] states [] results ["y"] attributes {
    check.inputs = [dense<42> : tensor<i64>, dense<0> : tensor<i64>], check.tolerance = 0.0,
    check.expect = [dense<[0.6129598617553711, 0.9877186417579651, 0.8258668184280396, 0.7295992374420166, 0.32641810178756714, 0.314847469329834, 0.2254820466041565]> : tensor<7xf64>]} {
  ^bb0(%seed: tensor<i64>, %call: tensor<i64>):
    %y = dlc.random %seed, %call id = 0 : tensor<7xf64>
    dlc.yield %y : tensor<7xf64>
  }
  dlc.entry @matrix inputs ["seed", "call"] states [] results ["y"] attributes {
    check.inputs = [dense<42> : tensor<i64>, dense<0> : tensor<i64>], check.tolerance = 0.0,
    check.expect = [dense<[[0.61295986, 0.98771864, 0.8258668, 0.72959924, 0.3264181], [0.31484747, 0.22548205, 0.35836047, 0.54800904, 0.26634455], [0.52462566, 0.3273086, 0.3806485, 0.21966827, 0.25900328]]> : tensor<3x5xf32>]} {
  ^bb0(%seed: tensor<i64>, %call: tensor<i64>):
    %y = dlc.random %seed, %call id = 0 : tensor<3x5xf32>
    dlc.yield %y : tensor<3x5xf32>
  }
  // Another call, op, seed, and the upper half of the seed.
  dlc.entry @call inputs ["seed", "call"] states [] results ["y"] attributes {
    check.inputs = [dense<42> : tensor<i64>, dense<9> : tensor<i64>], check.tolerance = 0.0,
    check.expect = [dense<[0.68753624, 0.6862251, 0.7107926]> : tensor<3xf32>]} {
  ^bb0(%seed: tensor<i64>, %call: tensor<i64>):
    %y = dlc.random %seed, %call id = 0 : tensor<3xf32>
    dlc.yield %y : tensor<3xf32>
  }
  dlc.entry @op inputs ["seed", "call"] states [] results ["y"] attributes {
    check.inputs = [dense<42> : tensor<i64>, dense<0> : tensor<i64>], check.tolerance = 0.0,
    check.expect = [dense<[0.48247302, 0.5954768, 0.21322596]> : tensor<3xf32>]} {
  ^bb0(%seed: tensor<i64>, %call: tensor<i64>):
    %y = dlc.random %seed, %call id = 5 : tensor<3xf32>
    dlc.yield %y : tensor<3xf32>
  }
  dlc.entry @seed inputs ["seed", "call"] states [] results ["y"] attributes {
    check.inputs = [dense<-1> : tensor<i64>, dense<0> : tensor<i64>], check.tolerance = 0.0,
    check.expect = [dense<[0.44782203, 0.10154468, 0.091344]> : tensor<3xf32>]} {
  ^bb0(%seed: tensor<i64>, %call: tensor<i64>):
    %y = dlc.random %seed, %call id = 0 : tensor<3xf32>
    dlc.yield %y : tensor<3xf32>
  }
  dlc.entry @upper inputs ["seed", "call"] states [] results ["y"] attributes {
    check.inputs = [dense<12884901930> : tensor<i64>, dense<2> : tensor<i64>], check.tolerance = 0.0,
    check.expect = [dense<[0.04971689, 0.8343688, 0.16417915]> : tensor<3xf32>]} {
  ^bb0(%seed: tensor<i64>, %call: tensor<i64>):
    %y = dlc.random %seed, %call id = 1 : tensor<3xf32>
    dlc.yield %y : tensor<3xf32>
  }
  // Elements are numbered in the shape at the bound: three live rows draw what they draw in 33.
  dlc.entry @rows inputs ["seed", "call"] states [] results ["y"] attributes {
    check.dims = [3], check.inputs = [dense<42> : tensor<i64>, dense<0> : tensor<i64>], check.tolerance = 0.0,
    check.expect = [dense<[[0.61295986, 0.98771864, 0.8258668], [0.72959924, 0.3264181, 0.31484747], [0.22548205, 0.35836047, 0.54800904]]> : tensor<3x3xf32>]} {
  ^bb0(%seed: tensor<i64>, %call: tensor<i64>):
    %y = dlc.random %seed, %call id = 0 : tensor<33x3xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x3xf32, #dlc.live<n, *>>
  }
  // Numbered by the tensor's own order, not by the order it is read in.
  dlc.entry @transposed inputs ["seed", "call"] states [] results ["y"] attributes {
    check.inputs = [dense<42> : tensor<i64>, dense<0> : tensor<i64>], check.tolerance = 0.0,
    check.expect = [dense<[[0.61295986, 0.72959924], [0.98771864, 0.3264181], [0.8258668, 0.31484747]]> : tensor<3x2xf32>]} {
  ^bb0(%seed: tensor<i64>, %call: tensor<i64>):
    %r = dlc.random %seed, %call id = 0 : tensor<2x3xf32>
    %y = dlc.permute %r perm = [1, 0] : tensor<2x3xf32>
    dlc.yield %y : tensor<3x2xf32>
  }
  // 4096 draws in 16 bins of 256: chi squared is 8.4 with 15 degrees of freedom.
  dlc.entry @histogram inputs ["seed", "call"] states [] results ["y"] attributes {
    check.inputs = [dense<7> : tensor<i64>, dense<0> : tensor<i64>],
    check.expect = [dense<[241, 241, 263, 256, 277, 268, 257, 243, 273, 244, 274, 250, 255, 248, 250, 256]> : tensor<16xi64>]} {
  ^bb0(%seed: tensor<i64>, %call: tensor<i64>):
    %u = dlc.random %seed, %call id = 3 : tensor<4096xf64>
    %k = dlc.splat 16.0 : f64 -> tensor<4096xf64>
    %s = dlc.mul %u, %k : tensor<4096xf64>
    %b = dlc.convert %s : tensor<4096xf64> to tensor<4096xi64>
    %bb = dlc.broadcast %b dims = [1] : tensor<4096xi64> to tensor<4096x16xi64>
    %i = dlc.iota dim = 1 : tensor<4096x16xi64>
    %e = dlc.equal %bb, %i : tensor<4096x16xi64>
    %o = dlc.convert %e : tensor<4096x16xi1> to tensor<4096x16xi64>
    %y = dlc.reduce_sum %o dims = [0] : tensor<4096x16xi64>
    dlc.yield %y : tensor<16xi64>
  }
  // Dropout: the backward pass sees the mask of the forward pass, in whichever kernel it draws it.
  dlc.entry @mask inputs ["x", "seed", "call"] states [] results ["y"] attributes {check.ranges = [[-1.0, 1.0], [0, 99], [0, 99]], check.gradient} {
  ^bb0(%x: tensor<33x7xf32, #dlc.live<n, *>>, %seed: tensor<i64>, %call: tensor<i64>):
    %u = dlc.random %seed, %call id = 1 : tensor<33x7xf32, #dlc.live<n, *>>
    %p = dlc.splat 0.25 : f32 -> tensor<33x7xf32, #dlc.live<n, *>>
    %m = dlc.greater %u, %p : tensor<33x7xf32, #dlc.live<n, *>>
    %z = dlc.splat 0.0 : f32 -> tensor<33x7xf32, #dlc.live<n, *>>
    %e = dlc.exp %x : tensor<33x7xf32, #dlc.live<n, *>>
    %y = dlc.select %m, %e, %z : tensor<33x7xi1, #dlc.live<n, *>>, tensor<33x7xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf32, #dlc.live<n, *>>
  }
}
