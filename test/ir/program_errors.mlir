// RUN: %dlc-opt %s --split-input-file --verify-diagnostics

dlc.program @p dims {} {
  // expected-error @below {{has 0 arguments for 1 inputs and 0 states}}
  dlc.entry @f inputs ["x"] states [] results [] {
  }
}

// -----

dlc.program @p dims {} {
  dlc.entry @f inputs ["x"] states [] results ["y"] {
  ^bb0(%x: tensor<f32>):
    // expected-error @below {{yields 0 values for 1 results and 0 states}}
    dlc.yield
  }
}

// -----

dlc.program @p dims {} {
  // expected-error @below {{uses state @w, which the program does not have}}
  dlc.entry @f inputs [] states [@w] results [] {
  ^bb0(%w: tensor<f32>):
    dlc.yield %w : tensor<f32>
  }
}

// -----

dlc.program @p dims {} {
  dlc.state @w : tensor<4xf32> {role = "param"}
  // expected-error @below {{uses state @w of 'tensor<4xf32>' as 'tensor<f32>' and leaves 'tensor<f32>'}}
  dlc.entry @f inputs [] states [@w] results [] {
  ^bb0(%w: tensor<f32>):
    dlc.yield %w : tensor<f32>
  }
}

// -----

dlc.program @p dims {} {
  dlc.state @w : tensor<4xf32> {role = "param"}
  // expected-error @below {{uses state @w of 'tensor<4xf32>' as 'tensor<4xf32>' and leaves 'tensor<f32>'}}
  dlc.entry @f inputs [] states [@w] results [] {
  ^bb0(%w: tensor<4xf32>):
    %0 = dlc.reduce_sum %w dims = [0] : tensor<4xf32>
    dlc.yield %0 : tensor<f32>
  }
}

// -----

// expected-error @below {{op expects parent op 'dlc.program'}}
dlc.state @w : tensor<4xf32> {role = "param"}

// -----

// expected-error @below {{op expects parent op 'dlc.program'}}
dlc.setting @lr = 0.1 : f32

// -----

// expected-error @below {{op expects parent op 'dlc.program'}}
dlc.entry @f inputs [] states [] results [] {
}

// -----

func.func @f() {
  // expected-error @below {{op expects parent op 'dlc.entry'}}
  "dlc.yield"() : () -> ()
}

// -----

dlc.program @p dims {} {
  // expected-note @below {{see existing symbol definition here}}
  dlc.state @w : tensor<4xf32> {role = "param"}
  // expected-error @below {{redefinition of symbol named 'w'}}
  dlc.state @w : tensor<4xf32> {role = "param"}
}

// -----

dlc.program @p dims {m = 4 : i64} {
  dlc.entry @f inputs ["x"] states [] results [] {
  // expected-error @below {{[n<=4] of f32 is live to the dimension 'n', which the program does not have}}
  ^bb0(%x: tensor<4xf32, #dlc.live<n>>):
    dlc.yield
  }
}

// -----

dlc.program @p dims {n = 4 : i64} {
  dlc.entry @f inputs ["x"] states [] results [] {
  // expected-error @below {{[2*n+1<=8] of f32 is live to 9 where 'n' is at its bound 4}}
  ^bb0(%x: tensor<8xf32, #dlc.live<2*n+1>>):
    dlc.yield
  }
}

// -----

dlc.program @p dims {n = 4 : i64} {
  dlc.entry @f inputs ["x"] states [] results [] {
  // expected-error @below {{a tensor of rank 2 has a live extent for 1 dims}}
  ^bb0(%x: tensor<4x2xf32, #dlc.live<n>>):
    dlc.yield
  }
}

// -----

dlc.program @p dims {n = 4 : i64} {
  dlc.entry @f inputs [] states [] results [] {
    // expected-error @below {{reads the dimension 'm', which the program does not have}}
    %0 = dlc.extent "m"
    dlc.yield
  }
}

// -----

// The mask decides about live elements, so it must be live where they are.
dlc.program @p dims {n = 4 : i64} {
  dlc.entry @f inputs ["m", "x"] states [] results [] {
  ^bb0(%m: tensor<4xi1, #dlc.live<n>>, %x: tensor<4xf32>):
    // expected-error @below {{has a mask [n<=4] of bool for [4] of f32; the mask must be live where the result is}}
    %0 = dlc.select %m, %x, %x : tensor<4xi1, #dlc.live<n>>, tensor<4xf32>
    dlc.yield
  }
}

// -----

dlc.program @p dims {n = 4 : i64} {
  dlc.entry @f inputs [] states [] results [] {
    // expected-error @below {{is live to the dimension 'k', which the program does not have}}
    %0 = dlc.splat 0.0 : f32 -> tensor<4xf32, #dlc.live<k>>
    dlc.yield
  }
}
