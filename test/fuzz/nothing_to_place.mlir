// What a concatenation takes no elements of is not computed, and padding around nothing is all there is.
// RUN: dlc-fuzz %s
dlc.program @fuzz dims {} {
  dlc.entry @f inputs ["x", "y"] states [] results ["z", "w"] attributes {check.ranges = [[-2.0, 2.0], [0.0, 2.0]]} {
  ^bb0(%x: tensor<2x4xf32>, %y: tensor<0x1xi32>):
    %0 = dlc.convert %x : tensor<2x4xf32> to tensor<2x4xi32>
    %1 = dlc.slice %0 starts = [1, 3] sizes = [0, 1] strides = [1, 2] : tensor<2x4xi32>
    %2 = dlc.concat %1, %y dim = 1 : tensor<0x1xi32>, tensor<0x1xi32>
    %3 = dlc.pad %y low = [2, 0] high = [0, 1] interior = [1, 0] value = 2.0 : tensor<0x1xi32>
    dlc.yield %2, %3 : tensor<0x2xi32>, tensor<2x2xi32>
  }
}
