//===- PhiloxTest.cpp - the published answers -----------------------------------------------===//
#include "runtime/core/Philox.h"
#include <gtest/gtest.h>

using namespace dlc::rt;

// From the known answers of Random123, "philox4x32 10".
TEST(Philox, knownAnswers) {
  EXPECT_EQ(philox({0, 0, 0, 0}, 0, 0),
            (PhiloxBlock{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  uint32_t ones = 0xffffffff;
  EXPECT_EQ(philox({ones, ones, ones, ones}, ones, ones),
            (PhiloxBlock{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, 0xa4093822, 0x299f31d0),
            (PhiloxBlock{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Philox, seedIsTheKeyLowWordFirst) {
  PhiloxBlock counter{7, 0, 3, 9};
  EXPECT_EQ(philox(0x299f31d0a4093822, counter), philox(counter, 0xa4093822, 0x299f31d0));
  uint32_t word = philox(5, {7, 0, 3, 9})[0];
  EXPECT_EQ(philoxUniform(5, 9, 3, 7), static_cast<float>(word >> 8) / 16777216.0f);
}

TEST(Philox, uniformStaysBelowOne) {
  float sum = 0;
  for (uint32_t i = 0; i < 10000; ++i) {
    float u = philoxUniform(1, 2, 3, i);
    ASSERT_GE(u, 0.0f);
    ASSERT_LT(u, 1.0f);
    sum += u;
  }
  EXPECT_NEAR(sum / 10000, 0.5, 0.01);
}
