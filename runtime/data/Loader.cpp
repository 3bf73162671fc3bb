//===- Loader.cpp - batches, in order, ahead of time -------------------*- C++ -*-===//
#include "runtime/data/Loader.h"

#include "runtime/data/Shuffle.h"

#include <csignal>
#include <fmt/format.h>
#include <new>
#include <numeric>

namespace dlc::rt {
namespace {
constexpr size_t alignment = 64;
struct AlignedDelete {
  void operator()(std::byte *memory) const {
    ::operator delete(memory, std::align_val_t(alignment));
  }
};
using AlignedBytes = std::unique_ptr<std::byte, AlignedDelete>;

AlignedBytes allocate(size_t bytes) {
  return AlignedBytes(static_cast<std::byte *>(::operator new(bytes, std::align_val_t(alignment))));
}
} // namespace

struct Loader::Slot {
  Batch batch{};
  std::vector<AlignedBytes> memory;
  std::vector<void *> fields;
  int64_t failedSample = -1;
  char error[1024];
};

Loader::Loader(const OpenedDataset &data, const LoaderOptions &options)
    : data(data), options(options),
      perEpoch((data.size() + options.batchSize - 1) / options.batchSize),
      order(size_t(data.size())), places(size_t(data.numFields())), ring(size_t(options.ahead) + 1),
      epoch(options.epoch), step(options.step) {
  for (Slot &slot : ring) {
    for (int k = 0; k < data.numFields(); ++k) {
      slot.memory.push_back(allocate(size_t(options.batchSize * data.fieldBytes(k))));
      slot.fields.push_back(slot.memory.back().get());
    }
    slot.batch.fields = slot.fields.data();
  }
  // Signals are for the thread that computes: it knows when to stop.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &before);
  try {
    thread = std::thread([this] { produce(); });
  } catch (...) {
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    throw;
  }
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

Loader::~Loader() {
  {
    std::lock_guard guard(lock);
    stop = true;
  }
  changed.notify_all();
  thread.join();
}

void Loader::produce() {
  int64_t shuffled = -1;
  // Not the members `epoch` and `step`: those are the caller's.
  int64_t nextEpoch = options.epoch, nextStep = options.step;
  std::iota(order.begin(), order.end(), int64_t(0));
  for (uint64_t count = 0;; ++count) {
    if (nextStep >= perEpoch) {
      ++nextEpoch;
      nextStep = 0;
    }
    {
      std::unique_lock guard(lock);
      changed.wait(guard, [&] { return stop || count - released < ring.size(); });
      if (stop)
        return;
    }
    if (options.shuffle && shuffled != nextEpoch) {
      shuffledOrder(order, options.seed, nextEpoch);
      shuffled = nextEpoch;
    }
    bool whole = fill(ring[count % ring.size()], nextEpoch, nextStep);
    {
      std::lock_guard guard(lock);
      filled = count + 1;
    }
    changed.notify_all();
    if (!whole)
      return;
    ++nextStep;
  }
}

bool Loader::fill(Slot &slot, int64_t ofEpoch, int64_t ofStep) {
  const int64_t begin = ofStep * options.batchSize;
  slot.batch.rows = std::min(options.batchSize, data.size() - begin);
  slot.batch.epoch = ofEpoch;
  slot.batch.step = ofStep;
  for (int64_t row = 0; row < slot.batch.rows; ++row) {
    for (int k = 0; k < data.numFields(); ++k)
      places[size_t(k)] =
          static_cast<std::byte *>(slot.fields[size_t(k)]) + row * data.fieldBytes(k);
    int64_t sample = order[size_t(begin + row)];
    if (data.get(sample, places.data(), slot.error, sizeof slot.error)) {
      slot.failedSample = sample;
      return false;
    }
  }
  return true;
}

const Batch *Loader::next() {
  if (step >= perEpoch) {
    ++epoch;
    step = 0;
    return nullptr;
  }
  {
    std::unique_lock guard(lock);
    released = taken;
    changed.notify_all();
    changed.wait(guard, [&] { return filled > taken; });
  }
  Slot &slot = ring[taken % ring.size()];
  if (slot.failedSample >= 0)
    throw Error(DLC_ERR_IO,
                fmt::format("data set {}: sample {} (epoch {}, step {}): {}", data.desc().name,
                            slot.failedSample, slot.batch.epoch + 1, slot.batch.step, slot.error));
  ++taken;
  ++step;
  return &slot.batch;
}

} // namespace dlc::rt
