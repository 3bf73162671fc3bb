// RUN: %dlc-opt %s --split-input-file --verify-diagnostics

func.func @rank(%x: tensor<4x3xf32>, %i: tensor<2xi64>) {
  // expected-error @below {{`gather` with indices [2] of i64 in [4, 3] of f32; both have the same number of dims}}
  %0 = dlc.gather %x at %i dim = 0 : tensor<4x3xf32> at tensor<2xi64>
  return
}

// -----

func.func @dim(%x: tensor<4xf32>, %i: tensor<2xi64>) {
  // expected-error @below {{`gather` along dim 1 of [4] of f32, which has rank 1}}
  %0 = dlc.gather %x at %i dim = 1 : tensor<4xf32> at tensor<2xi64>
  return
}

// -----

func.func @within(%x: tensor<4x3xf32>, %i: tensor<2x5xi64>) {
  // expected-error @below {{`gather` along dim 0 with indices [2, 5] of i64 in [4, 3] of f32: dim 1 must be within that of the other}}
  %0 = dlc.gather %x at %i dim = 0 : tensor<4x3xf32> at tensor<2x5xi64>
  return
}

// -----

func.func @live(%x: tensor<4x3xf32, #dlc.live<n, *>>, %i: tensor<4x5xi64>) {
  // expected-error @below {{dim 0 must be within that of the other}}
  %0 = dlc.gather %x at %i dim = 1 : tensor<4x3xf32, #dlc.live<n, *>> at tensor<4x5xi64>
  return
}

// -----

func.func @alike(%x: tensor<4xf32>, %i: tensor<2xi64>, %u: tensor<3xf32>) {
  // expected-error @below {{`scatter_add` puts [3] of f32 at indices [2] of i64 in [4] of f32; each element has its index, and dtypes are equal}}
  %0 = dlc.scatter_add %u at %i in %x dim = 0 : tensor<3xf32> at tensor<2xi64> in tensor<4xf32>
  return
}

// -----

func.func @ordered(%x: tensor<4xf32>) {
  // expected-error @below {{`cumsum` along dim 1 of [4] of f32, which has rank 1}}
  %0 = dlc.cumsum %x dim = 1 : tensor<4xf32>
  return
}
