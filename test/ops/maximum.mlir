// RUN: dlc-check %s
// Expected numbers by Python (math, in f64, rounded to f32 where the op computes in f32).
// At a tie each operand gets half of the gradient, as in PyTorch (see @tie).
dlc.program @maximum dims {n = 33 : i64} {
  dlc.entry @singles inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[0x7F800000, 0xFF800000, 0x7FC00000, 1.0, 1.5, -3.0, 1.0e+10, 0.1, 7.0, 2.0]> : tensor<10xf32>,
                    dense<[1.0, 1.0, 1.0, 0x7FC00000, 2.25, 0.5, 1.0, 0.2, -3.0, 2.0]> : tensor<10xf32>],
    check.expect = [dense<[0x7F800000, 1.0, 0x7FC00000, 0x7FC00000, 2.25, 0.5, 1.0e+10, 0.2, 7.0, 2.0]> : tensor<10xf32>]} {
  ^bb0(%a: tensor<10xf32>, %b: tensor<10xf32>):
    %y = dlc.maximum %a, %b : tensor<10xf32>
    dlc.yield %y : tensor<10xf32>
  }
  dlc.entry @doubles inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 1.0, 1.5, -3.0, 10000000000.0, 0.1, 7.0, 2.0]> : tensor<10xf64>,
                    dense<[1.0, 1.0, 1.0, 0x7FF8000000000000, 2.25, 0.5, 1.0, 0.2, -3.0, 2.0]> : tensor<10xf64>],
    check.expect = [dense<[0x7FF0000000000000, 1.0, 0x7FF8000000000000, 0x7FF8000000000000, 2.25, 0.5, 10000000000.0, 0.2, 7.0, 2.0]> : tensor<10xf64>]} {
  ^bb0(%a: tensor<10xf64>, %b: tensor<10xf64>):
    %y = dlc.maximum %a, %b : tensor<10xf64>
    dlc.yield %y : tensor<10xf64>
  }
  dlc.entry @i32 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[7, -7, 7, -7, 1, 0]> : tensor<6xi32>,
                    dense<[2, 2, -2, -2, 1, 5]> : tensor<6xi32>],
    check.expect = [dense<[7, 2, 7, -2, 1, 5]> : tensor<6xi32>]} {
  ^bb0(%a: tensor<6xi32>, %b: tensor<6xi32>):
    %y = dlc.maximum %a, %b : tensor<6xi32>
    dlc.yield %y : tensor<6xi32>
  }
  dlc.entry @i64 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[7, -7, 7, -7, 1, 0]> : tensor<6xi64>,
                    dense<[2, 2, -2, -2, 1, 5]> : tensor<6xi64>],
    check.expect = [dense<[7, 2, 7, -2, 1, 5]> : tensor<6xi64>]} {
  ^bb0(%a: tensor<6xi64>, %b: tensor<6xi64>):
    %y = dlc.maximum %a, %b : tensor<6xi64>
    dlc.yield %y : tensor<6xi64>
  }
  dlc.entry @rows inputs ["a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%a: tensor<33x7xf32, #dlc.live<n, *>>, %b: tensor<33x7xf32, #dlc.live<n, *>>):
    %y = dlc.maximum %a, %b : tensor<33x7xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf32, #dlc.live<n, *>>
  }
  dlc.entry @wide inputs ["a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%a: tensor<33x17xf64, #dlc.live<n, *>>, %b: tensor<33x17xf64, #dlc.live<n, *>>):
    %y = dlc.maximum %a, %b : tensor<33x17xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x17xf64, #dlc.live<n, *>>
  }
  dlc.entry @one inputs ["a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%a: tensor<1xf64>, %b: tensor<1xf64>):
    %y = dlc.maximum %a, %b : tensor<1xf64>
    dlc.yield %y : tensor<1xf64>
  }
  dlc.entry @scalar inputs ["a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%a: tensor<f32>, %b: tensor<f32>):
    %y = dlc.maximum %a, %b : tensor<f32>
    dlc.yield %y : tensor<f32>
  }
  dlc.entry @thin inputs ["a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%a: tensor<7x1x3xf64>, %b: tensor<7x1x3xf64>):
    %y = dlc.maximum %a, %b : tensor<7x1x3xf64>
    dlc.yield %y : tensor<7x1x3xf64>
  }
  // The gradient's own gradient.
  dlc.entry @second inputs ["a", "b"] states [] results ["ga", "gb"] attributes {check.gradient} {
  ^bb0(%a: tensor<17xf64>, %b: tensor<17xf64>):
    %y = dlc.maximum %a, %b : tensor<17xf64>
    %p = dlc.mul %y, %y : tensor<17xf64>
    %s = dlc.reduce_sum %p dims = [0] : tensor<17xf64>
    %g:2 = dlc.backward %s wrt(%a, %b) : tensor<f64> wrt(tensor<17xf64>, tensor<17xf64>)
    dlc.yield %g#0, %g#1 : tensor<17xf64>, tensor<17xf64>
  }
  dlc.entry @tie inputs ["a", "b"] states [] results ["ga", "gb"] attributes {
    check.inputs = [dense<[1.0, 2.0, 0.0, -1.0]> : tensor<4xf64>, dense<[1.0, 1.0, -0.0, 3.0]> : tensor<4xf64>],
    check.expect = [dense<[0.5, 1.0, 0.5, 0.0]> : tensor<4xf64>, dense<[0.5, 0.0, 0.5, 1.0]> : tensor<4xf64>]} {
  ^bb0(%a: tensor<4xf64>, %b: tensor<4xf64>):
    %y = dlc.maximum %a, %b : tensor<4xf64>
    %s = dlc.reduce_sum %y dims = [0] : tensor<4xf64>
    %g:2 = dlc.backward %s wrt(%a, %b) : tensor<f64> wrt(tensor<4xf64>, tensor<4xf64>)
    dlc.yield %g#0, %g#1 : tensor<4xf64>, tensor<4xf64>
  }
}
