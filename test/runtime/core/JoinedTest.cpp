//===- JoinedTest.cpp - parts of joined launches ------------------------------------------===//
#include "core/ToyProgram.h"
#include "dlc/rt/abi.h"
#include "dlc/rt/model.hpp"
#include <atomic>
#include <gtest/gtest.h>

using namespace dlc::rt;

namespace {

// 3 x 10 x 2 tiles, of which a unit takes 4 of the 10; and 3 tiles, one a unit.
std::atomic<int> seen[60], other[3];
std::atomic<int> parts, ran;
std::atomic<int64_t> lastBegin; // of the tiles that ran
int64_t units;

void markTiles(void *const *args, int64_t begin, int64_t end, void *scratch) {
  EXPECT_NE(scratch, nullptr);
  lastBegin = begin;
  for (int64_t i = begin; i < end; ++i)
    static_cast<std::atomic<int> *>(args[0])[i] += 1;
}
const dlc_launch_desc first = {markTiles, "first", "toy.cpp:1", 0, 0, 1, 0};
const dlc_launch_desc second = {markTiles, "second", "toy.cpp:2", 0, 0, 1, 0};

// A dim of no elements: there is nothing to run, not even an empty range.
void mustNotRun(void *const *, int64_t, int64_t, void *) { ADD_FAILURE(); }
const dlc_launch_desc third = {mustNotRun, "third", "toy.cpp:3", 0, 0, 0, 0};

void runPart(dlc_frame *, const dlc_part *part, const int64_t *steps) {
  EXPECT_EQ(steps[0], 7);
  ++parts;
  void *args[] = {seen};
  dlc_rt_run_part(part, &first, args, 3, 10, 2, 4);
  args[0] = other;
  dlc_rt_run_part(part, &second, args, 1, 3, 1, 1);
  for (int64_t none = 0; none < 3; ++none)
    dlc_rt_run_part(part, &third, nullptr, none != 0, none == 1 ? 0 : 3, none != 2, 1);
}
void runJoined(dlc_frame *frame) {
  const int64_t steps[] = {7};
  ran = dlc_rt_join(frame, runPart, steps, units);
}

class Joined : public testing::TestWithParam<int> {
protected:
  void run(int64_t count, uint32_t flags = 0) {
    units = count;
    parts = 0;
    for (auto &tile : seen)
      tile = 0;
    for (auto &tile : other)
      tile = 0;
    Context context{{.threads = GetParam()}};
    dlc_program_desc program = toy::program();
    dlc_entry_desc entry{"joined", runJoined, 0, 0, nullptr, nullptr};
    program.entries = &entry;
    program.num_entries = 1;
    Model model(context, program, {.flags = flags});
    model.run(0, {}, {}, {1, 1});
    if (flags & DLC_PROFILE)
      profile = model.profile();
  }
  std::string profile;
};

TEST_P(Joined, partsAreAllTilesOnce) {
  run(3);
  const bool even = GetParam() == 1 || GetParam() == 3;
  EXPECT_EQ(ran, even);
  EXPECT_EQ(parts, even ? GetParam() : 0);
  for (auto &tile : seen)
    EXPECT_EQ(tile, even);
  for (auto &tile : other)
    EXPECT_EQ(tile, even);
}

TEST_P(Joined, manyUnitsNeedNotBeEven) {
  run(4 * GetParam() + 1);
  EXPECT_EQ(ran, 1);
  for (auto &tile : seen)
    EXPECT_EQ(tile, 1);
}

TEST_P(Joined, aLaunchIsARowOfTheProfile) {
  run(4 * GetParam(), DLC_PROFILE);
  EXPECT_NE(profile.find("first  toy.cpp:1"), profile.npos) << profile;
  EXPECT_NE(profile.find("second  toy.cpp:2"), profile.npos) << profile;
}

TEST_P(Joined, underTestUnitsRunOneByOneFromTheLast) {
  run(4 * GetParam() + 3, DLC_POISON);
  EXPECT_EQ(ran, 1);
  EXPECT_EQ(parts, units);
  EXPECT_EQ(lastBegin, 0);
  for (auto &tile : seen)
    EXPECT_EQ(tile, 1);
}

INSTANTIATE_TEST_SUITE_P(threads, Joined, testing::Values(1, 2, 3, 4));

} // namespace
