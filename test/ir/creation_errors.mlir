// RUN: %dlc-opt %s --split-input-file --verify-diagnostics

func.func @splat() {
  // expected-error @below {{has a value of 'f64' for elements of 'f32'}}
  %0 = dlc.splat 1.0 : f64 -> tensor<4xf32>
  return
}

// -----

func.func @iota() {
  // expected-error @below {{counts along dim 2 of a tensor of rank 2}}
  %0 = dlc.iota dim = 2 : tensor<2x3xi64>
  return
}

// -----

func.func @iota_negative() {
  // expected-error @below {{counts along dim}}
  %0 = dlc.iota dim = -1 : tensor<2x3xi64>
  return
}

// -----

func.func @iota_mask() {
  // expected-error @below {{result #0 must be ranked tensor of}}
  %0 = dlc.iota dim = 0 : tensor<2xi1>
  return
}

// -----

func.func @random_mask(%s: tensor<i64>) {
  // expected-error @below {{result #0 must be ranked tensor of}}
  %0 = dlc.random %s, %s id = 0 : tensor<4xi1>
  return
}

// -----

func.func @random_seed(%s: tensor<2xi64>) {
  // expected-error @below {{operand #0 must be tensor<i64>}}
  %0 = "dlc.random"(%s, %s) {op_id = 0 : i64} : (tensor<2xi64>, tensor<2xi64>) -> tensor<4xf32>
  return
}

// -----

dlc.program @p dims {} {
  dlc.entry @f inputs [] states [] results [] {
    // expected-error @below {{reads setting @lr, which the program does not have}}
    %0 = dlc.setting_value @lr : tensor<f32>
    dlc.yield
  }
}

// -----

dlc.program @p dims {} {
  dlc.setting @lr = 0.1 : f32
  dlc.entry @f inputs [] states [] results [] {
    // expected-error @below {{reads setting @lr of 'tensor<f32>' as 'tensor<f64>'}}
    %0 = dlc.setting_value @lr : tensor<f64>
    dlc.yield
  }
}

// -----

func.func @constant_type() {
  // expected-error @below {{failed to verify that all of {value, y} have same type}}
  %0 = "dlc.constant"() {value = dense<[1.0, 2.0]> : tensor<2xf32>} : () -> tensor<2xf64>
  return
}
