// RUN: dlc-check %s
// Expected numbers by Python (math, in f64, rounded to f32 where the op computes in f32).
dlc.program @copy dims {n = 33 : i64} {
  // Edges first.
  dlc.entry @singles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 0x7F800000, 0xFF800000, 0x7FC00000, 1.5, -2.5]> : tensor<6xf32>],
    check.expect = [dense<[0.0, 0x7F800000, 0xFF800000, 0x7FC00000, 1.5, -2.5]> : tensor<6xf32>]} {
  ^bb0(%x: tensor<6xf32>):
    %y = dlc.copy %x : tensor<6xf32>
    dlc.yield %y : tensor<6xf32>
  }
  dlc.entry @doubles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 1.5, -2.5]> : tensor<6xf64>],
    check.expect = [dense<[0.0, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 1.5, -2.5]> : tensor<6xf64>]} {
  ^bb0(%x: tensor<6xf64>):
    %y = dlc.copy %x : tensor<6xf64>
    dlc.yield %y : tensor<6xf64>
  }
  dlc.entry @i32 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0, 1, -7, 2147483647]> : tensor<4xi32>],
    check.expect = [dense<[0, 1, -7, 2147483647]> : tensor<4xi32>]} {
  ^bb0(%x: tensor<4xi32>):
    %y = dlc.copy %x : tensor<4xi32>
    dlc.yield %y : tensor<4xi32>
  }
  dlc.entry @i64 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0, 1, -7, 2147483647]> : tensor<4xi64>],
    check.expect = [dense<[0, 1, -7, 2147483647]> : tensor<4xi64>]} {
  ^bb0(%x: tensor<4xi64>):
    %y = dlc.copy %x : tensor<4xi64>
    dlc.yield %y : tensor<4xi64>
  }
  dlc.entry @rows inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x7xf32, #dlc.live<n, *>>):
    %y = dlc.copy %x : tensor<33x7xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf32, #dlc.live<n, *>>
  }
  dlc.entry @wide inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x17xf64, #dlc.live<n, *>>):
    %y = dlc.copy %x : tensor<33x17xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x17xf64, #dlc.live<n, *>>
  }
  dlc.entry @one inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<1xf64>):
    %y = dlc.copy %x : tensor<1xf64>
    dlc.yield %y : tensor<1xf64>
  }
  dlc.entry @scalar inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<f64>):
    %y = dlc.copy %x : tensor<f64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @thin inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<7x1x3xf32>):
    %y = dlc.copy %x : tensor<7x1x3xf32>
    dlc.yield %y : tensor<7x1x3xf32>
  }
  // The gradient's own gradient.
  dlc.entry @second inputs ["x"] states [] results ["g"] attributes {check.gradient} {
  ^bb0(%x: tensor<17xf64>):
    %y = dlc.copy %x : tensor<17xf64>
    %p = dlc.mul %y, %y : tensor<17xf64>
    %s = dlc.reduce_sum %p dims = [0] : tensor<17xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<17xf64>)
    dlc.yield %g : tensor<17xf64>
  }
}
