// RUN: dlc-check %s
// Expected numbers by Python (math, in f64, rounded to f32 where the op computes in f32).
dlc.program @log dims {n = 33 : i64} {
  // Edges first.
  dlc.entry @singles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[1.0, 0.0, -1.0, 0x7F800000, 0x7FC00000, 1.0e-30, 0.5, 2.0, 2.7182817, 1.0e+01, 1.0e+30, 0.999]> : tensor<12xf32>],
    check.expect = [dense<[0.0, 0xFF800000, 0x7FC00000, 0x7F800000, 0x7FC00000, -69.07755, -0.6931472, 0.6931472, 0.99999994, 2.3025851, 69.07755, -0.0010004875]> : tensor<12xf32>]} {
  ^bb0(%x: tensor<12xf32>):
    %y = dlc.log %x : tensor<12xf32>
    dlc.yield %y : tensor<12xf32>
  }
  dlc.entry @doubles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[1.0, 0.0, -1.0, 0x7FF0000000000000, 0x7FF8000000000000, 1.0e-30, 0.5, 2.0, 2.718281828459045, 10.0, 1.0e+30, 0.999]> : tensor<12xf64>],
    check.expect = [dense<[0.0, 0xFFF0000000000000, 0x7FF8000000000000, 0x7FF0000000000000, 0x7FF8000000000000, -69.07755278982137, -0.6931471805599453, 0.6931471805599453, 1.0, 2.302585092994046, 69.07755278982137, -0.0010005003335835344]> : tensor<12xf64>]} {
  ^bb0(%x: tensor<12xf64>):
    %y = dlc.log %x : tensor<12xf64>
    dlc.yield %y : tensor<12xf64>
  }
  dlc.entry @rows inputs ["x"] states [] results ["y"] attributes {check.ranges = [[0.5, 3.0]], check.gradient} {
  ^bb0(%x: tensor<33x7xf32, #dlc.live<n, *>>):
    %y = dlc.log %x : tensor<33x7xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf32, #dlc.live<n, *>>
  }
  dlc.entry @wide inputs ["x"] states [] results ["y"] attributes {check.ranges = [[0.5, 3.0]], check.gradient} {
  ^bb0(%x: tensor<33x17xf64, #dlc.live<n, *>>):
    %y = dlc.log %x : tensor<33x17xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x17xf64, #dlc.live<n, *>>
  }
  dlc.entry @one inputs ["x"] states [] results ["y"] attributes {check.ranges = [[0.5, 3.0]], check.gradient} {
  ^bb0(%x: tensor<1xf64>):
    %y = dlc.log %x : tensor<1xf64>
    dlc.yield %y : tensor<1xf64>
  }
  dlc.entry @scalar inputs ["x"] states [] results ["y"] attributes {check.ranges = [[0.5, 3.0]], check.gradient} {
  ^bb0(%x: tensor<f64>):
    %y = dlc.log %x : tensor<f64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @thin inputs ["x"] states [] results ["y"] attributes {check.ranges = [[0.5, 3.0]], check.gradient} {
  ^bb0(%x: tensor<7x1x3xf32>):
    %y = dlc.log %x : tensor<7x1x3xf32>
    dlc.yield %y : tensor<7x1x3xf32>
  }
  // The gradient's own gradient.
  dlc.entry @second inputs ["x"] states [] results ["g"] attributes {check.ranges = [[0.5, 3.0]], check.gradient} {
  ^bb0(%x: tensor<17xf64>):
    %y = dlc.log %x : tensor<17xf64>
    %p = dlc.mul %y, %y : tensor<17xf64>
    %s = dlc.reduce_sum %p dims = [0] : tensor<17xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<17xf64>)
    dlc.yield %g : tensor<17xf64>
  }
}
