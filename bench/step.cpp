// Times a compiled model's `train_step` on rows made up here. The protocol is torch_steps.py's: one
// line in, the seconds to run; one line out, the median of a step in ms and how many ran. So
// compare.py can take turns between the two.
//
//   step THREADS ROWS        compiled with -DPROGRAM=dlc_program_<name>
#include "dlc/rt/model.hpp"
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>

extern "C" const dlc_program_desc PROGRAM;

namespace {

int64_t elements(const dlc_tensor_desc &tensor) {
  int64_t count = 1;
  for (int32_t i = 0; i < tensor.rank; ++i)
    count *= tensor.shape[i];
  return count;
}

// In the entry's own slots, so that no copy is timed; PyTorch's tensors are reused as well.
void fillInputs(dlc::rt::Model &model, int entry) {
  const dlc_entry_desc &desc = model.program().entries[entry];
  uint64_t random = 1;
  for (int i = 0; i < desc.num_inputs; ++i) {
    const dlc_tensor_desc &tensor = desc.inputs[i].tensor;
    for (int64_t j = 0; j < elements(tensor); ++j) {
      random = random * 6364136223846793005u + 1442695040888963407u;
      if (tensor.dtype == DLC_I64)
        model.input<int64_t>(entry, i)[j] = static_cast<int64_t>((random >> 33) % 10);
      else
        model.input<float>(entry, i)[j] = static_cast<float>(random >> 40) * 0x1p-23f - 1;
    }
  }
}

double step(dlc::rt::Model &model, int entry, int64_t rows) {
  auto start = std::chrono::steady_clock::now();
  if (dlc_run(model.get(), entry, nullptr, nullptr, &rows))
    throw std::runtime_error(dlc_error(model.get()));
  std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  return seconds.count();
}

} // namespace

int main(int argc, char **argv) try {
  if (argc != 3) {
    std::fprintf(stderr, "usage: step THREADS ROWS\n");
    return 2;
  }
  dlc::rt::Context context({.threads = std::atoi(argv[1])});
  dlc::rt::Model model(context, PROGRAM);
  int64_t rows = std::atoll(argv[2]);
  int entry = dlc_find_entry(model.get(), "train_step");
  fillInputs(model, entry);
  for (int i = 0; i < 3; ++i)
    step(model, entry, rows);
  std::printf("ready dlc\n");
  std::fflush(stdout);

  double budget;
  while (std::scanf("%lf", &budget) == 1) {
    std::vector<double> times;
    for (double spent = 0; spent < budget || times.size() < 5; spent += times.back())
      times.push_back(step(model, entry, rows));
    std::nth_element(times.begin(), times.begin() + times.size() / 2, times.end());
    float loss = *model.output<float>(entry, 0);
    if (!std::isfinite(loss))
      throw std::runtime_error("the loss is not finite: what was timed is not training");
    std::printf("%.6f %zu\n", times[times.size() / 2] * 1e3, times.size());
    std::fflush(stdout);
  }
  return 0;
} catch (const std::exception &error) {
  std::fprintf(stderr, "step: %s\n", error.what());
  return 1;
}
