// aarch64_main ROWS THREADS: what dynamic_main computes, by the C interface alone; every number of
// losses, state and predictions goes to the output.
#include "dlc/rt/dlc_rt.h"
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

extern "C" const dlc_program_desc dlc_program_dynamic;

static void check(int status, const char *why) {
  if (status != DLC_OK)
    std::fprintf(stderr, "%s\n", why), std::exit(1);
}

int main(int, char **argv) {
  const int64_t rows = std::atoll(argv[1]);
  dlc_context_options contextOptions{sizeof(dlc_context_options), std::atoi(argv[2]), 0, 0, 0};
  dlc_context *context = nullptr;
  check(dlc_context_create(&contextOptions, &context), "no context");
  dlc_instance_options options{sizeof(dlc_instance_options), 3, 0, 0};
  dlc_instance *model = nullptr;
  check(dlc_instance_create(context, &dlc_program_dynamic, &options, &model),
        dlc_context_error(context));
  std::vector<float> x(size_t(rows) * 144), predicted(size_t(rows) * 10);
  std::vector<int64_t> y(static_cast<size_t>(rows));
  for (int step = 0; step < 5; ++step) {
    for (size_t i = 0; i < x.size(); ++i)
      x[i] = float(int(i * 37 + size_t(step) * 11) % 101) / 101; // no libm: its bits differ
    for (size_t i = 0; i < y.size(); ++i)
      y[i] = int64_t(i * 7 + size_t(step)) % 10;
    const void *inputs[] = {x.data(), y.data()};
    float loss = 0;
    void *outputs[] = {&loss};
    check(dlc_run(model, dlc_find_entry(model, "train_step"), inputs, outputs, &rows),
          dlc_error(model));
    std::printf("%a\n", loss);
  }
  const void *inputs[] = {x.data()};
  void *outputs[] = {predicted.data()};
  check(dlc_run(model, dlc_find_entry(model, "predict"), inputs, outputs, &rows), dlc_error(model));
  for (float value : predicted)
    std::printf("%a\n", value);
  for (int i = 0; i < dlc_program_dynamic.num_states; ++i) {
    const dlc_state_desc &state = dlc_program_dynamic.states[i];
    if (state.tensor.dtype != DLC_F32)
      continue;
    size_t count = 1;
    for (int axis = 0; axis < state.tensor.rank; ++axis)
      count *= size_t(state.tensor.shape[axis]);
    std::vector<float> values(count);
    check(dlc_read(model, state.tensor.name, DLC_F32, values.data(), count * sizeof(float)),
          dlc_error(model));
    for (float value : values)
      std::printf("%s %a\n", state.tensor.name, value);
  }
  dlc_instance_destroy(model);
  dlc_context_destroy(context);
}
