// RUN: dlc-check %s
// Expected numbers by PyTorch, in f64, rounded to f32 where the op computes in f32.
dlc.program @ceil dims {n = 33 : i64} {
  dlc.entry @singles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, -0.0, 1.0, -1.0, 0.5, -0.25, 0.001, 2.5, -3.5, 9.0, -20.0, 100.0, 10000000000.0, 1.0e-40, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<17xf32>],
    check.expect = [dense<[0.0, -0.0, 1.0, -1.0, 1.0, -0.0, 1.0, 3.0, -3.0, 9.0, -20.0, 100.0, 10000000000.0, 1.0, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<17xf32>]} {
  ^bb0(%x: tensor<17xf32>):
    %y = dlc.ceil %x : tensor<17xf32>
    dlc.yield %y : tensor<17xf32>
  }
  dlc.entry @doubles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, -0.0, 1.0, -1.0, 0.5, -0.25, 0.001, 2.5, -3.5, 9.0, -20.0, 100.0, 10000000000.0, 1.0e-40, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<17xf64>],
    check.expect = [dense<[0.0, -0.0, 1.0, -1.0, 1.0, -0.0, 1.0, 3.0, -3.0, 9.0, -20.0, 100.0, 10000000000.0, 1.0, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<17xf64>]} {
  ^bb0(%x: tensor<17xf64>):
    %y = dlc.ceil %x : tensor<17xf64>
    dlc.yield %y : tensor<17xf64>
  }
  dlc.entry @rows inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-3.0, 3.0]]} {
  ^bb0(%x: tensor<33x7xf32, #dlc.live<n, *>>):
    %y = dlc.ceil %x : tensor<33x7xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf32, #dlc.live<n, *>>
  }
  dlc.entry @wide inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-3.0, 3.0]]} {
  ^bb0(%x: tensor<33x17xf64, #dlc.live<n, *>>):
    %y = dlc.ceil %x : tensor<33x17xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x17xf64, #dlc.live<n, *>>
  }
  dlc.entry @one inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-3.0, 3.0]]} {
  ^bb0(%x: tensor<1xf64>):
    %y = dlc.ceil %x : tensor<1xf64>
    dlc.yield %y : tensor<1xf64>
  }
  dlc.entry @scalar inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-3.0, 3.0]]} {
  ^bb0(%x: tensor<f64>):
    %y = dlc.ceil %x : tensor<f64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @thin inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-3.0, 3.0]]} {
  ^bb0(%x: tensor<7x1x3xf32>):
    %y = dlc.ceil %x : tensor<7x1x3xf32>
    dlc.yield %y : tensor<7x1x3xf32>
  }
  // Flat: the gradient is 0.
  dlc.entry @flat inputs ["x"] states [] results ["g"] attributes {
    check.inputs = [dense<[0.3, -1.7, 2.5]> : tensor<3xf64>], check.expect = [dense<0.0> : tensor<3xf64>]} {
  ^bb0(%x: tensor<3xf64>):
    %y = dlc.ceil %x : tensor<3xf64>
    %s = dlc.reduce_sum %y dims = [0] : tensor<3xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<3xf64>)
    dlc.yield %g : tensor<3xf64>
  }
}
