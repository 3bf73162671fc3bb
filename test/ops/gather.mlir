// RUN: dlc-check %s
// Numbers by hand; indices outside read 0, in the first entry and where nothing is there to be read.
dlc.program @gather dims {n = 9 : i64} {
  dlc.entry @by_hand inputs ["x", "i"] states [] results ["y0"] attributes {
    check.inputs = [dense<[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]> : tensor<3x2xf64>, dense<[[0, 2], [-1, 1], [2, 3], [2, 0]]> : tensor<4x2xi64>],
    check.expect = [dense<[[1.0, 6.0], [0.0, 4.0], [5.0, 0.0], [5.0, 2.0]]> : tensor<4x2xf64>], check.gradient} {
  ^bb0(%x: tensor<3x2xf64>, %i: tensor<4x2xi64>):
    %y = dlc.gather %x at %i dim = 0 : tensor<3x2xf64> at tensor<4x2xi64>
    dlc.yield %y : tensor<4x2xf64>
  }
  dlc.entry @rows inputs ["x", "i"] states [] results ["y0"] attributes {check.ranges = [[-1.0, 1.0], [0.0, 6.0]], check.gradient} {
  ^bb0(%x: tensor<7x40xf32>, %i: tensor<9xi64, #dlc.live<n>>):
    %j = dlc.broadcast %i dims = [1] : tensor<9xi64, #dlc.live<n>> to tensor<9x40xi64, #dlc.live<n, *>>
    %y = dlc.gather %x at %j dim = 0 : tensor<7x40xf32> at tensor<9x40xi64, #dlc.live<n, *>>
    dlc.yield %y : tensor<9x40xf32, #dlc.live<n, *>>
  }
  dlc.entry @computed inputs ["x", "i"] states [] results ["y0"] attributes {check.ranges = [[-1.0, 1.0], [-1.0, 5.0]], check.gradient} {
  ^bb0(%x: tensor<7x3xf64>, %i: tensor<5x3xi32>):
    %one = dlc.splat 1 : i32 -> tensor<5x3xi32>
    %j = dlc.add %i, %one : tensor<5x3xi32>
    %y = dlc.gather %x at %j dim = 0 : tensor<7x3xf64> at tensor<5x3xi32>
    %z = dlc.exp %y : tensor<5x3xf64>
    dlc.yield %z : tensor<5x3xf64>
  }
  dlc.entry @masks inputs ["x", "i"] states [] results ["y0"] attributes {check.ranges = [[0.0, 1.0], [0.0, 19.0]]} {
  ^bb0(%x: tensor<20xi1>, %i: tensor<18xi64>):
    %y = dlc.gather %x at %i dim = 0 : tensor<20xi1> at tensor<18xi64>
    dlc.yield %y : tensor<18xi1>
  }
  dlc.entry @empty inputs ["x", "i"] states [] results ["y0"] attributes {
    check.inputs = [dense<> : tensor<0x3xf32>, dense<0> : tensor<2x3xi64>], check.expect = [dense<0.0> : tensor<2x3xf32>]} {
  ^bb0(%x: tensor<0x3xf32>, %i: tensor<2x3xi64>):
    %y = dlc.gather %x at %i dim = 0 : tensor<0x3xf32> at tensor<2x3xi64>
    dlc.yield %y : tensor<2x3xf32>
  }
  // Behind what is live is outside too.
  dlc.entry @behind inputs ["x", "i"] states [] results ["y"] attributes {check.dims = [2],
    check.inputs = [dense<[1.0, 2.0]> : tensor<2xf64>, dense<[1, 2, 8, 9, 0]> : tensor<5xi64>],
    check.expect = [dense<[2.0, 0.0, 0.0, 0.0, 1.0]> : tensor<5xf64>]} {
  ^bb0(%x: tensor<9xf64, #dlc.live<n>>, %i: tensor<5xi64>):
    %y = dlc.gather %x at %i dim = 0 : tensor<9xf64, #dlc.live<n>> at tensor<5xi64>
    dlc.yield %y : tensor<5xf64>
  }
}
