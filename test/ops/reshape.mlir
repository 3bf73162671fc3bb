// RUN: dlc-check %s
// Numbers by hand.
dlc.program @reshape dims {n = 33 : i64} {
  dlc.entry @value inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>], check.expect = [dense<[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]> : tensor<3x2xf32>]} {
  ^bb0(%x: tensor<2x3xf32>):
    %y = dlc.reshape %x : tensor<2x3xf32> to tensor<3x2xf32>
    dlc.yield %y : tensor<3x2xf32>
  }
  // In a buffer of its own, and inside of a kernel.
  dlc.entry @flatten inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x3x4xf64, #dlc.live<n, *, *>>):
    %y = dlc.reshape %x : tensor<33x3x4xf64, #dlc.live<n, *, *>> to tensor<33x12xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x12xf64, #dlc.live<n, *>>
  }
  dlc.entry @flatten_inside inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x3x4xf64, #dlc.live<n, *, *>>):
    %e = dlc.exp %x : tensor<33x3x4xf64, #dlc.live<n, *, *>>
    %r = dlc.reshape %e : tensor<33x3x4xf64, #dlc.live<n, *, *>> to tensor<33x12xf64, #dlc.live<n, *>>
    %y = dlc.mul %r, %r : tensor<33x12xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x12xf64, #dlc.live<n, *>>
  }
  dlc.entry @merge inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x4xf64, #dlc.live<n, *>>):
    %y = dlc.reshape %x : tensor<33x4xf64, #dlc.live<n, *>> to tensor<132xf64, #dlc.live<4*n>>
    dlc.yield %y : tensor<132xf64, #dlc.live<4*n>>
  }
  dlc.entry @merge_inside inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x4xf64, #dlc.live<n, *>>):
    %e = dlc.exp %x : tensor<33x4xf64, #dlc.live<n, *>>
    %r = dlc.reshape %e : tensor<33x4xf64, #dlc.live<n, *>> to tensor<132xf64, #dlc.live<4*n>>
    %y = dlc.mul %r, %r : tensor<132xf64, #dlc.live<4*n>>
    dlc.yield %y : tensor<132xf64, #dlc.live<4*n>>
  }
  dlc.entry @split inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<132xf64, #dlc.live<4*n>>):
    %y = dlc.reshape %x : tensor<132xf64, #dlc.live<4*n>> to tensor<33x2x2xf64, #dlc.live<n, *, *>>
    dlc.yield %y : tensor<33x2x2xf64, #dlc.live<n, *, *>>
  }
  dlc.entry @split_inside inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<132xf64, #dlc.live<4*n>>):
    %e = dlc.exp %x : tensor<132xf64, #dlc.live<4*n>>
    %r = dlc.reshape %e : tensor<132xf64, #dlc.live<4*n>> to tensor<33x2x2xf64, #dlc.live<n, *, *>>
    %y = dlc.mul %r, %r : tensor<33x2x2xf64, #dlc.live<n, *, *>>
    dlc.yield %y : tensor<33x2x2xf64, #dlc.live<n, *, *>>
  }
  dlc.entry @one inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<f64>):
    %y = dlc.reshape %x : tensor<f64> to tensor<1x1xf64>
    dlc.yield %y : tensor<1x1xf64>
  }
  dlc.entry @one_inside inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<f64>):
    %e = dlc.exp %x : tensor<f64>
    %r = dlc.reshape %e : tensor<f64> to tensor<1x1xf64>
    %y = dlc.mul %r, %r : tensor<1x1xf64>
    dlc.yield %y : tensor<1x1xf64>
  }
  dlc.entry @drop inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x1x3xf64, #dlc.live<n, *, *>>):
    %y = dlc.reshape %x : tensor<33x1x3xf64, #dlc.live<n, *, *>> to tensor<33x3xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x3xf64, #dlc.live<n, *>>
  }
  dlc.entry @drop_inside inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x1x3xf64, #dlc.live<n, *, *>>):
    %e = dlc.exp %x : tensor<33x1x3xf64, #dlc.live<n, *, *>>
    %r = dlc.reshape %e : tensor<33x1x3xf64, #dlc.live<n, *, *>> to tensor<33x3xf64, #dlc.live<n, *>>
    %y = dlc.mul %r, %r : tensor<33x3xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x3xf64, #dlc.live<n, *>>
  }
  dlc.entry @regroup inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<6x4xf64>):
    %y = dlc.reshape %x : tensor<6x4xf64> to tensor<3x8xf64>
    dlc.yield %y : tensor<3x8xf64>
  }
  dlc.entry @regroup_inside inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<6x4xf64>):
    %e = dlc.exp %x : tensor<6x4xf64>
    %r = dlc.reshape %e : tensor<6x4xf64> to tensor<3x8xf64>
    %y = dlc.mul %r, %r : tensor<3x8xf64>
    dlc.yield %y : tensor<3x8xf64>
  }
  dlc.entry @lead inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33xf64, #dlc.live<n>>):
    %y = dlc.reshape %x : tensor<33xf64, #dlc.live<n>> to tensor<1x33x1xf64, #dlc.live<*, n, *>>
    dlc.yield %y : tensor<1x33x1xf64, #dlc.live<*, n, *>>
  }
  dlc.entry @lead_inside inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33xf64, #dlc.live<n>>):
    %e = dlc.exp %x : tensor<33xf64, #dlc.live<n>>
    %r = dlc.reshape %e : tensor<33xf64, #dlc.live<n>> to tensor<1x33x1xf64, #dlc.live<*, n, *>>
    %y = dlc.mul %r, %r : tensor<1x33x1xf64, #dlc.live<*, n, *>>
    dlc.yield %y : tensor<1x33x1xf64, #dlc.live<*, n, *>>
  }
  // What is read through a reshape was stored in another order.
  dlc.entry @after_permute inputs ["x"] states [] results ["r"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x2x3xf64, #dlc.live<n, *, *>>):
    %p = dlc.permute %x perm = [0, 2, 1] : tensor<33x2x3xf64, #dlc.live<n, *, *>>
    %r = dlc.reshape %p : tensor<33x3x2xf64, #dlc.live<n, *, *>> to tensor<33x6xf64, #dlc.live<n, *>>
    dlc.yield %r : tensor<33x6xf64, #dlc.live<n, *>>
  }
  dlc.entry @after_permute_value inputs ["x"] states [] results ["r"] attributes {
    check.inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xi64>], check.expect = [dense<[1, 4, 2, 5, 3, 6]> : tensor<6xi64>]} {
  ^bb0(%x: tensor<2x3xi64>):
    %p = dlc.permute %x perm = [1, 0] : tensor<2x3xi64>
    %r = dlc.reshape %p : tensor<3x2xi64> to tensor<6xi64>
    dlc.yield %r : tensor<6xi64>
  }
  // %h is read at its own place and, flattened, at another: nothing may be written over it before.
  dlc.entry @flat inputs ["x"] states [] results ["y", "c"] attributes {check.same_as = @twice} {
  ^bb0(%x: tensor<4x6xf32>):
    %h = dlc.exp %x : tensor<4x6xf32>
    %c = dlc.reduce_sum %h dims = [0, 1] : tensor<4x6xf32>
    %f = dlc.reshape %h : tensor<4x6xf32> to tensor<24xf32>
    %s = dlc.slice %f starts = [0] sizes = [6] strides = [1] : tensor<24xf32>
    %b = dlc.broadcast %s dims = [0] : tensor<6xf32> to tensor<4x6xf32>
    %y = dlc.add %h, %b : tensor<4x6xf32>
    dlc.yield %y, %c : tensor<4x6xf32>, tensor<f32>
  }
  dlc.entry @twice inputs ["x"] states [] results ["y", "c"] {
  ^bb0(%x: tensor<4x6xf32>):
    %h = dlc.exp %x : tensor<4x6xf32>
    %c = dlc.reduce_sum %h dims = [0, 1] : tensor<4x6xf32>
    %r = dlc.slice %x starts = [0, 0] sizes = [1, 6] strides = [1, 1] : tensor<4x6xf32>
    %s = dlc.reshape %r : tensor<1x6xf32> to tensor<6xf32>
    %e = dlc.exp %s : tensor<6xf32>
    %b = dlc.broadcast %e dims = [0] : tensor<6xf32> to tensor<4x6xf32>
    %y = dlc.add %h, %b : tensor<4x6xf32>
    dlc.yield %y, %c : tensor<4x6xf32>, tensor<f32>
  }
}
// Compiled for one row.
dlc.program @one_row dims {n = 1 : i64} {
  dlc.entry @flatten inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<1x2x3xf32, #dlc.live<n, *, *>>):
    %r = dlc.reshape %x : tensor<1x2x3xf32, #dlc.live<n, *, *>> to tensor<1x6xf32, #dlc.live<n, *>>
    %y = dlc.mul %r, %r : tensor<1x6xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<1x6xf32, #dlc.live<n, *>>
  }
  dlc.entry @merge inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<1x2x3xf32, #dlc.live<n, *, *>>):
    %y = dlc.reshape %x : tensor<1x2x3xf32, #dlc.live<n, *, *>> to tensor<6xf32, #dlc.live<6*n>>
    dlc.yield %y : tensor<6xf32, #dlc.live<6*n>>
  }
}
