// What is no kernel for this target, each with the op to look at.
// RUN: dlc-opt %s -dlc-cpu-shape-kernels --split-input-file --verify-diagnostics
// RUN: dlc-opt %s -dlc-cpu-lower-kernels --split-input-file --verify-diagnostics

#id = affine_map<(i, j) -> (i, j)>
func.func @extents(%a: memref<4x3xf32>, %n: index) attributes {dlc.kernel} {
  // expected-error @below {{'linalg.generic' op has 2 loops but dlc.extents names 1}}
  linalg.generic {indexing_maps = [#id], iterator_types = ["parallel", "parallel"]} outs(%a : memref<4x3xf32>)
      attrs = {dlc.extents = [affine_map<(n) -> (n)>]} {
  ^bb0(%x: f32):
    %y = arith.negf %x : f32
    linalg.yield %y : f32
  }
  return
}

// -----

#id = affine_map<(i, j) -> (i, j)>
func.func @bound(%a: memref<4x?xf32>) attributes {dlc.kernel} {
  // expected-error @below {{'linalg.generic' op loop 1 has no static bound: kernels take memrefs at the bound}}
  linalg.generic {indexing_maps = [#id], iterator_types = ["parallel", "parallel"]} outs(%a : memref<4x?xf32>) {
  ^bb0(%x: f32):
    %y = arith.negf %x : f32
    linalg.yield %y : f32
  }
  return
}

// -----

func.func @copy(%a: memref<4xf32>, %b: memref<4xf32>) attributes {dlc.kernel} {
  // expected-error @below {{'memref.copy' op cannot stand in a kernel: only linalg on memrefs, allocas and constants can}}
  memref.copy %a, %b : memref<4xf32> to memref<4xf32>
  return
}

// -----

#id = affine_map<(i, j) -> (i, j)>
#row = affine_map<(i, j) -> (i)>
func.func @reductions(%a: memref<4x3xf32>, %b: memref<4xf32>, %c: memref<4xf32>) attributes {dlc.kernel} {
  linalg.generic {indexing_maps = [#id, #row], iterator_types = ["parallel", "reduction"]}
      ins(%a : memref<4x3xf32>) outs(%b : memref<4xf32>) {
  ^bb0(%x: f32, %sum: f32):
    %s = arith.addf %sum, %x : f32
    linalg.yield %s : f32
  }
  // expected-error @below {{'linalg.generic' op has a reduction, but only a kernel's first stage may have one}}
  linalg.generic {indexing_maps = [#id, #row], iterator_types = ["parallel", "reduction"]}
      ins(%a : memref<4x3xf32>) outs(%c : memref<4xf32>) {
  ^bb0(%x: f32, %sum: f32):
    %s = arith.maximumf %sum, %x : f32
    linalg.yield %s : f32
  }
  return
}

// -----

#id = affine_map<(i, j) -> (i, j)>
#row = affine_map<(i, j) -> (i)>
func.func @epilogue(%a: memref<4x3xf32>, %b: memref<4xf32>, %c: memref<4x5xf32>) attributes {dlc.kernel} {
  linalg.generic {indexing_maps = [#id, #row], iterator_types = ["parallel", "reduction"]}
      ins(%a : memref<4x3xf32>) outs(%b : memref<4xf32>) {
  ^bb0(%x: f32, %sum: f32):
    %s = arith.addf %sum, %x : f32
    linalg.yield %s : f32
  }
  // expected-error @below {{'linalg.generic' op loop 1 of an epilogue is no parallel loop of the reduction}}
  linalg.generic {indexing_maps = [#row, #id], iterator_types = ["parallel", "parallel"]}
      ins(%b : memref<4xf32>) outs(%c : memref<4x5xf32>) {
  ^bb0(%x: f32, %y: f32):
    linalg.yield %x : f32
  }
  return
}

// -----

#id = affine_map<(i, j) -> (i, j)>
func.func @layout(%a: memref<4x3xf32, strided<[1, 4]>>) attributes {dlc.kernel} {
  // expected-error @below {{'linalg.generic' op takes 'memref<4x3xf32, strided<[1, 4]>>': kernels take static memrefs with identity layout}}
  linalg.generic {indexing_maps = [#id], iterator_types = ["parallel", "parallel"]}
      outs(%a : memref<4x3xf32, strided<[1, 4]>>) {
  ^bb0(%x: f32):
    %y = arith.negf %x : f32
    linalg.yield %y : f32
  }
  return
}

// -----

// expected-error @below {{'func.func' op is a kernel without a linalg op}}
func.func @nothing(%a: memref<4xf32>) attributes {dlc.kernel} {
  return
}
