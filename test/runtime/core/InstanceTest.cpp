//===- InstanceTest.cpp - running entries through the C interface --------------------------===//
#include "core/Expect.h"
#include "core/ToyProgram.h"
#include "dlc/rt/model.hpp"
#include "runtime/core/FloatEnv.h"
#include <cmath>
#include <cstring>
#include <gtest/gtest.h>
#include <thread>

using namespace dlc::rt;

namespace {

const dlc_program_desc toyProgram = toy::program();

std::vector<float> rowsOf(int64_t rows) {
  std::vector<float> x(rows * 3);
  for (size_t i = 0; i < x.size(); ++i)
    x[i] = static_cast<float>(i % 7) - 2;
  return x;
}
std::vector<float> expectedForward(const std::vector<float> &x, float lr) {
  std::vector<float> y;
  for (size_t row = 0; row < x.size() / 3; ++row)
    for (int o = 0; o < 4; ++o) {
      float sum = 0;
      for (int k = 0; k < 3; ++k)
        sum += x[row * 3 + k] * toy::initialWeight(o, k);
      y.push_back(sum * lr);
    }
  return y;
}
class Threads : public testing::TestWithParam<int> {
protected:
  Context context{{.threads = GetParam()}};
};
INSTANTIATE_TEST_SUITE_P(threads, Threads, testing::Values(1, 2, 8));

TEST_P(Threads, runsTheLiveRowsOnly) {
  Model model(context, toyProgram);
  for (int64_t rows = 1; rows <= toy::maxRows; ++rows) {
    std::vector<float> x = rowsOf(rows), y(toy::maxRows * 4, -99);
    int64_t total = 0;
    model.run("forward", {x.data()}, {y.data(), &total}, {rows, 1});
    std::vector<float> expected = expectedForward(x, 0.5f);
    expected.resize(y.size(), -99); // what is not live is not written
    EXPECT_EQ(y, expected);
    EXPECT_EQ(total, rows);
  }
  EXPECT_EQ(model.read<int64_t>("dlc.rng.calls.forward"), std::vector<int64_t>{toy::maxRows});
}

TEST_P(Threads, poisonChangesNothingLive) {
  Model model(context, toyProgram, {.flags = DLC_POISON});
  std::vector<float> x = rowsOf(3), y(12);
  model.run("forward", {x.data()}, {y.data(), nullptr}, {3, 1});
  EXPECT_EQ(y, expectedForward(x, 0.5f));
  auto *slot = model.input<float>(toy::forward, 0);
  EXPECT_TRUE(std::isnan(slot[9])); // row 3 is dead
  // A slot filled in place survives.
  for (int i = 0; i < 9; ++i)
    slot[i] = 2 * x[i];
  model.run("forward", {nullptr}, {y.data(), nullptr}, {3, 1});
  EXPECT_EQ(y, expectedForward(x, 1.0f));
}

TEST_P(Threads, copiesAxesThatAreNotOutermost) {
  Model model(context, toyProgram);
  for (auto [rows, steps] : {std::pair<int64_t, int64_t>{3, 2}, {8, 5}, {8, 2}, {3, 5}, {1, 1}}) {
    std::vector<int32_t> x(rows * steps), y(rows * steps, -1), expected(rows * steps);
    for (int64_t s = 0; s < steps; ++s)
      for (int64_t r = 0; r < rows; ++r)
        expected[r * steps + s] = x[s * rows + r] = static_cast<int32_t>(100 * s + r);
    model.run("transpose_rows", {x.data()}, {y.data()}, {rows, steps});
    EXPECT_EQ(y, expected) << rows << " rows, " << steps << " steps";
  }
}

TEST_P(Threads, ignoresTheHostsFloatingPointControl) {
  setFloatControl(defaultFloatControl | 0x8040 | 0x6000); // FTZ, DAZ, towards zero
  FloatControl before = floatControl();
  float y[64];
  {
    Context ownContext{{.threads = GetParam()}}; // its workers inherit the host's word
    Model model(ownContext, toyProgram);
    model.run("denormal", {}, {y}, {1, 1});
  }
  FloatControl after = floatControl();
  setFloatControl(defaultFloatControl);
  EXPECT_EQ(before, after);
  for (float value : y)
    EXPECT_EQ(std::fpclassify(value), FP_SUBNORMAL);
}

TEST_P(Threads, instancesRunConcurrently) {
  std::vector<std::thread> hosts;
  std::atomic<int> wrong{0};
  for (int t = 0; t < 3; ++t)
    hosts.emplace_back([&, t] {
      Model model(context, toyProgram);
      model.set("lr", t + 1);
      std::vector<float> x = rowsOf(8), y(32), expected = expectedForward(x, float(t + 1));
      for (int i = 0; i < 1000; ++i) {
        std::fill(y.begin(), y.end(), 0.f);
        model.run("forward", {x.data()}, {y.data(), nullptr}, {8, 1});
        wrong += y != expected;
      }
    });
  for (auto &host : hosts)
    host.join();
  EXPECT_EQ(wrong, 0);
}

class One : public testing::Test {
protected:
  Context context{{.threads = 1}};
  Model model{context, toyProgram, {.seed = 42}};
};

TEST_F(One, slotsAreUsedInPlace) {
  auto *x = model.input<float>(toy::forward, 0);
  std::vector<float> values = rowsOf(2);
  std::copy(values.begin(), values.end(), x);
  int64_t dims[] = {2, 1};
  ASSERT_EQ(dlc_run(model.get(), toy::forward, nullptr, nullptr, dims), DLC_OK);
  const float *y = model.output<float>(toy::forward, 0);
  EXPECT_EQ(std::vector<float>(y, y + 8), expectedForward(values, 0.5f));
  EXPECT_EQ(*model.output<int64_t>(toy::forward, 1), 2);
  EXPECT_EQ(dlc_input(model.get(), toy::forward, 1), nullptr);
  EXPECT_EQ(dlc_output(model.get(), 99, 0), nullptr);
  EXPECT_EQ(reinterpret_cast<uintptr_t>(x) % 64, 0u);
}

TEST_F(One, statesAreReadAndWrittenInPyTorchsOrder) {
  std::vector<float> w = model.read<float>("fc.weight");
  for (int o = 0; o < 4; ++o)
    for (int k = 0; k < 3; ++k)
      EXPECT_EQ(w[o * 3 + k], toy::initialWeight(o, k));
  for (size_t i = 0; i < w.size(); ++i)
    w[i] = static_cast<float>(i * i);
  model.write("fc.weight", w);
  EXPECT_EQ(model.read<float>("fc.weight"), w);
  float one[] = {0, 1, 0}, y[4];
  model.run("forward", {one}, {y, nullptr}, {1, 1});
  for (int o = 0; o < 4; ++o)
    EXPECT_EQ(y[o], w[o * 3 + 1] * 0.5f);

  std::vector<int32_t> conv(24);
  for (int i = 0; i < 24; ++i)
    conv[i] = i;
  model.write("conv.weight", conv);
  EXPECT_EQ(model.read<int32_t>("conv.weight"), conv);

  // Neither side needs to be aligned.
  std::vector<char> buffer(24 * 4 + 1);
  ASSERT_EQ(dlc_read(model.get(), "conv.weight", DLC_I32, buffer.data() + 1, 96), DLC_OK);
  EXPECT_EQ(memcmp(buffer.data() + 1, conv.data(), 96), 0);
}

TEST_F(One, settingsHaveTheirTypes) {
  EXPECT_EQ(model.setting("lr"), 0.5);
  EXPECT_EQ(model.setting("epochs"), 3);
  model.set("lr", 0.1);
  EXPECT_EQ(model.setting("lr"), static_cast<double>(0.1f));
  model.set("epochs", 7);
  EXPECT_EQ(model.setting("epochs"), 7);
  expectHas(messageOf([&] { model.set("epochs", 2.5); }, DLC_ERR_MISMATCH),
            {"setting epochs is i64: it cannot be 2.5"});
  for (double bad : {1e300, double(NAN), 9223372036854775808.0})
    messageOf([&] { model.set("epochs", bad); }, DLC_ERR_MISMATCH);
  messageOf([&] { model.set("lr", 1e300); }, DLC_ERR_MISMATCH);
  expectHas(messageOf([&] { model.set("momentum", 1); }, DLC_ERR_NAME),
            {"toy has no setting named 'momentum'; it has lr, epochs"});
}

TEST_F(One, initRestoresEveryStateAndTakesTheSeed) {
  EXPECT_EQ(model.read<int64_t>("dlc.rng.seed"), std::vector<int64_t>{42});
  std::vector<float> first = model.read<float>("fc.weight");
  model.write("fc.weight", std::vector<float>(12, 3.f));
  model.write("dlc.adam.exp_avg.fc.weight", std::vector<float>(12, 3.f));
  model.set("lr", 0.25);
  float x[3] = {}, y[4];
  model.run("forward", {x}, {y, nullptr}, {1, 1});
  model.init(uint64_t{1} << 63);
  EXPECT_EQ(model.read<float>("fc.weight"), first);
  EXPECT_EQ(model.read<float>("dlc.adam.exp_avg.fc.weight"), std::vector<float>(12, 0.f));
  EXPECT_EQ(model.read<int64_t>("dlc.rng.seed"), std::vector<int64_t>{INT64_MIN});
  EXPECT_EQ(model.read<int64_t>("dlc.rng.calls.forward"), std::vector<int64_t>{0});
  EXPECT_EQ(model.setting("lr"), 0.25);
  bool mask[5];
  model.read("mask", mask, 5);
  EXPECT_TRUE(mask[0] && !mask[1]);

  Model blank(context, toyProgram, {.flags = DLC_NO_INIT});
  EXPECT_EQ(blank.read<float>("fc.weight"), std::vector<float>(12, 0.f));
  EXPECT_EQ(blank.setting("lr"), 0.5);
}

TEST_F(One, errorsNameTheNumbers) {
  float x[27] = {}, y[36];
  auto run = [&](int64_t rows, int64_t steps) {
    return messageOf([&] { model.run("forward", {x}, {y, nullptr}, {rows, steps}); },
                     DLC_ERR_RANGE);
  };
  expectHas(run(9, 1), {"forward of toy", "rows = 9, must be 1..8", "hint"});
  expectHas(run(0, 1), {"rows = 0, must be 1..8"});
  expectHas(run(1, -3), {"steps = -3, must be 1..5"});
  EXPECT_EQ(dlc_run(model.get(), toy::forward, nullptr, nullptr, nullptr), DLC_ERR_ARGUMENT);
  expectHas(dlc_error(model.get()), {"forward of toy needs the values of 2 dimensions, from rows"});
  int64_t dims[] = {1, 1};
  EXPECT_EQ(dlc_run(model.get(), 4, nullptr, nullptr, dims), DLC_ERR_RANGE);
  expectHas(dlc_error(model.get()), {"toy has 4 entries; there is no entry 4"});

  expectHas(messageOf([&] { model.read<float>("fc.bias"); }, DLC_ERR_NAME),
            {"the model has no state named 'fc.bias'"});
  float bias[4];
  EXPECT_EQ(dlc_read(model.get(), "fc.bias", DLC_F32, bias, sizeof bias), DLC_ERR_NAME);
  expectHas(dlc_error(model.get()), {"toy has no state named 'fc.bias'"});
  expectHas(messageOf([&] { model.read<double>("fc.weight"); }, DLC_ERR_MISMATCH),
            {"fc.weight of toy is f32[4, 3], 48 bytes; the caller has 96 bytes of f64"});
  expectHas(messageOf([&] { model.write("fc.weight", std::vector<float>(11)); }, DLC_ERR_MISMATCH),
            {"48 bytes", "44 bytes of f32"});
  expectHas(messageOf([&] { model.run("forwards", {x}, {y}, {1, 1}); }, DLC_ERR_NAME),
            {"the model has no entry named 'forwards'"});
  expectHas(messageOf([&] { model.run(4, {x}, {y}, {1, 1}); }, DLC_ERR_RANGE),
            {"no entry of this number: 4"});
  expectHas(messageOf([&] { model.run("forward", {}, {y, nullptr}, {1, 1}); }, DLC_ERR_ARGUMENT),
            {"takes 1 inputs, not 0"});
}

TEST_F(One, profileCountsEveryLaunch) {
  EXPECT_STREQ(dlc_profile(model.get()), "");
  expectHas(dlc_error(model.get()), {"DLC_PROFILE"});
  Model timed(context, toyProgram, {.flags = DLC_PROFILE});
  float x[3] = {}, y[4];
  for (int i = 0; i < 17; ++i)
    timed.run("forward", {x}, {y, nullptr}, {1, 1});
  timed.run("denormal", {}, {nullptr}, {1, 1});
  expectHas(timed.profile(), {"       17 ", "k0_contract  toy.cpp:7 in fc", "k2_denormal", "%"});
}

} // namespace
