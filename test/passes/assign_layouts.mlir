// RUN: %dlc-opt %s --dlc-assign-layouts --split-input-file | FileCheck %s
// RUN: %dlc-opt %s "--dlc-assign-layouts=copies=false" --split-input-file | FileCheck %s --check-prefix=KEEP

// The forward product wants its output dimension innermost in the weight; what makes the weight's new
// value takes the same order, and the product that reads the weight along the other axis takes it as
// it is.
// CHECK-LABEL: dlc.program @linear
dlc.program @linear dims {n = 16 : i64} {
  // CHECK: dlc.state @w : tensor<10x8xf32> {perm = array<i64: 1, 0>, role = "param"}
  dlc.state @w : tensor<10x8xf32> {role = "param"}
  // CHECK: dlc.state @moment : tensor<10x8xf32> {perm = array<i64: 1, 0>, role = "optimizer"}
  dlc.state @moment : tensor<10x8xf32> {role = "optimizer"}
  // CHECK: dlc.state @b : tensor<10xf32> {role = "param"}
  dlc.state @b : tensor<10xf32> {role = "param"}
  dlc.entry @step inputs ["x", "dy"] states [@w, @moment, @b] results ["y", "dx"] {
  // CHECK: ^bb0([[X:%.*]]: tensor<16x8xf32, #dlc.live<n, *>>, [[DY:%.*]]: tensor<16x10xf32, #dlc.live<n, *>>, [[W:%.*]]: tensor<10x8xf32>, [[M:%.*]]: tensor<10x8xf32>,
  ^bb0(%x: tensor<16x8xf32, #dlc.live<n, *>>, %dy: tensor<16x10xf32, #dlc.live<n, *>>, %w: tensor<10x8xf32>, %m: tensor<10x8xf32>, %b: tensor<10xf32>):
    // CHECK: dlc.contract [[X]] [0, 2], [[W]] [1, 2] -> [0, 1] : tensor<16x8xf32
    %y = dlc.contract %x [0, 2], %w [1, 2] -> [0, 1] : tensor<16x8xf32, #dlc.live<n, *>>, tensor<10x8xf32>
    // CHECK: dlc.contract [[DY]] [0, 1], [[W]] [1, 2] -> [0, 2]
    %dx = dlc.contract %dy [0, 1], %w [1, 2] -> [0, 2] : tensor<16x10xf32, #dlc.live<n, *>>, tensor<10x8xf32>
    // CHECK: dlc.contract {{.*}} -> [1, 2] {dlc.layouts = [array<i64: 1, 0>]}
    %dw = dlc.contract %dy [0, 1], %x [0, 2] -> [1, 2] : tensor<16x10xf32, #dlc.live<n, *>>, tensor<16x8xf32, #dlc.live<n, *>>
    // CHECK: dlc.add [[M]], %{{.*}} {dlc.layouts = [array<i64: 1, 0>]}
    %m2 = dlc.add %m, %dw : tensor<10x8xf32>
    // CHECK: dlc.sub [[W]], %{{.*}} {dlc.layouts = [array<i64: 1, 0>]}
    %w2 = dlc.sub %w, %m2 : tensor<10x8xf32>
    dlc.yield %y, %dx, %w2, %m2, %b : tensor<16x10xf32, #dlc.live<n, *>>, tensor<16x8xf32, #dlc.live<n, *>>, tensor<10x8xf32>, tensor<10x8xf32>, tensor<10xf32>
  }
}

// -----

// Channels innermost: NHWC against HWIO, through what keeps the shape; a reshape gets row-major.
// CHECK-LABEL: dlc.program @conv
dlc.program @conv dims {n = 4 : i64} {
  // CHECK: dlc.state @w : tensor<5x3x3x3xf32> {perm = array<i64: 2, 3, 1, 0>
  dlc.state @w : tensor<5x3x3x3xf32> {role = "param"}
  dlc.entry @conv inputs ["x"] states [@w] results ["y"] {
  ^bb0(%x: tensor<4x3x8x8xf32, #dlc.live<n, *, *, *>>, %w: tensor<5x3x3x3xf32>):
    // CHECK: dlc.exp {{.*}}dlc.layouts = [array<i64: 0, 2, 3, 1>]
    %e = dlc.exp %x : tensor<4x3x8x8xf32, #dlc.live<n, *, *, *>>
    // CHECK: dlc.conv {{.*}}dlc.layouts = [array<i64: 0, 2, 3, 1>]
    %y = dlc.conv %e, %w strides = [1, 1] dilations = [1, 1] : tensor<4x3x8x8xf32, #dlc.live<n, *, *, *>>, tensor<5x3x3x3xf32>
    // Both results of the pool.
    // CHECK: dlc.max_pool {{.*}}dlc.layouts = [array<i64: 0, 2, 3, 1>, array<i64: 0, 2, 3, 1>]
    %p, %i = dlc.max_pool %y window = [2, 2] strides = [2, 2] dilations = [1, 1] : tensor<4x5x6x6xf32, #dlc.live<n, *, *, *>>
    // CHECK: [[R:%.*]] = dlc.relu
    %r = dlc.relu %p : tensor<4x5x3x3xf32, #dlc.live<n, *, *, *>>
    // CHECK: [[STRAIGHT:%.*]] = dlc.copy [[R]] : tensor<4x5x3x3xf32
    // CHECK: dlc.reshape [[STRAIGHT]] : tensor<4x5x3x3xf32
    %f = dlc.reshape %r : tensor<4x5x3x3xf32, #dlc.live<n, *, *, *>> to tensor<4x45xf32, #dlc.live<n, *>>
    dlc.yield %f, %w : tensor<4x45xf32, #dlc.live<n, *>>, tensor<5x3x3x3xf32>
  }
}

// -----

// Heads that stand side by side again are written there by the product that makes them.
// CHECK-LABEL: dlc.program @heads
dlc.program @heads dims {n = 4 : i64} {
  dlc.entry @heads inputs ["p", "v"] states [] results ["y"] {
  ^bb0(%p: tensor<4x2x8x8xf32, #dlc.live<n, *, *, *>>, %v: tensor<4x2x8x16xf32, #dlc.live<n, *, *, *>>):
    // CHECK: dlc.contract {{.*}}dlc.layouts = [array<i64: 0, 2, 1, 3>]
    // CHECK-NEXT: dlc.permute
    // CHECK-NEXT: dlc.reshape
    %o = dlc.contract %p [0, 1, 2, 4], %v [0, 1, 4, 3] -> [0, 1, 2, 3] : tensor<4x2x8x8xf32, #dlc.live<n, *, *, *>>, tensor<4x2x8x16xf32, #dlc.live<n, *, *, *>>
    %t = dlc.permute %o perm = [0, 2, 1, 3] : tensor<4x2x8x16xf32, #dlc.live<n, *, *, *>>
    %y = dlc.reshape %t : tensor<4x8x2x16xf32, #dlc.live<n, *, *, *>> to tensor<4x8x32xf32, #dlc.live<n, *, *>>
    dlc.yield %y : tensor<4x8x32xf32, #dlc.live<n, *, *>>
  }
}

// -----

// One order of a state for all entries, whichever of them asks for it.
// CHECK-LABEL: dlc.program @two_entries
dlc.program @two_entries dims {} {
  // CHECK: dlc.state @w : tensor<10x8xf32> {perm = array<i64: 1, 0>
  dlc.state @w : tensor<10x8xf32> {role = "param"}
  dlc.entry @init inputs [] states [@w] results [] {
  ^bb0(%w: tensor<10x8xf32>):
    // CHECK: dlc.iota dim = 0 {dlc.layouts = [array<i64: 1, 0>]}
    %0 = dlc.iota dim = 0 : tensor<10x8xf32>
    dlc.yield %0 : tensor<10x8xf32>
  }
  dlc.entry @predict inputs ["x"] states [@w] results ["y"] {
  ^bb0(%x: tensor<16x8xf32>, %w: tensor<10x8xf32>):
    %y = dlc.contract %x [0, 2], %w [1, 2] -> [0, 1] : tensor<16x8xf32>, tensor<10x8xf32>
    dlc.yield %y, %w : tensor<16x10xf32>, tensor<10x8xf32>
  }
}

// -----

// Nothing wishes for anything: everything stays row-major.
// CHECK-LABEL: dlc.program @plain
// CHECK-NOT: perm
// CHECK-NOT: dlc.layouts
dlc.program @plain dims {} {
  dlc.state @w : tensor<4x4xf32> {role = "param"}
  dlc.entry @f inputs [] states [@w] results [] {
  ^bb0(%w: tensor<4x4xf32>):
    %0 = dlc.exp %w : tensor<4x4xf32>
    dlc.yield %0 : tensor<4x4xf32>
  }
}

// -----

// A depthwise convolution: groups innermost, through the reshapes around it and in the weight's state.
// CHECK-LABEL: dlc.program @depthwise
dlc.program @depthwise dims {} {
  // CHECK: dlc.state @w {{.*}}perm = array<i64: 1, 2, 3, 0>
  dlc.state @w : tensor<32x1x3x3xf32> {role = "param"}
  // CHECK: dlc.state @v {{.*}}perm = array<i64: 2, 3, 1, 0>
  dlc.state @v : tensor<32x3x1x1xf32> {role = "param"}
  dlc.entry @f inputs ["x"] states [@w, @v] results ["y"] {
  ^bb0(%x: tensor<2x3x8x8xf32>, %w: tensor<32x1x3x3xf32>, %v: tensor<32x3x1x1xf32>):
    %0 = dlc.conv %x, %v strides = [1, 1] dilations = [1, 1] : tensor<2x3x8x8xf32>, tensor<32x3x1x1xf32>
    // CHECK-NOT: dlc.copy
    // CHECK: dlc.relu {{.*}}dlc.layouts = [array<i64: 0, 2, 3, 1>]
    %1 = dlc.relu %0 : tensor<2x32x8x8xf32>
    // CHECK: dlc.reshape {{.*}}dlc.layouts = [array<i64: 2, 0, 3, 4, 1>]
    %2 = dlc.reshape %1 : tensor<2x32x8x8xf32> to tensor<2x32x1x8x8xf32>
    %3 = dlc.reshape %w : tensor<32x1x3x3xf32> to tensor<32x1x1x3x3xf32>
    // CHECK: dlc.conv {{.*}}dlc.layouts = [array<i64: 0, 3, 4, 2, 1>]
    %4 = dlc.conv %2, %3 strides = [1, 1] dilations = [1, 1] : tensor<2x32x1x8x8xf32>, tensor<32x1x1x3x3xf32>
    %5 = dlc.reshape %4 : tensor<2x32x1x6x6xf32> to tensor<2x32x6x6xf32>
    // CHECK: dlc.relu {{.*}}dlc.layouts = [array<i64: 0, 2, 3, 1>]
    %6 = dlc.relu %5 : tensor<2x32x6x6xf32>
    dlc.yield %6, %w, %v : tensor<2x32x6x6xf32>, tensor<32x1x3x3xf32>, tensor<32x3x1x1xf32>
  }
}

// -----

// A product that has no dims, such as a penalty of squares: it has no vectors, and no wish.
// CHECK-LABEL: dlc.program @penalty
// CHECK-NOT: perm
dlc.program @penalty dims {} {
  dlc.state @w : tensor<4x8xf32> {role = "param"}
  dlc.entry @f inputs [] states [@w] results ["y"] {
  ^bb0(%w: tensor<4x8xf32>):
    %0 = dlc.contract %w [0, 1], %w [0, 1] -> [] : tensor<4x8xf32>, tensor<4x8xf32>
    dlc.yield %0, %w : tensor<f32>, tensor<4x8xf32>
  }
}

// -----

// The gradient of a step reads the weight across the lanes: in front of a long loop it is turned once. The
// product forward has it as it likes, and short loops turn it as they go.
// CHECK-LABEL: dlc.program @turned
// CHECK: dlc.state @w : tensor<4x4xf32> {{.*}}perm = array<i64: 1, 0>
// CHECK: dlc.contract %{{.*}} [0, 1], [[W:%.*]] [2, 1] -> [0, 2]
// CHECK: [[T:%.*]] = dlc.copy [[W]] {dlc.layouts = [array<i64: 0, 1>]} : tensor<4x4xf32>
// CHECK: dlc.scan {{.*}} consts([[W]], [[T]]) length = 16
// CHECK-NEXT: ^bb0(%{{.*}}: tensor<i64>, [[WT:%.*]]: tensor<4x4xf32>, [[TT:%.*]]: tensor<4x4xf32>, [[H:%.*]]: tensor<2x4xf32>):
// CHECK-NEXT: dlc.contract [[H]] [0, 1], [[TT]] [1, 2] -> [0, 2]
// CHECK-NEXT: dlc.contract %{{.*}} [0, 1], [[TT]] [1, 2] -> [0, 2]
// CHECK-NEXT: dlc.contract %{{.*}} [0, 1], [[WT]] [2, 1] -> [0, 2]
// CHECK-NOT: dlc.copy
// CHECK: dlc.scan {{.*}} consts([[W]]) length = 8
// CHECK-NEXT: ^bb0(%{{.*}}: tensor<i64>, [[WT:%.*]]: tensor<4x4xf32>, [[H:%.*]]: tensor<2x4xf32>):
// CHECK-NEXT: dlc.contract [[H]] [0, 1], [[WT]] [1, 2] -> [0, 2]
// KEEP-LABEL: dlc.program @turned
// KEEP-NOT: dlc.copy
dlc.program @turned dims {} {
  dlc.state @w : tensor<4x4xf32> {role = "param"}
  dlc.entry @f inputs ["x"] states [@w] results ["y", "z"] {
  ^bb0(%x: tensor<2x4xf32>, %w: tensor<4x4xf32>):
    %0 = dlc.contract %x [0, 1], %w [2, 1] -> [0, 2] : tensor<2x4xf32>, tensor<4x4xf32>
    %long = dlc.scan carries(%0) xs() consts(%w) length = 16 : (tensor<2x4xf32>, tensor<4x4xf32>) -> tensor<2x4xf32> {
    ^bb0(%t: tensor<i64>, %wt: tensor<4x4xf32>, %ht: tensor<2x4xf32>):
      %1 = dlc.contract %ht [0, 1], %wt [1, 2] -> [0, 2] : tensor<2x4xf32>, tensor<4x4xf32>
      %2 = dlc.contract %1 [0, 1], %wt [1, 2] -> [0, 2] : tensor<2x4xf32>, tensor<4x4xf32>
      %3 = dlc.contract %2 [0, 1], %wt [2, 1] -> [0, 2] : tensor<2x4xf32>, tensor<4x4xf32>
      dlc.next %3 : tensor<2x4xf32>
    }
    %short = dlc.scan carries(%0) xs() consts(%w) length = 8 : (tensor<2x4xf32>, tensor<4x4xf32>) -> tensor<2x4xf32> {
    ^bb0(%t: tensor<i64>, %wt: tensor<4x4xf32>, %ht: tensor<2x4xf32>):
      %1 = dlc.contract %ht [0, 1], %wt [1, 2] -> [0, 2] : tensor<2x4xf32>, tensor<4x4xf32>
      dlc.next %1 : tensor<2x4xf32>
    }
    dlc.yield %long, %short, %w : tensor<2x4xf32>, tensor<2x4xf32>, tensor<4x4xf32>
  }
}

// -----

// The sums of each image lie as the weight does that they are the gradient of.
// CHECK-LABEL: dlc.program @sums_of_images
dlc.program @sums_of_images dims {} {
  dlc.state @w : tensor<5x3x3x3xf32> {role = "param"}
  dlc.entry @f inputs ["x", "dy"] states [@w] results [] {
  ^bb0(%x: tensor<8x3x6x6xf32>, %dy: tensor<8x5x4x4xf32>, %w: tensor<5x3x3x3xf32>):
    %y = dlc.conv %x, %w strides = [1, 1] dilations = [1, 1] : tensor<8x3x6x6xf32>, tensor<5x3x3x3xf32>
    %image = dlc.reshape %x : tensor<8x3x6x6xf32> to tensor<8x1x3x6x6xf32>
    %channels = dlc.permute %image perm = [2, 0, 1, 3, 4] : tensor<8x1x3x6x6xf32>
    %results = dlc.reshape %dy : tensor<8x5x4x4xf32> to tensor<8x5x1x4x4xf32>
    // CHECK: dlc.conv {{.*}}dlc.layouts = [array<i64: 1, 3, 4, 0, 2>]{{.*}} : tensor<3x8x1x6x6xf32>
    %sums = dlc.conv %channels, %results strides = [1, 1] dilations = [1, 1] : tensor<3x8x1x6x6xf32>, tensor<8x5x1x4x4xf32>
    // CHECK: dlc.reduce_sum {{.*}}dlc.layouts = [array<i64: 2, 3, 0, 1>]
    %sum = dlc.reduce_sum %sums dims = [1] : tensor<3x8x5x3x3xf32>
    %dw = dlc.permute %sum perm = [1, 0, 2, 3] : tensor<3x5x3x3xf32>
    %next = dlc.sub %w, %dw : tensor<5x3x3x3xf32>
    dlc.yield %next : tensor<5x3x3x3xf32>
  }
}
