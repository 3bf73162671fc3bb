// RUN: %dlc-opt %s | %dlc-opt | FileCheck %s

// CHECK: dlc.program @empty dims {} {
dlc.program @empty dims {} {
}

// CHECK: dlc.program @linear dims {batch = 16 : i64, n = 8 : i64} attributes {note = "kept"} {
dlc.program @linear dims {batch = 16 : i64, n = 8 : i64} attributes {note = "kept"} {
  // CHECK: dlc.setting @lr = 1.000000e-01 : f32
  dlc.setting @lr = 0.1 : f32
  // CHECK: dlc.state @fc.weight : tensor<4x3xf32> {role = "param"}
  dlc.state @fc.weight : tensor<4x3xf32> {role = "param"}
  // CHECK: dlc.state @dlc.adam.step : tensor<i64> {role = "optimizer"}
  dlc.state @dlc.adam.step : tensor<i64> {role = "optimizer"}
  // CHECK: dlc.entry @f inputs ["x"] states [@fc.weight] results ["y"] {
  dlc.entry @f inputs ["x"] states [@fc.weight] results ["y"] {
  // CHECK: ^bb0([[X:%.*]]: tensor<8x3xf32, #dlc.live<n, *>>, [[W:%.*]]: tensor<4x3xf32>):
  ^bb0(%x: tensor<8x3xf32, #dlc.live<n, *>>, %w: tensor<4x3xf32>):
    // CHECK: dlc.yield [[X]], [[W]] : tensor<8x3xf32, #dlc.live<n, *>>, tensor<4x3xf32>
    dlc.yield %x, %w : tensor<8x3xf32, #dlc.live<n, *>>, tensor<4x3xf32>
  }
  // A yield of nothing may stay unwritten.
  // CHECK: dlc.entry @nothing inputs [] states [] results [] attributes {user = "kept"} {
  dlc.entry @nothing inputs [] states [] results [] attributes {user = "kept"} {
  }
}
