// RUN: %dlc-opt %s --dlc-form-kernels | FileCheck %s --check-prefix=FORM
// RUN: %dlc-opt %s --dlc-form-kernels --dlc-lower-kernels --dlc-plan-memory | FileCheck %s

// One slice of x in, one slice of the result out: slots that move with the steps. The carry is written in
// place by the kernel that reads it last, and its first value is copied to where it lives, since it is an
// input of the entry.
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
// CHECK: step.launch @k0_mul_tanh([[H]], [[X]], [[Y]], [[H]])
// CHECK-NEXT: step.next
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

// A cell of gates: the product goes on with what is added to it and writes into the stacked result, and one
// kernel makes both carries in place, reading the gates there and stacking the old carries.
// CHECK-LABEL: dlc.program @cells
// FORM-LABEL: dlc.program @cells
// FORM: step.kernel @k{{[0-9]+}}_contract_add {{.*}} attributes {in_loop}
// CHECK: step.schedule @gates
// CHECK: step.for
// CHECK-NEXT: ^bb0([[T:%.*]]: index):
// CHECK: [[H:%.*]] = step.slot "arena" [[AT:[0-9]+]] : memref<4x8xf32>
// CHECK: %{{.*}} = step.slot "arena" {{[0-9]+}} at [[T]] by [256] : memref<4x16xf32>
// CHECK: [[G:%.*]] = step.slot "arena" {{[0-9]+}} at [[T]] by [256] : memref<4x16xf32>
// CHECK-NEXT: step.launch @k{{[0-9]+}}_contract_add([[H]], %{{.*}}, %{{.*}}, [[G]])
// CHECK: [[C:%.*]] = step.slot "arena" {{[0-9]+}} : memref<4x8xf32>
// CHECK: step.launch @k{{[0-9]+}}_mul_mul_copy_copy([[G]], [[C]], [[H]], [[C]], [[H]], %{{.*}}, %{{.*}})
// CHECK-NEXT: step.next
dlc.program @cells dims {} {
  dlc.entry @gates inputs ["h", "c", "x", "w"] states [] results ["gs", "hs", "cs", "h", "c"] {
  ^bb0(%h: tensor<4x8xf32>, %c: tensor<4x8xf32>, %x: tensor<6x4x16xf32>, %w: tensor<8x16xf32>):
    %gs, %hs, %cs, %last, %lastc = dlc.scan carries(%h, %c) xs(%x) consts(%w) length = 6 : (tensor<4x8xf32>, tensor<4x8xf32>, tensor<6x4x16xf32>, tensor<8x16xf32>) -> (tensor<6x4x16xf32>, tensor<6x4x8xf32>, tensor<6x4x8xf32>, tensor<4x8xf32>, tensor<4x8xf32>) {
    ^bb0(%t: tensor<i64>, %xt: tensor<4x16xf32>, %wt: tensor<8x16xf32>, %ht: tensor<4x8xf32>, %ct: tensor<4x8xf32>):
      %0 = dlc.contract %ht [0, 2], %wt [2, 1] -> [0, 1] : tensor<4x8xf32>, tensor<8x16xf32>
      %1 = dlc.add %0, %xt : tensor<4x16xf32>
      %2 = dlc.slice %1 starts = [0, 0] sizes = [4, 8] strides = [1, 1] : tensor<4x16xf32>
      %3 = dlc.slice %1 starts = [0, 8] sizes = [4, 8] strides = [1, 1] : tensor<4x16xf32>
      %4 = dlc.mul %2, %ct : tensor<4x8xf32>
      %5 = dlc.mul %3, %4 : tensor<4x8xf32>
      dlc.next %1, %ht, %ct, %5, %4 : tensor<4x16xf32>, tensor<4x8xf32>, tensor<4x8xf32>, tensor<4x8xf32>, tensor<4x8xf32>
    }
    dlc.yield %gs, %hs, %cs, %last, %lastc : tensor<6x4x16xf32>, tensor<6x4x8xf32>, tensor<6x4x8xf32>, tensor<4x8xf32>, tensor<4x8xf32>
  }
  // CHECK: step.schedule @rnn
  // CHECK: step.for
  // A carry that the product reads is no part of its kernel, which would write over it: it is made behind,
  // where it can be in place.
  // CHECK: step.launch @k{{[0-9]+}}_contract_add(
  // CHECK: step.launch @k{{[0-9]+}}_tanh(
  // CHECK-NEXT: step.next
  dlc.entry @rnn inputs ["h", "x", "w"] states [] results ["h"] {
  ^bb0(%h: tensor<4x8xf32>, %x: tensor<6x4x8xf32>, %w: tensor<8x8xf32>):
    %last = dlc.scan carries(%h) xs(%x) consts(%w) length = 6 : (tensor<4x8xf32>, tensor<6x4x8xf32>, tensor<8x8xf32>) -> tensor<4x8xf32> {
    ^bb0(%t: tensor<i64>, %xt: tensor<4x8xf32>, %wt: tensor<8x8xf32>, %ht: tensor<4x8xf32>):
      %0 = dlc.contract %ht [0, 2], %wt [2, 1] -> [0, 1] : tensor<4x8xf32>, tensor<8x8xf32>
      %1 = dlc.add %0, %xt : tensor<4x8xf32>
      %2 = dlc.tanh %1 : tensor<4x8xf32>
      dlc.next %2 : tensor<4x8xf32>
    }
    dlc.yield %last : tensor<4x8xf32>
  }
  // The parts of a stacked slice are written there by one kernel, which makes the carry as well.
  // CHECK: step.schedule @parts
  // CHECK: step.for
  // CHECK-NEXT: ^bb0([[T:%.*]]: index):
  // CHECK: [[D:%.*]] = step.slot "arena" {{[0-9]+}} : memref<4x8xf32>
  // CHECK: [[W:%.*]] = step.slot "arena" {{[0-9]+}} at [[T]] by [256] : memref<4x16xf32>
  // CHECK-NEXT: step.launch @k{{[0-9]+}}_mul_neg_mul_place([[D]], %{{.*}}, [[W]], [[W]], [[D]])
  // CHECK-NEXT: step.next
  dlc.entry @parts inputs ["d", "x"] states [] results ["ws", "d"] {
  ^bb0(%d: tensor<4x8xf32>, %x: tensor<6x4x8xf32>):
    %ws, %last = dlc.scan carries(%d) xs(%x) consts() length = 6 : (tensor<4x8xf32>, tensor<6x4x8xf32>) -> (tensor<6x4x16xf32>, tensor<4x8xf32>) {
    ^bb0(%t: tensor<i64>, %xt: tensor<4x8xf32>, %dt: tensor<4x8xf32>):
      %0 = dlc.mul %dt, %xt : tensor<4x8xf32>
      %1 = dlc.neg %0 : tensor<4x8xf32>
      %2 = dlc.mul %0, %xt : tensor<4x8xf32>
      %3 = dlc.exp %0 : tensor<4x8xf32>
      %4 = dlc.concat %1, %2 dim = 1 : tensor<4x8xf32>, tensor<4x8xf32>
      dlc.next %4, %3 : tensor<4x16xf32>, tensor<4x8xf32>
    }
    dlc.yield %ws, %last : tensor<6x4x16xf32>, tensor<4x8xf32>
  }
  // A product that does not read the carry makes the next in place, with what is added to it. If that reads
  // the carry it is done behind, for the same reason.
  // CHECK: step.schedule @behind
  // CHECK: step.for
  // CHECK: step.launch @k{{[0-9]+}}_mul([[D:%.*]], %{{.*}}, [[S:%.*]]) :
  // CHECK: step.launch @k{{[0-9]+}}_contract_sin_add([[S]], %{{.*}}, [[D]]) :
  // CHECK-NEXT: step.next
  // CHECK: step.schedule @behind_carry
  // CHECK: step.for
  // CHECK: step.launch @k{{[0-9]+}}_mul(
  // CHECK: step.launch @k{{[0-9]+}}_contract(
  // CHECK: step.launch @k{{[0-9]+}}_sin_add([[D:%.*]], [[P:%.*]], [[D]]) :
  // CHECK-NEXT: step.next
  dlc.entry @behind inputs ["d", "x", "w"] states [] results ["d"] {
  ^bb0(%d: tensor<4x8xf32>, %x: tensor<6x4x8xf32>, %w: tensor<8x8xf32>):
    %last = dlc.scan carries(%d) xs(%x) consts(%w) length = 6 : (tensor<4x8xf32>, tensor<6x4x8xf32>, tensor<8x8xf32>) -> tensor<4x8xf32> {
    ^bb0(%t: tensor<i64>, %xt: tensor<4x8xf32>, %wt: tensor<8x8xf32>, %dt: tensor<4x8xf32>):
      %0 = dlc.mul %dt, %xt : tensor<4x8xf32>
      %1 = dlc.sin %0 : tensor<4x8xf32>
      %2 = dlc.contract %0 [0, 2], %wt [2, 1] -> [0, 1] : tensor<4x8xf32>, tensor<8x8xf32>
      %3 = dlc.add %2, %1 : tensor<4x8xf32>
      dlc.next %3 : tensor<4x8xf32>
    }
    dlc.yield %last : tensor<4x8xf32>
  }
  dlc.entry @behind_carry inputs ["d", "x", "w"] states [] results ["d"] {
  ^bb0(%d: tensor<4x8xf32>, %x: tensor<6x4x8xf32>, %w: tensor<8x8xf32>):
    %last = dlc.scan carries(%d) xs(%x) consts(%w) length = 6 : (tensor<4x8xf32>, tensor<6x4x8xf32>, tensor<8x8xf32>) -> tensor<4x8xf32> {
    ^bb0(%t: tensor<i64>, %xt: tensor<4x8xf32>, %wt: tensor<8x8xf32>, %dt: tensor<4x8xf32>):
      %0 = dlc.mul %dt, %xt : tensor<4x8xf32>
      %1 = dlc.sin %dt : tensor<4x8xf32>
      %2 = dlc.contract %0 [0, 2], %wt [2, 1] -> [0, 1] : tensor<4x8xf32>, tensor<8x8xf32>
      %3 = dlc.add %2, %1 : tensor<4x8xf32>
      dlc.next %3 : tensor<4x8xf32>
    }
    dlc.yield %last : tensor<4x8xf32>
  }
  // The old carry and the new, which the product's kernel gave away already, are copied together.
  // CHECK: step.schedule @copies
  // CHECK: step.for
  // CHECK: step.launch @k{{[0-9]+}}_contract_tanh([[H:%.*]], %{{.*}}, [[Y:%.*]]) :
  // CHECK: step.launch @k{{[0-9]+}}_copy_copy([[Y]], [[H]], [[H]], %{{.*}}) :
  // CHECK-NEXT: step.next
  dlc.entry @copies inputs ["h", "w"] states [] results ["ys", "hs", "h"] {
  ^bb0(%h: tensor<4x8xf32>, %w: tensor<8x8xf32>):
    %ys, %hs, %last = dlc.scan carries(%h) xs() consts(%w) length = 6 : (tensor<4x8xf32>, tensor<8x8xf32>) -> (tensor<6x4x8xf32>, tensor<6x4x8xf32>, tensor<4x8xf32>) {
    ^bb0(%t: tensor<i64>, %wt: tensor<8x8xf32>, %ht: tensor<4x8xf32>):
      %0 = dlc.contract %ht [0, 2], %wt [2, 1] -> [0, 1] : tensor<4x8xf32>, tensor<8x8xf32>
      %1 = dlc.tanh %0 : tensor<4x8xf32>
      dlc.next %1, %ht, %1 : tensor<4x8xf32>, tensor<4x8xf32>, tensor<4x8xf32>
    }
    dlc.yield %ys, %hs, %last : tensor<6x4x8xf32>, tensor<6x4x8xf32>, tensor<4x8xf32>
  }
  // What waits for no kernel, and more than one reader wants, is made by one that reads the same.
  // CHECK: step.schedule @together
  // CHECK: step.for
  // CHECK: step.launch @k{{[0-9]+}}_exp_neg_mul_add(
  // CHECK-NEXT: step.next
  dlc.entry @together inputs ["h", "x"] states [] results ["ys", "zs", "h"] {
  ^bb0(%h: tensor<4x8xf32>, %x: tensor<6x4x8xf32>):
    %ys, %zs, %last = dlc.scan carries(%h) xs(%x) consts() length = 6 : (tensor<4x8xf32>, tensor<6x4x8xf32>) -> (tensor<6x4x8xf32>, tensor<6x4x8xf32>, tensor<4x8xf32>) {
    ^bb0(%t: tensor<i64>, %xt: tensor<4x8xf32>, %ht: tensor<4x8xf32>):
      %0 = dlc.exp %xt : tensor<4x8xf32>
      %1 = dlc.neg %xt : tensor<4x8xf32>
      %2 = dlc.mul %0, %1 : tensor<4x8xf32>
      %3 = dlc.add %2, %ht : tensor<4x8xf32>
      dlc.next %0, %1, %3 : tensor<4x8xf32>, tensor<4x8xf32>, tensor<4x8xf32>
    }
    dlc.yield %ys, %zs, %last : tensor<6x4x8xf32>, tensor<6x4x8xf32>, tensor<4x8xf32>
  }
  // Without arithmetic in common each part is computed where it is placed.
  // CHECK: step.schedule @apart
  // CHECK: step.launch @k{{[0-9]+}}_place(
  // CHECK: step.launch @k{{[0-9]+}}_place(
  dlc.entry @apart inputs ["x", "y"] states [] results ["z"] {
  ^bb0(%x: tensor<4x8xf32>, %y: tensor<4x8xf32>):
    %0 = dlc.exp %x : tensor<4x8xf32>
    %1 = dlc.neg %y : tensor<4x8xf32>
    %2 = dlc.concat %0, %1 dim = 1 : tensor<4x8xf32>, tensor<4x8xf32>
    dlc.yield %2 : tensor<4x16xf32>
  }
}
