// RUN: %dlc-opt %s --dlc-form-kernels --split-input-file | FileCheck %s

// A product with the elementwise ops behind it is one kernel; what the kernel reads besides is repeated
// inside of it, and what somebody else reads leaves it.
// CHECK-LABEL: dlc.program @layer
dlc.program @layer dims {n = 8 : i64} {
  dlc.setting @slope = 0.5 : f32
  // CHECK: step.kernel @k0_contract_add_mul_mul inputs 4 outputs 1
  // CHECK: dlc.contract
  // CHECK: dlc.broadcast
  // CHECK: dlc.add
  // CHECK: dlc.splat
  // CHECK: dlc.mul
  // CHECK: step.return %{{.*}} : tensor<8x5xf32, #dlc.live<n, *>>
  dlc.entry @f inputs ["x", "w", "b"] states [] results ["y"] {
  ^bb0(%x: tensor<8x3xf32, #dlc.live<n, *>>, %w: tensor<5x3xf32>, %b: tensor<5xf32>):
    %0 = dlc.contract %x [0, 2], %w [1, 2] -> [0, 1] : tensor<8x3xf32, #dlc.live<n, *>>, tensor<5x3xf32>
    %1 = dlc.broadcast %b dims = [0] : tensor<5xf32> to tensor<8x5xf32, #dlc.live<n, *>>
    %2 = dlc.add %0, %1 : tensor<8x5xf32, #dlc.live<n, *>>
    %s = dlc.setting_value @slope : tensor<f32>
    %3 = dlc.broadcast %s dims = [0, 1] : tensor<f32> to tensor<8x5xf32, #dlc.live<n, *>>
    %4 = dlc.splat 2.0 : f32 -> tensor<8x5xf32, #dlc.live<n, *>>
    %5 = dlc.mul %2, %4 : tensor<8x5xf32, #dlc.live<n, *>>
    %6 = dlc.mul %5, %3 : tensor<8x5xf32, #dlc.live<n, *>>
    dlc.yield %6 : tensor<8x5xf32, #dlc.live<n, *>>
  }
  // CHECK: step.schedule @f inputs ["x", "w", "b"]
  // CHECK: [[S:%.*]] = step.setting @slope : tensor<f32>
  // CHECK: [[Y:%.*]] = step.launch @k0_contract_add_mul_mul(%{{.*}}, %{{.*}}, %{{.*}}, [[S]])
  // CHECK-NEXT: step.done [[Y]]
}

// -----

// Elementwise work in front of one reduction is done where the reduction reads.
// CHECK-LABEL: dlc.program @sunk
dlc.program @sunk dims {} {
  // CHECK: step.kernel @k0_reduce_sum inputs 1 outputs 1
  // CHECK-NEXT: ^bb0
  // CHECK-NEXT: dlc.exp
  // CHECK-NEXT: dlc.mul
  // CHECK-NEXT: dlc.reduce_sum
  // CHECK-NEXT: step.return
  // CHECK-NOT: step.kernel
  dlc.entry @f inputs ["x"] states [] results ["y"] {
  ^bb0(%x: tensor<4x3xf32>):
    %0 = dlc.exp %x : tensor<4x3xf32>
    %1 = dlc.mul %0, %0 : tensor<4x3xf32>
    %2 = dlc.reduce_sum %1 dims = [1] : tensor<4x3xf32>
    dlc.yield %2 : tensor<4xf32>
  }
}

// -----

// A product would do it once per use: it reads a buffer. So does whoever reads at another index.
// CHECK-LABEL: dlc.program @not_sunk
dlc.program @not_sunk dims {} {
  // CHECK: step.kernel @k0_exp inputs 1 outputs 1
  // CHECK: step.kernel @k1_contract inputs 1 outputs 1
  // CHECK: step.kernel @k2_add inputs 1 outputs 1
  // CHECK: dlc.permute
  dlc.entry @f inputs ["x"] states [] results ["y", "z"] {
  ^bb0(%x: tensor<4x4xf32>):
    %0 = dlc.exp %x : tensor<4x4xf32>
    %1 = dlc.contract %0 [0, 2], %0 [2, 1] -> [0, 1] : tensor<4x4xf32>, tensor<4x4xf32>
    %2 = dlc.permute %0 perm = [1, 0] : tensor<4x4xf32>
    %3 = dlc.add %0, %2 : tensor<4x4xf32>
    dlc.yield %1, %3 : tensor<4x4xf32>, tensor<4x4xf32>
  }
}

// -----

// What makes nothing but new state comes last, so that everything else still sees the old one.
// CHECK-LABEL: dlc.program @updates_last
dlc.program @updates_last dims {} {
  dlc.state @w : tensor<4xf32> {role = "param"}
  dlc.entry @f inputs ["x"] states [@w] results ["y"] {
  ^bb0(%x: tensor<4xf32>, %w: tensor<4xf32>):
    %0 = dlc.sub %w, %x : tensor<4xf32>
    %1 = dlc.mul %w, %x : tensor<4xf32>
    dlc.yield %1, %0 : tensor<4xf32>, tensor<4xf32>
  }
  // CHECK: step.schedule @f
  // CHECK: ^bb0([[X:%.*]]: tensor<4xf32>, [[W:%.*]]: tensor<4xf32>):
  // CHECK: [[Y:%.*]] = step.launch @k{{.*}}_mul([[W]], [[X]])
  // CHECK: [[NEW:%.*]] = step.launch @k{{.*}}_sub([[W]], [[X]])
  // CHECK: step.done [[Y]], [[NEW]]
}

// -----

// A reshape is a view of a buffer between kernels, an index inside of one.
// CHECK-LABEL: dlc.program @views
dlc.program @views dims {} {
  dlc.entry @f inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<2x6xf32>, %w: tensor<5x4xf32>):
    %0 = dlc.reshape %x : tensor<2x6xf32> to tensor<3x4xf32>
    %1 = dlc.contract %0 [0, 2], %w [1, 2] -> [0, 1] : tensor<3x4xf32>, tensor<5x4xf32>
    dlc.yield %1 : tensor<3x5xf32>
  }
  // CHECK: step.schedule @f
  // CHECK: [[V:%.*]] = step.view %{{.*}} : tensor<2x6xf32> to tensor<3x4xf32>
  // CHECK: step.launch @k0_contract([[V]], %{{.*}})
}

// -----

// What leaves an entry has a buffer of its own: an input handed on, a constant, a value twice.
// CHECK-LABEL: dlc.program @leaves
dlc.program @leaves dims {} {
  dlc.entry @f inputs ["x"] states [] results ["a", "b", "c", "d"] {
  ^bb0(%x: tensor<4xf32>):
    %0 = dlc.splat 1.0 : f32 -> tensor<4xf32>
    %1 = dlc.exp %x : tensor<4xf32>
    dlc.yield %x, %0, %1, %1 : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
  }
  // CHECK: step.schedule @f
  // CHECK-DAG: [[E:%.*]] = step.launch @k{{.*}}_exp(
  // CHECK-DAG: [[E2:%.*]] = step.launch @k{{.*}}_copy([[E]])
  // CHECK-DAG: [[X:%.*]] = step.launch @k{{.*}}_copy(%arg0)
  // CHECK-DAG: [[ONE:%.*]] = step.launch @k{{.*}}_copy()
  // CHECK: step.done [[X]], [[ONE]], [[E]], [[E2]]
}

// -----

// Padding: a filled buffer, then the operand over it.
// CHECK-LABEL: dlc.program @pad
dlc.program @pad dims {} {
  // CHECK: step.kernel @k0_copy inputs 0 outputs 1
  // CHECK: dlc.splat -1.0
  // CHECK: step.kernel @k1_place inputs 2 outputs 1
  dlc.entry @f inputs ["x"] states [] results ["y"] {
  ^bb0(%x: tensor<4xf32>):
    %0 = dlc.pad %x low = [1] high = [2] interior = [0] value = -1.0 : tensor<4xf32>
    dlc.yield %0 : tensor<7xf32>
  }
  // CHECK: [[BASE:%.*]] = step.launch @k0_copy() : () -> tensor<7xf32>
  // CHECK: step.launch @k1_place(%{{.*}}, [[BASE]])
}

// -----

// A product that is placed goes there from its own kernel, when the buffer is there; not if somebody else
// wants it too, nor across the order that it lies in.
// CHECK-LABEL: dlc.program @placed
dlc.program @placed dims {} {
  // CHECK: step.schedule @f
  // CHECK-NEXT: ^bb0
  // CHECK-NEXT: [[E:%.*]] = step.empty
  // CHECK-NEXT: [[P:%.*]] = step.launch @k{{.*}}_contract_place(%{{.*}}, %{{.*}}, [[E]])
  // CHECK-NEXT: [[Y:%.*]] = step.launch @k{{.*}}_contract_place(%{{.*}}, %{{.*}}, [[P]])
  // CHECK-NEXT: step.done [[Y]]
  dlc.entry @f inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<4x3xf32>, %w: tensor<5x3xf32>):
    %0 = dlc.contract %x [0, 2], %w [1, 2] -> [0, 1] : tensor<4x3xf32>, tensor<5x3xf32>
    %1 = dlc.contract %w [0, 2], %x [1, 2] -> [1, 0] : tensor<5x3xf32>, tensor<4x3xf32>
    %2 = dlc.concat %0, %1 dim = 1 : tensor<4x5xf32>, tensor<4x5xf32>
    dlc.yield %2 : tensor<4x10xf32>
  }
  // CHECK: step.schedule @wanted
  // CHECK: step.launch @k{{[0-9]+}}_contract(
  // CHECK: step.launch @k{{[0-9]+}}_place(
  dlc.entry @wanted inputs ["x", "w"] states [] results ["y", "z"] {
  ^bb0(%x: tensor<4x3xf32>, %w: tensor<5x3xf32>):
    %0 = dlc.contract %x [0, 2], %w [1, 2] -> [0, 1] : tensor<4x3xf32>, tensor<5x3xf32>
    %1 = dlc.pad %0 low = [1, 0] high = [0, 0] interior = [0, 0] value = 0.0 : tensor<4x5xf32>
    dlc.yield %1, %0 : tensor<5x5xf32>, tensor<4x5xf32>
  }
  // CHECK: step.schedule @across
  // CHECK: step.launch @k{{[0-9]+}}_contract(
  // CHECK: step.launch @k{{[0-9]+}}_place(
  dlc.entry @across inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<4x3xf32>, %w: tensor<5x3xf32>):
    %0 = dlc.contract %x [0, 2], %w [1, 2] -> [0, 1] {dlc.layouts = [array<i64: 1, 0>]} : tensor<4x3xf32>, tensor<5x3xf32>
    %1 = dlc.pad %0 low = [1, 0] high = [0, 0] interior = [0, 0] value = 0.0 : tensor<4x5xf32>
    dlc.yield %1 : tensor<5x5xf32>
  }
}

// -----

// Windows are run over what is padded where it lies, with many channels side by side: no buffer for it.
// CHECK-LABEL: dlc.program @padded_in_place
dlc.program @padded_in_place dims {} {
  // CHECK: step.kernel @k0_exp inputs 1 outputs 1
  // CHECK: step.kernel @k1_conv inputs 2 outputs 1
  // CHECK: [[P:%.*]] = dlc.pad
  // CHECK-NEXT: dlc.conv [[P]]
  // CHECK-NOT: step.kernel
  // CHECK: step.schedule
  dlc.entry @f inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<2x8x4xf32>, %w: tensor<4x8x3xf32>):
    %0 = dlc.exp %x {dlc.layouts = [array<i64: 0, 2, 1>]} : tensor<2x8x4xf32>
    %1 = dlc.pad %0 low = [0, 0, 1] high = [0, 0, 1] interior = [0, 0, 0] value = 0.0 {dlc.layouts = [array<i64: 0, 2, 1>]} : tensor<2x8x4xf32>
    %2 = dlc.conv %1, %w strides = [1] dilations = [1] : tensor<2x8x6xf32>, tensor<4x8x3xf32>
    dlc.yield %2 : tensor<2x4x4xf32>
  }
}

// -----

// But not with few channels; nor where it lies in another order; nor between elements, nor for any
// other reader.
// CHECK-LABEL: dlc.program @padded_copies
dlc.program @padded_copies dims {} {
  // CHECK: step.schedule @few
  // CHECK: step.launch @k{{.*}}_place
  // CHECK: step.schedule @order
  // CHECK: step.launch @k{{.*}}_place
  // CHECK: step.schedule @between
  // CHECK: step.launch @k{{.*}}_place
  // CHECK: step.schedule @other
  // CHECK: step.launch @k{{.*}}_place
  dlc.entry @few inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<2x3x4xf32>, %w: tensor<4x3x3xf32>):
    %0 = dlc.exp %x {dlc.layouts = [array<i64: 0, 2, 1>]} : tensor<2x3x4xf32>
    %1 = dlc.pad %0 low = [0, 0, 1] high = [0, 0, 1] interior = [0, 0, 0] value = 0.0 {dlc.layouts = [array<i64: 0, 2, 1>]} : tensor<2x3x4xf32>
    %2 = dlc.conv %1, %w strides = [1] dilations = [1] : tensor<2x3x6xf32>, tensor<4x3x3xf32>
    dlc.yield %2 : tensor<2x4x4xf32>
  }
  dlc.entry @order inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<2x8x4xf32>, %w: tensor<4x8x3xf32>):
    %1 = dlc.pad %x low = [0, 0, 1] high = [0, 0, 1] interior = [0, 0, 0] value = 0.0 {dlc.layouts = [array<i64: 0, 2, 1>]} : tensor<2x8x4xf32>
    %2 = dlc.conv %1, %w strides = [1] dilations = [1] : tensor<2x8x6xf32>, tensor<4x8x3xf32>
    dlc.yield %2 : tensor<2x4x4xf32>
  }
  dlc.entry @between inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<2x8x4xf32>, %w: tensor<4x8x3xf32>):
    %0 = dlc.exp %x {dlc.layouts = [array<i64: 0, 2, 1>]} : tensor<2x8x4xf32>
    %1 = dlc.pad %0 low = [0, 0, 1] high = [0, 0, 1] interior = [0, 0, 1] value = 0.0 {dlc.layouts = [array<i64: 0, 2, 1>]} : tensor<2x8x4xf32>
    %2 = dlc.conv %1, %w strides = [1] dilations = [1] : tensor<2x8x9xf32>, tensor<4x8x3xf32>
    dlc.yield %2 : tensor<2x4x7xf32>
  }
  dlc.entry @other inputs ["x", "w"] states [] results ["y", "z"] {
  ^bb0(%x: tensor<2x8x4xf32>, %w: tensor<4x8x3xf32>):
    %0 = dlc.exp %x {dlc.layouts = [array<i64: 0, 2, 1>]} : tensor<2x8x4xf32>
    %1 = dlc.pad %0 low = [0, 0, 1] high = [0, 0, 1] interior = [0, 0, 0] value = 0.0 {dlc.layouts = [array<i64: 0, 2, 1>]} : tensor<2x8x4xf32>
    %2 = dlc.conv %1, %w strides = [1] dilations = [1] : tensor<2x8x6xf32>, tensor<4x8x3xf32>
    %3 = dlc.tanh %1 {dlc.layouts = [array<i64: 0, 2, 1>]} : tensor<2x8x6xf32>
    dlc.yield %2, %3 : tensor<2x4x4xf32>, tensor<2x8x6xf32>
  }
}

// -----

// The host acts between the kernels, in program order. It reads row-major buffers: what has none, or another
// order, is copied; an elementwise op behind a print still joins the kernel before it.
// CHECK-LABEL: dlc.program @host
dlc.program @host dims {n = 8 : i64} {
  // CHECK: step.kernel @k0_exp_mul inputs 1 outputs 2
  // CHECK: step.kernel @k1_copy inputs 1 outputs 1 layouts {{\[}}array<i64: 0, 1>, array<i64: 0, 1>]
  // CHECK: step.kernel @k2_copy inputs 1 outputs 1 layouts {{\[}}array<i64: 1, 0>, array<i64: 0, 1>]
  dlc.state @w : tensor<2x3xf32> {perm = array<i64: 1, 0>, role = "param"}
  dlc.entry @f inputs ["x"] states [@w] results ["y"] {
  ^bb0(%x: tensor<8x3xf32, #dlc.live<n, *>>, %w: tensor<2x3xf32>):
    %0 = dlc.exp %x : tensor<8x3xf32, #dlc.live<n, *>>
    dlc.print "a line"
    dlc.print "exp", %0 : tensor<8x3xf32, #dlc.live<n, *>>
    %1 = dlc.permute %0 perm = [1, 0] : tensor<8x3xf32, #dlc.live<n, *>>
    dlc.print "", %1 : tensor<3x8xf32, #dlc.live<*, n>>
    dlc.print "w", %w : tensor<2x3xf32>
    %2 = dlc.mul %0, %x : tensor<8x3xf32, #dlc.live<n, *>>
    dlc.yield %2, %w : tensor<8x3xf32, #dlc.live<n, *>>, tensor<2x3xf32>
  }
  // CHECK: step.schedule @f
  // CHECK-NEXT: ^bb0([[X:%.*]]: {{.*}}, [[W:%.*]]: tensor<2x3xf32>)
  // CHECK-NEXT: [[EXP:%.*]]:2 = step.launch @k0_exp_mul([[X]])
  // CHECK-NEXT: step.host "print" "a line"
  // CHECK-NEXT: step.host "print" "exp"([[EXP]]#0 : tensor<8x3xf32, #dlc.live<n, *>>) as tensor<8x3xf32, #dlc.live<n, *>>
  // CHECK-NEXT: [[T:%.*]] = step.launch @k1_copy([[EXP]]#0)
  // CHECK-NEXT: step.host "print" ""([[T]] : tensor<3x8xf32, #dlc.live<*, n>>)
  // CHECK-NEXT: [[V:%.*]] = step.launch @k2_copy([[W]])
  // CHECK-NEXT: step.host "print" "w"([[V]] : tensor<2x3xf32>)
  // CHECK-NEXT: step.done [[EXP]]#1, [[W]]
}

// -----

// What the host sees is no update: it is made before, and the rest of the new state last.
// CHECK-LABEL: dlc.program @host_before_updates
dlc.program @host_before_updates dims {} {
  dlc.state @w : tensor<4xf32> {role = "param"}
  dlc.state @v : tensor<4xf32> {role = "param"}
  dlc.entry @f inputs ["x"] states [@w, @v] results [] {
  ^bb0(%x: tensor<4xf32>, %w: tensor<4xf32>, %v: tensor<4xf32>):
    %v2 = dlc.sub %v, %x : tensor<4xf32>
    %w2 = dlc.sub %w, %x : tensor<4xf32>
    dlc.print "", %w2 : tensor<4xf32>
    %m = dlc.less %x, %w : tensor<4xf32>
    dlc.assert "why", %m : tensor<4xi1>
    dlc.yield %w2, %v2 : tensor<4xf32>, tensor<4xf32>
  }
  // CHECK: step.schedule @f
  // CHECK: step.launch @{{.*}}_sub
  // CHECK: step.host "print"
  // CHECK: step.launch @{{.*}}_less
  // CHECK: step.host "assert" "why"
  // CHECK: step.launch @{{.*}}_sub
  // CHECK-NEXT: step.done
}

// -----

// A constant stands in the schedule, not in the kernel: what multiplies by other numbers is the same kernel.
// CHECK-LABEL: dlc.program @constant
// CHECK: step.kernel @k0_mul inputs 2 outputs 1
// CHECK: step.schedule @f
// CHECK: [[C:%.*]] = step.constant dense<{{.*}}> : tensor<2xf32> : tensor<2xf32>
// CHECK: step.launch @k0_mul({{.*}}[[C]]
dlc.program @constant dims {} {
  dlc.entry @f inputs ["x"] states [] results ["y"] {
  ^bb0(%x: tensor<2xf32>):
    %c = dlc.constant dense<[1.0, 2.0]> : tensor<2xf32>
    %0 = dlc.mul %x, %c : tensor<2xf32>
    dlc.yield %0 : tensor<2xf32>
  }
}

// -----

// Concatenation: each operand is put into a buffer that nobody fills first, elementwise work on the way.
// CHECK-LABEL: dlc.program @concat
dlc.program @concat dims {} {
  // CHECK: step.kernel @k0_place inputs 2 outputs 1
  // CHECK: dlc.exp
  // CHECK: dlc.place {{.*}} low = [0, 0]
  // CHECK: step.kernel @k1_place inputs 2 outputs 1
  // CHECK: dlc.place {{.*}} low = [0, 3]
  // CHECK-NOT: step.kernel
  dlc.entry @f inputs ["x", "z"] states [] results ["y"] {
  ^bb0(%x: tensor<4x3xf32>, %z: tensor<4x2xf32>):
    %0 = dlc.exp %x : tensor<4x3xf32>
    %1 = dlc.concat %0, %z dim = 1 : tensor<4x3xf32>, tensor<4x2xf32>
    dlc.yield %1 : tensor<4x5xf32>
  }
  // CHECK: step.schedule @f
  // CHECK: [[E:%.*]] = step.empty : tensor<4x5xf32>
  // CHECK: [[P:%.*]] = step.launch @k0_place(%{{.*}}, [[E]])
  // CHECK: [[Y:%.*]] = step.launch @k1_place(%{{.*}}, [[P]])
  // CHECK: step.done [[Y]]
}
