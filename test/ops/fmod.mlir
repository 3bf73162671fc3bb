// RUN: dlc-check %s
// Expected numbers by PyTorch, in f64, rounded to f32 where the op computes in f32.
dlc.program @fmod dims {n = 33 : i64} {
  dlc.entry @singles inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, 0x7F800000, 0x7F800000, 0x7F800000, 0x7F800000, 0x7F800000, 0x7F800000, 0x7F800000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000]> : tensor<35xf32>,
                    dense<[0.0, -0.0, 2.0, -3.0, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0, -0.0, 2.0, -3.0, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0, -0.0, 2.0, -3.0, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0, -0.0, 2.0, -3.0, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0, -0.0, 2.0, -3.0, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<35xf32>],
    check.expect = [dense<[0x7FC00000, 0x7FC00000, 0.0, 0.0, 0.0, 0.0, 0xFFC00000, 0x7FC00000, 0x7FC00000, 1.5, 1.5, 1.5, 1.5, 0xFFC00000, 0x7FC00000, 0x7FC00000, -0.5, -2.5, -2.5, -2.5, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0xFFC00000, 0xFFC00000, 0xFFC00000, 0xFFC00000, 0xFFC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000]> : tensor<35xf32>]} {
  ^bb0(%a: tensor<35xf32>, %b: tensor<35xf32>):
    %y = dlc.fmod %a, %b : tensor<35xf32>
    dlc.yield %y : tensor<35xf32>
  }
  dlc.entry @doubles inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, 0x7FF0000000000000, 0x7FF0000000000000, 0x7FF0000000000000, 0x7FF0000000000000, 0x7FF0000000000000, 0x7FF0000000000000, 0x7FF0000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000]> : tensor<35xf64>,
                    dense<[0.0, -0.0, 2.0, -3.0, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0, -0.0, 2.0, -3.0, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0, -0.0, 2.0, -3.0, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0, -0.0, 2.0, -3.0, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0, -0.0, 2.0, -3.0, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<35xf64>],
    check.expect = [dense<[0x7FF8000000000000, 0x7FF8000000000000, 0.0, 0.0, 0.0, 0.0, 0xFFF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 1.5, 1.5, 1.5, 1.5, 0xFFF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, -0.5, -2.5, -2.5, -2.5, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0xFFF8000000000000, 0xFFF8000000000000, 0xFFF8000000000000, 0xFFF8000000000000, 0xFFF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000]> : tensor<35xf64>]} {
  ^bb0(%a: tensor<35xf64>, %b: tensor<35xf64>):
    %y = dlc.fmod %a, %b : tensor<35xf64>
    dlc.yield %y : tensor<35xf64>
  }
  // Division by 0 leaves lhs, and the smallest integer by -1 does not trap.
  dlc.entry @i32 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[7, -7, 7, -7, 6, 0, -2147483648, 5, -5, -2147483648]> : tensor<10xi32>,
                    dense<[2, 2, -2, -2, 3, 5, -1, 0, 0, 7]> : tensor<10xi32>],
    check.expect = [dense<[1, -1, 1, -1, 0, 0, 0, 5, -5, -2]> : tensor<10xi32>]} {
  ^bb0(%a: tensor<10xi32>, %b: tensor<10xi32>):
    %y = dlc.fmod %a, %b : tensor<10xi32>
    dlc.yield %y : tensor<10xi32>
  }
  // Division by 0 leaves lhs, and the smallest integer by -1 does not trap.
  dlc.entry @i64 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[7, -7, 7, -7, 6, 0, -9223372036854775808, 5, -5, -9223372036854775808]> : tensor<10xi64>,
                    dense<[2, 2, -2, -2, 3, 5, -1, 0, 0, 7]> : tensor<10xi64>],
    check.expect = [dense<[1, -1, 1, -1, 0, 0, 0, 5, -5, -1]> : tensor<10xi64>]} {
  ^bb0(%a: tensor<10xi64>, %b: tensor<10xi64>):
    %y = dlc.fmod %a, %b : tensor<10xi64>
    dlc.yield %y : tensor<10xi64>
  }
  dlc.entry @rows inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[2.1, 2.9], [3.2, 3.9]], check.gradient} {
  ^bb0(%a: tensor<33x7xf32, #dlc.live<n, *>>, %b: tensor<33x7xf32, #dlc.live<n, *>>):
    %y = dlc.fmod %a, %b : tensor<33x7xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf32, #dlc.live<n, *>>
  }
  dlc.entry @wide inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[2.1, 2.9], [3.2, 3.9]], check.gradient} {
  ^bb0(%a: tensor<33x17xf64, #dlc.live<n, *>>, %b: tensor<33x17xf64, #dlc.live<n, *>>):
    %y = dlc.fmod %a, %b : tensor<33x17xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x17xf64, #dlc.live<n, *>>
  }
  dlc.entry @scalar inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[2.1, 2.9], [3.2, 3.9]], check.gradient} {
  ^bb0(%a: tensor<f64>, %b: tensor<f64>):
    %y = dlc.fmod %a, %b : tensor<f64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @thin inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[2.1, 2.9], [3.2, 3.9]], check.gradient} {
  ^bb0(%a: tensor<7x1x3xf32>, %b: tensor<7x1x3xf32>):
    %y = dlc.fmod %a, %b : tensor<7x1x3xf32>
    dlc.yield %y : tensor<7x1x3xf32>
  }
  // The gradient's own gradient.
  dlc.entry @second inputs ["a", "b"] states [] results ["ga", "gb"] attributes {check.ranges = [[2.1, 2.9], [3.2, 3.9]], check.gradient} {
  ^bb0(%a: tensor<17xf64>, %b: tensor<17xf64>):
    %y = dlc.fmod %a, %b : tensor<17xf64>
    %p = dlc.mul %y, %y : tensor<17xf64>
    %s = dlc.reduce_sum %p dims = [0] : tensor<17xf64>
    %g:2 = dlc.backward %s wrt(%a, %b) : tensor<f64> wrt(tensor<17xf64>, tensor<17xf64>)
    dlc.yield %g#0, %g#1 : tensor<17xf64>, tensor<17xf64>
  }
}
