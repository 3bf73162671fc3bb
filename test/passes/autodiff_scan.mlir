// RUN: %dlc-opt %s --dlc-autodiff --split-input-file | FileCheck %s

// h = tanh(h @ w): the forward loop stacks its carries, and the product is dearer than elementwise. Only tanh
// wants it, so that is stacked instead and not computed again. The weight's gradient is one contraction
// behind the adjoint loop.
// CHECK-LABEL: dlc.entry @rnn
// CHECK: [[F:%.*]]:3 = dlc.scan carries(%{{.*}}) xs() consts([[W:%.*]]) length = 6 : (tensor<2x4xf32>, tensor<4x4xf32>) -> (tensor<6x2x4xf32>, tensor<6x2x4xf32>, tensor<2x4xf32>)
// CHECK: [[P:%.*]] = dlc.contract
// CHECK: [[Y:%.*]] = dlc.tanh [[P]]
// CHECK: dlc.next [[Y]], %{{.*}}, [[Y]]
// CHECK: [[B:%.*]]:2 = dlc.scan carries(%{{.*}}) xs({{.*}}) consts([[W]]) length = 6 reverse :
// CHECK-NOT: dlc.tanh
// CHECK: dlc.contract
// CHECK-NOT: dlc.contract
// CHECK: dlc.next
// CHECK: dlc.contract [[F]]#{{[01]}} [4, 0, 1], [[B]]#0 [4, 0, 3] -> [1, 3]
// CHECK: dlc.yield [[B]]#1
dlc.program @p dims {} {
  dlc.entry @rnn inputs ["h", "w"] states [] results ["dh", "dw"] {
  ^bb0(%h: tensor<2x4xf32>, %w: tensor<4x4xf32>):
    %last = dlc.scan carries(%h) xs() consts(%w) length = 6 : (tensor<2x4xf32>, tensor<4x4xf32>) -> tensor<2x4xf32> {
    ^bb0(%t: tensor<i64>, %wt: tensor<4x4xf32>, %ht: tensor<2x4xf32>):
      %0 = dlc.contract %ht [0, 1], %wt [1, 3] -> [0, 3] : tensor<2x4xf32>, tensor<4x4xf32>
      %1 = dlc.tanh %0 : tensor<2x4xf32>
      dlc.next %1 : tensor<2x4xf32>
    }
    %loss = dlc.reduce_sum %last dims = [0, 1] : tensor<2x4xf32>
    %dh, %dw = dlc.backward %loss wrt(%h, %w) : tensor<f32> wrt(tensor<2x4xf32>, tensor<4x4xf32>)
    dlc.yield %dh, %dw : tensor<2x4xf32>, tensor<4x4xf32>
  }
}

// -----

// A share that is no contraction is added up in a carry of the adjoint, and `while` gives way.
// CHECK-LABEL: dlc.entry @scale
// CHECK: dlc.scan carries(%{{.*}}, %{{.*}}) xs() consts(%{{.*}}) length = 6 :
// CHECK: dlc.scan carries(%{{.*}}, %{{.*}}) {{.*}} length = 6 reverse :
// CHECK-NOT: dlc.contract
dlc.program @p dims {} {
  dlc.entry @scale inputs ["go", "h", "w"] states [] results ["dw"] {
  ^bb0(%go: tensor<i1>, %h: tensor<4xf32>, %w: tensor<4xf32>):
    %g, %last = dlc.scan carries(%go, %h) xs() consts(%w) length = 6 while : (tensor<i1>, tensor<4xf32>, tensor<4xf32>) -> (tensor<i1>, tensor<4xf32>) {
    ^bb0(%t: tensor<i64>, %wt: tensor<4xf32>, %gt: tensor<i1>, %ht: tensor<4xf32>):
      %0 = dlc.mul %ht, %wt : tensor<4xf32>
      dlc.next %gt, %0 : tensor<i1>, tensor<4xf32>
    }
    %loss = dlc.reduce_sum %last dims = [0] : tensor<4xf32>
    %dw = dlc.backward %loss wrt(%w) : tensor<f32> wrt(tensor<4xf32>)
    dlc.yield %dw : tensor<4xf32>
  }
}

// -----

// gates = h @ w + x + b: the sum is kept, which takes the place of the product; its parts are not. What two
// ops want of the sum is computed again from it: to keep it would take more room.
// CHECK-LABEL: dlc.entry @gates
// CHECK: [[F:%.*]]:{{[0-9]}} = dlc.scan
// CHECK: [[P:%.*]] = dlc.contract
// CHECK: [[S:%.*]] = dlc.add [[P]],
// CHECK: [[G:%.*]] = dlc.add [[S]],
// CHECK: dlc.next [[G]], %{{.*}}, %{{.*}} :
// CHECK: dlc.scan {{.*}} reverse :
// CHECK-NEXT: ^bb0(%{{.*}}: tensor<i64>, [[GT:%.*]]: tensor<2x4xf32>, %{{.*}}: tensor<4x4xf32>,
// CHECK-NOT: dlc.add
// CHECK: dlc.exp [[GT]]
dlc.program @p dims {} {
  dlc.entry @gates inputs ["h", "x", "w", "b"] states [] results ["dh", "dw"] {
  ^bb0(%h: tensor<2x4xf32>, %x: tensor<6x2x4xf32>, %w: tensor<4x4xf32>, %b: tensor<2x4xf32>):
    %last = dlc.scan carries(%h) xs(%x) consts(%w, %b) length = 6 : (tensor<2x4xf32>, tensor<6x2x4xf32>, tensor<4x4xf32>, tensor<2x4xf32>) -> tensor<2x4xf32> {
    ^bb0(%t: tensor<i64>, %xt: tensor<2x4xf32>, %wt: tensor<4x4xf32>, %bt: tensor<2x4xf32>, %ht: tensor<2x4xf32>):
      %0 = dlc.contract %ht [0, 1], %wt [1, 3] -> [0, 3] : tensor<2x4xf32>, tensor<4x4xf32>
      %1 = dlc.add %0, %xt : tensor<2x4xf32>
      %2 = dlc.add %1, %bt : tensor<2x4xf32>
      %3 = dlc.exp %2 : tensor<2x4xf32>
      %4 = dlc.mul %2, %3 : tensor<2x4xf32>
      dlc.next %4 : tensor<2x4xf32>
    }
    %loss = dlc.reduce_sum %last dims = [0, 1] : tensor<2x4xf32>
    %dh, %dw = dlc.backward %loss wrt(%h, %w) : tensor<f32> wrt(tensor<2x4xf32>, tensor<4x4xf32>)
    dlc.yield %dh, %dw : tensor<2x4xf32>, tensor<4x4xf32>
  }
}

// -----

// Parts of a product that each go through one function take no more room than the product: they are kept, and
// no function is computed again. Where one of them is wanted twice, all are computed again from the product.
// CHECK-LABEL: dlc.entry @activated
// CHECK: dlc.scan
// CHECK: [[P:%.*]] = dlc.contract
// CHECK: [[I:%.*]] = dlc.sigmoid
// CHECK: [[G:%.*]] = dlc.tanh
// CHECK: dlc.next [[I]], [[G]], %{{.*}}, %{{.*}} : tensor<2x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>
// CHECK: dlc.scan {{.*}} reverse :
// CHECK-NOT: dlc.sigmoid
// CHECK-NOT: dlc.tanh
// CHECK: dlc.next
dlc.program @p dims {} {
  dlc.entry @activated inputs ["h", "w"] states [] results ["dh", "dw"] {
  ^bb0(%h: tensor<2x4xf32>, %w: tensor<4x8xf32>):
    %last = dlc.scan carries(%h) xs() consts(%w) length = 6 : (tensor<2x4xf32>, tensor<4x8xf32>) -> tensor<2x4xf32> {
    ^bb0(%t: tensor<i64>, %wt: tensor<4x8xf32>, %ht: tensor<2x4xf32>):
      %0 = dlc.contract %ht [0, 1], %wt [1, 3] -> [0, 3] : tensor<2x4xf32>, tensor<4x8xf32>
      %1 = dlc.slice %0 starts = [0, 0] sizes = [2, 4] strides = [1, 1] : tensor<2x8xf32>
      %2 = dlc.slice %0 starts = [0, 4] sizes = [2, 4] strides = [1, 1] : tensor<2x8xf32>
      %3 = dlc.sigmoid %1 : tensor<2x4xf32>
      %4 = dlc.tanh %2 : tensor<2x4xf32>
      %5 = dlc.mul %3, %4 : tensor<2x4xf32>
      dlc.next %5 : tensor<2x4xf32>
    }
    %loss = dlc.reduce_sum %last dims = [0, 1] : tensor<2x4xf32>
    %dh, %dw = dlc.backward %loss wrt(%h, %w) : tensor<f32> wrt(tensor<2x4xf32>, tensor<4x8xf32>)
    dlc.yield %dh, %dw : tensor<2x4xf32>, tensor<4x8xf32>
  }

  // CHECK-LABEL: dlc.entry @twice
  // CHECK: dlc.scan
  // CHECK: [[P:%.*]] = dlc.contract
  // CHECK: dlc.next [[P]], %{{.*}}, %{{.*}} : tensor<2x8xf32>, tensor<2x4xf32>, tensor<2x4xf32>
  // CHECK: dlc.scan {{.*}} reverse :
  // CHECK: dlc.sigmoid
  // CHECK: dlc.next
  dlc.entry @twice inputs ["h", "w"] states [] results ["dh", "dw"] {
  ^bb0(%h: tensor<2x4xf32>, %w: tensor<4x8xf32>):
    %last = dlc.scan carries(%h) xs() consts(%w) length = 6 : (tensor<2x4xf32>, tensor<4x8xf32>) -> tensor<2x4xf32> {
    ^bb0(%t: tensor<i64>, %wt: tensor<4x8xf32>, %ht: tensor<2x4xf32>):
      %0 = dlc.contract %ht [0, 1], %wt [1, 3] -> [0, 3] : tensor<2x4xf32>, tensor<4x8xf32>
      %1 = dlc.slice %0 starts = [0, 0] sizes = [2, 4] strides = [1, 1] : tensor<2x8xf32>
      %2 = dlc.slice %0 starts = [0, 4] sizes = [2, 4] strides = [1, 1] : tensor<2x8xf32>
      %3 = dlc.sigmoid %1 : tensor<2x4xf32>
      %4 = dlc.tanh %2 : tensor<2x4xf32>
      %5 = dlc.mul %3, %4 : tensor<2x4xf32>
      %6 = dlc.sin %2 : tensor<2x4xf32>
      %7 = dlc.mul %5, %6 : tensor<2x4xf32>
      dlc.next %7 : tensor<2x4xf32>
    }
    %loss = dlc.reduce_sum %last dims = [0, 1] : tensor<2x4xf32>
    %dh, %dw = dlc.backward %loss wrt(%h, %w) : tensor<f32> wrt(tensor<2x4xf32>, tensor<4x8xf32>)
    dlc.yield %dh, %dw : tensor<2x4xf32>, tensor<4x8xf32>
  }

  // The product with what is the same in every step is kept rather than what it is made of; however often
  // that is read, it is asked about once.
  // CHECK-LABEL: dlc.entry @fixed
  // CHECK: dlc.scan
  // CHECK: [[P:%.*]] = dlc.contract
  // CHECK: [[M:%.*]] = dlc.mul [[P]],
  // CHECK: dlc.next [[M]], %{{.*}} : tensor<2x4xf32>, tensor<2x4xf32>
  // CHECK: dlc.scan {{.*}} reverse :
  dlc.entry @fixed inputs ["h", "w", "v"] states [] results ["dh"] {
  ^bb0(%h: tensor<2x4xf32>, %w: tensor<4x4xf32>, %v: tensor<2x4xf32>):
    %last = dlc.scan carries(%h) xs() consts(%w, %v) length = 6 : (tensor<2x4xf32>, tensor<4x4xf32>, tensor<2x4xf32>) -> tensor<2x4xf32> {
    ^bb0(%t: tensor<i64>, %wt: tensor<4x4xf32>, %v0: tensor<2x4xf32>, %ht: tensor<2x4xf32>):
      %v1 = dlc.mul %v0, %v0 : tensor<2x4xf32>
      %v2 = dlc.mul %v1, %v1 : tensor<2x4xf32>
      %v3 = dlc.mul %v2, %v2 : tensor<2x4xf32>
      %v4 = dlc.mul %v3, %v3 : tensor<2x4xf32>
      %v5 = dlc.mul %v4, %v4 : tensor<2x4xf32>
      %v6 = dlc.mul %v5, %v5 : tensor<2x4xf32>
      %v7 = dlc.mul %v6, %v6 : tensor<2x4xf32>
      %v8 = dlc.mul %v7, %v7 : tensor<2x4xf32>
      %v9 = dlc.mul %v8, %v8 : tensor<2x4xf32>
      %v10 = dlc.mul %v9, %v9 : tensor<2x4xf32>
      %v11 = dlc.mul %v10, %v10 : tensor<2x4xf32>
      %v12 = dlc.mul %v11, %v11 : tensor<2x4xf32>
      %v13 = dlc.mul %v12, %v12 : tensor<2x4xf32>
      %v14 = dlc.mul %v13, %v13 : tensor<2x4xf32>
      %v15 = dlc.mul %v14, %v14 : tensor<2x4xf32>
      %v16 = dlc.mul %v15, %v15 : tensor<2x4xf32>
      %v17 = dlc.mul %v16, %v16 : tensor<2x4xf32>
      %v18 = dlc.mul %v17, %v17 : tensor<2x4xf32>
      %v19 = dlc.mul %v18, %v18 : tensor<2x4xf32>
      %v20 = dlc.mul %v19, %v19 : tensor<2x4xf32>
      %v21 = dlc.mul %v20, %v20 : tensor<2x4xf32>
      %v22 = dlc.mul %v21, %v21 : tensor<2x4xf32>
      %v23 = dlc.mul %v22, %v22 : tensor<2x4xf32>
      %v24 = dlc.mul %v23, %v23 : tensor<2x4xf32>
      %v25 = dlc.mul %v24, %v24 : tensor<2x4xf32>
      %v26 = dlc.mul %v25, %v25 : tensor<2x4xf32>
      %v27 = dlc.mul %v26, %v26 : tensor<2x4xf32>
      %v28 = dlc.mul %v27, %v27 : tensor<2x4xf32>
      %v29 = dlc.mul %v28, %v28 : tensor<2x4xf32>
      %v30 = dlc.mul %v29, %v29 : tensor<2x4xf32>
      %v31 = dlc.mul %v30, %v30 : tensor<2x4xf32>
      %v32 = dlc.mul %v31, %v31 : tensor<2x4xf32>
      %v33 = dlc.mul %v32, %v32 : tensor<2x4xf32>
      %v34 = dlc.mul %v33, %v33 : tensor<2x4xf32>
      %v35 = dlc.mul %v34, %v34 : tensor<2x4xf32>
      %v36 = dlc.mul %v35, %v35 : tensor<2x4xf32>
      %v37 = dlc.mul %v36, %v36 : tensor<2x4xf32>
      %v38 = dlc.mul %v37, %v37 : tensor<2x4xf32>
      %v39 = dlc.mul %v38, %v38 : tensor<2x4xf32>
      %v40 = dlc.mul %v39, %v39 : tensor<2x4xf32>
      %0 = dlc.contract %ht [0, 1], %wt [1, 3] -> [0, 3] : tensor<2x4xf32>, tensor<4x4xf32>
      %1 = dlc.mul %0, %v40 : tensor<2x4xf32>
      %2 = dlc.sin %1 : tensor<2x4xf32>
      dlc.next %2 : tensor<2x4xf32>
    }
    %loss = dlc.reduce_sum %last dims = [0, 1] : tensor<2x4xf32>
    %dh = dlc.backward %loss wrt(%h) : tensor<f32> wrt(tensor<2x4xf32>)
    dlc.yield %dh : tensor<2x4xf32>
  }
}
