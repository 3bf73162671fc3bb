// Kernels of several passes over rows against one launch an op: columns that are no whole vectors, that lie
// apart, that are live up to n; rows along the lanes; what is kept between passes, masks and narrow floats among it.
// RUN: dlc-fuzz %s
dlc.program @rows dims {n = 37 : i64} {
  // Softmax and its sum of exponents, columns side by side.
  dlc.entry @along inputs ["x"] states [] results ["y", "s"] {
  ^bb0(%x: tensor<37x77xf32, #dlc.live<n, *>>):
    %m = dlc.reduce_max %x dims = [1] : tensor<37x77xf32, #dlc.live<n, *>>
    %mb = dlc.broadcast %m dims = [1] : tensor<37xf32, #dlc.live<n>> to tensor<37x77xf32, #dlc.live<n, *>>
    %d = dlc.sub %x, %mb : tensor<37x77xf32, #dlc.live<n, *>>
    %e = dlc.exp %d : tensor<37x77xf32, #dlc.live<n, *>>
    %s = dlc.reduce_sum %e dims = [1] : tensor<37x77xf32, #dlc.live<n, *>>
    %sb = dlc.broadcast %s dims = [1] : tensor<37xf32, #dlc.live<n>> to tensor<37x77xf32, #dlc.live<n, *>>
    %y = dlc.div %e, %sb : tensor<37x77xf32, #dlc.live<n, *>>
    dlc.yield %y, %s : tensor<37x77xf32, #dlc.live<n, *>>, tensor<37xf32, #dlc.live<n>>
  }
  // The same where rows lie side by side, in f64.
  dlc.entry @across inputs ["x"] states [] results ["y"] {
  ^bb0(%x: tensor<9x150xf64>):
    %m = dlc.reduce_max %x dims = [0] : tensor<9x150xf64>
    %mb = dlc.broadcast %m dims = [0] : tensor<150xf64> to tensor<9x150xf64>
    %d = dlc.sub %x, %mb : tensor<9x150xf64>
    %e = dlc.exp %d : tensor<9x150xf64>
    %s = dlc.reduce_sum %e dims = [0] : tensor<9x150xf64>
    %sb = dlc.broadcast %s dims = [0] : tensor<150xf64> to tensor<9x150xf64>
    %y = dlc.div %e, %sb : tensor<9x150xf64>
    dlc.yield %y : tensor<9x150xf64>
  }
  // Columns that are live up to n, and few rows.
  dlc.entry @live_columns inputs ["x"] states [] results ["y", "v"] {
  ^bb0(%x: tensor<9x37xf32, #dlc.live<*, n>>):
    %t = dlc.reduce_sum %x dims = [1] : tensor<9x37xf32, #dlc.live<*, n>>
    %tb = dlc.broadcast %t dims = [1] : tensor<9xf32> to tensor<9x37xf32, #dlc.live<*, n>>
    %d = dlc.sub %x, %tb : tensor<9x37xf32, #dlc.live<*, n>>
    %q = dlc.mul %d, %d : tensor<9x37xf32, #dlc.live<*, n>>
    %v = dlc.reduce_sum %q dims = [1] : tensor<9x37xf32, #dlc.live<*, n>>
    %r = dlc.sqrt %v : tensor<9xf32>
    %rb = dlc.broadcast %r dims = [1] : tensor<9xf32> to tensor<9x37xf32, #dlc.live<*, n>>
    %y = dlc.add %d, %rb : tensor<9x37xf32, #dlc.live<*, n>>
    dlc.yield %y, %v : tensor<9x37xf32, #dlc.live<*, n>>, tensor<9xf32>
  }
  // Columns apart from each other, as in batch normalisation, and two sums of the same elements.
  dlc.entry @apart inputs ["x", "w"] states [] results ["y", "a"] {
  ^bb0(%x: tensor<5x19x3x4xf32>, %w: tensor<5x19x3x4xf32>):
    %a = dlc.reduce_sum %x dims = [0, 2, 3] : tensor<5x19x3x4xf32>
    %p = dlc.mul %x, %w : tensor<5x19x3x4xf32>
    %b = dlc.reduce_sum %p dims = [0, 2, 3] : tensor<5x19x3x4xf32>
    %c = dlc.mul %a, %b : tensor<19xf32>
    %cb = dlc.broadcast %c dims = [0, 2, 3] : tensor<19xf32> to tensor<5x19x3x4xf32>
    %y = dlc.add %p, %cb : tensor<5x19x3x4xf32>
    dlc.yield %y, %a : tensor<5x19x3x4xf32>, tensor<19xf32>
  }
  // Kept between passes: a mask, and a number of 16 bits.
  dlc.entry @masks inputs ["x"] states [] results ["y"] {
  ^bb0(%x: tensor<40x23xf16>):
    %t = dlc.tanh %x : tensor<40x23xf16>
    %e = dlc.exp %t : tensor<40x23xf16>
    %m = dlc.greater %e, %x : tensor<40x23xf16>
    %zero = dlc.splat 0.0 : f16 -> tensor<40x23xf16>
    %k = dlc.select %m, %e, %zero : tensor<40x23xi1>, tensor<40x23xf16>
    %s = dlc.reduce_max %k dims = [1] : tensor<40x23xf16>
    %sb = dlc.broadcast %s dims = [1] : tensor<40xf16> to tensor<40x23xf16>
    %y = dlc.select %m, %sb, %e : tensor<40x23xi1>, tensor<40x23xf16>
    dlc.yield %y : tensor<40x23xf16>
  }
  // Long rows, a few at a time; whole numbers; a row alone.
  dlc.entry @long inputs ["x"] states [] results ["y"] {
  ^bb0(%x: tensor<9x1100xf32>):
    %s = dlc.reduce_sum %x dims = [1] : tensor<9x1100xf32>
    %sb = dlc.broadcast %s dims = [1] : tensor<9xf32> to tensor<9x1100xf32>
    %y = dlc.mul %x, %sb : tensor<9x1100xf32>
    %z = dlc.reduce_prod %y dims = [1] : tensor<9x1100xf32>
    %zb = dlc.broadcast %z dims = [1] : tensor<9xf32> to tensor<9x1100xf32>
    %u = dlc.add %y, %zb : tensor<9x1100xf32>
    dlc.yield %u : tensor<9x1100xf32>
  }
  dlc.entry @ints inputs ["x"] states [] results ["y"] {
  ^bb0(%x: tensor<12x50xi64>):
    %s = dlc.reduce_max %x dims = [1] : tensor<12x50xi64>
    %sb = dlc.broadcast %s dims = [1] : tensor<12xi64> to tensor<12x50xi64>
    %d = dlc.sub %x, %sb : tensor<12x50xi64>
    %t = dlc.reduce_sum %d dims = [1] : tensor<12x50xi64>
    %tb = dlc.broadcast %t dims = [1] : tensor<12xi64> to tensor<12x50xi64>
    %y = dlc.add %d, %tb : tensor<12x50xi64>
    dlc.yield %y : tensor<12x50xi64>
  }
  dlc.entry @one inputs ["x"] states [] results ["y"] {
  ^bb0(%x: tensor<333xf32>):
    %s = dlc.reduce_sum %x dims = [0] : tensor<333xf32>
    %sb = dlc.broadcast %s dims = [0] : tensor<f32> to tensor<333xf32>
    %y = dlc.div %x, %sb : tensor<333xf32>
    dlc.yield %y : tensor<333xf32>
  }  // Passes of so much work that three vectors stand in registers at once.
  dlc.entry @three inputs ["x", "r"] states [] results ["y"] {
  ^bb0(%x: tensor<7x70xf32>, %r: tensor<7x70xf32>):
    %t = dlc.reduce_sum %x dims = [1] : tensor<7x70xf32>
    %tb = dlc.broadcast %t dims = [1] : tensor<7xf32> to tensor<7x70xf32>
    %d = dlc.sub %x, %tb : tensor<7x70xf32>
    %q = dlc.mul %d, %d : tensor<7x70xf32>
    %v = dlc.reduce_sum %q dims = [1] : tensor<7x70xf32>
    %s = dlc.sqrt %v : tensor<7xf32>
    %sb = dlc.broadcast %s dims = [1] : tensor<7xf32> to tensor<7x70xf32>
    %n = dlc.div %d, %sb : tensor<7x70xf32>
    %h = dlc.tanh %n : tensor<7x70xf32>
    %half = dlc.splat 0.5 : f32 -> tensor<7x70xf32>
    %g = dlc.mul %h, %half : tensor<7x70xf32>
    %w = dlc.sub %g, %r : tensor<7x70xf32>
    %y = dlc.mul %w, %r : tensor<7x70xf32>
    dlc.yield %y : tensor<7x70xf32>
  }
}
