// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/searchsorted.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(searchsorted_test) {
  entry("left", {i64({5}), i64({2, 3})}, [](Tensor s, Tensor v) { return searchsorted(s, v); });
  entry("right", {i64({5}), i64({2, 3})},
        [](Tensor s, Tensor v) { return searchsorted(s, v, /*right=*/true); });
}
