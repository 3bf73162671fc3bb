// RUN: %dlc-opt %s --dlc-simplify | FileCheck %s

// A result that nobody reads, a constant and a slice that the body does not read, a carry that goes nowhere.
// CHECK-LABEL: func.func @unused(
// CHECK-SAME: [[H:%.*]]: tensor<4xf32>, [[X:%.*]]: tensor<8x4xf32>, [[W:%.*]]: tensor<4xf32>)
// CHECK: [[R:%.*]] = dlc.scan carries([[H]]) xs() consts([[W]]) length = 8 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32> {
// CHECK-NEXT: ^bb0(%{{.*}}: tensor<i64>, [[WT:%.*]]: tensor<4xf32>, [[HT:%.*]]: tensor<4xf32>):
// CHECK-NEXT: [[N:%.*]] = dlc.mul [[HT]], [[WT]]
// CHECK-NEXT: dlc.next [[N]] : tensor<4xf32>
// CHECK: return [[R]]
func.func @unused(%h: tensor<4xf32>, %x: tensor<8x4xf32>, %w: tensor<4xf32>) -> tensor<4xf32> {
  %ys, %last, %other = dlc.scan carries(%h, %h) xs(%x) consts(%w, %h) length = 8 : (tensor<4xf32>, tensor<4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4xf32>) -> (tensor<8x4xf32>, tensor<4xf32>, tensor<4xf32>) {
  ^bb0(%t: tensor<i64>, %xt: tensor<4xf32>, %wt: tensor<4xf32>, %c: tensor<4xf32>, %ht: tensor<4xf32>, %o: tensor<4xf32>):
    %0 = dlc.mul %ht, %wt : tensor<4xf32>
    %1 = dlc.exp %xt : tensor<4xf32>
    dlc.next %1, %0, %1 : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
  }
  return %last : tensor<4xf32>
}

// What every step hands on as it is is a constant, and the result is what the loop began with.
// CHECK-LABEL: func.func @constant(
// CHECK-SAME: [[H:%.*]]: tensor<4xf32>, [[K:%.*]]: tensor<4xf32>)
// CHECK: [[R:%.*]] = dlc.scan carries([[H]]) xs() consts([[K]]) length = 8 :
// CHECK-NEXT: ^bb0(%{{.*}}: tensor<i64>, [[KT:%.*]]: tensor<4xf32>, [[HT:%.*]]: tensor<4xf32>):
// CHECK-NEXT: dlc.mul [[HT]], [[KT]]
// CHECK: return [[R]], [[K]]
func.func @constant(%h: tensor<4xf32>, %k: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %last, %same = dlc.scan carries(%h, %k) xs() consts() length = 8 : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  ^bb0(%t: tensor<i64>, %ht: tensor<4xf32>, %kt: tensor<4xf32>):
    %0 = dlc.mul %ht, %kt : tensor<4xf32>
    dlc.next %0, %kt : tensor<4xf32>, tensor<4xf32>
  }
  return %last, %same : tensor<4xf32>, tensor<4xf32>
}

// The flag that ends a loop stays.
// CHECK-LABEL: func.func @flag
// CHECK: dlc.scan carries(%{{.*}}, %{{.*}}) xs() consts() length = 8 while :
func.func @flag(%g: tensor<i1>, %h: tensor<4xf32>) -> tensor<4xf32> {
  %go, %last = dlc.scan carries(%g, %h) xs() consts() length = 8 while : (tensor<i1>, tensor<4xf32>) -> (tensor<i1>, tensor<4xf32>) {
  ^bb0(%t: tensor<i64>, %gt: tensor<i1>, %ht: tensor<4xf32>):
    %0 = dlc.neg %ht : tensor<4xf32>
    dlc.next %gt, %0 : tensor<i1>, tensor<4xf32>
  }
  return %last : tensor<4xf32>
}

// What a loop runs over and stacks again as it is is the same tensor; not so where steps may be left out.
// CHECK-LABEL: func.func @restacked(
// CHECK-SAME: [[H:%.*]]: tensor<4xf32>, [[X:%.*]]: tensor<8x4xf32>)
// CHECK: [[R:%.*]] = dlc.scan carries([[H]]) xs([[X]]) consts() length = 8 : (tensor<4xf32>, tensor<8x4xf32>) -> tensor<4xf32>
// CHECK: return [[X]], [[R]]
func.func @restacked(%h: tensor<4xf32>, %x: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<4xf32>) {
  %ys, %last = dlc.scan carries(%h) xs(%x) consts() length = 8 : (tensor<4xf32>, tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<4xf32>) {
  ^bb0(%t: tensor<i64>, %xt: tensor<4xf32>, %ht: tensor<4xf32>):
    %0 = dlc.mul %ht, %xt : tensor<4xf32>
    dlc.next %xt, %0 : tensor<4xf32>, tensor<4xf32>
  }
  return %ys, %last : tensor<8x4xf32>, tensor<4xf32>
}

// CHECK-LABEL: func.func @restacked_while(
// CHECK: [[R:%.*]]:{{[0-9]}} = dlc.scan {{.*}} while
// CHECK: return [[R]]#0
func.func @restacked_while(%g: tensor<i1>, %x: tensor<8x4xf32>) -> tensor<8x4xf32> {
  %ys, %go = dlc.scan carries(%g) xs(%x) consts() length = 8 while : (tensor<i1>, tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<i1>) {
  ^bb0(%t: tensor<i64>, %xt: tensor<4xf32>, %gt: tensor<i1>):
    dlc.next %xt, %gt : tensor<4xf32>, tensor<i1>
  }
  return %ys : tensor<8x4xf32>
}
