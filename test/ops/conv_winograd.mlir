// RUN: dlc-opt %s --dlc-autodiff --dlc-simplify --dlc-winograd | FileCheck %s
// RUN: dlc-check %s
// A layer large enough for Winograd's convolution in all that it computes, against f64.
// CHECK-LABEL: dlc.entry @layer
// CHECK: dlc.winograd
// CHECK: dlc.winograd_weight
// CHECK: dlc.winograd {{.*}} turned
// CHECK-LABEL: dlc.entry @layer.direct
// CHECK-NOT: dlc.winograd
dlc.program @conv_winograd dims {n = 4 : i64} {
  dlc.entry @layer inputs ["x", "w", "dy"] states [] results ["y", "dx", "dw"] attributes {check.same_as = @layer.direct, check.tolerance = 3.0e-5, check.ranges = [[-1.0, 1.0], [-0.1, 0.1], [-1.0, 1.0]]} {
  ^bb0(%x: tensor<4x32x11x8xf32, #dlc.live<n, *, *, *>>, %w: tensor<48x32x3x3xf32>, %dy: tensor<4x48x11x8xf32, #dlc.live<n, *, *, *>>):
    %p = dlc.pad %x low = [0, 0, 1, 1] high = [0, 0, 1, 1] interior = [0, 0, 0, 0] value = 0.0 : tensor<4x32x11x8xf32, #dlc.live<n, *, *, *>>
    %y = dlc.conv %p, %w strides = [1, 1] dilations = [1, 1] : tensor<4x32x13x10xf32, #dlc.live<n, *, *, *>>, tensor<48x32x3x3xf32>
    %z = dlc.mul %y, %dy : tensor<4x48x11x8xf32, #dlc.live<n, *, *, *>>
    %loss = dlc.reduce_sum %z dims = [0, 1, 2, 3] : tensor<4x48x11x8xf32, #dlc.live<n, *, *, *>>
    %g:2 = dlc.backward %loss wrt(%x, %w) : tensor<f32> wrt(tensor<4x32x11x8xf32, #dlc.live<n, *, *, *>>, tensor<48x32x3x3xf32>)
    dlc.yield %y, %g#0, %g#1 : tensor<4x48x11x8xf32, #dlc.live<n, *, *, *>>, tensor<4x32x11x8xf32, #dlc.live<n, *, *, *>>, tensor<48x32x3x3xf32>
  }
  dlc.entry @layer.direct inputs ["x", "w", "dy"] states [] results ["y", "dx", "dw"] {
  ^bb0(%x: tensor<4x32x11x8xf32, #dlc.live<n, *, *, *>>, %w: tensor<48x32x3x3xf32>, %dy: tensor<4x48x11x8xf32, #dlc.live<n, *, *, *>>):
    %x64 = dlc.convert %x : tensor<4x32x11x8xf32, #dlc.live<n, *, *, *>> to tensor<4x32x11x8xf64, #dlc.live<n, *, *, *>>
    %w64 = dlc.convert %w : tensor<48x32x3x3xf32> to tensor<48x32x3x3xf64>
    %dy64 = dlc.convert %dy : tensor<4x48x11x8xf32, #dlc.live<n, *, *, *>> to tensor<4x48x11x8xf64, #dlc.live<n, *, *, *>>
    %p = dlc.pad %x64 low = [0, 0, 1, 1] high = [0, 0, 1, 1] interior = [0, 0, 0, 0] value = 0.0 : tensor<4x32x11x8xf64, #dlc.live<n, *, *, *>>
    %y = dlc.conv %p, %w64 strides = [1, 1] dilations = [1, 1] : tensor<4x32x13x10xf64, #dlc.live<n, *, *, *>>, tensor<48x32x3x3xf64>
    %z = dlc.mul %y, %dy64 : tensor<4x48x11x8xf64, #dlc.live<n, *, *, *>>
    %loss = dlc.reduce_sum %z dims = [0, 1, 2, 3] : tensor<4x48x11x8xf64, #dlc.live<n, *, *, *>>
    %g:2 = dlc.backward %loss wrt(%x64, %w64) : tensor<f64> wrt(tensor<4x32x11x8xf64, #dlc.live<n, *, *, *>>, tensor<48x32x3x3xf64>)
    %r0 = dlc.convert %y : tensor<4x48x11x8xf64, #dlc.live<n, *, *, *>> to tensor<4x48x11x8xf32, #dlc.live<n, *, *, *>>
    %r1 = dlc.convert %g#0 : tensor<4x32x11x8xf64, #dlc.live<n, *, *, *>> to tensor<4x32x11x8xf32, #dlc.live<n, *, *, *>>
    %r2 = dlc.convert %g#1 : tensor<48x32x3x3xf64> to tensor<48x32x3x3xf32>
    dlc.yield %r0, %r1, %r2 : tensor<4x48x11x8xf32, #dlc.live<n, *, *, *>>, tensor<4x32x11x8xf32, #dlc.live<n, *, *, *>>, tensor<48x32x3x3xf32>
  }
}
