// RUN: dlc-check %s
// Numbers by hand; equal ones keep their order, NaN is the largest.
dlc.program @argsort dims {n = 9 : i64} {
  dlc.entry @up inputs ["x"] states [] results ["y0"] attributes {
    check.inputs = [dense<[[1.0, -2.0, 7.0, 1.0, 0x7FF8000000000000], [3.0, 4.0, 0.0, 8.0, 2.0]]> : tensor<2x5xf64>],
    check.expect = [dense<[[1, 0, 3, 2, 4], [2, 4, 0, 1, 3]]> : tensor<2x5xi64>]} {
  ^bb0(%x: tensor<2x5xf64>):
    %y = dlc.argsort %x dim = 1 : tensor<2x5xf64>
    dlc.yield %y : tensor<2x5xi64>
  }
  dlc.entry @down inputs ["x"] states [] results ["y0"] attributes {
    check.inputs = [dense<[[1.0, -2.0, 7.0, 1.0, 0x7FF8000000000000], [3.0, 4.0, 0.0, 8.0, 2.0]]> : tensor<2x5xf64>],
    check.expect = [dense<[[4, 2, 0, 3, 1], [3, 1, 0, 4, 2]]> : tensor<2x5xi64>]} {
  ^bb0(%x: tensor<2x5xf64>):
    %y = dlc.argsort %x dim = 1 descending : tensor<2x5xf64>
    dlc.yield %y : tensor<2x5xi64>
  }
  dlc.entry @live_f32 inputs ["x"] states [] results ["y0", "y1"] attributes {check.ranges = [[-9.0, 9.0]]} {
  ^bb0(%x: tensor<9x100xf32, #dlc.live<n, *>>):
    %y = dlc.argsort %x dim = 0 : tensor<9x100xf32, #dlc.live<n, *>>
    %z = dlc.gather %x at %y dim = 0 : tensor<9x100xf32, #dlc.live<n, *>> at tensor<9x100xi64, #dlc.live<n, *>>
    dlc.yield %y, %z : tensor<9x100xi64, #dlc.live<n, *>>, tensor<9x100xf32, #dlc.live<n, *>>
  }
  dlc.entry @live_i32 inputs ["x"] states [] results ["y0", "y1"] attributes {check.ranges = [[-9.0, 9.0]]} {
  ^bb0(%x: tensor<9x100xi32, #dlc.live<n, *>>):
    %y = dlc.argsort %x dim = 0 : tensor<9x100xi32, #dlc.live<n, *>>
    %z = dlc.gather %x at %y dim = 0 : tensor<9x100xi32, #dlc.live<n, *>> at tensor<9x100xi64, #dlc.live<n, *>>
    dlc.yield %y, %z : tensor<9x100xi64, #dlc.live<n, *>>, tensor<9x100xi32, #dlc.live<n, *>>
  }
  dlc.entry @live_i64 inputs ["x"] states [] results ["y0", "y1"] attributes {check.ranges = [[-9.0, 9.0]]} {
  ^bb0(%x: tensor<9x100xi64, #dlc.live<n, *>>):
    %y = dlc.argsort %x dim = 0 : tensor<9x100xi64, #dlc.live<n, *>>
    %z = dlc.gather %x at %y dim = 0 : tensor<9x100xi64, #dlc.live<n, *>> at tensor<9x100xi64, #dlc.live<n, *>>
    dlc.yield %y, %z : tensor<9x100xi64, #dlc.live<n, *>>, tensor<9x100xi64, #dlc.live<n, *>>
  }
  dlc.entry @live_f64 inputs ["x"] states [] results ["y0", "y1"] attributes {check.ranges = [[-9.0, 9.0]]} {
  ^bb0(%x: tensor<9x100xf64, #dlc.live<n, *>>):
    %y = dlc.argsort %x dim = 0 : tensor<9x100xf64, #dlc.live<n, *>>
    %z = dlc.gather %x at %y dim = 0 : tensor<9x100xf64, #dlc.live<n, *>> at tensor<9x100xi64, #dlc.live<n, *>>
    dlc.yield %y, %z : tensor<9x100xi64, #dlc.live<n, *>>, tensor<9x100xf64, #dlc.live<n, *>>
  }
  dlc.entry @movement inputs ["x"] states [] results ["y0"] attributes {check.ranges = [[-9.0, 9.0]]} {
  ^bb0(%x: tensor<3x5xf32>):
    %t = dlc.permute %x perm = [1, 0] : tensor<3x5xf32>
    %y = dlc.argsort %t dim = 0 : tensor<5x3xf32>
    dlc.yield %y : tensor<5x3xi64>
  }
  dlc.entry @halves inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[2.0, -1.0, 0x7FC0, 0.5]> : tensor<4xbf16>], check.expect = [dense<[1, 3, 0, 2]> : tensor<4xi64>]} {
  ^bb0(%x: tensor<4xbf16>):
    %y = dlc.argsort %x dim = 0 : tensor<4xbf16>
    dlc.yield %y : tensor<4xi64>
  }
  dlc.entry @unsigned inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[200, 5, 127, 128]> : tensor<4xi8>], check.expect = [dense<[1, 2, 3, 0]> : tensor<4xi64>]} {
  ^bb0(%x: tensor<4xi8>):
    %y = dlc.argsort %x dim = 0 : tensor<4xi8>
    dlc.yield %y : tensor<4xi64>
  }
}
