// RUN: dlc-opt %s -dlc-cpu-shape-kernels | FileCheck %s --check-prefix=SHAPE
// RUN: dlc-opt %s -dlc-cpu-lower-kernels | FileCheck %s --check-prefix=TILES
// RUN: dlc-opt %s -dlc-cpu-lower-kernels -dlc-cpu-to-llvm | FileCheck %s --check-prefix=LLVM

// A contraction with live rows: accumulators are loop-carried vectors, multiply-adds are explicit.
// SHAPE: #[[COLUMNS:.*]] = affine_map<(d0) -> (2)>
// SHAPE: #[[ROWS:.*]] = affine_map<(d0) -> (d0 ceildiv 16)>
// The 16 rows of a tile, of 64 floats, lie behind those of the one before; all tiles read %b.
// SHAPE: dlc.cut = array<i64: 1, 4096, 0, 4096>, dlc.kernel, dlc.scratch = 0 : i64, dlc.tiles = [#[[COLUMNS]], #[[ROWS]]]
// TILES: func.func private @kernel(%{{.*}}: memref<8192xf32>, {{.*}}: index, %{{.*}}: index, %{{.*}}: index)
// TILES: scf.for {{.*}} -> ({{.*}}vector<16xf32>
// TILES: math.fma {{.*}} : vector<16xf32>
// LLVM: llvm.intr.fma
// LLVM-NOT: llvm.call
func.func @kernel(%a: memref<128x64xf32>, %b: memref<64x64xf32>, %c: memref<128x64xf32>, %n: index)
    attributes {dlc.kernel} {
  %zero = arith.constant 0.0 : f32
  linalg.fill ins(%zero : f32) outs(%c : memref<128x64xf32>)
  linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (k, n)>,
                                   affine_map<(m, n, k) -> (m, n)>],
                  iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%a, %b : memref<128x64xf32>, memref<64x64xf32>) outs(%c : memref<128x64xf32>)
      attrs = {dlc.extents = [affine_map<(n) -> (n)>, affine_map<(n) -> (64)>, affine_map<(n) -> (64)>]} {
  ^bb0(%x: f32, %y: f32, %sum: f32):
    %p = arith.mulf %x, %y : f32
    %s = arith.addf %sum, %p : f32
    linalg.yield %s : f32
  }
  return
}
