// RUN: dlc-check %s
// Numbers by Python's math.exp, rounded to f32 where the op computes in f32.
dlc.program @exp dims {n = 33 : i64} {
  dlc.entry @edges inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 1.0, -1.0, 0x7F800000, 0xFF800000, 0x7FC00000, 88.0, -87.0]> : tensor<8xf32>],
    check.expect = [dense<[1.0, 2.7182817, 0.36787945, 0x7F800000, 0.0, 0x7FC00000, 1.6516363e38, 1.6458115e-38]> : tensor<8xf32>]} {
  ^bb0(%x: tensor<8xf32>):
    %y = dlc.exp %x : tensor<8xf32>
    dlc.yield %y : tensor<8xf32>
  }
  dlc.entry @doubles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.5, -0.5, 10.0, 700.0, -700.0, 1.0e-3, 0xFFF0000000000000]> : tensor<7xf64>],
    check.expect = [dense<[1.6487212707001282, 0.6065306597126334, 22026.465794806718, 1.0142320547350045e+304,
                           9.85967654375977e-305, 1.0010005001667084, 0.0]> : tensor<7xf64>]} {
  ^bb0(%x: tensor<7xf64>):
    %y = dlc.exp %x : tensor<7xf64>
    dlc.yield %y : tensor<7xf64>
  }
  dlc.entry @rows inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x7xf32, #dlc.live<n, *>>):
    %y = dlc.exp %x : tensor<33x7xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf32, #dlc.live<n, *>>
  }
  dlc.entry @scalar inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<f64>):
    %y = dlc.exp %x : tensor<f64>
    dlc.yield %y : tensor<f64>
  }
  // The gradient is exp again: its gradient, too.
  dlc.entry @second inputs ["x"] states [] results ["g"] attributes {check.gradient} {
  ^bb0(%x: tensor<17xf64>):
    %y = dlc.exp %x : tensor<17xf64>
    %s = dlc.reduce_sum %y dims = [0] : tensor<17xf64>
    %q = dlc.mul %s, %s : tensor<f64>
    %g = dlc.backward %q wrt(%x) : tensor<f64> wrt(tensor<17xf64>)
    dlc.yield %g : tensor<17xf64>
  }
}
