// RUN: dlc-check %s
// Numbers by hand; the gradient beside a zero.
dlc.program @cumprod dims {n = 9 : i64} {
  dlc.entry @by_hand inputs ["x"] states [] results ["y0"] attributes {check.inputs = [dense<[1.0, 2.0, 0.0, 0.5]> : tensor<4xf64>], check.expect = [dense<[1.0, 2.0, 0.0, 0.0]> : tensor<4xf64>], check.gradient} {
  ^bb0(%x: tensor<4xf64>):
    %y = dlc.cumprod %x dim = 0 : tensor<4xf64>
    dlc.yield %y : tensor<4xf64>
  }
  dlc.entry @reverse inputs ["x"] states [] results ["y0"] attributes {check.inputs = [dense<[1.0, 2.0, 0.0, 0.5]> : tensor<4xf64>], check.expect = [dense<[0.0, 0.0, 0.0, 0.5]> : tensor<4xf64>], check.gradient} {
  ^bb0(%x: tensor<4xf64>):
    %y = dlc.cumprod %x dim = 0 reverse : tensor<4xf64>
    dlc.yield %y : tensor<4xf64>
  }
  dlc.entry @rows inputs ["x"] states [] results ["y0"] attributes {check.ranges = [[-1.5, 1.5]], check.gradient} {
  ^bb0(%x: tensor<9x20xf64, #dlc.live<n, *>>):
    %y = dlc.cumprod %x dim = 1 : tensor<9x20xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<9x20xf64, #dlc.live<n, *>>
  }
  dlc.entry @rowsreverse inputs ["x"] states [] results ["y0"] attributes {check.ranges = [[-1.5, 1.5]], check.gradient} {
  ^bb0(%x: tensor<9x20xf64, #dlc.live<n, *>>):
    %y = dlc.cumprod %x dim = 1 reverse : tensor<9x20xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<9x20xf64, #dlc.live<n, *>>
  }
  dlc.entry @columns inputs ["x"] states [] results ["y0"] attributes {check.ranges = [[-1.5, 1.5]], check.gradient} {
  ^bb0(%x: tensor<9x20xf64, #dlc.live<n, *>>):
    %y = dlc.cumprod %x dim = 0 : tensor<9x20xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<9x20xf64, #dlc.live<n, *>>
  }
  dlc.entry @columnsreverse inputs ["x"] states [] results ["y0"] attributes {check.ranges = [[-1.5, 1.5]], check.gradient} {
  ^bb0(%x: tensor<9x20xf64, #dlc.live<n, *>>):
    %y = dlc.cumprod %x dim = 0 reverse : tensor<9x20xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<9x20xf64, #dlc.live<n, *>>
  }
  dlc.entry @middle inputs ["x"] states [] results ["y0"] attributes {check.ranges = [[-1.5, 1.5]]} {
  ^bb0(%x: tensor<3x5x17xf32>):
    %y = dlc.cumprod %x dim = 1 : tensor<3x5x17xf32>
    dlc.yield %y : tensor<3x5x17xf32>
  }
  dlc.entry @middlereverse inputs ["x"] states [] results ["y0"] attributes {check.ranges = [[-1.5, 1.5]]} {
  ^bb0(%x: tensor<3x5x17xf32>):
    %y = dlc.cumprod %x dim = 1 reverse : tensor<3x5x17xf32>
    dlc.yield %y : tensor<3x5x17xf32>
  }
}
