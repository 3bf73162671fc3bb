// RUN: %dlc-opt %s --split-input-file --verify-diagnostics

func.func @broadcast(%x: tensor<3xf32>) {
  // expected-error @below {{cannot take [3] of f32 to [3, 4] of f32; without the new dims the types must be equal}}
  %0 = dlc.broadcast %x dims = [0] : tensor<3xf32> to tensor<3x4xf32>
  return
}

// -----

func.func @broadcast_liveness(%x: tensor<4xf32, #dlc.live<n>>) {
  // expected-error @below {{cannot take [n<=4] of f32 to [2, 4] of f32; without the new dims the types must be equal}}
  %0 = dlc.broadcast %x dims = [0] : tensor<4xf32, #dlc.live<n>> to tensor<2x4xf32>
  return
}

// -----

func.func @broadcast_dim(%x: tensor<3xf32>) {
  // expected-error @below {{`broadcast` names dim 2 of a tensor of rank 2; each dim is named at most once}}
  %0 = dlc.broadcast %x dims = [2] : tensor<3xf32> to tensor<3x4xf32>
  return
}

// -----

func.func @broadcast_dim_twice(%x: tensor<f32>) {
  // expected-error @below {{`broadcast` names dim 0 of a tensor of rank 2; each dim is named at most once}}
  %0 = dlc.broadcast %x dims = [0, 0] : tensor<f32> to tensor<3x4xf32>
  return
}

// -----

func.func @reshape(%x: tensor<3x4xf32>) {
  // expected-error @below {{`reshape` of [3, 4] of f32 with 12 elements to [5, 2] with 10; the numbers of elements must be equal}}
  %0 = dlc.reshape %x : tensor<3x4xf32> to tensor<5x2xf32>
  return
}

// -----

func.func @reshape_inner(%x: tensor<3x8xf32, #dlc.live<*, n>>) {
  // expected-error @below {{`reshape` of [3, n<=8] of f32 splits or merges dynamic dim 1 where it is not outermost; hint: keep the dynamic dim as it is (layers and losses take extra leading dims)}}
  %0 = dlc.reshape %x : tensor<3x8xf32, #dlc.live<*, n>> to tensor<24xf32>
  return
}

// -----

func.func @reshape_part_of_a_row(%x: tensor<8x3xf32, #dlc.live<n, *>>) {
  // expected-error @below {{splits or merges dynamic dim 0 where it is not outermost}}
  %0 = dlc.reshape %x : tensor<8x3xf32, #dlc.live<n, *>> to tensor<6x4xf32>
  return
}

// -----

func.func @reshape_add(%x: tensor<9xf32, #dlc.live<2*n+1>>) {
  // expected-error @below {{splits or merges dynamic dim 0 where it is not outermost}}
  %0 = dlc.reshape %x : tensor<9xf32, #dlc.live<2*n+1>> to tensor<3x3xf32>
  return
}

// -----

func.func @reshape_liveness(%x: tensor<8x3xf32, #dlc.live<n, *>>) {
  // expected-error @below {{of [n<=8, 3] of f32 gives [3*n<=24] of f32, not [24] of f32}}
  %0 = dlc.reshape %x : tensor<8x3xf32, #dlc.live<n, *>> to tensor<24xf32>
  return
}

// -----

func.func @permute(%x: tensor<3x4xf32>) {
  // expected-error @below {{`permute` names 3 dims of [3, 4] of f32, which has 2}}
  %0 = dlc.permute %x perm = [0, 1, 2] : tensor<3x4xf32>
  return
}

// -----

func.func @permute_twice(%x: tensor<3x4xf32>) {
  // expected-error @below {{`permute` names dim 1 of a tensor of rank 2; each dim is named at most once}}
  %0 = dlc.permute %x perm = [1, 1] : tensor<3x4xf32>
  return
}

// -----

func.func @reverse(%x: tensor<3x4xf32>) {
  // expected-error @below {{`reverse` names dim 2 of a tensor of rank 2; each dim is named at most once}}
  %0 = dlc.reverse %x dims = [2] : tensor<3x4xf32>
  return
}

// -----

func.func @reverse_dynamic(%x: tensor<8x4xf32, #dlc.live<n, *>>) {
  // expected-error @below {{`reverse` along dynamic dim 0 of [n<=8, 4] of f32; only static dims can be reversed}}
  %0 = dlc.reverse %x dims = [0] : tensor<8x4xf32, #dlc.live<n, *>>
  return
}

// -----

func.func @slice(%x: tensor<3x4xf32>) {
  // expected-error @below {{`slice` of [3, 4] of f32 takes 2 starts, sizes and strides}}
  %0 = dlc.slice %x starts = [0] sizes = [3] strides = [1] : tensor<3x4xf32>
  return
}

// -----

func.func @slice_range(%x: tensor<3x4xf32>) {
  // expected-error @below {{`slice` takes 2 elements from 1 by 3 of dim 1 of [3, 4] of f32, which has 4}}
  %0 = dlc.slice %x starts = [0, 1] sizes = [3, 2] strides = [1, 3] : tensor<3x4xf32>
  return
}

// -----

func.func @slice_stride(%x: tensor<4xf32>) {
  // expected-error @below {{`slice` takes 2 elements from 0 by 0 of dim 0 of [4] of f32, which has 4}}
  %0 = dlc.slice %x starts = [0] sizes = [2] strides = [0] : tensor<4xf32>
  return
}

// -----

func.func @slice_dynamic(%x: tensor<8xf32, #dlc.live<n>>) {
  // expected-error @below {{`slice` of dynamic dim 0 of [n<=8] of f32; only static dims can be sliced}}
  %0 = dlc.slice %x starts = [0] sizes = [4] strides = [1] : tensor<8xf32, #dlc.live<n>>
  return
}

// -----

func.func @pad(%x: tensor<3x4xf32>) {
  // expected-error @below {{`pad` of [3, 4] of f32 takes 2 low, high and interior amounts}}
  %0 = dlc.pad %x low = [0] high = [0] interior = [0] value = 0.0 : tensor<3x4xf32>
  return
}

// -----

func.func @pad_negative(%x: tensor<4xf32>) {
  // expected-error @below {{`pad` by -1, 0, 0 along dim 0; amounts are at least 0, hint: slice instead}}
  %0 = dlc.pad %x low = [-1] high = [0] interior = [0] value = 0.0 : tensor<4xf32>
  return
}

// -----

func.func @pad_dynamic(%x: tensor<8xf32, #dlc.live<n>>) {
  // expected-error @below {{`pad` of dynamic dim 0 of [n<=8] of f32; only static dims can be padded}}
  %0 = dlc.pad %x low = [0] high = [1] interior = [0] value = 0.0 : tensor<8xf32, #dlc.live<n>>
  return
}

// -----

func.func @concat_dim(%x: tensor<2x3xf32>) {
  // expected-error @below {{`concat` names dim 2 of a tensor of rank 2; each dim is named at most once}}
  %0 = dlc.concat %x, %x dim = 2 : tensor<2x3xf32>, tensor<2x3xf32>
  return
}

// -----

func.func @concat_shapes(%x: tensor<2x3xf32>, %z: tensor<3x3xf32>) {
  // expected-error @below {{`concat` along dim 1 of [2, 3] of f32 and [3, 3] of f32; all but that dim must be equal}}
  %0 = dlc.concat %x, %z dim = 1 : tensor<2x3xf32>, tensor<3x3xf32>
  return
}

// -----

func.func @concat_elements(%x: tensor<2x3xf32>, %z: tensor<2x3xf64>) {
  // expected-error @below {{`concat` along dim 1 of [2, 3] of f32 and [2, 3] of f64; all but that dim must be equal}}
  %0 = dlc.concat %x, %z dim = 1 : tensor<2x3xf32>, tensor<2x3xf64>
  return
}

// -----

func.func @concat_dynamic(%x: tensor<8x3xf32, #dlc.live<n, *>>) {
  // expected-error @below {{`concat` along dynamic dim 0 of [n<=8, 3] of f32; only static dims can be joined, hint: compute the parts and join along another dim, or give the dim a fixed size}}
  %0 = dlc.concat %x, %x dim = 0 : tensor<8x3xf32, #dlc.live<n, *>>, tensor<8x3xf32, #dlc.live<n, *>>
  return
}

// -----

func.func @concat_nothing() {
  // expected-error @below {{`concat` of nothing; it takes at least one tensor}}
  // expected-error @below {{failed to infer returned types}}
  %0 = "dlc.concat"() <{dim = 0 : i64}> : () -> tensor<3xf32>
  return
}
