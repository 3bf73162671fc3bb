// RUN: dlc-check %s
// Numbers by Python over small integers, so exact in every type.
dlc.program @reduce_sum dims {n = 33 : i64} {
  dlc.entry @f32_2x3_1 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[-5.0, 9.0, -7.0], [-1.0, -6.0, 6.0]]> : tensor<2x3xf32>], check.expect = [dense<[-3.0, -1.0]> : tensor<2xf32>]} {
  ^bb0(%x: tensor<2x3xf32>):
    %y = dlc.reduce_sum %x dims = [1] : tensor<2x3xf32>
    dlc.yield %y : tensor<2xf32>
  }
  dlc.entry @f32_2x3_0 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[5.0, 6.0, 3.0], [-3.0, -6.0, 6.0]]> : tensor<2x3xf32>], check.expect = [dense<[2.0, 0.0, 9.0]> : tensor<3xf32>]} {
  ^bb0(%x: tensor<2x3xf32>):
    %y = dlc.reduce_sum %x dims = [0] : tensor<2x3xf32>
    dlc.yield %y : tensor<3xf32>
  }
  dlc.entry @f32_2x3_01 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[-9.0, 3.0, 4.0], [-9.0, 5.0, -1.0]]> : tensor<2x3xf32>], check.expect = [dense<-7.0> : tensor<f32>]} {
  ^bb0(%x: tensor<2x3xf32>):
    %y = dlc.reduce_sum %x dims = [0, 1] : tensor<2x3xf32>
    dlc.yield %y : tensor<f32>
  }
  dlc.entry @f32_2x2x2_02 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[[-2.0, 9.0], [-6.0, 1.0]], [[-9.0, -9.0], [-9.0, 8.0]]]> : tensor<2x2x2xf32>], check.expect = [dense<[-11.0, -6.0]> : tensor<2xf32>]} {
  ^bb0(%x: tensor<2x2x2xf32>):
    %y = dlc.reduce_sum %x dims = [0, 2] : tensor<2x2x2xf32>
    dlc.yield %y : tensor<2xf32>
  }
  dlc.entry @f32_4_0 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[-9.0, 3.0, -3.0, 4.0]> : tensor<4xf32>], check.expect = [dense<-5.0> : tensor<f32>]} {
  ^bb0(%x: tensor<4xf32>):
    %y = dlc.reduce_sum %x dims = [0] : tensor<4xf32>
    dlc.yield %y : tensor<f32>
  }
  dlc.entry @f64_2x3_1 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[-9.0, 7.0, -2.0], [5.0, 6.0, 8.0]]> : tensor<2x3xf64>], check.expect = [dense<[-4.0, 19.0]> : tensor<2xf64>]} {
  ^bb0(%x: tensor<2x3xf64>):
    %y = dlc.reduce_sum %x dims = [1] : tensor<2x3xf64>
    dlc.yield %y : tensor<2xf64>
  }
  dlc.entry @f64_2x3_0 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[-2.0, 2.0, -2.0], [-2.0, 5.0, 0.0]]> : tensor<2x3xf64>], check.expect = [dense<[-4.0, 7.0, -2.0]> : tensor<3xf64>]} {
  ^bb0(%x: tensor<2x3xf64>):
    %y = dlc.reduce_sum %x dims = [0] : tensor<2x3xf64>
    dlc.yield %y : tensor<3xf64>
  }
  dlc.entry @f64_2x3_01 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[-9.0, 4.0, 8.0], [-6.0, -4.0, 0.0]]> : tensor<2x3xf64>], check.expect = [dense<-7.0> : tensor<f64>]} {
  ^bb0(%x: tensor<2x3xf64>):
    %y = dlc.reduce_sum %x dims = [0, 1] : tensor<2x3xf64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @f64_2x2x2_02 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[[-6.0, 1.0], [7.0, 4.0]], [[7.0, -3.0], [0.0, 0.0]]]> : tensor<2x2x2xf64>], check.expect = [dense<[-1.0, 11.0]> : tensor<2xf64>]} {
  ^bb0(%x: tensor<2x2x2xf64>):
    %y = dlc.reduce_sum %x dims = [0, 2] : tensor<2x2x2xf64>
    dlc.yield %y : tensor<2xf64>
  }
  dlc.entry @f64_4_0 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[9.0, 6.0, 7.0, 3.0]> : tensor<4xf64>], check.expect = [dense<25.0> : tensor<f64>]} {
  ^bb0(%x: tensor<4xf64>):
    %y = dlc.reduce_sum %x dims = [0] : tensor<4xf64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @i32_2x3_1 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[9, -8, 6], [-2, 3, 4]]> : tensor<2x3xi32>], check.expect = [dense<[7, 5]> : tensor<2xi32>]} {
  ^bb0(%x: tensor<2x3xi32>):
    %y = dlc.reduce_sum %x dims = [1] : tensor<2x3xi32>
    dlc.yield %y : tensor<2xi32>
  }
  dlc.entry @i32_2x3_0 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[-4, 2, 8], [2, -7, 5]]> : tensor<2x3xi32>], check.expect = [dense<[-2, -5, 13]> : tensor<3xi32>]} {
  ^bb0(%x: tensor<2x3xi32>):
    %y = dlc.reduce_sum %x dims = [0] : tensor<2x3xi32>
    dlc.yield %y : tensor<3xi32>
  }
  dlc.entry @i32_2x3_01 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[7, -6, -4], [7, 3, 2]]> : tensor<2x3xi32>], check.expect = [dense<9> : tensor<i32>]} {
  ^bb0(%x: tensor<2x3xi32>):
    %y = dlc.reduce_sum %x dims = [0, 1] : tensor<2x3xi32>
    dlc.yield %y : tensor<i32>
  }
  dlc.entry @i32_2x2x2_02 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[[6, -9], [6, -8]], [[0, 9], [9, 3]]]> : tensor<2x2x2xi32>], check.expect = [dense<[6, 10]> : tensor<2xi32>]} {
  ^bb0(%x: tensor<2x2x2xi32>):
    %y = dlc.reduce_sum %x dims = [0, 2] : tensor<2x2x2xi32>
    dlc.yield %y : tensor<2xi32>
  }
  dlc.entry @i32_4_0 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[-4, -4, 7, -2]> : tensor<4xi32>], check.expect = [dense<-3> : tensor<i32>]} {
  ^bb0(%x: tensor<4xi32>):
    %y = dlc.reduce_sum %x dims = [0] : tensor<4xi32>
    dlc.yield %y : tensor<i32>
  }
  dlc.entry @i64_2x3_1 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[-9, -3, 8], [8, -2, 3]]> : tensor<2x3xi64>], check.expect = [dense<[-4, 9]> : tensor<2xi64>]} {
  ^bb0(%x: tensor<2x3xi64>):
    %y = dlc.reduce_sum %x dims = [1] : tensor<2x3xi64>
    dlc.yield %y : tensor<2xi64>
  }
  dlc.entry @i64_2x3_0 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[7, 2, 9], [2, 5, -1]]> : tensor<2x3xi64>], check.expect = [dense<[9, 7, 8]> : tensor<3xi64>]} {
  ^bb0(%x: tensor<2x3xi64>):
    %y = dlc.reduce_sum %x dims = [0] : tensor<2x3xi64>
    dlc.yield %y : tensor<3xi64>
  }
  dlc.entry @i64_2x3_01 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[8, -9, 3], [7, -5, 7]]> : tensor<2x3xi64>], check.expect = [dense<11> : tensor<i64>]} {
  ^bb0(%x: tensor<2x3xi64>):
    %y = dlc.reduce_sum %x dims = [0, 1] : tensor<2x3xi64>
    dlc.yield %y : tensor<i64>
  }
  dlc.entry @i64_2x2x2_02 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[[8, -3], [4, -8]], [[6, 2], [9, 8]]]> : tensor<2x2x2xi64>], check.expect = [dense<[13, 13]> : tensor<2xi64>]} {
  ^bb0(%x: tensor<2x2x2xi64>):
    %y = dlc.reduce_sum %x dims = [0, 2] : tensor<2x2x2xi64>
    dlc.yield %y : tensor<2xi64>
  }
  dlc.entry @i64_4_0 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[-3, 7, 4, 6]> : tensor<4xi64>], check.expect = [dense<14> : tensor<i64>]} {
  ^bb0(%x: tensor<4xi64>):
    %y = dlc.reduce_sum %x dims = [0] : tensor<4xi64>
    dlc.yield %y : tensor<i64>
  }
  dlc.entry @rows inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x7xf64, #dlc.live<n, *>>):
    %y = dlc.reduce_sum %x dims = [1] : tensor<33x7xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33xf64, #dlc.live<n>>
  }
  dlc.entry @columns inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x7xf64, #dlc.live<n, *>>):
    %y = dlc.reduce_sum %x dims = [0] : tensor<33x7xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<7xf64>
  }
  dlc.entry @all inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x7xf64, #dlc.live<n, *>>):
    %y = dlc.reduce_sum %x dims = [0, 1] : tensor<33x7xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @wide inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<3x64xf64>):
    %y = dlc.reduce_sum %x dims = [1] : tensor<3x64xf64>
    dlc.yield %y : tensor<3xf64>
  }
  dlc.entry @long inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<257xf64>):
    %y = dlc.reduce_sum %x dims = [0] : tensor<257xf64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @middle inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<5x7x3xf64>):
    %y = dlc.reduce_sum %x dims = [1] : tensor<5x7x3xf64>
    dlc.yield %y : tensor<5x3xf64>
  }
  dlc.entry @ends inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<5x7x3xf64>):
    %y = dlc.reduce_sum %x dims = [0, 2] : tensor<5x7x3xf64>
    dlc.yield %y : tensor<7xf64>
  }
  dlc.entry @one inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<1xf64>):
    %y = dlc.reduce_sum %x dims = [0] : tensor<1xf64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @ones inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<7x1xf64>):
    %y = dlc.reduce_sum %x dims = [1] : tensor<7x1xf64>
    dlc.yield %y : tensor<7xf64>
  }
  dlc.entry @nothing inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<3x2xf64>):
    %y = dlc.reduce_sum %x dims = [] : tensor<3x2xf64>
    dlc.yield %y : tensor<3x2xf64>
  }
  dlc.entry @scalar inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<f64>):
    %y = dlc.reduce_sum %x dims = [] : tensor<f64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @live_inner inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<3x33xf64, #dlc.live<*, n>>):
    %y = dlc.reduce_sum %x dims = [1] : tensor<3x33xf64, #dlc.live<*, n>>
    dlc.yield %y : tensor<3xf64>
  }
  dlc.entry @big inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<100x40xf64>):
    %y = dlc.reduce_sum %x dims = [0, 1] : tensor<100x40xf64>
    dlc.yield %y : tensor<f64>
  }
  // With work in front of it and behind it in one kernel.
  dlc.entry @fused inputs ["x", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x7xf32, #dlc.live<n, *>>, %b: tensor<33xf32, #dlc.live<n>>):
    %e = dlc.exp %x : tensor<33x7xf32, #dlc.live<n, *>>
    %r = dlc.reduce_sum %e dims = [1] : tensor<33x7xf32, #dlc.live<n, *>>
    %y = dlc.mul %r, %b : tensor<33xf32, #dlc.live<n>>
    dlc.yield %y : tensor<33xf32, #dlc.live<n>>
  }
  // The gradient's own gradient.
  dlc.entry @second inputs ["x"] states [] results ["g"] attributes {check.gradient} {
  ^bb0(%x: tensor<3x5xf64>):
    %e = dlc.exp %x : tensor<3x5xf64>
    %r = dlc.reduce_sum %e dims = [1] : tensor<3x5xf64>
    %q = dlc.mul %r, %r : tensor<3xf64>
    %s = dlc.reduce_sum %q dims = [0] : tensor<3xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<3x5xf64>)
    dlc.yield %g : tensor<3x5xf64>
  }
  dlc.entry @nan inputs ["x"] states [] results ["y"] attributes {check.inputs = [dense<[[1.0, 0x7FC00000], [0x7F800000, 1.0]]> : tensor<2x2xf32>], check.expect = [dense<[0x7FC00000, 0x7F800000]> : tensor<2xf32>]} {
  ^bb0(%x: tensor<2x2xf32>):
    %y = dlc.reduce_sum %x dims = [1] : tensor<2x2xf32>
    dlc.yield %y : tensor<2xf32>
  }
  // Dead rows take no part, whatever they hold.
  dlc.entry @three_rows inputs ["x"] states [] results ["y"] attributes {check.dims = [3], check.inputs = [dense<[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]> : tensor<3x2xf32>], check.expect = [dense<[9.0, 12.0]> : tensor<2xf32>]} {
  ^bb0(%x: tensor<33x2xf32, #dlc.live<n, *>>):
    %y = dlc.reduce_sum %x dims = [0] : tensor<33x2xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<2xf32>
  }
}
