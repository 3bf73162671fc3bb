//===- TensorTest.cpp - creation, elements, conversion, comparison --------------------------===//
#include "dlc/rt/tensor.hpp"
#include "core/Expect.h"
#include <array>
#include <cmath>
#include <cstring>

using namespace dlc::runtime;

namespace {

void refuses(std::function<void()> body, int status, const char *part) {
  expectHas(messageOf(body, status), {part});
}

template <class T> std::vector<T> elements(const Tensor &x) {
  Tensor flat = x.contiguous();
  return std::vector<T>(flat.data<T>(), flat.data<T>() + flat.numel());
}

//===- Creation ---------------------------------------------------------------===//

TEST(Tensor, describesItself) {
  Tensor x = empty({2, 3, 4}, f64);
  EXPECT_EQ(x.dim(), 3);
  EXPECT_EQ(x.numel(), 24);
  EXPECT_EQ(x.size(-1), 4);
  EXPECT_EQ(x.stride(0), 12);
  EXPECT_EQ(x.element_size(), 8u);
  EXPECT_EQ(x.nbytes(), 192u);
  EXPECT_EQ(x.storage().nbytes(), 192u);
  EXPECT_EQ(reinterpret_cast<uintptr_t>(x.data_ptr()) % 64, 0u);
  EXPECT_EQ(x.device(), Device("cpu"));
  EXPECT_EQ(x.device().str(), "cpu");
  EXPECT_TRUE(x.to("cpu").is_alias_of(x));
  EXPECT_EQ(empty({2, 0, 3}).strides(), (Shape{3, 3, 1}));
}

TEST(Tensor, creation) {
  EXPECT_EQ(elements<float>(zeros({2})), (std::vector<float>{0, 0}));
  EXPECT_EQ(elements<int32_t>(ones({2}, i32)), (std::vector<int32_t>{1, 1}));
  EXPECT_EQ(full({2}, 7).dtype(), i64);
  EXPECT_EQ(full({2}, 7.0).dtype(), f32);
  EXPECT_EQ(full({2}, true).dtype(), boolean);
  EXPECT_EQ(full({}, 7, f64).item<double>(), 7);
  EXPECT_EQ(elements<int64_t>(arange(3)), (std::vector<int64_t>{0, 1, 2}));
  EXPECT_EQ(elements<int64_t>(arange(10, 3, -3)), (std::vector<int64_t>{10, 7, 4}));
  EXPECT_EQ(elements<float>(arange(0, 1, 0.3)), (std::vector<float>{0, 0.3f, 0.6f, 0.9f}));
  EXPECT_EQ(arange(5, 5).numel(), 0);
  EXPECT_EQ(elements<float>(linspace(0, 1, 5)), (std::vector<float>{0, 0.25f, 0.5f, 0.75f, 1}));
  EXPECT_EQ(elements<float>(linspace(3, 9, 1)), (std::vector<float>{3}));
  EXPECT_EQ(linspace(0, 0.1, 7)[6].item<float>(), 0.1f); // both ends are exact
  EXPECT_EQ(elements<float>(eye(2, 3)), (std::vector<float>{1, 0, 0, 0, 1, 0}));
  EXPECT_EQ(elements<int64_t>(eye(2, i64)), (std::vector<int64_t>{1, 0, 0, 1}));
}

TEST(Tensor, fromNumbers) {
  Tensor x = tensor({{1, 2, 3}, {4, 5, 6}});
  EXPECT_EQ(x.dtype(), i64);
  EXPECT_EQ(x.shape(), (Shape{2, 3}));
  EXPECT_EQ(x.at<int64_t>({1, 2}), 6);
  EXPECT_EQ(tensor({1, 2.5}).dtype(), f32);
  EXPECT_EQ(tensor({true, false}).dtype(), boolean);
  EXPECT_EQ(tensor({true, 2}).dtype(), i64);
  EXPECT_EQ(tensor({{{1}}}).shape(), (Shape{1, 1, 1}));
  EXPECT_EQ(tensor({}).shape(), (Shape{0}));
  EXPECT_EQ(tensor({}).dtype(), f32);
  EXPECT_EQ(tensor({{}, {}}).shape(), (Shape{2, 0}));
  EXPECT_EQ(tensor({1, 2}, f16).dtype(), f16);
  EXPECT_EQ(tensor({9007199254740993}).item<int64_t>(), 9007199254740993); // not through a double
  EXPECT_EQ(tensor(std::vector<float>{1, 2}).dtype(), f32);
  EXPECT_EQ(elements<bool>(tensor(std::vector<bool>{true, false}))[0], true);
}

TEST(Tensor, fromMemoryOfOthers) {
  float numbers[6] = {1, 2, 3, 4, 5, 6};
  int released = 0;
  {
    Tensor x = from_blob(numbers, {2, 3}, f32, [&](void *p) { released += p == numbers; });
    Tensor row = x[1];
    x = Tensor();
    EXPECT_FALSE(x.defined());
    row.fill_(0);
    EXPECT_EQ(numbers[3], 0);
    EXPECT_EQ(released, 0);
  }
  EXPECT_EQ(released, 1);
  EXPECT_EQ(elements<float>(from_blob(numbers, {3, 2}, {1, 3})),
            (std::vector<float>{1, 0, 2, 0, 3, 0}));
}

TEST(Tensor, creationMistakes) {
  refuses([] { empty({2, -1}); }, DLC_ERR_ARGUMENT,
          "a tensor of shape [2, -1]; a size is not negative");
  refuses([] { empty({int64_t{1} << 40, int64_t{1} << 40}); }, DLC_ERR_ARGUMENT,
          "f32[1099511627776, 1099511627776] has more elements than any memory");
  refuses([] { empty({int64_t{1} << 50}); }, DLC_ERR_MEMORY, "no memory for a tensor of 4.0 PiB");
  refuses([] { arange(0, 5, -1); }, DLC_ERR_ARGUMENT,
          "`arange` from 0 to 5 by -1; the step leads from the start to the end");
  refuses([] { arange(0, 5, 0); }, DLC_ERR_ARGUMENT, "by 0; the step leads");
  refuses([] { linspace(0, 1, -2); }, DLC_ERR_ARGUMENT,
          "`linspace` of -2 numbers; the number is not negative");
  refuses([] { tensor({{1, 2}, {3}}); }, DLC_ERR_ARGUMENT,
          "`tensor` of 2 and of 1 parts in dimension 1; the parts of a dimension are equally many");
  refuses([] { tensor({{1, 2}, 3}); }, DLC_ERR_ARGUMENT,
          "`tensor` of numbers and braces side by side; all numbers stand equally deep");
  refuses([] { zeros({2}).to("cuda"); }, DLC_ERR_ARGUMENT,
          "there is no device 'cuda' for tensors of the host; hint: 'cpu' is the only one");
}

//===- Elements ---------------------------------------------------------------===//

TEST(Tensor, elementMistakes) {
  refuses([] { zeros({2}).item(); }, DLC_ERR_MISMATCH,
          "`item` of f32[2]; only a tensor of one element is a number, hint: index it, or `at`");
  refuses([] { zeros({2}).data<double>(); }, DLC_ERR_MISMATCH,
          "the elements of f32[2] are read as f64; hint: `.to(f64)` converts them");
  refuses([] { zeros({2}).at<int64_t>({0}); }, DLC_ERR_MISMATCH, "are read as i64");
  refuses([] { Tensor().numel(); }, DLC_ERR_ARGUMENT,
          "a tensor is used that was never given a value");
  refuses([] { Tensor().copy_(zeros({})); }, DLC_ERR_ARGUMENT, "never given a value");
  refuses(
      [] {
        zeros({2}).fill_(0);
        zeros({2}, u8).fill_(256);
      },
      DLC_ERR_RANGE, "256 in a tensor of u8; it holds whole numbers from 0 to 255");
  refuses([] { full({2}, -1, u8); }, DLC_ERR_RANGE, "-1 in a tensor of u8");
}

//===- Copies -----------------------------------------------------------------===//

TEST(Tensor, copies) {
  Tensor x = arange(6).reshape({2, 3}), y = zeros({3, 2});
  y.t().copy_(x);
  EXPECT_EQ(elements<float>(y), (std::vector<float>{0, 3, 1, 4, 2, 5}));
  y.copy_(tensor({7, 8}));
  EXPECT_EQ(elements<float>(y), (std::vector<float>{7, 8, 7, 8, 7, 8}));
  y[0].copy_(y[1]);
  y.copy_(y); // nothing to do
  Tensor columns = x.index({Slice(), Slice(0, 2)});
  columns.copy_(x.index({Slice(), Slice(1, 3)})); // they meet, and the old values count
  EXPECT_EQ(elements<int64_t>(x), (std::vector<int64_t>{1, 2, 2, 4, 5, 5}));
  x.zero_();
  EXPECT_TRUE(equal(x, zeros({2, 3}, i64)));
  zeros({0}).copy_(zeros({0}));
}

TEST(Tensor, copiesThatOverlap) {
  Tensor x = arange(6.);
  refuses([&] { x[0].expand({4}).copy_(zeros({4})); }, DLC_ERR_ARGUMENT,
          "`copy_` into f32[4] with strides [0]: more than one element of the written-to tensor "
          "refers to a single memory location; hint: `.clone()` the tensor before");
  x[0].expand({1}).copy_(full({1}, 9.)); // one element is one place
  EXPECT_EQ(x[0].item<float>(), 9);
  x[0].expand({4}).fill_(3); // the same number everywhere
  refuses(
      [&] { x.slice(0, 1).copy_(x.slice(0, 0, 5)); }, DLC_ERR_ARGUMENT,
      "`copy_` of f32[5] into f32[5] of one storage: some elements of the input tensor and the "
      "written-to tensor refer to a single memory location; hint: `.clone()` the source before");
  Tensor square = x.slice(0, 0, 4).view({2, 2});
  refuses([&] { square.copy_(square.t()); }, DLC_ERR_ARGUMENT, "some elements of the input");
  refuses([&] { x.copy_(zeros({5})); }, DLC_ERR_MISMATCH, "`expand` of f32[5] to [6]");
}

//===- Element types ----------------------------------------------------------===//

// All pairs on numbers that every type holds, then what each pair does at its limits.
TEST(Tensor, conversion) {
  Tensor numbers = tensor({0., 1., 1.});
  for (int from = f64; from <= boolean; ++from)
    for (int to = f64; to <= boolean; ++to) {
      Tensor x = numbers.to(DType(from)).to(DType(to));
      EXPECT_EQ(x.dtype(), to);
      EXPECT_EQ(elements<double>(x.to(f64)), (std::vector<double>{0, 1, 1})) << from << to;
    }
  Tensor x = tensor({-1.9, 2.5, 300., 3e9, NAN}, f64);
  EXPECT_EQ(elements<int64_t>(x.to(i64)),
            (std::vector<int64_t>{-1, 2, 300, 3000000000, INT64_MIN}));
  EXPECT_EQ(elements<int32_t>(x.to(i32)), (std::vector<int32_t>{-1, 2, 300, INT32_MIN, INT32_MIN}));
  EXPECT_EQ(elements<uint8_t>(x.to(u8)), (std::vector<uint8_t>{255, 2, 44, 0, 0}));
  EXPECT_EQ(elements<bool>(x.to(boolean)), (std::vector<bool>{true, true, true, true, true}));
  EXPECT_EQ(elements<uint8_t>(tensor({-1, 257}).to(u8)), (std::vector<uint8_t>{255, 1}));
}

// Every bit pattern survives the way to a float and back; between two of them the nearer one is
// taken, in the middle the even one.
template <class Small> void checkSmallFloat(uint16_t infinity) {
  for (uint32_t bits = 0; bits < 0x10000; ++bits) {
    Small small;
    small.bits = uint16_t(bits);
    float value = small;
    if (std::isnan(value)) {
      EXPECT_GT(bits & 0x7fff, infinity);
      EXPECT_TRUE(std::isnan(float(Small(value))));
      continue;
    }
    ASSERT_EQ(Small(value).bits, bits);
    if ((bits & 0x7fff) >= infinity)
      continue;
    Small next;
    next.bits = uint16_t(bits + 1);
    // The step above the largest number is as wide as the one below it.
    float above = std::isinf(float(next)) ? NAN : float(next);
    if (std::isnan(above))
      continue;
    float middle = value + (above - value) / 2;
    uint32_t even = bits & 1 ? bits + 1 : bits;
    ASSERT_EQ(Small(middle).bits, even) << bits;
    ASSERT_EQ(Small(std::nextafter(middle, value)).bits, bits);
    ASSERT_EQ(Small(std::nextafter(middle, above)).bits, bits + 1);
  }
}

TEST(Tensor, halfRoundsToNearest) {
  checkSmallFloat<Half>(0x7c00);
  EXPECT_EQ(Half(65519.f).bits, 0x7bff);
  EXPECT_EQ(Half(65520.f).bits, 0x7c00);
  EXPECT_EQ(Half(-1e10f).bits, 0xfc00);
  EXPECT_EQ(Half(1e-30f).bits, 0);
}
TEST(Tensor, bfloat16RoundsToNearest) { checkSmallFloat<BFloat16>(0x7f80); }

//===- Comparison -------------------------------------------------------------===//

TEST(Tensor, comparison) {
  Tensor x = tensor({1., 2.}), close = tensor({1.000001, 2.});
  EXPECT_TRUE(equal(x, x.clone()));
  EXPECT_FALSE(equal(x, close));
  EXPECT_FALSE(equal(x, x.unsqueeze(0)));
  EXPECT_TRUE(equal(arange(6).reshape({2, 3}).t(), tensor({{0, 3}, {1, 4}, {2, 5}})));
  EXPECT_TRUE(equal(zeros({0}), zeros({0})));
  EXPECT_TRUE(equal(tensor({-0.}), tensor({0.})));
  Tensor nan = tensor({NAN});
  EXPECT_FALSE(equal(nan, nan));

  EXPECT_TRUE(allclose(x, close));
  EXPECT_FALSE(allclose(x, close, 0, 0));
  EXPECT_FALSE(allclose(x, tensor({1.1, 2.})));
  EXPECT_TRUE(allclose(x, tensor({1.1, 2.}), 0, 0.11));
  EXPECT_TRUE(allclose(ones({2, 3}), ones({3})));
  EXPECT_FALSE(allclose(nan, nan));
  EXPECT_TRUE(allclose(nan, nan, 1e-5, 1e-8, true));
  Tensor infinity = tensor({INFINITY});
  EXPECT_TRUE(allclose(infinity, infinity));
  EXPECT_FALSE(allclose(infinity, tensor({-INFINITY})));
  EXPECT_FALSE(allclose(tensor({1.}), infinity));

  refuses([&] { equal(x, x.to(f64)); }, DLC_ERR_MISMATCH,
          "`equal` of f32[2] and f64[2]; both have one element type, hint: `.to(f32)`");
  refuses([&] { allclose(zeros({2}), zeros({3})); }, DLC_ERR_MISMATCH,
          "`allclose` of f32[2] and f32[3]: the sizes 2 and 3 do not broadcast; they are equal, or "
          "one is 1");
}

} // namespace
