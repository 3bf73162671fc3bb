// RUN: dlc-check %s
// Expected numbers by PyTorch, in f64, rounded to f32 where the op computes in f32.
dlc.program @atan2 dims {n = 33 : i64} {
  dlc.entry @singles inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, 0x7F800000, 0x7F800000, 0x7F800000, 0x7F800000, 0x7F800000, 0x7F800000, 0x7F800000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000]> : tensor<35xf32>,
                    dense<[0.0, -0.0, 2.0, -3.0, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0, -0.0, 2.0, -3.0, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0, -0.0, 2.0, -3.0, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0, -0.0, 2.0, -3.0, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0, -0.0, 2.0, -3.0, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<35xf32>],
    check.expect = [dense<[0.0, 3.1415927, 0.0, 3.1415927, 0.0, 3.1415927, 0xFFFFFFFF, 1.5707964, 1.5707964, 0.6435011, 2.6779451, 0.0, 3.1415927, 0xFFFFFFFF, -1.5707964, -1.5707964, -0.8960554, -2.4468544, -0.0, -3.1415927, 0xFFFFFFFF, 1.5707964, 1.5707964, 1.5707964, 1.5707964, 0.7853982, 2.3561945, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0x7FC00000, 0x7FC00000, 0x7FC00000]> : tensor<35xf32>]} {
  ^bb0(%a: tensor<35xf32>, %b: tensor<35xf32>):
    %y = dlc.atan2 %a, %b : tensor<35xf32>
    dlc.yield %y : tensor<35xf32>
  }
  dlc.entry @doubles inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, 0x7FF0000000000000, 0x7FF0000000000000, 0x7FF0000000000000, 0x7FF0000000000000, 0x7FF0000000000000, 0x7FF0000000000000, 0x7FF0000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000]> : tensor<35xf64>,
                    dense<[0.0, -0.0, 2.0, -3.0, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0, -0.0, 2.0, -3.0, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0, -0.0, 2.0, -3.0, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0, -0.0, 2.0, -3.0, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0, -0.0, 2.0, -3.0, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<35xf64>],
    check.expect = [dense<[0.0, 3.141592653589793, 0.0, 3.141592653589793, 0.0, 3.141592653589793, 0xFFFFFFFFFFFFFFFF, 1.5707963267948966, 1.5707963267948966, 0.6435011087932844, 2.677945044588987, 0.0, 3.141592653589793, 0xFFFFFFFFFFFFFFFF, -1.5707963267948966, -1.5707963267948966, -0.8960553845713439, -2.44685437739309, -0.0, -3.141592653589793, 0xFFFFFFFFFFFFFFFF, 1.5707963267948966, 1.5707963267948966, 1.5707963267948966, 1.5707963267948966, 0.7853981633974483, 2.356194490192345, 0xFFFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000]> : tensor<35xf64>]} {
  ^bb0(%a: tensor<35xf64>, %b: tensor<35xf64>):
    %y = dlc.atan2 %a, %b : tensor<35xf64>
    dlc.yield %y : tensor<35xf64>
  }
  dlc.entry @rows inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[0.5, 2.0], [-2.0, 2.0]], check.gradient} {
  ^bb0(%a: tensor<33x7xf32, #dlc.live<n, *>>, %b: tensor<33x7xf32, #dlc.live<n, *>>):
    %y = dlc.atan2 %a, %b : tensor<33x7xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf32, #dlc.live<n, *>>
  }
  dlc.entry @wide inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[0.5, 2.0], [-2.0, 2.0]], check.gradient} {
  ^bb0(%a: tensor<33x17xf64, #dlc.live<n, *>>, %b: tensor<33x17xf64, #dlc.live<n, *>>):
    %y = dlc.atan2 %a, %b : tensor<33x17xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x17xf64, #dlc.live<n, *>>
  }
  dlc.entry @scalar inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[0.5, 2.0], [-2.0, 2.0]], check.gradient} {
  ^bb0(%a: tensor<f64>, %b: tensor<f64>):
    %y = dlc.atan2 %a, %b : tensor<f64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @thin inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[0.5, 2.0], [-2.0, 2.0]], check.gradient} {
  ^bb0(%a: tensor<7x1x3xf32>, %b: tensor<7x1x3xf32>):
    %y = dlc.atan2 %a, %b : tensor<7x1x3xf32>
    dlc.yield %y : tensor<7x1x3xf32>
  }
  // The gradient's own gradient.
  dlc.entry @second inputs ["a", "b"] states [] results ["ga", "gb"] attributes {check.ranges = [[0.5, 2.0], [-2.0, 2.0]], check.gradient} {
  ^bb0(%a: tensor<17xf64>, %b: tensor<17xf64>):
    %y = dlc.atan2 %a, %b : tensor<17xf64>
    %p = dlc.mul %y, %y : tensor<17xf64>
    %s = dlc.reduce_sum %p dims = [0] : tensor<17xf64>
    %g:2 = dlc.backward %s wrt(%a, %b) : tensor<f64> wrt(tensor<17xf64>, tensor<17xf64>)
    dlc.yield %g#0, %g#1 : tensor<17xf64>, tensor<17xf64>
  }
  // No gradient at the origin, and no NaN.
  dlc.entry @origin inputs ["a", "b"] states [] results ["ga", "gb"] attributes {
    check.inputs = [dense<0.0> : tensor<1xf64>, dense<0.0> : tensor<1xf64>],
    check.expect = [dense<0.0> : tensor<1xf64>, dense<0.0> : tensor<1xf64>]} {
  ^bb0(%a: tensor<1xf64>, %b: tensor<1xf64>):
    %y = dlc.atan2 %a, %b : tensor<1xf64>
    %s = dlc.reduce_sum %y dims = [0] : tensor<1xf64>
    %g:2 = dlc.backward %s wrt(%a, %b) : tensor<f64> wrt(tensor<1xf64>, tensor<1xf64>)
    dlc.yield %g#0, %g#1 : tensor<1xf64>, tensor<1xf64>
  }
}
