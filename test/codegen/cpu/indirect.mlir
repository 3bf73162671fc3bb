// RUN: %dlc-opt %s --dlc-cpu-lower-kernels | FileCheck %s

// Rows of a table: the index is the same for all lanes, so a row is read as vectors.
// CHECK-LABEL: func.func private @rows(
// CHECK: [[ROW:%.*]] = arith.select %{{.*}}, %{{.*}}, %{{.*}} : index
// CHECK-NOT: vector.gather
// CHECK: vector.load %{{.*}} : memref<280xf32>, vector<16xf32>
// CHECK-NOT: vector.gather
func.func private @rows(%i: memref<9xi64>, %x: memref<7x40xf32>, %y: memref<9x40xf32>) attributes {dlc.kernel} {
  linalg.generic {indexing_maps = [affine_map<(d0, d1) -> (d0)>, affine_map<(d0, d1) -> (d0, d1)>], iterator_types = ["parallel", "parallel"]} ins(%i : memref<9xi64>) outs(%y : memref<9x40xf32>) {
  ^bb0(%in: i64, %out: f32):
    %row = arith.index_cast %in : i64 to index
    %seven = arith.constant 7 : index
    %zero = arith.constant 0 : index
    %inside = arith.cmpi ult, %row, %seven : index
    %kept = arith.select %inside, %row, %zero : index
    %column = linalg.index 1 : index
    %found = memref.load %x[%kept, %column] : memref<7x40xf32>
    linalg.yield %found : f32
  }
  return
}

// Each lane has its own index: a gather.
// CHECK-LABEL: func.func private @elements(
// CHECK: vector.gather
func.func private @elements(%i: memref<32xi64>, %x: memref<7xf32>, %y: memref<32xf32>) attributes {dlc.kernel} {
  linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]} ins(%i : memref<32xi64>) outs(%y : memref<32xf32>) {
  ^bb0(%in: i64, %out: f32):
    %at = arith.index_cast %in : i64 to index
    %found = memref.load %x[%at] : memref<7xf32>
    linalg.yield %found : f32
  }
  return
}

// A running sum of rows: the lanes run along the columns, each step is stored as a vector.
// CHECK-LABEL: func.func private @running(
// CHECK: scf.for {{.*}} iter_args
// CHECK: arith.addf {{.*}} : vector<16xf32>
// CHECK: vector.store
// CHECK-NOT: vector.scatter
func.func private @running(%x: memref<9x16xf32>, %y: memref<9x16xf32>) attributes {dlc.kernel} {
  %zero = arith.constant 0.0 : f32
  %acc = memref.alloca() : memref<16xf32>
  linalg.fill ins(%zero : f32) outs(%acc : memref<16xf32>)
  linalg.generic {indexing_maps = [affine_map<(d0, d1) -> (d1, d0)>, affine_map<(d0, d1) -> (d0)>], iterator_types = ["parallel", "reduction"]} ins(%x : memref<9x16xf32>) outs(%acc : memref<16xf32>) {
  ^bb0(%in: f32, %out: f32):
    %sum = arith.addf %out, %in : f32
    %column = linalg.index 0 : index
    %row = linalg.index 1 : index
    %always = arith.constant true
    step.put %sum, %y[%row, %column] if %always : f32, memref<9x16xf32>
    linalg.yield %sum : f32
  }
  return
}

// A sort is a kernel by itself, with scratch for its pairs.
// CHECK-LABEL: func.func private @sort(
// CHECK-SAME: memref<20xf32>, {{.*}}memref<20xi64>, {{.*}}index, {{.*}}index, {{.*}}memref<120xi8>
// CHECK: memref.view
func.func private @sort(%x: memref<4x5xf32>, %order: memref<4x5xi64>) attributes {dlc.kernel} {
  step.sort %x to %order dim = 1 layouts [affine_map<(d0, d1) -> (d0, d1)>, affine_map<(d0, d1) -> (d0, d1)>] extents [affine_map<() -> (4)>, affine_map<() -> (5)>] : memref<4x5xf32> to memref<4x5xi64>
  return
}
