// RUN: %dlc-opt %s --split-input-file --verify-diagnostics

func.func @sum(%x: tensor<3x4xf32>) {
  // expected-error @below {{`reduce_sum` over dim 2 of [3, 4] of f32, which has rank 2; each dim is named at most once}}
  %0 = dlc.reduce_sum %x dims = [2] : tensor<3x4xf32>
  return
}

// -----

func.func @twice(%x: tensor<3x4xf32>) {
  // expected-error @below {{`reduce_sum` over dim 1 of [3, 4] of f32, which has rank 2; each dim is named at most once}}
  %0 = dlc.reduce_sum %x dims = [1, 1] : tensor<3x4xf32>
  return
}

// -----

func.func @max(%x: tensor<3x4xf32>) {
  // expected-error @below {{`reduce_max` over dim -1 of [3, 4] of f32, which has rank 2}}
  %0 = dlc.reduce_max %x dims = [-1] : tensor<3x4xf32>
  return
}

// -----

func.func @prod(%x: tensor<3x4xf32>) {
  // expected-error @below {{`reduce_prod` over dim 2 of [3, 4] of f32, which has rank 2; each dim is named at most once}}
  %0 = dlc.reduce_prod %x dims = [2] : tensor<3x4xf32>
  return
}

// -----

func.func @argmax(%x: tensor<f32>) {
  // expected-error @below {{`argmax` over dim 0 of [] of f32, which has rank 0}}
  %0:2 = dlc.argmax %x dim = 0 : tensor<f32>
  return
}

// -----

func.func @sum_of_masks(%x: tensor<4xi1>) {
  // expected-error @below {{operand #0 must be ranked tensor of}}
  %0 = dlc.reduce_sum %x dims = [0] : tensor<4xi1>
  return
}
