// Schedules that phase `lower` cannot turn into calls: something an earlier phase makes is missing.
// RUN: dlc-opt %s -dlc-lower-program --split-input-file --verify-diagnostics

dlc.program @p dims {n = 4 : i64} {
  // expected-error @below {{'step.schedule' op is not planned: it has no arena (hint: phase 'plan')}}
  step.schedule @forward inputs [] [] states [] results [] [] {
    step.done
  }
}

// -----

#id = affine_map<(i) -> (i)>
dlc.program @p dims {n = 4 : i64} {
  step.kernel @k inputs 0 outputs 1 {
  ^bb0(%y: memref<4xf32>, %n: index):
    linalg.generic {indexing_maps = [#id], iterator_types = ["parallel"]} outs(%y : memref<4xf32>) {
    ^bb0(%a: f32):
      %b = arith.negf %a : f32
      linalg.yield %b : f32
    }
    step.return
  }
  step.schedule @forward inputs [] [] states [] results [] [] arena 256 {
    %y = step.slot "arena" 0 : memref<4xf32>
    // expected-error @below {{'step.launch' op launches @k, which has no tiles (hint: phase 'shape')}}
    step.launch @k(%y) : (memref<4xf32>) -> ()
    step.done
  }
}

// -----

#id = affine_map<(i) -> (i)>
dlc.program @p dims {n = 4 : i64} {
  // expected-error @below {{'step.kernel' op has the tiles affine_map<(d0, d1) -> (d1)>, which is no map of the program's 1 dimensions}}
  step.kernel @k inputs 0 outputs 1 tiles [affine_map<(d0, d1) -> (d1)>] scratch 0 {
  ^bb0(%y: memref<4xf32>, %n: index):
    linalg.generic {indexing_maps = [#id], iterator_types = ["parallel"]} outs(%y : memref<4xf32>) {
    ^bb0(%a: f32):
      %b = arith.negf %a : f32
      linalg.yield %b : f32
    }
    step.return
  }
  step.schedule @forward inputs [] [] states [] results [] [] arena 256 {
    %y = step.slot "arena" 0 : memref<4xf32>
    step.launch @k(%y) : (memref<4xf32>) -> ()
    step.done
  }
}

// -----

#id = affine_map<(i) -> (i)>
dlc.program @p dims {n = 4 : i64} {
  step.kernel @k inputs 0 outputs 1 tiles [] scratch 0 {
  ^bb0(%y: memref<4xf32>, %n: index):
    linalg.generic {indexing_maps = [#id], iterator_types = ["parallel"]} outs(%y : memref<4xf32>) {
    ^bb0(%a: f32):
      %b = arith.negf %a : f32
      linalg.yield %b : f32
    }
    step.return
  }
  step.schedule @forward inputs ["y"] [tensor<4xf32>] states [] results [] [] arena 256 inputs_at [0] {
  ^bb0(%y: memref<4xf32>):
    // expected-error @below {{'step.launch' op operand 0 has no place in memory (hint: phase 'plan')}}
    step.launch @k(%y) : (memref<4xf32>) -> ()
    step.done
  }
}

// -----

dlc.program @p dims {} {
  step.schedule @forward inputs ["y"] [tensor<4xf32>] states [] results [] [] arena 256 inputs_at [0] {
  ^bb0(%y: memref<4xf32>):
    // expected-error @below {{'step.host' op looks at a value that has no place in memory (hint: phase 'plan')}}
    step.host "print" "y" (%y : memref<4xf32>) as tensor<4xf32>
    step.done
  }
}

// -----

dlc.program @p dims {n = 4 : i64} {
  step.schedule @forward inputs [] [] states [] results [] [] arena 256 {
    // expected-error @below {{'memref.alloc' op does not belong in a planned schedule (hint: phase 'plan')}}
    %y = memref.alloc() : memref<4xf32>
    step.done
  }
}

// -----

dlc.program @p dims {n = 4 : i64} {
  step.schedule @forward inputs [] [] states [] results [] [] arena 256 {
    // expected-error @below {{has the trips affine_map<(d0, d1) -> (d0)>, which is no map of the program's 1 dimensions}}
    step.for affine_map<(d0, d1) -> (d0)> {
    ^bb0(%t: index):
      step.next
    }
    step.done
  }
}
