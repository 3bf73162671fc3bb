// RUN: dlc-check %s
// Expected numbers by PyTorch, in f64, rounded to f32 where the op computes in f32.
dlc.program @tan dims {n = 33 : i64} {
  dlc.entry @singles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, -0.0, 1.0, -1.0, 0.5, -0.25, 0.001, 2.5, -3.5, 9.0, -20.0, 100.0, 10000000000.0, 1.0e-40, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<17xf32>],
    check.expect = [dense<[0.0, -0.0, 1.5574077, -1.5574077, 0.5463025, -0.25534192, 0.0010000004, -0.7470223, -0.37458563, -0.45231566, -2.237161, -0.58721393, -0.5583496, 1.0e-40, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF]> : tensor<17xf32>]} {
  ^bb0(%x: tensor<17xf32>):
    %y = dlc.tan %x : tensor<17xf32>
    dlc.yield %y : tensor<17xf32>
  }
  dlc.entry @doubles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, -0.0, 1.0, -1.0, 0.5, -0.25, 0.001, 2.5, -3.5, 9.0, -20.0, 100.0, 10000000000.0, 1.0e-40, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<17xf64>],
    check.expect = [dense<[0.0, -0.0, 1.5574077246549023, -1.5574077246549023, 0.5463024898437905, -0.25534192122103627, 0.0010000003333334668, -0.7470222972386603, -0.3745856401585947, -0.45231565944180985, -2.237160944224742, -0.5872139151569291, -0.5583496378112418, 1.0e-40, 0xFFFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF]> : tensor<17xf64>]} {
  ^bb0(%x: tensor<17xf64>):
    %y = dlc.tan %x : tensor<17xf64>
    dlc.yield %y : tensor<17xf64>
  }
  dlc.entry @rows inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-1.0, 1.0]], check.gradient} {
  ^bb0(%x: tensor<33x7xf32, #dlc.live<n, *>>):
    %y = dlc.tan %x : tensor<33x7xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf32, #dlc.live<n, *>>
  }
  dlc.entry @wide inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-1.0, 1.0]], check.gradient} {
  ^bb0(%x: tensor<33x17xf64, #dlc.live<n, *>>):
    %y = dlc.tan %x : tensor<33x17xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x17xf64, #dlc.live<n, *>>
  }
  dlc.entry @one inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-1.0, 1.0]], check.gradient} {
  ^bb0(%x: tensor<1xf64>):
    %y = dlc.tan %x : tensor<1xf64>
    dlc.yield %y : tensor<1xf64>
  }
  dlc.entry @scalar inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-1.0, 1.0]], check.gradient} {
  ^bb0(%x: tensor<f64>):
    %y = dlc.tan %x : tensor<f64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @thin inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-1.0, 1.0]], check.gradient} {
  ^bb0(%x: tensor<7x1x3xf32>):
    %y = dlc.tan %x : tensor<7x1x3xf32>
    dlc.yield %y : tensor<7x1x3xf32>
  }
  // The gradient's own gradient.
  dlc.entry @second inputs ["x"] states [] results ["g"] attributes {check.ranges = [[-1.0, 1.0]], check.gradient} {
  ^bb0(%x: tensor<17xf64>):
    %y = dlc.tan %x : tensor<17xf64>
    %p = dlc.mul %y, %y : tensor<17xf64>
    %s = dlc.reduce_sum %p dims = [0] : tensor<17xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<17xf64>)
    dlc.yield %g : tensor<17xf64>
  }
  // Far from 0, where a reduction of the argument in f32 has no digit left.
  dlc.entry @far inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[100000.0, -1000000.0, 10000000000.0, 3.0e+38, 12345678.0, 8.0e+20]> : tensor<6xf32>],
    check.expect = [dense<[-0.035771664, 0.37362444, -0.5583496, -1.8065544, 2.1086075, -0.61726344]> : tensor<6xf32>]} {
  ^bb0(%x: tensor<6xf32>):
    %y = dlc.tan %x : tensor<6xf32>
    dlc.yield %y : tensor<6xf32>
  }
}
