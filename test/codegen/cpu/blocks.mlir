// Which products are cut along the sum, so that what its tiles share stays in the private cache.
// RUN: dlc-opt %s -dlc-cpu-lower-kernels --split-input-file | FileCheck %s

// Rows of 2 KiB, of which a panel takes 128 bytes, meet in a sixteenth of the cache's sets: a third of
// the 784 at a time.
// CHECK-LABEL: func.func private @powers(
// CHECK: %[[BLOCK:.*]] = arith.constant 272 : index
// CHECK: scf.for %{{.*}} = %{{.*}} to %{{.*}} step %[[BLOCK]] {
func.func @powers(%a: memref<64x784xf32>, %b: memref<784x512xf32>, %c: memref<64x512xf32>)
    attributes {dlc.kernel} {
  %zero = arith.constant 0.0 : f32
  linalg.fill ins(%zero : f32) outs(%c : memref<64x512xf32>)
  linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (k, n)>,
                                   affine_map<(m, n, k) -> (m, n)>],
                  iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%a, %b : memref<64x784xf32>, memref<784x512xf32>) outs(%c : memref<64x512xf32>)
      attrs = {dlc.extents = [affine_map<() -> (64)>, affine_map<() -> (512)>, affine_map<() -> (784)>]} {
  ^bb0(%x: f32, %y: f32, %sum: f32):
    %p = arith.mulf %x, %y : f32
    %s = arith.addf %sum, %p : f32
    linalg.yield %s : f32
  }
  return
}

// -----

// Others are spread over all sets.
// CHECK-LABEL: func.func private @others(
// CHECK-NOT: arith.constant 272
func.func @others(%a: memref<64x784xf32>, %b: memref<784x528xf32>, %c: memref<64x528xf32>)
    attributes {dlc.kernel} {
  %zero = arith.constant 0.0 : f32
  linalg.fill ins(%zero : f32) outs(%c : memref<64x528xf32>)
  linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (k, n)>,
                                   affine_map<(m, n, k) -> (m, n)>],
                  iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%a, %b : memref<64x784xf32>, memref<784x528xf32>) outs(%c : memref<64x528xf32>)
      attrs = {dlc.extents = [affine_map<() -> (64)>, affine_map<() -> (528)>, affine_map<() -> (784)>]} {
  ^bb0(%x: f32, %y: f32, %sum: f32):
    %p = arith.mulf %x, %y : f32
    %s = arith.addf %sum, %p : f32
    linalg.yield %s : f32
  }
  return
}
