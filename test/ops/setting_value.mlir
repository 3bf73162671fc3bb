// RUN: dlc-check %s
// A setting has the value that the program gives it until somebody says otherwise. This file also has dlc.setting.
dlc.program @setting_value dims {n = 33 : i64} {
  dlc.setting @lr = 0.125 : f32
  dlc.setting @decay = -1.5 : f64
  dlc.setting @steps = -7 : i64
  dlc.setting @warmup = 3 : i32
  dlc.entry @values inputs [] states [] results ["a", "b", "c", "d"] attributes {
    check.expect = [dense<0.125> : tensor<f32>, dense<-1.5> : tensor<f64>, dense<-7> : tensor<i64>, dense<3> : tensor<i32>]} {
    %a = dlc.setting_value @lr : tensor<f32>
    %b = dlc.setting_value @decay : tensor<f64>
    %c = dlc.setting_value @steps : tensor<i64>
    %d = dlc.setting_value @warmup : tensor<i32>
    dlc.yield %a, %b, %c, %d : tensor<f32>, tensor<f64>, tensor<i64>, tensor<i32>
  }
  dlc.entry @scaled inputs ["x"] states [] results ["y"] attributes {check.gradient} {
  ^bb0(%x: tensor<33x3xf32, #dlc.live<n, *>>):
    %lr = dlc.setting_value @lr : tensor<f32>
    %b = dlc.broadcast %lr dims = [0, 1] : tensor<f32> to tensor<33x3xf32, #dlc.live<n, *>>
    %y = dlc.mul %x, %b : tensor<33x3xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x3xf32, #dlc.live<n, *>>
  }
}
