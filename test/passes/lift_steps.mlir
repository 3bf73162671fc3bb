// RUN: %dlc-opt %s --dlc-lift-steps | FileCheck %s
// RUN: %dlc-opt %s "--dlc-lift-steps=grow=false" | FileCheck %s --check-prefix=KEEP

// The product with the slice and the bias behind it go in front of the loop; that with the carry stays.
// CHECK-LABEL: func.func @hoist(
// CHECK-SAME: [[H:%.*]]: tensor<4x8xf32>, [[X:%.*]]: tensor<6x4x3xf32>, [[W:%.*]]: tensor<8x3xf32>, [[U:%.*]]: tensor<8x8xf32>, [[B:%.*]]: tensor<8xf32>)
// CHECK-DAG: [[P:%.*]] = dlc.contract [[X]] [0, 1, 3], [[W]] [2, 3] -> [0, 1, 2] : tensor<6x4x3xf32>, tensor<8x3xf32>
// CHECK-DAG: [[BS:%.*]] = dlc.broadcast [[B]] dims = [0, 1] : tensor<8xf32> to tensor<6x4x8xf32>
// CHECK: [[S:%.*]] = dlc.add [[P]], [[BS]] : tensor<6x4x8xf32>
// CHECK: dlc.scan carries([[H]]) xs([[S]]) consts([[U]]) length = 6 :
// CHECK-NEXT: ^bb0(%{{.*}}: tensor<i64>, [[ST:%.*]]: tensor<4x8xf32>, [[UT:%.*]]: tensor<8x8xf32>, [[HT:%.*]]: tensor<4x8xf32>):
// CHECK-NEXT: [[Q:%.*]] = dlc.contract [[HT]] [0, 2], [[UT]] [1, 2] -> [0, 1]
// CHECK-NEXT: [[G:%.*]] = dlc.add [[ST]], [[Q]]
// CHECK-NEXT: [[N:%.*]] = dlc.tanh [[G]]
// CHECK-NEXT: dlc.next [[N]]
// It would have to be kept: not so with a limit.
// KEEP-LABEL: func.func @hoist(
// KEEP-NEXT: dlc.scan
func.func @hoist(%h: tensor<4x8xf32>, %x: tensor<6x4x3xf32>, %w: tensor<8x3xf32>, %u: tensor<8x8xf32>, %b: tensor<8xf32>) -> tensor<4x8xf32> {
  %last = dlc.scan carries(%h) xs(%x) consts(%w, %u, %b) length = 6 : (tensor<4x8xf32>, tensor<6x4x3xf32>, tensor<8x3xf32>, tensor<8x8xf32>, tensor<8xf32>) -> tensor<4x8xf32> {
  ^bb0(%t: tensor<i64>, %xt: tensor<4x3xf32>, %wt: tensor<8x3xf32>, %ut: tensor<8x8xf32>, %bt: tensor<8xf32>, %ht: tensor<4x8xf32>):
    %0 = dlc.contract %xt [0, 2], %wt [1, 2] -> [0, 1] : tensor<4x3xf32>, tensor<8x3xf32>
    %1 = dlc.broadcast %bt dims = [0] : tensor<8xf32> to tensor<4x8xf32>
    %2 = dlc.add %0, %1 : tensor<4x8xf32>
    %3 = dlc.contract %ht [0, 2], %ut [1, 2] -> [0, 1] : tensor<4x8xf32>, tensor<8x8xf32>
    %4 = dlc.add %2, %3 : tensor<4x8xf32>
    %5 = dlc.tanh %4 : tensor<4x8xf32>
    dlc.next %5 : tensor<4x8xf32>
  }
  return %last : tensor<4x8xf32>
}

// A product that only a stacked result wants goes behind the loop, and so does what is done with it there:
// also with a limit, since what it is made of is stacked anyway. The steps are its first dim whatever
// their order.
// CHECK-LABEL: func.func @sink(
// CHECK-SAME: [[H:%.*]]: tensor<4x8xf32>, [[W:%.*]]: tensor<8x8xf32>, [[V:%.*]]: tensor<8x3xf32>)
// CHECK: [[R:%.*]]:2 = dlc.scan carries([[H]]) xs() consts([[W]]) length = 6 live <n> reverse : (tensor<4x8xf32>, tensor<8x8xf32>) -> (tensor<6x4x8xf32, #dlc.live<n, *, *>>, tensor<4x8xf32>)
// CHECK: dlc.contract
// CHECK-NOT: dlc.contract
// CHECK: dlc.next
// CHECK: [[Y:%.*]] = dlc.contract [[R]]#0 [0, 1, 3], [[V]] [3, 2] -> [0, 1, 2]
// CHECK: [[Z:%.*]] = dlc.permute [[Y]] perm = [0, 2, 1]
// CHECK: return [[Z]], [[R]]#0
// KEEP-LABEL: func.func @sink(
// KEEP: dlc.next
// KEEP: dlc.contract
func.func @sink(%h: tensor<4x8xf32>, %w: tensor<8x8xf32>, %v: tensor<8x3xf32>) -> (tensor<6x3x4xf32, #dlc.live<n, *, *>>, tensor<6x4x8xf32, #dlc.live<n, *, *>>) {
  %zs, %hs, %last = dlc.scan carries(%h) xs() consts(%w, %v) length = 6 live <n> reverse : (tensor<4x8xf32>, tensor<8x8xf32>, tensor<8x3xf32>) -> (tensor<6x3x4xf32, #dlc.live<n, *, *>>, tensor<6x4x8xf32, #dlc.live<n, *, *>>, tensor<4x8xf32>) {
  ^bb0(%t: tensor<i64>, %wt: tensor<8x8xf32>, %vt: tensor<8x3xf32>, %ht: tensor<4x8xf32>):
    %0 = dlc.contract %ht [0, 2], %wt [2, 1] -> [0, 1] : tensor<4x8xf32>, tensor<8x8xf32>
    %1 = dlc.tanh %0 : tensor<4x8xf32>
    %2 = dlc.contract %1 [0, 2], %vt [2, 1] -> [0, 1] : tensor<4x8xf32>, tensor<8x3xf32>
    %3 = dlc.permute %2 perm = [1, 0] : tensor<4x3xf32>
    dlc.next %3, %1, %1 : tensor<3x4xf32>, tensor<4x8xf32>, tensor<4x8xf32>
  }
  return %zs, %hs : tensor<6x3x4xf32, #dlc.live<n, *, *>>, tensor<6x4x8xf32, #dlc.live<n, *, *>>
}

// Stacked for the gradient anyway: in front of the loop it takes no more room, and is not stacked again.
// CHECK-LABEL: func.func @stacked(
// CHECK: [[P:%.*]] = dlc.contract
// CHECK: [[R:%.*]] = dlc.scan {{.*}} xs([[P]]) {{.*}} -> tensor<4x8xf32>
// CHECK: return [[P]], [[R]]
// KEEP-LABEL: func.func @stacked(
// KEEP: [[P:%.*]] = dlc.contract
// KEEP: [[R:%.*]] = dlc.scan {{.*}} xs([[P]]) {{.*}} -> tensor<4x8xf32>
// KEEP: return [[P]], [[R]]
func.func @stacked(%h: tensor<4x8xf32>, %x: tensor<6x4x3xf32>, %w: tensor<8x3xf32>) -> (tensor<6x4x8xf32>, tensor<4x8xf32>) {
  %ps, %last = dlc.scan carries(%h) xs(%x) consts(%w) length = 6 : (tensor<4x8xf32>, tensor<6x4x3xf32>, tensor<8x3xf32>) -> (tensor<6x4x8xf32>, tensor<4x8xf32>) {
  ^bb0(%t: tensor<i64>, %xt: tensor<4x3xf32>, %wt: tensor<8x3xf32>, %ht: tensor<4x8xf32>):
    %0 = dlc.contract %xt [0, 2], %wt [1, 2] -> [0, 1] : tensor<4x3xf32>, tensor<8x3xf32>
    %1 = dlc.mul %0, %ht : tensor<4x8xf32>
    dlc.next %0, %1 : tensor<4x8xf32>, tensor<4x8xf32>
  }
  return %ps, %last : tensor<6x4x8xf32>, tensor<4x8xf32>
}

// What stays: a product of the step's number or the carry, one with no weight, rows that are many in a
// step already, and all of a loop that may end early.
// CHECK-LABEL: func.func @stays(
// CHECK-NEXT: dlc.scan
// CHECK: dlc.contract
// CHECK: dlc.contract
// CHECK: dlc.contract
// CHECK: dlc.next
// CHECK-NEXT: }
// CHECK-NEXT: return
func.func @stays(%h: tensor<4x4xf32>, %x: tensor<6x4x4xf32>, %large: tensor<6x300x4xf32>, %w: tensor<4x4xf32>) -> tensor<4x4xf32> {
  %last = dlc.scan carries(%h) xs(%x, %large) consts(%w) length = 6 : (tensor<4x4xf32>, tensor<6x4x4xf32>, tensor<6x300x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32> {
  ^bb0(%t: tensor<i64>, %xt: tensor<4x4xf32>, %lt: tensor<300x4xf32>, %wt: tensor<4x4xf32>, %ht: tensor<4x4xf32>):
    %n = dlc.convert %t : tensor<i64> to tensor<f32>
    %ns = dlc.broadcast %n dims = [0, 1] : tensor<f32> to tensor<4x4xf32>
    %0 = dlc.contract %ns [0, 2], %wt [2, 1] -> [0, 1] : tensor<4x4xf32>, tensor<4x4xf32>
    %1 = dlc.contract %xt [0, 2], %xt [1, 2] -> [0, 1] : tensor<4x4xf32>, tensor<4x4xf32>
    %2 = dlc.contract %lt [0, 2], %wt [2, 1] -> [0, 1] : tensor<300x4xf32>, tensor<4x4xf32>
    %3 = dlc.reduce_max %2 dims = [0] : tensor<300x4xf32>
    %4 = dlc.broadcast %3 dims = [0] : tensor<4xf32> to tensor<4x4xf32>
    %5 = dlc.add %0, %1 : tensor<4x4xf32>
    %6 = dlc.add %5, %4 : tensor<4x4xf32>
    %7 = dlc.add %6, %ht : tensor<4x4xf32>
    dlc.next %7 : tensor<4x4xf32>
  }
  return %last : tensor<4x4xf32>
}

// CHECK-LABEL: func.func @exits(
// CHECK-NEXT: dlc.scan {{.*}} while
// CHECK: dlc.contract
// CHECK: dlc.next
func.func @exits(%go: tensor<i1>, %h: tensor<4x8xf32>, %x: tensor<6x4x3xf32>, %w: tensor<8x3xf32>) -> tensor<4x8xf32> {
  %g, %last = dlc.scan carries(%go, %h) xs(%x) consts(%w) length = 6 while : (tensor<i1>, tensor<4x8xf32>, tensor<6x4x3xf32>, tensor<8x3xf32>) -> (tensor<i1>, tensor<4x8xf32>) {
  ^bb0(%t: tensor<i64>, %xt: tensor<4x3xf32>, %wt: tensor<8x3xf32>, %gt: tensor<i1>, %ht: tensor<4x8xf32>):
    %0 = dlc.contract %xt [0, 2], %wt [1, 2] -> [0, 1] : tensor<4x3xf32>, tensor<8x3xf32>
    %1 = dlc.add %0, %ht : tensor<4x8xf32>
    dlc.next %gt, %1 : tensor<i1>, tensor<4x8xf32>
  }
  return %last : tensor<4x8xf32>
}

// What is the same in every step is asked of each op once, whatever reads it how often.
// CHECK-LABEL: func.func @fixed(
// CHECK: [[P:%.*]] = dlc.contract %{{.*}} [0, 1, 3], %{{.*}} [2, 3] -> [0, 1, 2]
// CHECK: dlc.scan carries(%{{.*}}) xs([[P]])
func.func @fixed(%h: tensor<4x8xf32>, %x: tensor<6x4x3xf32>, %w: tensor<8x3xf32>) -> tensor<4x8xf32> {
  %last = dlc.scan carries(%h) xs(%x) consts(%w) length = 6 : (tensor<4x8xf32>, tensor<6x4x3xf32>, tensor<8x3xf32>) -> tensor<4x8xf32> {
  ^bb0(%t: tensor<i64>, %xt: tensor<4x3xf32>, %c0: tensor<8x3xf32>, %ht: tensor<4x8xf32>):
    %c1 = dlc.mul %c0, %c0 : tensor<8x3xf32>
    %c2 = dlc.mul %c1, %c1 : tensor<8x3xf32>
    %c3 = dlc.mul %c2, %c2 : tensor<8x3xf32>
    %c4 = dlc.mul %c3, %c3 : tensor<8x3xf32>
    %c5 = dlc.mul %c4, %c4 : tensor<8x3xf32>
    %c6 = dlc.mul %c5, %c5 : tensor<8x3xf32>
    %c7 = dlc.mul %c6, %c6 : tensor<8x3xf32>
    %c8 = dlc.mul %c7, %c7 : tensor<8x3xf32>
    %c9 = dlc.mul %c8, %c8 : tensor<8x3xf32>
    %c10 = dlc.mul %c9, %c9 : tensor<8x3xf32>
    %c11 = dlc.mul %c10, %c10 : tensor<8x3xf32>
    %c12 = dlc.mul %c11, %c11 : tensor<8x3xf32>
    %c13 = dlc.mul %c12, %c12 : tensor<8x3xf32>
    %c14 = dlc.mul %c13, %c13 : tensor<8x3xf32>
    %c15 = dlc.mul %c14, %c14 : tensor<8x3xf32>
    %c16 = dlc.mul %c15, %c15 : tensor<8x3xf32>
    %c17 = dlc.mul %c16, %c16 : tensor<8x3xf32>
    %c18 = dlc.mul %c17, %c17 : tensor<8x3xf32>
    %c19 = dlc.mul %c18, %c18 : tensor<8x3xf32>
    %c20 = dlc.mul %c19, %c19 : tensor<8x3xf32>
    %c21 = dlc.mul %c20, %c20 : tensor<8x3xf32>
    %c22 = dlc.mul %c21, %c21 : tensor<8x3xf32>
    %c23 = dlc.mul %c22, %c22 : tensor<8x3xf32>
    %c24 = dlc.mul %c23, %c23 : tensor<8x3xf32>
    %c25 = dlc.mul %c24, %c24 : tensor<8x3xf32>
    %c26 = dlc.mul %c25, %c25 : tensor<8x3xf32>
    %c27 = dlc.mul %c26, %c26 : tensor<8x3xf32>
    %c28 = dlc.mul %c27, %c27 : tensor<8x3xf32>
    %c29 = dlc.mul %c28, %c28 : tensor<8x3xf32>
    %c30 = dlc.mul %c29, %c29 : tensor<8x3xf32>
    %c31 = dlc.mul %c30, %c30 : tensor<8x3xf32>
    %c32 = dlc.mul %c31, %c31 : tensor<8x3xf32>
    %c33 = dlc.mul %c32, %c32 : tensor<8x3xf32>
    %c34 = dlc.mul %c33, %c33 : tensor<8x3xf32>
    %c35 = dlc.mul %c34, %c34 : tensor<8x3xf32>
    %c36 = dlc.mul %c35, %c35 : tensor<8x3xf32>
    %c37 = dlc.mul %c36, %c36 : tensor<8x3xf32>
    %c38 = dlc.mul %c37, %c37 : tensor<8x3xf32>
    %c39 = dlc.mul %c38, %c38 : tensor<8x3xf32>
    %c40 = dlc.mul %c39, %c39 : tensor<8x3xf32>
    %0 = dlc.contract %xt [0, 2], %c40 [1, 2] -> [0, 1] : tensor<4x3xf32>, tensor<8x3xf32>
    %1 = dlc.add %ht, %0 : tensor<4x8xf32>
    dlc.next %1 : tensor<4x8xf32>
  }
  return %last : tensor<4x8xf32>
}
