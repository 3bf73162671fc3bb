// RUN: dlc --emit=trace %s -o - | FileCheck %s
// An entry takes up to twelve inputs.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(inputs) {
  InputSpec x = f32({2});
  // CHECK: dlc.entry @nine
  // CHECK-COUNT-8: dlc.add
  entry("nine", {x, x, x, x, x, x, x, x, x},
        [](Tensor a, Tensor b, Tensor c, Tensor d, Tensor e, Tensor f, Tensor g, Tensor h,
           Tensor i) { return a + b + c + d + e + f + g + h + i; });
  // CHECK: dlc.entry @twelve
  // CHECK-COUNT-11: dlc.sub
  entry("twelve", {x, x, x, x, x, x, x, x, x, x, x, x},
        [](Tensor a, Tensor b, Tensor c, Tensor d, Tensor e, Tensor f, Tensor g, Tensor h, Tensor i,
           Tensor j, Tensor k, Tensor l) { return a - b - c - d - e - f - g - h - i - j - k - l; });
}
