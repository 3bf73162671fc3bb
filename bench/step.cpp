// Times a compiled model's `train_step`. This is the protocol between compare.py and all
// contestants:
//
//   step THREADS ROWS WEIGHTS RANGE...     compiled with -DPROGRAM=dlc_program_<name>
//
// makes inputs up (numbers of the n-th input of integers are below the n-th RANGE), writes the
// initial weights to the file WEIGHTS for the others to read, runs a step, prints "started", runs
// two more and prints a line of JSON. Then for each line of its input, which is a number of
// seconds, it runs steps for so long and prints their median in ms and their number. At the end of
// its input it prints a line of JSON with the memory that it took. THREADS is a number, or as in
// `2bound`: then they are pinned as a stand-alone program pins its own. With `profile` for WEIGHTS
// it prints the time of every launch in place of all that.
#include "dlc/rt/model.hpp"
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <fstream>

extern "C" const dlc_program_desc PROGRAM;

namespace {

int64_t elements(const dlc_tensor_desc &tensor) {
  int64_t count = 1;
  for (int32_t i = 0; i < tensor.rank; ++i)
    count *= tensor.shape[i];
  return count;
}

// What the steps are fed; suite.py makes the same numbers.
class Inputs {
public:
  Inputs(const dlc_entry_desc &entry, const std::vector<int64_t> &ranges) {
    uint64_t random = 1;
    auto next = [&] { return random = random * 6364136223846793005u + 1442695040888963407u; };
    size_t range = 0;
    for (int i = 0; i < entry.num_inputs; ++i) {
      const dlc_tensor_desc &tensor = entry.inputs[i].tensor;
      size_t count = static_cast<size_t>(elements(tensor));
      if (tensor.dtype == DLC_I64) {
        std::vector<int64_t> &values = integers.emplace_back(count);
        for (int64_t below = ranges.at(range++); int64_t &value : values)
          value = static_cast<int64_t>(next() >> 33) % below;
        pointers.push_back(values.data());
      } else {
        std::vector<float> &values = floats.emplace_back(count);
        for (float &value : values)
          value = static_cast<float>(next() >> 40) * 0x1p-24f;
        pointers.push_back(values.data());
      }
    }
  }
  const void *const *get() const { return pointers.data(); }

private:
  std::deque<std::vector<float>> floats;
  std::deque<std::vector<int64_t>> integers;
  std::vector<const void *> pointers;
};

class Trainer {
public:
  Trainer(const dlc::rt::Context &context, int64_t rows, const std::vector<int64_t> &ranges,
          dlc::rt::ModelOptions options = {})
      : model(context, PROGRAM, options), entry(dlc_find_entry(model.get(), "train_step")),
        inputs(PROGRAM.entries[entry], ranges), rows(rows) {}

  // Milliseconds, with the copy of the inputs into the model's memory.
  double step() {
    auto start = std::chrono::steady_clock::now();
    if (dlc_run(model.get(), entry, inputs.get(), nullptr, &rows))
      throw std::runtime_error(dlc_error(model.get()));
    std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
    return time.count();
  }
  double loss() const {
    float loss = *model.output<float>(entry, 0);
    if (!std::isfinite(loss))
      throw std::runtime_error("the loss is not finite: what was timed is not training");
    return loss;
  }

  dlc::rt::Model model;

private:
  int entry;
  Inputs inputs;
  int64_t rows;
};

int64_t parameters(const dlc_program_desc &program) {
  int64_t count = 0;
  for (int32_t i = 0; i < program.num_states; ++i)
    if (program.states[i].role == DLC_PARAM)
      count += elements(program.states[i].tensor);
  return count;
}

// Of this process, in MB, as the kernel has it: VmRSS now, VmHWM at most so far.
double memory(const char *what) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.compare(0, std::strlen(what), what) == 0)
      return std::atof(line.c_str() + std::strlen(what) + 1) / 1024;
  return 0;
}

void profile(Trainer &trainer) {
  double spent = 0;
  int steps = 0;
  for (; spent < 2000 || steps < 5; ++steps)
    spent += trainer.step();
  std::printf("%d steps\n%s", steps, trainer.model.profile().c_str());
}

} // namespace

int main(int argc, char **argv) try {
  if (argc < 4) {
    std::fprintf(stderr, "usage: step THREADS ROWS WEIGHTS RANGE...\n");
    return 2;
  }
  double before = memory("VmRSS");
  std::string weights = argv[3];
  std::vector<int64_t> ranges;
  for (int i = 4; i < argc; ++i)
    ranges.push_back(std::atoll(argv[i]));
  dlc::rt::Context context(
      {.threads = std::atoi(argv[1]), .pin = std::strstr(argv[1], "bound") != nullptr});
  Trainer trainer(context, std::atoll(argv[2]), ranges,
                  {.flags = weights == "profile" ? uint32_t{DLC_PROFILE} : 0});
  if (weights == "profile") {
    profile(trainer);
    return 0;
  }

  trainer.model.save(weights, DLC_WEIGHTS);
  double first = trainer.step(), losses[3] = {trainer.loss()};
  std::printf("started\n");
  std::fflush(stdout);
  for (int i = 1; i < 3; ++i) {
    trainer.step();
    losses[i] = trainer.loss();
  }
  uint64_t planned = PROGRAM.state_bytes + PROGRAM.arena_bytes +
                     PROGRAM.scratch_bytes * static_cast<uint64_t>(context.threads());
  std::printf("{\"parameters\": %lld, \"first_step_ms\": %.3f, \"losses\": [%.9g, %.9g, %.9g], "
              "\"planned_mb\": %.3f}\n",
              static_cast<long long>(parameters(PROGRAM)), first, losses[0], losses[1], losses[2],
              static_cast<double>(planned) / (1 << 20));
  std::fflush(stdout);

  double seconds;
  while (std::scanf("%lf", &seconds) == 1) {
    std::vector<double> turn;
    for (double spent = 0; spent < seconds * 1e3 || turn.size() < 5; spent += turn.back())
      turn.push_back(trainer.step());
    std::nth_element(turn.begin(), turn.begin() + turn.size() / 2, turn.end());
    trainer.loss();
    std::printf("%.6f %zu\n", turn[turn.size() / 2], turn.size());
    std::fflush(stdout);
  }
  std::printf("{\"growth_mb\": %.1f}\n", memory("VmHWM") - before);
  return 0;
} catch (const std::exception &error) {
  std::fprintf(stderr, "step: %s\n", error.what());
  return 1;
}
