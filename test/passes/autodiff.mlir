// RUN: %dlc-opt %s --dlc-autodiff --split-input-file --verify-diagnostics | FileCheck %s

// One rule per op, from the loss backwards; the seed is 1.
// CHECK-LABEL: dlc.entry @chain
dlc.program @chain_rule dims {} {
  dlc.entry @chain inputs ["x"] states [] results ["g"] {
  ^bb0(%x: tensor<4xf32>):
    // CHECK: [[Y:%.*]] = dlc.exp
    %y = dlc.exp %x : tensor<4xf32>
    // CHECK-NEXT: dlc.reduce_sum
    %loss = dlc.reduce_sum %y dims = [0] : tensor<4xf32>
    // CHECK-NEXT: [[ONE:%.*]] = dlc.splat 1.0
    // CHECK-NEXT: [[DY:%.*]] = dlc.broadcast [[ONE]] dims = [0]
    // CHECK-NEXT: [[DX:%.*]] = dlc.mul [[DY]], [[Y]]
    // CHECK-NEXT: dlc.yield [[DX]]
    %g = dlc.backward %loss wrt(%x) : tensor<f32> wrt(tensor<4xf32>)
    dlc.yield %g : tensor<4xf32>
  }
}

// -----

// A value read twice gets the sum of both cotangents.
// CHECK-LABEL: dlc.entry @accumulate
dlc.program @p dims {} {
  dlc.entry @accumulate inputs ["x"] states [] results ["g"] {
  ^bb0(%x: tensor<f32>):
    %y = dlc.exp %x : tensor<f32>
    %z = dlc.tanh %x : tensor<f32>
    %loss = dlc.add %y, %z : tensor<f32>
    // CHECK: dlc.add
    // CHECK: [[SUM:%.*]] = dlc.add
    // CHECK-NEXT: dlc.yield [[SUM]]
    %g = dlc.backward %loss wrt(%x) : tensor<f32> wrt(tensor<f32>)
    dlc.yield %g : tensor<f32>
  }
}

// -----

// What the loss does not see has gradient 0, in its own type; the loss itself has 1.
// CHECK-LABEL: dlc.entry @unseen
dlc.program @p dims {n = 4 : i64} {
  dlc.entry @unseen inputs ["x", "u"] states [] results ["gu", "gl"] {
  ^bb0(%x: tensor<f32>, %u: tensor<4xf64, #dlc.live<n>>):
    %loss = dlc.exp %x : tensor<f32>
    // CHECK: [[ONE:%.*]] = dlc.splat 1.0{{.*}} -> tensor<f32>
    // CHECK: [[ZERO:%.*]] = dlc.splat 0.0{{.*}} : f64 -> tensor<4xf64, #dlc.live<n>>
    // CHECK: dlc.yield [[ZERO]], [[ONE]]
    %g:2 = dlc.backward %loss wrt(%u, %loss) : tensor<f32> wrt(tensor<4xf64, #dlc.live<n>>, tensor<f32>)
    dlc.yield %g#0, %g#1 : tensor<4xf64, #dlc.live<n>>, tensor<f32>
  }
}

// -----

// No gradient flows through detach, and it is gone afterwards.
// CHECK-LABEL: dlc.entry @detach
dlc.program @p dims {} {
  dlc.entry @detach inputs ["x"] states [] results ["g"] {
  // CHECK: ^bb0([[X:%.*]]: tensor<f32>)
  ^bb0(%x: tensor<f32>):
    // CHECK-NOT: dlc.detach
    %d = dlc.detach %x : tensor<f32>
    // CHECK: dlc.mul [[X]], [[X]]
    %loss = dlc.mul %x, %d : tensor<f32>
    // The other factor's cotangent alone: 1 * d.
    // CHECK: [[G:%.*]] = dlc.mul %{{.*}}, [[X]]
    // CHECK-NOT: dlc.add
    // CHECK: dlc.yield [[G]]
    %g = dlc.backward %loss wrt(%x) : tensor<f32> wrt(tensor<f32>)
    dlc.yield %g : tensor<f32>
  }
}

// -----

// A gradient may be differentiated again, and a value in the middle may be asked for.
// CHECK-LABEL: dlc.entry @twice
// CHECK-NOT: dlc.backward
dlc.program @p dims {} {
  dlc.entry @twice inputs ["x"] states [] results ["h"] {
  ^bb0(%x: tensor<f32>):
    %y = dlc.exp %x : tensor<f32>
    %loss = dlc.mul %y, %y : tensor<f32>
    %g:2 = dlc.backward %loss wrt(%x, %y) : tensor<f32> wrt(tensor<f32>, tensor<f32>)
    %h = dlc.backward %g#0 wrt(%x) : tensor<f32> wrt(tensor<f32>)
    // CHECK: dlc.yield
    dlc.yield %h : tensor<f32>
  }
}

// -----

// Integers and masks end the walk without an error.
// CHECK-LABEL: dlc.entry @through_integers
dlc.program @p dims {} {
  dlc.entry @through_integers inputs ["x"] states [] results ["g"] {
  ^bb0(%x: tensor<4xf32>):
    %i:2 = dlc.argmax %x dim = 0 : tensor<4xf32>
    %loss = dlc.convert %i#0 : tensor<i64> to tensor<f32>
    // CHECK: [[ZERO:%.*]] = dlc.splat 0.0{{.*}} -> tensor<4xf32>
    // CHECK: dlc.yield [[ZERO]]
    %g = dlc.backward %loss wrt(%x) : tensor<f32> wrt(tensor<4xf32>)
    dlc.yield %g : tensor<4xf32>
  }
}

// -----

// An op without a derivative is an error where it stands, not a silent zero.
dlc.program @p dims {} {
  dlc.entry @no_derivative inputs ["x"] states [] results ["g"] {
  ^bb0(%x: tensor<4xf32>):
    %base = dlc.splat 0.0 : f32 -> tensor<6xf32>
    // expected-error @below {{`place` has no derivative; hint: `detach()` what needs none}}
    %y = dlc.place %x in %base low = [1] interior = [0] : tensor<4xf32> in tensor<6xf32>
    %l = dlc.reduce_sum %y dims = [0] : tensor<6xf32>
    // expected-note @below {{needed by this backward}}
    %g = dlc.backward %l wrt(%x) : tensor<f32> wrt(tensor<4xf32>)
    dlc.yield %g : tensor<4xf32>
  }
}
