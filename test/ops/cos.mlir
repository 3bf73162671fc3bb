// RUN: dlc-check %s
// Expected numbers by PyTorch, in f64, rounded to f32 where the op computes in f32.
dlc.program @cos dims {n = 33 : i64} {
  dlc.entry @singles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, -0.0, 1.0, -1.0, 0.5, -0.25, 0.001, 2.5, -3.5, 9.0, -20.0, 100.0, 10000000000.0, 1.0e-40, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<17xf32>],
    check.expect = [dense<[1.0, 1.0, 0.5403023, 0.5403023, 0.87758255, 0.9689124, 0.9999995, -0.8011436, -0.9364567, -0.91113025, 0.40808207, 0.8623189, 0.87311965, 1.0, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF]> : tensor<17xf32>]} {
  ^bb0(%x: tensor<17xf32>):
    %y = dlc.cos %x : tensor<17xf32>
    dlc.yield %y : tensor<17xf32>
  }
  dlc.entry @doubles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, -0.0, 1.0, -1.0, 0.5, -0.25, 0.001, 2.5, -3.5, 9.0, -20.0, 100.0, 10000000000.0, 1.0e-40, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<17xf64>],
    check.expect = [dense<[1.0, 1.0, 0.5403023058681398, 0.5403023058681398, 0.8775825618903728, 0.9689124217106447, 0.9999995000000417, -0.8011436155469337, -0.9364566872907963, -0.9111302618846769, 0.40808206181339196, 0.8623188722876839, 0.8731196226768559, 1.0, 0xFFFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF]> : tensor<17xf64>]} {
  ^bb0(%x: tensor<17xf64>):
    %y = dlc.cos %x : tensor<17xf64>
    dlc.yield %y : tensor<17xf64>
  }
  dlc.entry @rows inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-4.0, 4.0]], check.gradient} {
  ^bb0(%x: tensor<33x7xf32, #dlc.live<n, *>>):
    %y = dlc.cos %x : tensor<33x7xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf32, #dlc.live<n, *>>
  }
  dlc.entry @wide inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-4.0, 4.0]], check.gradient} {
  ^bb0(%x: tensor<33x17xf64, #dlc.live<n, *>>):
    %y = dlc.cos %x : tensor<33x17xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x17xf64, #dlc.live<n, *>>
  }
  dlc.entry @one inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-4.0, 4.0]], check.gradient} {
  ^bb0(%x: tensor<1xf64>):
    %y = dlc.cos %x : tensor<1xf64>
    dlc.yield %y : tensor<1xf64>
  }
  dlc.entry @scalar inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-4.0, 4.0]], check.gradient} {
  ^bb0(%x: tensor<f64>):
    %y = dlc.cos %x : tensor<f64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @thin inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-4.0, 4.0]], check.gradient} {
  ^bb0(%x: tensor<7x1x3xf32>):
    %y = dlc.cos %x : tensor<7x1x3xf32>
    dlc.yield %y : tensor<7x1x3xf32>
  }
  // The gradient's own gradient.
  dlc.entry @second inputs ["x"] states [] results ["g"] attributes {check.ranges = [[-4.0, 4.0]], check.gradient} {
  ^bb0(%x: tensor<17xf64>):
    %y = dlc.cos %x : tensor<17xf64>
    %p = dlc.mul %y, %y : tensor<17xf64>
    %s = dlc.reduce_sum %p dims = [0] : tensor<17xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<17xf64>)
    dlc.yield %g : tensor<17xf64>
  }
  // Far from 0, where a reduction of the argument in f32 has no digit left.
  dlc.entry @far inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[100000.0, -1000000.0, 10000000000.0, 3.0e+38, 12345678.0, 8.0e+20]> : tensor<6xf32>],
    check.expect = [dense<[-0.9993608, 0.93675214, 0.87311965, -0.48429477, -0.42850134, 0.8509439]> : tensor<6xf32>]} {
  ^bb0(%x: tensor<6xf32>):
    %y = dlc.cos %x : tensor<6xf32>
    dlc.yield %y : tensor<6xf32>
  }
}
