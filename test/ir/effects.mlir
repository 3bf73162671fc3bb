// RUN: %dlc-opt %s | %dlc-opt | FileCheck %s
// RUN: %dlc-opt %s --canonicalize --cse | FileCheck %s --check-prefix=KEPT

// CHECK-LABEL: @effects
// KEPT-LABEL: @effects
func.func @effects(%x: tensor<8x3xf32, #dlc.live<n, *>>, %mask: tensor<4xi1>) {
  // CHECK: dlc.print "", %{{.*}} : tensor<8x3xf32, #dlc.live<n, *>>
  // CHECK: dlc.print "a label", %{{.*}} : tensor<4xi1>
  // CHECK: dlc.print "a line"
  // CHECK: dlc.assert "why", %{{.*}} : tensor<4xi1>
  // Neither removed nor merged, though nothing uses them and two are equal.
  // KEPT-COUNT-4: dlc.print
  // KEPT: dlc.assert
  dlc.print "", %x : tensor<8x3xf32, #dlc.live<n, *>>
  dlc.print "a label", %mask : tensor<4xi1>
  dlc.print "a label", %mask : tensor<4xi1>
  dlc.print "a line"
  dlc.assert "why", %mask : tensor<4xi1>
  return
}
