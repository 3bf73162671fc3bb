// RUN: dlc-check %s
// The first of equal elements; a NaN is the largest, the first NaN. Numbers by hand.
dlc.program @argmax dims {n = 33 : i64} {
  dlc.entry @f32 inputs ["x"] states [] results ["i", "m"] attributes {
    check.inputs = [dense<[[1.0, 3.0, 2.0], [3.0, 3.0, 1.0], [0xFF800000, 0xFF800000, 0xFF800000], [1.0, 0x7FC00000, 5.0], [0x7FC00000, 0x7FC00000, 2.0], [-3.0, -1.0, -2.0], [0x7F800000, 0.0, 0x7F800000]]> : tensor<7x3xf32>],
    check.expect = [dense<[1, 0, 0, 1, 0, 1, 0]> : tensor<7xi64>, dense<[3.0, 3.0, 0xFF800000, 0x7FC00000, 0x7FC00000, -1.0, 0x7F800000]> : tensor<7xf32>]} {
  ^bb0(%x: tensor<7x3xf32>):
    %i, %m = dlc.argmax %x dim = 1 : tensor<7x3xf32>
    dlc.yield %i, %m : tensor<7xi64>, tensor<7xf32>
  }
  dlc.entry @f64 inputs ["x"] states [] results ["i", "m"] attributes {
    check.inputs = [dense<[[1.0, 3.0, 2.0], [3.0, 3.0, 1.0], [0xFFF0000000000000, 0xFFF0000000000000, 0xFFF0000000000000], [1.0, 0x7FF8000000000000, 5.0], [0x7FF8000000000000, 0x7FF8000000000000, 2.0], [-3.0, -1.0, -2.0], [0x7FF0000000000000, 0.0, 0x7FF0000000000000]]> : tensor<7x3xf64>],
    check.expect = [dense<[1, 0, 0, 1, 0, 1, 0]> : tensor<7xi64>, dense<[3.0, 3.0, 0xFFF0000000000000, 0x7FF8000000000000, 0x7FF8000000000000, -1.0, 0x7FF0000000000000]> : tensor<7xf64>]} {
  ^bb0(%x: tensor<7x3xf64>):
    %i, %m = dlc.argmax %x dim = 1 : tensor<7x3xf64>
    dlc.yield %i, %m : tensor<7xi64>, tensor<7xf64>
  }
  dlc.entry @i32 inputs ["x"] states [] results ["i", "m"] attributes {
    check.inputs = [dense<[[1, 3, 2], [3, 3, 1], [-2147483648, -2147483648, -2147483648], [-3, -1, -2]]> : tensor<4x3xi32>],
    check.expect = [dense<[1, 0, 0, 1]> : tensor<4xi64>, dense<[3, 3, -2147483648, -1]> : tensor<4xi32>]} {
  ^bb0(%x: tensor<4x3xi32>):
    %i, %m = dlc.argmax %x dim = 1 : tensor<4x3xi32>
    dlc.yield %i, %m : tensor<4xi64>, tensor<4xi32>
  }
  dlc.entry @i64 inputs ["x"] states [] results ["i", "m"] attributes {
    check.inputs = [dense<[[1, 3, 2], [3, 3, 1], [-5, 4, 4]]> : tensor<3x3xi64>],
    check.expect = [dense<[1, 0, 1]> : tensor<3xi64>, dense<[3, 3, 4]> : tensor<3xi64>]} {
  ^bb0(%x: tensor<3x3xi64>):
    %i, %m = dlc.argmax %x dim = 1 : tensor<3x3xi64>
    dlc.yield %i, %m : tensor<3xi64>, tensor<3xi64>
  }
  dlc.entry @first_dim inputs ["x"] states [] results ["i"] attributes {check.inputs = [dense<[[1.0, 9.0], [5.0, 2.0], [3.0, 4.0]]> : tensor<3x2xf32>], check.expect = [dense<[1, 0]> : tensor<2xi64>]} {
  ^bb0(%x: tensor<3x2xf32>):
    %i, %m = dlc.argmax %x dim = 0 : tensor<3x2xf32>
    dlc.yield %i : tensor<2xi64>
  }
  dlc.entry @one inputs ["x"] states [] results ["i"] attributes {check.expect = [dense<[0, 0, 0, 0, 0, 0, 0]> : tensor<7xi64>], check.inputs = [dense<[[-1.0], [-1.0], [-1.0], [-1.0], [-1.0], [-1.0], [-1.0]]> : tensor<7x1xf32>]} {
  ^bb0(%x: tensor<7x1xf32>):
    %i, %m = dlc.argmax %x dim = 1 : tensor<7x1xf32>
    dlc.yield %i : tensor<7xi64>
  }
  // The value that comes with the index is the maximum.
  dlc.entry @rows inputs ["x"] states [] results ["m"] attributes {check.same_as = @reduce_max} {
  ^bb0(%x: tensor<33x10xf32, #dlc.live<n, *>>):
    %i, %m = dlc.argmax %x dim = 1 : tensor<33x10xf32, #dlc.live<n, *>>
    dlc.yield %m : tensor<33xf32, #dlc.live<n>>
  }
  dlc.entry @reduce_max inputs ["x"] states [] results ["m"] {
  ^bb0(%x: tensor<33x10xf32, #dlc.live<n, *>>):
    %m = dlc.reduce_max %x dims = [1] : tensor<33x10xf32, #dlc.live<n, *>>
    dlc.yield %m : tensor<33xf32, #dlc.live<n>>
  }
  dlc.entry @live inputs ["x"] states [] results ["i", "m"] attributes {check.dims = [3], check.inputs = [dense<[-5.0, -3.0, -4.0]> : tensor<3xf64>], check.expect = [dense<1> : tensor<i64>, dense<-3.0> : tensor<f64>]} {
  ^bb0(%x: tensor<33xf64, #dlc.live<n>>):
    %i, %m = dlc.argmax %x dim = 0 : tensor<33xf64, #dlc.live<n>>
    dlc.yield %i, %m : tensor<i64>, tensor<f64>
  }
  // Accuracy: how many rows have their largest where the label says.
  dlc.entry @correct inputs ["x", "label"] states [] results ["y"] attributes {check.ranges = [[-1.0, 1.0], [0, 9]]} {
  ^bb0(%x: tensor<33x10xf32, #dlc.live<n, *>>, %label: tensor<33xi64, #dlc.live<n>>):
    %i, %m = dlc.argmax %x dim = 1 : tensor<33x10xf32, #dlc.live<n, *>>
    %e = dlc.equal %i, %label : tensor<33xi64, #dlc.live<n>>
    %c = dlc.convert %e : tensor<33xi1, #dlc.live<n>> to tensor<33xi64, #dlc.live<n>>
    %y = dlc.reduce_sum %c dims = [0] : tensor<33xi64, #dlc.live<n>>
    dlc.yield %y : tensor<i64>
  }
  // The gradient of the value goes to the first of equal elements; the index has none.
  dlc.entry @gradient inputs ["x"] states [] results ["g"] attributes {
    check.inputs = [dense<[[1.0, 3.0, 2.0], [5.0, 4.0, 5.0]]> : tensor<2x3xf64>],
    check.expect = [dense<[[0.0, 6.0, 0.0], [10.0, 0.0, 0.0]]> : tensor<2x3xf64>]} {
  ^bb0(%x: tensor<2x3xf64>):
    %i, %m = dlc.argmax %x dim = 1 : tensor<2x3xf64>
    %q = dlc.mul %m, %m : tensor<2xf64>
    %s = dlc.reduce_sum %q dims = [0] : tensor<2xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<2x3xf64>)
    dlc.yield %g : tensor<2x3xf64>
  }
  dlc.entry @live_gradient inputs ["x"] states [] results ["m"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x10xf64, #dlc.live<n, *>>):
    %i, %m = dlc.argmax %x dim = 0 : tensor<33x10xf64, #dlc.live<n, *>>
    dlc.yield %m : tensor<10xf64>
  }
}
