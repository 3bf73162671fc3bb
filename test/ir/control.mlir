// RUN: %dlc-opt %s | %dlc-opt | FileCheck %s
// RUN: %dlc-opt %s -emit-bytecode | %dlc-opt | FileCheck %s

// CHECK-LABEL: dlc.program @loops
dlc.program @loops dims {n = 8 : i64} {
  dlc.entry @scan inputs ["h", "x", "w"] states [] results ["y"] {
  ^bb0(%h: tensor<4xf32>, %x: tensor<8x4xf32, #dlc.live<n, *>>, %w: tensor<4xf32>):
    // CHECK: %{{.*}}:2 = dlc.scan carries(%{{.*}}) xs(%{{.*}}) consts(%{{.*}}) length = 8 live <n> reverse : (tensor<4xf32>, tensor<8x4xf32, #dlc.live<n, *>>, tensor<4xf32>) -> (tensor<8x4xf32, #dlc.live<n, *>>, tensor<4xf32>) {
    // CHECK: ^bb0(%{{.*}}: tensor<i64>, %{{.*}}: tensor<4xf32>, %{{.*}}: tensor<4xf32>, %{{.*}}: tensor<4xf32>):
    %ys, %last = dlc.scan carries(%h) xs(%x) consts(%w) length = 8 live <n> reverse : (tensor<4xf32>, tensor<8x4xf32, #dlc.live<n, *>>, tensor<4xf32>) -> (tensor<8x4xf32, #dlc.live<n, *>>, tensor<4xf32>) {
    ^bb0(%t: tensor<i64>, %xt: tensor<4xf32>, %wt: tensor<4xf32>, %ht: tensor<4xf32>):
      %0 = dlc.mul %ht, %wt : tensor<4xf32>
      %1 = dlc.add %0, %xt : tensor<4xf32>
      // CHECK: dlc.next %{{.*}}, %{{.*}} : tensor<4xf32>, tensor<4xf32>
      dlc.next %0, %1 : tensor<4xf32>, tensor<4xf32>
    }
    dlc.yield %last : tensor<4xf32>
  }
  dlc.entry @while inputs ["go"] states [] results ["y"] {
  ^bb0(%go: tensor<i1>):
    // CHECK: dlc.scan carries(%{{.*}}) xs() consts() length = 3 while recompute :
    %last = dlc.scan carries(%go) xs() consts() length = 3 while recompute : (tensor<i1>) -> tensor<i1> {
    ^bb0(%t: tensor<i64>, %g: tensor<i1>):
      dlc.next %g : tensor<i1>
    }
    dlc.yield %last : tensor<i1>
  }
  dlc.entry @cond inputs ["p", "x"] states [] results ["y"] {
  ^bb0(%p: tensor<i1>, %x: tensor<4xf32>):
    // CHECK: dlc.cond %{{.*}}(%{{.*}}) : (tensor<i1>, tensor<4xf32>) -> tensor<4xf32> {
    %y = dlc.cond %p(%x) : (tensor<i1>, tensor<4xf32>) -> tensor<4xf32> {
    ^bb0(%a: tensor<4xf32>):
      %0 = dlc.neg %a : tensor<4xf32>
      dlc.next %0 : tensor<4xf32>
    // CHECK: } else {
    } else {
    ^bb0(%a: tensor<4xf32>):
      dlc.next %a : tensor<4xf32>
    }
    dlc.yield %y : tensor<4xf32>
  }
}

// CHECK-LABEL: dlc.program @gradients
dlc.program @gradients dims {} {
  dlc.entry @f inputs ["x", "k"] states [] results ["y", "z"] {
  ^bb0(%x: tensor<4xf32>, %k: tensor<4xf32>):
    // CHECK: dlc.checkpoint(%{{.*}}) : (tensor<4xf32>) -> tensor<4xf32> {
    %y = dlc.checkpoint (%x) : (tensor<4xf32>) -> tensor<4xf32> {
    ^bb0(%a: tensor<4xf32>):
      // CHECK: dlc.barrier %{{.*}} 3 : tensor<4xf32>
      %0 = dlc.barrier %a 3 : tensor<4xf32>
      dlc.next %0 : tensor<4xf32>
    }
    // CHECK: dlc.custom_gradient(%{{.*}}, %{{.*}}) wrt 1 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32> {
    %z = dlc.custom_gradient (%x, %k) wrt 1 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32> {
    ^bb0(%a: tensor<4xf32>, %b: tensor<4xf32>):
      %0 = dlc.mul %a, %b : tensor<4xf32>
      dlc.next %0 : tensor<4xf32>
    // CHECK: } backward {
    } backward {
    ^bb0(%a: tensor<4xf32>, %b: tensor<4xf32>, %out: tensor<4xf32>, %dy: tensor<4xf32>):
      dlc.next %dy : tensor<4xf32>
    }
    dlc.yield %y, %z : tensor<4xf32>, tensor<4xf32>
  }
}
