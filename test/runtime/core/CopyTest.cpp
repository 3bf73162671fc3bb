//===- CopyTest.cpp - which bytes of a slot are the user's ----------------------------------===//
#include "runtime/core/Copy.h"
#include <gtest/gtest.h>
#include <vector>

using namespace dlc::rt;

namespace {

constexpr int64_t shape[] = {4, 3, 5};
constexpr dlc_live_desc whole{-1, 0, 0, 0};

// Which elements are live, counted by hand, against what the copies move.
void check(const std::vector<dlc_live_desc> &live, std::vector<int64_t> dims,
           std::vector<int64_t> extents) {
  dlc_tensor_desc tensor{"t", DLC_I32, 3, shape, live.data()};
  std::vector<int32_t> dense, slot(60, -1), expected(60, -1);
  for (int64_t i = 0; i < extents[0]; ++i)
    for (int64_t j = 0; j < extents[1]; ++j)
      for (int64_t k = 0; k < extents[2]; ++k) {
        expected[(i * 3 + j) * 5 + k] = static_cast<int32_t>(dense.size());
        dense.push_back(static_cast<int32_t>(dense.size()));
      }
  dense.push_back(-7); // behind the end
  copyIntoSlot(slot.data(), dense.data(), tensor, dims.data());
  EXPECT_EQ(slot, expected);
  std::vector<int32_t> back(dense.size(), -7);
  copyFromSlot(back.data(), slot.data(), tensor, dims.data());
  EXPECT_EQ(back, dense);
}

TEST(Copy, liveAxesAnywhere) {
  dlc_live_desc n{0, 0, 1, 0}, m{1, 0, 1, 0};
  check({whole, whole, whole}, {1, 1}, {4, 3, 5});
  for (int64_t i = 1; i <= 4; ++i)
    check({n, whole, whole}, {i, 1}, {i, 3, 5});
  for (int64_t j = 1; j <= 3; ++j) {
    check({whole, n, whole}, {j, 1}, {4, j, 5});
    check({n, m, whole}, {2, j}, {2, j, 5});
    check({whole, n, m}, {j, 4}, {4, j, 4});
    check({n, whole, m}, {3, j}, {3, 3, j});
  }
}

TEST(Copy, extentsThatAreNotTheDimension) {
  check({{0, 0, 1, -1}, whole, {0, 0, 2, 1}}, {2, 1}, {1, 3, 5});
  check({whole, {0, 0, 1, -1}, whole}, {1, 1}, {4, 0, 5}); // nothing is live
  check({{0, 0, 1, -2}, whole, whole}, {1, 1}, {0, 3, 5}); // n - 2 of one
  check({{0, 0, 1, -2}, whole, {1, 0, 1, 0}}, {1, 3}, {0, 3, 3});
}

} // namespace
