// RUN: dlc-check %s
// The index along one dimension, of every type. Numbers by hand.
dlc.program @iota dims {n = 33 : i64} {
  dlc.entry @f32_0 inputs [] states [] results ["y"] attributes {check.expect = [dense<[[0.0, 0.0, 0.0], [1.0, 1.0, 1.0]]> : tensor<2x3xf32>]} {
    %y = dlc.iota dim = 0 : tensor<2x3xf32>
    dlc.yield %y : tensor<2x3xf32>
  }
  dlc.entry @f32_1 inputs [] states [] results ["y"] attributes {check.expect = [dense<[[0.0, 1.0, 2.0], [0.0, 1.0, 2.0]]> : tensor<2x3xf32>]} {
    %y = dlc.iota dim = 1 : tensor<2x3xf32>
    dlc.yield %y : tensor<2x3xf32>
  }
  dlc.entry @f64_0 inputs [] states [] results ["y"] attributes {check.expect = [dense<[[0.0, 0.0, 0.0], [1.0, 1.0, 1.0]]> : tensor<2x3xf64>]} {
    %y = dlc.iota dim = 0 : tensor<2x3xf64>
    dlc.yield %y : tensor<2x3xf64>
  }
  dlc.entry @f64_1 inputs [] states [] results ["y"] attributes {check.expect = [dense<[[0.0, 1.0, 2.0], [0.0, 1.0, 2.0]]> : tensor<2x3xf64>]} {
    %y = dlc.iota dim = 1 : tensor<2x3xf64>
    dlc.yield %y : tensor<2x3xf64>
  }
  dlc.entry @i32_0 inputs [] states [] results ["y"] attributes {check.expect = [dense<[[0, 0, 0], [1, 1, 1]]> : tensor<2x3xi32>]} {
    %y = dlc.iota dim = 0 : tensor<2x3xi32>
    dlc.yield %y : tensor<2x3xi32>
  }
  dlc.entry @i32_1 inputs [] states [] results ["y"] attributes {check.expect = [dense<[[0, 1, 2], [0, 1, 2]]> : tensor<2x3xi32>]} {
    %y = dlc.iota dim = 1 : tensor<2x3xi32>
    dlc.yield %y : tensor<2x3xi32>
  }
  dlc.entry @i64_0 inputs [] states [] results ["y"] attributes {check.expect = [dense<[[0, 0, 0], [1, 1, 1]]> : tensor<2x3xi64>]} {
    %y = dlc.iota dim = 0 : tensor<2x3xi64>
    dlc.yield %y : tensor<2x3xi64>
  }
  dlc.entry @i64_1 inputs [] states [] results ["y"] attributes {check.expect = [dense<[[0, 1, 2], [0, 1, 2]]> : tensor<2x3xi64>]} {
    %y = dlc.iota dim = 1 : tensor<2x3xi64>
    dlc.yield %y : tensor<2x3xi64>
  }
  // Rows below the bound count from 0 as well.
  dlc.entry @rows inputs [] states [] results ["y"] attributes {check.dims = [3], check.expect = [dense<[0, 1, 2]> : tensor<3xi64>]} {
    %y = dlc.iota dim = 0 : tensor<33xi64, #dlc.live<n>>
    dlc.yield %y : tensor<33xi64, #dlc.live<n>>
  }
  dlc.entry @slice inputs [] states [] results ["y"] attributes {check.expect = [dense<[2.0, 9.0, 16.0]> : tensor<3xf32>]} {
    %i = dlc.iota dim = 0 : tensor<17xf32>
    %y = dlc.slice %i starts = [2] sizes = [3] strides = [7] : tensor<17xf32>
    dlc.yield %y : tensor<3xf32>
  }
}
