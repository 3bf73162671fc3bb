// RUN: dlc-check %s
// RUN: sed 's/dense<\[\[0, 4\]/dense<[[0, 5]/; s/dense<\[-4, 3\]>/dense<[-5, 3]>/; s/dense<7>/dense<-1>/; s/dense<\[2, 1\]>/dense<[3, 1]>/' %s > %t.mlir && not dlc-check %t.mlir 2>&1 | FileCheck %s
// CHECK: error: running @rows at n = 3: check_index.mlir.tmp.mlir:12: 5 of 5, up to 4
// CHECK: error: running @wraps{{.*}}: -5 of 4
// CHECK: error: running @scalar{{.*}}: -1 of 8
// CHECK: error: running @live at n = 2: check_index.mlir.tmp.mlir:{{[0-9]+}}: 2 of 2
dlc.program @check_index dims {n = 4 : i64} {
  // Dead indices, which are poisoned, do not count.
  dlc.entry @rows inputs ["i"] states [] results ["y"] attributes {check.dims = [3],
    check.inputs = [dense<[[0, 4], [1, 2], [3, 0]]> : tensor<3x2xi64>], check.expect = [dense<[4, 3, 3]> : tensor<3xi64>]} {
  ^bb0(%i: tensor<4x2xi64, #dlc.live<n, *>>):
    dlc.check_index "{index} of {size}, up to {last}", %i in tensor<5xi64> : tensor<4x2xi64, #dlc.live<n, *>>
    %y = dlc.reduce_sum %i dims = [1] : tensor<4x2xi64, #dlc.live<n, *>>
    dlc.yield %y : tensor<4xi64, #dlc.live<n>>
  }
  dlc.entry @wraps inputs ["i"] states [] results ["y"] attributes {
    check.inputs = [dense<[-4, 3]> : tensor<2xi32>], check.expect = [dense<1> : tensor<i32>]} {
  ^bb0(%i: tensor<2xi32>):
    dlc.check_index "{index} of {size}", %i in tensor<4xi64> wraps : tensor<2xi32>
    %y = dlc.splat 1 : i32 -> tensor<i32>
    dlc.yield %y : tensor<i32>
  }
  dlc.entry @scalar inputs ["i"] states [] results ["y"] attributes {
    check.inputs = [dense<7> : tensor<i64>], check.expect = [dense<1> : tensor<i32>]} {
  ^bb0(%i: tensor<i64>):
    dlc.check_index "{index} of {size}", %i in tensor<8xi64> : tensor<i64>
    %y = dlc.splat 1 : i32 -> tensor<i32>
    dlc.yield %y : tensor<i32>
  }
  // The axis is as long as is live of it.
  dlc.entry @live inputs ["i"] states [] results ["y"] attributes {check.dims = [2],
    check.inputs = [dense<[2, 1]> : tensor<2xi64>], check.expect = [dense<1> : tensor<i32>]} {
  ^bb0(%i: tensor<2xi64>):
    %one = dlc.splat 1 : i64 -> tensor<2xi64>
    %0 = dlc.sub %i, %one : tensor<2xi64>
    dlc.check_index "{index} of {size}", %0 in tensor<4xi64, #dlc.live<n>> : tensor<2xi64>
    %y = dlc.splat 1 : i32 -> tensor<i32>
    dlc.yield %y : tensor<i32>
  }
  // There is nothing to index, and no index.
  dlc.entry @nothing inputs ["i"] states [] results ["y"] attributes {
    check.inputs = [dense<> : tensor<0xi64>], check.expect = [dense<1> : tensor<i32>]} {
  ^bb0(%i: tensor<0xi64>):
    dlc.check_index "{index} of {size}", %i in tensor<0xi64> : tensor<0xi64>
    %y = dlc.splat 1 : i32 -> tensor<i32>
    dlc.yield %y : tensor<i32>
  }
}
