// RUN: dlc-fuzz %s
// Nothing is read through a reshape of nothing, wherever its sizes of 0 stand.
dlc.program @fuzz dims {} {
  dlc.entry @f inputs ["x1"] states [] results ["y0"] attributes {check.ranges = [[-2.000000e+00, 2.000000e+00]]} {
  ^bb0(%arg0: tensor<0x0x2x0xf16>):
    %0 = dlc.trunc %arg0 : tensor<0x0x2x0xf16>
    %1 = dlc.reshape %0 : tensor<0x0x2x0xf16> to tensor<2x0x0x2x0xf16>
    %2 = dlc.erf %1 : tensor<2x0x0x2x0xf16>
    dlc.yield %2 : tensor<2x0x0x2x0xf16>
  }
}
