// RUN: dlc-check %s
// Expected numbers by Python (math, in f64, rounded to f32 where the op computes in f32).
// Integers are rounded towards zero.
dlc.program @div dims {n = 33 : i64} {
  dlc.entry @singles inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[0x7F800000, 0x7FC00000, 1.0, 0.0, 1.0, -1.0, 0.0, 1.5, -3.0, 1.0e+10, 0.1, 7.0]> : tensor<12xf32>,
                    dense<[1.0, 1.0, 0x7FC00000, -0.0, 0.0, 0.0, 0.0, 2.25, 0.5, 1.0, 0.2, -3.0]> : tensor<12xf32>],
    check.expect = [dense<[0x7F800000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7F800000, 0xFF800000, 0x7FC00000, 0.6666667, -6.0, 1.0e+10, 0.5, -2.3333333]> : tensor<12xf32>]} {
  ^bb0(%a: tensor<12xf32>, %b: tensor<12xf32>):
    %y = dlc.div %a, %b : tensor<12xf32>
    dlc.yield %y : tensor<12xf32>
  }
  dlc.entry @doubles inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[0x7FF0000000000000, 0x7FF8000000000000, 1.0, 0.0, 1.0, -1.0, 0.0, 1.5, -3.0, 10000000000.0, 0.1, 7.0]> : tensor<12xf64>,
                    dense<[1.0, 1.0, 0x7FF8000000000000, -0.0, 0.0, 0.0, 0.0, 2.25, 0.5, 1.0, 0.2, -3.0]> : tensor<12xf64>],
    check.expect = [dense<[0x7FF0000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.6666666666666666, -6.0, 10000000000.0, 0.5, -2.3333333333333335]> : tensor<12xf64>]} {
  ^bb0(%a: tensor<12xf64>, %b: tensor<12xf64>):
    %y = dlc.div %a, %b : tensor<12xf64>
    dlc.yield %y : tensor<12xf64>
  }
  // By 0 it is 0, and the smallest integer by -1 is itself; nothing traps.
  dlc.entry @undefined_i32 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[5, -5, 0, -2147483648, -2147483648, 7]> : tensor<6xi32>,
                    dense<[0, 0, 0, -1, 0, -1]> : tensor<6xi32>],
    check.expect = [dense<[0, 0, 0, -2147483648, 0, -7]> : tensor<6xi32>]} {
  ^bb0(%a: tensor<6xi32>, %b: tensor<6xi32>):
    %y = dlc.div %a, %b : tensor<6xi32>
    dlc.yield %y : tensor<6xi32>
  }
  dlc.entry @by_constant_0 inputs ["a"] states [] results ["y", "z"] attributes {
    check.inputs = [dense<[5, -5, -9223372036854775808]> : tensor<3xi64>],
    check.expect = [dense<0> : tensor<3xi64>, dense<[-5, 5, -9223372036854775808]> : tensor<3xi64>]} {
  ^bb0(%a: tensor<3xi64>):
    %0 = dlc.splat 0 : i64 -> tensor<3xi64>
    %1 = dlc.splat -1 : i64 -> tensor<3xi64>
    %y = dlc.div %a, %0 : tensor<3xi64>
    %z = dlc.div %a, %1 : tensor<3xi64>
    dlc.yield %y, %z : tensor<3xi64>, tensor<3xi64>
  }
  // Dead rows divide, too.
  dlc.entry @dead_rows inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[-9, 9], [0, 3]]} {
  ^bb0(%a: tensor<33x3xi32, #dlc.live<n, *>>, %b: tensor<33x3xi32, #dlc.live<n, *>>):
    %y = dlc.div %a, %b : tensor<33x3xi32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x3xi32, #dlc.live<n, *>>
  }
  dlc.entry @i32 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[7, -7, 7, -7, 1, 0]> : tensor<6xi32>,
                    dense<[2, 2, -2, -2, 1, 5]> : tensor<6xi32>],
    check.expect = [dense<[3, -3, -3, 3, 1, 0]> : tensor<6xi32>]} {
  ^bb0(%a: tensor<6xi32>, %b: tensor<6xi32>):
    %y = dlc.div %a, %b : tensor<6xi32>
    dlc.yield %y : tensor<6xi32>
  }
  dlc.entry @i64 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[7, -7, 7, -7, 1, 0]> : tensor<6xi64>,
                    dense<[2, 2, -2, -2, 1, 5]> : tensor<6xi64>],
    check.expect = [dense<[3, -3, -3, 3, 1, 0]> : tensor<6xi64>]} {
  ^bb0(%a: tensor<6xi64>, %b: tensor<6xi64>):
    %y = dlc.div %a, %b : tensor<6xi64>
    dlc.yield %y : tensor<6xi64>
  }
  dlc.entry @rows inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[-2.0, 2.0], [0.5, 2.0]], check.gradient} {
  ^bb0(%a: tensor<33x7xf32, #dlc.live<n, *>>, %b: tensor<33x7xf32, #dlc.live<n, *>>):
    %y = dlc.div %a, %b : tensor<33x7xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf32, #dlc.live<n, *>>
  }
  dlc.entry @wide inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[-2.0, 2.0], [0.5, 2.0]], check.gradient} {
  ^bb0(%a: tensor<33x17xf64, #dlc.live<n, *>>, %b: tensor<33x17xf64, #dlc.live<n, *>>):
    %y = dlc.div %a, %b : tensor<33x17xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x17xf64, #dlc.live<n, *>>
  }
  dlc.entry @one inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[-2.0, 2.0], [0.5, 2.0]], check.gradient} {
  ^bb0(%a: tensor<1xf64>, %b: tensor<1xf64>):
    %y = dlc.div %a, %b : tensor<1xf64>
    dlc.yield %y : tensor<1xf64>
  }
  dlc.entry @scalar inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[-2.0, 2.0], [0.5, 2.0]], check.gradient} {
  ^bb0(%a: tensor<f32>, %b: tensor<f32>):
    %y = dlc.div %a, %b : tensor<f32>
    dlc.yield %y : tensor<f32>
  }
  dlc.entry @thin inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[-2.0, 2.0], [0.5, 2.0]], check.gradient} {
  ^bb0(%a: tensor<7x1x3xf64>, %b: tensor<7x1x3xf64>):
    %y = dlc.div %a, %b : tensor<7x1x3xf64>
    dlc.yield %y : tensor<7x1x3xf64>
  }
  // Both operands the same value: the cotangents add up.
  dlc.entry @square inputs ["a"] states [] results ["y"] attributes {check.ranges = [[-2.0, 2.0]], check.gradient} {
  ^bb0(%a: tensor<17xf64>):
    %y = dlc.div %a, %a : tensor<17xf64>
    dlc.yield %y : tensor<17xf64>
  }
  // The gradient's own gradient.
  dlc.entry @second inputs ["a", "b"] states [] results ["ga", "gb"] attributes {check.ranges = [[-2.0, 2.0], [0.5, 2.0]], check.gradient} {
  ^bb0(%a: tensor<17xf64>, %b: tensor<17xf64>):
    %y = dlc.div %a, %b : tensor<17xf64>
    %p = dlc.mul %y, %y : tensor<17xf64>
    %s = dlc.reduce_sum %p dims = [0] : tensor<17xf64>
    %g:2 = dlc.backward %s wrt(%a, %b) : tensor<f64> wrt(tensor<17xf64>, tensor<17xf64>)
    dlc.yield %g#0, %g#1 : tensor<17xf64>, tensor<17xf64>
  }
  // Dead rows may hold a zero: nothing divides by them.
  dlc.entry @integer_rows inputs ["a", "b"] states [] results ["y"] attributes {check.ranges = [[-9, 9], [1, 4]]} {
  ^bb0(%a: tensor<33x3xi64, #dlc.live<n, *>>, %b: tensor<33x3xi64, #dlc.live<n, *>>):
    %y = dlc.div %a, %b : tensor<33x3xi64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x3xi64, #dlc.live<n, *>>
  }
}
