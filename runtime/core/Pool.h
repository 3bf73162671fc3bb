//===- Pool.h - the threads of a context --------------------------------------*- C++ -*-===//
//
// Runs the tiles of one launch at a time on threads-1 workers and the calling thread. Each
// thread gets a fixed contiguous range, so a thread meets the same rows step after step; the
// caller takes over the ranges of workers that have not woken up. Which thread runs a tile
// never changes a result.
//
// What a worker has to know is copied to lines of its own, which come to its core at once. Where
// lines travel for 300 ns, as between two parts of a large processor, following pointers to it
// costs more than a short kernel.
//===-----------------------------------------------------------------------------------===//
#ifndef DLC_RUNTIME_CORE_POOL_H
#define DLC_RUNTIME_CORE_POOL_H
#include <atomic>
#include <cstdint>
#include <memory>
#include <pthread.h>

namespace dlc::rt {

struct PoolOptions {
  int threads = 0;    // 0: as many as this process may use
  bool pin = false;   // workers only; ignored where somebody restricted the process
  int spinMicros = 0; // 0: the default, negative: sleep at once
};

// One launch. `context` and `detail` are the caller's; of `words` every thread gets a copy.
struct Work {
  // Runs tiles [begin, end). `range` is below threads() and no other range of this launch has
  // the same number, so it may index memory of the caller. Must not throw and must not launch.
  void (*task)(const Work &work, int64_t begin, int64_t end, int range);
  void *context = nullptr;
  const void *detail = nullptr;
  void *const *words = nullptr;
  int numWords = 0;
};

class Pool {
public:
  explicit Pool(const PoolOptions &options); // throws Error
  ~Pool();
  Pool(const Pool &) = delete;
  Pool &operator=(const Pool &) = delete;

  int threads() const { return numThreads; }

  // Returns when every tile has run. Callable from any thread: while another caller has the
  // workers, all tiles run on the calling thread, as range 0.
  void run(int64_t tiles, const Work &work);

private:
  struct Worker;
  static void *workerMain(void *worker);
  void serve(Worker &worker);
  void runRange(Worker &worker);
  void finishLaunch();
  void stop(int started);

  int numThreads = 1;
  int64_t spinNanos = 0;
  std::unique_ptr<Worker[]> workers; // [numThreads - 1]
  alignas(64) std::atomic<bool> taken{false};
  alignas(64) std::atomic<uint32_t> pending{0};
  std::atomic<uint32_t> callerSleeps{0};
};

// What the scheduler's mask and a control group's quota leave to this process.
int usableProcessors();

} // namespace dlc::rt
#endif
