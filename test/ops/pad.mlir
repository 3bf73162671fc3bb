// RUN: dlc-check %s
// Numbers by hand.
dlc.program @pad dims {n = 33 : i64} {
  dlc.entry @value_f32 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[1.0, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>],
    check.expect = [dense<[[-1.5, -1.5, -1.5, -1.5, -1.5], [1.0, -1.5, -1.5, 2.0, -1.5], [3.0, -1.5, -1.5, 4.0, -1.5]]> : tensor<3x5xf32>]} {
  ^bb0(%x: tensor<2x2xf32>):
    %y = dlc.pad %x low = [1, 0] high = [0, 1] interior = [0, 2] value = -1.5 : tensor<2x2xf32>
    dlc.yield %y : tensor<3x5xf32>
  }
  dlc.entry @value_f64 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[1.0, 2.0], [3.0, 4.0]]> : tensor<2x2xf64>],
    check.expect = [dense<[[9.0, 9.0, 9.0, 9.0, 9.0], [1.0, 9.0, 9.0, 2.0, 9.0], [3.0, 9.0, 9.0, 4.0, 9.0]]> : tensor<3x5xf64>]} {
  ^bb0(%x: tensor<2x2xf64>):
    %y = dlc.pad %x low = [1, 0] high = [0, 1] interior = [0, 2] value = 9.0 : tensor<2x2xf64>
    dlc.yield %y : tensor<3x5xf64>
  }
  dlc.entry @value_i32 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[1, 2], [3, 4]]> : tensor<2x2xi32>],
    check.expect = [dense<[[-1, -1, -1, -1, -1], [1, -1, -1, 2, -1], [3, -1, -1, 4, -1]]> : tensor<3x5xi32>]} {
  ^bb0(%x: tensor<2x2xi32>):
    %y = dlc.pad %x low = [1, 0] high = [0, 1] interior = [0, 2] value = -1.0 : tensor<2x2xi32>
    dlc.yield %y : tensor<3x5xi32>
  }
  dlc.entry @value_i64 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[[1, 2], [3, 4]]> : tensor<2x2xi64>],
    check.expect = [dense<[[-1, -1, -1, -1, -1], [1, -1, -1, 2, -1], [3, -1, -1, 4, -1]]> : tensor<3x5xi64>]} {
  ^bb0(%x: tensor<2x2xi64>):
    %y = dlc.pad %x low = [1, 0] high = [0, 1] interior = [0, 2] value = -1.0 : tensor<2x2xi64>
    dlc.yield %y : tensor<3x5xi64>
  }
  dlc.entry @mask inputs ["x"] states [] results ["y"] attributes {check.inputs = [dense<[false, true]> : tensor<2xi1>], check.expect = [dense<[true, false, true, true]> : tensor<4xi1>]} {
  ^bb0(%x: tensor<2xi1>):
    %y = dlc.pad %x low = [1] high = [1] interior = [0] value = 1.0 : tensor<2xi1>
    dlc.yield %y : tensor<4xi1>
  }
  dlc.entry @rows inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x7xf64, #dlc.live<n, *>>):
    %e = dlc.exp %x : tensor<33x7xf64, #dlc.live<n, *>>
    %p = dlc.pad %e low = [0, 2] high = [0, 3] interior = [0, 1] value = 0.5 : tensor<33x7xf64, #dlc.live<n, *>>
    %y = dlc.mul %p, %p : tensor<33x18xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x18xf64, #dlc.live<n, *>>
  }
  dlc.entry @image inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<3x2x5x5xf64>):
    %e = dlc.exp %x : tensor<3x2x5x5xf64>
    %p = dlc.pad %e low = [0, 0, 1, 1] high = [0, 0, 1, 1] interior = [0, 0, 0, 0] value = 0.5 : tensor<3x2x5x5xf64>
    %y = dlc.mul %p, %p : tensor<3x2x7x7xf64>
    dlc.yield %y : tensor<3x2x7x7xf64>
  }
  dlc.entry @one inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<1xf64>):
    %e = dlc.exp %x : tensor<1xf64>
    %p = dlc.pad %e low = [3] high = [0] interior = [5] value = 0.5 : tensor<1xf64>
    %y = dlc.mul %p, %p : tensor<4xf64>
    dlc.yield %y : tensor<4xf64>
  }
  // Two readers of one padded value, and two pads of one value.
  dlc.entry @twice inputs ["x"] states [] results ["s", "t"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x3xf32, #dlc.live<n, *>>):
    %a = dlc.pad %x low = [0, 2] high = [0, 0] interior = [0, 0] value = 0.0 : tensor<33x3xf32, #dlc.live<n, *>>
    %b = dlc.pad %x low = [0, 0] high = [0, 2] interior = [0, 0] value = 1.0 : tensor<33x3xf32, #dlc.live<n, *>>
    %s = dlc.mul %a, %b : tensor<33x5xf32, #dlc.live<n, *>>
    %t = dlc.add %a, %s : tensor<33x5xf32, #dlc.live<n, *>>
    dlc.yield %s, %t : tensor<33x5xf32, #dlc.live<n, *>>, tensor<33x5xf32, #dlc.live<n, *>>
  }
}
