// RUN: dlc-check %s
// Every pair of element types. Float to integer truncates, a narrower integer wraps, anything to bool is
// `!= 0` (NaN included), true is 1. Numbers by Python.
dlc.program @convert dims {n = 33 : i64} {
  dlc.entry @f32_to_f32 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 1.75, -1.75, 2.5, -0.5, 1.0e+05, 0x7FC00000]> : tensor<7xf32>],
    check.expect = [dense<[0.0, 1.75, -1.75, 2.5, -0.5, 1.0e+05, 0x7FC00000]> : tensor<7xf32>]} {
  ^bb0(%x: tensor<7xf32>):
    %y = dlc.convert %x : tensor<7xf32> to tensor<7xf32>
    dlc.yield %y : tensor<7xf32>
  }
  dlc.entry @f32_to_f64 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 1.75, -1.75, 2.5, -0.5, 1.0e+05, 0x7FC00000]> : tensor<7xf32>],
    check.expect = [dense<[0.0, 1.75, -1.75, 2.5, -0.5, 100000.0, 0x7FF8000000000000]> : tensor<7xf64>]} {
  ^bb0(%x: tensor<7xf32>):
    %y = dlc.convert %x : tensor<7xf32> to tensor<7xf64>
    dlc.yield %y : tensor<7xf64>
  }
  dlc.entry @f32_to_i32 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 1.75, -1.75, 2.5, -0.5, 1.0e+05]> : tensor<6xf32>],
    check.expect = [dense<[0, 1, -1, 2, 0, 100000]> : tensor<6xi32>]} {
  ^bb0(%x: tensor<6xf32>):
    %y = dlc.convert %x : tensor<6xf32> to tensor<6xi32>
    dlc.yield %y : tensor<6xi32>
  }
  dlc.entry @f32_to_i64 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 1.75, -1.75, 2.5, -0.5, 1.0e+05]> : tensor<6xf32>],
    check.expect = [dense<[0, 1, -1, 2, 0, 100000]> : tensor<6xi64>]} {
  ^bb0(%x: tensor<6xf32>):
    %y = dlc.convert %x : tensor<6xf32> to tensor<6xi64>
    dlc.yield %y : tensor<6xi64>
  }
  dlc.entry @f32_to_i1 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 1.75, -1.75, 2.5, -0.5, 1.0e+05, 0x7FC00000]> : tensor<7xf32>],
    check.expect = [dense<[false, true, true, true, true, true, true]> : tensor<7xi1>]} {
  ^bb0(%x: tensor<7xf32>):
    %y = dlc.convert %x : tensor<7xf32> to tensor<7xi1>
    dlc.yield %y : tensor<7xi1>
  }
  dlc.entry @f64_to_f32 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 1.75, -1.75, 2.5, -0.5, 100000.0, 1.0e-300]> : tensor<7xf64>],
    check.expect = [dense<[0.0, 1.75, -1.75, 2.5, -0.5, 1.0e+05, 0.0]> : tensor<7xf32>]} {
  ^bb0(%x: tensor<7xf64>):
    %y = dlc.convert %x : tensor<7xf64> to tensor<7xf32>
    dlc.yield %y : tensor<7xf32>
  }
  dlc.entry @f64_to_f64 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 1.75, -1.75, 2.5, -0.5, 100000.0, 1.0e-300]> : tensor<7xf64>],
    check.expect = [dense<[0.0, 1.75, -1.75, 2.5, -0.5, 100000.0, 1.0e-300]> : tensor<7xf64>]} {
  ^bb0(%x: tensor<7xf64>):
    %y = dlc.convert %x : tensor<7xf64> to tensor<7xf64>
    dlc.yield %y : tensor<7xf64>
  }
  dlc.entry @f64_to_i32 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 1.75, -1.75, 2.5, -0.5, 100000.0, 1.0e-300]> : tensor<7xf64>],
    check.expect = [dense<[0, 1, -1, 2, 0, 100000, 0]> : tensor<7xi32>]} {
  ^bb0(%x: tensor<7xf64>):
    %y = dlc.convert %x : tensor<7xf64> to tensor<7xi32>
    dlc.yield %y : tensor<7xi32>
  }
  dlc.entry @f64_to_i64 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 1.75, -1.75, 2.5, -0.5, 100000.0, 1.0e-300]> : tensor<7xf64>],
    check.expect = [dense<[0, 1, -1, 2, 0, 100000, 0]> : tensor<7xi64>]} {
  ^bb0(%x: tensor<7xf64>):
    %y = dlc.convert %x : tensor<7xf64> to tensor<7xi64>
    dlc.yield %y : tensor<7xi64>
  }
  dlc.entry @f64_to_i1 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 1.75, -1.75, 2.5, -0.5, 100000.0, 1.0e-300]> : tensor<7xf64>],
    check.expect = [dense<[false, true, true, true, true, true, true]> : tensor<7xi1>]} {
  ^bb0(%x: tensor<7xf64>):
    %y = dlc.convert %x : tensor<7xf64> to tensor<7xi1>
    dlc.yield %y : tensor<7xi1>
  }
  dlc.entry @i32_to_f32 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0, 1, -1, 16777217, -2147483648, 2147483647]> : tensor<6xi32>],
    check.expect = [dense<[0.0, 1.0, -1.0, 16777216.0, -2.1474836e+09, 2.1474836e+09]> : tensor<6xf32>]} {
  ^bb0(%x: tensor<6xi32>):
    %y = dlc.convert %x : tensor<6xi32> to tensor<6xf32>
    dlc.yield %y : tensor<6xf32>
  }
  dlc.entry @i32_to_f64 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0, 1, -1, 16777217, -2147483648, 2147483647]> : tensor<6xi32>],
    check.expect = [dense<[0.0, 1.0, -1.0, 16777217.0, -2147483648.0, 2147483647.0]> : tensor<6xf64>]} {
  ^bb0(%x: tensor<6xi32>):
    %y = dlc.convert %x : tensor<6xi32> to tensor<6xf64>
    dlc.yield %y : tensor<6xf64>
  }
  dlc.entry @i32_to_i32 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0, 1, -1, 16777217, -2147483648, 2147483647]> : tensor<6xi32>],
    check.expect = [dense<[0, 1, -1, 16777217, -2147483648, 2147483647]> : tensor<6xi32>]} {
  ^bb0(%x: tensor<6xi32>):
    %y = dlc.convert %x : tensor<6xi32> to tensor<6xi32>
    dlc.yield %y : tensor<6xi32>
  }
  dlc.entry @i32_to_i64 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0, 1, -1, 16777217, -2147483648, 2147483647]> : tensor<6xi32>],
    check.expect = [dense<[0, 1, -1, 16777217, -2147483648, 2147483647]> : tensor<6xi64>]} {
  ^bb0(%x: tensor<6xi32>):
    %y = dlc.convert %x : tensor<6xi32> to tensor<6xi64>
    dlc.yield %y : tensor<6xi64>
  }
  dlc.entry @i32_to_i1 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0, 1, -1, 16777217, -2147483648, 2147483647]> : tensor<6xi32>],
    check.expect = [dense<[false, true, true, true, true, true]> : tensor<6xi1>]} {
  ^bb0(%x: tensor<6xi32>):
    %y = dlc.convert %x : tensor<6xi32> to tensor<6xi1>
    dlc.yield %y : tensor<6xi1>
  }
  dlc.entry @i64_to_f32 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0, 1, -1, 16777217, 4294967297, -4294967295]> : tensor<6xi64>],
    check.expect = [dense<[0.0, 1.0, -1.0, 16777216.0, 4.2949673e+09, -4.2949673e+09]> : tensor<6xf32>]} {
  ^bb0(%x: tensor<6xi64>):
    %y = dlc.convert %x : tensor<6xi64> to tensor<6xf32>
    dlc.yield %y : tensor<6xf32>
  }
  dlc.entry @i64_to_f64 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0, 1, -1, 16777217, 4294967297, -4294967295]> : tensor<6xi64>],
    check.expect = [dense<[0.0, 1.0, -1.0, 16777217.0, 4294967297.0, -4294967295.0]> : tensor<6xf64>]} {
  ^bb0(%x: tensor<6xi64>):
    %y = dlc.convert %x : tensor<6xi64> to tensor<6xf64>
    dlc.yield %y : tensor<6xf64>
  }
  dlc.entry @i64_to_i32 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0, 1, -1, 16777217, 4294967297, -4294967295]> : tensor<6xi64>],
    check.expect = [dense<[0, 1, -1, 16777217, 1, 1]> : tensor<6xi32>]} {
  ^bb0(%x: tensor<6xi64>):
    %y = dlc.convert %x : tensor<6xi64> to tensor<6xi32>
    dlc.yield %y : tensor<6xi32>
  }
  dlc.entry @i64_to_i64 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0, 1, -1, 16777217, 4294967297, -4294967295]> : tensor<6xi64>],
    check.expect = [dense<[0, 1, -1, 16777217, 4294967297, -4294967295]> : tensor<6xi64>]} {
  ^bb0(%x: tensor<6xi64>):
    %y = dlc.convert %x : tensor<6xi64> to tensor<6xi64>
    dlc.yield %y : tensor<6xi64>
  }
  dlc.entry @i64_to_i1 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0, 1, -1, 16777217, 4294967297, -4294967295]> : tensor<6xi64>],
    check.expect = [dense<[false, true, true, true, true, true]> : tensor<6xi1>]} {
  ^bb0(%x: tensor<6xi64>):
    %y = dlc.convert %x : tensor<6xi64> to tensor<6xi1>
    dlc.yield %y : tensor<6xi1>
  }
  dlc.entry @i1_to_f32 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[false, true]> : tensor<2xi1>],
    check.expect = [dense<[0.0, 1.0]> : tensor<2xf32>]} {
  ^bb0(%x: tensor<2xi1>):
    %y = dlc.convert %x : tensor<2xi1> to tensor<2xf32>
    dlc.yield %y : tensor<2xf32>
  }
  dlc.entry @i1_to_f64 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[false, true]> : tensor<2xi1>],
    check.expect = [dense<[0.0, 1.0]> : tensor<2xf64>]} {
  ^bb0(%x: tensor<2xi1>):
    %y = dlc.convert %x : tensor<2xi1> to tensor<2xf64>
    dlc.yield %y : tensor<2xf64>
  }
  dlc.entry @i1_to_i32 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[false, true]> : tensor<2xi1>],
    check.expect = [dense<[0, 1]> : tensor<2xi32>]} {
  ^bb0(%x: tensor<2xi1>):
    %y = dlc.convert %x : tensor<2xi1> to tensor<2xi32>
    dlc.yield %y : tensor<2xi32>
  }
  dlc.entry @i1_to_i64 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[false, true]> : tensor<2xi1>],
    check.expect = [dense<[0, 1]> : tensor<2xi64>]} {
  ^bb0(%x: tensor<2xi1>):
    %y = dlc.convert %x : tensor<2xi1> to tensor<2xi64>
    dlc.yield %y : tensor<2xi64>
  }
  dlc.entry @i1_to_i1 inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[false, true]> : tensor<2xi1>],
    check.expect = [dense<[false, true]> : tensor<2xi1>]} {
  ^bb0(%x: tensor<2xi1>):
    %y = dlc.convert %x : tensor<2xi1> to tensor<2xi1>
    dlc.yield %y : tensor<2xi1>
  }
  dlc.entry @rows_f32 inputs ["x"] states [] results ["z"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x7xf32, #dlc.live<n, *>>):
    %y = dlc.convert %x : tensor<33x7xf32, #dlc.live<n, *>> to tensor<33x7xf64, #dlc.live<n, *>>
    %z = dlc.mul %y, %y : tensor<33x7xf64, #dlc.live<n, *>>
    dlc.yield %z : tensor<33x7xf64, #dlc.live<n, *>>
  }
  dlc.entry @rows_f64 inputs ["x"] states [] results ["z"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x7xf64, #dlc.live<n, *>>):
    %y = dlc.convert %x : tensor<33x7xf64, #dlc.live<n, *>> to tensor<33x7xf32, #dlc.live<n, *>>
    %z = dlc.mul %y, %y : tensor<33x7xf32, #dlc.live<n, *>>
    dlc.yield %z : tensor<33x7xf32, #dlc.live<n, *>>
  }
  dlc.entry @rows_i64 inputs ["x"] states [] results ["y"] {
  ^bb0(%x: tensor<33x7xi64, #dlc.live<n, *>>):
    %y = dlc.convert %x : tensor<33x7xi64, #dlc.live<n, *>> to tensor<33x7xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf32, #dlc.live<n, *>>
  }
}
