// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/randint_like.cases -
// Every result is a property that must hold.
// No gradient: random numbers are constants.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_randint_like) {
  Dim n = dim("n", 5);
  entry("all", {i32({n, 400})}, [](Tensor x) {
    Tensor y = randint_like(x, 6), z = randint_like(x, 2, 4);
    return results({{"dtype", full({}, y.dtype() == i32 && z.shape() == x.shape())},
                    {"from_0", all((y >= 0) & (y < 6))},
                    {"from_low", all((z == 2) | (z == 3))}});
  });
}
