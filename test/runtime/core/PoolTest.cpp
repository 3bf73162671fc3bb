//===- PoolTest.cpp - every tile runs once, on any number of threads ----------------------===//
#include "runtime/core/Pool.h"
#include "core/AddressLimit.h"
#include "dlc/rt/error.hpp"
#include <algorithm>
#include <atomic>
#include <gtest/gtest.h>
#include <sched.h>
#include <set>
#include <thread>
#include <vector>

using namespace dlc::rt;

namespace {

struct Counts {
  std::vector<std::atomic<int>> tiles;
  std::vector<std::atomic<int>> ranges;
  explicit Counts(int64_t tiles, int ranges) : tiles(tiles), ranges(ranges) {}
  static void task(const Work &work, int64_t begin, int64_t end, int range) {
    auto &counts = *static_cast<Counts *>(work.context);
    for (int64_t i = begin; i < end; ++i)
      counts.tiles[i].fetch_add(1, std::memory_order_relaxed);
    counts.ranges[range].fetch_add(1, std::memory_order_relaxed);
  }
};

class PoolOfThreads : public testing::TestWithParam<std::tuple<int, int>> {};

TEST_P(PoolOfThreads, runsEveryTileOnce) {
  auto [threads, spin] = GetParam();
  Pool pool({threads, false, spin});
  EXPECT_EQ(pool.threads(), threads);
  for (int64_t tiles : {0, 1, 2, 3, 7, 8, 9, 64, 1000}) {
    Counts counts(tiles, threads);
    pool.run(tiles, {Counts::task, &counts});
    for (int64_t i = 0; i < tiles; ++i)
      ASSERT_EQ(counts.tiles[i], 1) << "tile " << i << " of " << tiles;
    for (int i = 0; i < threads; ++i)
      ASSERT_LE(counts.ranges[i], 1) << "range " << i << " of " << tiles << " tiles";
  }
}

// Launches of a few nanoseconds in a row: a worker that wakes late meets a later launch.
TEST_P(PoolOfThreads, survivesManyShortLaunches) {
  auto [threads, spin] = GetParam();
  Pool pool({threads, false, spin});
  std::vector<int64_t> sums(1024);
  int64_t expected = 0;
  for (int launch = 0; launch < 20000; ++launch) {
    struct Call {
      int64_t *sums;
      int launch;
    } call{sums.data(), launch};
    auto task = [](const Work &work, int64_t begin, int64_t end, int) {
      auto *c = static_cast<Call *>(work.context);
      for (int64_t i = begin; i < end; ++i)
        c->sums[i] += c->launch + i;
    };
    int64_t tiles = 2 + launch % 13;
    pool.run(tiles, {task, &call});
    expected += tiles * launch + tiles * (tiles - 1) / 2;
  }
  int64_t sum = 0;
  for (int64_t s : sums)
    sum += s;
  EXPECT_EQ(sum, expected);
}

// spin -1: workers sleep at once; 100000 us: they hardly ever do.
INSTANTIATE_TEST_SUITE_P(threads, PoolOfThreads,
                         testing::Combine(testing::Values(1, 2, 3, 8), testing::Values(-1, 0)));
INSTANTIATE_TEST_SUITE_P(spinning, PoolOfThreads, testing::Values(std::tuple{2, 100000}));

TEST(Pool, workersTakePart) {
  Pool pool({2, false, -1});
  std::set<std::thread::id> seen;
  std::mutex lock;
  struct Call {
    std::set<std::thread::id> &seen;
    std::mutex &lock;
  } call{seen, lock};
  auto task = [](const Work &work, int64_t, int64_t, int) {
    auto &c = *static_cast<Call *>(work.context);
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    std::lock_guard<std::mutex> guard(c.lock);
    c.seen.insert(std::this_thread::get_id());
  };
  for (int i = 0; i < 50 && seen.size() < 2; ++i)
    pool.run(2, {task, &call});
  EXPECT_EQ(seen.size(), 2u);
}

// Up to as many words as an order has room for they are copied; else the caller's are read.
TEST(Pool, everyThreadSeesTheWords) {
  Pool pool({3, false, 0});
  for (int count : {0, 1, 33, 34, 200}) {
    std::vector<void *> words(count);
    for (int i = 0; i < count; ++i)
      words[i] = &words[i];
    std::atomic<int> right{0};
    auto task = [](const Work &work, int64_t, int64_t, int) {
      const auto &words = *static_cast<const std::vector<void *> *>(work.detail);
      *static_cast<std::atomic<int> *>(work.context) +=
          work.numWords == int(words.size()) && std::equal(words.begin(), words.end(), work.words);
    };
    for (int launch = 0; launch < 100; ++launch)
      pool.run(3, {task, &right, &words, words.data(), count});
    EXPECT_EQ(right, 300) << count << " words";
  }
}

TEST(Pool, oneTileStaysOnTheCaller) {
  Pool pool({4, false, 0});
  std::thread::id id;
  auto task = [](const Work &work, int64_t, int64_t, int) {
    *static_cast<std::thread::id *>(work.context) = std::this_thread::get_id();
  };
  pool.run(1, {task, &id});
  EXPECT_EQ(id, std::this_thread::get_id());
}

TEST(Pool, serialisesCallers) {
  Pool pool({3, false, -1});
  std::vector<std::thread> callers;
  std::atomic<int> wrong{0};
  for (int t = 0; t < 4; ++t)
    callers.emplace_back([&] {
      for (int i = 0; i < 2000; ++i) {
        Counts counts(10, 3);
        pool.run(10, {Counts::task, &counts});
        for (auto &tile : counts.tiles)
          wrong += tile != 1;
      }
    });
  for (auto &caller : callers)
    caller.join();
  EXPECT_EQ(wrong, 0);
}

TEST(Pool, pinsWorkersOnlyWhenAskedAndNeverTheCaller) {
  cpu_set_t before, after;
  sched_getaffinity(0, sizeof before, &before);
  for (bool pin : {false, true}) {
    Pool pool({2, pin, -1});
    Counts counts(4, 2);
    pool.run(4, {Counts::task, &counts});
    sched_getaffinity(0, sizeof after, &after);
    EXPECT_TRUE(CPU_EQUAL(&before, &after));
  }
}

// The mask of the worker, as it sees it itself.
cpu_set_t workerMask(bool pin) {
  Pool pool({2, pin, -1});
  struct Call {
    std::thread::id caller;
    cpu_set_t mask;
    std::atomic<bool> known{false};
  } call{std::this_thread::get_id(), {}};
  auto task = [](const Work &work, int64_t, int64_t, int) {
    auto &c = *static_cast<Call *>(work.context);
    if (std::this_thread::get_id() == c.caller) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    } else {
      sched_getaffinity(0, sizeof c.mask, &c.mask);
      c.known = true;
    }
  };
  for (int i = 0; i < 200 && !call.known; ++i)
    pool.run(2, {task, &call});
  EXPECT_TRUE(call.known);
  return call.mask;
}

TEST(Pool, aPinnedWorkerLeavesTheFirstProcessorToTheCaller) {
  cpu_set_t all;
  sched_getaffinity(0, sizeof all, &all);
  cpu_set_t free = workerMask(false), pinned = workerMask(true);
  EXPECT_TRUE(CPU_EQUAL(&free, &all));
  if (CPU_COUNT(&all) < 2 || CPU_EQUAL(&pinned, &all))
    return; // one processor, or somebody restricted this process: nothing is pinned
  EXPECT_EQ(CPU_COUNT(&pinned), 1);
  int first = 0;
  while (!CPU_ISSET(first, &all))
    ++first;
  EXPECT_FALSE(CPU_ISSET(first, &pinned));
}

TEST(Pool, leavesARestrictedProcessUnpinned) {
  // In a thread of its own: the mask goes with it.
  std::thread([] {
    cpu_set_t all, one;
    sched_getaffinity(0, sizeof all, &all);
    if (CPU_COUNT(&all) < 2)
      return;
    CPU_ZERO(&one);
    int first = 0;
    while (!CPU_ISSET(first, &all))
      ++first;
    CPU_SET(first, &one);
    ASSERT_EQ(sched_setaffinity(0, sizeof one, &one), 0);
    EXPECT_EQ(usableProcessors(), 1);
    Pool pool({0, true, 0});
    EXPECT_EQ(pool.threads(), 1);
  }).join();
}

TEST(Pool, refusesSenselessThreadCounts) {
  for (int threads : {-1, 100000})
    try {
      Pool pool({threads, false, 0});
      ADD_FAILURE() << threads;
    } catch (const Error &e) {
      EXPECT_EQ(e.status(), DLC_ERR_ARGUMENT);
      EXPECT_NE(std::string(e.what()).find("must be 1..1024"), std::string::npos) << e.what();
    }
}

// A limit on the address space stands in for a system that has no room for another thread's stack.
TEST(Pool, saysWhichThreadTheSystemRefused) {
  std::string message;
  int status = 0;
  try {
    AddressLimit limit(16 << 20);
    Pool pool({1024, false, 0});
  } catch (const Error &e) {
    message = e.what();
    status = e.status();
  }
  EXPECT_EQ(status, DLC_ERR_SYSTEM);
  EXPECT_EQ(message.find("cannot start thread "), 0u) << message;
  EXPECT_NE(message.find(" of 1024: "), std::string::npos) << message;
  Pool after({4, false, 0}); // those that had started are gone
  EXPECT_EQ(after.threads(), 4);
}

} // namespace
