// RUN: dlc-check %s
// Expected numbers by Python (math, in f64, rounded to f32 where the op computes in f32).
dlc.program @pow dims {n = 33 : i64} {
  dlc.entry @singles inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 0x7FC00000, 0.0, 0.0, -8.0, 0x7F800000, 2.0, 2.0, -2.0, -2.0, 9.0, 0.5, 1.0e+01, 1.5]> : tensor<14xf32>,
                    dense<[0.0, 0.0, 2.0, -1.0, 0.33333334, 2.0, 0xFF800000, 1.0e+01, 3.0, 2.0, 0.5, -2.5, -3.0, 7.25]> : tensor<14xf32>],
    check.expect = [dense<[1.0, 1.0, 0.0, 0x7F800000, 0x7FC00000, 0x7F800000, 0.0, 1024.0, -8.0, 4.0, 3.0, 5.656854, 0.001, 18.908699]> : tensor<14xf32>],
    check.tolerance = 4.0e-6} {
  ^bb0(%a: tensor<14xf32>, %b: tensor<14xf32>):
    %y = dlc.pow %a, %b : tensor<14xf32>
    dlc.yield %y : tensor<14xf32>
  }
  dlc.entry @doubles inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 0x7FF8000000000000, 0.0, 0.0, -8.0, 0x7FF0000000000000, 2.0, 2.0, -2.0, -2.0, 9.0, 0.5, 10.0, 1.5]> : tensor<14xf64>,
                    dense<[0.0, 0.0, 2.0, -1.0, 0.3333333333333333, 2.0, 0xFFF0000000000000, 10.0, 3.0, 2.0, 0.5, -2.5, -3.0, 7.25]> : tensor<14xf64>],
    check.expect = [dense<[1.0, 1.0, 0.0, 0x7FF0000000000000, 0x7FF8000000000000, 0x7FF0000000000000, 0.0, 1024.0, -8.0, 4.0, 3.0, 5.656854249492381, 0.001, 18.908698112379714]> : tensor<14xf64>],
    check.tolerance = 4.0e-6} {
  ^bb0(%a: tensor<14xf64>, %b: tensor<14xf64>):
    %y = dlc.pow %a, %b : tensor<14xf64>
    dlc.yield %y : tensor<14xf64>
  }
  dlc.entry @rows inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[0.5, 2.0], [-2.0, 3.0]], check.gradient} {
  ^bb0(%a: tensor<33x7xf32, #dlc.live<n, *>>, %b: tensor<33x7xf32, #dlc.live<n, *>>):
    %y = dlc.pow %a, %b : tensor<33x7xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf32, #dlc.live<n, *>>
  }
  dlc.entry @wide inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[0.5, 2.0], [-2.0, 3.0]], check.gradient} {
  ^bb0(%a: tensor<33x17xf64, #dlc.live<n, *>>, %b: tensor<33x17xf64, #dlc.live<n, *>>):
    %y = dlc.pow %a, %b : tensor<33x17xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x17xf64, #dlc.live<n, *>>
  }
  dlc.entry @one inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[0.5, 2.0], [-2.0, 3.0]], check.gradient} {
  ^bb0(%a: tensor<1xf64>, %b: tensor<1xf64>):
    %y = dlc.pow %a, %b : tensor<1xf64>
    dlc.yield %y : tensor<1xf64>
  }
  dlc.entry @scalar inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[0.5, 2.0], [-2.0, 3.0]], check.gradient} {
  ^bb0(%a: tensor<f32>, %b: tensor<f32>):
    %y = dlc.pow %a, %b : tensor<f32>
    dlc.yield %y : tensor<f32>
  }
  dlc.entry @thin inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[0.5, 2.0], [-2.0, 3.0]], check.gradient} {
  ^bb0(%a: tensor<7x1x3xf64>, %b: tensor<7x1x3xf64>):
    %y = dlc.pow %a, %b : tensor<7x1x3xf64>
    dlc.yield %y : tensor<7x1x3xf64>
  }
  // Both operands the same value: the cotangents add up.
  dlc.entry @square inputs ["a"] states [] results ["y"] attributes {check.ranges = [[0.5, 2.0]], check.gradient} {
  ^bb0(%a: tensor<17xf64>):
    %y = dlc.pow %a, %a : tensor<17xf64>
    dlc.yield %y : tensor<17xf64>
  }
  // The gradient's own gradient.
  dlc.entry @second inputs ["a", "b"] states [] results ["ga", "gb"] attributes {check.ranges = [[0.5, 2.0], [-2.0, 3.0]], check.gradient} {
  ^bb0(%a: tensor<17xf64>, %b: tensor<17xf64>):
    %y = dlc.pow %a, %b : tensor<17xf64>
    %p = dlc.mul %y, %y : tensor<17xf64>
    %s = dlc.reduce_sum %p dims = [0] : tensor<17xf64>
    %g:2 = dlc.backward %s wrt(%a, %b) : tensor<f64> wrt(tensor<17xf64>, tensor<17xf64>)
    dlc.yield %g#0, %g#1 : tensor<17xf64>, tensor<17xf64>
  }
  // 0 to the 0, the power of 0: no NaN in the gradient.
  dlc.entry @zeros inputs ["a", "b"] states [] results ["ga", "gb"] attributes {
    check.inputs = [dense<[0.0, 0.0, 0.0, 2.0]> : tensor<4xf64>, dense<[0.0, 1.0, 3.0, 0.0]> : tensor<4xf64>],
    check.expect = [dense<[0.0, 1.0, 0.0, 0.0]> : tensor<4xf64>, dense<[0.0, 0.0, 0.0, 0.6931471805599453]> : tensor<4xf64>]} {
  ^bb0(%a: tensor<4xf64>, %b: tensor<4xf64>):
    %y = dlc.pow %a, %b : tensor<4xf64>
    %s = dlc.reduce_sum %y dims = [0] : tensor<4xf64>
    %g:2 = dlc.backward %s wrt(%a, %b) : tensor<f64> wrt(tensor<4xf64>, tensor<4xf64>)
    dlc.yield %g#0, %g#1 : tensor<4xf64>, tensor<4xf64>
  }
}
