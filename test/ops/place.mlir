// RUN: dlc-check %s
// What dlc.pad becomes; numbers by hand.
dlc.program @place dims {n = 33 : i64} {
  dlc.entry @value inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[1.0, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>],
    check.expect = [dense<[[9.0, 9.0, 9.0, 9.0, 9.0], [1.0, 9.0, 9.0, 2.0, 9.0], [3.0, 9.0, 9.0, 4.0, 9.0]]> : tensor<3x5xf32>]} {
  ^bb0(%x: tensor<2x2xf32>):
    %s = dlc.splat 9.0 : f32 -> tensor<3x5xf32>
    %c = dlc.copy %s : tensor<3x5xf32>
    %y = dlc.place %x in %c low = [1, 0] interior = [0, 2] : tensor<2x2xf32> in tensor<3x5xf32>
    dlc.yield %y : tensor<3x5xf32>
  }
}
