// RUN: %dlc-opt %s --dlc-form-kernels --split-input-file | FileCheck %s
// RUN: %dlc-opt %s --dlc-form-kernels=rows=false --split-input-file | FileCheck %s --check-prefix=APART

// Two sums over the same rows, what stands between them and what is made from them: one kernel.
// CHECK-LABEL: dlc.program @softmax
// CHECK: step.kernel @k0_reduce_max_sub_exp_reduce_sum inputs 1 outputs 1 {{.*}} attributes {rows = array<i64: 1>}
// CHECK-NOT: step.kernel
// APART-LABEL: dlc.program @softmax
// APART: step.kernel @k0_reduce_max
// APART: step.kernel @k1_sub_exp
// APART: step.kernel @k2_reduce_sum
// APART: step.kernel @k3_div
dlc.program @softmax dims {} {
  dlc.entry @f inputs ["x"] states [] results ["y"] {
  ^bb0(%x: tensor<16x33xf32>):
    %m = dlc.reduce_max %x dims = [1] : tensor<16x33xf32>
    %mb = dlc.broadcast %m dims = [1] : tensor<16xf32> to tensor<16x33xf32>
    %d = dlc.sub %x, %mb : tensor<16x33xf32>
    %e = dlc.exp %d : tensor<16x33xf32>
    %s = dlc.reduce_sum %e dims = [1] : tensor<16x33xf32>
    %sb = dlc.broadcast %s dims = [1] : tensor<16xf32> to tensor<16x33xf32>
    %y = dlc.div %e, %sb : tensor<16x33xf32>
    dlc.yield %y : tensor<16x33xf32>
  }
}

// -----

// A product in between reads the first kernel's result and gives what the second reads. What costs less to
// compute again than to keep, %d, is computed in both; the mean leaves the first.
// CHECK-LABEL: dlc.program @there_and_back
// CHECK: step.kernel @k0_reduce_sum_sub_mul_reduce_sum inputs 1 outputs 2
// CHECK: step.return %{{.*}}, %{{.*}} : tensor<16xf32>, tensor<16xf32>
// CHECK: step.kernel @k1_contract
// CHECK: step.kernel @k2_sub_mul_reduce_sum_mul inputs 3 outputs 1
dlc.program @there_and_back dims {} {
  dlc.entry @f inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<16x32xf32>, %w: tensor<32x32xf32>):
    %m = dlc.reduce_sum %x dims = [1] : tensor<16x32xf32>
    %mb = dlc.broadcast %m dims = [1] : tensor<16xf32> to tensor<16x32xf32>
    %d = dlc.sub %x, %mb : tensor<16x32xf32>
    %q = dlc.mul %d, %d : tensor<16x32xf32>
    %v = dlc.reduce_sum %q dims = [1] : tensor<16x32xf32>
    %vb = dlc.broadcast %v dims = [1] : tensor<16xf32> to tensor<16x32xf32>
    %g = dlc.contract %vb [0, 2], %w [2, 1] -> [0, 1] : tensor<16x32xf32>, tensor<32x32xf32>
    %p = dlc.mul %d, %g : tensor<16x32xf32>
    %s = dlc.reduce_sum %p dims = [1] : tensor<16x32xf32>
    %sb = dlc.broadcast %s dims = [1] : tensor<16xf32> to tensor<16x32xf32>
    %y = dlc.mul %g, %sb : tensor<16x32xf32>
    dlc.yield %y : tensor<16x32xf32>
  }
}

// -----

// Rows too long for the cache: sums of the same elements share one reading, and no more.
// CHECK-LABEL: dlc.program @long
// CHECK: step.kernel @k0_reduce_sum_mul_reduce_sum inputs 1 outputs 2
// CHECK: step.kernel @k1_mul inputs 2 outputs 1
dlc.program @long dims {} {
  dlc.entry @f inputs ["x"] states [] results ["y", "v"] {
  ^bb0(%x: tensor<8x65536xf32>):
    %s = dlc.reduce_sum %x dims = [1] : tensor<8x65536xf32>
    %q = dlc.mul %x, %x : tensor<8x65536xf32>
    %v = dlc.reduce_sum %q dims = [1] : tensor<8x65536xf32>
    %sb = dlc.broadcast %s dims = [1] : tensor<8xf32> to tensor<8x65536xf32>
    %y = dlc.mul %x, %sb : tensor<8x65536xf32>
    dlc.yield %y, %v : tensor<8x65536xf32>, tensor<8xf32>
  }
}

// -----

// What reads rows at another place stays out, and what depends on it, too.
// CHECK-LABEL: dlc.program @turned
// CHECK: step.kernel @k0_reduce_sum_mul inputs 1 outputs 1
// CHECK: step.kernel @k1_add inputs 2 outputs 1
dlc.program @turned dims {} {
  dlc.entry @f inputs ["x"] states [] results ["y"] {
  ^bb0(%x: tensor<16x32xf32>):
    %s = dlc.reduce_sum %x dims = [1] : tensor<16x32xf32>
    %sb = dlc.broadcast %s dims = [1] : tensor<16xf32> to tensor<16x32xf32>
    %p = dlc.mul %x, %sb : tensor<16x32xf32>
    %r = dlc.reverse %p dims = [0] : tensor<16x32xf32>
    %y = dlc.add %x, %r : tensor<16x32xf32>
    dlc.yield %y : tensor<16x32xf32>
  }
}

// -----

// Sums by channel of a batch of images, in two steps; both steps of both sums together.
// CHECK-LABEL: dlc.program @split
// CHECK: step.kernel @k0_reduce_sum_mul_reduce_sum inputs 2 outputs 2
// CHECK: step.kernel @k1_reduce_sum_reduce_sum inputs 2 outputs 2
// CHECK: step.launch @k0_{{.*}} -> (tensor<32x16xf32>, tensor<32x16xf32>)
// CHECK: step.launch @k1_{{.*}} -> (tensor<16xf32>, tensor<16xf32>)
dlc.program @split dims {} {
  dlc.entry @f inputs ["x", "w"] states [] results ["a", "b"] {
  ^bb0(%x: tensor<32x16x32x32xf32>, %w: tensor<32x16x32x32xf32>):
    %a = dlc.reduce_sum %x dims = [0, 2, 3] : tensor<32x16x32x32xf32>
    %p = dlc.mul %x, %w : tensor<32x16x32x32xf32>
    %b = dlc.reduce_sum %p dims = [0, 2, 3] : tensor<32x16x32x32xf32>
    dlc.yield %a, %b : tensor<16xf32>, tensor<16xf32>
  }
}

// -----

// Elementwise work that waited for a sum, and that one op alone reads, is in the kernel of that op.
// CHECK-LABEL: dlc.program @waited
// CHECK: step.kernel @k0_reduce_sum inputs 1 outputs 1
// CHECK: step.kernel @k1_sub_mul_add inputs 2 outputs 1
// CHECK-NOT: step.kernel
dlc.program @waited dims {} {
  dlc.entry @f inputs ["x"] states [] results ["y"] {
  ^bb0(%x: tensor<7x4096xf32>):
    %s = dlc.reduce_sum %x dims = [1] : tensor<7x4096xf32>
    %sb = dlc.broadcast %s dims = [1] : tensor<7xf32> to tensor<7x4096xf32>
    %d = dlc.sub %x, %sb : tensor<7x4096xf32>
    %e = dlc.exp %x : tensor<7x4096xf32>
    %m = dlc.mul %e, %sb : tensor<7x4096xf32>
    %y = dlc.add %d, %m : tensor<7x4096xf32>
    dlc.yield %y : tensor<7x4096xf32>
  }
}

// -----

// What a gradient computes again from a product's result, it computes where the gradient arrives: the first
// kernel leaves %z, which the second reads, and not %t.
// CHECK-LABEL: dlc.program @again
// CHECK: step.kernel @k0_contract_exp inputs 2 outputs 2
// CHECK: step.kernel @k1_contract_mul inputs 3 outputs 1
// CHECK: dlc.tanh
dlc.program @again dims {} {
  dlc.entry @f inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<16x32xf32>, %w: tensor<32x32xf32>):
    %z = dlc.contract %x [0, 2], %w [2, 1] -> [0, 1] : tensor<16x32xf32>, tensor<32x32xf32>
    %e = dlc.exp %z : tensor<16x32xf32>
    %g = dlc.contract %e [0, 2], %w [1, 2] -> [0, 1] : tensor<16x32xf32>, tensor<32x32xf32>
    %t = dlc.tanh %z : tensor<16x32xf32>
    %y = dlc.mul %t, %g : tensor<16x32xf32>
    dlc.yield %y : tensor<16x32xf32>
  }
}
