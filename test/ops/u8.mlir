// RUN: dlc-check %s
// i8 is u8: unsigned, modulo 256. Numbers by PyTorch.
dlc.program @u8 dims {n = 33 : i64} {
  dlc.entry @add inputs ["x", "y"] states [] results ["r"] attributes {
    check.inputs = [dense<[0, 1, 100, 127, 128, 200, 255, 255, 254]> : tensor<9xi8>, dense<[1, 2, 200, 128, 127, 3, 255, 16, 255]> : tensor<9xi8>],
    check.expect = [dense<[1, 3, 44, 255, 255, 203, 254, 15, 253]> : tensor<9xi8>]} {
  ^bb0(%x: tensor<9xi8>, %y: tensor<9xi8>):
    %r = dlc.add %x, %y : tensor<9xi8>
    dlc.yield %r : tensor<9xi8>
  }
  dlc.entry @sub inputs ["x", "y"] states [] results ["r"] attributes {
    check.inputs = [dense<[0, 1, 100, 127, 128, 200, 255, 255, 254]> : tensor<9xi8>, dense<[1, 2, 200, 128, 127, 3, 255, 16, 255]> : tensor<9xi8>],
    check.expect = [dense<[255, 255, 156, 255, 1, 197, 0, 239, 255]> : tensor<9xi8>]} {
  ^bb0(%x: tensor<9xi8>, %y: tensor<9xi8>):
    %r = dlc.sub %x, %y : tensor<9xi8>
    dlc.yield %r : tensor<9xi8>
  }
  dlc.entry @mul inputs ["x", "y"] states [] results ["r"] attributes {
    check.inputs = [dense<[0, 1, 100, 127, 128, 200, 255, 255, 254]> : tensor<9xi8>, dense<[1, 2, 200, 128, 127, 3, 255, 16, 255]> : tensor<9xi8>],
    check.expect = [dense<[0, 2, 32, 128, 128, 88, 1, 240, 2]> : tensor<9xi8>]} {
  ^bb0(%x: tensor<9xi8>, %y: tensor<9xi8>):
    %r = dlc.mul %x, %y : tensor<9xi8>
    dlc.yield %r : tensor<9xi8>
  }
  dlc.entry @maximum inputs ["x", "y"] states [] results ["r"] attributes {
    check.inputs = [dense<[0, 1, 100, 127, 128, 200, 255, 255, 254]> : tensor<9xi8>, dense<[1, 2, 200, 128, 127, 3, 255, 16, 255]> : tensor<9xi8>],
    check.expect = [dense<[1, 2, 200, 128, 128, 200, 255, 255, 255]> : tensor<9xi8>]} {
  ^bb0(%x: tensor<9xi8>, %y: tensor<9xi8>):
    %r = dlc.maximum %x, %y : tensor<9xi8>
    dlc.yield %r : tensor<9xi8>
  }
  dlc.entry @minimum inputs ["x", "y"] states [] results ["r"] attributes {
    check.inputs = [dense<[0, 1, 100, 127, 128, 200, 255, 255, 254]> : tensor<9xi8>, dense<[1, 2, 200, 128, 127, 3, 255, 16, 255]> : tensor<9xi8>],
    check.expect = [dense<[0, 1, 100, 127, 127, 3, 255, 16, 254]> : tensor<9xi8>]} {
  ^bb0(%x: tensor<9xi8>, %y: tensor<9xi8>):
    %r = dlc.minimum %x, %y : tensor<9xi8>
    dlc.yield %r : tensor<9xi8>
  }
  dlc.entry @div inputs ["x", "y"] states [] results ["r"] attributes {
    check.inputs = [dense<[0, 1, 100, 127, 128, 200, 255, 255, 254]> : tensor<9xi8>, dense<[1, 2, 200, 128, 127, 3, 255, 16, 255]> : tensor<9xi8>],
    check.expect = [dense<[0, 0, 0, 0, 1, 66, 1, 15, 0]> : tensor<9xi8>]} {
  ^bb0(%x: tensor<9xi8>, %y: tensor<9xi8>):
    %r = dlc.div %x, %y : tensor<9xi8>
    dlc.yield %r : tensor<9xi8>
  }
  // Modulo 256 after each op: (200 + 100) / 3 is 44 / 3.
  dlc.entry @chain inputs ["x", "y", "z"] states [] results ["r"] attributes {
    check.inputs = [dense<[200]> : tensor<1xi8>, dense<[100]> : tensor<1xi8>, dense<[3]> : tensor<1xi8>],
    check.expect = [dense<[14]> : tensor<1xi8>]} {
  ^bb0(%x: tensor<1xi8>, %y: tensor<1xi8>, %z: tensor<1xi8>):
    %s = dlc.add %x, %y : tensor<1xi8>
    %r = dlc.div %s, %z : tensor<1xi8>
    dlc.yield %r : tensor<1xi8>
  }
  dlc.entry @neg inputs ["x"] states [] results ["r"] attributes {
    check.inputs = [dense<[0, 1, 100, 127, 128, 200, 255, 255, 254]> : tensor<9xi8>],
    check.expect = [dense<[0, 255, 156, 129, 128, 56, 1, 1, 2]> : tensor<9xi8>]} {
  ^bb0(%x: tensor<9xi8>):
    %r = dlc.neg %x : tensor<9xi8>
    dlc.yield %r : tensor<9xi8>
  }
  dlc.entry @abs inputs ["x"] states [] results ["r"] attributes {
    check.inputs = [dense<[0, 1, 100, 127, 128, 200, 255, 255, 254]> : tensor<9xi8>],
    check.expect = [dense<[0, 1, 100, 127, 128, 200, 255, 255, 254]> : tensor<9xi8>]} {
  ^bb0(%x: tensor<9xi8>):
    %r = dlc.abs %x : tensor<9xi8>
    dlc.yield %r : tensor<9xi8>
  }
  dlc.entry @compare inputs ["x", "y"] states [] results ["r0", "r1", "r2", "r3", "r4", "r5"] attributes {
    check.inputs = [dense<[0, 1, 100, 127, 128, 200, 255, 255, 254]> : tensor<9xi8>, dense<[1, 2, 200, 128, 127, 3, 255, 16, 255]> : tensor<9xi8>],
    check.expect = [dense<[false, false, false, false, false, false, true, false, false]> : tensor<9xi1>, dense<[true, true, true, true, true, true, false, true, true]> : tensor<9xi1>, dense<[true, true, true, true, false, false, false, false, true]> : tensor<9xi1>, dense<[true, true, true, true, false, false, true, false, true]> : tensor<9xi1>, dense<[false, false, false, false, true, true, false, true, false]> : tensor<9xi1>, dense<[false, false, false, false, true, true, true, true, false]> : tensor<9xi1>]} {
  ^bb0(%x: tensor<9xi8>, %y: tensor<9xi8>):
    %0 = dlc.equal %x, %y : tensor<9xi8>
    %1 = dlc.not_equal %x, %y : tensor<9xi8>
    %2 = dlc.less %x, %y : tensor<9xi8>
    %3 = dlc.less_equal %x, %y : tensor<9xi8>
    %4 = dlc.greater %x, %y : tensor<9xi8>
    %5 = dlc.greater_equal %x, %y : tensor<9xi8>
    dlc.yield %0, %1, %2, %3, %4, %5 : tensor<9xi1>, tensor<9xi1>, tensor<9xi1>, tensor<9xi1>, tensor<9xi1>, tensor<9xi1>
  }
  dlc.entry @select inputs ["x", "y", "z"] states [] results ["r"] attributes {
    check.inputs = [dense<[true, false, true, true, false, true, true, false, true]> : tensor<9xi1>, dense<[0, 1, 100, 127, 128, 200, 255, 255, 254]> : tensor<9xi8>, dense<[1, 2, 200, 128, 127, 3, 255, 16, 255]> : tensor<9xi8>],
    check.expect = [dense<[0, 2, 100, 127, 127, 200, 255, 16, 254]> : tensor<9xi8>]} {
  ^bb0(%x: tensor<9xi1>, %y: tensor<9xi8>, %z: tensor<9xi8>):
    %r = dlc.select %x, %y, %z : tensor<9xi1>, tensor<9xi8>
    dlc.yield %r : tensor<9xi8>
  }
  // Floats are cut off, wider integers wrap, and 200 is never -56.
  dlc.entry @from_f32 inputs ["x"] states [] results ["r"] attributes {
    check.inputs = [dense<[0.0, 1.75, 127.5, 200.9, 255.0]> : tensor<5xf32>],
    check.expect = [dense<[0, 1, 127, 200, 255]> : tensor<5xi8>]} {
  ^bb0(%x: tensor<5xf32>):
    %r = dlc.convert %x : tensor<5xf32> to tensor<5xi8>
    dlc.yield %r : tensor<5xi8>
  }
  dlc.entry @to_f32 inputs ["x"] states [] results ["r"] attributes {
    check.inputs = [dense<[0, 1, 100, 127, 128, 200, 255, 255, 254]> : tensor<9xi8>],
    check.expect = [dense<[0.0, 1.0, 100.0, 127.0, 128.0, 200.0, 255.0, 255.0, 254.0]> : tensor<9xf32>]} {
  ^bb0(%x: tensor<9xi8>):
    %r = dlc.convert %x : tensor<9xi8> to tensor<9xf32>
    dlc.yield %r : tensor<9xf32>
  }
  dlc.entry @from_f64 inputs ["x"] states [] results ["r"] attributes {
    check.inputs = [dense<[0.0, 1.75, 127.5, 200.9, 255.0]> : tensor<5xf64>],
    check.expect = [dense<[0, 1, 127, 200, 255]> : tensor<5xi8>]} {
  ^bb0(%x: tensor<5xf64>):
    %r = dlc.convert %x : tensor<5xf64> to tensor<5xi8>
    dlc.yield %r : tensor<5xi8>
  }
  dlc.entry @to_f64 inputs ["x"] states [] results ["r"] attributes {
    check.inputs = [dense<[0, 1, 100, 127, 128, 200, 255, 255, 254]> : tensor<9xi8>],
    check.expect = [dense<[0.0, 1.0, 100.0, 127.0, 128.0, 200.0, 255.0, 255.0, 254.0]> : tensor<9xf64>]} {
  ^bb0(%x: tensor<9xi8>):
    %r = dlc.convert %x : tensor<9xi8> to tensor<9xf64>
    dlc.yield %r : tensor<9xf64>
  }
  dlc.entry @from_i32 inputs ["x"] states [] results ["r"] attributes {
    check.inputs = [dense<[0, 255, 256, -1, 1000]> : tensor<5xi32>],
    check.expect = [dense<[0, 255, 0, 255, 232]> : tensor<5xi8>]} {
  ^bb0(%x: tensor<5xi32>):
    %r = dlc.convert %x : tensor<5xi32> to tensor<5xi8>
    dlc.yield %r : tensor<5xi8>
  }
  dlc.entry @to_i32 inputs ["x"] states [] results ["r"] attributes {
    check.inputs = [dense<[0, 1, 100, 127, 128, 200, 255, 255, 254]> : tensor<9xi8>],
    check.expect = [dense<[0, 1, 100, 127, 128, 200, 255, 255, 254]> : tensor<9xi32>]} {
  ^bb0(%x: tensor<9xi8>):
    %r = dlc.convert %x : tensor<9xi8> to tensor<9xi32>
    dlc.yield %r : tensor<9xi32>
  }
  dlc.entry @from_i64 inputs ["x"] states [] results ["r"] attributes {
    check.inputs = [dense<[0, 255, 256, -1, 4294967397]> : tensor<5xi64>],
    check.expect = [dense<[0, 255, 0, 255, 101]> : tensor<5xi8>]} {
  ^bb0(%x: tensor<5xi64>):
    %r = dlc.convert %x : tensor<5xi64> to tensor<5xi8>
    dlc.yield %r : tensor<5xi8>
  }
  dlc.entry @to_i64 inputs ["x"] states [] results ["r"] attributes {
    check.inputs = [dense<[0, 1, 100, 127, 128, 200, 255, 255, 254]> : tensor<9xi8>],
    check.expect = [dense<[0, 1, 100, 127, 128, 200, 255, 255, 254]> : tensor<9xi64>]} {
  ^bb0(%x: tensor<9xi8>):
    %r = dlc.convert %x : tensor<9xi8> to tensor<9xi64>
    dlc.yield %r : tensor<9xi64>
  }
  dlc.entry @from_i1 inputs ["x"] states [] results ["r"] attributes {
    check.inputs = [dense<[false, true]> : tensor<2xi1>],
    check.expect = [dense<[0, 1]> : tensor<2xi8>]} {
  ^bb0(%x: tensor<2xi1>):
    %r = dlc.convert %x : tensor<2xi1> to tensor<2xi8>
    dlc.yield %r : tensor<2xi8>
  }
  dlc.entry @to_i1 inputs ["x"] states [] results ["r"] attributes {
    check.inputs = [dense<[0, 1, 100, 127, 128, 200, 255, 255, 254]> : tensor<9xi8>],
    check.expect = [dense<[false, true, true, true, true, true, true, true, true]> : tensor<9xi1>]} {
  ^bb0(%x: tensor<9xi8>):
    %r = dlc.convert %x : tensor<9xi8> to tensor<9xi1>
    dlc.yield %r : tensor<9xi1>
  }
  dlc.entry @splat inputs [] states [] results ["r"] attributes {
    check.expect = [dense<[200, 200]> : tensor<2xi8>]} {
    %r = dlc.splat 200 : i8 -> tensor<2xi8>
    dlc.yield %r : tensor<2xi8>
  }
  dlc.entry @iota inputs [] states [] results ["r"] attributes {
    check.expect = [dense<[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131, 132, 133, 134, 135, 136, 137, 138, 139, 140, 141, 142, 143, 144, 145, 146, 147, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 181, 182, 183, 184, 185, 186, 187, 188, 189, 190, 191, 192, 193, 194, 195, 196, 197, 198, 199, 200, 201, 202, 203, 204, 205, 206, 207, 208, 209, 210, 211, 212, 213, 214, 215, 216, 217, 218, 219, 220, 221, 222, 223, 224, 225, 226, 227, 228, 229, 230, 231, 232, 233, 234, 235, 236, 237, 238, 239, 240, 241, 242, 243, 244, 245, 246, 247, 248, 249, 250, 251, 252, 253, 254, 255, 0, 1, 2, 3]> : tensor<260xi8>]} {
    %r = dlc.iota dim = 0 : tensor<260xi8>
    dlc.yield %r : tensor<260xi8>
  }
  dlc.entry @reduce_sum inputs ["x"] states [] results ["r"] attributes {
    check.inputs = [dense<[[228, 109, 105, 194, 225, 140, 15, 118, 33, 151, 140, 133, 38, 1, 10, 6, 125, 6, 102, 166, 75], [114, 85, 126, 114, 178, 51, 2, 76, 157, 9, 115, 200, 133, 116, 181, 235, 193, 43, 79, 62, 76], [47, 76, 149, 120, 18, 89, 13, 222, 92, 236, 105, 213, 6, 100, 48, 40, 154, 158, 133, 143, 191]]> : tensor<3x21xi8>],
    check.expect = [dense<[72, 41, 49]> : tensor<3xi8>]} {
  ^bb0(%x: tensor<3x21xi8>):
    %r = dlc.reduce_sum %x dims = [1] : tensor<3x21xi8>
    dlc.yield %r : tensor<3xi8>
  }
  dlc.entry @reduce_max inputs ["x"] states [] results ["r0", "r1"] attributes {
    check.inputs = [dense<[[228, 109, 105, 194, 225, 140, 15, 118, 33, 151, 140, 133, 38, 1, 10, 6, 125, 6, 102, 166, 75], [114, 85, 126, 114, 178, 51, 2, 76, 157, 9, 115, 200, 133, 116, 181, 235, 193, 43, 79, 62, 76], [47, 76, 149, 120, 18, 89, 13, 222, 92, 236, 105, 213, 6, 100, 48, 40, 154, 158, 133, 143, 191]]> : tensor<3x21xi8>],
    check.expect = [dense<[228, 235, 236]> : tensor<3xi8>, dense<[228, 109, 149, 194, 225, 140, 15, 222, 157, 236, 140, 213, 133, 116, 181, 235, 193, 158, 133, 166, 191]> : tensor<21xi8>]} {
  ^bb0(%x: tensor<3x21xi8>):
    %0 = dlc.reduce_max %x dims = [1] : tensor<3x21xi8>
    %1 = dlc.reduce_max %x dims = [0] : tensor<3x21xi8>
    dlc.yield %0, %1 : tensor<3xi8>, tensor<21xi8>
  }
  dlc.entry @argmax inputs ["x"] states [] results ["r0", "r1"] attributes {
    check.inputs = [dense<[[1, 200, 3], [7, 7, 7], [0, 0, 0]]> : tensor<3x3xi8>],
    check.expect = [dense<[1, 0, 0]> : tensor<3xi64>, dense<[200, 7, 0]> : tensor<3xi8>]} {
  ^bb0(%x: tensor<3x3xi8>):
    %i, %m = dlc.argmax %x dim = 1 : tensor<3x3xi8>
    dlc.yield %i, %m : tensor<3xi64>, tensor<3xi8>
  }
  dlc.entry @contract inputs ["x", "y"] states [] results ["r"] attributes {
    check.inputs = [dense<[[229, 37, 59, 113, 95, 96, 240, 208, 32, 62, 138, 140, 93, 64, 157, 90, 231], [150, 147, 133, 36, 83, 127, 228, 5, 92, 204, 154, 241, 83, 140, 230, 135, 180], [80, 157, 0, 215, 207, 74, 252, 131, 61, 67, 144, 112, 201, 84, 116, 229, 255]]> : tensor<3x17xi8>, dense<[[56, 62, 184, 48, 145, 117, 185, 9, 236, 190, 79, 230, 206, 161, 132, 144, 228], [71, 62, 23, 91, 110, 7, 253, 22, 98, 158, 246, 80, 155, 47, 239, 114, 11], [215, 78, 231, 30, 90, 34, 54, 81, 163, 71, 109, 59, 112, 165, 68, 181, 13], [101, 19, 107, 8, 96, 209, 197, 124, 100, 129, 253, 157, 133, 208, 230, 248, 168], [150, 30, 255, 19, 4, 148, 106, 74, 123, 195, 214, 60, 229, 250, 93, 169, 40]]> : tensor<5x17xi8>],
    check.expect = [dense<[[93, 246, 67, 220, 42], [179, 205, 56, 163, 107], [242, 87, 185, 5, 107]]> : tensor<3x5xi8>]} {
  ^bb0(%x: tensor<3x17xi8>, %y: tensor<5x17xi8>):
    %r = dlc.contract %x [0, 2], %y [1, 2] -> [0, 1] : tensor<3x17xi8>, tensor<5x17xi8>
    dlc.yield %r : tensor<3x5xi8>
  }
  dlc.entry @move inputs ["x"] states [] results ["r0", "r1", "r2", "r3"] attributes {
    check.inputs = [dense<[[0, 20, 40, 60], [80, 100, 120, 140], [160, 180, 200, 220]]> : tensor<3x4xi8>],
    check.expect = [dense<[[0, 80, 160], [20, 100, 180], [40, 120, 200], [60, 140, 220]]> : tensor<4x3xi8>, dense<[[60, 40, 20, 0], [140, 120, 100, 80], [220, 200, 180, 160]]> : tensor<3x4xi8>, dense<[[80, 120], [160, 200]]> : tensor<2x2xi8>, dense<[[255, 255, 255, 255], [0, 20, 40, 60], [80, 100, 120, 140], [160, 180, 200, 220], [255, 255, 255, 255]]> : tensor<5x4xi8>]} {
  ^bb0(%x: tensor<3x4xi8>):
    %0 = dlc.permute %x perm = [1, 0] : tensor<3x4xi8>
    %1 = dlc.reverse %x dims = [1] : tensor<3x4xi8>
    %2 = dlc.slice %x starts = [1, 0] sizes = [2, 2] strides = [1, 2] : tensor<3x4xi8>
    %3 = dlc.pad %x low = [1, 0] high = [1, 0] interior = [0, 0] value = 255.0 : tensor<3x4xi8>
    dlc.yield %0, %1, %2, %3 : tensor<4x3xi8>, tensor<3x4xi8>, tensor<2x2xi8>, tensor<5x4xi8>
  }
  dlc.entry @rows inputs ["x", "y"] states [] results ["r0", "r1"] attributes {
    check.ranges = [[0, 255], [1, 255]]} {
  ^bb0(%x: tensor<33x19xi8, #dlc.live<n, *>>, %y: tensor<33x19xi8, #dlc.live<n, *>>):
    %a = dlc.mul %x, %y : tensor<33x19xi8, #dlc.live<n, *>>
    %r = dlc.div %a, %y : tensor<33x19xi8, #dlc.live<n, *>>
    %s = dlc.reduce_sum %r dims = [0] : tensor<33x19xi8, #dlc.live<n, *>>
    dlc.yield %r, %s : tensor<33x19xi8, #dlc.live<n, *>>, tensor<19xi8>
  }
}
