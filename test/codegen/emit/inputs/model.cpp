// `tiny` through the generated class and the runtime.
#include "tiny.h"
#include <cstdio>

int main() {
  static_assert(TINY_MAX_N == 4 && TINY_PEAK_BYTES(2) >= TINY_STATE_BYTES + TINY_ARENA_BYTES);
  dlc::rt::Context context({.threads = 2});
  dlc::models::Tiny model(context);
  float x[] = {1, 2, 3, 4, 5, 6}, y[4];
  model.forward(x, y, 2);
  std::printf("y %g %g %g %g\n", y[0], y[1], y[2], y[3]);
  std::printf("w");
  for (float w : model.read<float>("w"))
    std::printf(" %g", w);
  std::printf("\n");
}
