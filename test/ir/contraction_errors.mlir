// RUN: %dlc-opt %s --split-input-file --verify-diagnostics

func.func @elements(%x: tensor<2x3xf32>, %y: tensor<3x2xf64>) {
  // expected-error @below {{`contract` of [2, 3] of f32 and [3, 2] of f64; the element types must be equal, hint: `.to(dtype)`}}
  %0 = dlc.contract %x [0, 2], %y [2, 1] -> [0, 1] : tensor<2x3xf32>, tensor<3x2xf64>
  return
}

// -----

func.func @labels(%x: tensor<2x3xf32>) {
  // expected-error @below {{`contract` labels 1 dims of [2, 3] of f32, which has 2}}
  %0 = dlc.contract %x [0], %x [0, 1] -> [0, 1] : tensor<2x3xf32>, tensor<2x3xf32>
  return
}

// -----

func.func @sizes(%x: tensor<2x3xf32>, %y: tensor<4x2xf32>) {
  // expected-error @below {{shapes [2, 3] of f32 and [4, 2] of f32 do not contract: a dim of 3 meets a dim of 4; contracted dims must be equal}}
  %0 = dlc.contract %x [0, 2], %y [2, 1] -> [0, 1] : tensor<2x3xf32>, tensor<4x2xf32>
  return
}

// -----

func.func @liveness(%x: tensor<8x2xf32, #dlc.live<n, *>>, %y: tensor<8x2xf32>) {
  // expected-error @below {{a dim of 8 meets a dim of 8 of another dynamic extent; contracted dims must be equal}}
  %0 = dlc.contract %x [2, 0], %y [2, 1] -> [0, 1] : tensor<8x2xf32, #dlc.live<n, *>>, tensor<8x2xf32>
  return
}

// -----

func.func @result_alone(%x: tensor<2x3xf32>) {
  // expected-error @below {{`contract` has label 7 in its result alone}}
  %0 = dlc.contract %x [0, 1], %x [0, 1] -> [0, 1, 7] : tensor<2x3xf32>, tensor<2x3xf32>
  return
}

// -----

func.func @once(%x: tensor<2x3xf32>, %y: tensor<2xf32>) {
  // expected-error @below {{`contract` has label 1 once; a label stands in at least two places, hint: sum it first}}
  %0 = dlc.contract %x [0, 1], %y [0] -> [0] : tensor<2x3xf32>, tensor<2xf32>
  return
}

// -----

// The ODS says: at most once in each.
func.func @diagonal(%x: tensor<3x3xf32>, %y: tensor<3xf32>) {
  // expected-error @below {{`contract` has label 0 twice in [3, 3] of f32; a label stands at most once in each tensor}}
  %0 = dlc.contract %x [0, 0], %y [0] -> [0] : tensor<3x3xf32>, tensor<3xf32>
  return
}

// -----

func.func @diagonal_result(%x: tensor<3xf32>, %y: tensor<3xf32>) {
  // expected-error @below {{`contract` has label 0 twice in its result; a label stands at most once in each tensor}}
  %0 = dlc.contract %x [0], %y [0] -> [0, 0] : tensor<3xf32>, tensor<3xf32>
  return
}
