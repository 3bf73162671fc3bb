// RUN: dlc-check %s
// Numbers by Python over small integers, so exact in every type.
dlc.program @reduce_prod dims {n = 33 : i64} {
  dlc.entry @f32_2x3_1 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[-2.0, 2.0, 4.0], [4.0, 4.0, -3.0]]> : tensor<2x3xf32>], check.expect = [dense<[-16.0, -48.0]> : tensor<2xf32>], check.gradient} {
  ^bb0(%x: tensor<2x3xf32>):
    %y = dlc.reduce_prod %x dims = [1] : tensor<2x3xf32>
    dlc.yield %y : tensor<2xf32>
  }
  dlc.entry @f32_2x3_0 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[-1.0, -3.0, 1.0], [4.0, 1.0, 1.0]]> : tensor<2x3xf32>], check.expect = [dense<[-4.0, -3.0, 1.0]> : tensor<3xf32>], check.gradient} {
  ^bb0(%x: tensor<2x3xf32>):
    %y = dlc.reduce_prod %x dims = [0] : tensor<2x3xf32>
    dlc.yield %y : tensor<3xf32>
  }
  dlc.entry @f32_2x3_01 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[3.0, 1.0, 4.0], [-2.0, -3.0, 1.0]]> : tensor<2x3xf32>], check.expect = [dense<72.0> : tensor<f32>], check.gradient} {
  ^bb0(%x: tensor<2x3xf32>):
    %y = dlc.reduce_prod %x dims = [0, 1] : tensor<2x3xf32>
    dlc.yield %y : tensor<f32>
  }
  dlc.entry @f32_2x2x2_02 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[[-3.0, 4.0], [1.0, 1.0]], [[2.0, 4.0], [4.0, -3.0]]]> : tensor<2x2x2xf32>], check.expect = [dense<[-96.0, -12.0]> : tensor<2xf32>], check.gradient} {
  ^bb0(%x: tensor<2x2x2xf32>):
    %y = dlc.reduce_prod %x dims = [0, 2] : tensor<2x2x2xf32>
    dlc.yield %y : tensor<2xf32>
  }
  dlc.entry @f32_4_0 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[3.0, 1.0, -1.0, 3.0]> : tensor<4xf32>], check.expect = [dense<-9.0> : tensor<f32>], check.gradient} {
  ^bb0(%x: tensor<4xf32>):
    %y = dlc.reduce_prod %x dims = [0] : tensor<4xf32>
    dlc.yield %y : tensor<f32>
  }
  dlc.entry @f64_2x3_1 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[4.0, -2.0, 2.0], [-3.0, -1.0, -3.0]]> : tensor<2x3xf64>], check.expect = [dense<[-16.0, -9.0]> : tensor<2xf64>], check.gradient} {
  ^bb0(%x: tensor<2x3xf64>):
    %y = dlc.reduce_prod %x dims = [1] : tensor<2x3xf64>
    dlc.yield %y : tensor<2xf64>
  }
  dlc.entry @f64_2x3_0 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[-3.0, -3.0, 3.0], [2.0, -3.0, 1.0]]> : tensor<2x3xf64>], check.expect = [dense<[-6.0, 9.0, 3.0]> : tensor<3xf64>], check.gradient} {
  ^bb0(%x: tensor<2x3xf64>):
    %y = dlc.reduce_prod %x dims = [0] : tensor<2x3xf64>
    dlc.yield %y : tensor<3xf64>
  }
  dlc.entry @f64_2x3_01 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[3.0, -2.0, 1.0], [3.0, -3.0, 2.0]]> : tensor<2x3xf64>], check.expect = [dense<108.0> : tensor<f64>], check.gradient} {
  ^bb0(%x: tensor<2x3xf64>):
    %y = dlc.reduce_prod %x dims = [0, 1] : tensor<2x3xf64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @f64_2x2x2_02 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[[-2.0, 4.0], [1.0, 1.0]], [[2.0, -2.0], [-1.0, -2.0]]]> : tensor<2x2x2xf64>], check.expect = [dense<[32.0, 2.0]> : tensor<2xf64>], check.gradient} {
  ^bb0(%x: tensor<2x2x2xf64>):
    %y = dlc.reduce_prod %x dims = [0, 2] : tensor<2x2x2xf64>
    dlc.yield %y : tensor<2xf64>
  }
  dlc.entry @f64_4_0 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[3.0, -2.0, 4.0, 1.0]> : tensor<4xf64>], check.expect = [dense<-24.0> : tensor<f64>], check.gradient} {
  ^bb0(%x: tensor<4xf64>):
    %y = dlc.reduce_prod %x dims = [0] : tensor<4xf64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @i32_2x3_1 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[-1, -3, 1], [4, 2, 3]]> : tensor<2x3xi32>], check.expect = [dense<[3, 24]> : tensor<2xi32>]} {
  ^bb0(%x: tensor<2x3xi32>):
    %y = dlc.reduce_prod %x dims = [1] : tensor<2x3xi32>
    dlc.yield %y : tensor<2xi32>
  }
  dlc.entry @i32_2x3_0 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[-3, -2, 3], [3, 4, -1]]> : tensor<2x3xi32>], check.expect = [dense<[-9, -8, -3]> : tensor<3xi32>]} {
  ^bb0(%x: tensor<2x3xi32>):
    %y = dlc.reduce_prod %x dims = [0] : tensor<2x3xi32>
    dlc.yield %y : tensor<3xi32>
  }
  dlc.entry @i32_2x3_01 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[-3, 3, -1], [3, 3, 2]]> : tensor<2x3xi32>], check.expect = [dense<162> : tensor<i32>]} {
  ^bb0(%x: tensor<2x3xi32>):
    %y = dlc.reduce_prod %x dims = [0, 1] : tensor<2x3xi32>
    dlc.yield %y : tensor<i32>
  }
  dlc.entry @i32_2x2x2_02 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[[1, 2], [4, 3]], [[-2, -1], [-1, 2]]]> : tensor<2x2x2xi32>], check.expect = [dense<[4, -24]> : tensor<2xi32>]} {
  ^bb0(%x: tensor<2x2x2xi32>):
    %y = dlc.reduce_prod %x dims = [0, 2] : tensor<2x2x2xi32>
    dlc.yield %y : tensor<2xi32>
  }
  dlc.entry @i32_4_0 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[1, 4, 2, 1]> : tensor<4xi32>], check.expect = [dense<8> : tensor<i32>]} {
  ^bb0(%x: tensor<4xi32>):
    %y = dlc.reduce_prod %x dims = [0] : tensor<4xi32>
    dlc.yield %y : tensor<i32>
  }
  dlc.entry @i64_2x3_1 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[2, 4, -3], [1, -2, 3]]> : tensor<2x3xi64>], check.expect = [dense<[-24, -6]> : tensor<2xi64>]} {
  ^bb0(%x: tensor<2x3xi64>):
    %y = dlc.reduce_prod %x dims = [1] : tensor<2x3xi64>
    dlc.yield %y : tensor<2xi64>
  }
  dlc.entry @i64_2x3_0 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[4, 1, 1], [3, -2, -1]]> : tensor<2x3xi64>], check.expect = [dense<[12, -2, -1]> : tensor<3xi64>]} {
  ^bb0(%x: tensor<2x3xi64>):
    %y = dlc.reduce_prod %x dims = [0] : tensor<2x3xi64>
    dlc.yield %y : tensor<3xi64>
  }
  dlc.entry @i64_2x3_01 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[2, 3, 4], [3, 3, -1]]> : tensor<2x3xi64>], check.expect = [dense<-216> : tensor<i64>]} {
  ^bb0(%x: tensor<2x3xi64>):
    %y = dlc.reduce_prod %x dims = [0, 1] : tensor<2x3xi64>
    dlc.yield %y : tensor<i64>
  }
  dlc.entry @i64_2x2x2_02 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[[-3, 1], [3, 2]], [[-3, 4], [-2, 2]]]> : tensor<2x2x2xi64>], check.expect = [dense<[36, -24]> : tensor<2xi64>]} {
  ^bb0(%x: tensor<2x2x2xi64>):
    %y = dlc.reduce_prod %x dims = [0, 2] : tensor<2x2x2xi64>
    dlc.yield %y : tensor<2xi64>
  }
  dlc.entry @i64_4_0 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[4, 1, -1, 1]> : tensor<4xi64>], check.expect = [dense<-4> : tensor<i64>]} {
  ^bb0(%x: tensor<4xi64>):
    %y = dlc.reduce_prod %x dims = [0] : tensor<4xi64>
    dlc.yield %y : tensor<i64>
  }
  // Zeros: none, one and two in a row.
  dlc.entry @zeros inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[2.0, -3.0, 4.0], [2.0, 0.0, 5.0], [0.0, 3.0, 0.0]]> : tensor<3x3xf64>], check.expect = [dense<[-24.0, 0.0, 0.0]> : tensor<3xf64>], check.gradient} {
  ^bb0(%x: tensor<3x3xf64>):
    %y = dlc.reduce_prod %x dims = [1] : tensor<3x3xf64>
    dlc.yield %y : tensor<3xf64>
  }
  // Its gradient can be differentiated, at zeros too.
  dlc.entry @second inputs ["x"] states [] results ["g"] attributes {
    check.inputs = [dense<[[2.0, -3.0, 4.0], [2.0, 0.0, 5.0], [0.0, 3.0, 0.0]]> : tensor<3x3xf64>],
    check.expect = [dense<[[-12.0, 8.0, -6.0], [0.0, 10.0, 0.0], [0.0, 0.0, 0.0]]> : tensor<3x3xf64>], check.gradient} {
  ^bb0(%x: tensor<3x3xf64>):
    %y = dlc.reduce_prod %x dims = [1] : tensor<3x3xf64>
    %s = dlc.reduce_sum %y dims = [0] : tensor<3xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<3x3xf64>)
    dlc.yield %g : tensor<3x3xf64>
  }
  dlc.entry @nothing inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<> : tensor<2x0xi64>], check.expect = [dense<[1, 1]> : tensor<2xi64>]} {
  ^bb0(%x: tensor<2x0xi64>):
    %y = dlc.reduce_prod %x dims = [1] : tensor<2x0xi64>
    dlc.yield %y : tensor<2xi64>
  }
  dlc.entry @live_rows inputs ["x"] states [] results ["y"] attributes {check.gradient, check.ranges = [[0.5, 1.5]]} {
  ^bb0(%x: tensor<33x5xf64, #dlc.live<n, *>>):
    %y = dlc.reduce_prod %x dims = [1] : tensor<33x5xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33xf64, #dlc.live<n>>
  }
  dlc.entry @live inputs ["x"] states [] results ["y"] attributes {check.gradient, check.ranges = [[0.5, 1.5]]} {
  ^bb0(%x: tensor<33x5xf32, #dlc.live<n, *>>):
    %y = dlc.reduce_prod %x dims = [0] : tensor<33x5xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<5xf32>
  }
  dlc.entry @live_both inputs ["x"] states [] results ["y"] attributes {check.gradient, check.ranges = [[0.8, 1.2]]} {
  ^bb0(%x: tensor<33x5xf64, #dlc.live<n, *>>):
    %y = dlc.reduce_prod %x dims = [1, 0] : tensor<33x5xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @no_dims inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<3x2xf64>):
    %y = dlc.reduce_prod %x dims = [] : tensor<3x2xf64>
    dlc.yield %y : tensor<3x2xf64>
  }
}
