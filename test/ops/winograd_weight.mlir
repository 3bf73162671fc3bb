// RUN: dlc-check %s
// As winograd.mlir; with fewer images than parts, some of which have none.
dlc.program @winograd_weight dims {n = 3 : i64} {
  dlc.entry @whole inputs ["x", "dy"] states [] results ["y"] attributes {check.same_as = @whole.direct, check.tolerance = 5.0e-6} {
  ^bb0(%x: tensor<3x16x8x8xf32, #dlc.live<n, *, *, *>>, %dy: tensor<3x16x8x8xf32, #dlc.live<n, *, *, *>>):
    %parts = dlc.winograd_weight %x, %dy low = [0, 0] high = [2, 2] parts = 1 : tensor<3x16x8x8xf32, #dlc.live<n, *, *, *>>, tensor<3x16x8x8xf32, #dlc.live<n, *, *, *>>
    %dw = dlc.reduce_sum %parts dims = [0] : tensor<1x16x16x3x3xf32>
    %dw64 = dlc.convert %dw : tensor<16x16x3x3xf32> to tensor<16x16x3x3xf64>
    %x64 = dlc.convert %x : tensor<3x16x8x8xf32, #dlc.live<n, *, *, *>> to tensor<3x16x8x8xf64, #dlc.live<n, *, *, *>>
    %dy64 = dlc.convert %dy : tensor<3x16x8x8xf32, #dlc.live<n, *, *, *>> to tensor<3x16x8x8xf64, #dlc.live<n, *, *, *>>
    %p = dlc.pad %x64 low = [0, 0, 0, 0] high = [0, 0, 2, 2] interior = [0, 0, 0, 0] value = 0.0 : tensor<3x16x8x8xf64, #dlc.live<n, *, *, *>>
    %a = dlc.permute %p perm = [1, 0, 2, 3] : tensor<3x16x10x10xf64, #dlc.live<n, *, *, *>>
    %b = dlc.permute %dy64 perm = [1, 0, 2, 3] : tensor<3x16x8x8xf64, #dlc.live<n, *, *, *>>
    %d = dlc.conv %a, %b strides = [1, 1] dilations = [1, 1] : tensor<16x3x10x10xf64, #dlc.live<*, n, *, *>>, tensor<16x3x8x8xf64, #dlc.live<*, n, *, *>>
    %size = dlc.abs %d : tensor<16x16x3x3xf64>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<16x16x3x3xf64>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<16x16x3x3xf64>
    %share = dlc.div %dw64, %all : tensor<16x16x3x3xf64>
    dlc.yield %share : tensor<16x16x3x3xf64>
  }
  dlc.entry @whole.direct inputs ["x", "dy"] states [] results ["y"] {
  ^bb0(%x: tensor<3x16x8x8xf32, #dlc.live<n, *, *, *>>, %dy: tensor<3x16x8x8xf32, #dlc.live<n, *, *, *>>):
    %x64 = dlc.convert %x : tensor<3x16x8x8xf32, #dlc.live<n, *, *, *>> to tensor<3x16x8x8xf64, #dlc.live<n, *, *, *>>
    %dy64 = dlc.convert %dy : tensor<3x16x8x8xf32, #dlc.live<n, *, *, *>> to tensor<3x16x8x8xf64, #dlc.live<n, *, *, *>>
    %p = dlc.pad %x64 low = [0, 0, 0, 0] high = [0, 0, 2, 2] interior = [0, 0, 0, 0] value = 0.0 : tensor<3x16x8x8xf64, #dlc.live<n, *, *, *>>
    %a = dlc.permute %p perm = [1, 0, 2, 3] : tensor<3x16x10x10xf64, #dlc.live<n, *, *, *>>
    %b = dlc.permute %dy64 perm = [1, 0, 2, 3] : tensor<3x16x8x8xf64, #dlc.live<n, *, *, *>>
    %d = dlc.conv %a, %b strides = [1, 1] dilations = [1, 1] : tensor<16x3x10x10xf64, #dlc.live<*, n, *, *>>, tensor<16x3x8x8xf64, #dlc.live<*, n, *, *>>
    %size = dlc.abs %d : tensor<16x16x3x3xf64>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<16x16x3x3xf64>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<16x16x3x3xf64>
    %share = dlc.div %d, %all : tensor<16x16x3x3xf64>
    dlc.yield %share : tensor<16x16x3x3xf64>
  }
  dlc.entry @padded inputs ["x", "dy"] states [] results ["y"] attributes {check.same_as = @padded.direct, check.tolerance = 5.0e-6} {
  ^bb0(%x: tensor<3x32x7x7xf32, #dlc.live<n, *, *, *>>, %dy: tensor<3x32x7x7xf32, #dlc.live<n, *, *, *>>):
    %parts = dlc.winograd_weight %x, %dy low = [1, 1] high = [1, 1] parts = 2 : tensor<3x32x7x7xf32, #dlc.live<n, *, *, *>>, tensor<3x32x7x7xf32, #dlc.live<n, *, *, *>>
    %dw = dlc.reduce_sum %parts dims = [0] : tensor<2x32x32x3x3xf32>
    %dw64 = dlc.convert %dw : tensor<32x32x3x3xf32> to tensor<32x32x3x3xf64>
    %x64 = dlc.convert %x : tensor<3x32x7x7xf32, #dlc.live<n, *, *, *>> to tensor<3x32x7x7xf64, #dlc.live<n, *, *, *>>
    %dy64 = dlc.convert %dy : tensor<3x32x7x7xf32, #dlc.live<n, *, *, *>> to tensor<3x32x7x7xf64, #dlc.live<n, *, *, *>>
    %p = dlc.pad %x64 low = [0, 0, 1, 1] high = [0, 0, 1, 1] interior = [0, 0, 0, 0] value = 0.0 : tensor<3x32x7x7xf64, #dlc.live<n, *, *, *>>
    %a = dlc.permute %p perm = [1, 0, 2, 3] : tensor<3x32x9x9xf64, #dlc.live<n, *, *, *>>
    %b = dlc.permute %dy64 perm = [1, 0, 2, 3] : tensor<3x32x7x7xf64, #dlc.live<n, *, *, *>>
    %d = dlc.conv %a, %b strides = [1, 1] dilations = [1, 1] : tensor<32x3x9x9xf64, #dlc.live<*, n, *, *>>, tensor<32x3x7x7xf64, #dlc.live<*, n, *, *>>
    %size = dlc.abs %d : tensor<32x32x3x3xf64>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<32x32x3x3xf64>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<32x32x3x3xf64>
    %share = dlc.div %dw64, %all : tensor<32x32x3x3xf64>
    dlc.yield %share : tensor<32x32x3x3xf64>
  }
  dlc.entry @padded.direct inputs ["x", "dy"] states [] results ["y"] {
  ^bb0(%x: tensor<3x32x7x7xf32, #dlc.live<n, *, *, *>>, %dy: tensor<3x32x7x7xf32, #dlc.live<n, *, *, *>>):
    %x64 = dlc.convert %x : tensor<3x32x7x7xf32, #dlc.live<n, *, *, *>> to tensor<3x32x7x7xf64, #dlc.live<n, *, *, *>>
    %dy64 = dlc.convert %dy : tensor<3x32x7x7xf32, #dlc.live<n, *, *, *>> to tensor<3x32x7x7xf64, #dlc.live<n, *, *, *>>
    %p = dlc.pad %x64 low = [0, 0, 1, 1] high = [0, 0, 1, 1] interior = [0, 0, 0, 0] value = 0.0 : tensor<3x32x7x7xf64, #dlc.live<n, *, *, *>>
    %a = dlc.permute %p perm = [1, 0, 2, 3] : tensor<3x32x9x9xf64, #dlc.live<n, *, *, *>>
    %b = dlc.permute %dy64 perm = [1, 0, 2, 3] : tensor<3x32x7x7xf64, #dlc.live<n, *, *, *>>
    %d = dlc.conv %a, %b strides = [1, 1] dilations = [1, 1] : tensor<32x3x9x9xf64, #dlc.live<*, n, *, *>>, tensor<32x3x7x7xf64, #dlc.live<*, n, *, *>>
    %size = dlc.abs %d : tensor<32x32x3x3xf64>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<32x32x3x3xf64>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<32x32x3x3xf64>
    %share = dlc.div %d, %all : tensor<32x32x3x3xf64>
    dlc.yield %share : tensor<32x32x3x3xf64>
  }
  dlc.entry @plain inputs ["x", "dy"] states [] results ["y"] attributes {check.same_as = @plain.direct, check.tolerance = 5.0e-6} {
  ^bb0(%x: tensor<3x80x9x15xf32, #dlc.live<n, *, *, *>>, %dy: tensor<3x48x7x13xf32, #dlc.live<n, *, *, *>>):
    %parts = dlc.winograd_weight %x, %dy low = [0, 0] high = [0, 0] parts = 1 : tensor<3x80x9x15xf32, #dlc.live<n, *, *, *>>, tensor<3x48x7x13xf32, #dlc.live<n, *, *, *>>
    %dw = dlc.reduce_sum %parts dims = [0] : tensor<1x80x48x3x3xf32>
    %dw64 = dlc.convert %dw : tensor<80x48x3x3xf32> to tensor<80x48x3x3xf64>
    %x64 = dlc.convert %x : tensor<3x80x9x15xf32, #dlc.live<n, *, *, *>> to tensor<3x80x9x15xf64, #dlc.live<n, *, *, *>>
    %dy64 = dlc.convert %dy : tensor<3x48x7x13xf32, #dlc.live<n, *, *, *>> to tensor<3x48x7x13xf64, #dlc.live<n, *, *, *>>
    %p = dlc.pad %x64 low = [0, 0, 0, 0] high = [0, 0, 0, 0] interior = [0, 0, 0, 0] value = 0.0 : tensor<3x80x9x15xf64, #dlc.live<n, *, *, *>>
    %a = dlc.permute %p perm = [1, 0, 2, 3] : tensor<3x80x9x15xf64, #dlc.live<n, *, *, *>>
    %b = dlc.permute %dy64 perm = [1, 0, 2, 3] : tensor<3x48x7x13xf64, #dlc.live<n, *, *, *>>
    %d = dlc.conv %a, %b strides = [1, 1] dilations = [1, 1] : tensor<80x3x9x15xf64, #dlc.live<*, n, *, *>>, tensor<48x3x7x13xf64, #dlc.live<*, n, *, *>>
    %size = dlc.abs %d : tensor<80x48x3x3xf64>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<80x48x3x3xf64>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<80x48x3x3xf64>
    %share = dlc.div %dw64, %all : tensor<80x48x3x3xf64>
    dlc.yield %share : tensor<80x48x3x3xf64>
  }
  dlc.entry @plain.direct inputs ["x", "dy"] states [] results ["y"] {
  ^bb0(%x: tensor<3x80x9x15xf32, #dlc.live<n, *, *, *>>, %dy: tensor<3x48x7x13xf32, #dlc.live<n, *, *, *>>):
    %x64 = dlc.convert %x : tensor<3x80x9x15xf32, #dlc.live<n, *, *, *>> to tensor<3x80x9x15xf64, #dlc.live<n, *, *, *>>
    %dy64 = dlc.convert %dy : tensor<3x48x7x13xf32, #dlc.live<n, *, *, *>> to tensor<3x48x7x13xf64, #dlc.live<n, *, *, *>>
    %p = dlc.pad %x64 low = [0, 0, 0, 0] high = [0, 0, 0, 0] interior = [0, 0, 0, 0] value = 0.0 : tensor<3x80x9x15xf64, #dlc.live<n, *, *, *>>
    %a = dlc.permute %p perm = [1, 0, 2, 3] : tensor<3x80x9x15xf64, #dlc.live<n, *, *, *>>
    %b = dlc.permute %dy64 perm = [1, 0, 2, 3] : tensor<3x48x7x13xf64, #dlc.live<n, *, *, *>>
    %d = dlc.conv %a, %b strides = [1, 1] dilations = [1, 1] : tensor<80x3x9x15xf64, #dlc.live<*, n, *, *>>, tensor<48x3x7x13xf64, #dlc.live<*, n, *, *>>
    %size = dlc.abs %d : tensor<80x48x3x3xf64>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<80x48x3x3xf64>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<80x48x3x3xf64>
    %share = dlc.div %d, %all : tensor<80x48x3x3xf64>
    dlc.yield %share : tensor<80x48x3x3xf64>
  }
  dlc.entry @odd inputs ["x", "dy"] states [] results ["y"] attributes {check.same_as = @odd.direct, check.tolerance = 5.0e-6} {
  ^bb0(%x: tensor<3x48x13x9xf32, #dlc.live<n, *, *, *>>, %dy: tensor<3x16x12x8xf32, #dlc.live<n, *, *, *>>):
    %parts = dlc.winograd_weight %x, %dy low = [1, 0] high = [0, 1] parts = 3 : tensor<3x48x13x9xf32, #dlc.live<n, *, *, *>>, tensor<3x16x12x8xf32, #dlc.live<n, *, *, *>>
    %dw = dlc.reduce_sum %parts dims = [0] : tensor<3x48x16x3x3xf32>
    %dw64 = dlc.convert %dw : tensor<48x16x3x3xf32> to tensor<48x16x3x3xf64>
    %x64 = dlc.convert %x : tensor<3x48x13x9xf32, #dlc.live<n, *, *, *>> to tensor<3x48x13x9xf64, #dlc.live<n, *, *, *>>
    %dy64 = dlc.convert %dy : tensor<3x16x12x8xf32, #dlc.live<n, *, *, *>> to tensor<3x16x12x8xf64, #dlc.live<n, *, *, *>>
    %p = dlc.pad %x64 low = [0, 0, 1, 0] high = [0, 0, 0, 1] interior = [0, 0, 0, 0] value = 0.0 : tensor<3x48x13x9xf64, #dlc.live<n, *, *, *>>
    %a = dlc.permute %p perm = [1, 0, 2, 3] : tensor<3x48x14x10xf64, #dlc.live<n, *, *, *>>
    %b = dlc.permute %dy64 perm = [1, 0, 2, 3] : tensor<3x16x12x8xf64, #dlc.live<n, *, *, *>>
    %d = dlc.conv %a, %b strides = [1, 1] dilations = [1, 1] : tensor<48x3x14x10xf64, #dlc.live<*, n, *, *>>, tensor<16x3x12x8xf64, #dlc.live<*, n, *, *>>
    %size = dlc.abs %d : tensor<48x16x3x3xf64>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<48x16x3x3xf64>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<48x16x3x3xf64>
    %share = dlc.div %dw64, %all : tensor<48x16x3x3xf64>
    dlc.yield %share : tensor<48x16x3x3xf64>
  }
  dlc.entry @odd.direct inputs ["x", "dy"] states [] results ["y"] {
  ^bb0(%x: tensor<3x48x13x9xf32, #dlc.live<n, *, *, *>>, %dy: tensor<3x16x12x8xf32, #dlc.live<n, *, *, *>>):
    %x64 = dlc.convert %x : tensor<3x48x13x9xf32, #dlc.live<n, *, *, *>> to tensor<3x48x13x9xf64, #dlc.live<n, *, *, *>>
    %dy64 = dlc.convert %dy : tensor<3x16x12x8xf32, #dlc.live<n, *, *, *>> to tensor<3x16x12x8xf64, #dlc.live<n, *, *, *>>
    %p = dlc.pad %x64 low = [0, 0, 1, 0] high = [0, 0, 0, 1] interior = [0, 0, 0, 0] value = 0.0 : tensor<3x48x13x9xf64, #dlc.live<n, *, *, *>>
    %a = dlc.permute %p perm = [1, 0, 2, 3] : tensor<3x48x14x10xf64, #dlc.live<n, *, *, *>>
    %b = dlc.permute %dy64 perm = [1, 0, 2, 3] : tensor<3x16x12x8xf64, #dlc.live<n, *, *, *>>
    %d = dlc.conv %a, %b strides = [1, 1] dilations = [1, 1] : tensor<48x3x14x10xf64, #dlc.live<*, n, *, *>>, tensor<16x3x12x8xf64, #dlc.live<*, n, *, *>>
    %size = dlc.abs %d : tensor<48x16x3x3xf64>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<48x16x3x3xf64>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<48x16x3x3xf64>
    %share = dlc.div %d, %all : tensor<48x16x3x3xf64>
    dlc.yield %share : tensor<48x16x3x3xf64>
  }
  dlc.entry @blocks inputs ["x", "dy"] states [] results ["y"] attributes {check.same_as = @blocks.direct, check.tolerance = 5.0e-6} {
  ^bb0(%x: tensor<3x160x15x14xf32, #dlc.live<n, *, *, *>>, %dy: tensor<3x64x15x14xf32, #dlc.live<n, *, *, *>>):
    %parts = dlc.winograd_weight %x, %dy low = [1, 1] high = [1, 1] parts = 2 : tensor<3x160x15x14xf32, #dlc.live<n, *, *, *>>, tensor<3x64x15x14xf32, #dlc.live<n, *, *, *>>
    %dw = dlc.reduce_sum %parts dims = [0] : tensor<2x160x64x3x3xf32>
    %dw64 = dlc.convert %dw : tensor<160x64x3x3xf32> to tensor<160x64x3x3xf64>
    %x64 = dlc.convert %x : tensor<3x160x15x14xf32, #dlc.live<n, *, *, *>> to tensor<3x160x15x14xf64, #dlc.live<n, *, *, *>>
    %dy64 = dlc.convert %dy : tensor<3x64x15x14xf32, #dlc.live<n, *, *, *>> to tensor<3x64x15x14xf64, #dlc.live<n, *, *, *>>
    %p = dlc.pad %x64 low = [0, 0, 1, 1] high = [0, 0, 1, 1] interior = [0, 0, 0, 0] value = 0.0 : tensor<3x160x15x14xf64, #dlc.live<n, *, *, *>>
    %a = dlc.permute %p perm = [1, 0, 2, 3] : tensor<3x160x17x16xf64, #dlc.live<n, *, *, *>>
    %b = dlc.permute %dy64 perm = [1, 0, 2, 3] : tensor<3x64x15x14xf64, #dlc.live<n, *, *, *>>
    %d = dlc.conv %a, %b strides = [1, 1] dilations = [1, 1] : tensor<160x3x17x16xf64, #dlc.live<*, n, *, *>>, tensor<64x3x15x14xf64, #dlc.live<*, n, *, *>>
    %size = dlc.abs %d : tensor<160x64x3x3xf64>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<160x64x3x3xf64>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<160x64x3x3xf64>
    %share = dlc.div %dw64, %all : tensor<160x64x3x3xf64>
    dlc.yield %share : tensor<160x64x3x3xf64>
  }
  dlc.entry @blocks.direct inputs ["x", "dy"] states [] results ["y"] {
  ^bb0(%x: tensor<3x160x15x14xf32, #dlc.live<n, *, *, *>>, %dy: tensor<3x64x15x14xf32, #dlc.live<n, *, *, *>>):
    %x64 = dlc.convert %x : tensor<3x160x15x14xf32, #dlc.live<n, *, *, *>> to tensor<3x160x15x14xf64, #dlc.live<n, *, *, *>>
    %dy64 = dlc.convert %dy : tensor<3x64x15x14xf32, #dlc.live<n, *, *, *>> to tensor<3x64x15x14xf64, #dlc.live<n, *, *, *>>
    %p = dlc.pad %x64 low = [0, 0, 1, 1] high = [0, 0, 1, 1] interior = [0, 0, 0, 0] value = 0.0 : tensor<3x160x15x14xf64, #dlc.live<n, *, *, *>>
    %a = dlc.permute %p perm = [1, 0, 2, 3] : tensor<3x160x17x16xf64, #dlc.live<n, *, *, *>>
    %b = dlc.permute %dy64 perm = [1, 0, 2, 3] : tensor<3x64x15x14xf64, #dlc.live<n, *, *, *>>
    %d = dlc.conv %a, %b strides = [1, 1] dilations = [1, 1] : tensor<160x3x17x16xf64, #dlc.live<*, n, *, *>>, tensor<64x3x15x14xf64, #dlc.live<*, n, *, *>>
    %size = dlc.abs %d : tensor<160x64x3x3xf64>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<160x64x3x3xf64>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<160x64x3x3xf64>
    %share = dlc.div %d, %all : tensor<160x64x3x3xf64>
    dlc.yield %share : tensor<160x64x3x3xf64>
  }
  dlc.entry @wide inputs ["x", "dy"] states [] results ["y"] attributes {check.same_as = @wide.direct, check.tolerance = 5.0e-6} {
  ^bb0(%x: tensor<2x16x5x22xf32>, %dy: tensor<2x96x10x27xf32>):
    %parts = dlc.winograd_weight %x, %dy low = [5, 2] high = [2, 5] parts = 1 : tensor<2x16x5x22xf32>, tensor<2x96x10x27xf32>
    %dw = dlc.reduce_sum %parts dims = [0] : tensor<1x16x96x3x3xf32>
    %dw64 = dlc.convert %dw : tensor<16x96x3x3xf32> to tensor<16x96x3x3xf64>
    %x64 = dlc.convert %x : tensor<2x16x5x22xf32> to tensor<2x16x5x22xf64>
    %dy64 = dlc.convert %dy : tensor<2x96x10x27xf32> to tensor<2x96x10x27xf64>
    %p = dlc.pad %x64 low = [0, 0, 5, 2] high = [0, 0, 2, 5] interior = [0, 0, 0, 0] value = 0.0 : tensor<2x16x5x22xf64>
    %a = dlc.permute %p perm = [1, 0, 2, 3] : tensor<2x16x12x29xf64>
    %b = dlc.permute %dy64 perm = [1, 0, 2, 3] : tensor<2x96x10x27xf64>
    %d = dlc.conv %a, %b strides = [1, 1] dilations = [1, 1] : tensor<16x2x12x29xf64>, tensor<96x2x10x27xf64>
    %size = dlc.abs %d : tensor<16x96x3x3xf64>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<16x96x3x3xf64>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<16x96x3x3xf64>
    %share = dlc.div %dw64, %all : tensor<16x96x3x3xf64>
    dlc.yield %share : tensor<16x96x3x3xf64>
  }
  dlc.entry @wide.direct inputs ["x", "dy"] states [] results ["y"] {
  ^bb0(%x: tensor<2x16x5x22xf32>, %dy: tensor<2x96x10x27xf32>):
    %x64 = dlc.convert %x : tensor<2x16x5x22xf32> to tensor<2x16x5x22xf64>
    %dy64 = dlc.convert %dy : tensor<2x96x10x27xf32> to tensor<2x96x10x27xf64>
    %p = dlc.pad %x64 low = [0, 0, 5, 2] high = [0, 0, 2, 5] interior = [0, 0, 0, 0] value = 0.0 : tensor<2x16x5x22xf64>
    %a = dlc.permute %p perm = [1, 0, 2, 3] : tensor<2x16x12x29xf64>
    %b = dlc.permute %dy64 perm = [1, 0, 2, 3] : tensor<2x96x10x27xf64>
    %d = dlc.conv %a, %b strides = [1, 1] dilations = [1, 1] : tensor<16x2x12x29xf64>, tensor<96x2x10x27xf64>
    %size = dlc.abs %d : tensor<16x96x3x3xf64>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<16x96x3x3xf64>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<16x96x3x3xf64>
    %share = dlc.div %d, %all : tensor<16x96x3x3xf64>
    dlc.yield %share : tensor<16x96x3x3xf64>
  }
}
