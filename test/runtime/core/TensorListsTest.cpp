//===- TensorListsTest.cpp - several tensors of one, and one of several ------------------===//
#include "core/Expect.h"
#include "dlc/rt/tensor.hpp"

using namespace dlc::runtime;

namespace {

TEST(Tensorss, pieces) {
  Tensor v = arange(10);
  EXPECT_EQ(v.split(4).size(), 3u);
  EXPECT_EQ(v.split(10).size(), 1u);
  EXPECT_EQ(v.chunk(4).size(), 4u); // 3, 3, 3, 1
  EXPECT_EQ(v.chunk(6).size(), 5u); // of 2: PyTorch gives fewer
  EXPECT_EQ(v.unbind().size(), 10u);
  EXPECT_TRUE(v.unbind()[3].is_alias_of(v));
  EXPECT_EQ(zeros({0}).split(0).size(), 1u);
  EXPECT_EQ(zeros({0, 2}).chunk(3).size(), 3u);
  EXPECT_TRUE(zeros({0}).unbind().empty());
}

TEST(Tensorss, oneOfSeveral) {
  Tensor a = tensor({{1, 2}, {3, 4}}), b = tensor({{5, 6}});
  EXPECT_TRUE(equal(cat({a, b}), tensor({{1, 2}, {3, 4}, {5, 6}})));
  EXPECT_TRUE(equal(cat({a.t(), b.t()}, -1), tensor({{1, 3, 5}, {2, 4, 6}})));
  EXPECT_TRUE(equal(cat({b, zeros({0, 2}, i64), b}), tensor({{5, 6}, {5, 6}})));
  EXPECT_TRUE(equal(stack({a, a.t()}, 1), tensor({{{1, 2}, {1, 3}}, {{3, 4}, {2, 4}}})));
  EXPECT_TRUE(equal(stack({tensor(1.5), tensor(2.5)}, -1), tensor({1.5, 2.5})));
  Tensor v = arange(10);
  EXPECT_TRUE(equal(cat(v.split(3)), v));
  EXPECT_TRUE(equal(stack(a.unbind(1), 1), a));
}

TEST(Tensorss, likes) {
  Tensor x = arange(6).to(f16).view({2, 3});
  EXPECT_TRUE(equal(zeros_like(x), zeros({2, 3}, f16)));
  EXPECT_TRUE(equal(ones_like(x.t()), ones({3, 2}, f16)));
  EXPECT_TRUE(equal(full_like(x, 2), full({2, 3}, 2, f16)));
  EXPECT_EQ(empty_like(x).dtype(), f16);
}

TEST(Tensorss, mistakes) {
  auto refuses = [](std::function<void()> body, int status, const char *part) {
    expectHas(messageOf(body, status), {part});
  };
  refuses([] { arange(4).split(0); }, DLC_ERR_ARGUMENT,
          "`split` of i64[4] into pieces of 0; a piece has at least one element");
  refuses([] { arange(4).chunk(0); }, DLC_ERR_ARGUMENT,
          "`chunk` of i64[4] into 0 pieces; there is at least one");
  refuses([] { cat({}); }, DLC_ERR_ARGUMENT, "`cat` of no tensors; it takes at least one");
  refuses([] { cat({tensor(1), tensor(2)}); }, DLC_ERR_ARGUMENT,
          "`cat` of tensors without dimensions; hint: `stack`");
  refuses([] { cat({zeros({2, 3}), zeros({2, 4})}); }, DLC_ERR_MISMATCH,
          "`cat` of f32[2, 3] and f32[2, 4]; element types and all sizes but the one along the "
          "dimension are equal");
  refuses([] { cat({zeros({2}), zeros({2}, f64)}); }, DLC_ERR_MISMATCH, "f32[2] and f64[2]");
  refuses([] { stack({zeros({2}), zeros({3})}); }, DLC_ERR_MISMATCH,
          "`stack` of f32[2] and f32[3]");
}

} // namespace
