// RUN: dlc-check %s
// Expected numbers by PyTorch, in f64, rounded to f32 where the op computes in f32.
dlc.program @log2 dims {n = 33 : i64} {
  dlc.entry @singles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, -0.0, 1.0, -1.0, 0.5, -0.25, 0.001, 2.5, -3.5, 9.0, -20.0, 100.0, 10000000000.0, 1.0e-40, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<17xf32>],
    check.expect = [dense<[0xFF800000, 0xFF800000, 0.0, 0x7FC00000, -1.0, 0x7FC00000, -9.965784, 1.3219281, 0x7FC00000, 3.169925, 0x7FC00000, 6.643856, 33.21928, -132.87714, 0x7F800000, 0x7FC00000, 0x7FC00000]> : tensor<17xf32>]} {
  ^bb0(%x: tensor<17xf32>):
    %y = dlc.log2 %x : tensor<17xf32>
    dlc.yield %y : tensor<17xf32>
  }
  dlc.entry @doubles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, -0.0, 1.0, -1.0, 0.5, -0.25, 0.001, 2.5, -3.5, 9.0, -20.0, 100.0, 10000000000.0, 1.0e-40, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<17xf64>],
    check.expect = [dense<[0xFFF0000000000000, 0xFFF0000000000000, 0.0, 0x7FF8000000000000, -1.0, 0x7FF8000000000000, -9.965784284662087, 1.3219280948873624, 0x7FF8000000000000, 3.169925001442312, 0x7FF8000000000000, 6.643856189774724, 33.219280948873624, -132.8771237954945, 0x7FF0000000000000, 0x7FF8000000000000, 0x7FF8000000000000]> : tensor<17xf64>]} {
  ^bb0(%x: tensor<17xf64>):
    %y = dlc.log2 %x : tensor<17xf64>
    dlc.yield %y : tensor<17xf64>
  }
  dlc.entry @rows inputs ["x"] states [] results ["y"] attributes {check.ranges = [[0.5, 4.0]], check.gradient} {
  ^bb0(%x: tensor<33x7xf32, #dlc.live<n, *>>):
    %y = dlc.log2 %x : tensor<33x7xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf32, #dlc.live<n, *>>
  }
  dlc.entry @wide inputs ["x"] states [] results ["y"] attributes {check.ranges = [[0.5, 4.0]], check.gradient} {
  ^bb0(%x: tensor<33x17xf64, #dlc.live<n, *>>):
    %y = dlc.log2 %x : tensor<33x17xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x17xf64, #dlc.live<n, *>>
  }
  dlc.entry @one inputs ["x"] states [] results ["y"] attributes {check.ranges = [[0.5, 4.0]], check.gradient} {
  ^bb0(%x: tensor<1xf64>):
    %y = dlc.log2 %x : tensor<1xf64>
    dlc.yield %y : tensor<1xf64>
  }
  dlc.entry @scalar inputs ["x"] states [] results ["y"] attributes {check.ranges = [[0.5, 4.0]], check.gradient} {
  ^bb0(%x: tensor<f64>):
    %y = dlc.log2 %x : tensor<f64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @thin inputs ["x"] states [] results ["y"] attributes {check.ranges = [[0.5, 4.0]], check.gradient} {
  ^bb0(%x: tensor<7x1x3xf32>):
    %y = dlc.log2 %x : tensor<7x1x3xf32>
    dlc.yield %y : tensor<7x1x3xf32>
  }
  // The gradient's own gradient.
  dlc.entry @second inputs ["x"] states [] results ["g"] attributes {check.ranges = [[0.5, 4.0]], check.gradient} {
  ^bb0(%x: tensor<17xf64>):
    %y = dlc.log2 %x : tensor<17xf64>
    %p = dlc.mul %y, %y : tensor<17xf64>
    %s = dlc.reduce_sum %p dims = [0] : tensor<17xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<17xf64>)
    dlc.yield %g : tensor<17xf64>
  }
}
