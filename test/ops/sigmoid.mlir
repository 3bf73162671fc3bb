// RUN: dlc-check %s
// Expected numbers by Python (math, in f64, rounded to f32 where the op computes in f32).
dlc.program @sigmoid dims {n = 33 : i64} {
  // Edges first.
  dlc.entry @singles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 0x7F800000, 0xFF800000, 0x7FC00000, 0.5, -0.5, 1.0, -1.0, 3.0, -9.0, 20.0, -20.0, -80.0, 0.0001]> : tensor<14xf32>],
    check.expect = [dense<[0.5, 1.0, 0.0, 0x7FC00000, 0.62245935, 0.37754068, 0.7310586, 0.26894143, 0.95257413, 0.00012339458, 1.0, 2.0611537e-09, 1.8048513e-35, 0.50002497]> : tensor<14xf32>]} {
  ^bb0(%x: tensor<14xf32>):
    %y = dlc.sigmoid %x : tensor<14xf32>
    dlc.yield %y : tensor<14xf32>
  }
  dlc.entry @doubles inputs ["x"] states [] results ["y"] attributes {
    check.inputs = [dense<[0.0, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.5, -0.5, 1.0, -1.0, 3.0, -9.0, 20.0, -20.0, -80.0, 0.0001]> : tensor<14xf64>],
    check.expect = [dense<[0.5, 1.0, 0.0, 0x7FF8000000000000, 0.6224593312018546, 0.37754066879814546, 0.7310585786300049, 0.2689414213699951, 0.9525741268224334, 0.00012339457598623172, 0.9999999979388463, 2.0611536181902033e-09, 1.8048513878454153e-35, 0.5000249999999792]> : tensor<14xf64>]} {
  ^bb0(%x: tensor<14xf64>):
    %y = dlc.sigmoid %x : tensor<14xf64>
    dlc.yield %y : tensor<14xf64>
  }
  dlc.entry @rows inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-3.0, 3.0]], check.gradient} {
  ^bb0(%x: tensor<33x7xf32, #dlc.live<n, *>>):
    %y = dlc.sigmoid %x : tensor<33x7xf32, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x7xf32, #dlc.live<n, *>>
  }
  dlc.entry @wide inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-3.0, 3.0]], check.gradient} {
  ^bb0(%x: tensor<33x17xf64, #dlc.live<n, *>>):
    %y = dlc.sigmoid %x : tensor<33x17xf64, #dlc.live<n, *>>
    dlc.yield %y : tensor<33x17xf64, #dlc.live<n, *>>
  }
  dlc.entry @one inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-3.0, 3.0]], check.gradient} {
  ^bb0(%x: tensor<1xf64>):
    %y = dlc.sigmoid %x : tensor<1xf64>
    dlc.yield %y : tensor<1xf64>
  }
  dlc.entry @scalar inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-3.0, 3.0]], check.gradient} {
  ^bb0(%x: tensor<f64>):
    %y = dlc.sigmoid %x : tensor<f64>
    dlc.yield %y : tensor<f64>
  }
  dlc.entry @thin inputs ["x"] states [] results ["y"] attributes {check.ranges = [[-3.0, 3.0]], check.gradient} {
  ^bb0(%x: tensor<7x1x3xf32>):
    %y = dlc.sigmoid %x : tensor<7x1x3xf32>
    dlc.yield %y : tensor<7x1x3xf32>
  }
  // At 0, where exp(-|x|) has no gradient of its own, and far from it.
  dlc.entry @slopes inputs ["x"] states [] results ["g", "h"] attributes {
    check.inputs = [dense<[0.0, -0.0, -40.0, 0x7FF0000000000000, 0xFFF0000000000000]> : tensor<5xf64>],
    check.expect = [dense<[0.25, 0.25, 4.248354255291589e-18, 0.0, 0.0]> : tensor<5xf64>, dense<[0.0, 0.0, 4.248354255291589e-18, 0.0, 0.0]> : tensor<5xf64>]} {
  ^bb0(%x: tensor<5xf64>):
    %y = dlc.sigmoid %x : tensor<5xf64>
    %s = dlc.reduce_sum %y dims = [0] : tensor<5xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<5xf64>)
    %t = dlc.reduce_sum %g dims = [0] : tensor<5xf64>
    %h = dlc.backward %t wrt(%x) : tensor<f64> wrt(tensor<5xf64>)
    dlc.yield %g, %h : tensor<5xf64>, tensor<5xf64>
  }
  // The gradient's own gradient.
  dlc.entry @second inputs ["x"] states [] results ["g"] attributes {check.ranges = [[-3.0, 3.0]], check.gradient} {
  ^bb0(%x: tensor<17xf64>):
    %y = dlc.sigmoid %x : tensor<17xf64>
    %p = dlc.mul %y, %y : tensor<17xf64>
    %s = dlc.reduce_sum %p dims = [0] : tensor<17xf64>
    %g = dlc.backward %s wrt(%x) : tensor<f64> wrt(tensor<17xf64>)
    dlc.yield %g : tensor<17xf64>
  }
}
