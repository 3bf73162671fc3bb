// RUN: %dlc-opt %s | %dlc-opt | FileCheck %s
// RUN: %dlc-opt %s --canonicalize --cse | FileCheck %s --check-prefix=KEPT

// CHECK-LABEL: @effects
// KEPT-LABEL: @effects
func.func @effects(%x: tensor<8x3xf32, #dlc.live<n, *>>, %mask: tensor<4xi1>,
                   %i: tensor<3xi64>, %k: tensor<i64>) {
  // CHECK: dlc.print "", %{{.*}} : tensor<8x3xf32, #dlc.live<n, *>>
  // CHECK: dlc.print "a label", %{{.*}} : tensor<4xi1>
  // CHECK: dlc.print "a line"
  // CHECK: dlc.assert "why", %{{.*}} : tensor<4xi1>
  // CHECK: dlc.check_index "what", %{{.*}} in tensor<8xi64, #dlc.live<n>> : tensor<3xi64>
  // CHECK: dlc.check_index "what", %{{.*}} in tensor<8xi64> wraps reduced : tensor<i64>
  // Neither removed nor merged, though nothing uses them and two are equal.
  // KEPT-COUNT-4: dlc.print
  // KEPT: dlc.assert
  // KEPT-COUNT-2: dlc.check_index
  dlc.print "", %x : tensor<8x3xf32, #dlc.live<n, *>>
  dlc.print "a label", %mask : tensor<4xi1>
  dlc.print "a label", %mask : tensor<4xi1>
  dlc.print "a line"
  dlc.assert "why", %mask : tensor<4xi1>
  dlc.check_index "what", %i in tensor<8xi64, #dlc.live<n>> : tensor<3xi64>
  dlc.check_index "what", %k in tensor<8xi64> wraps reduced : tensor<i64>
  return
}
