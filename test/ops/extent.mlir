// RUN: dlc-check %s
// The run-time value of a dimension, whatever the order in which the program names them.
dlc.program @extent dims {m = 8 : i64, n = 33 : i64} {
  dlc.entry @n1 inputs [] states [] results ["y", "m"] attributes {check.dims = [4, 1], check.expect = [dense<1> : tensor<i64>, dense<4> : tensor<i64>]} {
    %y = dlc.extent "n"
    %m = dlc.extent "m"
    dlc.yield %y, %m : tensor<i64>, tensor<i64>
  }
  dlc.entry @n7 inputs [] states [] results ["y", "m"] attributes {check.dims = [4, 7], check.expect = [dense<7> : tensor<i64>, dense<4> : tensor<i64>]} {
    %y = dlc.extent "n"
    %m = dlc.extent "m"
    dlc.yield %y, %m : tensor<i64>, tensor<i64>
  }
  dlc.entry @n33 inputs [] states [] results ["y", "m"] attributes {check.dims = [4, 33], check.expect = [dense<33> : tensor<i64>, dense<4> : tensor<i64>]} {
    %y = dlc.extent "n"
    %m = dlc.extent "m"
    dlc.yield %y, %m : tensor<i64>, tensor<i64>
  }
  // A mean over what is live.
  dlc.entry @mean inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33xf32, #dlc.live<n>>):
    %s = dlc.reduce_sum %x dims = [0] : tensor<33xf32, #dlc.live<n>>
    %n = dlc.extent "n"
    %f = dlc.convert %n : tensor<i64> to tensor<f32>
    %y = dlc.div %s, %f : tensor<f32>
    dlc.yield %y : tensor<f32>
  }
  dlc.entry @mean_of_three inputs ["x"] states [] results ["y"] attributes {
    check.dims = [1, 3], check.inputs = [dense<[1.0, 2.0, 6.0]> : tensor<3xf32>], check.expect = [dense<3.0> : tensor<f32>]} {
  ^bb0(%x: tensor<33xf32, #dlc.live<n>>):
    %s = dlc.reduce_sum %x dims = [0] : tensor<33xf32, #dlc.live<n>>
    %n = dlc.extent "n"
    %f = dlc.convert %n : tensor<i64> to tensor<f32>
    %y = dlc.div %s, %f : tensor<f32>
    dlc.yield %y : tensor<f32>
  }
}
