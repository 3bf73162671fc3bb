// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/tile.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(tile) {
  entry("plain", {f64({2, 3})}, [](Tensor x) { return tile(x, {2, 1}); });
  entry("fewer", {f64({2, 3})}, [](Tensor x) { return x.tile({2}); });
  entry("more", {f64({3})}, [](Tensor x) { return x.tile({2, 1, 2}); });
  entry("second", {f64({2})}, [](Tensor x) { return grad(square(x.tile({2})).sum(), x); });
}
