// RUN: %dlc-opt %s --split-input-file --verify-diagnostics

dlc.program @p dims {} {
  step.schedule @f inputs ["x"] [tensor<4xf32>] states [] results [] [] {
  ^bb0(%x: tensor<4xf32>):
    // expected-error @below {{launches @k0, which is no kernel}}
    %0 = step.launch @k0(%x) : (tensor<4xf32>) -> tensor<4xf32>
    step.done
  }
}

// -----

dlc.program @p dims {} {
  step.kernel @k0 inputs 1 outputs 1 layouts [array<i64: 0>, array<i64: 0>] {
  ^bb0(%x: tensor<4xf32>):
    step.return %x : tensor<4xf32>
  }
  step.schedule @f inputs ["x"] [tensor<4xf32>] states [] results [] [] {
  ^bb0(%x: tensor<4xf32>):
    // expected-error @below {{passes 2 operands and takes 1 results; kernel @k0 has 1 inputs and 1 outputs}}
    %0 = step.launch @k0(%x, %x) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    step.done
  }
}

// -----

dlc.program @p dims {} {
  step.kernel @k0 inputs 1 outputs 1 {
  ^bb0(%x: memref<4xf32>, %y: memref<4xf32>):
    step.return
  }
  step.schedule @f inputs [] [] states [] results [] [] {
    %x = step.slot "arena" 0 : memref<4xf32>
    // expected-error @below {{passes 1 operands and takes 0 results; kernel @k0 has 1 inputs and 1 outputs}}
    step.launch @k0(%x) : (memref<4xf32>) -> ()
    step.done
  }
}

// -----

func.func @f() {
  // expected-error @below {{op expects parent op 'step.kernel'}}
  "step.return"() : () -> ()
}

// -----

func.func @f() {
  // expected-error @below {{op expects parent op 'step.schedule'}}
  "step.done"() : () -> ()
}

// -----

func.func @f(%x: memref<4xf32>) {
  // expected-error @below {{does 'sing'; the host does 'print', 'write', 'assert' or 'index'}}
  step.host "sing" "a song" (%x : memref<4xf32>) as tensor<4xf32>
  return
}

// -----

func.func @f() {
  // expected-error @below {{looks at nothing; it takes a mask or an index}}
  step.host "assert" "why"
  return
}

// -----

func.func @f(%x: memref<4xf32>) {
  // expected-error @below {{has an operand and no type}}
  step.host "print" "x" (%x : memref<4xf32>)
  return
}

// -----

func.func @f() {
  // expected-error @below {{has a type and no operand}}
  step.host "print" "x" as tensor<4xf32>
  return
}

// -----

dlc.program @p dims {} {
  step.kernel @k0 inputs 1 outputs 1 tiles [affine_map<() -> (2)>] cut [0, 8, 8] scratch 0 {
  ^bb0(%x: memref<4xf32>, %y: memref<4xf32>):
    step.return
  }
  step.schedule @f inputs [] [] states [] results [] [] {
    %x = step.slot "arena" 0 : memref<4xf32>
    step.join units 2 {
      // expected-error @below {{has no per_unit; launches in a step.join have one, and no others}}
      step.launch @k0(%x, %x) : (memref<4xf32>, memref<4xf32>) -> ()
    }
    step.done
  }
}

// -----

dlc.program @p dims {} {
  step.kernel @k0 inputs 1 outputs 1 tiles [affine_map<() -> (2)>] cut [0, 8, 8] scratch 0 {
  ^bb0(%x: memref<4xf32>, %y: memref<4xf32>):
    step.return
  }
  step.schedule @f inputs [] [] states [] results [] [] {
    %x = step.slot "arena" 0 : memref<4xf32>
    // expected-error @below {{has a per_unit; launches in a step.join have one, and no others}}
    step.launch @k0(%x, %x) {per_unit = 1 : i64} : (memref<4xf32>, memref<4xf32>) -> ()
    step.done
  }
}

// -----

dlc.program @p dims {} {
  step.kernel @k0 inputs 1 outputs 1 tiles [affine_map<() -> (2)>] scratch 0 {
  ^bb0(%x: memref<4xf32>, %y: memref<4xf32>):
    step.return
  }
  step.schedule @f inputs [] [] states [] results [] [] {
    %x = step.slot "arena" 0 : memref<4xf32>
    step.join units 2 {
      // expected-error @below {{is joined by 1 tiles a unit; kernel @k0 must have a cut, and a unit a tile at least}}
      step.launch @k0(%x, %x) {per_unit = 1 : i64} : (memref<4xf32>, memref<4xf32>) -> ()
    }
    step.done
  }
}
