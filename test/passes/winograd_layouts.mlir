// RUN: %dlc-opt %s --dlc-winograd --dlc-assign-layouts | FileCheck %s --check-prefix=LAYOUT
// RUN: %dlc-opt %s --dlc-winograd --dlc-assign-layouts --dlc-form-kernels --dlc-lower-kernels | FileCheck %s

// The kernels know one storage order: what comes in another is copied, and so is what shall leave in one.
// LAYOUT: dlc.state @w {{.*}} {perm = array<i64: 2, 3, 1, 0>
// LAYOUT: [[X:%.*]] = dlc.copy {{.*}} {dlc.layouts = [array<i64: 0, 2, 3, 1>]} : tensor<4x32x8x8xf32
// LAYOUT: dlc.winograd [[X]], %{{.*}} {dlc.layouts = [array<i64: 0, 2, 3, 1>]}

// CHECK: step.kernel @{{.*}}winograd
// CHECK: step.winograd %{{.*}}, %{{.*}} to %{{.*}} low = [1, 1] batch = #{{.*}} : memref<4x8x8x32xf32>, memref<3x3x32x64xf32> to memref<4x8x8x64xf32>
// CHECK: step.kernel @{{.*}}winograd_weight
// CHECK: step.winograd_weight %{{.*}}, %{{.*}} to %{{.*}} low = [1, 1] batch = #{{.*}} : memref<4x8x8x32xf32>, memref<4x8x8x64xf32> to memref<1x3x3x32x64xf32>
dlc.program @layouts dims {n = 4 : i64} {
  dlc.state @w : tensor<64x32x3x3xf32> {role = "param"}
  dlc.entry @forward inputs ["x"] states [@w] results ["y"] {
  ^bb0(%x: tensor<4x32x8x8xf32, #dlc.live<n, *, *, *>>, %w: tensor<64x32x3x3xf32>):
    %p = dlc.pad %x low = [0, 0, 1, 1] high = [0, 0, 1, 1] interior = [0, 0, 0, 0] value = 0.0 : tensor<4x32x8x8xf32, #dlc.live<n, *, *, *>>
    %y = dlc.conv %p, %w strides = [1, 1] dilations = [1, 1] : tensor<4x32x10x10xf32, #dlc.live<n, *, *, *>>, tensor<64x32x3x3xf32>
    dlc.yield %y, %w : tensor<4x64x8x8xf32, #dlc.live<n, *, *, *>>, tensor<64x32x3x3xf32>
  }
  dlc.entry @weight inputs ["x", "dy"] states [] results ["dw"] {
  ^bb0(%x: tensor<4x32x8x8xf32, #dlc.live<n, *, *, *>>, %dy: tensor<4x64x8x8xf32, #dlc.live<n, *, *, *>>):
    %s = dlc.winograd_weight %x, %dy low = [1, 1] high = [1, 1] parts = 1 : tensor<4x32x8x8xf32, #dlc.live<n, *, *, *>>, tensor<4x64x8x8xf32, #dlc.live<n, *, *, *>>
    %d = dlc.reshape %s : tensor<1x32x64x3x3xf32> to tensor<32x64x3x3xf32>
    dlc.yield %d : tensor<32x64x3x3xf32>
  }
}
