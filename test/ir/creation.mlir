// RUN: %dlc-opt %s | %dlc-opt | FileCheck %s

// CHECK-LABEL: dlc.program @creation
dlc.program @creation dims {n = 8 : i64} {
  // CHECK: dlc.setting @lr = 1.000000e-03 : f32
  dlc.setting @lr = 1.0e-3 : f32
  // CHECK: dlc.setting @steps = 7 : i64
  dlc.setting @steps = 7 : i64
  dlc.entry @all inputs ["seed", "call"] states [] results [] {
  ^bb0(%seed: tensor<i64>, %call: tensor<i64>):
    // CHECK: dlc.splat 2.500000e-01 : f32 -> tensor<8x3xf32, #dlc.live<n, *>>
    %0 = dlc.splat 0.25 : f32 -> tensor<8x3xf32, #dlc.live<n, *>>
    // CHECK: dlc.splat 3 : i32 -> tensor<i32>
    %1 = dlc.splat 3 : i32 -> tensor<i32>
    // CHECK: dlc.splat true -> tensor<2xi1>
    %2 = dlc.splat true -> tensor<2xi1>
    // CHECK: dlc.iota dim = 1 : tensor<2x3xi64>
    %3 = dlc.iota dim = 1 : tensor<2x3xi64>
    // CHECK: dlc.extent "n"
    %4 = dlc.extent "n"
    // CHECK: dlc.setting_value @lr : tensor<f32>
    %5 = dlc.setting_value @lr : tensor<f32>
    // CHECK: dlc.setting_value @steps : tensor<i64>
    %6 = dlc.setting_value @steps : tensor<i64>
    // CHECK: dlc.random %{{.*}}, %{{.*}} id = 7 : tensor<8x3xf32, #dlc.live<n, *>>
    %7 = dlc.random %seed, %call id = 7 : tensor<8x3xf32, #dlc.live<n, *>>
    // CHECK: dlc.random %{{.*}}, %{{.*}} id = 8 : tensor<3xi64>
    %8 = dlc.random %seed, %call id = 8 : tensor<3xi64>
    // CHECK: dlc.constant dense<{{.*}}1.000000e+00, 2.500000e+00]> : tensor<2xf32>
    %9 = dlc.constant dense<[1.0, 2.5]> : tensor<2xf32>
    dlc.yield
  }
}
