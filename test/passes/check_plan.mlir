// RUN: %dlc-opt %s --dlc-check-plan --split-input-file --verify-diagnostics

// %y is over %x, which the kernel permits, and the second launch reads what the first one wrote.
dlc.program @right dims {} {
  step.kernel @k inputs 1 outputs 1 overwrites [0, 0] {
  ^bb0(%x: memref<32xf32>, %y: memref<32xf32>):
    step.return
  }
  step.schedule @f inputs ["x"] [tensor<32xf32>] states [] results ["y"] [tensor<32xf32>]
      arena 256 inputs_at [0] results_at [128] {
    %x = step.slot "arena" 0 : memref<32xf32>
    %y = step.slot "arena" 128 : memref<32xf32>
    step.launch @k(%x, %x) : (memref<32xf32>, memref<32xf32>) -> ()
    step.launch @k(%x, %y) : (memref<32xf32>, memref<32xf32>) -> ()
    step.done
  }
}

// -----

// The first half of %y is gone when it is read.
dlc.program @written_over dims {} {
  step.kernel @k inputs 1 outputs 1 overwrites [] {
  ^bb0(%x: memref<32xf32>, %y: memref<32xf32>):
    step.return
  }
  step.schedule @f inputs ["x"] [tensor<32xf32>] states [] results ["y"] [tensor<32xf32>]
      arena 320 inputs_at [0] results_at [0] {
    %x = step.slot "arena" 0 : memref<32xf32>
    %y = step.slot "arena" 192 : memref<32xf32>
    %z = step.slot "arena" 128 : memref<32xf32>
    step.launch @k(%x, %y) : (memref<32xf32>, memref<32xf32>) -> ()
    step.launch @k(%x, %z) : (memref<32xf32>, memref<32xf32>) -> ()
    // expected-error @+1 {{reads bytes 192 to 320 of the arena, some of which were written over}}
    step.launch @k(%y, %x) : (memref<32xf32>, memref<32xf32>) -> ()
    step.done
  }
}

// -----

dlc.program @not_permitted dims {} {
  step.kernel @k inputs 1 outputs 1 overwrites [] {
  ^bb0(%x: memref<32xf32>, %y: memref<32xf32>):
    step.return
  }
  step.schedule @f inputs ["x"] [tensor<32xf32>] states [] results ["y"] [tensor<32xf32>]
      arena 128 inputs_at [0] results_at [0] {
    %x = step.slot "arena" 0 : memref<32xf32>
    // expected-error @+1 {{result 0 lies over operand 0}}
    step.launch @k(%x, %x) : (memref<32xf32>, memref<32xf32>) -> ()
    step.done
  }
}

// -----

// What a step of a loop reads is written over by the step before.
dlc.program @comes_around dims {} {
  step.kernel @k inputs 1 outputs 1 overwrites [] {
  ^bb0(%x: memref<32xf32>, %y: memref<32xf32>):
    step.return
  }
  step.schedule @f inputs ["x"] [tensor<32xf32>] states [] results ["y"] [tensor<32xf32>]
      arena 384 inputs_at [0] results_at [256] {
    %x = step.slot "arena" 0 : memref<32xf32>
    %y = step.slot "arena" 256 : memref<32xf32>
    %z = step.slot "arena" 64 : memref<32xf32>
    step.for affine_map<() -> (3)> {
    ^bb0(%i: index):
      // expected-error @+1 {{reads bytes 0 to 128 of the arena, some of which were written over}}
      step.launch @k(%x, %y) : (memref<32xf32>, memref<32xf32>) -> ()
      step.launch @k(%y, %z) : (memref<32xf32>, memref<32xf32>) -> ()
      step.next
    }
    step.done
  }
}
