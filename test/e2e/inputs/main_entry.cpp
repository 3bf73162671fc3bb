// A program whose entry `main` is all there is to run.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(hello) {
  nn::Linear fc{2, 1};
  Dim n = dim("n", 3);
  entry("main", {}, [&] {
    print("hello");
    Tensor x = arange(n, f32);
    print("x", x);
    print("weight", fc.weight);
    assert_(x < LIMIT, "x is small");
    print("bye");
    return x.sum();
  });
}
