// RUN: %dlc-opt %s --dlc-check-indices --split-input-file | FileCheck %s
// RUN: %dlc-opt %s --dlc-check-indices --dlc-check-indices --split-input-file | FileCheck %s

// Rows are checked once, before they are repeated for each column, and as early as they are known.
// CHECK-LABEL: dlc.entry @rows
// CHECK-NEXT: ^bb0(%[[I:.*]]: tensor<8xi32, #dlc.live<n>>, %[[X:.*]]: tensor<5x3xf32>)
// CHECK-NEXT: %[[WIDE:.*]] = dlc.convert %[[I]]
// CHECK-NEXT: %[[MIN:.*]] = dlc.splat -9223372036854775808
// CHECK-NEXT: %[[TURNED:.*]] = dlc.xor %[[WIDE]], %[[MIN]]
// CHECK-NEXT: %[[K:.*]] = dlc.reduce_max %[[TURNED]] dims = [0] : tensor<8xi64, #dlc.live<n>>
// CHECK-NEXT: dlc.check_index "why", %[[K]] in tensor<5xi64> reduced : tensor<i64>
// CHECK-NEXT: dlc.exp
// CHECK-NOT: dlc.check_index
dlc.program @p dims {n = 8 : i64} {
  dlc.entry @rows inputs ["i", "x"] states [] results ["y"] {
  ^bb0(%i: tensor<8xi32, #dlc.live<n>>, %x: tensor<5x3xf32>):
    %0 = dlc.exp %x : tensor<5x3xf32>
    %1 = dlc.broadcast %i dims = [1] : tensor<8xi32, #dlc.live<n>> to tensor<8x3xi32, #dlc.live<n, *>>
    dlc.check_index "why", %1 in tensor<5xi64> : tensor<8x3xi32, #dlc.live<n, *>>
    %y = dlc.gather %0 at %1 dim = 0 : tensor<5x3xf32> at tensor<8x3xi32, #dlc.live<n, *>>
    dlc.check_index "the same", %i in tensor<5xi64> : tensor<8xi32, #dlc.live<n>>
    dlc.yield %y : tensor<8x3xf32, #dlc.live<n, *>>
  }
}

// -----

// The order of what the host does stays, and a check does not pass a print.
// CHECK-LABEL: dlc.entry @order
// CHECK: dlc.check_index "first"
// CHECK: dlc.print "a line"
// CHECK: dlc.check_index "second", {{.*}} in tensor<4xi64> reduced
// CHECK: dlc.check_index "third", {{.*}} in tensor<5xi64> reduced
dlc.program @p dims {} {
  dlc.entry @order inputs ["i", "j"] states [] results [] {
  ^bb0(%i: tensor<8xi64>, %j: tensor<8xi64>):
    dlc.check_index "first", %i in tensor<5xi64> : tensor<8xi64>
    dlc.print "a line"
    dlc.check_index "second", %i in tensor<4xi64> : tensor<8xi64>
    dlc.check_index "third", %j in tensor<5xi64> : tensor<8xi64>
    dlc.yield
  }
}

// -----

// Of many indices, threads share the rows.
// CHECK-LABEL: dlc.entry @many
// CHECK: %[[ROWS:.*]] = dlc.reduce_max %{{.*}} dims = [1, 2] : tensor<64x32x16xi64>
// CHECK: dlc.reduce_max %[[ROWS]] dims = [0] : tensor<64xi64>
dlc.program @p dims {} {
  dlc.entry @many inputs ["i"] states [] results [] {
  ^bb0(%i: tensor<64x32x16xi64>):
    dlc.check_index "why", %i in tensor<5xi64> : tensor<64x32x16xi64>
    dlc.yield
  }
}

// -----

// What counts from the end is in range too.
// CHECK-LABEL: dlc.entry @wraps
// CHECK: %[[EXTENT:.*]] = dlc.extent "n"
// CHECK: dlc.select
// CHECK: dlc.check_index {{.*}} in tensor<8xi64, #dlc.live<n>> reduced
dlc.program @p dims {n = 8 : i64} {
  dlc.entry @wraps inputs ["i"] states [] results [] {
  ^bb0(%i: tensor<8xi64>):
    dlc.check_index "why", %i in tensor<8xi64, #dlc.live<n>> wraps : tensor<8xi64>
    dlc.yield
  }
}

// -----

// Slices of a loop are checked before it, in one go; what depends on the step before is not.
// CHECK-LABEL: dlc.entry @loop
// CHECK: dlc.check_index "slice", %{{.*}} in tensor<4xi64> reduced
// CHECK: dlc.scan
// CHECK-NOT: "slice"
// CHECK: dlc.check_index "carry", %{{.*}} in tensor<4xi64> reduced
dlc.program @p dims {} {
  dlc.entry @loop inputs ["i", "c"] states [] results ["y"] {
  ^bb0(%i: tensor<6x2xi64>, %c: tensor<2xi64>):
    %y = dlc.scan carries(%c) xs(%i) consts() length = 6 : (tensor<2xi64>, tensor<6x2xi64>) -> tensor<2xi64> {
    ^bb0(%step: tensor<i64>, %x: tensor<2xi64>, %carry: tensor<2xi64>):
      dlc.check_index "carry", %carry in tensor<4xi64> : tensor<2xi64>
      dlc.check_index "slice", %x in tensor<4xi64> : tensor<2xi64>
      dlc.check_index "step", %step in tensor<6xi64> : tensor<i64>
      %sum = dlc.add %carry, %x : tensor<2xi64>
      dlc.next %sum : tensor<2xi64>
    }
    dlc.yield %y : tensor<2xi64>
  }
}

// -----

// Nothing is lifted out of a loop that may end before.
// CHECK-LABEL: dlc.entry @while
// CHECK: dlc.scan
// CHECK: dlc.check_index "slice"
dlc.program @p dims {} {
  dlc.entry @while inputs ["i", "c"] states [] results ["y"] {
  ^bb0(%i: tensor<6x2xi64>, %c: tensor<i1>):
    %y = dlc.scan carries(%c) xs(%i) consts() length = 6 while : (tensor<i1>, tensor<6x2xi64>) -> tensor<i1> {
    ^bb0(%step: tensor<i64>, %x: tensor<2xi64>, %carry: tensor<i1>):
      dlc.check_index "slice", %x in tensor<4xi64> : tensor<2xi64>
      dlc.next %carry : tensor<i1>
    }
    dlc.yield %y : tensor<i1>
  }
}

// -----

// Of what is in range there is nothing to check.
// CHECK-LABEL: dlc.entry @known
// CHECK-NOT: dlc.check_index "in range"
// CHECK-COUNT-5: dlc.check_index "unknown"
// CHECK-NOT: dlc.check_index
dlc.program @p dims {n = 8 : i64} {
  dlc.entry @known inputs ["i", "x"] states [] results [] {
  ^bb0(%i: tensor<8xi64>, %x: tensor<8x4xf32, #dlc.live<n, *>>):
    %0 = dlc.splat 0 : i64 -> tensor<8xi64>
    %3 = dlc.splat 3 : i64 -> tensor<8xi64>
    %4 = dlc.splat 4 : i64 -> tensor<8xi64>
    %constant = dlc.constant dense<[0, 3]> : tensor<2xi64>
    dlc.check_index "in range", %constant in tensor<4xi64> : tensor<2xi64>
    dlc.check_index "unknown", %constant in tensor<3xi64> : tensor<2xi64>
    %iota = dlc.iota dim = 0 : tensor<8xi64, #dlc.live<n>>
    dlc.check_index "in range", %iota in tensor<8xi64, #dlc.live<n>> : tensor<8xi64, #dlc.live<n>>
    dlc.check_index "in range", %iota in tensor<8xi64> : tensor<8xi64, #dlc.live<n>>
    dlc.check_index "unknown", %iota in tensor<7xi64> : tensor<8xi64, #dlc.live<n>>
    %argmax, %max = dlc.argmax %x dim = 1 : tensor<8x4xf32, #dlc.live<n, *>>
    dlc.check_index "in range", %argmax in tensor<4xi64> : tensor<8xi64, #dlc.live<n>>
    %order = dlc.argsort %x dim = 0 : tensor<8x4xf32, #dlc.live<n, *>>
    dlc.check_index "in range", %order in tensor<8xi64, #dlc.live<n>> : tensor<8x4xi64, #dlc.live<n, *>>
    // A remainder as C has it may be negative; Python's is not.
    %rest = dlc.fmod %i, %4 : tensor<8xi64>
    dlc.check_index "unknown", %rest in tensor<4xi64> : tensor<8xi64>
    dlc.check_index "in range", %rest in tensor<4xi64> wraps : tensor<8xi64>
    %negative = dlc.less %rest, %0 : tensor<8xi64>
    %more = dlc.add %rest, %4 : tensor<8xi64>
    %python = dlc.select %negative, %more, %rest : tensor<8xi1>, tensor<8xi64>
    dlc.check_index "in range", %python in tensor<4xi64> : tensor<8xi64>
    // Clamped from both sides, or from one.
    %low = dlc.less %i, %0 : tensor<8xi64>
    %atLeast = dlc.select %low, %0, %i : tensor<8xi1>, tensor<8xi64>
    dlc.check_index "unknown", %atLeast in tensor<4xi64> : tensor<8xi64>
    %high = dlc.greater %atLeast, %3 : tensor<8xi64>
    %clamped = dlc.select %high, %3, %atLeast : tensor<8xi1>, tensor<8xi64>
    dlc.check_index "in range", %clamped in tensor<4xi64> : tensor<8xi64>
    %maximum = dlc.maximum %i, %0 : tensor<8xi64>
    %between = dlc.minimum %maximum, %3 : tensor<8xi64>
    dlc.check_index "in range", %between in tensor<4xi64> : tensor<8xi64>
    // Chosen where it is in range.
    %notLow = dlc.greater_equal %i, %0 : tensor<8xi64>
    %notHigh = dlc.less_equal %i, %3 : tensor<8xi64>
    %both = dlc.and %notLow, %notHigh : tensor<8xi1>
    %chosen = dlc.select %both, %i, %0 : tensor<8xi1>, tensor<8xi64>
    dlc.check_index "in range", %chosen in tensor<4xi64> : tensor<8xi64>
    %either = dlc.not %both : tensor<8xi1>
    %other = dlc.select %either, %3, %i : tensor<8xi1>, tensor<8xi64>
    dlc.check_index "in range", %other in tensor<4xi64> : tensor<8xi64>
    // Bits, sums, products and what is shifted.
    %bits = dlc.and %i, %3 : tensor<8xi64>
    dlc.check_index "in range", %bits in tensor<4xi64> : tensor<8xi64>
    %twice = dlc.mul %bits, %3 : tensor<8xi64>
    %sum = dlc.sub %twice, %bits : tensor<8xi64>
    %up = dlc.add %sum, %3 : tensor<8xi64>
    dlc.check_index "in range", %up in tensor<13xi64> : tensor<8xi64>
    %one = dlc.splat 1 : i64 -> tensor<8xi64>
    %half = dlc.shift_right %up, %one : tensor<8xi64>
    dlc.check_index "in range", %half in tensor<7xi64> : tensor<8xi64>
    // What is looked up lies within the table, or is 0.
    %looked = dlc.gather %up at %i dim = 0 : tensor<8xi64> at tensor<8xi64>
    dlc.check_index "in range", %looked in tensor<13xi64> : tensor<8xi64>
    // A byte has 256 values, and a wider number that goes round has all.
    %byte = dlc.convert %i : tensor<8xi64> to tensor<8xi8>
    dlc.check_index "in range", %byte in tensor<256xi64> : tensor<8xi8>
    %largest = dlc.splat 9223372036854775807 : i64 -> tensor<8xi64>
    %round = dlc.add %bits, %largest : tensor<8xi64>
    dlc.check_index "unknown", %round in tensor<9223372036854775807xi64> : tensor<8xi64>
    %nothing = dlc.splat 7 : i64 -> tensor<0xi64>
    dlc.check_index "in range", %nothing in tensor<4xi64> : tensor<0xi64>
    dlc.yield
  }
}
