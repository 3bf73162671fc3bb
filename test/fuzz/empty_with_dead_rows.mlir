// An empty buffer that parts are placed in has nothing to poison.
// RUN: dlc-fuzz %s
dlc.program @fuzz dims {n = 1 : i64} {
  dlc.entry @f inputs ["x0", "x3"] states [] results ["y1"] attributes {check.ranges = [[-2.000000e+00, 2.000000e+00], [-1.000000e+00, 1.000000e+00]]} {
  ^bb0(%arg0: tensor<1x4x4xf32, #dlc.live<n, *, *>>, %arg1: tensor<3x4x3xf32>):
    %0 = dlc.conv %arg0, %arg1 strides = [2] dilations = [1] : tensor<1x4x4xf32, #dlc.live<n, *, *>>, tensor<3x4x3xf32>
    %1 = dlc.reduce_max %0 dims = [1, 2] : tensor<1x3x1xf32, #dlc.live<n, *, *>>
    %2 = dlc.reduce_sum %1 dims = [0] : tensor<1xf32, #dlc.live<n>>
    %3 = dlc.backward %2 wrt(%arg0) : tensor<f32> wrt(tensor<1x4x4xf32, #dlc.live<n, *, *>>)
    dlc.yield %3 : tensor<1x4x4xf32, #dlc.live<n, *, *>>
  }
}
