// The loader: order, partial batches, starting anywhere, errors, shutdown.
#include "runtime/data/Loader.h"
#include "runtime/data/Shuffle.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <gtest/gtest.h>
#include <numeric>
#include <thread>

using namespace dlc::rt;

namespace {

std::atomic<int64_t> gets{0}, failAt{-1};
std::atomic<std::thread::id> getThread;

/// Sample i is the pair (i, [i/2, -i]).
struct Counting : Dataset {
  Counting(const std::string &dir, Split) : count(std::stoll(dir)) {
    if (count < 0)
      throw std::runtime_error("a negative count");
  }
  std::vector<Field> fields() const override {
    return {{"number", DLC_I64, {}}, {"pair", DLC_F32, {2}}};
  }
  int64_t size() const override { return count; }
  void get(int64_t i, Sample out) override {
    ++gets;
    getThread = std::this_thread::get_id();
    if (i == failAt)
      throw std::runtime_error("bad sector");
    out.field<int64_t>(0)[0] = i;
    std::span<float> pair = out.field<float>(1);
    pair[0] = float(i) / 2;
    pair[1] = float(-i);
  }
  int64_t count;
};

struct WrongType : Counting {
  using Counting::Counting;
  void get(int64_t, Sample out) override { out.field<double>(1)[0] = 0; }
};

struct ThrowsInt : Counting {
  using Counting::Counting;
  void get(int64_t, Sample) override { throw 7; }
};

struct NoFields : Counting {
  using Counting::Counting;
  std::vector<Field> fields() const override { return {}; }
};

struct EmptyField : Counting {
  using Counting::Counting;
  std::vector<Field> fields() const override { return {{"nothing", DLC_F32, {3, 0}}}; }
};

} // namespace

DLC_DATASET(counting, Counting)
DLC_DATASET(wrong_type, WrongType)
DLC_DATASET(throws_int, ThrowsInt)
DLC_DATASET(no_fields, NoFields)
DLC_DATASET(empty_field, EmptyField)

namespace {

/// The numbers of one epoch, batch after batch.
std::vector<std::vector<int64_t>> epochOf(Loader &loader) {
  std::vector<std::vector<int64_t>> batches;
  while (const Batch *batch = loader.next()) {
    const auto *numbers = static_cast<const int64_t *>(batch->fields[0]);
    const auto *pairs = static_cast<const float *>(batch->fields[1]);
    batches.emplace_back(numbers, numbers + batch->rows);
    for (int64_t row = 0; row < batch->rows; ++row)
      EXPECT_EQ(pairs[2 * row + 1], float(-numbers[row]));
  }
  return batches;
}

std::vector<int64_t> flat(const std::vector<std::vector<int64_t>> &batches) {
  std::vector<int64_t> all;
  for (const auto &batch : batches)
    all.insert(all.end(), batch.begin(), batch.end());
  return all;
}

std::string failure(Loader &loader) {
  try {
    while (loader.next())
      ;
  } catch (const Error &e) {
    return e.what();
  }
  return "";
}

TEST(Shuffle, IsAPermutationFixedForever) {
  std::vector<int64_t> order(10), again(10), other(10);
  shuffledOrder(order, 42, 0);
  shuffledOrder(again, 42, 0);
  EXPECT_EQ(order, again);
  // Written down once: another platform or another version must shuffle alike.
  EXPECT_EQ(order, (std::vector<int64_t>{2, 5, 0, 7, 3, 9, 8, 1, 4, 6}));
  shuffledOrder(other, 42, 1);
  EXPECT_NE(order, other);
  shuffledOrder(other, 43, 0);
  EXPECT_NE(order, other);
  std::sort(order.begin(), order.end());
  std::vector<int64_t> identity(10);
  std::iota(identity.begin(), identity.end(), 0);
  EXPECT_EQ(order, identity);
}

TEST(Shuffle, ReachesAllOrdersAlike) {
  int counts[6] = {};
  for (uint64_t seed = 0; seed < 6000; ++seed) {
    std::vector<int64_t> order(3);
    shuffledOrder(order, seed, 0);
    ++counts[order[0] * 2 + (order[1] > order[2])];
  }
  for (int count : counts)
    EXPECT_NEAR(count, 1000, 120);
}

TEST(Loader, KeepsOrderAndTheLastPartialBatch) {
  OpenedDataset data(dlc_dataset_counting, "10", Split::test);
  Loader loader(data, {.batchSize = 4});
  EXPECT_EQ(loader.batchesPerEpoch(), 3);
  for (int epoch = 0; epoch < 3; ++epoch)
    EXPECT_EQ(epochOf(loader),
              (std::vector<std::vector<int64_t>>{{0, 1, 2, 3}, {4, 5, 6, 7}, {8, 9}}));
}

TEST(Loader, ShufflesEveryEpochOnItsOwn) {
  OpenedDataset data(dlc_dataset_counting, "103", Split::train);
  Loader loader(data, {.batchSize = 8, .shuffle = true, .seed = 5});
  for (int64_t epoch = 0; epoch < 4; ++epoch) {
    std::vector<int64_t> expected(103);
    shuffledOrder(expected, 5, epoch);
    EXPECT_EQ(flat(epochOf(loader)), expected);
  }
}

TEST(Loader, StartsAnywhere) {
  OpenedDataset data(dlc_dataset_counting, "50", Split::train);
  std::vector<std::vector<std::vector<int64_t>>> whole;
  {
    Loader loader(data, {.batchSize = 8, .shuffle = true, .seed = 9});
    for (int epoch = 0; epoch < 3; ++epoch)
      whole.push_back(epochOf(loader));
  }
  for (int64_t step = 0; step <= 7; ++step) {
    Loader loader(data, {.batchSize = 8, .shuffle = true, .seed = 9, .epoch = 1, .step = step});
    std::vector<std::vector<int64_t>> rest(whole[1].begin() + step, whole[1].end());
    EXPECT_EQ(epochOf(loader), rest);
    EXPECT_EQ(epochOf(loader), whole[2]);
  }
}

TEST(Loader, WorksAheadButNotTooFar) {
  OpenedDataset data(dlc_dataset_counting, "1000", Split::train);
  gets = 0;
  Loader loader(data, {.batchSize = 10, .ahead = 3});
  for (int i = 0; i < 200 && gets < 40; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_EQ(gets, 40);
  EXPECT_NE(getThread.load(), std::this_thread::get_id());
}

TEST(Loader, ABatchStaysValidUntilTheNextCall) {
  OpenedDataset data(dlc_dataset_counting, "64", Split::train);
  Loader loader(data, {.batchSize = 1, .ahead = 1});
  for (int64_t i = 0; i < 64; ++i) {
    const Batch *batch = loader.next();
    ASSERT_TRUE(batch);
    if (i % 16 == 0)
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    EXPECT_EQ(*static_cast<const int64_t *>(batch->fields[0]), i);
    EXPECT_EQ(batch->step, i);
  }
  EXPECT_EQ(loader.next(), nullptr);
}

TEST(Loader, StopsAtOnceWhenDropped) {
  OpenedDataset data(dlc_dataset_counting, "1000000", Split::train);
  for (int i = 0; i < 20; ++i) {
    Loader loader(data, {.batchSize = 3, .shuffle = i % 2 == 0});
    if (i % 3)
      loader.next();
  }
}

TEST(Loader, CarriesErrorsToTheCaller) {
  OpenedDataset data(dlc_dataset_counting, "20", Split::train);
  failAt = 13;
  Loader loader(data, {.batchSize = 4});
  for (int i = 0; i < 3; ++i)
    EXPECT_TRUE(loader.next());
  EXPECT_EQ(failure(loader), "data set counting: sample 13 (epoch 1, step 3): bad sector");
  EXPECT_NE(failure(loader), "") << "an error stays an error";
  failAt = -1;

  OpenedDataset wrong(dlc_dataset_wrong_type, "20", Split::train);
  Loader wrongLoader(wrong, {.batchSize = 4});
  EXPECT_NE(failure(wrongLoader).find("field `pair` is written as another element type"),
            std::string::npos);

  OpenedDataset thrower(dlc_dataset_throws_int, "20", Split::train);
  Loader throwing(thrower, {.batchSize = 4});
  EXPECT_NE(failure(throwing).find("no std::exception"), std::string::npos);
}

std::string opening(const dlc_dataset_desc &desc, const std::string &dir) {
  try {
    OpenedDataset data(desc, dir, Split::test);
  } catch (const Error &e) {
    return e.what();
  }
  return "";
}
#define EXPECT_HAS(text, part) EXPECT_NE((text).find(part), std::string::npos) << (text)

TEST(OpenedDataset, RefusesNonsense) {
  EXPECT_HAS(opening(dlc_dataset_counting, "-1"), "data set counting: a negative count");
  EXPECT_HAS(opening(dlc_dataset_counting, "0"), "the test split holds 0 samples");
  EXPECT_HAS(opening(dlc_dataset_no_fields, "5"), "a sample has no fields");
  EXPECT_HAS(opening(dlc_dataset_empty_field, "5"),
             "field `nothing` is f32[3, 0]: extents must be positive");
  dlc_dataset_desc newer = dlc_dataset_counting;
  newer.version = 99;
  EXPECT_HAS(opening(newer, "5"),
             "the data set's reader was compiled for version 99 of dataset.h, this runtime has");
}

} // namespace
