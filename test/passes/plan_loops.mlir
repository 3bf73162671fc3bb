// RUN: %dlc-opt %s --dlc-form-kernels | FileCheck %s --check-prefix=FORM
// RUN: %dlc-opt %s --dlc-form-kernels --dlc-lower-kernels --dlc-plan-memory | FileCheck %s

// One slice of x in, one slice of the result out: slots that move with the steps. The carry is written in
// place, and its first value is copied to where it lives, since it is an input of the entry.
// FORM: step.loop carries(%{{.*}}) xs(%{{.*}}) consts() trips #{{.*}} :
// FORM: step.launch
// FORM: step.next
// CHECK: step.schedule @scan
// CHECK: step.launch @copy_4xf32
// CHECK: step.for #{{.*}} {
// CHECK: ^bb0([[T:%.*]]: index):
// CHECK: [[H:%.*]] = step.slot "arena" [[CARRY:[0-9]+]] : memref<4xf32>
// CHECK: [[X:%.*]] = step.slot "arena" {{[0-9]+}} at [[T]] by [16] : memref<4xf32>
// CHECK: [[Y:%.*]] = step.slot "arena" {{[0-9]+}} at [[T]] by [16] : memref<4xf32>
// CHECK: step.launch @k0_mul([[H]], [[X]], [[Y]])
// CHECK: step.launch @k1_tanh([[Y]], [[H]])
// CHECK: step.next
// CHECK: step.done
dlc.program @loops dims {n = 8 : i64} {
  dlc.entry @scan inputs ["h", "x"] states [] results ["ys", "y"] {
  ^bb0(%h: tensor<4xf32>, %x: tensor<8x4xf32, #dlc.live<n, *>>):
    %ys, %last = dlc.scan carries(%h) xs(%x) consts() length = 8 live <n> : (tensor<4xf32>, tensor<8x4xf32, #dlc.live<n, *>>) -> (tensor<8x4xf32, #dlc.live<n, *>>, tensor<4xf32>) {
    ^bb0(%t: tensor<i64>, %xt: tensor<4xf32>, %ht: tensor<4xf32>):
      %0 = dlc.mul %ht, %xt : tensor<4xf32>
      %1 = dlc.tanh %0 : tensor<4xf32>
      dlc.next %0, %1 : tensor<4xf32>, tensor<4xf32>
    }
    dlc.yield %ys, %last : tensor<8x4xf32, #dlc.live<n, *>>, tensor<4xf32>
  }

  // The step's number is stored for kernels to read; the flag is looked at before each step.
  // FORM: step.loop carries({{.*}}) {{.*}} while
  // CHECK: step.schedule @count
  // CHECK: step.for #{{.*}} while %{{.*}} : memref<i1> {
  // CHECK: step.count %{{.*}} to %{{.*}} : memref<i64>
  dlc.entry @count inputs ["go", "h"] states [] results ["y"] {
  ^bb0(%go: tensor<i1>, %h: tensor<i64>):
    %g, %last = dlc.scan carries(%go, %h) xs() consts() length = 5 while : (tensor<i1>, tensor<i64>) -> (tensor<i1>, tensor<i64>) {
    ^bb0(%t: tensor<i64>, %gt: tensor<i1>, %ht: tensor<i64>):
      %0 = dlc.add %ht, %t : tensor<i64>
      dlc.next %gt, %0 : tensor<i1>, tensor<i64>
    }
    dlc.yield %last : tensor<i64>
  }

  // FORM: step.branch %{{.*}}(%{{.*}}) :
  // CHECK: step.schedule @cond
  // CHECK: step.if %{{.*}} : memref<i1> {
  // CHECK: step.launch
  // CHECK: } else {
  // CHECK: step.launch
  dlc.entry @cond inputs ["p", "x"] states [] results ["y"] {
  ^bb0(%p: tensor<i1>, %x: tensor<4xf32>):
    %y = dlc.cond %p(%x) : (tensor<i1>, tensor<4xf32>) -> tensor<4xf32> {
    ^bb0(%a: tensor<4xf32>):
      %0 = dlc.neg %a : tensor<4xf32>
      dlc.next %0 : tensor<4xf32>
    } else {
    ^bb0(%a: tensor<4xf32>):
      dlc.next %a : tensor<4xf32>
    }
    dlc.yield %y : tensor<4xf32>
  }
}
