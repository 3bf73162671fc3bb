// What the next lines in memory do not foretell is asked for while a product is computed.
// RUN: dlc-opt %s -dlc-cpu-lower-kernels --split-input-file | FileCheck %s

// What an epilogue multiplies the sums by: before the loop of the sums, each line once, for reading.
// The rows of the product itself are read along the reduction: these the machine foresees.
// CHECK-LABEL: func.func private @epilogue
// CHECK: scf.for %{{.*}} = %arg{{[0-9]+}} to
// CHECK-COUNT-16: memref.prefetch %[[D:[a-z0-9_]+]][{{.*}}], read, locality<3>, data : memref<16384xf32>
// CHECK-NOT: memref.prefetch
// CHECK: scf.for
// CHECK-NOT: memref.prefetch
// CHECK: math.fma
// CHECK-NOT: memref.prefetch
// CHECK: vector.load %[[D]]
func.func @epilogue(%a: memref<128x64xf32>, %b: memref<64x128xf32>, %d: memref<128x128xf32>, %c: memref<128x128xf32>)
    attributes {dlc.kernel} {
  %zero = arith.constant 0.0 : f32
  %sums = memref.alloca() : memref<128x128xf32>
  linalg.fill ins(%zero : f32) outs(%sums : memref<128x128xf32>)
  linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (k, n)>,
                                   affine_map<(m, n, k) -> (m, n)>],
                  iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%a, %b : memref<128x64xf32>, memref<64x128xf32>) outs(%sums : memref<128x128xf32>)
      attrs = {dlc.extents = [affine_map<() -> (128)>, affine_map<() -> (128)>, affine_map<() -> (64)>]} {
  ^bb0(%x: f32, %y: f32, %sum: f32):
    %p = arith.mulf %x, %y : f32
    %s = arith.addf %sum, %p : f32
    linalg.yield %s : f32
  }
  linalg.generic {indexing_maps = [affine_map<(m, n) -> (m, n)>, affine_map<(m, n) -> (m, n)>,
                                   affine_map<(m, n) -> (m, n)>],
                  iterator_types = ["parallel", "parallel"]}
      ins(%sums, %d : memref<128x128xf32>, memref<128x128xf32>) outs(%c : memref<128x128xf32>)
      attrs = {dlc.extents = [affine_map<() -> (128)>, affine_map<() -> (128)>]} {
  ^bb0(%x: f32, %y: f32, %out: f32):
    %p = arith.mulf %x, %y : f32
    linalg.yield %p : f32
  }
  return
}

// -----

// The transposed operand of a weight's gradient, a row of 4 KiB per step: what the tile after this
// one reads of it, a line further, into the second cache; the other operand is a panel.
// CHECK-LABEL: func.func private @rows
// CHECK-SAME: %[[A:[a-z0-9]+]]: memref<131072xf32>
// CHECK: scf.for {{.*}} -> ({{.*}}vector<16xf32>
// CHECK: memref.prefetch %[[A]][{{.*}}], read, locality<2>, data : memref<131072xf32>
// CHECK-NOT: memref.prefetch
func.func @rows(%a: memref<128x1024xf32>, %b: memref<128x64xf32>, %c: memref<1024x64xf32>)
    attributes {dlc.kernel} {
  %zero = arith.constant 0.0 : f32
  linalg.fill ins(%zero : f32) outs(%c : memref<1024x64xf32>)
  linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (k, m)>, affine_map<(m, n, k) -> (k, n)>,
                                   affine_map<(m, n, k) -> (m, n)>],
                  iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%a, %b : memref<128x1024xf32>, memref<128x64xf32>) outs(%c : memref<1024x64xf32>)
      attrs = {dlc.extents = [affine_map<() -> (1024)>, affine_map<() -> (64)>, affine_map<() -> (128)>]} {
  ^bb0(%x: f32, %y: f32, %sum: f32):
    %p = arith.mulf %x, %y : f32
    %s = arith.addf %sum, %p : f32
    linalg.yield %s : f32
  }
  return
}

// -----

// Sums over images by channel, larger than any cache: before the vectors of channels go through a few
// rows of an image, these are read as they lie in memory; of the image the row that the rows before
// did not want, or its last, the frame being nowhere.
// CHECK-LABEL: func.func private @images
// CHECK-SAME: %[[X:[a-z0-9]+]]: memref<2097152xf32>, %[[DY:[a-z0-9]+]]: memref<2097152xf32>
// CHECK: scf.for %[[ROW:[a-z0-9]+]] = {{.*}} -> (vector<4xi32>)
// CHECK: %[[LAST:.*]] = arith.constant 126 : index
// CHECK: arith.minsi %[[ROW]], %[[LAST]]
// CHECK: vector.load %[[X]][{{.*}}] : memref<2097152xf32>, vector<4xf32>
// CHECK: arith.ori
// CHECK: vector.load %[[DY]][{{.*}}] : memref<2097152xf32>, vector<4xf32>
// CHECK: arith.ori
// CHECK: vector.store {{.*}} : memref<{{.*}}xi8>, vector<16xi8>
// CHECK: math.fma
func.func @images(%x: memref<2x128x128x64xf32>, %dy: memref<2x128x128x64xf32>, %dw: memref<2x3x3x64xf32>)
    attributes {dlc.kernel} {
  %zero = arith.constant 0.0 : f32
  %padded = step.padded %x starts = [0, 0, 0, 0] sizes = [2, 128, 128, 64] low = [0, 1, 1, 0] value = 0.0
      : memref<2x128x128x64xf32> to memref<2x130x130x64xf32>
  linalg.fill ins(%zero : f32) outs(%dw : memref<2x3x3x64xf32>)
  linalg.generic {indexing_maps = [affine_map<(n, u, v, c, h, w) -> (n, h + u, w + v, c)>,
                                   affine_map<(n, u, v, c, h, w) -> (n, h, w, c)>,
                                   affine_map<(n, u, v, c, h, w) -> (n, u, v, c)>],
                  iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction", "reduction"]}
      ins(%padded, %dy : memref<2x130x130x64xf32>, memref<2x128x128x64xf32>) outs(%dw : memref<2x3x3x64xf32>)
      attrs = {dlc.extents = [affine_map<() -> (2)>, affine_map<() -> (3)>, affine_map<() -> (3)>,
                              affine_map<() -> (64)>, affine_map<() -> (128)>, affine_map<() -> (128)>]} {
  ^bb0(%a: f32, %b: f32, %sum: f32):
    %p = arith.mulf %a, %b : f32
    %s = arith.addf %sum, %p : f32
    linalg.yield %s : f32
  }
  return
}

// -----

// A window whose last row never meets the image, not even for the first of the results: that row is
// nowhere, and nothing of the image is read before.
// CHECK-LABEL: func.func private @beyond
// CHECK-SAME: %[[X:[a-z0-9]+]]: memref<1310720xf32>
// CHECK: scf.for {{.*}} -> (vector<4xi32>
// CHECK-NOT: vector.load %[[X]]{{.*}}, vector<4xf32>
// CHECK: math.fma
func.func @beyond(%x: memref<80x8x32x64xf32>, %dy: memref<80x10x32x64xf32>, %dw: memref<80x3x3x64xf32>)
    attributes {dlc.kernel} {
  %zero = arith.constant 0.0 : f32
  %padded = step.padded %x starts = [0, 0, 0, 0] sizes = [80, 8, 32, 64] low = [0, 0, 1, 0] value = 0.0
      : memref<80x8x32x64xf32> to memref<80x28x34x64xf32>
  linalg.fill ins(%zero : f32) outs(%dw : memref<80x3x3x64xf32>)
  linalg.generic {indexing_maps = [affine_map<(n, u, v, c, h, w) -> (n, h * 2 + u * 4, w + v, c)>,
                                   affine_map<(n, u, v, c, h, w) -> (n, h, w, c)>,
                                   affine_map<(n, u, v, c, h, w) -> (n, u, v, c)>],
                  iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction", "reduction"]}
      ins(%padded, %dy : memref<80x28x34x64xf32>, memref<80x10x32x64xf32>) outs(%dw : memref<80x3x3x64xf32>)
      attrs = {dlc.extents = [affine_map<() -> (80)>, affine_map<() -> (3)>, affine_map<() -> (3)>,
                              affine_map<() -> (64)>, affine_map<() -> (10)>, affine_map<() -> (32)>]} {
  ^bb0(%a: f32, %b: f32, %sum: f32):
    %p = arith.mulf %a, %b : f32
    %s = arith.addf %sum, %p : f32
    linalg.yield %s : f32
  }
  return
}

// -----

// A window goes along a row: the newest column of the newest row, four register tiles of four places
// further, a line for each place and vector; a window that moves by two meets two of each.
// CHECK-LABEL: func.func private @window
// CHECK-SAME: %[[X:[a-z0-9]+]]: memref<131072xf32>
// CHECK-COUNT-8: memref.prefetch %[[X]][{{.*}}], read, locality<3>, data : memref<131072xf32>
// CHECK-NOT: memref.prefetch
// CHECK: math.fma
func.func @window(%x: memref<4x32x32x32xf32>, %w: memref<3x3x32xf32>, %y: memref<4x30x28x32xf32>)
    attributes {dlc.kernel} {
  %zero = arith.constant 0.0 : f32
  linalg.fill ins(%zero : f32) outs(%y : memref<4x30x28x32xf32>)
  linalg.generic {indexing_maps = [affine_map<(n, h, w, c, u, v) -> (n, h + u, w + v, c)>,
                                   affine_map<(n, h, w, c, u, v) -> (u, v, c)>,
                                   affine_map<(n, h, w, c, u, v) -> (n, h, w, c)>],
                  iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction", "reduction"]}
      ins(%x, %w : memref<4x32x32x32xf32>, memref<3x3x32xf32>) outs(%y : memref<4x30x28x32xf32>)
      attrs = {dlc.extents = [affine_map<() -> (4)>, affine_map<() -> (30)>, affine_map<() -> (28)>,
                              affine_map<() -> (32)>, affine_map<() -> (3)>, affine_map<() -> (3)>]} {
  ^bb0(%a: f32, %b: f32, %sum: f32):
    %p = arith.mulf %a, %b : f32
    %s = arith.addf %sum, %p : f32
    linalg.yield %s : f32
  }
  return
}

// CHECK-LABEL: func.func private @strides
// CHECK-SAME: %[[X:[a-z0-9]+]]: memref<139392xf32>
// CHECK-COUNT-32: memref.prefetch %[[X]][{{.*}}], read, locality<3>, data : memref<139392xf32>
// CHECK-NOT: memref.prefetch
// CHECK: math.fma
func.func @strides(%x: memref<4x33x33x32xf32>, %w: memref<3x3x32xf32>, %y: memref<4x16x16x32xf32>)
    attributes {dlc.kernel} {
  %zero = arith.constant 0.0 : f32
  linalg.fill ins(%zero : f32) outs(%y : memref<4x16x16x32xf32>)
  linalg.generic {indexing_maps = [affine_map<(n, h, w, c, u, v) -> (n, h * 2 + u, w * 2 + v, c)>,
                                   affine_map<(n, h, w, c, u, v) -> (u, v, c)>,
                                   affine_map<(n, h, w, c, u, v) -> (n, h, w, c)>],
                  iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction", "reduction"]}
      ins(%x, %w : memref<4x33x33x32xf32>, memref<3x3x32xf32>) outs(%y : memref<4x16x16x32xf32>)
      attrs = {dlc.extents = [affine_map<() -> (4)>, affine_map<() -> (16)>, affine_map<() -> (16)>,
                              affine_map<() -> (32)>, affine_map<() -> (3)>, affine_map<() -> (3)>]} {
  ^bb0(%a: f32, %b: f32, %sum: f32):
    %p = arith.mulf %a, %b : f32
    %s = arith.addf %sum, %p : f32
    linalg.yield %s : f32
  }
  return
}
