//===- ToyProgram.cpp ------------------------------------------------------------------===//
#include "core/ToyProgram.h"
#include "runtime/core/Instance.h"
#include <cstring>
#include <iterator>
#include <unistd.h>

namespace {

constexpr uint64_t weightAt = 0, convAt = 64, maskAt = 192, momentAt = 256, seedAt = 320,
                   callsAt = 328, lrAt = 336, epochsAt = 344, stateBytes = 352;
constexpr uint64_t xAt = 0, yAt = 128, totalAt = 256, stepsInAt = 512, stepsOutAt = 768,
                   denormalAt = 1024, arenaBytes = 4096;
constexpr uint64_t scratchBytes = 1000;

void matmulKernel(void *const *args, int64_t begin, int64_t end, void *scratch) {
  auto *x = static_cast<const float *>(args[0]);
  auto *w = static_cast<const float *>(args[1]);
  auto *lr = static_cast<const float *>(args[2]);
  auto *y = static_cast<float *>(args[3]);
  auto *sum = static_cast<float *>(scratch);
  for (int64_t row = begin; row < end; ++row) {
    for (int o = 0; o < 4; ++o) {
      sum[o] = 0;
      for (int k = 0; k < 3; ++k)
        sum[o] += x[row * 3 + k] * w[k * 4 + o];
    }
    for (int o = 0; o < 4; ++o)
      y[row * 4 + o] = sum[o] * *lr;
  }
}
void transposeKernel(void *const *args, int64_t begin, int64_t end, void *) {
  auto *x = static_cast<const int32_t *>(args[0]);
  auto *y = static_cast<int32_t *>(args[1]);
  for (int64_t row = begin; row < end; ++row)
    for (int64_t step = 0; step < toy::maxSteps; ++step)
      y[row * toy::maxSteps + step] = x[step * toy::maxRows + row];
}
void denormalKernel(void *const *args, int64_t begin, int64_t end, void *) {
  auto *y = static_cast<float *>(args[0]);
  volatile float small = 0x1p-126f, half = 0.5f;
  usleep(2000); // long enough for workers to wake up and take their share
  for (int64_t i = begin; i < end; ++i)
    y[i] = small * half;
}
void touchKernel(void *const *args, int64_t begin, int64_t end, void *scratch) {
  auto bytes = reinterpret_cast<uintptr_t>(args[1]);
  auto scratchSize = reinterpret_cast<uintptr_t>(args[2]);
  auto *arena = static_cast<char *>(args[0]);
  uint64_t from = bytes * uint64_t(begin) / 64, to = bytes * uint64_t(end) / 64;
  memset(arena + from, 1, to - from);
  memset(scratch, 2, scratchSize);
}

const dlc_launch_desc matmulLaunch = {
    matmulKernel, "k0_contract", "toy.cpp:7 in fc", 192, 500, 4, 0};
const dlc_launch_desc transposeLaunch = {transposeKernel, "k1_permute", "toy.cpp:9", 0, 320, 2, 0};
const dlc_launch_desc denormalLaunch = {denormalKernel, "k2_denormal", "toy.cpp:11", 64, 256, 1, 0};
const dlc_launch_desc touchLaunch = {touchKernel, "k3_touch", "toy.cpp:13", 0, 0, 3, 0};

void runForward(dlc_frame *frame) {
  void *args[] = {frame->arena + xAt, frame->state + weightAt, frame->state + lrAt,
                  frame->arena + yAt};
  dlc_rt_launch(frame, &matmulLaunch, args, frame->dims[0]);
  memcpy(frame->arena + totalAt, &frame->dims[0], 8);
  ++*reinterpret_cast<int64_t *>(frame->state + callsAt);
}
void runTranspose(dlc_frame *frame) {
  void *args[] = {frame->arena + stepsInAt, frame->arena + stepsOutAt};
  dlc_rt_launch(frame, &transposeLaunch, args, frame->dims[0]);
}
void runDenormal(dlc_frame *frame) {
  void *args[] = {frame->arena + denormalAt};
  dlc_rt_launch(frame, &denormalLaunch, args, 64);
}

// The sizes come from the instance's own tables: a test may have enlarged them.
void runTouch(dlc_frame *frame) {
  const dlc_program_desc &desc = static_cast<dlc::rt::Instance *>(frame->instance)->program();
  void *args[] = {frame->arena, reinterpret_cast<void *>(desc.arena_bytes),
                  reinterpret_cast<void *>(desc.scratch_bytes)};
  dlc_rt_launch(frame, &touchLaunch, args, 64);
}

void runInit(dlc_frame *frame) {
  auto *w = reinterpret_cast<float *>(frame->state + weightAt);
  for (int o = 0; o < 4; ++o)
    for (int k = 0; k < 3; ++k)
      w[k * 4 + o] = toy::initialWeight(o, k);
  frame->state[maskAt] = 1;
  *reinterpret_cast<int64_t *>(frame->state + seedAt) = -1; // the runtime's to write
}

constexpr int64_t shapeWeight[] = {4, 3}, shapeConv[] = {2, 3, 2, 2}, shapeMask[] = {5},
                  shapeX[] = {toy::maxRows, 3}, shapeY[] = {toy::maxRows, 4},
                  shapeIn[] = {toy::maxSteps, toy::maxRows},
                  shapeOut[] = {toy::maxRows, toy::maxSteps}, shapeDenormal[] = {64};
constexpr int32_t swapped[] = {1, 0}, channelsLast[] = {0, 2, 3, 1}, same[] = {0, 1};
constexpr dlc_live_desc all{-1, 0, 0, 0}, rows{0, 0, 1, 0}, steps{1, 0, 1, 0};
constexpr dlc_live_desc liveAll[] = {all, all, all, all}, liveRows[] = {rows, all},
                        liveIn[] = {steps, rows}, liveOut[] = {rows, steps};

const dlc_dim_desc dims[] = {{"rows", toy::maxRows}, {"steps", toy::maxSteps}};
const dlc_state_desc states[] = {
    {{"fc.weight", DLC_F32, 2, shapeWeight, liveAll},
     DLC_PARAM,
     2,
     shapeWeight,
     swapped,
     weightAt,
     48},
    {{"conv.weight", DLC_I32, 4, shapeConv, liveAll},
     DLC_PARAM,
     4,
     shapeConv,
     channelsLast,
     convAt,
     96},
    {{"mask", DLC_BOOL, 1, shapeMask, liveAll}, DLC_BUFFER, 1, shapeMask, same, maskAt, 5},
    {{"dlc.adam.exp_avg.fc.weight", DLC_F32, 2, shapeWeight, liveAll},
     DLC_OPTIMIZER,
     2,
     shapeWeight,
     same,
     momentAt,
     48},
    {{"dlc.rng.seed", DLC_I64, 0, nullptr, nullptr}, DLC_RNG, 0, nullptr, nullptr, seedAt, 8},
    {{"dlc.rng.calls.forward", DLC_I64, 0, nullptr, nullptr},
     DLC_RNG,
     0,
     nullptr,
     nullptr,
     callsAt,
     8},
};
const dlc_setting_desc settings[] = {{"lr", DLC_F32, 0, 0.5, lrAt},
                                     {"epochs", DLC_I64, 0, 3, epochsAt}};
const dlc_value_desc forwardIn[] = {{{"x", DLC_F32, 2, shapeX, liveRows}, xAt}};
const dlc_value_desc forwardOut[] = {{{"y", DLC_F32, 2, shapeY, liveRows}, yAt},
                                     {{"total", DLC_I64, 0, nullptr, nullptr}, totalAt}};
const dlc_value_desc stepsIn[] = {{{"x", DLC_I32, 2, shapeIn, liveIn}, stepsInAt}};
const dlc_value_desc stepsOut[] = {{{"y", DLC_I32, 2, shapeOut, liveOut}, stepsOutAt}};
const dlc_value_desc denormalOut[] = {{{"y", DLC_F32, 1, shapeDenormal, liveAll}, denormalAt}};
const dlc_entry_desc entries[] = {{"forward", runForward, 1, 2, forwardIn, forwardOut},
                                  {"transpose_rows", runTranspose, 1, 1, stepsIn, stepsOut},
                                  {"denormal", runDenormal, 0, 1, nullptr, denormalOut},
                                  {"touch_all", runTouch, 0, 0, nullptr, nullptr}};

} // namespace

float toy::initialWeight(int64_t output, int64_t input) {
  return static_cast<float>(output * 10 + input + 1);
}

dlc_program_desc toy::program() {
  return {DLC_ABI_VERSION,
          0,
          "toy",
          stateBytes,
          arenaBytes,
          scratchBytes,
          std::size(dims),
          std::size(states),
          std::size(settings),
          std::size(entries),
          dims,
          states,
          settings,
          entries,
          runInit,
          nullptr,
          nullptr,
          nullptr};
}
