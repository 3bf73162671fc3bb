// RUN: dlc-opt %s -dlc-cpu-shape-kernels | FileCheck %s

// Threads get neighbouring tiles. In a loop the first axis of the tiles is the rows, if they are few: a
// thread has the same ones in every launch. Elsewhere, and where there are too few rows to share out or too
// many to stay near, it is the columns, whose panel is read once then.
// CHECK-DAG: #[[FOUR:.*]] = affine_map<() -> (4)>
// CHECK-DAG: #[[TWO:.*]] = affine_map<() -> (2)>
// CHECK-DAG: #[[EIGHT:.*]] = affine_map<() -> (8)>

// CHECK-LABEL: func.func @in_loop(
// CHECK-SAME: dlc.tiles = [#[[FOUR]], #[[FOUR]]]
func.func @in_loop(%a: memref<32x64xf32>, %b: memref<64x256xf32>, %c: memref<32x256xf32>)
    attributes {dlc.kernel} {
  %zero = arith.constant 0.0 : f32
  linalg.fill ins(%zero : f32) outs(%c : memref<32x256xf32>)
  linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (k, n)>,
                                   affine_map<(m, n, k) -> (m, n)>],
                  iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%a, %b : memref<32x64xf32>, memref<64x256xf32>) outs(%c : memref<32x256xf32>)
      attrs = {dlc.in_loop, dlc.extents = [affine_map<() -> (32)>, affine_map<() -> (256)>, affine_map<() -> (64)>]} {
  ^bb0(%x: f32, %y: f32, %sum: f32):
    %p = arith.mulf %x, %y : f32
    %s = arith.addf %sum, %p : f32
    linalg.yield %s : f32
  }
  return
}

// CHECK-LABEL: func.func @elsewhere(
// CHECK-SAME: dlc.tiles = [#[[EIGHT]], #[[TWO]]]
func.func @elsewhere(%a: memref<32x64xf32>, %b: memref<64x256xf32>, %c: memref<32x256xf32>)
    attributes {dlc.kernel} {
  %zero = arith.constant 0.0 : f32
  linalg.fill ins(%zero : f32) outs(%c : memref<32x256xf32>)
  linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (k, n)>,
                                   affine_map<(m, n, k) -> (m, n)>],
                  iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%a, %b : memref<32x64xf32>, memref<64x256xf32>) outs(%c : memref<32x256xf32>)
      attrs = {dlc.extents = [affine_map<() -> (32)>, affine_map<() -> (256)>, affine_map<() -> (64)>]} {
  ^bb0(%x: f32, %y: f32, %sum: f32):
    %p = arith.mulf %x, %y : f32
    %s = arith.addf %sum, %p : f32
    linalg.yield %s : f32
  }
  return
}

// CHECK-LABEL: func.func @too_few(
// CHECK-SAME: dlc.tiles = [#[[EIGHT]]]
func.func @too_few(%a: memref<16x64xf32>, %b: memref<64x256xf32>, %c: memref<16x256xf32>)
    attributes {dlc.kernel} {
  %zero = arith.constant 0.0 : f32
  linalg.fill ins(%zero : f32) outs(%c : memref<16x256xf32>)
  linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (k, n)>,
                                   affine_map<(m, n, k) -> (m, n)>],
                  iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%a, %b : memref<16x64xf32>, memref<64x256xf32>) outs(%c : memref<16x256xf32>)
      attrs = {dlc.in_loop, dlc.extents = [affine_map<() -> (16)>, affine_map<() -> (256)>, affine_map<() -> (64)>]} {
  ^bb0(%x: f32, %y: f32, %sum: f32):
    %p = arith.mulf %x, %y : f32
    %s = arith.addf %sum, %p : f32
    linalg.yield %s : f32
  }
  return
}

// CHECK-LABEL: func.func @too_many(
// CHECK-SAME: dlc.tiles = [#[[EIGHT]], #[[EIGHT]]]
func.func @too_many(%a: memref<128x64xf32>, %b: memref<64x256xf32>, %c: memref<128x256xf32>)
    attributes {dlc.kernel} {
  %zero = arith.constant 0.0 : f32
  linalg.fill ins(%zero : f32) outs(%c : memref<128x256xf32>)
  linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (k, n)>,
                                   affine_map<(m, n, k) -> (m, n)>],
                  iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%a, %b : memref<128x64xf32>, memref<64x256xf32>) outs(%c : memref<128x256xf32>)
      attrs = {dlc.in_loop, dlc.extents = [affine_map<() -> (128)>, affine_map<() -> (256)>, affine_map<() -> (64)>]} {
  ^bb0(%x: f32, %y: f32, %sum: f32):
    %p = arith.mulf %x, %y : f32
    %s = arith.addf %sum, %p : f32
    linalg.yield %s : f32
  }
  return
}
