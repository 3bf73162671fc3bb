// Which launches a thread may run over its own rows without waiting for the others.
// RUN: %dlc-opt %s --dlc-join-launches | FileCheck %s

#two = affine_map<(n) -> (2)>
#rows = affine_map<(n) -> (n ceildiv 8)>
#pairs = affine_map<(n) -> (n ceildiv 16)>
#trips = affine_map<(n) -> (5)>
dlc.program @p dims {n = 32 : i64} {
  // Two columns of tiles, four rows of them: 8 rows of 8 floats in and 8 rows of 4 out.
  step.kernel @product inputs 2 outputs 1 tiles [#two, #rows] cut [1, 256, 0, 128] scratch 0 {
  ^bb0(%x: memref<32x8xf32>, %w: memref<8x4xf32>, %y: memref<32x4xf32>, %n: index):
    step.return
  }
  step.kernel @tanh inputs 1 outputs 1 tiles [#pairs] cut [0, 256, 256] scratch 0 {
  ^bb0(%x: memref<32x4xf32>, %y: memref<32x4xf32>, %n: index):
    step.return
  }
  step.kernel @back inputs 2 outputs 1 tiles [#rows] cut [0, 128, 0, 256] scratch 0 {
  ^bb0(%x: memref<32x4xf32>, %w: memref<8x4xf32>, %y: memref<32x8xf32>, %n: index):
    step.return
  }
  // The rest of what it writes a part of is untouched.
  step.kernel @place inputs 2 outputs 1 tiles [#rows] cut [0, 128, -1, 128] scratch 0 {
  ^bb0(%x: memref<32x4xf32>, %rest: memref<32x4xf32>, %y: memref<32x4xf32>, %n: index):
    step.return
  }
  step.kernel @sum inputs 1 outputs 1 tiles [#two] scratch 0 {
  ^bb0(%x: memref<32x4xf32>, %y: memref<4xf32>, %n: index):
    step.return
  }
  // As good as nothing is won where waiting is not what takes the time.
  step.kernel @large inputs 1 outputs 1 tiles [#rows] cut [0, 262144, 262144] scratch 0 {
  ^bb0(%x: memref<32x8192xf32>, %y: memref<32x8192xf32>, %n: index):
    step.return
  }

  // A unit is one tile of @tanh, two of @product's and @back's rows.
  // CHECK-LABEL: step.schedule @chain
  // CHECK: step.join units 2 {
  // CHECK-NEXT: step.launch @product{{.*}} {per_unit = 2 : i64}
  // CHECK-NEXT: step.launch @tanh{{.*}} {per_unit = 1 : i64}
  // CHECK-NEXT: step.launch @back{{.*}} {per_unit = 2 : i64}
  // CHECK-NEXT: {{^ *}$}}
  // CHECK-NEXT: step.launch @sum
  // CHECK-NEXT: step.launch @tanh{{.*}}) :
  // CHECK-NEXT: step.launch @sum
  step.schedule @chain inputs [] [] states [] results [] [] arena 4096 {
    %s = step.slot "arena" 3072 : memref<4xf32>
    %x = step.slot "arena" 0 : memref<32x8xf32>
    %w = step.slot "state" 0 : memref<8x4xf32>
    %y = step.slot "arena" 1024 : memref<32x4xf32>
    step.launch @product(%x, %w, %y) : (memref<32x8xf32>, memref<8x4xf32>, memref<32x4xf32>) -> ()
    step.launch @tanh(%y, %y) : (memref<32x4xf32>, memref<32x4xf32>) -> ()
    %z = step.slot "arena" 2048 : memref<32x8xf32>
    step.launch @back(%y, %w, %z) : (memref<32x4xf32>, memref<8x4xf32>, memref<32x8xf32>) -> ()
    step.launch @sum(%y, %s) : (memref<32x4xf32>, memref<4xf32>) -> ()
    step.launch @tanh(%y, %y) : (memref<32x4xf32>, memref<32x4xf32>) -> ()
    step.launch @sum(%y, %s) : (memref<32x4xf32>, memref<4xf32>) -> ()
    step.done
  }

  // @back's rows of 8 go where rows of 4 lie that another thread may still read: it waits. So does
  // @product for a weight that was written.
  // CHECK-LABEL: step.schedule @over
  // CHECK: step.join units 2 {
  // CHECK-NEXT: step.launch @tanh
  // CHECK-NEXT: step.launch @tanh
  // CHECK-NEXT: {{^ *}$}}
  // CHECK-NEXT: step.launch @back{{.*}}) :
  // CHECK-NEXT: step.launch @product{{.*}}) :
  step.schedule @over inputs [] [] states [] results [] [] arena 4096 {
    %y = step.slot "arena" 1024 : memref<32x4xf32>
    %z = step.slot "arena" 512 : memref<32x8xf32>
    %w = step.slot "state" 0 : memref<8x4xf32>
    %v = step.slot "arena" 768 : memref<8x4xf32>
    %u = step.slot "arena" 2048 : memref<32x4xf32>
    step.launch @tanh(%y, %y) : (memref<32x4xf32>, memref<32x4xf32>) -> ()
    step.launch @tanh(%y, %u) : (memref<32x4xf32>, memref<32x4xf32>) -> ()
    step.launch @back(%y, %w, %z) : (memref<32x4xf32>, memref<8x4xf32>, memref<32x8xf32>) -> ()
    step.launch @product(%z, %v, %u) : (memref<32x8xf32>, memref<8x4xf32>, memref<32x4xf32>) -> ()
    step.done
  }

  // A whole loop: the steps' places are whole matrices apart.
  // CHECK-LABEL: step.schedule @loop
  // CHECK: step.join units 4 {
  // CHECK-NEXT: step.for
  // CHECK: step.launch @product{{.*}} {per_unit = 1 : i64}
  // CHECK-NEXT: step.launch @place{{.*}} {per_unit = 1 : i64}
  // CHECK-NEXT: step.launch @back{{.*}} {per_unit = 1 : i64}
  step.schedule @loop inputs [] [] states [] results [] [] arena 8192 {
    %w = step.slot "state" 0 : memref<8x4xf32>
    step.for #trips reverse {
    ^bb0(%t: index):
      %h = step.slot "arena" 0 : memref<32x8xf32>
      %y = step.slot "arena" 1024 at %t by [512] : memref<32x4xf32>
      %u = step.slot "arena" 3584 at %t by [512] : memref<32x4xf32>
      step.launch @product(%h, %w, %y) : (memref<32x8xf32>, memref<8x4xf32>, memref<32x4xf32>) -> ()
      step.launch @place(%y, %u, %u) : (memref<32x4xf32>, memref<32x4xf32>, memref<32x4xf32>) -> ()
      step.launch @back(%u, %w, %h) : (memref<32x4xf32>, memref<8x4xf32>, memref<32x8xf32>) -> ()
      step.next
    }
    step.done
  }

  // Where steps lie half a matrix apart, rows of one are other rows of the next. And what only some
  // of a step's launches are joined stays in the loop.
  // CHECK-LABEL: step.schedule @steps
  // CHECK: step.for
  // CHECK: step.join units 4 {
  // CHECK-NEXT: step.launch @product
  // CHECK-NEXT: step.launch @place
  // CHECK-NEXT: {{^ *}$}}
  // CHECK-NEXT: step.launch @sum
  // CHECK: step.for
  // CHECK-NOT: step.join
  step.schedule @steps inputs [] [] states [] results [] [] arena 8192 {
    %w = step.slot "state" 0 : memref<8x4xf32>
    %s = step.slot "arena" 4096 : memref<4xf32>
    %h = step.slot "arena" 0 : memref<32x8xf32>
    step.for #trips {
    ^bb0(%t: index):
      %y = step.slot "arena" 1024 at %t by [512] : memref<32x4xf32>
      step.launch @product(%h, %w, %y) : (memref<32x8xf32>, memref<8x4xf32>, memref<32x4xf32>) -> ()
      step.launch @place(%y, %y, %y) : (memref<32x4xf32>, memref<32x4xf32>, memref<32x4xf32>) -> ()
      step.launch @sum(%y, %s) : (memref<32x4xf32>, memref<4xf32>) -> ()
      step.next
    }
    step.for #trips {
    ^bb0(%t: index):
      %y = step.slot "arena" 1024 at %t by [256] : memref<32x4xf32>
      step.launch @product(%h, %w, %y) : (memref<32x8xf32>, memref<8x4xf32>, memref<32x4xf32>) -> ()
      step.next
    }
    step.done
  }

  // CHECK-LABEL: step.schedule @far
  // CHECK-NOT: step.join
  step.schedule @far inputs [] [] states [] results [] [] arena 4194304 {
    %x = step.slot "arena" 0 : memref<32x8192xf32>
    %y = step.slot "arena" 1048576 : memref<32x8192xf32>
    step.launch @large(%x, %y) : (memref<32x8192xf32>, memref<32x8192xf32>) -> ()
    step.launch @large(%y, %x) : (memref<32x8192xf32>, memref<32x8192xf32>) -> ()
    step.done
  }

  // A loop that launches nothing is no work to share.
  // CHECK-LABEL: step.schedule @nothing
  // CHECK-NOT: step.join
  step.schedule @nothing inputs [] [] states [] results [] [] arena 64 {
    step.for #trips {
    ^bb0(%t: index):
      step.next
    }
    step.done
  }
}
