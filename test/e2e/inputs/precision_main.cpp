// precision THREADS OUT [WEIGHTS]: forty steps, from the state in WEIGHTS where there is one;
// prints the losses and writes all state to OUT. Images of a class are waves of its own, in noise.
#include "dlc/rt/model.hpp"
#include <cmath>
#include <cstdio>
#include <cstdlib>

extern "C" const dlc_program_desc dlc_program_precision;

int main(int argc, char **argv) try {
  if (argc < 3)
    return std::fprintf(stderr, "usage: precision THREADS OUT [WEIGHTS]\n"), 2;
  dlc::rt::Context context({.threads = std::atoi(argv[1])});
  dlc::rt::Model model(context, dlc_program_precision, {.seed = 3});
  if (argc > 3)
    model.load(argv[3]);
  unsigned random = 1;
  auto noise = [&] {
    return static_cast<float>((random = random * 1664525u + 1013904223u) >> 8) * 0x1p-23f - 1;
  };
  for (int step = 0; step < 40; ++step) {
    const int64_t rows = 33 + step % 16;
    std::vector<float> x(rows * 144);
    std::vector<int64_t> y(rows);
    for (int64_t i = 0; i < rows; ++i) {
      y[i] = (i * 7 + step) % 10;
      for (int64_t k = 0; k < 144; ++k)
        x[i * 144 + k] =
            0.7f * std::sin(0.2f * static_cast<float>((y[i] + 2) * (k % 12) + y[i] * y[i])) +
            noise();
    }
    float loss = 0;
    model.run("train_step", {x.data(), y.data()}, {&loss}, {rows});
    std::printf("%.9g\n", loss);
  }
  model.save(argv[2], DLC_ALL);
} catch (const std::exception &error) {
  std::fprintf(stderr, "precision: %s\n", error.what());
  return 1;
}
