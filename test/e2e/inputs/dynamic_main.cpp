// dynamic ROWS THREADS OUT: five steps and a prediction of ROWS rows; all state goes to OUT and
// the prediction to OUT.predicted. Row r holds the same numbers whatever ROWS is.
#include "dlc/rt/model.hpp"
#include <cmath>
#include <cstdio>
#include <cstdlib>

extern "C" const dlc_program_desc dlc_program_dynamic;

int main(int argc, char **argv) try {
  if (argc != 4)
    return std::fprintf(stderr, "usage: dynamic ROWS THREADS OUT\n"), 2;
  int64_t rows = std::atoll(argv[1]);
  dlc::rt::Context context({.threads = std::atoi(argv[2])});
  dlc::rt::Model model(context, dlc_program_dynamic, {.seed = 3});
  std::vector<float> x(rows * 144);
  std::vector<int64_t> y(rows);
  for (int step = 0; step < 5; ++step) {
    for (int64_t i = 0; i < rows * 144; ++i)
      x[i] = 0.5f + 0.5f * std::sin(0.37f * i + step);
    for (int64_t i = 0; i < rows; ++i)
      y[i] = (i * 7 + step) % 10;
    float loss = 0;
    model.run("train_step", {x.data(), y.data()}, {&loss}, {rows});
    std::printf("%a\n", loss);
  }
  std::vector<float> predicted(rows * 10);
  model.run("predict", {x.data()}, {predicted.data()}, {rows});
  std::string name = argv[3];
  std::FILE *file = std::fopen((name + ".predicted").c_str(), "wb");
  if (!file ||
      std::fwrite(predicted.data(), sizeof(float), predicted.size(), file) != predicted.size() ||
      std::fclose(file))
    return std::perror("predicted"), 1;
  model.save(name, DLC_ALL);
} catch (const std::exception &error) {
  std::fprintf(stderr, "dynamic: %s\n", error.what());
  return 1;
}
