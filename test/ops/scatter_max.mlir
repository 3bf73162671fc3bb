// RUN: dlc-check %s
// Numbers by hand; what goes outside is dropped.
dlc.program @scatter_max dims {n = 9 : i64} {
  dlc.entry @by_hand inputs ["x", "i", "b"] states [] results ["y0"] attributes {
    check.inputs = [dense<[10.0, 20.0, 30.0, 40.0, 50.0]> : tensor<5xf64>, dense<[2, 0, 2, 4, -1]> : tensor<5xi64>, dense<[25.0, 2.0, 3.0, 4.0]> : tensor<4xf64>],
    check.expect = [dense<[25.0, 2.0, 30.0, 4.0]> : tensor<4xf64>], check.gradient} {
  ^bb0(%x: tensor<5xf64>, %i: tensor<5xi64>, %b: tensor<4xf64>):
    %y = dlc.scatter_max %x at %i in %b dim = 0 : tensor<5xf64> at tensor<5xi64> in tensor<4xf64>
    dlc.yield %y : tensor<4xf64>
  }
  dlc.entry @rows_f32 inputs ["x", "i", "b"] states [] results ["y0"] attributes {check.ranges = [[-1.0, 1.0], [0.0, 5.0], [-1.0, 1.0]]} {
  ^bb0(%x: tensor<9x40xf32, #dlc.live<n, *>>, %i: tensor<9xi64, #dlc.live<n>>, %b: tensor<6x40xf32>):
    %j = dlc.broadcast %i dims = [1] : tensor<9xi64, #dlc.live<n>> to tensor<9x40xi64, #dlc.live<n, *>>
    %y = dlc.scatter_max %x at %j in %b dim = 0 : tensor<9x40xf32, #dlc.live<n, *>> at tensor<9x40xi64, #dlc.live<n, *>> in tensor<6x40xf32>
    dlc.yield %y : tensor<6x40xf32>
  }
  dlc.entry @rows_i64 inputs ["x", "i", "b"] states [] results ["y0"] attributes {check.ranges = [[0.0, 9.0], [0.0, 5.0], [0.0, 9.0]]} {
  ^bb0(%x: tensor<9x40xi64, #dlc.live<n, *>>, %i: tensor<9xi64, #dlc.live<n>>, %b: tensor<6x40xi64>):
    %j = dlc.broadcast %i dims = [1] : tensor<9xi64, #dlc.live<n>> to tensor<9x40xi64, #dlc.live<n, *>>
    %y = dlc.scatter_max %x at %j in %b dim = 0 : tensor<9x40xi64, #dlc.live<n, *>> at tensor<9x40xi64, #dlc.live<n, *>> in tensor<6x40xi64>
    dlc.yield %y : tensor<6x40xi64>
  }
  dlc.entry @elements inputs ["x", "i", "b"] states [] results ["y0"] attributes {check.ranges = [[-1.0, 1.0], [-1.0, 4.0], [-1.0, 1.0]]} {
  ^bb0(%x: tensor<3x20xf32>, %i: tensor<3x20xi32>, %b: tensor<4x21xf32>):
    %y = dlc.scatter_max %x at %i in %b dim = 0 : tensor<3x20xf32> at tensor<3x20xi32> in tensor<4x21xf32>
    dlc.yield %y : tensor<4x21xf32>
  }
  dlc.entry @empty inputs ["x", "i", "b"] states [] results ["y0"] attributes {
    check.inputs = [dense<1.0> : tensor<2x3xf32>, dense<0> : tensor<2x3xi64>, dense<> : tensor<0x3xf32>], check.expect = [dense<> : tensor<0x3xf32>]} {
  ^bb0(%x: tensor<2x3xf32>, %i: tensor<2x3xi64>, %b: tensor<0x3xf32>):
    %y = dlc.scatter_max %x at %i in %b dim = 0 : tensor<2x3xf32> at tensor<2x3xi64> in tensor<0x3xf32>
    dlc.yield %y : tensor<0x3xf32>
  }
}
