// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/randn_like.cases -
// Every result is a property that must hold.
// No gradient: random numbers are constants.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_randn_like) {
  Dim n = dim("n", 5);
  entry("all", {f64({n, 4})}, [](Tensor x) {
    Tensor y = randn_like(x), z = randn_like(x, f32);
    return results(
        {{"dtype", full({}, y.dtype() == f64 && z.dtype() == f32 && y.shape() == x.shape())},
         {"drawn", (y == z).sum() < 4}});
  });
}
