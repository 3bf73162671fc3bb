// RUN: dlc-check %s
// Numbers of the program: read where they stand, moved, multiplied, handed out, shared by entries.
dlc.program @constant dims {n = 33 : i64} {
  dlc.entry @given inputs [] states [] results ["y"] attributes {
    check.inputs = [], check.expect = [dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>]} {
    %c = dlc.constant dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>
    dlc.yield %c : tensor<2x3xf32>
  }
  dlc.entry @mask inputs [] states [] results ["y", "z"] attributes {
    check.inputs = [], check.expect = [dense<[true, false, true]> : tensor<3xi1>, dense<[1, -2, 300]> : tensor<3xi64>]} {
    %c = dlc.constant dense<[true, false, true]> : tensor<3xi1>
    %d = dlc.constant dense<[1, -2, 300]> : tensor<3xi64>
    dlc.yield %c, %d : tensor<3xi1>, tensor<3xi64>
  }
  dlc.entry @halves inputs [] states [] results ["y", "z"] attributes {
    check.inputs = [], check.expect = [dense<[1.0, -2.5]> : tensor<2xf16>, dense<[1.0, -2.5]> : tensor<2xbf16>]} {
    %c = dlc.constant dense<[1.0, -2.5]> : tensor<2xf16>
    %d = dlc.constant dense<[1.0, -2.5]> : tensor<2xbf16>
    dlc.yield %c, %d : tensor<2xf16>, tensor<2xbf16>
  }
  dlc.entry @added inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x3xf64, #dlc.live<n, *>>):
    %c = dlc.constant dense<[1.0, 2.0, 3.0]> : tensor<3xf64>
    %b = dlc.broadcast %c dims = [0] : tensor<3xf64> to tensor<33x3xf64, #dlc.live<n, *>>
    %y = dlc.mul %x, %b : tensor<33x3xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x3xf64, #dlc.live<n, *>>
  }
  dlc.entry @permuted inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<10.0> : tensor<3x2xf32>],
    check.expect = [dense<[[11.0, 14.0], [12.0, 15.0], [13.0, 16.0]]> : tensor<3x2xf32>]} {
  ^bb0(%x: tensor<3x2xf32>):
    %c = dlc.constant dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>
    %t = dlc.permute %c perm = [1, 0] : tensor<2x3xf32>
    %y = dlc.add %x, %t : tensor<3x2xf32>
    dlc.yield %y : tensor<3x2xf32>
  }
  dlc.entry @reshaped inputs ["x"] states [] results ["y", "z"] attributes {
    check.inputs = [dense<10.0> : tensor<6xf32>],
    check.expect = [dense<[11.0, 12.0, 13.0, 14.0, 15.0, 16.0]> : tensor<6xf32>, dense<[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]> : tensor<6xf32>]} {
  ^bb0(%x: tensor<6xf32>):
    %c = dlc.constant dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>
    %r = dlc.reshape %c : tensor<2x3xf32> to tensor<6xf32>
    %y = dlc.add %x, %r : tensor<6xf32>
    dlc.yield %y, %r : tensor<6xf32>, tensor<6xf32>
  }
  dlc.entry @product inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x2xf64, #dlc.live<n, *>>):
    %c = dlc.constant dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf64>
    %y = dlc.contract %x [0, 2], %c [2, 1] -> [0, 1] : tensor<33x2xf64, #dlc.live<n, *>>, tensor<2x3xf64>
    dlc.yield %y : tensor<33x3xf64, #dlc.live<n, *>>
  }
  dlc.entry @summed inputs [] states [] results ["y"] attributes {
    check.inputs = [], check.expect = [dense<[6.0, 15.0]> : tensor<2xf32>]} {
    %c = dlc.constant dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>
    %y = dlc.reduce_sum %c dims = [1] : tensor<2x3xf32>
    dlc.yield %y : tensor<2xf32>
  }
}
