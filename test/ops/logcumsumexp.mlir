// RUN: dlc-check %s
// Equal terms: log 1, log 2, log 3, log 4.
dlc.program @logcumsumexp dims {n = 9 : i64} {
  dlc.entry @by_hand inputs ["x"] states [] results ["y0"] attributes {check.inputs = [dense<[0.0, 0.0, 0.0, 0.0]> : tensor<4xf64>], check.expect = [dense<[0.0, 0.6931471805599453, 1.0986122886681098, 1.3862943611198906]> : tensor<4xf64>], check.gradient} {
  ^bb0(%x: tensor<4xf64>):
    %y = dlc.logcumsumexp %x dim = 0 : tensor<4xf64>
    dlc.yield %y : tensor<4xf64>
  }
  dlc.entry @reverse inputs ["x"] states [] results ["y0"] attributes {check.inputs = [dense<[0.0, 0.0, 0.0, 0.0]> : tensor<4xf64>], check.expect = [dense<[1.3862943611198906, 1.0986122886681098, 0.6931471805599453, 0.0]> : tensor<4xf64>], check.gradient} {
  ^bb0(%x: tensor<4xf64>):
    %y = dlc.logcumsumexp %x dim = 0 reverse : tensor<4xf64>
    dlc.yield %y : tensor<4xf64>
  }
  dlc.entry @rows inputs ["x"] states [] results ["y0"] attributes {check.ranges = [[-1.5, 1.5]], check.gradient} {
  ^bb0(%x: tensor<9x20xf64, #dlc.live<n, *>>):
    %y = dlc.logcumsumexp %x dim = 1 : tensor<9x20xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<9x20xf64, #dlc.live<n, *>>
  }
  dlc.entry @rowsreverse inputs ["x"] states [] results ["y0"] attributes {check.ranges = [[-1.5, 1.5]], check.gradient} {
  ^bb0(%x: tensor<9x20xf64, #dlc.live<n, *>>):
    %y = dlc.logcumsumexp %x dim = 1 reverse : tensor<9x20xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<9x20xf64, #dlc.live<n, *>>
  }
  dlc.entry @columns inputs ["x"] states [] results ["y0"] attributes {check.ranges = [[-1.5, 1.5]], check.gradient} {
  ^bb0(%x: tensor<9x20xf64, #dlc.live<n, *>>):
    %y = dlc.logcumsumexp %x dim = 0 : tensor<9x20xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<9x20xf64, #dlc.live<n, *>>
  }
  dlc.entry @columnsreverse inputs ["x"] states [] results ["y0"] attributes {check.ranges = [[-1.5, 1.5]], check.gradient} {
  ^bb0(%x: tensor<9x20xf64, #dlc.live<n, *>>):
    %y = dlc.logcumsumexp %x dim = 0 reverse : tensor<9x20xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<9x20xf64, #dlc.live<n, *>>
  }
  dlc.entry @middle inputs ["x"] states [] results ["y0"] attributes {check.ranges = [[-1.5, 1.5]]} {
  ^bb0(%x: tensor<3x5x17xf32>):
    %y = dlc.logcumsumexp %x dim = 1 : tensor<3x5x17xf32>
    dlc.yield %y : tensor<3x5x17xf32>
  }
  dlc.entry @middlereverse inputs ["x"] states [] results ["y0"] attributes {check.ranges = [[-1.5, 1.5]]} {
  ^bb0(%x: tensor<3x5x17xf32>):
    %y = dlc.logcumsumexp %x dim = 1 reverse : tensor<3x5x17xf32>
    dlc.yield %y : tensor<3x5x17xf32>
  }
}
