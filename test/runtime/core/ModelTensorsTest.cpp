//===- ModelTensorsTest.cpp - a model that takes and gives tensors --------------------------===//
#include "core/Expect.h"
#include "core/ToyProgram.h"
#include "dlc/rt/model.hpp"
#include "dlc/rt/tensor.hpp"

using namespace dlc::runtime;

namespace {

struct ModelTensors : testing::Test {
  dlc_program_desc program = toy::program();
  Context context{{.threads = 1}};
  Model model{context, program};
};

TEST_F(ModelTensors, callTakesItsDimensionsFromTheInputs) {
  // y = x @ fc.weight^T * 0.5, of as many rows as x has; any strides.
  Tensor x = tensor({{1., 0.}, {0., 1.}, {0., 0.}}).t();
  std::vector<Tensor> results = model.call("forward", {x});
  ASSERT_EQ(results.size(), 2u);
  EXPECT_TRUE(equal(results[0], tensor({{0.5, 5.5, 10.5, 15.5}, {1., 6., 11., 16.}})));
  EXPECT_TRUE(equal(results[1], tensor(2)));
  // Two dimensions, neither outermost in both.
  Tensor steps = arange(6).to(i32).view({2, 3});
  EXPECT_TRUE(equal(model.call("transpose_rows", {steps})[0], steps.t()));
}

TEST_F(ModelTensors, withoutInputsEverythingIsAtItsBound) {
  EXPECT_EQ(model.call("denormal", {})[0].shape(), (Shape{64}));
}

TEST_F(ModelTensors, inputsThatDoNotFit) {
  auto refuses = [&](const char *entry, std::vector<Tensor> inputs, int status, const char *part) {
    expectHas(messageOf([&] { model.call(entry, inputs); }, status), {part});
  };
  refuses("backward", {}, DLC_ERR_NAME, "the model has no entry named 'backward'");
  refuses("forward", {}, DLC_ERR_ARGUMENT, "forward takes 1 inputs, not 0");
  refuses("forward", {zeros({2, 4})}, DLC_ERR_MISMATCH,
          "forward takes f32[rows, 3] as its input `x`, not f32[2, 4]");
  refuses("forward", {zeros({2, 3}, f64)}, DLC_ERR_MISMATCH, "not f64[2, 3]");
  refuses("forward", {zeros({3})}, DLC_ERR_MISMATCH, "not f32[3]");
  refuses("forward", {zeros({9, 3})}, DLC_ERR_RANGE, "rows = 9, must be 1..8");
}

// The toy with inputs of 2 * rows + 1 and of rows elements.
TEST_F(ModelTensors, dimensionsThatContradict) {
  static constexpr int64_t shape[] = {2 * toy::maxRows + 1};
  static constexpr dlc_live_desc odd[] = {{0, 0, 2, 1}}, plain[] = {{0, 0, 1, 0}};
  static const dlc_value_desc inputs[] = {{{"a", DLC_U8, 1, shape, odd}, 0},
                                          {{"b", DLC_U8, 1, shape, plain}, 64}};
  static const dlc_value_desc outputs[] = {{{"b", DLC_U8, 1, shape, plain}, 64}};
  static const dlc_entry_desc entry[] = {{"second", [](dlc_frame *) {}, 2, 1, inputs, outputs}};
  program.entries = entry;
  program.num_entries = 1;
  Model other(context, program);
  EXPECT_TRUE(equal(other.call("second", {zeros({7}, u8), tensor({4, 5, 6}, u8)})[0],
                    tensor({4, 5, 6}, u8)));
  expectHas(
      messageOf([&] { other.call("second", {zeros({7}, u8), zeros({2}, u8)}); }, DLC_ERR_MISMATCH),
      {"second: input `b` says that rows is 2, another one that it is 3"});
  expectHas(
      messageOf([&] { other.call("second", {zeros({6}, u8), zeros({2}, u8)}); }, DLC_ERR_MISMATCH),
      {"second takes u8[2*rows+1] as its input `a`, not u8[6]"});
}

TEST_F(ModelTensors, states) {
  Tensor weight = model.state("fc.weight"); // PyTorch's layout, however it is stored
  EXPECT_EQ(weight.at<float>({3, 2}), toy::initialWeight(3, 2));
  model.set_state("fc.weight", zeros({3, 4}).t());
  EXPECT_TRUE(equal(model.state("fc.weight"), zeros({4, 3})));
  EXPECT_EQ(weight.at<float>({3, 2}), toy::initialWeight(3, 2)); // a copy
  EXPECT_EQ(model.state("mask").dtype(), boolean);
  expectHas(messageOf([&] { model.state("fc.bias"); }, DLC_ERR_NAME),
            {"the model has no state named 'fc.bias'"});
  expectHas(messageOf([&] { model.set_state("fc.weight", zeros({3, 4})); }, DLC_ERR_MISMATCH),
            {"state 'fc.weight' is f32[4, 3], not f32[3, 4]"});
}

} // namespace
