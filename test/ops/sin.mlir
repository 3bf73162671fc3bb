// RUN: dlc-check %s
// Expected numbers by PyTorch, in f64, rounded to f32 where the op computes in f32.
dlc.program @sin dims {n = 33 : i64} {
  dlc.entry @singles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, -0.0, 1.0, -1.0, 0.5, -0.25, 0.001, 2.5, -3.5, 9.0, -20.0, 100.0, 10000000000.0, 1.0e-40, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<17xf32>],
    check.expect = [dense<[0.0, -0.0, 0.84147096, -0.84147096, 0.47942555, -0.24740396, 0.0009999999, 0.5984721, 0.35078323, 0.4121185, -0.9129453, -0.50636566, -0.48750603, 1.0e-40, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF]> : tensor<17xf32>]} {
  ^bb0(%x: tensor<17xf32>):
    %y = dlc.sin %x : tensor<17xf32>
    dlc.yield %y : tensor<17xf32>
  }
  dlc.entry @doubles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, -0.0, 1.0, -1.0, 0.5, -0.25, 0.001, 2.5, -3.5, 9.0, -20.0, 100.0, 10000000000.0, 1.0e-40, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<17xf64>],
    check.expect = [dense<[0.0, -0.0, 0.8414709848078965, -0.8414709848078965, 0.479425538604203, -0.24740395925452294, 0.0009999998333333417, 0.5984721441039564, 0.35078322768961984, 0.4121184852417566, -0.9129452507276277, -0.5063656411097588, -0.4875060250875107, 1.0e-40, 0xFFFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF]> : tensor<17xf64>]} {
  ^bb0(%x: tensor<17xf64>):
    %y = dlc.sin %x : tensor<17xf64>
    dlc.yield %y : tensor<17xf64>
  }
  dlc.entry @rows inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-4.0, 4.0]], check.gradient} {
  ^bb0(%x: tensor<33x7xf32, #dlc.live<n, *>>):
    %y = dlc.sin %x : tensor<33x7xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf32, #dlc.live<n, *>>
  }
  dlc.entry @wide inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-4.0, 4.0]], check.gradient} {
  ^bb0(%x: tensor<33x17xf64, #dlc.live<n, *>>):
    %y = dlc.sin %x : tensor<33x17xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x17xf64, #dlc.live<n, *>>
  }
  dlc.entry @one inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-4.0, 4.0]], check.gradient} {
  ^bb0(%x: tensor<1xf64>):
    %y = dlc.sin %x : tensor<1xf64>
    dlc.yield %y : tensor<1xf64>
  }
  dlc.entry @scalar inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-4.0, 4.0]], check.gradient} {
  ^bb0(%x: tensor<f64>):
    %y = dlc.sin %x : tensor<f64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @thin inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-4.0, 4.0]], check.gradient} {
  ^bb0(%x: tensor<7x1x3xf32>):
    %y = dlc.sin %x : tensor<7x1x3xf32>
    dlc.yield %y : tensor<7x1x3xf32>
  }
  // The gradient's own gradient.
  dlc.entry @second inputs ["x"] states [] results ["g"] attributes {check.ranges = [[-4.0, 4.0]], check.gradient} {
  ^bb0(%x: tensor<17xf64>):
    %y = dlc.sin %x : tensor<17xf64>
    %p = dlc.mul %y, %y : tensor<17xf64>
    %s = dlc.reduce_sum %p dims = [0] : tensor<17xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<17xf64>)
    dlc.yield %g : tensor<17xf64>
  }
  // Far from 0, where a reduction of the argument in f32 has no digit left.
  dlc.entry @far inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[100000.0, -1000000.0, 10000000000.0, 3.0e+38, 12345678.0, 8.0e+20]> : tensor<6xf32>],
    check.expect = [dense<[0.0357488, 0.3499935, -0.48750603, 0.8749049, -0.90354115, -0.5252566]> : tensor<6xf32>]} {
  ^bb0(%x: tensor<6xf32>):
    %y = dlc.sin %x : tensor<6xf32>
    dlc.yield %y : tensor<6xf32>
  }
}
