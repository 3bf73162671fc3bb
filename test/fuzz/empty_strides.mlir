// RUN: dlc-fuzz %s
// Nothing is read or written by steps that are none, wherever they would begin.
dlc.program @fuzz dims {n = 4 : i64} {
  dlc.entry @padded inputs ["x"] states [] results ["y", "dx"] {
  ^bb0(%x: tensor<0xf32>):
    %0 = dlc.pad %x low = [1] high = [0] interior = [1] value = 0.000000e+00 : tensor<0xf32>
    %1 = dlc.mul %0, %0 : tensor<1xf32>
    %2 = dlc.reduce_sum %1 dims = [0] : tensor<1xf32>
    %3 = dlc.backward %2 wrt(%x) : tensor<f32> wrt(tensor<0xf32>)
    dlc.yield %0, %3 : tensor<1xf32>, tensor<0xf32>
  }
  dlc.entry @sliced inputs ["x"] states [] results ["y", "s", "dx"] {
  ^bb0(%x: tensor<5x3xf32>):
    %0 = dlc.slice %x starts = [1, 1] sizes = [0, 2] strides = [2, 1] : tensor<5x3xf32>
    %1 = dlc.reduce_sum %0 dims = [0] : tensor<0x2xf32>
    %2 = dlc.reduce_sum %0 dims = [0, 1] : tensor<0x2xf32>
    %3 = dlc.backward %2 wrt(%x) : tensor<f32> wrt(tensor<5x3xf32>)
    dlc.yield %0, %1, %3 : tensor<0x2xf32>, tensor<2xf32>, tensor<5x3xf32>
  }
  dlc.entry @placed inputs ["x", "b"] states [] results ["y"] {
  ^bb0(%x: tensor<0xf32>, %b: tensor<4xf32>):
    %0 = dlc.exp %b : tensor<4xf32>
    %1 = dlc.place %x in %0 low = [1] interior = [1] : tensor<0xf32> in tensor<4xf32>
    dlc.yield %1 : tensor<4xf32>
  }
  dlc.entry @reversed inputs ["x"] states [] results ["y"] {
  ^bb0(%x: tensor<6x4xf32>):
    %0 = dlc.reverse %x dims = [0] : tensor<6x4xf32>
    %1 = dlc.slice %0 starts = [2, 0] sizes = [0, 4] strides = [3, 1] : tensor<6x4xf32>
    dlc.yield %1 : tensor<0x4xf32>
  }
}
