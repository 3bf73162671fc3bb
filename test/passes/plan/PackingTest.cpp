// Packing on made-up buffers: no two that are in use at one moment share a byte, tables keep their
// distances, the same buffers get the same places, and what stands apart is little.
#include "passes/plan/Arena.h"
#include <gtest/gtest.h>
#include <random>

using namespace dlc;

namespace {

/// What training looks like: results that live until the way back has come to them, and others that
/// are gone soon.
std::vector<ArenaBuffer> training(unsigned seed, int count) {
  std::mt19937 random(seed);
  auto below = [&](int64_t bound) { return int64_t(random() % uint64_t(bound)); };
  std::vector<ArenaBuffer> buffers;
  for (int i = 0; i < count; ++i) {
    ArenaBuffer buffer{};
    buffer.bytes = below(8) ? 1 + below(1 << 20) : below(200);
    buffer.from = below(count);
    buffer.to = below(2) ? buffer.from + below(4) : std::max(buffer.from, 2 * count - buffer.from);
    buffers.push_back(buffer);
  }
  return buffers;
}

void addTable(std::vector<ArenaBuffer> &buffers, int table, int segments, int64_t end) {
  int64_t distance = 0;
  for (int i = 0; i < segments; ++i) {
    ArenaBuffer buffer{};
    buffer.bytes = 100 + 777 * i;
    buffer.from = end - 3 * i - 1;
    buffer.to = end;
    buffer.table = table;
    buffer.distance = distance;
    distance += alignUp(buffer.bytes);
    buffers.push_back(buffer);
  }
}

void check(std::vector<ArenaBuffer> buffers) {
  std::vector<ArenaBuffer> again = buffers;
  int64_t total = packArena(buffers), base[2] = {-1, -1};
  EXPECT_EQ(total, packArena(again));
  EXPECT_GE(total, peakBytes(buffers));
  for (size_t i = 0; i < buffers.size(); ++i) {
    const ArenaBuffer &a = buffers[i];
    EXPECT_EQ(a.offset, again[i].offset);
    EXPECT_EQ(a.offset % alignment, 0);
    EXPECT_GE(a.offset, 0);
    EXPECT_LE(a.offset + a.bytes, total);
    if (a.table >= 0) {
      int64_t begin = a.offset - a.distance;
      EXPECT_EQ(base[a.table] < 0 ? begin : base[a.table], begin);
      base[a.table] = begin;
    }
    for (size_t j = 0; j < i; ++j) {
      const ArenaBuffer &b = buffers[j];
      bool overlap = a.offset < b.offset + b.bytes && b.offset < a.offset + a.bytes;
      EXPECT_FALSE(a.meets(b) && overlap) << i << " and " << j;
    }
  }
}

TEST(Packing, NothingMeets) {
  for (unsigned seed = 1; seed <= 30; ++seed)
    check(training(seed, 1 + int(seed) * 7));
}

TEST(Packing, TablesKeepTheirDistances) {
  for (unsigned seed = 1; seed <= 10; ++seed) {
    std::vector<ArenaBuffer> buffers = training(seed, 40);
    addTable(buffers, 0, 7, 80);
    addTable(buffers, 1, 3, 79);
    check(buffers);
  }
}

TEST(Packing, CloseToTheFullestMoment) {
  double worst = 1;
  for (unsigned seed = 1; seed <= 10; ++seed) {
    std::vector<ArenaBuffer> buffers = training(seed, 150);
    worst = std::max(worst, double(packArena(buffers)) / double(peakBytes(buffers)));
  }
  EXPECT_LT(worst, 1.03);
}

TEST(Packing, AnEmptyArena) {
  std::vector<ArenaBuffer> none;
  EXPECT_EQ(packArena(none), 0);
  ArenaBuffer nothing{};
  EXPECT_EQ(packArena(nothing), 0);
}

} // namespace
