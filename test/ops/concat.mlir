// RUN: dlc-check %s
// Numbers by hand.
dlc.program @concat dims {n = 33 : i64} {
  dlc.entry @value inputs ["a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[[1, 2], [3, 4]]> : tensor<2x2xi32>, dense<[[5], [6]]> : tensor<2x1xi32>],
    check.expect = [dense<[[1, 2, 5, 1, 2], [3, 4, 6, 3, 4]]> : tensor<2x5xi32>]} {
  ^bb0(%a: tensor<2x2xi32>, %b: tensor<2x1xi32>):
    %y = dlc.concat %a, %b, %a dim = 1 : tensor<2x2xi32>, tensor<2x1xi32>, tensor<2x2xi32>
    dlc.yield %y : tensor<2x5xi32>
  }
  // Elementwise work in front, a reduction behind, rows that may be dead.
  dlc.entry @rows inputs ["a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%a: tensor<33x3xf64, #dlc.live<n, *>>, %b: tensor<33x4xf64, #dlc.live<n, *>>):
    %e = dlc.exp %a : tensor<33x3xf64, #dlc.live<n, *>>
    %t = dlc.tanh %b : tensor<33x4xf64, #dlc.live<n, *>>
    %c = dlc.concat %e, %t, %a dim = 1 : tensor<33x3xf64, #dlc.live<n, *>>, tensor<33x4xf64, #dlc.live<n, *>>, tensor<33x3xf64, #dlc.live<n, *>>
    %q = dlc.mul %c, %c : tensor<33x10xf64, #dlc.live<n, *>>
    %y = dlc.reduce_sum %q dims = [1] : tensor<33x10xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33xf64, #dlc.live<n>>
  }
  // Along the first dim, of moved operands, one of them empty and one made from nothing.
  dlc.entry @moved inputs ["a", "b"] states [] results ["y", "z"] attributes {check.gradient} {
  ^bb0(%a: tensor<3x4xf32>, %b: tensor<3x0xf32>):
    %p = dlc.permute %a perm = [1, 0] : tensor<3x4xf32>
    %s = dlc.slice %p starts = [1, 0] sizes = [2, 3] strides = [2, 1] : tensor<4x3xf32>
    %r = dlc.permute %b perm = [1, 0] : tensor<3x0xf32>
    %i = dlc.iota dim = 1 : tensor<2x3xf32>
    %c = dlc.concat %s, %r, %i, %p dim = 0 : tensor<2x3xf32>, tensor<0x3xf32>, tensor<2x3xf32>, tensor<4x3xf32>
    %y = dlc.mul %c, %c : tensor<8x3xf32>
    dlc.yield %c, %y : tensor<8x3xf32>, tensor<8x3xf32>
  }
  // Nothing but empty operands; a concatenation of concatenations.
  dlc.entry @nothing inputs ["a"] states [] results ["y"] attributes {check.inputs = [dense<> : tensor<0x3xf32>], check.expect = [dense<> : tensor<0x3xf32>]} {
  ^bb0(%a: tensor<0x3xf32>):
    %y = dlc.concat %a, %a dim = 0 : tensor<0x3xf32>, tensor<0x3xf32>
    dlc.yield %y : tensor<0x3xf32>
  }
  dlc.entry @nested inputs ["a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%a: tensor<5xf64>, %b: tensor<3xf64>):
    %c = dlc.concat %a, %b dim = 0 : tensor<5xf64>, tensor<3xf64>
    %d = dlc.concat %b, %c, %c dim = 0 : tensor<3xf64>, tensor<8xf64>, tensor<8xf64>
    %y = dlc.mul %d, %d : tensor<19xf64>
    dlc.yield %y : tensor<19xf64>
  }
  // Operands that share arithmetic are put in their places by one kernel, which makes another result besides.
  dlc.entry @joint inputs ["a", "b"] states [] results ["y", "z"] attributes {check.same_as = @apart, check.gradient} {
  ^bb0(%a: tensor<33x17xf32, #dlc.live<n, *>>, %b: tensor<33x17xf32, #dlc.live<n, *>>):
    %e = dlc.tanh %a : tensor<33x17xf32, #dlc.live<n, *>>
    %p = dlc.mul %e, %b : tensor<33x17xf32, #dlc.live<n, *>>
    %q = dlc.add %e, %b : tensor<33x17xf32, #dlc.live<n, *>>
    %r = dlc.sub %q, %p : tensor<33x17xf32, #dlc.live<n, *>>
    %y = dlc.concat %p, %q, %r dim = 1 : tensor<33x17xf32, #dlc.live<n, *>>, tensor<33x17xf32, #dlc.live<n, *>>, tensor<33x17xf32, #dlc.live<n, *>>
    %z = dlc.mul %e, %q : tensor<33x17xf32, #dlc.live<n, *>>
    dlc.yield %y, %z : tensor<33x51xf32, #dlc.live<n, *>>, tensor<33x17xf32, #dlc.live<n, *>>
  }
  dlc.entry @apart inputs ["a", "b"] states [] results ["y", "z"] attributes {} {
  ^bb0(%a: tensor<33x17xf32, #dlc.live<n, *>>, %b: tensor<33x17xf32, #dlc.live<n, *>>):
    %e0 = dlc.tanh %a : tensor<33x17xf32, #dlc.live<n, *>>
    %e1 = dlc.tanh %a : tensor<33x17xf32, #dlc.live<n, *>>
    %e2 = dlc.tanh %a : tensor<33x17xf32, #dlc.live<n, *>>
    %e3 = dlc.tanh %a : tensor<33x17xf32, #dlc.live<n, *>>
    %p = dlc.mul %e0, %b : tensor<33x17xf32, #dlc.live<n, *>>
    %y0 = dlc.pad %p low = [0, 0] high = [0, 34] interior = [0, 0] value = 0.0 : tensor<33x17xf32, #dlc.live<n, *>>
    %q = dlc.add %e1, %b : tensor<33x17xf32, #dlc.live<n, *>>
    %y1 = dlc.pad %q low = [0, 17] high = [0, 17] interior = [0, 0] value = 0.0 : tensor<33x17xf32, #dlc.live<n, *>>
    %q2 = dlc.add %e2, %b : tensor<33x17xf32, #dlc.live<n, *>>
    %p2 = dlc.mul %e2, %b : tensor<33x17xf32, #dlc.live<n, *>>
    %r = dlc.sub %q2, %p2 : tensor<33x17xf32, #dlc.live<n, *>>
    %y2 = dlc.pad %r low = [0, 34] high = [0, 0] interior = [0, 0] value = 0.0 : tensor<33x17xf32, #dlc.live<n, *>>
    %s = dlc.add %y0, %y1 : tensor<33x51xf32, #dlc.live<n, *>>
    %y = dlc.add %s, %y2 : tensor<33x51xf32, #dlc.live<n, *>>
    %q3 = dlc.add %e3, %b : tensor<33x17xf32, #dlc.live<n, *>>
    %z = dlc.mul %e3, %q3 : tensor<33x17xf32, #dlc.live<n, *>>
    dlc.yield %y, %z : tensor<33x51xf32, #dlc.live<n, *>>, tensor<33x17xf32, #dlc.live<n, *>>
  }
}
