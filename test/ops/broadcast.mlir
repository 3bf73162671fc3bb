// RUN: dlc-check %s
// Numbers by hand.
dlc.program @broadcast dims {n = 33 : i64} {
  dlc.entry @columns inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[1.0, 2.0, 3.0]> : tensor<3xf32>], check.expect = [dense<[[1.0, 2.0, 3.0], [1.0, 2.0, 3.0]]> : tensor<2x3xf32>]} {
  ^bb0(%x: tensor<3xf32>):
    %y = dlc.broadcast %x dims = [0] : tensor<3xf32> to tensor<2x3xf32>
    dlc.yield %y : tensor<2x3xf32>
  }
  dlc.entry @rows inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[1.0, 2.0]> : tensor<2xf32>], check.expect = [dense<[[1.0, 1.0, 1.0], [2.0, 2.0, 2.0]]> : tensor<2x3xf32>]} {
  ^bb0(%x: tensor<2xf32>):
    %y = dlc.broadcast %x dims = [1] : tensor<2xf32> to tensor<2x3xf32>
    dlc.yield %y : tensor<2x3xf32>
  }
  dlc.entry @scalar_f64 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<1.0> : tensor<f64>], check.expect = [dense<[[1.0, 1.0], [1.0, 1.0]]> : tensor<2x2xf64>]} {
  ^bb0(%x: tensor<f64>):
    %y = dlc.broadcast %x dims = [0, 1] : tensor<f64> to tensor<2x2xf64>
    dlc.yield %y : tensor<2x2xf64>
  }
  dlc.entry @scalar_i32 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<1> : tensor<i32>], check.expect = [dense<[[1, 1], [1, 1]]> : tensor<2x2xi32>]} {
  ^bb0(%x: tensor<i32>):
    %y = dlc.broadcast %x dims = [0, 1] : tensor<i32> to tensor<2x2xi32>
    dlc.yield %y : tensor<2x2xi32>
  }
  dlc.entry @scalar_i64 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<1> : tensor<i64>], check.expect = [dense<[[1, 1], [1, 1]]> : tensor<2x2xi64>]} {
  ^bb0(%x: tensor<i64>):
    %y = dlc.broadcast %x dims = [0, 1] : tensor<i64> to tensor<2x2xi64>
    dlc.yield %y : tensor<2x2xi64>
  }
  dlc.entry @scalar_i1 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<true> : tensor<i1>], check.expect = [dense<[[true, true], [true, true]]> : tensor<2x2xi1>]} {
  ^bb0(%x: tensor<i1>):
    %y = dlc.broadcast %x dims = [0, 1] : tensor<i1> to tensor<2x2xi1>
    dlc.yield %y : tensor<2x2xi1>
  }
  dlc.entry @gradient_inner inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x7xf64, #dlc.live<n, *>>):
    %b = dlc.broadcast %x dims = [1] : tensor<33x7xf64, #dlc.live<n, *>> to tensor<33x5x7xf64, #dlc.live<n, *, *>>
    %y = dlc.mul %b, %b : tensor<33x5x7xf64, #dlc.live<n, *, *>>
    dlc.yield %y : tensor<33x5x7xf64, #dlc.live<n, *, *>>
  }
  dlc.entry @gradient_outer inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<7xf64>):
    %b = dlc.broadcast %x dims = [0] : tensor<7xf64> to tensor<33x7xf64, #dlc.live<n, *>>
    %y = dlc.mul %b, %b : tensor<33x7xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf64, #dlc.live<n, *>>
  }
  dlc.entry @gradient_last inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33xf64, #dlc.live<n>>):
    %b = dlc.broadcast %x dims = [1] : tensor<33xf64, #dlc.live<n>> to tensor<33x17xf64, #dlc.live<n, *>>
    %y = dlc.mul %b, %b : tensor<33x17xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x17xf64, #dlc.live<n, *>>
  }
  dlc.entry @gradient_all inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<f64>):
    %b = dlc.broadcast %x dims = [0, 1] : tensor<f64> to tensor<33x7xf64, #dlc.live<n, *>>
    %y = dlc.mul %b, %b : tensor<33x7xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf64, #dlc.live<n, *>>
  }
  dlc.entry @gradient_none inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33xf64, #dlc.live<n>>):
    %b = dlc.broadcast %x dims = [] : tensor<33xf64, #dlc.live<n>> to tensor<33xf64, #dlc.live<n>>
    %y = dlc.mul %b, %b : tensor<33xf64, #dlc.live<n>>
    dlc.yield %y : tensor<33xf64, #dlc.live<n>>
  }
}
