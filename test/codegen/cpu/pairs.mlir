// What the innermost loop of a product of bf16 is: sixteen sums in registers, two vectors of the
// panel, a broadcast for each row; nothing is spilt or converted in it.
// RUN: dlc --from=trace --precision=bf16 --march=x86-64-v4-bf16 --emit=emit %s -o %t.s
// RUN: FileCheck %s --check-prefix=ROUNDS --input-file=%t.s
// RUN: FileCheck %s --input-file=%t.s
// Rows are rounded two vectors at a time, and the panel's columns interleaved.
// ROUNDS: contract.tiles:
// ROUNDS: vcvtne2ps2bf16
// ROUNDS: vpermw
// CHECK: contract.tiles:
// CHECK: .LBB
// CHECK: vdpbf16ps
// CHECK-NOT: {{\(%rsp\)|vcvt|vperm|vpinsr}}
// CHECK-COUNT-15: vdpbf16ps
// CHECK-NOT: {{\(%rsp\)|vcvt|vperm|vpinsr}}
// CHECK: j{{n?e|b|l}} .LBB

// Without the instruction both halves are widened and added one after the other.
// RUN: dlc --from=trace --precision=bf16 --march=x86-64-v4 --emit=emit %s -o - | FileCheck %s --check-prefix=WIDENED
// WIDENED: contract.tiles:
// WIDENED-NOT: vdpbf16ps
// WIDENED-COUNT-32: vfmadd{{.*}}ps
// f32 knows nothing of it.
// RUN: dlc --from=trace --march=x86-64-v4-bf16 --emit=emit %s -o - | FileCheck %s --check-prefix=F32
// F32-NOT: bf16ps
// F32: vfmadd
dlc.program @pairs dims {} {
  dlc.entry @init inputs [] states [] results [] {
    dlc.yield
  }
  dlc.entry @product inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<64x256xf32>, %w: tensor<256x64xf32>):
    %y = dlc.contract %x [0, 2], %w [2, 1] -> [0, 1] : tensor<64x256xf32>, tensor<256x64xf32>
    dlc.yield %y : tensor<64x64xf32>
  }
}
