// Found when a kernel's code is written: its tiles are chosen by its loops, which are in order here.
// RUN: dlc-opt %s -dlc-cpu-lower-kernels --verify-diagnostics

func.func @branch(%a: memref<4xf32>) attributes {dlc.kernel} {
  linalg.generic {indexing_maps = [affine_map<(i) -> (i)>], iterator_types = ["parallel"]} outs(%a : memref<4xf32>) {
  ^bb0(%x: f32):
    %zero = arith.constant 0.0 : f32
    %live = arith.cmpf ogt, %x, %zero : f32
    // expected-error @below {{'scf.if' op has a region: a kernel's body is straight-line code}}
    %y = scf.if %live -> f32 {
      scf.yield %x : f32
    } else {
      scf.yield %zero : f32
    }
    linalg.yield %y : f32
  }
  return
}
