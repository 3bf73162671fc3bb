// RUN: dlc-check %s
// Expected numbers by Python (math, in f64, rounded to f32 where the op computes in f32).
dlc.program @tanh dims {n = 33 : i64} {
  // Edges first.
  dlc.entry @singles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 0x7F800000, 0xFF800000, 0x7FC00000, 0.5, -0.5, 1.0, -1.0, 3.0, -9.0, 2.0e+01, 0.0001, 0.001, 0.1]> : tensor<14xf32>],
    check.expect = [dense<[0.0, 1.0, -1.0, 0x7FC00000, 0.46211717, -0.46211717, 0.7615942, -0.7615942, 0.9950548, -0.99999994, 1.0, 0.0001, 0.0009999997, 0.099667996]> : tensor<14xf32>]} {
  ^bb0(%x: tensor<14xf32>):
    %y = dlc.tanh %x : tensor<14xf32>
    dlc.yield %y : tensor<14xf32>
  }
  dlc.entry @doubles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.5, -0.5, 1.0, -1.0, 3.0, -9.0, 20.0, 0.0001, 0.001, 0.1]> : tensor<14xf64>],
    check.expect = [dense<[0.0, 1.0, -1.0, 0x7FF8000000000000, 0.46211715726000974, -0.46211715726000974, 0.7615941559557649, -0.7615941559557649, 0.9950547536867305, -0.999999969540041, 1.0, 9.999999966666668e-05, 0.0009999996666668, 0.09966799462495582]> : tensor<14xf64>]} {
  ^bb0(%x: tensor<14xf64>):
    %y = dlc.tanh %x : tensor<14xf64>
    dlc.yield %y : tensor<14xf64>
  }
  dlc.entry @rows inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-3.0, 3.0]], check.gradient} {
  ^bb0(%x: tensor<33x7xf32, #dlc.live<n, *>>):
    %y = dlc.tanh %x : tensor<33x7xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf32, #dlc.live<n, *>>
  }
  dlc.entry @wide inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-3.0, 3.0]], check.gradient} {
  ^bb0(%x: tensor<33x17xf64, #dlc.live<n, *>>):
    %y = dlc.tanh %x : tensor<33x17xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x17xf64, #dlc.live<n, *>>
  }
  dlc.entry @one inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-3.0, 3.0]], check.gradient} {
  ^bb0(%x: tensor<1xf64>):
    %y = dlc.tanh %x : tensor<1xf64>
    dlc.yield %y : tensor<1xf64>
  }
  dlc.entry @scalar inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-3.0, 3.0]], check.gradient} {
  ^bb0(%x: tensor<f64>):
    %y = dlc.tanh %x : tensor<f64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @thin inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-3.0, 3.0]], check.gradient} {
  ^bb0(%x: tensor<7x1x3xf32>):
    %y = dlc.tanh %x : tensor<7x1x3xf32>
    dlc.yield %y : tensor<7x1x3xf32>
  }
  // The gradient's own gradient.
  dlc.entry @second inputs ["x"] states [] results ["g"] attributes {check.ranges = [[-3.0, 3.0]], check.gradient} {
  ^bb0(%x: tensor<17xf64>):
    %y = dlc.tanh %x : tensor<17xf64>
    %p = dlc.mul %y, %y : tensor<17xf64>
    %s = dlc.reduce_sum %p dims = [0] : tensor<17xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<17xf64>)
    dlc.yield %g : tensor<17xf64>
  }
}
