// RUN: dlc-check %s
// Expected numbers by Python (math, in f64, rounded to f32 where the op computes in f32).
dlc.program @sqrt dims {n = 33 : i64} {
  // Edges first.
  dlc.entry @singles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 1.0, -1.0, 0x7F800000, 0x7FC00000, 2.0, 4.0, 1.0e-20, 1.0e+20, 0.3, 7.0]> : tensor<11xf32>],
    check.expect = [dense<[0.0, 1.0, 0x7FC00000, 0x7F800000, 0x7FC00000, 1.4142135, 2.0, 1.0e-10, 1.0e+10, 0.5477226, 2.6457512]> : tensor<11xf32>]} {
  ^bb0(%x: tensor<11xf32>):
    %y = dlc.sqrt %x : tensor<11xf32>
    dlc.yield %y : tensor<11xf32>
  }
  dlc.entry @doubles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 1.0, -1.0, 0x7FF0000000000000, 0x7FF8000000000000, 2.0, 4.0, 1.0e-20, 1.0e+20, 0.3, 7.0]> : tensor<11xf64>],
    check.expect = [dense<[0.0, 1.0, 0x7FF8000000000000, 0x7FF0000000000000, 0x7FF8000000000000, 1.4142135623730951, 2.0, 1.0e-10, 10000000000.0, 0.5477225575051661, 2.6457513110645907]> : tensor<11xf64>]} {
  ^bb0(%x: tensor<11xf64>):
    %y = dlc.sqrt %x : tensor<11xf64>
    dlc.yield %y : tensor<11xf64>
  }
  dlc.entry @rows inputs ["x"] states [] results ["y"] attributes {check.ranges = [[0.5, 3.0]], check.gradient} {
  ^bb0(%x: tensor<33x7xf32, #dlc.live<n, *>>):
    %y = dlc.sqrt %x : tensor<33x7xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf32, #dlc.live<n, *>>
  }
  dlc.entry @wide inputs ["x"] states [] results ["y"] attributes {check.ranges = [[0.5, 3.0]], check.gradient} {
  ^bb0(%x: tensor<33x17xf64, #dlc.live<n, *>>):
    %y = dlc.sqrt %x : tensor<33x17xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x17xf64, #dlc.live<n, *>>
  }
  dlc.entry @one inputs ["x"] states [] results ["y"] attributes {check.ranges = [[0.5, 3.0]], check.gradient} {
  ^bb0(%x: tensor<1xf64>):
    %y = dlc.sqrt %x : tensor<1xf64>
    dlc.yield %y : tensor<1xf64>
  }
  dlc.entry @scalar inputs ["x"] states [] results ["y"] attributes {check.ranges = [[0.5, 3.0]], check.gradient} {
  ^bb0(%x: tensor<f64>):
    %y = dlc.sqrt %x : tensor<f64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @thin inputs ["x"] states [] results ["y"] attributes {check.ranges = [[0.5, 3.0]], check.gradient} {
  ^bb0(%x: tensor<7x1x3xf32>):
    %y = dlc.sqrt %x : tensor<7x1x3xf32>
    dlc.yield %y : tensor<7x1x3xf32>
  }
  // The gradient's own gradient.
  dlc.entry @second inputs ["x"] states [] results ["g"] attributes {check.ranges = [[0.5, 3.0]], check.gradient} {
  ^bb0(%x: tensor<17xf64>):
    %y = dlc.sqrt %x : tensor<17xf64>
    %p = dlc.mul %y, %y : tensor<17xf64>
    %s = dlc.reduce_sum %p dims = [0] : tensor<17xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<17xf64>)
    dlc.yield %g : tensor<17xf64>
  }
}
