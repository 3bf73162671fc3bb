// RUN: dlc-check %s
// Expected numbers by PyTorch, in f64, rounded to f32 where the op computes in f32.
dlc.program @exp2 dims {n = 33 : i64} {
  dlc.entry @singles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, -0.0, 1.0, -1.0, 0.5, -0.25, 0.001, 2.5, -3.5, 9.0, -20.0, 100.0, 10000000000.0, 1.0e-40, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<17xf32>],
    check.expect = [dense<[1.0, 1.0, 2.0, 0.5, 1.4142135, 0.8408964, 1.0006934, 5.656854, 0.088388346, 512.0, 9.536743e-07, 1.2676506e+30, 0x7F800000, 1.0, 0x7F800000, 0.0, 0x7FC00000]> : tensor<17xf32>]} {
  ^bb0(%x: tensor<17xf32>):
    %y = dlc.exp2 %x : tensor<17xf32>
    dlc.yield %y : tensor<17xf32>
  }
  dlc.entry @doubles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, -0.0, 1.0, -1.0, 0.5, -0.25, 0.001, 2.5, -3.5, 9.0, -20.0, 100.0, 10000000000.0, 1.0e-40, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<17xf64>],
    check.expect = [dense<[1.0, 1.0, 2.0, 0.5, 1.4142135623730951, 0.8408964152537145, 1.0006933874625807, 5.656854249492381, 0.08838834764831845, 512.0, 9.5367431640625e-07, 1.2676506002282294e+30, 0x7FF0000000000000, 1.0, 0x7FF0000000000000, 0.0, 0x7FF8000000000000]> : tensor<17xf64>]} {
  ^bb0(%x: tensor<17xf64>):
    %y = dlc.exp2 %x : tensor<17xf64>
    dlc.yield %y : tensor<17xf64>
  }
  dlc.entry @rows inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-3.0, 3.0]], check.gradient} {
  ^bb0(%x: tensor<33x7xf32, #dlc.live<n, *>>):
    %y = dlc.exp2 %x : tensor<33x7xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf32, #dlc.live<n, *>>
  }
  dlc.entry @wide inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-3.0, 3.0]], check.gradient} {
  ^bb0(%x: tensor<33x17xf64, #dlc.live<n, *>>):
    %y = dlc.exp2 %x : tensor<33x17xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x17xf64, #dlc.live<n, *>>
  }
  dlc.entry @one inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-3.0, 3.0]], check.gradient} {
  ^bb0(%x: tensor<1xf64>):
    %y = dlc.exp2 %x : tensor<1xf64>
    dlc.yield %y : tensor<1xf64>
  }
  dlc.entry @scalar inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-3.0, 3.0]], check.gradient} {
  ^bb0(%x: tensor<f64>):
    %y = dlc.exp2 %x : tensor<f64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @thin inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-3.0, 3.0]], check.gradient} {
  ^bb0(%x: tensor<7x1x3xf32>):
    %y = dlc.exp2 %x : tensor<7x1x3xf32>
    dlc.yield %y : tensor<7x1x3xf32>
  }
  // The gradient's own gradient.
  dlc.entry @second inputs ["x"] states [] results ["g"] attributes {check.ranges = [[-3.0, 3.0]], check.gradient} {
  ^bb0(%x: tensor<17xf64>):
    %y = dlc.exp2 %x : tensor<17xf64>
    %p = dlc.mul %y, %y : tensor<17xf64>
    %s = dlc.reduce_sum %p dims = [0] : tensor<17xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<17xf64>)
    dlc.yield %g : tensor<17xf64>
  }
}
