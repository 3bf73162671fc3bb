// RUN: dlc-check %s
// Expected numbers by Python (math, in f64, rounded to f32 where the op computes in f32).
dlc.program @exp dims {n = 33 : i64} {
  // Edges first.
  dlc.entry @singles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 0x7F800000, 0xFF800000, 0x7FC00000, 1.0, -1.0, 88.0, -87.0, 0.5, -0.25, 0.001, 2.0e+01, -2.0e+01]> : tensor<13xf32>],
    check.expect = [dense<[1.0, 0x7F800000, 0.0, 0x7FC00000, 2.7182817, 0.36787945, 1.6516363e+38, 1.6458115e-38, 1.6487212, 0.7788008, 1.0010005, 4.851652e+08, 2.0611537e-09]> : tensor<13xf32>]} {
  ^bb0(%x: tensor<13xf32>):
    %y = dlc.exp %x : tensor<13xf32>
    dlc.yield %y : tensor<13xf32>
  }
  dlc.entry @doubles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 1.0, -1.0, 88.0, -87.0, 0.5, -0.25, 0.001, 20.0, -20.0]> : tensor<13xf64>],
    check.expect = [dense<[1.0, 0x7FF0000000000000, 0.0, 0x7FF8000000000000, 2.718281828459045, 0.36787944117144233, 1.6516362549940018e+38, 1.6458114310822737e-38, 1.6487212707001282, 0.7788007830714049, 1.0010005001667084, 485165195.4097903, 2.061153622438558e-09]> : tensor<13xf64>]} {
  ^bb0(%x: tensor<13xf64>):
    %y = dlc.exp %x : tensor<13xf64>
    dlc.yield %y : tensor<13xf64>
  }
  dlc.entry @rows inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x7xf32, #dlc.live<n, *>>):
    %y = dlc.exp %x : tensor<33x7xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf32, #dlc.live<n, *>>
  }
  dlc.entry @wide inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x17xf64, #dlc.live<n, *>>):
    %y = dlc.exp %x : tensor<33x17xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x17xf64, #dlc.live<n, *>>
  }
  dlc.entry @one inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<1xf64>):
    %y = dlc.exp %x : tensor<1xf64>
    dlc.yield %y : tensor<1xf64>
  }
  dlc.entry @scalar inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<f64>):
    %y = dlc.exp %x : tensor<f64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @thin inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<7x1x3xf32>):
    %y = dlc.exp %x : tensor<7x1x3xf32>
    dlc.yield %y : tensor<7x1x3xf32>
  }
  // The gradient's own gradient.
  dlc.entry @second inputs ["x"] states [] results ["g"] attributes {check.gradient} {
  ^bb0(%x: tensor<17xf64>):
    %y = dlc.exp %x : tensor<17xf64>
    %p = dlc.mul %y, %y : tensor<17xf64>
    %s = dlc.reduce_sum %p dims = [0] : tensor<17xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<17xf64>)
    dlc.yield %g : tensor<17xf64>
  }
}
