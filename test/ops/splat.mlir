// RUN: dlc-check %s
// One number in every element, of every type.
dlc.program @splat dims {n = 33 : i64} {
  dlc.entry @f32 inputs [] states [] results ["y"] attributes {check.expect = [dense<[[0.1, 0.1, 0.1], [0.1, 0.1, 0.1]]> : tensor<2x3xf32>]} {
    %y = dlc.splat 0.1 : f32 -> tensor<2x3xf32>
    dlc.yield %y : tensor<2x3xf32>
  }
  dlc.entry @f64 inputs [] states [] results ["y"] attributes {check.expect = [dense<[[-2.5, -2.5, -2.5], [-2.5, -2.5, -2.5]]> : tensor<2x3xf64>]} {
    %y = dlc.splat -2.5 : f64 -> tensor<2x3xf64>
    dlc.yield %y : tensor<2x3xf64>
  }
  dlc.entry @i32 inputs [] states [] results ["y"] attributes {check.expect = [dense<[[-7, -7, -7], [-7, -7, -7]]> : tensor<2x3xi32>]} {
    %y = dlc.splat -7 : i32 -> tensor<2x3xi32>
    dlc.yield %y : tensor<2x3xi32>
  }
  dlc.entry @i64 inputs [] states [] results ["y"] attributes {check.expect = [dense<[[4294967297, 4294967297, 4294967297], [4294967297, 4294967297, 4294967297]]> : tensor<2x3xi64>]} {
    %y = dlc.splat 4294967297 : i64 -> tensor<2x3xi64>
    dlc.yield %y : tensor<2x3xi64>
  }
  dlc.entry @i1 inputs [] states [] results ["y"] attributes {check.expect = [dense<[[true, true, true], [true, true, true]]> : tensor<2x3xi1>]} {
    %y = dlc.splat true -> tensor<2x3xi1>
    dlc.yield %y : tensor<2x3xi1>
  }
  dlc.entry @rows inputs ["x"] states [] results ["z"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x3xf32, #dlc.live<n, *>>):
    %y = dlc.splat 0.5 : f32 -> tensor<33x3xf32, #dlc.live<n, *>>
    %z = dlc.mul %x, %y : tensor<33x3xf32, #dlc.live<n, *>>
    dlc.yield %z : tensor<33x3xf32, #dlc.live<n, *>>
  }
  dlc.entry @scalar inputs [] states [] results ["y"] attributes {check.expect = [dense<3.0> : tensor<f64>]} {
    %y = dlc.splat 3.0 : f64 -> tensor<f64>
    dlc.yield %y : tensor<f64>
  }
  // Nothing is written for a tensor of size 0, whose place is its neighbour's.
  dlc.entry @nothing inputs [] states [] results ["a", "b"] attributes {
    check.inputs = [], check.expect = [dense<3.0> : tensor<1xf32>, dense<> : tensor<0xf32>]} {
    %a = dlc.splat 3.0 : f32 -> tensor<1xf32>
    %b = dlc.splat 7.0 : f32 -> tensor<0xf32>
    dlc.yield %a, %b : tensor<1xf32>, tensor<0xf32>
  }
}
