//===- Loader.h - batches, in order, ahead of time ---------------------*- C++ -*-===//
//
// A thread fills a ring of batch buffers while the model computes. What comes next is a
// function of (seed, epoch, step) alone, so training can start anywhere.
//
//===------------------------------------------------------------------------------===//
#ifndef DLC_RUNTIME_DATA_LOADER_H
#define DLC_RUNTIME_DATA_LOADER_H

#include "runtime/data/OpenedDataset.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace dlc::rt {

struct LoaderOptions {
  int64_t batchSize = 1;
  bool shuffle = false;
  uint64_t seed = 0;
  int64_t epoch = 0, step = 0; // where to start; step may be batchesPerEpoch()
  int ahead = 3;               // batches prepared while one is in use
};

struct Batch {
  int64_t rows; // fewer than the batch size only at the end of an epoch
  int64_t epoch, step;
  const void *const *fields; // per field: rows samples, dense
};

class Loader {
public:
  /// The data set must outlive the loader and belongs to it meanwhile. All memory is
  /// taken here.
  Loader(const OpenedDataset &data, const LoaderOptions &options);
  Loader(const Loader &) = delete;
  ~Loader();

  int64_t batchesPerEpoch() const { return perEpoch; }

  /// The next batch, valid until the next call; null once at the end of every epoch. Throws
  /// Error when the data set failed on one of the batch's samples.
  const Batch *next();

private:
  struct Slot;
  void produce();
  bool fill(Slot &slot, int64_t epoch, int64_t step);

  const OpenedDataset &data;
  const LoaderOptions options;
  const int64_t perEpoch;
  std::vector<int64_t> order;
  std::vector<void *> places; // of one sample
  std::vector<Slot> ring;

  std::mutex lock;
  std::condition_variable changed;
  uint64_t filled = 0, released = 0; // counts of slots so far, under `lock`
  bool stop = false;

  // The caller's; the thread never looks.
  uint64_t taken = 0; // what it holds is ring[taken - 1]
  int64_t epoch, step;
  std::thread thread;
};

} // namespace dlc::rt

#endif
