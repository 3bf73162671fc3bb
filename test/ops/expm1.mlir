// RUN: dlc-check %s
// Expected numbers by PyTorch, in f64, rounded to f32 where the op computes in f32.
dlc.program @expm1 dims {n = 33 : i64} {
  dlc.entry @singles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, -0.0, 1.0, -1.0, 0.5, -0.25, 0.001, 2.5, -3.5, 9.0, -20.0, 100.0, 10000000000.0, 1.0e-40, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<17xf32>],
    check.expect = [dense<[0.0, -0.0, 1.7182819, -0.63212055, 0.6487213, -0.22119921, 0.0010005002, 11.182494, -0.9698026, 8102.084, -1.0, 0x7F800000, 0x7F800000, 1.0e-40, 0x7F800000, -1.0, 0x7FC00000]> : tensor<17xf32>]} {
  ^bb0(%x: tensor<17xf32>):
    %y = dlc.expm1 %x : tensor<17xf32>
    dlc.yield %y : tensor<17xf32>
  }
  dlc.entry @doubles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, -0.0, 1.0, -1.0, 0.5, -0.25, 0.001, 2.5, -3.5, 9.0, -20.0, 100.0, 10000000000.0, 1.0e-40, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<17xf64>],
    check.expect = [dense<[0.0, -0.0, 1.7182818284590453, -0.6321205588285577, 0.6487212707001282, -0.22119921692859512, 0.0010005001667083417, 11.182493960703473, -0.9698026165776815, 8102.083927575384, -0.9999999979388464, 2.6881171418161356e+43, 0x7FF0000000000000, 1.0e-40, 0x7FF0000000000000, -1.0, 0x7FF8000000000000]> : tensor<17xf64>]} {
  ^bb0(%x: tensor<17xf64>):
    %y = dlc.expm1 %x : tensor<17xf64>
    dlc.yield %y : tensor<17xf64>
  }
  dlc.entry @rows inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-3.0, 3.0]], check.gradient} {
  ^bb0(%x: tensor<33x7xf32, #dlc.live<n, *>>):
    %y = dlc.expm1 %x : tensor<33x7xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf32, #dlc.live<n, *>>
  }
  dlc.entry @wide inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-3.0, 3.0]], check.gradient} {
  ^bb0(%x: tensor<33x17xf64, #dlc.live<n, *>>):
    %y = dlc.expm1 %x : tensor<33x17xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x17xf64, #dlc.live<n, *>>
  }
  dlc.entry @one inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-3.0, 3.0]], check.gradient} {
  ^bb0(%x: tensor<1xf64>):
    %y = dlc.expm1 %x : tensor<1xf64>
    dlc.yield %y : tensor<1xf64>
  }
  dlc.entry @scalar inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-3.0, 3.0]], check.gradient} {
  ^bb0(%x: tensor<f64>):
    %y = dlc.expm1 %x : tensor<f64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @thin inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-3.0, 3.0]], check.gradient} {
  ^bb0(%x: tensor<7x1x3xf32>):
    %y = dlc.expm1 %x : tensor<7x1x3xf32>
    dlc.yield %y : tensor<7x1x3xf32>
  }
  // The gradient's own gradient.
  dlc.entry @second inputs ["x"] states [] results ["g"] attributes {check.ranges = [[-3.0, 3.0]], check.gradient} {
  ^bb0(%x: tensor<17xf64>):
    %y = dlc.expm1 %x : tensor<17xf64>
    %p = dlc.mul %y, %y : tensor<17xf64>
    %s = dlc.reduce_sum %p dims = [0] : tensor<17xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<17xf64>)
    dlc.yield %g : tensor<17xf64>
  }
}
