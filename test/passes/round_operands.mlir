// RUN: %dlc-opt %s --dlc-round-operands | FileCheck %s
// Products of f32 that gain from it are marked, those of loops too; small ones and other types are
// not.
// CHECK: dlc.program @p {{.*}}precision = "bf16"
dlc.program @p dims {} {
  // CHECK-LABEL: @products
  dlc.entry @products inputs ["x", "w", "few", "narrow", "d", "e"] states [] results ["a", "b", "c", "d"] {
  ^bb0(%x: tensor<16x32xf32>, %w: tensor<16x32xf32>, %few: tensor<15x32xf32>,
       %shallow: tensor<16x31xf32>, %d: tensor<16x32xf64>, %e: tensor<16x32xf64>):
    // CHECK: dlc.contract {{.*}} {bf16} : tensor<16x32xf32>
    %a = dlc.contract %x [0, 2], %w [1, 2] -> [0, 1] : tensor<16x32xf32>, tensor<16x32xf32>
    // CHECK: dlc.contract
    // CHECK-NOT: bf16
    %b = dlc.contract %few [0, 2], %w [1, 2] -> [0, 1] : tensor<15x32xf32>, tensor<16x32xf32>
    %c = dlc.contract %shallow [0, 2], %shallow [1, 2] -> [0, 1] : tensor<16x31xf32>, tensor<16x31xf32>
    %f = dlc.contract %d [0, 2], %e [1, 2] -> [0, 1] : tensor<16x32xf64>, tensor<16x32xf64>
    dlc.yield %a, %b, %c, %f : tensor<16x16xf32>, tensor<15x16xf32>, tensor<16x16xf32>, tensor<16x16xf64>
  }
  // CHECK-LABEL: @batches
  dlc.entry @batches inputs ["x", "w"] states [] results ["a", "b"] {
  ^bb0(%x: tensor<64x4x32xf32>, %w: tensor<64x16x32xf32>):
    // What both operands follow makes neither of them larger.
    // CHECK-NOT: bf16
    %a = dlc.contract %x [0, 1, 3], %w [0, 2, 3] -> [0, 1, 2] : tensor<64x4x32xf32>, tensor<64x16x32xf32>
    // CHECK: dlc.contract {{.*}} {bf16}
    %b = dlc.contract %x [0, 1, 3], %w [2, 4, 3] -> [0, 1, 2, 4] : tensor<64x4x32xf32>, tensor<64x16x32xf32>
    dlc.yield %a, %b : tensor<64x4x16xf32>, tensor<64x4x64x16xf32>
  }
  // CHECK-LABEL: @images
  dlc.entry @images inputs ["x", "w", "g", "v"] states [] results ["a", "b"] {
  ^bb0(%x: tensor<2x4x8x8xf32>, %w: tensor<16x4x3x3xf32>, %g: tensor<2x8x1x8x8xf32>, %v: tensor<8x1x1x3x3xf32>):
    // CHECK: dlc.conv {{.*}} {bf16}
    %a = dlc.conv %x, %w strides = [1, 1] dilations = [1, 1] : tensor<2x4x8x8xf32>, tensor<16x4x3x3xf32>
    // CHECK: dlc.conv
    // CHECK-NOT: bf16
    %b = dlc.conv %g, %v strides = [1, 1] dilations = [1, 1] : tensor<2x8x1x8x8xf32>, tensor<8x1x1x3x3xf32>
    // CHECK: dlc.yield
    dlc.yield %a, %b : tensor<2x16x6x6xf32>, tensor<2x8x1x6x6xf32>
  }
  // CHECK-LABEL: @loop
  dlc.entry @loop inputs ["h", "w"] states [] results ["y"] {
  ^bb0(%h: tensor<16x32xf32>, %w: tensor<32x32xf32>):
    // CHECK: dlc.contract {{.*}} {bf16}
    %y = dlc.checkpoint (%h, %w) : (tensor<16x32xf32>, tensor<32x32xf32>) -> tensor<16x32xf32> {
    ^bb0(%a: tensor<16x32xf32>, %b: tensor<32x32xf32>):
      %0 = dlc.contract %a [0, 2], %b [1, 2] -> [0, 1] : tensor<16x32xf32>, tensor<32x32xf32>
      dlc.next %0 : tensor<16x32xf32>
    }
    dlc.yield %y : tensor<16x32xf32>
  }
}
