// RUN: %dlc-opt %s --split-input-file --verify-diagnostics

func.func @shapes(%x: tensor<4xf32>, %y: tensor<5xf32>) {
  // expected-error @below {{op requires the same type for all operands and results}}
  %0 = "dlc.add"(%x, %y) : (tensor<4xf32>, tensor<5xf32>) -> tensor<4xf32>
  return
}

// -----

func.func @liveness(%x: tensor<4xf32, #dlc.live<n>>, %y: tensor<4xf32>) {
  // expected-error @below {{op inferred type(s) 'tensor<4xf32, #dlc.live<n>>' are incompatible with return type(s) of operation 'tensor<4xf32>'}}
  // expected-error @below {{op failed to infer returned types}}
  %0 = "dlc.add"(%x, %y) : (tensor<4xf32, #dlc.live<n>>, tensor<4xf32>) -> tensor<4xf32>
  return
}

// -----

func.func @result_liveness(%x: tensor<4xf32, #dlc.live<n>>) {
  // expected-error @below {{op inferred type(s) 'tensor<4xf32, #dlc.live<n>>' are incompatible with return type(s) of operation 'tensor<4xf32>'}}
  // expected-error @below {{op failed to infer returned types}}
  %0 = "dlc.tanh"(%x) : (tensor<4xf32, #dlc.live<n>>) -> tensor<4xf32>
  return
}

// -----

func.func @elements(%x: tensor<4xf32>) {
  // expected-error @below {{op requires the same type for all operands and results}}
  %0 = "dlc.neg"(%x) : (tensor<4xf32>) -> tensor<4xf64>
  return
}

// -----

func.func @exp_of_ints(%x: tensor<4xi32>) {
  // expected-error @below {{operand #0 must be ranked tensor of 32-bit float or 64-bit float or 16-bit float or bfloat16 type values}}
  %0 = dlc.exp %x : tensor<4xi32>
  return
}

// -----

func.func @pow_of_ints(%x: tensor<4xi64>) {
  // expected-error @below {{operand #0 must be ranked tensor of 32-bit float or 64-bit float or 16-bit float or bfloat16 type values}}
  %0 = dlc.pow %x, %x : tensor<4xi64>
  return
}

// -----

func.func @add_of_masks(%x: tensor<4xi1>) {
  // expected-error @below {{operand #0 must be ranked tensor of 32-bit float or 64-bit float or 16-bit float or bfloat16 type or 32-bit signless integer or 64-bit signless integer or 8-bit signless integer values}}
  %0 = dlc.add %x, %x : tensor<4xi1>
  return
}

// -----

func.func @and_of_reals(%x: tensor<4xf32>) {
  // expected-error @below {{operand #0 must be ranked tensor of 32-bit signless integer or 64-bit signless integer or 8-bit signless integer or 1-bit signless integer values}}
  %0 = dlc.and %x, %x : tensor<4xf32>
  return
}

// -----

func.func @short(%x: tensor<4xi16>) {
  // expected-error @below {{operand #0 must be ranked tensor of}}
  %0 = dlc.neg %x : tensor<4xi16>
  return
}

// -----

func.func @compare(%x: tensor<4xf32>, %y: tensor<5xf32>) {
  // expected-error @below {{requires all operands to have the same type}}
  %0 = "dlc.less"(%x, %y) : (tensor<4xf32>, tensor<5xf32>) -> tensor<4xi1>
  return
}

// -----

func.func @compare_result(%x: tensor<4xf32>) {
  // expected-error @below {{op inferred type(s) 'tensor<4xi1>' are incompatible with return type(s) of operation 'tensor<5xi1>'}}
  // expected-error @below {{op failed to infer returned types}}
  %0 = "dlc.less"(%x, %x) : (tensor<4xf32>, tensor<4xf32>) -> tensor<5xi1>
  return
}

// -----

func.func @order_of_masks(%x: tensor<4xi1>) {
  // expected-error @below {{operand #0 must be ranked tensor of}}
  %0 = dlc.less %x, %x : tensor<4xi1>
  return
}

// -----

func.func @select(%m: tensor<4xi1>, %x: tensor<5xf32>) {
  // expected-error @below {{failed to verify that all of {mask, y} have same shape}}
  %0 = dlc.select %m, %x, %x : tensor<4xi1>, tensor<5xf32>
  return
}

// -----

func.func @convert(%x: tensor<4xf32>) {
  // expected-error @below {{changes the shape from [4] of f32 to [5] of f64; only the element type may change}}
  %0 = dlc.convert %x : tensor<4xf32> to tensor<5xf64>
  return
}

// -----

func.func @convert_liveness(%x: tensor<4xf32, #dlc.live<n>>) {
  // expected-error @below {{changes the shape from [n<=4] of f32 to [4] of f64; only the element type may change}}
  %0 = dlc.convert %x : tensor<4xf32, #dlc.live<n>> to tensor<4xf64>
  return
}

// -----

func.func @shift_of_masks(%x: tensor<4xi1>) {
  // expected-error @below {{operand #0 must be ranked tensor of}}
  %0 = dlc.shift_left %x, %x : tensor<4xi1>
  return
}

// -----

func.func @sine_of_ints(%x: tensor<4xi32>) {
  // expected-error @below {{operand #0 must be ranked tensor of}}
  %0 = dlc.sin %x : tensor<4xi32>
  return
}

// -----

func.func @floor_of_ints(%x: tensor<4xi32>) {
  // expected-error @below {{operand #0 must be ranked tensor of}}
  %0 = dlc.floor %x : tensor<4xi32>
  return
}
