// RUN: dlc-check %s
// Small integers, so exact; expected numbers by a Python loop nest.
dlc.program @contract dims {n = 33 : i64} {
  dlc.entry @nn inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[[-4.0, -3.0, -3.0, 1.0], [-2.0, 0.0, 0.0, -1.0]]> : tensor<2x4xf32>,
                    dense<[[-4.0, -2.0, 2.0], [2.0, 4.0, 1.0], [4.0, 3.0, 4.0], [0.0, -4.0, -4.0]]> : tensor<4x3xf32>],
    check.expect = [dense<[[-2.0, -17.0, -27.0], [8.0, 8.0, 0.0]]> : tensor<2x3xf32>]} {
  ^bb0(%a: tensor<2x4xf32>, %b: tensor<4x3xf32>):
    %y = dlc.contract %a [0, 2], %b [2, 1] -> [0, 1] : tensor<2x4xf32>, tensor<4x3xf32>
    dlc.yield %y : tensor<2x3xf32>
  }
  dlc.entry @nt inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[[1.0, 3.0, 1.0, 2.0], [2.0, 4.0, -2.0, 4.0]]> : tensor<2x4xf32>,
                    dense<[[-2.0, -1.0, -1.0, -4.0], [-2.0, 1.0, -2.0, -2.0], [4.0, 4.0, 1.0, 4.0]]> : tensor<3x4xf32>],
    check.expect = [dense<[[-14.0, -5.0, 25.0], [-22.0, -4.0, 38.0]]> : tensor<2x3xf32>]} {
  ^bb0(%a: tensor<2x4xf32>, %b: tensor<3x4xf32>):
    %y = dlc.contract %a [0, 2], %b [1, 2] -> [0, 1] : tensor<2x4xf32>, tensor<3x4xf32>
    dlc.yield %y : tensor<2x3xf32>
  }
  dlc.entry @tn inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[[4.0, -2.0], [3.0, 2.0], [4.0, 1.0], [1.0, 1.0]]> : tensor<4x2xf32>,
                    dense<[[3.0, -2.0, 2.0], [3.0, 4.0, -1.0], [3.0, 0.0, 3.0], [4.0, 4.0, 1.0]]> : tensor<4x3xf32>],
    check.expect = [dense<[[37.0, 8.0, 18.0], [7.0, 16.0, -2.0]]> : tensor<2x3xf32>]} {
  ^bb0(%a: tensor<4x2xf32>, %b: tensor<4x3xf32>):
    %y = dlc.contract %a [2, 0], %b [2, 1] -> [0, 1] : tensor<4x2xf32>, tensor<4x3xf32>
    dlc.yield %y : tensor<2x3xf32>
  }
  dlc.entry @tt inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[[3.0, 3.0], [1.0, 4.0], [3.0, 3.0], [-1.0, 1.0]]> : tensor<4x2xf32>,
                    dense<[[-2.0, 0.0, 3.0, 0.0], [0.0, 4.0, 4.0, 4.0], [4.0, 2.0, 0.0, -1.0]]> : tensor<3x4xf32>],
    check.expect = [dense<[[3.0, 12.0, 15.0], [3.0, 32.0, 19.0]]> : tensor<2x3xf32>]} {
  ^bb0(%a: tensor<4x2xf32>, %b: tensor<3x4xf32>):
    %y = dlc.contract %a [2, 0], %b [1, 2] -> [0, 1] : tensor<4x2xf32>, tensor<3x4xf32>
    dlc.yield %y : tensor<2x3xf32>
  }
  dlc.entry @turned inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[[3.0, 4.0, 1.0, -3.0], [1.0, -4.0, -1.0, -3.0]]> : tensor<2x4xf32>,
                    dense<[[-4.0, -4.0, 0.0], [-1.0, -3.0, 4.0], [-2.0, 0.0, -1.0], [-1.0, -4.0, 2.0]]> : tensor<4x3xf32>],
    check.expect = [dense<[[-15.0, 5.0], [-12.0, 2.0e+01], [9.0, -21.0]]> : tensor<3x2xf32>]} {
  ^bb0(%a: tensor<2x4xf32>, %b: tensor<4x3xf32>):
    %y = dlc.contract %a [0, 2], %b [2, 1] -> [1, 0] : tensor<2x4xf32>, tensor<4x3xf32>
    dlc.yield %y : tensor<3x2xf32>
  }
  dlc.entry @batched inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[[[-4.0, -4.0, 1.0, 1.0], [-2.0, -1.0, -4.0, -3.0]], [[-3.0, -3.0, -4.0, -4.0], [-4.0, 1.0, 0.0, -2.0]]]> : tensor<2x2x4xf32>,
                    dense<[[[-2.0, -2.0, 4.0], [-4.0, 2.0, -4.0], [-1.0, -2.0, -4.0], [-4.0, 1.0, -3.0]], [[0.0, 1.0, 3.0], [-4.0, 0.0, 3.0], [4.0, -4.0, 0.0], [2.0, -2.0, 3.0]]]> : tensor<2x4x3xf32>],
    check.expect = [dense<[[[19.0, -1.0, -7.0], [24.0, 7.0, 21.0]], [[-12.0, 21.0, -3.0e+01], [-8.0, 0.0, -15.0]]]> : tensor<2x2x3xf32>]} {
  ^bb0(%a: tensor<2x2x4xf32>, %b: tensor<2x4x3xf32>):
    %y = dlc.contract %a [3, 0, 2], %b [3, 2, 1] -> [3, 0, 1] : tensor<2x2x4xf32>, tensor<2x4x3xf32>
    dlc.yield %y : tensor<2x2x3xf32>
  }
  dlc.entry @batch_last inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[[[-1.0, -3.0], [1.0, -3.0], [-4.0, 3.0], [-2.0, 4.0]], [[2.0, 3.0], [4.0, 1.0], [-2.0, 1.0], [0.0, 0.0]]]> : tensor<2x4x2xf32>,
                    dense<[[[2.0, -4.0], [4.0, -2.0], [-4.0, 0.0]], [[-4.0, -2.0], [-2.0, -2.0], [-3.0, 3.0]], [[-1.0, 4.0], [-4.0, -1.0], [-1.0, 3.0]], [[-3.0, 0.0], [-3.0, -1.0], [1.0, 0.0]]]> : tensor<4x3x2xf32>],
    check.expect = [dense<[[[4.0, 3.0e+01], [16.0, 5.0], [3.0, 0.0]], [[-1.0e+01, -1.0e+01], [8.0, -9.0], [-18.0, 6.0]]]> : tensor<2x3x2xf32>]} {
  ^bb0(%a: tensor<2x4x2xf32>, %b: tensor<4x3x2xf32>):
    %y = dlc.contract %a [0, 2, 3], %b [2, 1, 3] -> [0, 1, 3] : tensor<2x4x2xf32>, tensor<4x3x2xf32>
    dlc.yield %y : tensor<2x3x2xf32>
  }
  dlc.entry @outer inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[2.0, 0.0]> : tensor<2xf32>,
                    dense<[4.0, -4.0, -2.0]> : tensor<3xf32>],
    check.expect = [dense<[[8.0, -8.0, -4.0], [0.0, 0.0, 0.0]]> : tensor<2x3xf32>]} {
  ^bb0(%a: tensor<2xf32>, %b: tensor<3xf32>):
    %y = dlc.contract %a [0], %b [1] -> [0, 1] : tensor<2xf32>, tensor<3xf32>
    dlc.yield %y : tensor<2x3xf32>
  }
  dlc.entry @dot inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[-4.0, 2.0, 2.0, -2.0]> : tensor<4xf32>,
                    dense<[-3.0, 4.0, -3.0, -1.0]> : tensor<4xf32>],
    check.expect = [dense<16.0> : tensor<f32>]} {
  ^bb0(%a: tensor<4xf32>, %b: tensor<4xf32>):
    %y = dlc.contract %a [2], %b [2] -> [] : tensor<4xf32>, tensor<4xf32>
    dlc.yield %y : tensor<f32>
  }
  dlc.entry @matrix_vector inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[[-3.0, -3.0, -4.0, -2.0], [-1.0, -3.0, -1.0, -4.0]]> : tensor<2x4xf32>,
                    dense<[4.0, 3.0, 3.0, 0.0]> : tensor<4xf32>],
    check.expect = [dense<[-33.0, -16.0]> : tensor<2xf32>]} {
  ^bb0(%a: tensor<2x4xf32>, %b: tensor<4xf32>):
    %y = dlc.contract %a [0, 2], %b [2] -> [0] : tensor<2x4xf32>, tensor<4xf32>
    dlc.yield %y : tensor<2xf32>
  }
  dlc.entry @vector_matrix inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[4.0, 2.0, -1.0, -1.0]> : tensor<4xf32>,
                    dense<[[2.0, 2.0, 4.0], [-4.0, -4.0, 2.0], [4.0, -2.0, -3.0], [3.0, 1.0, -4.0]]> : tensor<4x3xf32>],
    check.expect = [dense<[-7.0, 1.0, 27.0]> : tensor<3xf32>]} {
  ^bb0(%a: tensor<4xf32>, %b: tensor<4x3xf32>):
    %y = dlc.contract %a [2], %b [2, 1] -> [1] : tensor<4xf32>, tensor<4x3xf32>
    dlc.yield %y : tensor<3xf32>
  }
  dlc.entry @elementwise inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[[4.0, -3.0, 1.0], [0.0, 1.0, 0.0]]> : tensor<2x3xf32>,
                    dense<[[-4.0, 2.0, -3.0], [-3.0, 0.0, -1.0]]> : tensor<2x3xf32>],
    check.expect = [dense<[[-16.0, -6.0, -3.0], [0.0, 0.0, 0.0]]> : tensor<2x3xf32>]} {
  ^bb0(%a: tensor<2x3xf32>, %b: tensor<2x3xf32>):
    %y = dlc.contract %a [0, 1], %b [0, 1] -> [0, 1] : tensor<2x3xf32>, tensor<2x3xf32>
    dlc.yield %y : tensor<2x3xf32>
  }
  dlc.entry @rowwise inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[[-4.0, 3.0, -4.0, 2.0], [3.0, 3.0, -1.0, -3.0]]> : tensor<2x4xf32>,
                    dense<[[-4.0, 0.0, -4.0, 1.0], [0.0, -3.0, -1.0, 3.0]]> : tensor<2x4xf32>],
    check.expect = [dense<[34.0, -17.0]> : tensor<2xf32>]} {
  ^bb0(%a: tensor<2x4xf32>, %b: tensor<2x4xf32>):
    %y = dlc.contract %a [0, 2], %b [0, 2] -> [0] : tensor<2x4xf32>, tensor<2x4xf32>
    dlc.yield %y : tensor<2xf32>
  }
  dlc.entry @scaled_rows inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[[-1.0, -3.0, 1.0], [2.0, 3.0, -2.0]]> : tensor<2x3xf32>,
                    dense<[1.0, 2.0]> : tensor<2xf32>],
    check.expect = [dense<[[-1.0, -3.0, 1.0], [4.0, 6.0, -4.0]]> : tensor<2x3xf32>]} {
  ^bb0(%a: tensor<2x3xf32>, %b: tensor<2xf32>):
    %y = dlc.contract %a [0, 1], %b [0] -> [0, 1] : tensor<2x3xf32>, tensor<2xf32>
    dlc.yield %y : tensor<2x3xf32>
  }
  dlc.entry @two_sums inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[[[-3.0, 0.0], [-3.0, -3.0], [-3.0, 1.0], [2.0, -1.0]], [[-3.0, -4.0], [3.0, -4.0], [3.0, 0.0], [1.0, 3.0]]]> : tensor<2x4x2xf32>,
                    dense<[[[-2.0, 1.0, 0.0], [3.0, 4.0, 3.0], [2.0, 3.0, 0.0], [2.0, -1.0, -2.0]], [[3.0, 0.0, 4.0], [2.0, -3.0, -3.0], [-3.0, 1.0, -2.0], [4.0, -2.0, 2.0]]]> : tensor<2x4x3xf32>],
    check.expect = [dense<[[-18.0, -14.0, -8.0], [15.0, 23.0, 9.0]]> : tensor<2x3xf32>]} {
  ^bb0(%a: tensor<2x4x2xf32>, %b: tensor<2x4x3xf32>):
    %y = dlc.contract %a [0, 2, 4], %b [4, 2, 1] -> [0, 1] : tensor<2x4x2xf32>, tensor<2x4x3xf32>
    dlc.yield %y : tensor<2x3xf32>
  }
  dlc.entry @frobenius inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[[-3.0, -3.0], [-4.0, -2.0], [0.0, 2.0], [-1.0, 1.0]]> : tensor<4x2xf32>,
                    dense<[[3.0, -2.0], [4.0, 0.0], [-3.0, -2.0], [4.0, 2.0]]> : tensor<4x2xf32>],
    check.expect = [dense<-25.0> : tensor<f32>]} {
  ^bb0(%a: tensor<4x2xf32>, %b: tensor<4x2xf32>):
    %y = dlc.contract %a [2, 4], %b [2, 4] -> [] : tensor<4x2xf32>, tensor<4x2xf32>
    dlc.yield %y : tensor<f32>
  }
  dlc.entry @attention inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[[[[-3.0, 1.0, 4.0, -1.0], [4.0, 0.0, -2.0, -2.0]], [[3.0, -1.0, 2.0, 1.0], [-2.0, 3.0, 3.0, -4.0]]], [[[2.0, -2.0, 2.0, 4.0], [-4.0, 3.0, 0.0, 2.0]], [[0.0, 2.0, 3.0, 1.0], [4.0, 1.0, -3.0, -1.0]]]]> : tensor<2x2x2x4xf32>,
                    dense<[[[[4.0, -1.0, 2.0, 2.0], [-4.0, 1.0, 3.0, 4.0], [3.0, -2.0, -3.0, -4.0]], [[2.0, -1.0, 2.0, -1.0], [-3.0, 2.0, 4.0, -1.0], [0.0, -1.0, 3.0, -2.0]]], [[[-4.0, 2.0, 3.0, 0.0], [4.0, -2.0, 3.0, -1.0], [-3.0, 1.0, -4.0, 3.0]], [[4.0, -3.0, 3.0, 1.0], [3.0, 0.0, 4.0, 3.0], [-4.0, -3.0, 1.0, -2.0]]]]> : tensor<2x2x3x4xf32>],
    check.expect = [dense<[[[[-7.0, 21.0, -19.0], [8.0, -3.0e+01, 26.0]], [[1.0e+01, -4.0, 5.0], [3.0, 28.0, 14.0]]], [[[-6.0, 14.0, -4.0], [22.0, -24.0, 21.0]], [[4.0, 15.0, -5.0], [3.0, -3.0, -2.0e+01]]]]> : tensor<2x2x2x3xf32>]} {
  ^bb0(%a: tensor<2x2x2x4xf32>, %b: tensor<2x2x3x4xf32>):
    %y = dlc.contract %a [3, 5, 0, 2], %b [3, 5, 1, 2] -> [3, 5, 0, 1] : tensor<2x2x2x4xf32>, tensor<2x2x3x4xf32>
    dlc.yield %y : tensor<2x2x2x3xf32>
  }
  dlc.entry @nn_f64 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[[2.0, 0.0, -2.0, -4.0], [-2.0, 3.0, 2.0, 3.0]]> : tensor<2x4xf64>,
                    dense<[[0.0, -2.0, -4.0], [0.0, 4.0, 3.0], [-4.0, 1.0, -4.0], [4.0, 2.0, 3.0]]> : tensor<4x3xf64>],
    check.expect = [dense<[[-8.0, -14.0, -12.0], [4.0, 24.0, 18.0]]> : tensor<2x3xf64>]} {
  ^bb0(%a: tensor<2x4xf64>, %b: tensor<4x3xf64>):
    %y = dlc.contract %a [0, 2], %b [2, 1] -> [0, 1] : tensor<2x4xf64>, tensor<4x3xf64>
    dlc.yield %y : tensor<2x3xf64>
  }
  dlc.entry @batched_f64 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[[[-1.0, 0.0, 3.0, -2.0], [3.0, 4.0, 0.0, -3.0]], [[0.0, 1.0, 0.0, 1.0], [0.0, 2.0, 4.0, -3.0]]]> : tensor<2x2x4xf64>,
                    dense<[[[4.0, -1.0, 2.0], [4.0, -2.0, 4.0], [-3.0, 0.0, -4.0], [-1.0, 3.0, 4.0]], [[-1.0, 4.0, 0.0], [-4.0, -3.0, -3.0], [2.0, 1.0, -1.0], [1.0, 1.0, -3.0]]]> : tensor<2x4x3xf64>],
    check.expect = [dense<[[[-11.0, -5.0, -22.0], [31.0, -20.0, 10.0]], [[-3.0, -2.0, -6.0], [-3.0, -5.0, -1.0]]]> : tensor<2x2x3xf64>]} {
  ^bb0(%a: tensor<2x2x4xf64>, %b: tensor<2x4x3xf64>):
    %y = dlc.contract %a [3, 0, 2], %b [3, 2, 1] -> [3, 0, 1] : tensor<2x2x4xf64>, tensor<2x4x3xf64>
    dlc.yield %y : tensor<2x2x3xf64>
  }
  dlc.entry @dot_f64 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[1.0, 3.0, 1.0, -2.0]> : tensor<4xf64>,
                    dense<[3.0, 3.0, 0.0, 3.0]> : tensor<4xf64>],
    check.expect = [dense<6.0> : tensor<f64>]} {
  ^bb0(%a: tensor<4xf64>, %b: tensor<4xf64>):
    %y = dlc.contract %a [2], %b [2] -> [] : tensor<4xf64>, tensor<4xf64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @outer_f64 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[-2.0, 3.0]> : tensor<2xf64>,
                    dense<[-1.0, 0.0, 1.0]> : tensor<3xf64>],
    check.expect = [dense<[[2.0, 0.0, -2.0], [-3.0, 0.0, 3.0]]> : tensor<2x3xf64>]} {
  ^bb0(%a: tensor<2xf64>, %b: tensor<3xf64>):
    %y = dlc.contract %a [0], %b [1] -> [0, 1] : tensor<2xf64>, tensor<3xf64>
    dlc.yield %y : tensor<2x3xf64>
  }
  dlc.entry @nn_i32 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[[-2, -3, -1, 3], [-1, 1, -2, 1]]> : tensor<2x4xi32>,
                    dense<[[-2, -2, -1], [0, 4, 2], [2, 1, 0], [4, 1, 2]]> : tensor<4x3xi32>],
    check.expect = [dense<[[14, -6, 2], [2, 5, 5]]> : tensor<2x3xi32>]} {
  ^bb0(%a: tensor<2x4xi32>, %b: tensor<4x3xi32>):
    %y = dlc.contract %a [0, 2], %b [2, 1] -> [0, 1] : tensor<2x4xi32>, tensor<4x3xi32>
    dlc.yield %y : tensor<2x3xi32>
  }
  dlc.entry @batched_i32 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[[[0, 4, -3, 1], [0, 2, 3, -2]], [[0, 1, 3, 3], [-3, -2, 1, 2]]]> : tensor<2x2x4xi32>,
                    dense<[[[-2, -4, -3], [1, -2, 1], [-3, 2, -4], [4, 1, -1]], [[2, 4, 0], [3, -2, 1], [1, -1, 3], [-3, -2, -1]]]> : tensor<2x4x3xi32>],
    check.expect = [dense<[[[17, -13, 15], [-15, 0, -8]], [[-3, -11, 7], [-17, -13, -1]]]> : tensor<2x2x3xi32>]} {
  ^bb0(%a: tensor<2x2x4xi32>, %b: tensor<2x4x3xi32>):
    %y = dlc.contract %a [3, 0, 2], %b [3, 2, 1] -> [3, 0, 1] : tensor<2x2x4xi32>, tensor<2x4x3xi32>
    dlc.yield %y : tensor<2x2x3xi32>
  }
  dlc.entry @dot_i32 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[1, 0, -2, 2]> : tensor<4xi32>,
                    dense<[1, 0, -3, 1]> : tensor<4xi32>],
    check.expect = [dense<9> : tensor<i32>]} {
  ^bb0(%a: tensor<4xi32>, %b: tensor<4xi32>):
    %y = dlc.contract %a [2], %b [2] -> [] : tensor<4xi32>, tensor<4xi32>
    dlc.yield %y : tensor<i32>
  }
  dlc.entry @outer_i32 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[-1, -1]> : tensor<2xi32>,
                    dense<[-1, -4, 1]> : tensor<3xi32>],
    check.expect = [dense<[[1, 4, -1], [1, 4, -1]]> : tensor<2x3xi32>]} {
  ^bb0(%a: tensor<2xi32>, %b: tensor<3xi32>):
    %y = dlc.contract %a [0], %b [1] -> [0, 1] : tensor<2xi32>, tensor<3xi32>
    dlc.yield %y : tensor<2x3xi32>
  }
  dlc.entry @nn_i64 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[[1, -4, -2, -2], [-3, 2, 3, 0]]> : tensor<2x4xi64>,
                    dense<[[-2, 1, 4], [-3, 1, 2], [-1, -4, 2], [3, 3, 1]]> : tensor<4x3xi64>],
    check.expect = [dense<[[6, -1, -10], [-3, -13, -2]]> : tensor<2x3xi64>]} {
  ^bb0(%a: tensor<2x4xi64>, %b: tensor<4x3xi64>):
    %y = dlc.contract %a [0, 2], %b [2, 1] -> [0, 1] : tensor<2x4xi64>, tensor<4x3xi64>
    dlc.yield %y : tensor<2x3xi64>
  }
  dlc.entry @batched_i64 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[[[4, -3, 4, 4], [3, 2, 3, -2]], [[2, 2, 4, 3], [-4, -3, 3, -2]]]> : tensor<2x2x4xi64>,
                    dense<[[[-3, 4, -2], [-3, 2, 0], [3, -4, 0], [-3, 1, -1]], [[-2, -4, -2], [2, -3, 1], [3, -4, 3], [-1, -3, 3]]]> : tensor<2x4x3xi64>],
    check.expect = [dense<[[[-3, -2, -12], [0, 2, -4]], [[9, -39, 19], [13, 19, 8]]]> : tensor<2x2x3xi64>]} {
  ^bb0(%a: tensor<2x2x4xi64>, %b: tensor<2x4x3xi64>):
    %y = dlc.contract %a [3, 0, 2], %b [3, 2, 1] -> [3, 0, 1] : tensor<2x2x4xi64>, tensor<2x4x3xi64>
    dlc.yield %y : tensor<2x2x3xi64>
  }
  dlc.entry @dot_i64 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[-2, 4, -4, -2]> : tensor<4xi64>,
                    dense<[4, 4, -4, -4]> : tensor<4xi64>],
    check.expect = [dense<32> : tensor<i64>]} {
  ^bb0(%a: tensor<4xi64>, %b: tensor<4xi64>):
    %y = dlc.contract %a [2], %b [2] -> [] : tensor<4xi64>, tensor<4xi64>
    dlc.yield %y : tensor<i64>
  }
  dlc.entry @outer_i64 inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[-1, 4]> : tensor<2xi64>,
                    dense<[-4, 4, 1]> : tensor<3xi64>],
    check.expect = [dense<[[4, -4, -1], [-16, 16, 4]]> : tensor<2x3xi64>]} {
  ^bb0(%a: tensor<2xi64>, %b: tensor<3xi64>):
    %y = dlc.contract %a [0], %b [1] -> [0, 1] : tensor<2xi64>, tensor<3xi64>
    dlc.yield %y : tensor<2x3xi64>
  }
  dlc.entry @gradient_nn inputs ["a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%a: tensor<3x7xf64>, %b: tensor<7x5xf64>):
    %y = dlc.contract %a [0, 2], %b [2, 1] -> [0, 1] : tensor<3x7xf64>, tensor<7x5xf64>
    dlc.yield %y : tensor<3x5xf64>
  }
  dlc.entry @gradient_nt inputs ["a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%a: tensor<3x7xf64>, %b: tensor<5x7xf64>):
    %y = dlc.contract %a [0, 2], %b [1, 2] -> [0, 1] : tensor<3x7xf64>, tensor<5x7xf64>
    dlc.yield %y : tensor<3x5xf64>
  }
  dlc.entry @gradient_tn inputs ["a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%a: tensor<7x3xf64>, %b: tensor<7x5xf64>):
    %y = dlc.contract %a [2, 0], %b [2, 1] -> [0, 1] : tensor<7x3xf64>, tensor<7x5xf64>
    dlc.yield %y : tensor<3x5xf64>
  }
  dlc.entry @gradient_tt inputs ["a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%a: tensor<7x3xf64>, %b: tensor<5x7xf64>):
    %y = dlc.contract %a [2, 0], %b [1, 2] -> [0, 1] : tensor<7x3xf64>, tensor<5x7xf64>
    dlc.yield %y : tensor<3x5xf64>
  }
  dlc.entry @gradient_turned inputs ["a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%a: tensor<3x7xf64>, %b: tensor<7x5xf64>):
    %y = dlc.contract %a [0, 2], %b [2, 1] -> [1, 0] : tensor<3x7xf64>, tensor<7x5xf64>
    dlc.yield %y : tensor<5x3xf64>
  }
  dlc.entry @gradient_batched inputs ["a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%a: tensor<2x3x7xf64>, %b: tensor<2x7x5xf64>):
    %y = dlc.contract %a [3, 0, 2], %b [3, 2, 1] -> [3, 0, 1] : tensor<2x3x7xf64>, tensor<2x7x5xf64>
    dlc.yield %y : tensor<2x3x5xf64>
  }
  dlc.entry @gradient_batch_last inputs ["a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%a: tensor<3x7x2xf64>, %b: tensor<7x5x2xf64>):
    %y = dlc.contract %a [0, 2, 3], %b [2, 1, 3] -> [0, 1, 3] : tensor<3x7x2xf64>, tensor<7x5x2xf64>
    dlc.yield %y : tensor<3x5x2xf64>
  }
  dlc.entry @gradient_outer inputs ["a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%a: tensor<3xf64>, %b: tensor<5xf64>):
    %y = dlc.contract %a [0], %b [1] -> [0, 1] : tensor<3xf64>, tensor<5xf64>
    dlc.yield %y : tensor<3x5xf64>
  }
  dlc.entry @gradient_dot inputs ["a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%a: tensor<7xf64>, %b: tensor<7xf64>):
    %y = dlc.contract %a [2], %b [2] -> [] : tensor<7xf64>, tensor<7xf64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @gradient_matrix_vector inputs ["a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%a: tensor<3x7xf64>, %b: tensor<7xf64>):
    %y = dlc.contract %a [0, 2], %b [2] -> [0] : tensor<3x7xf64>, tensor<7xf64>
    dlc.yield %y : tensor<3xf64>
  }
  dlc.entry @gradient_vector_matrix inputs ["a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%a: tensor<7xf64>, %b: tensor<7x5xf64>):
    %y = dlc.contract %a [2], %b [2, 1] -> [1] : tensor<7xf64>, tensor<7x5xf64>
    dlc.yield %y : tensor<5xf64>
  }
  dlc.entry @gradient_elementwise inputs ["a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%a: tensor<3x5xf64>, %b: tensor<3x5xf64>):
    %y = dlc.contract %a [0, 1], %b [0, 1] -> [0, 1] : tensor<3x5xf64>, tensor<3x5xf64>
    dlc.yield %y : tensor<3x5xf64>
  }
  dlc.entry @gradient_rowwise inputs ["a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%a: tensor<3x7xf64>, %b: tensor<3x7xf64>):
    %y = dlc.contract %a [0, 2], %b [0, 2] -> [0] : tensor<3x7xf64>, tensor<3x7xf64>
    dlc.yield %y : tensor<3xf64>
  }
  dlc.entry @gradient_scaled_rows inputs ["a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%a: tensor<3x5xf64>, %b: tensor<3xf64>):
    %y = dlc.contract %a [0, 1], %b [0] -> [0, 1] : tensor<3x5xf64>, tensor<3xf64>
    dlc.yield %y : tensor<3x5xf64>
  }
  dlc.entry @gradient_two_sums inputs ["a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%a: tensor<3x7x2xf64>, %b: tensor<2x7x5xf64>):
    %y = dlc.contract %a [0, 2, 4], %b [4, 2, 1] -> [0, 1] : tensor<3x7x2xf64>, tensor<2x7x5xf64>
    dlc.yield %y : tensor<3x5xf64>
  }
  dlc.entry @gradient_frobenius inputs ["a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%a: tensor<7x2xf64>, %b: tensor<7x2xf64>):
    %y = dlc.contract %a [2, 4], %b [2, 4] -> [] : tensor<7x2xf64>, tensor<7x2xf64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @gradient_attention inputs ["a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%a: tensor<2x2x3x7xf64>, %b: tensor<2x2x5x7xf64>):
    %y = dlc.contract %a [3, 5, 0, 2], %b [3, 5, 1, 2] -> [3, 5, 0, 1] : tensor<2x2x3x7xf64>, tensor<2x2x5x7xf64>
    dlc.yield %y : tensor<2x2x3x5xf64>
  }
  // Sizes that are no multiple of a vector, against broadcasts, a product and a sum.
  dlc.entry @nn_1x1x1 inputs ["a", "b"] states [] results ["y"] attributes {check.same_as = @nn_1x1x1.sum, check.tolerance = 2.0e-5} {
  ^bb0(%a: tensor<1x1xf32>, %b: tensor<1x1xf32>):
    %y = dlc.contract %a [0, 2], %b [2, 1] -> [0, 1] : tensor<1x1xf32>, tensor<1x1xf32>
    dlc.yield %y : tensor<1x1xf32>
  }
  dlc.entry @nn_1x1x1.sum inputs ["a", "b"] states [] results ["y"] {
  ^bb0(%a: tensor<1x1xf32>, %b: tensor<1x1xf32>):
    %ap = dlc.permute %a perm = [0, 1] : tensor<1x1xf32>
    %ab = dlc.broadcast %ap dims = [1] : tensor<1x1xf32> to tensor<1x1x1xf32>
    %bp = dlc.permute %b perm = [1, 0] : tensor<1x1xf32>
    %bb = dlc.broadcast %bp dims = [0] : tensor<1x1xf32> to tensor<1x1x1xf32>
    %m = dlc.mul %ab, %bb : tensor<1x1x1xf32>
    %s = dlc.reduce_sum %m dims = [2] : tensor<1x1x1xf32>
    %y = dlc.permute %s perm = [0, 1] : tensor<1x1xf32>
    dlc.yield %y : tensor<1x1xf32>
  }
  dlc.entry @nn_7x17x33 inputs ["a", "b"] states [] results ["y"] attributes {check.same_as = @nn_7x17x33.sum, check.tolerance = 2.0e-5} {
  ^bb0(%a: tensor<7x33xf32>, %b: tensor<33x17xf32>):
    %y = dlc.contract %a [0, 2], %b [2, 1] -> [0, 1] : tensor<7x33xf32>, tensor<33x17xf32>
    dlc.yield %y : tensor<7x17xf32>
  }
  dlc.entry @nn_7x17x33.sum inputs ["a", "b"] states [] results ["y"] {
  ^bb0(%a: tensor<7x33xf32>, %b: tensor<33x17xf32>):
    %ap = dlc.permute %a perm = [0, 1] : tensor<7x33xf32>
    %ab = dlc.broadcast %ap dims = [1] : tensor<7x33xf32> to tensor<7x17x33xf32>
    %bp = dlc.permute %b perm = [1, 0] : tensor<33x17xf32>
    %bb = dlc.broadcast %bp dims = [0] : tensor<17x33xf32> to tensor<7x17x33xf32>
    %m = dlc.mul %ab, %bb : tensor<7x17x33xf32>
    %s = dlc.reduce_sum %m dims = [2] : tensor<7x17x33xf32>
    %y = dlc.permute %s perm = [0, 1] : tensor<7x17xf32>
    dlc.yield %y : tensor<7x17xf32>
  }
  dlc.entry @nt_17x33x7 inputs ["a", "b"] states [] results ["y"] attributes {check.same_as = @nt_17x33x7.sum, check.tolerance = 2.0e-5} {
  ^bb0(%a: tensor<17x7xf32>, %b: tensor<33x7xf32>):
    %y = dlc.contract %a [0, 2], %b [1, 2] -> [0, 1] : tensor<17x7xf32>, tensor<33x7xf32>
    dlc.yield %y : tensor<17x33xf32>
  }
  dlc.entry @nt_17x33x7.sum inputs ["a", "b"] states [] results ["y"] {
  ^bb0(%a: tensor<17x7xf32>, %b: tensor<33x7xf32>):
    %ap = dlc.permute %a perm = [0, 1] : tensor<17x7xf32>
    %ab = dlc.broadcast %ap dims = [1] : tensor<17x7xf32> to tensor<17x33x7xf32>
    %bp = dlc.permute %b perm = [0, 1] : tensor<33x7xf32>
    %bb = dlc.broadcast %bp dims = [0] : tensor<33x7xf32> to tensor<17x33x7xf32>
    %m = dlc.mul %ab, %bb : tensor<17x33x7xf32>
    %s = dlc.reduce_sum %m dims = [2] : tensor<17x33x7xf32>
    %y = dlc.permute %s perm = [0, 1] : tensor<17x33xf32>
    dlc.yield %y : tensor<17x33xf32>
  }
  dlc.entry @tn_33x1x17 inputs ["a", "b"] states [] results ["y"] attributes {check.same_as = @tn_33x1x17.sum, check.tolerance = 2.0e-5} {
  ^bb0(%a: tensor<17x33xf32>, %b: tensor<17x1xf32>):
    %y = dlc.contract %a [2, 0], %b [2, 1] -> [0, 1] : tensor<17x33xf32>, tensor<17x1xf32>
    dlc.yield %y : tensor<33x1xf32>
  }
  dlc.entry @tn_33x1x17.sum inputs ["a", "b"] states [] results ["y"] {
  ^bb0(%a: tensor<17x33xf32>, %b: tensor<17x1xf32>):
    %ap = dlc.permute %a perm = [1, 0] : tensor<17x33xf32>
    %ab = dlc.broadcast %ap dims = [1] : tensor<33x17xf32> to tensor<33x1x17xf32>
    %bp = dlc.permute %b perm = [1, 0] : tensor<17x1xf32>
    %bb = dlc.broadcast %bp dims = [0] : tensor<1x17xf32> to tensor<33x1x17xf32>
    %m = dlc.mul %ab, %bb : tensor<33x1x17xf32>
    %s = dlc.reduce_sum %m dims = [2] : tensor<33x1x17xf32>
    %y = dlc.permute %s perm = [0, 1] : tensor<33x1xf32>
    dlc.yield %y : tensor<33x1xf32>
  }
  dlc.entry @tt_1x33x64 inputs ["a", "b"] states [] results ["y"] attributes {check.same_as = @tt_1x33x64.sum, check.tolerance = 2.0e-5} {
  ^bb0(%a: tensor<64x1xf32>, %b: tensor<33x64xf32>):
    %y = dlc.contract %a [2, 0], %b [1, 2] -> [0, 1] : tensor<64x1xf32>, tensor<33x64xf32>
    dlc.yield %y : tensor<1x33xf32>
  }
  dlc.entry @tt_1x33x64.sum inputs ["a", "b"] states [] results ["y"] {
  ^bb0(%a: tensor<64x1xf32>, %b: tensor<33x64xf32>):
    %ap = dlc.permute %a perm = [1, 0] : tensor<64x1xf32>
    %ab = dlc.broadcast %ap dims = [1] : tensor<1x64xf32> to tensor<1x33x64xf32>
    %bp = dlc.permute %b perm = [0, 1] : tensor<33x64xf32>
    %bb = dlc.broadcast %bp dims = [0] : tensor<33x64xf32> to tensor<1x33x64xf32>
    %m = dlc.mul %ab, %bb : tensor<1x33x64xf32>
    %s = dlc.reduce_sum %m dims = [2] : tensor<1x33x64xf32>
    %y = dlc.permute %s perm = [0, 1] : tensor<1x33xf32>
    dlc.yield %y : tensor<1x33xf32>
  }
  dlc.entry @nn_64x64x64 inputs ["a", "b"] states [] results ["y"] attributes {check.same_as = @nn_64x64x64.sum, check.tolerance = 2.0e-5} {
  ^bb0(%a: tensor<64x64xf32>, %b: tensor<64x64xf32>):
    %y = dlc.contract %a [0, 2], %b [2, 1] -> [0, 1] : tensor<64x64xf32>, tensor<64x64xf32>
    dlc.yield %y : tensor<64x64xf32>
  }
  dlc.entry @nn_64x64x64.sum inputs ["a", "b"] states [] results ["y"] {
  ^bb0(%a: tensor<64x64xf32>, %b: tensor<64x64xf32>):
    %ap = dlc.permute %a perm = [0, 1] : tensor<64x64xf32>
    %ab = dlc.broadcast %ap dims = [1] : tensor<64x64xf32> to tensor<64x64x64xf32>
    %bp = dlc.permute %b perm = [1, 0] : tensor<64x64xf32>
    %bb = dlc.broadcast %bp dims = [0] : tensor<64x64xf32> to tensor<64x64x64xf32>
    %m = dlc.mul %ab, %bb : tensor<64x64x64xf32>
    %s = dlc.reduce_sum %m dims = [2] : tensor<64x64x64xf32>
    %y = dlc.permute %s perm = [0, 1] : tensor<64x64xf32>
    dlc.yield %y : tensor<64x64xf32>
  }
  dlc.entry @nt_33x10x130 inputs ["a", "b"] states [] results ["y"] attributes {check.same_as = @nt_33x10x130.sum, check.tolerance = 2.0e-5, check.gradient} {
  ^bb0(%a: tensor<33x130xf32, #dlc.live<n, *>>, %b: tensor<10x130xf32>):
    %y = dlc.contract %a [0, 2], %b [1, 2] -> [0, 1] : tensor<33x130xf32, #dlc.live<n, *>>, tensor<10x130xf32>
    dlc.yield %y : tensor<33x10xf32, #dlc.live<n, *>>
  }
  dlc.entry @nt_33x10x130.sum inputs ["a", "b"] states [] results ["y"] {
  ^bb0(%a: tensor<33x130xf32, #dlc.live<n, *>>, %b: tensor<10x130xf32>):
    %ap = dlc.permute %a perm = [0, 1] : tensor<33x130xf32, #dlc.live<n, *>>
    %ab = dlc.broadcast %ap dims = [1] : tensor<33x130xf32, #dlc.live<n, *>> to tensor<33x10x130xf32, #dlc.live<n, *, *>>
    %bp = dlc.permute %b perm = [0, 1] : tensor<10x130xf32>
    %bb = dlc.broadcast %bp dims = [0] : tensor<10x130xf32> to tensor<33x10x130xf32, #dlc.live<n, *, *>>
    %m = dlc.mul %ab, %bb : tensor<33x10x130xf32, #dlc.live<n, *, *>>
    %s = dlc.reduce_sum %m dims = [2] : tensor<33x10x130xf32, #dlc.live<n, *, *>>
    %y = dlc.permute %s perm = [0, 1] : tensor<33x10xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x10xf32, #dlc.live<n, *>>
  }
  dlc.entry @nn_33x33x17 inputs ["a", "b"] states [] results ["y"] attributes {check.same_as = @nn_33x33x17.sum, check.tolerance = 1.0e-12, check.gradient} {
  ^bb0(%a: tensor<33x17xf64, #dlc.live<n, *>>, %b: tensor<17x33xf64>):
    %y = dlc.contract %a [0, 2], %b [2, 1] -> [0, 1] : tensor<33x17xf64, #dlc.live<n, *>>, tensor<17x33xf64>
    dlc.yield %y : tensor<33x33xf64, #dlc.live<n, *>>
  }
  dlc.entry @nn_33x33x17.sum inputs ["a", "b"] states [] results ["y"] {
  ^bb0(%a: tensor<33x17xf64, #dlc.live<n, *>>, %b: tensor<17x33xf64>):
    %ap = dlc.permute %a perm = [0, 1] : tensor<33x17xf64, #dlc.live<n, *>>
    %ab = dlc.broadcast %ap dims = [1] : tensor<33x17xf64, #dlc.live<n, *>> to tensor<33x33x17xf64, #dlc.live<n, *, *>>
    %bp = dlc.permute %b perm = [1, 0] : tensor<17x33xf64>
    %bb = dlc.broadcast %bp dims = [0] : tensor<33x17xf64> to tensor<33x33x17xf64, #dlc.live<n, *, *>>
    %m = dlc.mul %ab, %bb : tensor<33x33x17xf64, #dlc.live<n, *, *>>
    %s = dlc.reduce_sum %m dims = [2] : tensor<33x33x17xf64, #dlc.live<n, *, *>>
    %y = dlc.permute %s perm = [0, 1] : tensor<33x33xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x33xf64, #dlc.live<n, *>>
  }
  dlc.entry @tn_10x17x33 inputs ["a", "b"] states [] results ["y"] attributes {check.same_as = @tn_10x17x33.sum, check.tolerance = 2.0e-5, check.gradient} {
  ^bb0(%a: tensor<33x10xf32, #dlc.live<n, *>>, %b: tensor<33x17xf32, #dlc.live<n, *>>):
    %y = dlc.contract %a [2, 0], %b [2, 1] -> [0, 1] : tensor<33x10xf32, #dlc.live<n, *>>, tensor<33x17xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<10x17xf32>
  }
  dlc.entry @tn_10x17x33.sum inputs ["a", "b"] states [] results ["y"] {
  ^bb0(%a: tensor<33x10xf32, #dlc.live<n, *>>, %b: tensor<33x17xf32, #dlc.live<n, *>>):
    %ap = dlc.permute %a perm = [1, 0] : tensor<33x10xf32, #dlc.live<n, *>>
    %ab = dlc.broadcast %ap dims = [1] : tensor<10x33xf32, #dlc.live<*, n>> to tensor<10x17x33xf32, #dlc.live<*, *, n>>
    %bp = dlc.permute %b perm = [1, 0] : tensor<33x17xf32, #dlc.live<n, *>>
    %bb = dlc.broadcast %bp dims = [0] : tensor<17x33xf32, #dlc.live<*, n>> to tensor<10x17x33xf32, #dlc.live<*, *, n>>
    %m = dlc.mul %ab, %bb : tensor<10x17x33xf32, #dlc.live<*, *, n>>
    %s = dlc.reduce_sum %m dims = [2] : tensor<10x17x33xf32, #dlc.live<*, *, n>>
    %y = dlc.permute %s perm = [0, 1] : tensor<10x17xf32>
    dlc.yield %y : tensor<10x17xf32>
  }
  dlc.entry @nt_5x33x8 inputs ["a", "b"] states [] results ["y"] attributes {check.same_as = @nt_5x33x8.sum, check.tolerance = 2.0e-5, check.gradient} {
  ^bb0(%a: tensor<5x8xf32>, %b: tensor<33x8xf32, #dlc.live<n, *>>):
    %y = dlc.contract %a [0, 2], %b [1, 2] -> [0, 1] : tensor<5x8xf32>, tensor<33x8xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<5x33xf32, #dlc.live<*, n>>
  }
  dlc.entry @nt_5x33x8.sum inputs ["a", "b"] states [] results ["y"] {
  ^bb0(%a: tensor<5x8xf32>, %b: tensor<33x8xf32, #dlc.live<n, *>>):
    %ap = dlc.permute %a perm = [0, 1] : tensor<5x8xf32>
    %ab = dlc.broadcast %ap dims = [1] : tensor<5x8xf32> to tensor<5x33x8xf32, #dlc.live<*, n, *>>
    %bp = dlc.permute %b perm = [0, 1] : tensor<33x8xf32, #dlc.live<n, *>>
    %bb = dlc.broadcast %bp dims = [0] : tensor<33x8xf32, #dlc.live<n, *>> to tensor<5x33x8xf32, #dlc.live<*, n, *>>
    %m = dlc.mul %ab, %bb : tensor<5x33x8xf32, #dlc.live<*, n, *>>
    %s = dlc.reduce_sum %m dims = [2] : tensor<5x33x8xf32, #dlc.live<*, n, *>>
    %y = dlc.permute %s perm = [0, 1] : tensor<5x33xf32, #dlc.live<*, n>>
    dlc.yield %y : tensor<5x33xf32, #dlc.live<*, n>>
  }
  dlc.entry @batched_5x18x16 inputs ["a", "b"] states [] results ["y"] attributes {check.same_as = @batched_5x18x16.sum, check.tolerance = 2.0e-5, check.gradient} {
  ^bb0(%a: tensor<33x5x16xf32, #dlc.live<n, *, *>>, %b: tensor<33x16x18xf32, #dlc.live<n, *, *>>):
    %y = dlc.contract %a [3, 0, 2], %b [3, 2, 1] -> [3, 0, 1] : tensor<33x5x16xf32, #dlc.live<n, *, *>>, tensor<33x16x18xf32, #dlc.live<n, *, *>>
    dlc.yield %y : tensor<33x5x18xf32, #dlc.live<n, *, *>>
  }
  dlc.entry @batched_5x18x16.sum inputs ["a", "b"] states [] results ["y"] {
  ^bb0(%a: tensor<33x5x16xf32, #dlc.live<n, *, *>>, %b: tensor<33x16x18xf32, #dlc.live<n, *, *>>):
    %ap = dlc.permute %a perm = [1, 2, 0] : tensor<33x5x16xf32, #dlc.live<n, *, *>>
    %ab = dlc.broadcast %ap dims = [1] : tensor<5x16x33xf32, #dlc.live<*, *, n>> to tensor<5x18x16x33xf32, #dlc.live<*, *, *, n>>
    %bp = dlc.permute %b perm = [2, 1, 0] : tensor<33x16x18xf32, #dlc.live<n, *, *>>
    %bb = dlc.broadcast %bp dims = [0] : tensor<18x16x33xf32, #dlc.live<*, *, n>> to tensor<5x18x16x33xf32, #dlc.live<*, *, *, n>>
    %m = dlc.mul %ab, %bb : tensor<5x18x16x33xf32, #dlc.live<*, *, *, n>>
    %s = dlc.reduce_sum %m dims = [2] : tensor<5x18x16x33xf32, #dlc.live<*, *, *, n>>
    %y = dlc.permute %s perm = [2, 0, 1] : tensor<5x18x33xf32, #dlc.live<*, *, n>>
    dlc.yield %y : tensor<33x5x18xf32, #dlc.live<n, *, *>>
  }
  dlc.entry @batched_33x16x5 inputs ["a", "b"] states [] results ["y"] attributes {check.same_as = @batched_33x16x5.sum, check.tolerance = 1.0e-12, check.gradient} {
  ^bb0(%a: tensor<3x33x5xf64, #dlc.live<*, n, *>>, %b: tensor<3x5x16xf64>):
    %y = dlc.contract %a [3, 0, 2], %b [3, 2, 1] -> [3, 0, 1] : tensor<3x33x5xf64, #dlc.live<*, n, *>>, tensor<3x5x16xf64>
    dlc.yield %y : tensor<3x33x16xf64, #dlc.live<*, n, *>>
  }
  dlc.entry @batched_33x16x5.sum inputs ["a", "b"] states [] results ["y"] {
  ^bb0(%a: tensor<3x33x5xf64, #dlc.live<*, n, *>>, %b: tensor<3x5x16xf64>):
    %ap = dlc.permute %a perm = [1, 2, 0] : tensor<3x33x5xf64, #dlc.live<*, n, *>>
    %ab = dlc.broadcast %ap dims = [1] : tensor<33x5x3xf64, #dlc.live<n, *, *>> to tensor<33x16x5x3xf64, #dlc.live<n, *, *, *>>
    %bp = dlc.permute %b perm = [2, 1, 0] : tensor<3x5x16xf64>
    %bb = dlc.broadcast %bp dims = [0] : tensor<16x5x3xf64> to tensor<33x16x5x3xf64, #dlc.live<n, *, *, *>>
    %m = dlc.mul %ab, %bb : tensor<33x16x5x3xf64, #dlc.live<n, *, *, *>>
    %s = dlc.reduce_sum %m dims = [2] : tensor<33x16x5x3xf64, #dlc.live<n, *, *, *>>
    %y = dlc.permute %s perm = [2, 0, 1] : tensor<33x16x3xf64, #dlc.live<n, *, *>>
    dlc.yield %y : tensor<3x33x16xf64, #dlc.live<*, n, *>>
  }
  dlc.entry @matrix_vector_33x1x19 inputs ["a", "b"] states [] results ["y"] attributes {check.same_as = @matrix_vector_33x1x19.sum, check.tolerance = 2.0e-5, check.gradient} {
  ^bb0(%a: tensor<33x19xf32, #dlc.live<n, *>>, %b: tensor<19xf32>):
    %y = dlc.contract %a [0, 2], %b [2] -> [0] : tensor<33x19xf32, #dlc.live<n, *>>, tensor<19xf32>
    dlc.yield %y : tensor<33xf32, #dlc.live<n>>
  }
  dlc.entry @matrix_vector_33x1x19.sum inputs ["a", "b"] states [] results ["y"] {
  ^bb0(%a: tensor<33x19xf32, #dlc.live<n, *>>, %b: tensor<19xf32>):
    %ap = dlc.permute %a perm = [0, 1] : tensor<33x19xf32, #dlc.live<n, *>>
    %ab = dlc.broadcast %ap dims = [] : tensor<33x19xf32, #dlc.live<n, *>> to tensor<33x19xf32, #dlc.live<n, *>>
    %bp = dlc.permute %b perm = [0] : tensor<19xf32>
    %bb = dlc.broadcast %bp dims = [0] : tensor<19xf32> to tensor<33x19xf32, #dlc.live<n, *>>
    %m = dlc.mul %ab, %bb : tensor<33x19xf32, #dlc.live<n, *>>
    %s = dlc.reduce_sum %m dims = [1] : tensor<33x19xf32, #dlc.live<n, *>>
    %y = dlc.permute %s perm = [0] : tensor<33xf32, #dlc.live<n>>
    dlc.yield %y : tensor<33xf32, #dlc.live<n>>
  }
  dlc.entry @vector_matrix_1x33x19 inputs ["a", "b"] states [] results ["y"] attributes {check.same_as = @vector_matrix_1x33x19.sum, check.tolerance = 1.0e-12} {
  ^bb0(%a: tensor<19xf64>, %b: tensor<19x33xf64>):
    %y = dlc.contract %a [2], %b [2, 1] -> [1] : tensor<19xf64>, tensor<19x33xf64>
    dlc.yield %y : tensor<33xf64>
  }
  dlc.entry @vector_matrix_1x33x19.sum inputs ["a", "b"] states [] results ["y"] {
  ^bb0(%a: tensor<19xf64>, %b: tensor<19x33xf64>):
    %ap = dlc.permute %a perm = [0] : tensor<19xf64>
    %ab = dlc.broadcast %ap dims = [0] : tensor<19xf64> to tensor<33x19xf64>
    %bp = dlc.permute %b perm = [1, 0] : tensor<19x33xf64>
    %bb = dlc.broadcast %bp dims = [] : tensor<33x19xf64> to tensor<33x19xf64>
    %m = dlc.mul %ab, %bb : tensor<33x19xf64>
    %s = dlc.reduce_sum %m dims = [1] : tensor<33x19xf64>
    %y = dlc.permute %s perm = [0] : tensor<33xf64>
    dlc.yield %y : tensor<33xf64>
  }
  dlc.entry @dot_1x1x133 inputs ["a", "b"] states [] results ["y"] attributes {check.same_as = @dot_1x1x133.sum, check.tolerance = 2.0e-5} {
  ^bb0(%a: tensor<133xf32>, %b: tensor<133xf32>):
    %y = dlc.contract %a [2], %b [2] -> [] : tensor<133xf32>, tensor<133xf32>
    dlc.yield %y : tensor<f32>
  }
  dlc.entry @dot_1x1x133.sum inputs ["a", "b"] states [] results ["y"] {
  ^bb0(%a: tensor<133xf32>, %b: tensor<133xf32>):
    %ap = dlc.permute %a perm = [0] : tensor<133xf32>
    %ab = dlc.broadcast %ap dims = [] : tensor<133xf32> to tensor<133xf32>
    %bp = dlc.permute %b perm = [0] : tensor<133xf32>
    %bb = dlc.broadcast %bp dims = [] : tensor<133xf32> to tensor<133xf32>
    %m = dlc.mul %ab, %bb : tensor<133xf32>
    %s = dlc.reduce_sum %m dims = [0] : tensor<133xf32>
    %y = dlc.permute %s perm = [] : tensor<f32>
    dlc.yield %y : tensor<f32>
  }
  dlc.entry @dot_1x1x33 inputs ["a", "b"] states [] results ["y"] attributes {check.same_as = @dot_1x1x33.sum, check.tolerance = 2.0e-5, check.gradient} {
  ^bb0(%a: tensor<33xf32, #dlc.live<n>>, %b: tensor<33xf32, #dlc.live<n>>):
    %y = dlc.contract %a [2], %b [2] -> [] : tensor<33xf32, #dlc.live<n>>, tensor<33xf32, #dlc.live<n>>
    dlc.yield %y : tensor<f32>
  }
  dlc.entry @dot_1x1x33.sum inputs ["a", "b"] states [] results ["y"] {
  ^bb0(%a: tensor<33xf32, #dlc.live<n>>, %b: tensor<33xf32, #dlc.live<n>>):
    %ap = dlc.permute %a perm = [0] : tensor<33xf32, #dlc.live<n>>
    %ab = dlc.broadcast %ap dims = [] : tensor<33xf32, #dlc.live<n>> to tensor<33xf32, #dlc.live<n>>
    %bp = dlc.permute %b perm = [0] : tensor<33xf32, #dlc.live<n>>
    %bb = dlc.broadcast %bp dims = [] : tensor<33xf32, #dlc.live<n>> to tensor<33xf32, #dlc.live<n>>
    %m = dlc.mul %ab, %bb : tensor<33xf32, #dlc.live<n>>
    %s = dlc.reduce_sum %m dims = [0] : tensor<33xf32, #dlc.live<n>>
    %y = dlc.permute %s perm = [] : tensor<f32>
    dlc.yield %y : tensor<f32>
  }
  dlc.entry @turned_33x18x9 inputs ["a", "b"] states [] results ["y"] attributes {check.same_as = @turned_33x18x9.sum, check.tolerance = 2.0e-5, check.gradient} {
  ^bb0(%a: tensor<33x9xf32, #dlc.live<n, *>>, %b: tensor<9x18xf32>):
    %y = dlc.contract %a [0, 2], %b [2, 1] -> [1, 0] : tensor<33x9xf32, #dlc.live<n, *>>, tensor<9x18xf32>
    dlc.yield %y : tensor<18x33xf32, #dlc.live<*, n>>
  }
  dlc.entry @turned_33x18x9.sum inputs ["a", "b"] states [] results ["y"] {
  ^bb0(%a: tensor<33x9xf32, #dlc.live<n, *>>, %b: tensor<9x18xf32>):
    %ap = dlc.permute %a perm = [0, 1] : tensor<33x9xf32, #dlc.live<n, *>>
    %ab = dlc.broadcast %ap dims = [1] : tensor<33x9xf32, #dlc.live<n, *>> to tensor<33x18x9xf32, #dlc.live<n, *, *>>
    %bp = dlc.permute %b perm = [1, 0] : tensor<9x18xf32>
    %bb = dlc.broadcast %bp dims = [0] : tensor<18x9xf32> to tensor<33x18x9xf32, #dlc.live<n, *, *>>
    %m = dlc.mul %ab, %bb : tensor<33x18x9xf32, #dlc.live<n, *, *>>
    %s = dlc.reduce_sum %m dims = [2] : tensor<33x18x9xf32, #dlc.live<n, *, *>>
    %y = dlc.permute %s perm = [1, 0] : tensor<33x18xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<18x33xf32, #dlc.live<*, n>>
  }
  dlc.entry @two_sums_17x16x9 inputs ["a", "b"] states [] results ["y"] attributes {check.same_as = @two_sums_17x16x9.sum, check.tolerance = 2.0e-5} {
  ^bb0(%a: tensor<17x9x5xf32>, %b: tensor<5x9x16xf32>):
    %y = dlc.contract %a [0, 2, 4], %b [4, 2, 1] -> [0, 1] : tensor<17x9x5xf32>, tensor<5x9x16xf32>
    dlc.yield %y : tensor<17x16xf32>
  }
  dlc.entry @two_sums_17x16x9.sum inputs ["a", "b"] states [] results ["y"] {
  ^bb0(%a: tensor<17x9x5xf32>, %b: tensor<5x9x16xf32>):
    %ap = dlc.permute %a perm = [0, 1, 2] : tensor<17x9x5xf32>
    %ab = dlc.broadcast %ap dims = [1] : tensor<17x9x5xf32> to tensor<17x16x9x5xf32>
    %bp = dlc.permute %b perm = [2, 1, 0] : tensor<5x9x16xf32>
    %bb = dlc.broadcast %bp dims = [0] : tensor<16x9x5xf32> to tensor<17x16x9x5xf32>
    %m = dlc.mul %ab, %bb : tensor<17x16x9x5xf32>
    %s = dlc.reduce_sum %m dims = [2, 3] : tensor<17x16x9x5xf32>
    %y = dlc.permute %s perm = [0, 1] : tensor<17x16xf32>
    dlc.yield %y : tensor<17x16xf32>
  }
  dlc.entry @rowwise_33x1x17 inputs ["a", "b"] states [] results ["y"] attributes {check.same_as = @rowwise_33x1x17.sum, check.tolerance = 2.0e-5, check.gradient} {
  ^bb0(%a: tensor<33x17xf32, #dlc.live<n, *>>, %b: tensor<33x17xf32, #dlc.live<n, *>>):
    %y = dlc.contract %a [0, 2], %b [0, 2] -> [0] : tensor<33x17xf32, #dlc.live<n, *>>, tensor<33x17xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33xf32, #dlc.live<n>>
  }
  dlc.entry @rowwise_33x1x17.sum inputs ["a", "b"] states [] results ["y"] {
  ^bb0(%a: tensor<33x17xf32, #dlc.live<n, *>>, %b: tensor<33x17xf32, #dlc.live<n, *>>):
    %ap = dlc.permute %a perm = [0, 1] : tensor<33x17xf32, #dlc.live<n, *>>
    %ab = dlc.broadcast %ap dims = [] : tensor<33x17xf32, #dlc.live<n, *>> to tensor<33x17xf32, #dlc.live<n, *>>
    %bp = dlc.permute %b perm = [0, 1] : tensor<33x17xf32, #dlc.live<n, *>>
    %bb = dlc.broadcast %bp dims = [] : tensor<33x17xf32, #dlc.live<n, *>> to tensor<33x17xf32, #dlc.live<n, *>>
    %m = dlc.mul %ab, %bb : tensor<33x17xf32, #dlc.live<n, *>>
    %s = dlc.reduce_sum %m dims = [1] : tensor<33x17xf32, #dlc.live<n, *>>
    %y = dlc.permute %s perm = [0] : tensor<33xf32, #dlc.live<n>>
    dlc.yield %y : tensor<33xf32, #dlc.live<n>>
  }
  dlc.entry @outer_33x17x1 inputs ["a", "b"] states [] results ["y"] attributes {check.same_as = @outer_33x17x1.sum, check.tolerance = 2.0e-5, check.gradient} {
  ^bb0(%a: tensor<33xf32, #dlc.live<n>>, %b: tensor<17xf32>):
    %y = dlc.contract %a [0], %b [1] -> [0, 1] : tensor<33xf32, #dlc.live<n>>, tensor<17xf32>
    dlc.yield %y : tensor<33x17xf32, #dlc.live<n, *>>
  }
  dlc.entry @outer_33x17x1.sum inputs ["a", "b"] states [] results ["y"] {
  ^bb0(%a: tensor<33xf32, #dlc.live<n>>, %b: tensor<17xf32>):
    %ap = dlc.permute %a perm = [0] : tensor<33xf32, #dlc.live<n>>
    %ab = dlc.broadcast %ap dims = [1] : tensor<33xf32, #dlc.live<n>> to tensor<33x17xf32, #dlc.live<n, *>>
    %bp = dlc.permute %b perm = [0] : tensor<17xf32>
    %bb = dlc.broadcast %bp dims = [0] : tensor<17xf32> to tensor<33x17xf32, #dlc.live<n, *>>
    %m = dlc.mul %ab, %bb : tensor<33x17xf32, #dlc.live<n, *>>
    %s = dlc.reduce_sum %m dims = [] : tensor<33x17xf32, #dlc.live<n, *>>
    %y = dlc.permute %s perm = [0, 1] : tensor<33x17xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x17xf32, #dlc.live<n, *>>
  }
  dlc.entry @attention_9x10x16 inputs ["a", "b"] states [] results ["y"] attributes {check.same_as = @attention_9x10x16.sum, check.tolerance = 2.0e-5, check.gradient} {
  ^bb0(%a: tensor<3x33x9x16xf32, #dlc.live<*, n, *, *>>, %b: tensor<3x33x10x16xf32, #dlc.live<*, n, *, *>>):
    %y = dlc.contract %a [3, 5, 0, 2], %b [3, 5, 1, 2] -> [3, 5, 0, 1] : tensor<3x33x9x16xf32, #dlc.live<*, n, *, *>>, tensor<3x33x10x16xf32, #dlc.live<*, n, *, *>>
    dlc.yield %y : tensor<3x33x9x10xf32, #dlc.live<*, n, *, *>>
  }
  dlc.entry @attention_9x10x16.sum inputs ["a", "b"] states [] results ["y"] {
  ^bb0(%a: tensor<3x33x9x16xf32, #dlc.live<*, n, *, *>>, %b: tensor<3x33x10x16xf32, #dlc.live<*, n, *, *>>):
    %ap = dlc.permute %a perm = [2, 3, 0, 1] : tensor<3x33x9x16xf32, #dlc.live<*, n, *, *>>
    %ab = dlc.broadcast %ap dims = [1] : tensor<9x16x3x33xf32, #dlc.live<*, *, *, n>> to tensor<9x10x16x3x33xf32, #dlc.live<*, *, *, *, n>>
    %bp = dlc.permute %b perm = [2, 3, 0, 1] : tensor<3x33x10x16xf32, #dlc.live<*, n, *, *>>
    %bb = dlc.broadcast %bp dims = [0] : tensor<10x16x3x33xf32, #dlc.live<*, *, *, n>> to tensor<9x10x16x3x33xf32, #dlc.live<*, *, *, *, n>>
    %m = dlc.mul %ab, %bb : tensor<9x10x16x3x33xf32, #dlc.live<*, *, *, *, n>>
    %s = dlc.reduce_sum %m dims = [2] : tensor<9x10x16x3x33xf32, #dlc.live<*, *, *, *, n>>
    %y = dlc.permute %s perm = [2, 3, 0, 1] : tensor<9x10x3x33xf32, #dlc.live<*, *, *, n>>
    dlc.yield %y : tensor<3x33x9x10xf32, #dlc.live<*, n, *, *>>
  }
  // A layer: bias and activation behind the product, in its kernel.
  dlc.entry @layer inputs ["x", "w", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x7xf32, #dlc.live<n, *>>, %w: tensor<5x7xf32>, %b: tensor<5xf32>):
    %p = dlc.contract %x [0, 2], %w [1, 2] -> [0, 1] : tensor<33x7xf32, #dlc.live<n, *>>, tensor<5x7xf32>
    %c = dlc.broadcast %b dims = [0] : tensor<5xf32> to tensor<33x5xf32, #dlc.live<n, *>>
    %s = dlc.add %p, %c : tensor<33x5xf32, #dlc.live<n, *>>
    %y = dlc.tanh %s : tensor<33x5xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x5xf32, #dlc.live<n, *>>
  }
  // Both factors the same value, and the gradient's own gradient.
  dlc.entry @second inputs ["x"] states [] results ["g"] attributes {check.gradient} {
  ^bb0(%x: tensor<4x4xf64>):
    %p = dlc.contract %x [0, 2], %x [2, 1] -> [0, 1] : tensor<4x4xf64>, tensor<4x4xf64>
    %q = dlc.contract %p [0, 1], %p [0, 1] -> [] : tensor<4x4xf64>, tensor<4x4xf64>
    %g = dlc.backward %q wrt(%x) : tensor<f64> wrt(tensor<4x4xf64>)
    dlc.yield %g : tensor<4x4xf64>
  }
}
