// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/all.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(all) {
  Dim n = dim("n", 5);
  entry("everything", {boolean({2, 3})}, [](Tensor x) { return all(x); });
  entry("rows", {boolean({4, 2})}, [](Tensor x) { return x.all(1); });
  entry("kept", {f32({4, 2})}, [](Tensor x) { return all(x, 1, /*keepdim=*/true); });
  entry("ints", {i64({4, 2})}, [](Tensor x) { return all(x, -1); });
  entry("not_a_number", {f64({2})}, [](Tensor x) { return all(x); });
  entry("nothing", {boolean({0, 3})}, [](Tensor x) { return all(x, 0); });
  entry("live", {boolean({n, 3})}, [](Tensor x) { return all(x, 0); });
}
