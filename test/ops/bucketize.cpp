// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/bucketize.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(bucketize_test) {
  entry("plain", {f64({3, 4}), f64({3})}, [](Tensor v, Tensor s) { return bucketize(v, s); });
}
