// RUN: dlc-check %s
// Expected numbers by PyTorch, in f64, rounded to f32 where the op computes in f32.
dlc.program @atan dims {n = 33 : i64} {
  dlc.entry @singles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, -0.0, 1.0, -1.0, 0.5, -0.25, 0.001, 2.5, -3.5, 9.0, -20.0, 100.0, 10000000000.0, 1.0e-40, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<17xf32>],
    check.expect = [dense<[0.0, -0.0, 0.7853982, -0.7853982, 0.4636476, -0.24497867, 0.0009999997, 1.19029, -1.2924967, 1.4601392, -1.5208379, 1.5607966, 1.5707964, 1.0e-40, 1.5707964, -1.5707964, 0x7FC00000]> : tensor<17xf32>]} {
  ^bb0(%x: tensor<17xf32>):
    %y = dlc.atan %x : tensor<17xf32>
    dlc.yield %y : tensor<17xf32>
  }
  dlc.entry @doubles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, -0.0, 1.0, -1.0, 0.5, -0.25, 0.001, 2.5, -3.5, 9.0, -20.0, 100.0, 10000000000.0, 1.0e-40, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<17xf64>],
    check.expect = [dense<[0.0, -0.0, 0.7853981633974483, -0.7853981633974483, 0.4636476090008061, -0.24497866312686414, 0.0009999996666668668, 1.1902899496825317, -1.2924966677897853, 1.460139105621001, -1.5208379310729538, 1.5607966601082315, 1.5707963266948965, 1.0e-40, 1.5707963267948966, -1.5707963267948966, 0x7FF8000000000000]> : tensor<17xf64>]} {
  ^bb0(%x: tensor<17xf64>):
    %y = dlc.atan %x : tensor<17xf64>
    dlc.yield %y : tensor<17xf64>
  }
  dlc.entry @rows inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-4.0, 4.0]], check.gradient} {
  ^bb0(%x: tensor<33x7xf32, #dlc.live<n, *>>):
    %y = dlc.atan %x : tensor<33x7xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf32, #dlc.live<n, *>>
  }
  dlc.entry @wide inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-4.0, 4.0]], check.gradient} {
  ^bb0(%x: tensor<33x17xf64, #dlc.live<n, *>>):
    %y = dlc.atan %x : tensor<33x17xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x17xf64, #dlc.live<n, *>>
  }
  dlc.entry @one inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-4.0, 4.0]], check.gradient} {
  ^bb0(%x: tensor<1xf64>):
    %y = dlc.atan %x : tensor<1xf64>
    dlc.yield %y : tensor<1xf64>
  }
  dlc.entry @scalar inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-4.0, 4.0]], check.gradient} {
  ^bb0(%x: tensor<f64>):
    %y = dlc.atan %x : tensor<f64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @thin inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-4.0, 4.0]], check.gradient} {
  ^bb0(%x: tensor<7x1x3xf32>):
    %y = dlc.atan %x : tensor<7x1x3xf32>
    dlc.yield %y : tensor<7x1x3xf32>
  }
  // The gradient's own gradient.
  dlc.entry @second inputs ["x"] states [] results ["g"] attributes {check.ranges = [[-4.0, 4.0]], check.gradient} {
  ^bb0(%x: tensor<17xf64>):
    %y = dlc.atan %x : tensor<17xf64>
    %p = dlc.mul %y, %y : tensor<17xf64>
    %s = dlc.reduce_sum %p dims = [0] : tensor<17xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<17xf64>)
    dlc.yield %g : tensor<17xf64>
  }
}
