// RUN: dlc-check %s
// Against the convolution in f64, both by the latter's largest result: the tolerance is the share of
// that which docs/compiling.md states. Maps that tiles of 4x4 fill and do not, with several blocks
// of tiles and of channels, and windows that lie among the zeros altogether.
dlc.program @winograd dims {n = 3 : i64} {
  dlc.entry @whole inputs ["x", "w"] states [] results ["y"] attributes {check.same_as = @whole.direct, check.tolerance = 5.0e-6} {
  ^bb0(%x: tensor<3x16x8x8xf32, #dlc.live<n, *, *, *>>, %w: tensor<16x16x3x3xf32>):
    %y = dlc.winograd %x, %w low = [0, 0] high = [2, 2] : tensor<3x16x8x8xf32, #dlc.live<n, *, *, *>>, tensor<16x16x3x3xf32>
    %y64 = dlc.convert %y : tensor<3x16x8x8xf32, #dlc.live<n, *, *, *>> to tensor<3x16x8x8xf64, #dlc.live<n, *, *, *>>
    %x64 = dlc.convert %x : tensor<3x16x8x8xf32, #dlc.live<n, *, *, *>> to tensor<3x16x8x8xf64, #dlc.live<n, *, *, *>>
    %w64 = dlc.convert %w : tensor<16x16x3x3xf32> to tensor<16x16x3x3xf64>
    %p = dlc.pad %x64 low = [0, 0, 0, 0] high = [0, 0, 2, 2] interior = [0, 0, 0, 0] value = 0.0 : tensor<3x16x8x8xf64, #dlc.live<n, *, *, *>>
    %d = dlc.conv %p, %w64 strides = [1, 1] dilations = [1, 1] : tensor<3x16x10x10xf64, #dlc.live<n, *, *, *>>, tensor<16x16x3x3xf64>
    %size = dlc.abs %d : tensor<3x16x8x8xf64, #dlc.live<n, *, *, *>>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<3x16x8x8xf64, #dlc.live<n, *, *, *>>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<3x16x8x8xf64, #dlc.live<n, *, *, *>>
    %share = dlc.div %y64, %all : tensor<3x16x8x8xf64, #dlc.live<n, *, *, *>>
    dlc.yield %share : tensor<3x16x8x8xf64, #dlc.live<n, *, *, *>>
  }
  dlc.entry @whole.direct inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<3x16x8x8xf32, #dlc.live<n, *, *, *>>, %w: tensor<16x16x3x3xf32>):
    %x64 = dlc.convert %x : tensor<3x16x8x8xf32, #dlc.live<n, *, *, *>> to tensor<3x16x8x8xf64, #dlc.live<n, *, *, *>>
    %w64 = dlc.convert %w : tensor<16x16x3x3xf32> to tensor<16x16x3x3xf64>
    %p = dlc.pad %x64 low = [0, 0, 0, 0] high = [0, 0, 2, 2] interior = [0, 0, 0, 0] value = 0.0 : tensor<3x16x8x8xf64, #dlc.live<n, *, *, *>>
    %d = dlc.conv %p, %w64 strides = [1, 1] dilations = [1, 1] : tensor<3x16x10x10xf64, #dlc.live<n, *, *, *>>, tensor<16x16x3x3xf64>
    %size = dlc.abs %d : tensor<3x16x8x8xf64, #dlc.live<n, *, *, *>>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<3x16x8x8xf64, #dlc.live<n, *, *, *>>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<3x16x8x8xf64, #dlc.live<n, *, *, *>>
    %share = dlc.div %d, %all : tensor<3x16x8x8xf64, #dlc.live<n, *, *, *>>
    dlc.yield %share : tensor<3x16x8x8xf64, #dlc.live<n, *, *, *>>
  }
  dlc.entry @padded inputs ["x", "w"] states [] results ["y"] attributes {check.same_as = @padded.direct, check.tolerance = 5.0e-6} {
  ^bb0(%x: tensor<3x32x7x7xf32, #dlc.live<n, *, *, *>>, %w: tensor<32x32x3x3xf32>):
    %y = dlc.winograd %x, %w low = [1, 1] high = [1, 1] : tensor<3x32x7x7xf32, #dlc.live<n, *, *, *>>, tensor<32x32x3x3xf32>
    %y64 = dlc.convert %y : tensor<3x32x7x7xf32, #dlc.live<n, *, *, *>> to tensor<3x32x7x7xf64, #dlc.live<n, *, *, *>>
    %x64 = dlc.convert %x : tensor<3x32x7x7xf32, #dlc.live<n, *, *, *>> to tensor<3x32x7x7xf64, #dlc.live<n, *, *, *>>
    %w64 = dlc.convert %w : tensor<32x32x3x3xf32> to tensor<32x32x3x3xf64>
    %p = dlc.pad %x64 low = [0, 0, 1, 1] high = [0, 0, 1, 1] interior = [0, 0, 0, 0] value = 0.0 : tensor<3x32x7x7xf64, #dlc.live<n, *, *, *>>
    %d = dlc.conv %p, %w64 strides = [1, 1] dilations = [1, 1] : tensor<3x32x9x9xf64, #dlc.live<n, *, *, *>>, tensor<32x32x3x3xf64>
    %size = dlc.abs %d : tensor<3x32x7x7xf64, #dlc.live<n, *, *, *>>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<3x32x7x7xf64, #dlc.live<n, *, *, *>>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<3x32x7x7xf64, #dlc.live<n, *, *, *>>
    %share = dlc.div %y64, %all : tensor<3x32x7x7xf64, #dlc.live<n, *, *, *>>
    dlc.yield %share : tensor<3x32x7x7xf64, #dlc.live<n, *, *, *>>
  }
  dlc.entry @padded.direct inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<3x32x7x7xf32, #dlc.live<n, *, *, *>>, %w: tensor<32x32x3x3xf32>):
    %x64 = dlc.convert %x : tensor<3x32x7x7xf32, #dlc.live<n, *, *, *>> to tensor<3x32x7x7xf64, #dlc.live<n, *, *, *>>
    %w64 = dlc.convert %w : tensor<32x32x3x3xf32> to tensor<32x32x3x3xf64>
    %p = dlc.pad %x64 low = [0, 0, 1, 1] high = [0, 0, 1, 1] interior = [0, 0, 0, 0] value = 0.0 : tensor<3x32x7x7xf64, #dlc.live<n, *, *, *>>
    %d = dlc.conv %p, %w64 strides = [1, 1] dilations = [1, 1] : tensor<3x32x9x9xf64, #dlc.live<n, *, *, *>>, tensor<32x32x3x3xf64>
    %size = dlc.abs %d : tensor<3x32x7x7xf64, #dlc.live<n, *, *, *>>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<3x32x7x7xf64, #dlc.live<n, *, *, *>>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<3x32x7x7xf64, #dlc.live<n, *, *, *>>
    %share = dlc.div %d, %all : tensor<3x32x7x7xf64, #dlc.live<n, *, *, *>>
    dlc.yield %share : tensor<3x32x7x7xf64, #dlc.live<n, *, *, *>>
  }
  dlc.entry @plain inputs ["x", "w"] states [] results ["y"] attributes {check.same_as = @plain.direct, check.tolerance = 5.0e-6} {
  ^bb0(%x: tensor<3x16x9x15xf32, #dlc.live<n, *, *, *>>, %w: tensor<48x16x3x3xf32>):
    %y = dlc.winograd %x, %w low = [0, 0] high = [0, 0] : tensor<3x16x9x15xf32, #dlc.live<n, *, *, *>>, tensor<48x16x3x3xf32>
    %y64 = dlc.convert %y : tensor<3x48x7x13xf32, #dlc.live<n, *, *, *>> to tensor<3x48x7x13xf64, #dlc.live<n, *, *, *>>
    %x64 = dlc.convert %x : tensor<3x16x9x15xf32, #dlc.live<n, *, *, *>> to tensor<3x16x9x15xf64, #dlc.live<n, *, *, *>>
    %w64 = dlc.convert %w : tensor<48x16x3x3xf32> to tensor<48x16x3x3xf64>
    %p = dlc.pad %x64 low = [0, 0, 0, 0] high = [0, 0, 0, 0] interior = [0, 0, 0, 0] value = 0.0 : tensor<3x16x9x15xf64, #dlc.live<n, *, *, *>>
    %d = dlc.conv %p, %w64 strides = [1, 1] dilations = [1, 1] : tensor<3x16x9x15xf64, #dlc.live<n, *, *, *>>, tensor<48x16x3x3xf64>
    %size = dlc.abs %d : tensor<3x48x7x13xf64, #dlc.live<n, *, *, *>>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<3x48x7x13xf64, #dlc.live<n, *, *, *>>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<3x48x7x13xf64, #dlc.live<n, *, *, *>>
    %share = dlc.div %y64, %all : tensor<3x48x7x13xf64, #dlc.live<n, *, *, *>>
    dlc.yield %share : tensor<3x48x7x13xf64, #dlc.live<n, *, *, *>>
  }
  dlc.entry @plain.direct inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<3x16x9x15xf32, #dlc.live<n, *, *, *>>, %w: tensor<48x16x3x3xf32>):
    %x64 = dlc.convert %x : tensor<3x16x9x15xf32, #dlc.live<n, *, *, *>> to tensor<3x16x9x15xf64, #dlc.live<n, *, *, *>>
    %w64 = dlc.convert %w : tensor<48x16x3x3xf32> to tensor<48x16x3x3xf64>
    %p = dlc.pad %x64 low = [0, 0, 0, 0] high = [0, 0, 0, 0] interior = [0, 0, 0, 0] value = 0.0 : tensor<3x16x9x15xf64, #dlc.live<n, *, *, *>>
    %d = dlc.conv %p, %w64 strides = [1, 1] dilations = [1, 1] : tensor<3x16x9x15xf64, #dlc.live<n, *, *, *>>, tensor<48x16x3x3xf64>
    %size = dlc.abs %d : tensor<3x48x7x13xf64, #dlc.live<n, *, *, *>>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<3x48x7x13xf64, #dlc.live<n, *, *, *>>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<3x48x7x13xf64, #dlc.live<n, *, *, *>>
    %share = dlc.div %d, %all : tensor<3x48x7x13xf64, #dlc.live<n, *, *, *>>
    dlc.yield %share : tensor<3x48x7x13xf64, #dlc.live<n, *, *, *>>
  }
  dlc.entry @odd inputs ["x", "w"] states [] results ["y"] attributes {check.same_as = @odd.direct, check.tolerance = 5.0e-6} {
  ^bb0(%x: tensor<3x48x13x9xf32, #dlc.live<n, *, *, *>>, %w: tensor<16x48x3x3xf32>):
    %y = dlc.winograd %x, %w low = [1, 0] high = [0, 1] turned : tensor<3x48x13x9xf32, #dlc.live<n, *, *, *>>, tensor<16x48x3x3xf32>
    %y64 = dlc.convert %y : tensor<3x16x12x8xf32, #dlc.live<n, *, *, *>> to tensor<3x16x12x8xf64, #dlc.live<n, *, *, *>>
    %x64 = dlc.convert %x : tensor<3x48x13x9xf32, #dlc.live<n, *, *, *>> to tensor<3x48x13x9xf64, #dlc.live<n, *, *, *>>
    %w64 = dlc.convert %w : tensor<16x48x3x3xf32> to tensor<16x48x3x3xf64>
    %p = dlc.pad %x64 low = [0, 0, 1, 0] high = [0, 0, 0, 1] interior = [0, 0, 0, 0] value = 0.0 : tensor<3x48x13x9xf64, #dlc.live<n, *, *, *>>
    %turned = dlc.reverse %w64 dims = [2, 3] : tensor<16x48x3x3xf64>
    %d = dlc.conv %p, %turned strides = [1, 1] dilations = [1, 1] : tensor<3x48x14x10xf64, #dlc.live<n, *, *, *>>, tensor<16x48x3x3xf64>
    %size = dlc.abs %d : tensor<3x16x12x8xf64, #dlc.live<n, *, *, *>>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<3x16x12x8xf64, #dlc.live<n, *, *, *>>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<3x16x12x8xf64, #dlc.live<n, *, *, *>>
    %share = dlc.div %y64, %all : tensor<3x16x12x8xf64, #dlc.live<n, *, *, *>>
    dlc.yield %share : tensor<3x16x12x8xf64, #dlc.live<n, *, *, *>>
  }
  dlc.entry @odd.direct inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<3x48x13x9xf32, #dlc.live<n, *, *, *>>, %w: tensor<16x48x3x3xf32>):
    %x64 = dlc.convert %x : tensor<3x48x13x9xf32, #dlc.live<n, *, *, *>> to tensor<3x48x13x9xf64, #dlc.live<n, *, *, *>>
    %w64 = dlc.convert %w : tensor<16x48x3x3xf32> to tensor<16x48x3x3xf64>
    %p = dlc.pad %x64 low = [0, 0, 1, 0] high = [0, 0, 0, 1] interior = [0, 0, 0, 0] value = 0.0 : tensor<3x48x13x9xf64, #dlc.live<n, *, *, *>>
    %turned = dlc.reverse %w64 dims = [2, 3] : tensor<16x48x3x3xf64>
    %d = dlc.conv %p, %turned strides = [1, 1] dilations = [1, 1] : tensor<3x48x14x10xf64, #dlc.live<n, *, *, *>>, tensor<16x48x3x3xf64>
    %size = dlc.abs %d : tensor<3x16x12x8xf64, #dlc.live<n, *, *, *>>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<3x16x12x8xf64, #dlc.live<n, *, *, *>>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<3x16x12x8xf64, #dlc.live<n, *, *, *>>
    %share = dlc.div %d, %all : tensor<3x16x12x8xf64, #dlc.live<n, *, *, *>>
    dlc.yield %share : tensor<3x16x12x8xf64, #dlc.live<n, *, *, *>>
  }
  dlc.entry @blocks inputs ["x", "w"] states [] results ["y"] attributes {check.same_as = @blocks.direct, check.tolerance = 5.0e-6} {
  ^bb0(%x: tensor<3x160x15x14xf32, #dlc.live<n, *, *, *>>, %w: tensor<32x160x3x3xf32>):
    %y = dlc.winograd %x, %w low = [1, 1] high = [1, 1] : tensor<3x160x15x14xf32, #dlc.live<n, *, *, *>>, tensor<32x160x3x3xf32>
    %y64 = dlc.convert %y : tensor<3x32x15x14xf32, #dlc.live<n, *, *, *>> to tensor<3x32x15x14xf64, #dlc.live<n, *, *, *>>
    %x64 = dlc.convert %x : tensor<3x160x15x14xf32, #dlc.live<n, *, *, *>> to tensor<3x160x15x14xf64, #dlc.live<n, *, *, *>>
    %w64 = dlc.convert %w : tensor<32x160x3x3xf32> to tensor<32x160x3x3xf64>
    %p = dlc.pad %x64 low = [0, 0, 1, 1] high = [0, 0, 1, 1] interior = [0, 0, 0, 0] value = 0.0 : tensor<3x160x15x14xf64, #dlc.live<n, *, *, *>>
    %d = dlc.conv %p, %w64 strides = [1, 1] dilations = [1, 1] : tensor<3x160x17x16xf64, #dlc.live<n, *, *, *>>, tensor<32x160x3x3xf64>
    %size = dlc.abs %d : tensor<3x32x15x14xf64, #dlc.live<n, *, *, *>>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<3x32x15x14xf64, #dlc.live<n, *, *, *>>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<3x32x15x14xf64, #dlc.live<n, *, *, *>>
    %share = dlc.div %y64, %all : tensor<3x32x15x14xf64, #dlc.live<n, *, *, *>>
    dlc.yield %share : tensor<3x32x15x14xf64, #dlc.live<n, *, *, *>>
  }
  dlc.entry @blocks.direct inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<3x160x15x14xf32, #dlc.live<n, *, *, *>>, %w: tensor<32x160x3x3xf32>):
    %x64 = dlc.convert %x : tensor<3x160x15x14xf32, #dlc.live<n, *, *, *>> to tensor<3x160x15x14xf64, #dlc.live<n, *, *, *>>
    %w64 = dlc.convert %w : tensor<32x160x3x3xf32> to tensor<32x160x3x3xf64>
    %p = dlc.pad %x64 low = [0, 0, 1, 1] high = [0, 0, 1, 1] interior = [0, 0, 0, 0] value = 0.0 : tensor<3x160x15x14xf64, #dlc.live<n, *, *, *>>
    %d = dlc.conv %p, %w64 strides = [1, 1] dilations = [1, 1] : tensor<3x160x17x16xf64, #dlc.live<n, *, *, *>>, tensor<32x160x3x3xf64>
    %size = dlc.abs %d : tensor<3x32x15x14xf64, #dlc.live<n, *, *, *>>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<3x32x15x14xf64, #dlc.live<n, *, *, *>>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<3x32x15x14xf64, #dlc.live<n, *, *, *>>
    %share = dlc.div %d, %all : tensor<3x32x15x14xf64, #dlc.live<n, *, *, *>>
    dlc.yield %share : tensor<3x32x15x14xf64, #dlc.live<n, *, *, *>>
  }
  dlc.entry @wide inputs ["x", "w"] states [] results ["y"] attributes {check.same_as = @wide.direct, check.tolerance = 5.0e-6} {
  ^bb0(%x: tensor<2x16x5x22xf32>, %w: tensor<96x16x3x3xf32>):
    %y = dlc.winograd %x, %w low = [5, 2] high = [2, 5] turned : tensor<2x16x5x22xf32>, tensor<96x16x3x3xf32>
    %y64 = dlc.convert %y : tensor<2x96x10x27xf32> to tensor<2x96x10x27xf64>
    %x64 = dlc.convert %x : tensor<2x16x5x22xf32> to tensor<2x16x5x22xf64>
    %w64 = dlc.convert %w : tensor<96x16x3x3xf32> to tensor<96x16x3x3xf64>
    %p = dlc.pad %x64 low = [0, 0, 5, 2] high = [0, 0, 2, 5] interior = [0, 0, 0, 0] value = 0.0 : tensor<2x16x5x22xf64>
    %turned = dlc.reverse %w64 dims = [2, 3] : tensor<96x16x3x3xf64>
    %d = dlc.conv %p, %turned strides = [1, 1] dilations = [1, 1] : tensor<2x16x12x29xf64>, tensor<96x16x3x3xf64>
    %size = dlc.abs %d : tensor<2x96x10x27xf64>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<2x96x10x27xf64>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<2x96x10x27xf64>
    %share = dlc.div %y64, %all : tensor<2x96x10x27xf64>
    dlc.yield %share : tensor<2x96x10x27xf64>
  }
  dlc.entry @wide.direct inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<2x16x5x22xf32>, %w: tensor<96x16x3x3xf32>):
    %x64 = dlc.convert %x : tensor<2x16x5x22xf32> to tensor<2x16x5x22xf64>
    %w64 = dlc.convert %w : tensor<96x16x3x3xf32> to tensor<96x16x3x3xf64>
    %p = dlc.pad %x64 low = [0, 0, 5, 2] high = [0, 0, 2, 5] interior = [0, 0, 0, 0] value = 0.0 : tensor<2x16x5x22xf64>
    %turned = dlc.reverse %w64 dims = [2, 3] : tensor<96x16x3x3xf64>
    %d = dlc.conv %p, %turned strides = [1, 1] dilations = [1, 1] : tensor<2x16x12x29xf64>, tensor<96x16x3x3xf64>
    %size = dlc.abs %d : tensor<2x96x10x27xf64>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<2x96x10x27xf64>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<2x96x10x27xf64>
    %share = dlc.div %d, %all : tensor<2x96x10x27xf64>
    dlc.yield %share : tensor<2x96x10x27xf64>
  }
  dlc.entry @tiny inputs ["x", "w"] states [] results ["y"] attributes {check.same_as = @tiny.direct, check.tolerance = 5.0e-6} {
  ^bb0(%x: tensor<3x128x1x1xf32, #dlc.live<n, *, *, *>>, %w: tensor<32x128x3x3xf32>):
    %y = dlc.winograd %x, %w low = [1, 1] high = [1, 1] : tensor<3x128x1x1xf32, #dlc.live<n, *, *, *>>, tensor<32x128x3x3xf32>
    %y64 = dlc.convert %y : tensor<3x32x1x1xf32, #dlc.live<n, *, *, *>> to tensor<3x32x1x1xf64, #dlc.live<n, *, *, *>>
    %x64 = dlc.convert %x : tensor<3x128x1x1xf32, #dlc.live<n, *, *, *>> to tensor<3x128x1x1xf64, #dlc.live<n, *, *, *>>
    %w64 = dlc.convert %w : tensor<32x128x3x3xf32> to tensor<32x128x3x3xf64>
    %p = dlc.pad %x64 low = [0, 0, 1, 1] high = [0, 0, 1, 1] interior = [0, 0, 0, 0] value = 0.0 : tensor<3x128x1x1xf64, #dlc.live<n, *, *, *>>
    %d = dlc.conv %p, %w64 strides = [1, 1] dilations = [1, 1] : tensor<3x128x3x3xf64, #dlc.live<n, *, *, *>>, tensor<32x128x3x3xf64>
    %size = dlc.abs %d : tensor<3x32x1x1xf64, #dlc.live<n, *, *, *>>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<3x32x1x1xf64, #dlc.live<n, *, *, *>>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<3x32x1x1xf64, #dlc.live<n, *, *, *>>
    %share = dlc.div %y64, %all : tensor<3x32x1x1xf64, #dlc.live<n, *, *, *>>
    dlc.yield %share : tensor<3x32x1x1xf64, #dlc.live<n, *, *, *>>
  }
  dlc.entry @tiny.direct inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<3x128x1x1xf32, #dlc.live<n, *, *, *>>, %w: tensor<32x128x3x3xf32>):
    %x64 = dlc.convert %x : tensor<3x128x1x1xf32, #dlc.live<n, *, *, *>> to tensor<3x128x1x1xf64, #dlc.live<n, *, *, *>>
    %w64 = dlc.convert %w : tensor<32x128x3x3xf32> to tensor<32x128x3x3xf64>
    %p = dlc.pad %x64 low = [0, 0, 1, 1] high = [0, 0, 1, 1] interior = [0, 0, 0, 0] value = 0.0 : tensor<3x128x1x1xf64, #dlc.live<n, *, *, *>>
    %d = dlc.conv %p, %w64 strides = [1, 1] dilations = [1, 1] : tensor<3x128x3x3xf64, #dlc.live<n, *, *, *>>, tensor<32x128x3x3xf64>
    %size = dlc.abs %d : tensor<3x32x1x1xf64, #dlc.live<n, *, *, *>>
    %most = dlc.reduce_max %size dims = [0, 1, 2, 3] : tensor<3x32x1x1xf64, #dlc.live<n, *, *, *>>
    %all = dlc.broadcast %most dims = [0, 1, 2, 3] : tensor<f64> to tensor<3x32x1x1xf64, #dlc.live<n, *, *, *>>
    %share = dlc.div %d, %all : tensor<3x32x1x1xf64, #dlc.live<n, *, *, *>>
    dlc.yield %share : tensor<3x32x1x1xf64, #dlc.live<n, *, *, *>>
  }
}
