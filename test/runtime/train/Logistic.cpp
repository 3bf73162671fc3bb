//===- Logistic.cpp - a small program with `fit`, written by hand ------*- C++ -*-===//
#include "train/Logistic.h"

#include "dlc/rt/dataset.h"
#include "runtime/core/Philox.h"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstddef>
#include <cstring>

extern "C" const dlc_dataset_desc dlc_dataset_fashion_mnist;

namespace logistic {

int raiseAt = 0, raises = 1;

namespace {

constexpr int64_t pixels = 784, classes = 10, maxRows = 32;

struct State {
  float weight[classes * pixels], bias[classes], momentum[classes * pixels];
  alignas(8) int64_t seed, calls;
  float lr;
};

struct Arena {
  float x[maxRows * pixels];
  int64_t y[maxRows];
  float probabilities[maxRows * classes];
  float loss;
  int64_t correct;
};

State &state(dlc_frame *frame) { return *reinterpret_cast<State *>(frame->state); }
Arena &arena(dlc_frame *frame) { return *reinterpret_cast<Arena *>(frame->arena); }

void softmaxRows(const State &s, Arena &a, int64_t rows) {
  for (int64_t r = 0; r < rows; ++r) {
    float *p = a.probabilities + r * classes, most = -1e30f, sum = 0;
    for (int64_t c = 0; c < classes; ++c) {
      p[c] = s.bias[c];
      for (int64_t k = 0; k < pixels; ++k)
        p[c] += a.x[r * pixels + k] * s.weight[c * pixels + k];
      most = std::max(most, p[c]);
    }
    for (int64_t c = 0; c < classes; ++c)
      sum += p[c] = std::exp(p[c] - most);
    for (int64_t c = 0; c < classes; ++c)
      p[c] /= sum;
  }
}

void measure(Arena &a, int64_t rows) {
  a.loss = 0;
  a.correct = 0;
  for (int64_t r = 0; r < rows; ++r) {
    const float *p = a.probabilities + r * classes;
    a.loss -= std::log(p[a.y[r]]) / float(rows);
    a.correct += std::max_element(p, p + classes) - p == a.y[r];
  }
}

void trainStep(dlc_frame *frame) {
  static int steps = 0;
  State &s = state(frame);
  Arena &a = arena(frame);
  const int64_t rows = frame->dims[0];
  for (int64_t i = 0; i < rows * pixels; ++i)
    if (dlc::rt::philoxUniform(uint64_t(s.seed), uint64_t(s.calls), 1, uint64_t(i)) < 0.1f)
      a.x[i] = 0;
  ++s.calls;
  softmaxRows(s, a, rows);
  measure(a, rows);
  for (int64_t c = 0; c < classes; ++c) {
    float gradients[pixels] = {}, bias = 0;
    for (int64_t r = 0; r < rows; ++r) {
      float delta = (a.probabilities[r * classes + c] - float(a.y[r] == c)) / float(rows);
      bias += delta;
      for (int64_t k = 0; k < pixels; ++k)
        gradients[k] += delta * a.x[r * pixels + k];
    }
    s.bias[c] -= s.lr * bias;
    for (int64_t k = 0; k < pixels; ++k) {
      float &m = s.momentum[c * pixels + k];
      m = 0.9f * m + gradients[k];
      s.weight[c * pixels + k] -= s.lr * m;
    }
  }
  if (++steps == raiseAt)
    for (int i = 0; i < raises; ++i)
      raise(SIGINT);
}

void evalStep(dlc_frame *frame) {
  softmaxRows(state(frame), arena(frame), frame->dims[0]);
  measure(arena(frame), frame->dims[0]);
}

void predict(dlc_frame *frame) { softmaxRows(state(frame), arena(frame), frame->dims[0]); }

void init(dlc_frame *frame) {
  State &s = state(frame);
  for (int64_t i = 0; i < classes * pixels; ++i)
    s.weight[i] = 0.01f * (dlc::rt::philoxUniform(uint64_t(s.seed), 0, 2, uint64_t(i)) - 0.5f);
}

constexpr dlc_live_desc all{-1, 0, 0, 0}, batch{0, 0, 1, 0};
constexpr dlc_live_desc fixedAxes[] = {all, all, all, all}, rowAxes[] = {batch, all, all, all};
constexpr int64_t imageShape[] = {maxRows, 1, 28, 28}, labelShape[] = {maxRows},
                  weightShape[] = {classes, pixels}, biasShape[] = {classes},
                  probabilityShape[] = {maxRows, classes}, otherShape[] = {classes - 1, pixels};
constexpr int32_t inOrder[] = {0, 1};

constexpr dlc_state_desc momentumState{
    {"dlc.sgd.momentum_buffer.weight", DLC_F32, 2, weightShape, fixedAxes},
    DLC_OPTIMIZER,
    2,
    weightShape,
    inOrder,
    offsetof(State, momentum),
    sizeof(State::momentum)};
constexpr dlc_state_desc seedState{{"dlc.rng.seed", DLC_I64, 0, nullptr, nullptr},
                                   DLC_RNG,
                                   0,
                                   nullptr,
                                   nullptr,
                                   offsetof(State, seed),
                                   8};
constexpr dlc_state_desc callsState{{"dlc.rng.calls.train_step", DLC_I64, 0, nullptr, nullptr},
                                    DLC_RNG,
                                    0,
                                    nullptr,
                                    nullptr,
                                    offsetof(State, calls),
                                    8};
constexpr dlc_state_desc biasState{{"bias", DLC_F32, 1, biasShape, fixedAxes},
                                   DLC_PARAM,
                                   1,
                                   biasShape,
                                   inOrder,
                                   offsetof(State, bias),
                                   40};
constexpr dlc_state_desc states[] = {{{"weight", DLC_F32, 2, weightShape, fixedAxes},
                                      DLC_PARAM,
                                      2,
                                      weightShape,
                                      inOrder,
                                      offsetof(State, weight),
                                      sizeof(State::weight)},
                                     biasState,
                                     momentumState,
                                     seedState,
                                     callsState};
constexpr dlc_state_desc otherStates[] = {{{"weight", DLC_F32, 2, otherShape, fixedAxes},
                                           DLC_PARAM,
                                           2,
                                           otherShape,
                                           inOrder,
                                           offsetof(State, weight),
                                           sizeof(State::weight)},
                                          biasState,
                                          momentumState,
                                          seedState,
                                          callsState};

constexpr dlc_dim_desc dims[] = {{"batch", maxRows}};
constexpr dlc_setting_desc settings[] = {{"lr", DLC_F32, 0, 0.05, offsetof(State, lr)}};
constexpr dlc_value_desc inputs[] = {{{"x", DLC_F32, 4, imageShape, rowAxes}, offsetof(Arena, x)},
                                     {{"y", DLC_I64, 1, labelShape, rowAxes}, offsetof(Arena, y)}};
constexpr dlc_value_desc outputs[] = {
    {{"loss", DLC_F32, 0, nullptr, nullptr}, offsetof(Arena, loss)},
    {{"correct", DLC_I64, 0, nullptr, nullptr}, offsetof(Arena, correct)}};
constexpr dlc_value_desc predicted[] = {
    {{"result0", DLC_F32, 2, probabilityShape, rowAxes}, offsetof(Arena, probabilities)}};
constexpr dlc_entry_desc entries[] = {{"train_step", trainStep, 2, 1, inputs, outputs},
                                      {"eval_step", evalStep, 2, 2, inputs, outputs},
                                      {"predict", predict, 1, 1, inputs, predicted}};
const dlc_fit_desc fit{0, 1, 2, 3, 32, 7, &dlc_dataset_fashion_mnist};

const dlc_program_desc first{DLC_ABI_VERSION,
                             0,
                             "logistic",
                             sizeof(State),
                             sizeof(Arena),
                             0,
                             1,
                             5,
                             1,
                             3,
                             dims,
                             states,
                             settings,
                             entries,
                             init,
                             &fit,
                             nullptr,
                             nullptr};
const dlc_program_desc second{DLC_ABI_VERSION,
                              0,
                              "nine",
                              sizeof(State),
                              sizeof(Arena),
                              0,
                              1,
                              5,
                              1,
                              3,
                              dims,
                              otherStates,
                              settings,
                              entries,
                              init,
                              &fit,
                              nullptr,
                              nullptr};

} // namespace

const dlc_program_desc &program() { return first; }
const dlc_program_desc &otherProgram() { return second; }

} // namespace logistic
