// half THREADS OUT: trains for a while, prints the losses, saves everything to OUT, loads it into a
// second instance, and goes on with both: they must stay equal. The loss has to fall.
#include "dlc/rt/model.hpp"
#include <cstdio>
#include <cstdlib>
#include <cstring>

extern "C" const dlc_program_desc dlc_program_half;
using namespace dlc::rt;

constexpr int64_t rows = 21, pixels = 100, classes = 4;
using Float = FLOAT;

/// One bright quarter of the image; which one is the class.
static float step(Model &model, int number) {
  std::vector<uint8_t> images(rows * pixels);
  std::vector<int64_t> labels(rows);
  for (int64_t row = 0; row < rows; ++row) {
    labels[row] = (row + number) % classes;
    for (int64_t i = 0; i < pixels; ++i) {
      int64_t quarter = i / 10 / 5 * 2 + i % 10 / 5;
      images[row * pixels + i] =
          uint8_t((quarter == labels[row] ? 200 : 20) + (row * 7 + i * 3 + number) % 50);
    }
  }
  Float loss;
  model.run("train_step", {images.data(), labels.data()}, {&loss}, {rows});
  return loss;
}

int main(int argc, char **argv) try {
  if (argc != 3)
    return std::fprintf(stderr, "usage: half THREADS OUT\n"), 2;
  Context context({.threads = std::atoi(argv[1])});
  Model model(context, dlc_program_half, {.seed = 3});
  float first = step(model, 0), last = first;
  std::printf("%a\n", first);
  for (int i = 1; i < 60; ++i)
    std::printf("%a\n", last = step(model, i));
  if (!(last < 0.7f * first))
    return std::fprintf(stderr, "the loss went from %g to %g\n", first, last), 1;
  model.save(argv[2], DLC_ALL);

  Model resumed(context, dlc_program_half, {.seed = 99});
  resumed.load(argv[2], DLC_ALL);
  for (int i = 60; i < 65; ++i)
    if (step(model, i) != step(resumed, i))
      return std::fprintf(stderr, "the resumed model went another way at step %d\n", i), 1;
  std::vector<Float> one = model.read<Float>("fc1.weight"), two = resumed.read<Float>("fc1.weight");
  if (one.size() != 64 * 32 || std::memcmp(one.data(), two.data(), one.size() * sizeof(Float)))
    return std::fprintf(stderr, "the resumed model has other weights\n"), 1;
} catch (const std::exception &error) {
  std::fprintf(stderr, "half: %s\n", error.what());
  return 1;
}
