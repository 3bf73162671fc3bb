// RUN: %dlc-opt %s --dlc-form-kernels --dlc-poison-dead-rows | FileCheck %s

// Every dynamic operand of a launch passes through a kernel that keeps what is live; what is static does
// not. Inside, all of the operand counts as live, so that every element is written.
// CHECK-LABEL: dlc.program @p
dlc.program @p dims {n = 8 : i64} {
  // CHECK: step.kernel @[[POISON:poison_k0_contract_0]] inputs 1 outputs 1
  // CHECK-NEXT: ^bb0([[X:%.*]]: tensor<17x3xf32>):
  // CHECK: [[NAN:%.*]] = dlc.splat 0x7FC00000 : f32 -> tensor<17x3xf32>
  // CHECK: [[N:%.*]] = dlc.extent "n"
  // CHECK: [[MUL:%.*]] = dlc.mul [[N]]
  // CHECK: [[ADD:%.*]] = dlc.add [[MUL]]
  // CHECK: [[ROWS:%.*]] = dlc.broadcast [[ADD]] dims = [0, 1]
  // CHECK: [[ROW:%.*]] = dlc.iota dim = 0
  // CHECK: [[ALIVE:%.*]] = dlc.less [[ROW]], [[ROWS]]
  // CHECK: [[OUT:%.*]] = dlc.select [[ALIVE]], [[X]], [[NAN]]
  // CHECK: step.return [[OUT]] : tensor<17x3xf32>
  // CHECK: step.kernel @k0_contract
  // CHECK: step.kernel @[[INTS:poison_k1_neg_0]] inputs 1 outputs 1
  // CHECK: dlc.splat -77 : i64
  dlc.entry @f inputs ["x", "w", "i"] states [] results ["y", "j"] {
  ^bb0(%x: tensor<17x3xf32, #dlc.live<2*n+1, *>>, %w: tensor<5x3xf32>, %i: tensor<8xi64, #dlc.live<n>>):
    %0 = dlc.contract %x [0, 2], %w [1, 2] -> [0, 1] : tensor<17x3xf32, #dlc.live<2*n+1, *>>, tensor<5x3xf32>
    %1 = dlc.neg %i : tensor<8xi64, #dlc.live<n>>
    dlc.yield %0, %1 : tensor<17x5xf32, #dlc.live<2*n+1, *>>, tensor<8xi64, #dlc.live<n>>
  }
  // CHECK: step.schedule @f
  // CHECK: ^bb0([[XS:%.*]]: tensor<17x3xf32, #dlc.live<2 * n + 1, *>>, [[WS:%.*]]: tensor<5x3xf32>, [[IS:%.*]]: tensor<8xi64
  // CHECK: [[P:%.*]] = step.launch @[[POISON]]([[XS]])
  // CHECK: step.launch @k0_contract([[P]], [[WS]])
  // CHECK: [[Q:%.*]] = step.launch @[[INTS]]([[IS]])
  // CHECK: step.launch @k1_neg([[Q]])
}
