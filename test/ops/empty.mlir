// RUN: dlc-check %s
// What dlc.concat becomes: places that cover a buffer nobody filled; numbers by hand.
dlc.program @empty dims {n = 33 : i64} {
  dlc.entry @value inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[1.0, 2.0]> : tensor<2xf32>, dense<[3.0, 4.0]> : tensor<2xf32>],
    check.expect = [dense<[1.0, 3.0, 2.0, 4.0]> : tensor<4xf32>]} {
  ^bb0(%a: tensor<2xf32>, %b: tensor<2xf32>):
    %e = dlc.empty : tensor<4xf32>
    %p = dlc.place %a in %e low = [0] interior = [1] : tensor<2xf32> in tensor<4xf32>
    %y = dlc.place %b in %p low = [1] interior = [1] : tensor<2xf32> in tensor<4xf32>
    dlc.yield %y : tensor<4xf32>
  }
  // Two of a type are two buffers.
  dlc.entry @two inputs ["a", "b"] states [] results ["y", "z"] attributes {
    check.inputs = [dense<[1.0, 2.0]> : tensor<2xf32>, dense<[3.0, 4.0]> : tensor<2xf32>],
    check.expect = [dense<[1.0, 2.0]> : tensor<2xf32>, dense<[3.0, 4.0]> : tensor<2xf32>]} {
  ^bb0(%a: tensor<2xf32>, %b: tensor<2xf32>):
    %e = dlc.empty : tensor<2xf32>
    %f = dlc.empty : tensor<2xf32>
    %y = dlc.place %a in %e low = [0] interior = [0] : tensor<2xf32> in tensor<2xf32>
    %z = dlc.place %b in %f low = [0] interior = [0] : tensor<2xf32> in tensor<2xf32>
    dlc.yield %y, %z : tensor<2xf32>, tensor<2xf32>
  }
}
