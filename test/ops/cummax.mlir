// RUN: dlc-check %s
// Numbers by hand; the last of equal ones, and NaN.
dlc.program @cummax dims {n = 9 : i64} {
  dlc.entry @by_hand inputs ["x"] states [] results ["y0"] attributes {check.inputs = [dense<[1.0, 3.0, -4.0, 5.5]> : tensor<4xf64>], check.expect = [dense<[1.0, 3.0, 3.0, 5.5]> : tensor<4xf64>], check.gradient} {
  ^bb0(%x: tensor<4xf64>):
    %y, %i = dlc.cummax %x dim = 0 : tensor<4xf64>
    dlc.yield %y : tensor<4xf64>
  }
  dlc.entry @rows inputs ["x"] states [] results ["y0"] attributes {check.ranges = [[-1.5, 1.5]], check.gradient} {
  ^bb0(%x: tensor<9x20xf64, #dlc.live<n, *>>):
    %y, %i = dlc.cummax %x dim = 1 : tensor<9x20xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<9x20xf64, #dlc.live<n, *>>
  }
  dlc.entry @columns inputs ["x"] states [] results ["y0"] attributes {check.ranges = [[-1.5, 1.5]], check.gradient} {
  ^bb0(%x: tensor<9x20xf64, #dlc.live<n, *>>):
    %y, %i = dlc.cummax %x dim = 0 : tensor<9x20xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<9x20xf64, #dlc.live<n, *>>
  }
  dlc.entry @middle inputs ["x"] states [] results ["y0"] attributes {check.ranges = [[-1.5, 1.5]]} {
  ^bb0(%x: tensor<3x5x17xf32>):
    %y, %i = dlc.cummax %x dim = 1 : tensor<3x5x17xf32>
    dlc.yield %y : tensor<3x5x17xf32>
  }
  dlc.entry @index inputs ["x"] states [] results ["y0", "y1"] attributes {
    check.inputs = [dense<[1.0, 1.0, 0.0, 0x7FC00000, 2.0, 0x7FC00000]> : tensor<6xf32>],
    check.expect = [dense<[1.0, 1.0, 1.0, 0x7FC00000, 0x7FC00000, 0x7FC00000]> : tensor<6xf32>, dense<[0, 1, 1, 3, 3, 5]> : tensor<6xi64>]} {
  ^bb0(%x: tensor<6xf32>):
    %y, %i = dlc.cummax %x dim = 0 : tensor<6xf32>
    dlc.yield %y, %i : tensor<6xf32>, tensor<6xi64>
  }
}
