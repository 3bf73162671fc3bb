// RUN: %dlc-opt %s --split-input-file --verify-diagnostics

func.func @loss(%x: tensor<3xf32>) {
  // expected-error @below {{`backward` of a tensor [3] of f32; a loss has one element and rank 0, hint: `.sum()` or `.mean()` first}}
  %0 = dlc.backward %x wrt(%x) : tensor<3xf32> wrt(tensor<3xf32>)
  return
}

// -----

func.func @ints(%loss: tensor<f32>, %x: tensor<3xi32>) {
  // expected-error @below {{operand #1 must be variadic of ranked tensor of 32-bit float or 64-bit float or 16-bit float or bfloat16 type values}}
  %0 = dlc.backward %loss wrt(%x) : tensor<f32> wrt(tensor<3xi32>)
  return
}
