// RUN: %dlc-opt %s --split-input-file --verify-diagnostics

dlc.program @over dims {} {
  dlc.entry @f inputs ["x"] states [] results [] {
  ^bb0(%x: tensor<7x4xf32>):
    // expected-error @+1 {{of 8 steps runs over [7, 4] of f32; dim 0 must be the steps}}
    dlc.scan carries() xs(%x) consts() length = 8 : (tensor<7x4xf32>) -> () {
    ^bb0(%t: tensor<i64>, %xt: tensor<4xf32>):
      dlc.next
    }
    dlc.yield
  }
}

// -----

dlc.program @arguments dims {} {
  dlc.entry @f inputs ["x"] states [] results [] {
  ^bb0(%x: tensor<8x4xf32>):
    // expected-error @+1 {{has region arguments 1 of 'tensor<8x4xf32>', not 'tensor<4xf32>'}}
    dlc.scan carries() xs(%x) consts() length = 8 : (tensor<8x4xf32>) -> () {
    ^bb0(%t: tensor<i64>, %xt: tensor<8x4xf32>):
      dlc.next
    }
    dlc.yield
  }
}

// -----

dlc.program @missing dims {} {
  dlc.entry @f inputs ["x"] states [] results [] {
  ^bb0(%x: tensor<8x4xf32>):
    // expected-error @+1 {{has 1 region arguments, not 2}}
    dlc.scan carries() xs(%x) consts() length = 8 : (tensor<8x4xf32>) -> () {
    ^bb0(%t: tensor<i64>):
      dlc.next
    }
    dlc.yield
  }
}

// -----

dlc.program @carried dims {} {
  dlc.entry @f inputs ["h"] states [] results [] {
  ^bb0(%h: tensor<4xf32>):
    // expected-error @+1 {{has carried values 0 of 'tensor<f32>', not 'tensor<4xf32>'}}
    %0 = dlc.scan carries(%h) xs() consts() length = 8 : (tensor<4xf32>) -> tensor<4xf32> {
    ^bb0(%t: tensor<i64>, %ht: tensor<4xf32>):
      %1 = dlc.reduce_sum %ht dims = [0] : tensor<4xf32>
      dlc.next %1 : tensor<f32>
    }
    dlc.yield
  }
}

// -----

dlc.program @results dims {} {
  dlc.entry @f inputs ["h"] states [] results [] {
  ^bb0(%h: tensor<4xf32>):
    // expected-error @+1 {{has results 0 of 'tensor<4xf32>', not 'tensor<8x4xf32>'}}
    %0:2 = dlc.scan carries(%h) xs() consts() length = 8 : (tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
    ^bb0(%t: tensor<i64>, %ht: tensor<4xf32>):
      dlc.next %ht, %ht : tensor<4xf32>, tensor<4xf32>
    }
    dlc.yield
  }
}

// -----

dlc.program @values dims {} {
  dlc.entry @f inputs ["h"] states [] results [] {
  ^bb0(%h: tensor<4xf32>):
    // expected-error @+1 {{has a body that gives 2 values for 1 results}}
    %0 = dlc.scan carries(%h) xs() consts() length = 8 : (tensor<4xf32>) -> tensor<4xf32> {
    ^bb0(%t: tensor<i64>, %ht: tensor<4xf32>):
      dlc.next %ht, %ht : tensor<4xf32>, tensor<4xf32>
    }
    dlc.yield
  }
}

// -----

dlc.program @few dims {} {
  dlc.entry @f inputs ["h"] states [] results [] {
  ^bb0(%h: tensor<4xf32>):
    // expected-error @+1 {{has 0 results for 1 carries}}
    dlc.scan carries(%h) xs() consts() length = 8 : (tensor<4xf32>) -> () {
    ^bb0(%t: tensor<i64>, %ht: tensor<4xf32>):
      dlc.next
    }
    dlc.yield
  }
}

// -----

dlc.program @flag dims {} {
  dlc.entry @f inputs ["h"] states [] results [] {
  ^bb0(%h: tensor<4xf32>):
    // expected-error @+1 {{with `while` has no bool of rank 0 as its first carry}}
    %0 = dlc.scan carries(%h) xs() consts() length = 8 while : (tensor<4xf32>) -> tensor<4xf32> {
    ^bb0(%t: tensor<i64>, %ht: tensor<4xf32>):
      dlc.next %ht : tensor<4xf32>
    }
    dlc.yield
  }
}

// -----

dlc.program @branches dims {} {
  dlc.entry @f inputs ["p", "x"] states [] results [] {
  ^bb0(%p: tensor<i1>, %x: tensor<4xf32>):
    // expected-error @+1 {{has values of a region 0 of 'tensor<f32>', not 'tensor<4xf32>'}}
    %y = dlc.cond %p(%x) : (tensor<i1>, tensor<4xf32>) -> tensor<4xf32> {
    ^bb0(%a: tensor<4xf32>):
      dlc.next %a : tensor<4xf32>
    } else {
    ^bb0(%a: tensor<4xf32>):
      %0 = dlc.reduce_sum %a dims = [0] : tensor<4xf32>
      dlc.next %0 : tensor<f32>
    }
    dlc.yield
  }
}

// -----

dlc.program @nested dims {} {
  dlc.entry @f inputs [] states [] results [] {
    dlc.scan carries() xs() consts() length = 8 : () -> () {
    ^bb0(%t: tensor<i64>):
      // expected-error @+1 {{reads the dimension 'n', which the program does not have}}
      %0 = dlc.extent "n"
      dlc.next
    }
    dlc.yield
  }
}

// -----

dlc.program @checkpoint dims {} {
  dlc.entry @f inputs ["x"] states [] results [] {
  ^bb0(%x: tensor<4xf32>):
    // expected-error @+1 {{has values of a region 0 of 'tensor<4xf32>', not 'tensor<f32>'}}
    %y = dlc.checkpoint (%x) : (tensor<4xf32>) -> tensor<f32> {
    ^bb0(%a: tensor<4xf32>):
      dlc.next %a : tensor<4xf32>
    }
    dlc.yield
  }
}

// -----

dlc.program @wrt dims {} {
  dlc.entry @f inputs ["x"] states [] results [] {
  ^bb0(%x: tensor<4xf32>):
    // expected-error @+1 {{gives gradients of 2 inputs and has 1}}
    %z = dlc.custom_gradient (%x) wrt 2 : (tensor<4xf32>) -> tensor<4xf32> {
    ^bb0(%a: tensor<4xf32>):
      dlc.next %a : tensor<4xf32>
    } backward {
    ^bb0(%a: tensor<4xf32>, %out: tensor<4xf32>, %dy: tensor<4xf32>):
      dlc.next %dy : tensor<4xf32>
    }
    dlc.yield
  }
}
