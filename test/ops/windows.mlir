// RUN: dlc-check %s
// Numbers by hand.
dlc.program @windows dims {n = 33 : i64} {
  dlc.entry @value inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0, 1, 2, 3, 4, 5, 6]> : tensor<7xi32>],
    check.expect = [dense<[[0, 1, 2], [2, 3, 4], [4, 5, 6]]> : tensor<3x3xi32>]} {
  ^bb0(%x: tensor<7xi32>):
    %y = dlc.windows %x dim = 0 count = 3 size = 3 mul = 2 add = 0 div = 1 dilation = 1 : tensor<7xi32>
    dlc.yield %y : tensor<3x3xi32>
  }
  dlc.entry @fraction inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0, 1, 2, 3, 4, 5, 6]> : tensor<7xi32>],
    check.expect = [dense<[[0, 2], [1, 3], [3, 5], [4, 6]]> : tensor<4x2xi32>]} {
  ^bb0(%x: tensor<7xi32>):
    %y = dlc.windows %x dim = 0 count = 4 size = 2 mul = 3 add = 0 div = 2 dilation = 2 : tensor<7xi32>
    dlc.yield %y : tensor<4x2xi32>
  }
  // Overlapping at whole steps, with a rest; tiles; gaps; one window.
  dlc.entry @overlap inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<4x11x3xf64>):
    %e = dlc.exp %x : tensor<4x11x3xf64>
    %w = dlc.windows %e dim = 1 count = 4 size = 5 mul = 2 add = 0 div = 1 dilation = 1 : tensor<4x11x3xf64>
    %y = dlc.mul %w, %w : tensor<4x4x3x5xf64>
    dlc.yield %y : tensor<4x4x3x5xf64>
  }
  dlc.entry @overlap_f32 inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x11xf32, #dlc.live<n, *>>):
    %e = dlc.exp %x : tensor<33x11xf32, #dlc.live<n, *>>
    %w = dlc.windows %e dim = 1 count = 5 size = 3 mul = 2 add = 0 div = 1 dilation = 1 : tensor<33x11xf32, #dlc.live<n, *>>
    %y = dlc.mul %w, %w : tensor<33x5x3xf32, #dlc.live<n, *, *>>
    dlc.yield %y : tensor<33x5x3xf32, #dlc.live<n, *, *>>
  }
  dlc.entry @dense inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<9xf64>):
    %e = dlc.exp %x : tensor<9xf64>
    %w = dlc.windows %e dim = 0 count = 5 size = 4 mul = 1 add = 1 div = 1 dilation = 1 : tensor<9xf64>
    %y = dlc.mul %w, %w : tensor<5x4xf64>
    dlc.yield %y : tensor<5x4xf64>
  }
  dlc.entry @tiles inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x12xf64, #dlc.live<n, *>>):
    %e = dlc.exp %x : tensor<33x12xf64, #dlc.live<n, *>>
    %w = dlc.windows %e dim = 1 count = 4 size = 3 mul = 3 add = 0 div = 1 dilation = 1 : tensor<33x12xf64, #dlc.live<n, *>>
    %y = dlc.mul %w, %w : tensor<33x4x3xf64, #dlc.live<n, *, *>>
    dlc.yield %y : tensor<33x4x3xf64, #dlc.live<n, *, *>>
  }
  dlc.entry @gaps inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<17xf64>):
    %e = dlc.exp %x : tensor<17xf64>
    %w = dlc.windows %e dim = 0 count = 3 size = 2 mul = 6 add = 2 div = 1 dilation = 1 : tensor<17xf64>
    %y = dlc.mul %w, %w : tensor<3x2xf64>
    dlc.yield %y : tensor<3x2xf64>
  }
  dlc.entry @one inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<5x3xf64>):
    %e = dlc.exp %x : tensor<5x3xf64>
    %w = dlc.windows %e dim = 0 count = 1 size = 5 mul = 1 add = 0 div = 1 dilation = 1 : tensor<5x3xf64>
    %y = dlc.mul %w, %w : tensor<1x3x5xf64>
    dlc.yield %y : tensor<1x3x5xf64>
  }
  // Steps of a fraction, up and down, and dilated places.
  dlc.entry @up inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<2x5xf64>):
    %e = dlc.exp %x : tensor<2x5xf64>
    %w = dlc.windows %e dim = 1 count = 9 size = 1 mul = 5 add = 0 div = 9 dilation = 1 : tensor<2x5xf64>
    %y = dlc.mul %w, %w : tensor<2x9x1xf64>
    dlc.yield %y : tensor<2x9x1xf64>
  }
  dlc.entry @up_windows inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<5x2xf64>):
    %e = dlc.exp %x : tensor<5x2xf64>
    %w = dlc.windows %e dim = 0 count = 8 size = 2 mul = 4 add = 3 div = 8 dilation = 1 : tensor<5x2xf64>
    %y = dlc.mul %w, %w : tensor<8x2x2xf64>
    dlc.yield %y : tensor<8x2x2xf64>
  }
  dlc.entry @down inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x13xf64, #dlc.live<n, *>>):
    %e = dlc.exp %x : tensor<33x13xf64, #dlc.live<n, *>>
    %w = dlc.windows %e dim = 1 count = 5 size = 3 mul = 13 add = 0 div = 7 dilation = 1 : tensor<33x13xf64, #dlc.live<n, *>>
    %y = dlc.mul %w, %w : tensor<33x5x3xf64, #dlc.live<n, *, *>>
    dlc.yield %y : tensor<33x5x3xf64, #dlc.live<n, *, *>>
  }
  dlc.entry @dilated inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<3x12xf64>):
    %e = dlc.exp %x : tensor<3x12xf64>
    %w = dlc.windows %e dim = 1 count = 3 size = 3 mul = 2 add = 0 div = 1 dilation = 3 : tensor<3x12xf64>
    %y = dlc.mul %w, %w : tensor<3x3x3xf64>
    dlc.yield %y : tensor<3x3x3xf64>
  }
  dlc.entry @dilated_dense inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<12xf64>):
    %e = dlc.exp %x : tensor<12xf64>
    %w = dlc.windows %e dim = 0 count = 6 size = 3 mul = 1 add = 0 div = 1 dilation = 3 : tensor<12xf64>
    %y = dlc.mul %w, %w : tensor<6x3xf64>
    dlc.yield %y : tensor<6x3xf64>
  }
  // The gradient's own gradient.
  dlc.entry @second inputs ["x"] states [] results ["g"] attributes {check.gradient} {
  ^bb0(%x: tensor<9xf64>):
    %w = dlc.windows %x dim = 0 count = 4 size = 3 mul = 2 add = 0 div = 1 dilation = 1 : tensor<9xf64>
    %v = dlc.windows %x dim = 0 count = 4 size = 3 mul = 3 add = 0 div = 2 dilation = 1 : tensor<9xf64>
    %c = dlc.mul %w, %w : tensor<4x3xf64>
    %q = dlc.mul %c, %v : tensor<4x3xf64>
    %s = dlc.reduce_sum %q dims = [0, 1] : tensor<4x3xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<9xf64>)
    dlc.yield %g : tensor<9xf64>
  }
}
