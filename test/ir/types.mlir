// RUN: %dlc-opt %s | %dlc-opt | FileCheck %s

// CHECK: @live(tensor<8x2xf32, #dlc.live<n, *>>, tensor<17xf32, #dlc.live<2 * n + 1>>,
// CHECK-SAME: tensor<9xf32, #dlc.live<n + 1>>, tensor<8xf32, #dlc.live<"max tokens">>, tensor<2x2xf32, #dlc.live<*, *>>)
func.func private @live(tensor<8x2xf32, #dlc.live<n, *>>, tensor<17xf32, #dlc.live<2*n+1>>,
                        tensor<9xf32, #dlc.live<n + 1>>, tensor<8xf32, #dlc.live<"max tokens">>,
                        tensor<2x2xf32, #dlc.live<*, *>>)
