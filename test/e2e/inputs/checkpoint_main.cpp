// Trains two steps, writes the weights and the logits of step 0's rows: checkpoint_torch.py
// compares.
#include "../golden/golden.h"
#include "dlc/rt/model.hpp"
#include <cstdio>

extern "C" const dlc_program_desc dlc_program_checkpoint;

int main(int argc, char **argv) try {
  if (argc != 3)
    return 2;
  constexpr int64_t rows = 16;
  dlc::rt::Context context;
  dlc::rt::Model model(context, dlc_program_checkpoint, {.seed = 3});
  for (int step = 0; step < 2; ++step) {
    auto x = golden::inputs<float>(step, rows, 784);
    auto y = golden::labels(step, rows);
    float loss;
    model.run("train_step", {x.data(), y.data()}, {&loss}, {rows});
  }
  auto x = golden::inputs<float>(0, rows, 784);
  std::vector<float> logits(rows * 10);
  model.run("logits", {x.data()}, {logits.data()}, {rows});
  model.save(argv[1], DLC_WEIGHTS);
  std::FILE *file = std::fopen(argv[2], "wb");
  if (!file || std::fwrite(logits.data(), sizeof(float), logits.size(), file) != logits.size() ||
      std::fclose(file))
    throw std::runtime_error("cannot write the logits");
  return 0;
} catch (const std::exception &error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
