// RUN: dlc-check %s
// Numbers by hand: one side or the other, NaN included.
dlc.program @select dims {n = 33 : i64} {
  dlc.entry @f32 inputs ["m", "a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[true, false, true, false]> : tensor<4xi1>, dense<[1.5, 0x7FC00000, 3.0, 0x7F800000]> : tensor<4xf32>, dense<[-1.0, -2.0, 0x7FC00000, -4.0]> : tensor<4xf32>],
    check.expect = [dense<[1.5, -2.0, 3.0, -4.0]> : tensor<4xf32>]} {
  ^bb0(%m: tensor<4xi1>, %a: tensor<4xf32>, %b: tensor<4xf32>):
    %y = dlc.select %m, %a, %b : tensor<4xi1>, tensor<4xf32>
    dlc.yield %y : tensor<4xf32>
  }
  dlc.entry @f64 inputs ["m", "a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[true, false, true, false]> : tensor<4xi1>, dense<[1.5, 0x7FF8000000000000, 3.0, 0x7FF0000000000000]> : tensor<4xf64>, dense<[-1.0, -2.0, 0x7FF8000000000000, -4.0]> : tensor<4xf64>],
    check.expect = [dense<[1.5, -2.0, 3.0, -4.0]> : tensor<4xf64>]} {
  ^bb0(%m: tensor<4xi1>, %a: tensor<4xf64>, %b: tensor<4xf64>):
    %y = dlc.select %m, %a, %b : tensor<4xi1>, tensor<4xf64>
    dlc.yield %y : tensor<4xf64>
  }
  dlc.entry @i32 inputs ["m", "a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[true, false, true, false]> : tensor<4xi1>, dense<[1, 2, 3, 4]> : tensor<4xi32>, dense<[-1, -2, -3, -4]> : tensor<4xi32>],
    check.expect = [dense<[1, -2, 3, -4]> : tensor<4xi32>]} {
  ^bb0(%m: tensor<4xi1>, %a: tensor<4xi32>, %b: tensor<4xi32>):
    %y = dlc.select %m, %a, %b : tensor<4xi1>, tensor<4xi32>
    dlc.yield %y : tensor<4xi32>
  }
  dlc.entry @i64 inputs ["m", "a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[true, false, true, false]> : tensor<4xi1>, dense<[1, 2, 3, 4]> : tensor<4xi64>, dense<[-1, -2, -3, -4]> : tensor<4xi64>],
    check.expect = [dense<[1, -2, 3, -4]> : tensor<4xi64>]} {
  ^bb0(%m: tensor<4xi1>, %a: tensor<4xi64>, %b: tensor<4xi64>):
    %y = dlc.select %m, %a, %b : tensor<4xi1>, tensor<4xi64>
    dlc.yield %y : tensor<4xi64>
  }
  dlc.entry @i1 inputs ["m", "a", "b"] states [] results ["y"] attributes {
    check.inputs = [dense<[true, false, true, false]> : tensor<4xi1>, dense<[true, false, true, true]> : tensor<4xi1>, dense<[false, true, false, false]> : tensor<4xi1>],
    check.expect = [dense<[true, true, true, false]> : tensor<4xi1>]} {
  ^bb0(%m: tensor<4xi1>, %a: tensor<4xi1>, %b: tensor<4xi1>):
    %y = dlc.select %m, %a, %b : tensor<4xi1>, tensor<4xi1>
    dlc.yield %y : tensor<4xi1>
  }
  dlc.entry @rows inputs ["m", "a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%m: tensor<33x7xi1, #dlc.live<n, *>>, %a: tensor<33x7xf32, #dlc.live<n, *>>, %b: tensor<33x7xf32, #dlc.live<n, *>>):
    %y = dlc.select %m, %a, %b : tensor<33x7xi1, #dlc.live<n, *>>, tensor<33x7xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf32, #dlc.live<n, *>>
  }
  // A mask that is live everywhere may choose among live rows.
  dlc.entry @whole_mask inputs ["m", "a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%m: tensor<33x7xi1>, %a: tensor<33x7xf64, #dlc.live<n, *>>, %b: tensor<33x7xf64, #dlc.live<n, *>>):
    %y = dlc.select %m, %a, %b : tensor<33x7xi1>, tensor<33x7xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf64, #dlc.live<n, *>>
  }
  dlc.entry @scalar inputs ["m", "a", "b"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%m: tensor<i1>, %a: tensor<f64>, %b: tensor<f64>):
    %y = dlc.select %m, %a, %b : tensor<i1>, tensor<f64>
    dlc.yield %y : tensor<f64>
  }
  // No gradient leaks from the side that was not taken, NaN there or not.
  dlc.entry @not_taken inputs ["m", "a", "b"] states [] results ["g"] attributes {
    check.inputs = [dense<[true, true, false]> : tensor<3xi1>, dense<[1.0, 2.0, 3.0]> : tensor<3xf64>, dense<[-1.0, 0.0, 1.0]> : tensor<3xf64>],
    check.expect = [dense<[1.0, 1.0, 0.0]> : tensor<3xf64>]} {
  ^bb0(%m: tensor<3xi1>, %a: tensor<3xf64>, %b: tensor<3xf64>):
    %l = dlc.log %b : tensor<3xf64>
    %y = dlc.select %m, %a, %l : tensor<3xi1>, tensor<3xf64>
    %s = dlc.reduce_sum %y dims = [0] : tensor<3xf64>
    %g = dlc.backward %s wrt(%a) : tensor<f64> wrt(tensor<3xf64>)
    dlc.yield %g : tensor<3xf64>
  }
}
