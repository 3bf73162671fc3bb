// RUN: %dlc-opt %s --dlc-lower-kernels --cse --canonicalize --split-input-file | FileCheck %s

// A reduction: filled, then combined; the loop over rows ends at the live extent, n doubled and one.
// CHECK-DAG: [[LIVE:#.*]] = affine_map<(d0) -> (d0 * 2 + 1)>
// CHECK-DAG: [[THREE:#.*]] = affine_map<(d0) -> (3)>
// CHECK-DAG: [[XMAP:#.*]] = affine_map<(d0, d1) -> (d0, d1)>
// CHECK-DAG: [[YMAP:#.*]] = affine_map<(d0, d1) -> (d0)>
// CHECK: step.kernel @sum inputs 1 outputs 1 overwrites []
// CHECK-NEXT: ^bb0([[X:%.*]]: memref<17x3xf32>, [[Y:%.*]]: memref<17xf32>, %{{.*}}: index):
// CHECK: linalg.fill {{.*}} outs([[Y]]
// CHECK: linalg.generic {indexing_maps = {{\[}}[[XMAP]], [[YMAP]]], iterator_types = ["parallel", "reduction"]}
// CHECK-SAME: ins([[X]] : {{.*}} outs([[Y]] : {{.*}} {dlc.extents = {{\[}}[[LIVE]], [[THREE]]]}
// CHECK: math.exp
// CHECK: arith.addf
// CHECK: step.return
dlc.program @p dims {n = 8 : i64} {
  step.kernel @sum inputs 1 outputs 1 layouts [array<i64: 0, 1>, array<i64: 0>] {
  ^bb0(%x: tensor<17x3xf32, #dlc.live<2*n+1, *>>):
    %0 = dlc.exp %x : tensor<17x3xf32, #dlc.live<2*n+1, *>>
    %1 = dlc.reduce_sum %0 dims = [1] : tensor<17x3xf32, #dlc.live<2*n+1, *>>
    step.return %1 : tensor<17xf32, #dlc.live<2*n+1>>
  }
}

// -----

// Ops behind the reduction: a second generic over the parallel loops, an alloca between the two.
// CHECK: step.kernel @epilogue
// CHECK-NEXT: ^bb0([[X:%.*]]: memref<4x3xf32>, [[Y:%.*]]: memref<4xf32>):
// CHECK: [[ACC:%.*]] = memref.alloca() : memref<4xf32>
// CHECK: linalg.fill {{.*}} outs([[ACC]]
// CHECK: linalg.generic {{.*}}"reduction"]} ins([[X]] {{.*}} outs([[ACC]]
// CHECK: linalg.generic {{.*}}iterator_types = ["parallel"]} ins([[ACC]] {{.*}} outs([[Y]]
// CHECK: math.log
dlc.program @p dims {} {
  step.kernel @epilogue inputs 1 outputs 1 layouts [array<i64: 0, 1>, array<i64: 0>] {
  ^bb0(%x: tensor<4x3xf32>):
    %0 = dlc.reduce_sum %x dims = [1] : tensor<4x3xf32>
    %1 = dlc.log %0 : tensor<4xf32>
    step.return %1 : tensor<4xf32>
  }
}

// -----

// Movements are indices. Only what is read at the very index that is written may be overwritten: %a, and
// not %b, which is read turned round.
// CHECK-DAG: [[HERE:#.*]] = affine_map<(d0) -> (d0)>
// CHECK-DAG: [[BACK:#.*]] = affine_map<(d0) -> (-d0 + 3)>
// CHECK-DAG: [[ONE:#.*]] = affine_map<(d0) -> ()>
// CHECK: step.kernel @maps inputs 3 outputs 1 overwrites [0, 0]
// CHECK: linalg.generic {indexing_maps = {{\[}}[[HERE]], [[BACK]], [[ONE]], [[HERE]]]
dlc.program @p dims {} {
  step.kernel @maps inputs 3 outputs 1 layouts [array<i64: 0>, array<i64: 0>, array<i64>, array<i64: 0>] {
  ^bb0(%a: tensor<4xf32>, %b: tensor<4xf32>, %c: tensor<f32>):
    %0 = dlc.reverse %b dims = [0] : tensor<4xf32>
    %1 = dlc.broadcast %c dims = [0] : tensor<f32> to tensor<4xf32>
    %2 = dlc.add %a, %0 : tensor<4xf32>
    %3 = dlc.mul %2, %1 : tensor<4xf32>
    step.return %3 : tensor<4xf32>
  }
}

// -----

// The same operand at two indices must not be overwritten either.
// CHECK: step.kernel @twice inputs 1 outputs 1 overwrites [] {
dlc.program @p dims {} {
  step.kernel @twice inputs 1 outputs 1 layouts [array<i64: 0>, array<i64: 0>] {
  ^bb0(%a: tensor<4xf32>):
    %0 = dlc.reverse %a dims = [0] : tensor<4xf32>
    %1 = dlc.add %a, %0 : tensor<4xf32>
    step.return %1 : tensor<4xf32>
  }
}

// -----

// Storage order: memrefs have the stored shape, loops run along the result's storage.
// CHECK-DAG: [[IN:#.*]] = affine_map<(d0, d1) -> (d1, d0)>
// CHECK-DAG: [[OUT:#.*]] = affine_map<(d0, d1) -> (d0, d1)>
// CHECK: step.kernel @layouts
// CHECK-NEXT: ^bb0(%{{.*}}: memref<2x3xf32>, %{{.*}}: memref<3x2xf32>):
// CHECK: linalg.generic {indexing_maps = {{\[}}[[IN]], [[OUT]]]
dlc.program @p dims {} {
  step.kernel @layouts inputs 1 outputs 1 layouts [array<i64: 0, 1>, array<i64: 1, 0>] {
  ^bb0(%x: tensor<2x3xf32>):
    %0 = dlc.copy %x : tensor<2x3xf32>
    step.return %0 : tensor<2x3xf32>
  }
}

// -----

// Loops over a window stand in sums only: an operand of the window's shape says their range.
// CHECK: step.kernel @window
// CHECK: [[WINDOW:%.*]] = memref.alloca() : memref<2x2xi8>
// CHECK: linalg.generic {{.*}} ins(%{{.*}}, [[WINDOW]] :
dlc.program @p dims {} {
  step.kernel @window inputs 1 outputs 1 layouts [array<i64: 0, 1, 2, 3>, array<i64: 0, 1, 2, 3>] {
  ^bb0(%x: tensor<1x1x4x4xf32>):
    %y, %i = dlc.max_pool %x window = [2, 2] strides = [2, 2] dilations = [1, 1] : tensor<1x1x4x4xf32>
    step.return %y : tensor<1x1x2x2xf32>
  }
}

// -----

// A loop over a part of an axis does not stand alone in that axis' map, or linalg would take the whole.
// CHECK-DAG: [[PART:#.*]] = affine_map<(d0) -> (d0 mod 17)>
// CHECK: step.kernel @part
// CHECK: linalg.generic {indexing_maps = {{\[}}[[PART]],
dlc.program @p dims {} {
  step.kernel @part inputs 1 outputs 1 layouts [array<i64: 0>, array<i64: 0>] {
  ^bb0(%x: tensor<17xf32>):
    %0 = dlc.slice %x starts = [0] sizes = [8] strides = [1] : tensor<17xf32>
    %1 = dlc.copy %0 : tensor<8xf32>
    step.return %1 : tensor<8xf32>
  }
}

// -----

// dlc.place writes part of its result: the rest is its operand's buffer.
// CHECK-DAG: [[TO:#.*]] = affine_map<(d0) -> (d0 * 2 + 1)>
// CHECK: step.kernel @place inputs 2 outputs 1 overwrites [0, 1] attributes {in_place}
// CHECK-NEXT: ^bb0([[X:%.*]]: memref<3xf32>, [[BASE:%.*]]: memref<7xf32>, [[Y:%.*]]: memref<7xf32>):
// CHECK-NOT: linalg.fill
// CHECK: linalg.generic {indexing_maps = [#{{.*}}, [[TO]]], {{.*}} ins([[X]] {{.*}} outs([[Y]]
dlc.program @p dims {} {
  step.kernel @place inputs 2 outputs 1 layouts [array<i64: 0>, array<i64: 0>, array<i64: 0>] {
  ^bb0(%x: tensor<3xf32>, %base: tensor<7xf32>):
    %0 = dlc.place %x in %base low = [1] interior = [1] : tensor<3xf32> in tensor<7xf32>
    step.return %0 : tensor<7xf32>
  }
}

// -----

// A product that goes to its place: its sums stand elsewhere, and what is left in the buffer is its base's.
// CHECK-DAG: [[TO:#.*]] = affine_map<(d0, d1) -> (d0 * 2 + 1, d1)>
// CHECK: step.kernel @placed inputs 3 outputs 1 overwrites [0, 2] attributes {in_place}
// CHECK-NEXT: ^bb0({{.*}}: memref<4x3xf32>, {{.*}}: memref<3x5xf32>, [[BASE:%.*]]: memref<9x5xf32>, [[Y:%.*]]: memref<9x5xf32>):
// CHECK: [[SUMS:%.*]] = memref.alloca() : memref<4x5xf32>
// CHECK: linalg.generic {{.*}} outs([[SUMS]]
// CHECK: linalg.generic {indexing_maps = [#{{.*}}, [[TO]]], {{.*}} ins([[SUMS]] {{.*}} outs([[Y]]
dlc.program @p dims {} {
  step.kernel @placed inputs 3 outputs 1 layouts [array<i64: 0, 1>, array<i64: 0, 1>, array<i64: 0, 1>, array<i64: 0, 1>] {
  ^bb0(%x: tensor<4x3xf32>, %w: tensor<3x5xf32>, %base: tensor<9x5xf32>):
    %0 = dlc.contract %x [0, 2], %w [2, 1] -> [0, 1] : tensor<4x3xf32>, tensor<3x5xf32>
    %1 = dlc.place %0 in %base low = [1, 0] interior = [1, 0] : tensor<4x5xf32> in tensor<9x5xf32>
    step.return %1 : tensor<9x5xf32>
  }
}

// -----

// Parts of one buffer that one kernel makes, and a result of its own: the first result is the one that is
// partly written, and the other may lie over an operand.
// CHECK-DAG: [[SAME:#.*]] = affine_map<(d0, d1) -> (d0, d1)>
// CHECK-DAG: [[LEFT:#.*]] = affine_map<(d0, d1) -> (d0, d1 mod 6)>
// CHECK-DAG: [[RIGHT:#.*]] = affine_map<(d0, d1) -> (d0, d1 + 3)>
// CHECK: step.kernel @joint inputs 2 outputs 2 overwrites [0, 1, 1, 0] attributes {in_place}
// CHECK-NEXT: ^bb0([[X:%.*]]: memref<2x3xf32>, {{.*}}: memref<2x6xf32>, [[Y:%.*]]: memref<2x6xf32>, [[Z:%.*]]: memref<2x3xf32>):
// CHECK: linalg.generic {indexing_maps = {{\[}}[[SAME]], [[LEFT]], [[RIGHT]], [[SAME]]], {{.*}} ins([[X]] {{.*}} outs([[Y]], [[Y]], [[Z]] :
dlc.program @p dims {} {
  step.kernel @joint inputs 2 outputs 2 layouts [array<i64: 0, 1>, array<i64: 0, 1>, array<i64: 0, 1>, array<i64: 0, 1>] {
  ^bb0(%x: tensor<2x3xf32>, %base: tensor<2x6xf32>):
    %0 = dlc.exp %x : tensor<2x3xf32>
    %1 = dlc.neg %0 : tensor<2x3xf32>
    %2 = dlc.place %0 in %base low = [0, 0] interior = [0, 0] : tensor<2x3xf32> in tensor<2x6xf32>
    %3 = dlc.place %1 in %2 low = [0, 3] interior = [0, 0] : tensor<2x3xf32> in tensor<2x6xf32>
    %4 = dlc.mul %1, %1 : tensor<2x3xf32>
    step.return %3, %4 : tensor<2x6xf32>, tensor<2x3xf32>
  }
}

// -----

// A convolution pads in passing: the frame stands around the part of the buffer that it reads, as its axes
// lie there.
// CHECK: step.kernel @padded
// CHECK-NEXT: ^bb0([[X:%.*]]: memref<2x9x8x3xf32>,
// CHECK: [[P:%.*]] = step.padded [[X]] starts = [0, 2, 0, 0] sizes = [2, 6, 8, 3] low = [0, 1, 2, 0] value = 0.000000e+00 : memref<2x9x8x3xf32> to memref<2x8x12x3xf32>
// CHECK: linalg.generic {{.*}} ins([[P]], %{{.*}} : memref<2x8x12x3xf32>,
dlc.program @p dims {} {
  step.kernel @padded inputs 2 outputs 1 layouts [array<i64: 0, 2, 3, 1>, array<i64: 2, 3, 1, 0>, array<i64: 0, 2, 3, 1>] {
  ^bb0(%x: tensor<2x3x9x8xf32>, %w: tensor<4x2x3x3xf32>):
    %0 = dlc.slice %x starts = [0, 0, 2, 0] sizes = [2, 3, 6, 8] strides = [1, 1, 1, 1] : tensor<2x3x9x8xf32>
    %1 = dlc.permute %0 perm = [1, 0, 2, 3] : tensor<2x3x6x8xf32>
    %2 = dlc.pad %1 low = [0, 0, 1, 2] high = [0, 0, 1, 2] interior = [0, 0, 0, 0] value = 0.0 : tensor<3x2x6x8xf32>
    %3 = dlc.conv %2, %w strides = [1, 1] dilations = [1, 1] : tensor<3x2x8x12xf32>, tensor<4x2x3x3xf32>
    step.return %3 : tensor<3x4x6x10xf32>
  }
}

// -----

// Passes over rows: what is kept for a later pass has an alloca of the whole shape, a sum one of the rows. The
// result may take the operand's place, since the last pass alone reads it where it writes.
// CHECK: step.kernel @passes inputs 1 outputs 1 overwrites [0, 0]
// CHECK-NEXT: ^bb0([[X:%.*]]: memref<8x5xf32>, [[Y:%.*]]: memref<8x5xf32>):
// CHECK: linalg.generic {{.*}}iterator_types = ["parallel", "reduction"]} ins([[X]] {{.*}}dlc.rows = 1 : i64
// CHECK: arith.maximumf
// CHECK: linalg.generic {{.*}}iterator_types = ["parallel", "reduction"]} ins([[X]], {{.*}} outs([[S:%.*]], [[E:%.*]] : memref<8xf32>, memref<8x5xf32>){{.*}}dlc.rows = 1 : i64
// CHECK: math.exp
// CHECK: linalg.generic {{.*}} ins([[E]], [[S]], [[X]] : {{.*}} outs([[Y]]
dlc.program @p dims {} {
  step.kernel @passes inputs 1 outputs 1 layouts [array<i64: 0, 1>, array<i64: 0, 1>] attributes {rows = array<i64: 1>} {
  ^bb0(%x: tensor<8x5xf32>):
    %m = dlc.reduce_max %x dims = [1] : tensor<8x5xf32>
    %mb = dlc.broadcast %m dims = [1] : tensor<8xf32> to tensor<8x5xf32>
    %d = dlc.sub %x, %mb : tensor<8x5xf32>
    %e = dlc.exp %d : tensor<8x5xf32>
    %s = dlc.reduce_sum %e dims = [1] : tensor<8x5xf32>
    %sb = dlc.broadcast %s dims = [1] : tensor<8xf32> to tensor<8x5xf32>
    %f = dlc.div %e, %sb : tensor<8x5xf32>
    %y = dlc.add %f, %x : tensor<8x5xf32>
    step.return %y : tensor<8x5xf32>
  }
}

// -----

// A product of a loop's body says so.
// CHECK: step.kernel @looped
// CHECK-NOT: in_loop
// CHECK: linalg.generic {{.*}} attrs = {dlc.extents = {{.*}}, dlc.in_loop}
dlc.program @p dims {} {
  step.kernel @looped inputs 2 outputs 1 layouts [array<i64: 0, 1>, array<i64: 0, 1>, array<i64: 0, 1>] attributes {in_loop} {
  ^bb0(%x: tensor<4x3xf32>, %w: tensor<3x5xf32>):
    %0 = dlc.contract %x [0, 2], %w [2, 1] -> [0, 1] : tensor<4x3xf32>, tensor<3x5xf32>
    step.return %0 : tensor<4x5xf32>
  }
}
