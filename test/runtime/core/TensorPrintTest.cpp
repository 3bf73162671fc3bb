//===- TensorPrintTest.cpp - printing, against what PyTorch printed -------------------------===//
#include "core/Expect.h"
#include "dlc/rt/tensor.hpp"
#include <cmath>
#include <sstream>

using namespace dlc::runtime;

namespace {

const double nan = NAN, inf = INFINITY;

// The tensors of torch_prints.py.
Tensor wave(const Shape &shape) {
  Tensor x = empty(shape);
  for (int64_t i = 0; i < x.numel(); ++i)
    x.data<float>()[i] = float(double(i % 7 - 3) * 0.37);
  return x;
}
Tensor powers(int64_t count) {
  Tensor x = empty({count});
  for (int64_t i = 0; i < count; ++i)
    x.data<float>()[i] = float(std::pow(10.0, double(i)));
  return x;
}
Tensor billions(int64_t count) {
  Tensor x = empty({count}, f64);
  for (int64_t i = 0; i < count; ++i)
    x.data<double>()[i] = double(i) * 1e9;
  return x;
}

#define PRINTS(expected, ...) EXPECT_EQ((__VA_ARGS__).str(), expected) << #__VA_ARGS__;

TEST(TensorPrint, isPyTorchs) {
#include "core/torch_prints.inc"
}

TEST(TensorPrint, goesToStreamsAndToStandardOutput) {
  Tensor x = tensor({1, 2});
  std::ostringstream stream;
  stream << x << "; " << x[0];
  EXPECT_EQ(stream.str(), "tensor([1, 2]); tensor(1)");
  testing::internal::CaptureStdout();
  print(x);
  print("loss", tensor(0.5));
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "tensor([1, 2])\nloss tensor(0.5000)\n");
}

} // namespace
