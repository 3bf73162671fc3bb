// RUN: %dlc-opt %s --dlc-form-kernels --dlc-lower-kernels --dlc-order-launches --split-input-file | FileCheck %s

// The gradient of the weight is the last to read %h, which is large and can go then: it comes before
// the gradient of %h, which is as large.
// CHECK-LABEL: step.schedule @backward
// CHECK: [[H:%.*]] = step.launch @{{.*}}exp
// CHECK: [[D:%.*]] = step.launch @{{.*}}contract_tanh([[H]]
// CHECK-NEXT: [[DW:%.*]] = step.launch @{{.*}}contract([[D]], [[H]])
// CHECK-NEXT: [[DH:%.*]] = step.launch @{{.*}}contract([[D]], %{{.*}})
// CHECK: step.done [[DH]], [[DW]]
dlc.program @weight_first dims {} {
  dlc.entry @backward inputs ["x", "w"] states [] results ["dh", "dw"] {
  ^bb0(%x: tensor<1024x16xf32>, %w: tensor<4x16xf32>):
    %h = dlc.exp %x : tensor<1024x16xf32>
    %y = dlc.contract %h [0, 2], %w [1, 2] -> [0, 1] : tensor<1024x16xf32>, tensor<4x16xf32>
    %d = dlc.tanh %y : tensor<1024x4xf32>
    %dh = dlc.contract %d [0, 2], %w [2, 1] -> [0, 1] : tensor<1024x4xf32>, tensor<4x16xf32>
    %dw = dlc.contract %d [2, 0], %h [2, 1] -> [0, 1] : tensor<1024x4xf32>, tensor<1024x16xf32>
    dlc.yield %dh, %dw : tensor<1024x16xf32>, tensor<4x16xf32>
  }
}

// -----

// The gradient of %h reads the weight before it is written over, wherever else it might go; what is
// printed is printed in its order, and before that too.
// CHECK-LABEL: step.schedule @update
// CHECK: [[D:%.*]] = step.launch @{{.*}}contract_tanh
// CHECK: [[DW:%.*]] = step.launch @{{.*}}contract([[D]], %{{.*}})
// CHECK: step.host "print" "first"
// CHECK: step.host "print" "second"([[W:%.*]] :
// CHECK: [[DH:%.*]] = step.launch @{{.*}}contract([[D]], [[W]])
// CHECK: [[NEW:%.*]] = step.launch @{{.*}}sub([[W]], [[DW]])
// CHECK: step.done [[DH]], [[NEW]]
dlc.program @state_last dims {} {
  dlc.state @w : tensor<4x16xf32> {role = "param"}
  dlc.entry @update inputs ["x"] states [@w] results ["dh"] {
  ^bb0(%x: tensor<1024x16xf32>, %w: tensor<4x16xf32>):
    %h = dlc.exp %x : tensor<1024x16xf32>
    %y = dlc.contract %h [0, 2], %w [1, 2] -> [0, 1] : tensor<1024x16xf32>, tensor<4x16xf32>
    %d = dlc.tanh %y : tensor<1024x4xf32>
    %dh = dlc.contract %d [0, 2], %w [2, 1] -> [0, 1] : tensor<1024x4xf32>, tensor<4x16xf32>
    %dw = dlc.contract %d [2, 0], %h [2, 1] -> [0, 1] : tensor<1024x4xf32>, tensor<1024x16xf32>
    dlc.print "first", %dw : tensor<4x16xf32>
    dlc.print "second", %w : tensor<4x16xf32>
    %new = dlc.sub %w, %dw : tensor<4x16xf32>
    dlc.yield %dh, %new : tensor<1024x16xf32>, tensor<4x16xf32>
  }
}
