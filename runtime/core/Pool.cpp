//===- Pool.cpp ------------------------------------------------------------------------===//
//
// How a launch travels. Every worker has one word on a cache line of its own: a generation and
// one of three states. The caller fills the `order` of as many workers as there are ranges and
// stores `open` into their words, runs range 0 itself, and then takes every word that is still
// open. Whoever turns open into claimed by compare-and-swap runs that range, and since the
// caller cannot return before all ranges are done, an order is valid for exactly as long as a
// claim can succeed. A worker that wakes late finds nothing open and sleeps again; nobody waits
// for it.
//===-----------------------------------------------------------------------------------===//
#include "runtime/core/Pool.h"
#include "dlc/rt/error.hpp"
#include "runtime/core/FloatEnv.h"
#include <algorithm>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fmt/format.h>
#include <linux/futex.h>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

using namespace dlc::rt;

namespace {

constexpr int maxThreads = 1024;
// Kernels keep their data in scratch; what they spill and the C library's own frames fit.
constexpr size_t stackBytes = 256 * 1024;
constexpr int64_t defaultSpinNanos = 50'000; // longer than the gap between two launches of a step

constexpr uint32_t stateMask = 3, idle = 0, open = 1, claimed = 2, quit = 3;
constexpr uint32_t generationStep = 4;
constexpr int maxWords = 33; // with the rest of an order, five lines

void futexWait(std::atomic<uint32_t> &word, uint32_t seen) {
  syscall(SYS_futex, &word, FUTEX_WAIT_PRIVATE, seen, nullptr, nullptr, 0);
}
void futexWake(std::atomic<uint32_t> &word) {
  syscall(SYS_futex, &word, FUTEX_WAKE_PRIVATE, INT_MAX, nullptr, nullptr, 0);
}

void pause() {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#else
  asm volatile("yield");
#endif
}

int64_t nowNanos() {
  timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

// Waits for `ready` for at most `nanos`, awake. The bound is in time because one pause lasts
// ten times as long on one processor as on another.
template <class Ready> bool spinUntil(int64_t nanos, Ready ready) {
  if (ready())
    return true;
  if (nanos <= 0)
    return false;
  for (int64_t end = nowNanos() + nanos;;) {
    for (int i = 0; i < 32; ++i) {
      pause();
      if (ready())
        return true;
    }
    if (nowNanos() >= end)
      return false;
  }
}

// The CPUs a control group grants in time; INT_MAX without a limit.
int quotaProcessors() {
  auto readNumbers = [](const char *path, const char *format, long long &a, long long &b) {
    FILE *file = fopen(path, "re");
    if (!file)
      return 0;
    int count = fscanf(file, format, &a, &b);
    fclose(file);
    return count;
  };
  long long quota = 0, period = 0;
  if (readNumbers("/sys/fs/cgroup/cpu.max", "%lld %lld", quota, period) != 2 &&
      (readNumbers("/sys/fs/cgroup/cpu/cpu.cfs_quota_us", "%lld", quota, period) != 1 ||
       readNumbers("/sys/fs/cgroup/cpu/cpu.cfs_period_us", "%lld", period, period) != 1))
    return INT_MAX;
  if (quota <= 0 || period <= 0)
    return INT_MAX;
  return static_cast<int>(std::min<long long>((quota + period - 1) / period, INT_MAX));
}

// The processors this process may run on, in order; empty when the kernel does not say.
std::vector<int> allowedProcessors() {
  std::vector<int> list;
  for (int capacity = CPU_SETSIZE; capacity <= CPU_SETSIZE * 64; capacity *= 2) {
    cpu_set_t *set = CPU_ALLOC(capacity);
    size_t bytes = CPU_ALLOC_SIZE(capacity);
    bool known = sched_getaffinity(0, bytes, set) == 0;
    bool tooSmall = !known && errno == EINVAL;
    for (int i = 0; known && i < capacity; ++i)
      if (CPU_ISSET_S(i, bytes, set))
        list.push_back(i);
    CPU_FREE(set);
    if (!tooSmall)
      break;
  }
  return list;
}

// Someone who narrowed the mask or set a quota has plans for the processors; two programs that
// both pin to "the first four" would share them and leave the rest idle.
bool ownsProcessors(const std::vector<int> &allowed) {
  return static_cast<long>(allowed.size()) == sysconf(_SC_NPROCESSORS_ONLN) &&
         quotaProcessors() == INT_MAX;
}

} // namespace

int dlc::rt::usableProcessors() {
  int allowed = static_cast<int>(allowedProcessors().size());
  if (allowed == 0)
    allowed = std::max(1, static_cast<int>(sysconf(_SC_NPROCESSORS_ONLN)));
  return std::min({allowed, quotaProcessors(), maxThreads});
}

struct alignas(64) Pool::Worker {
  std::atomic<uint32_t> word{idle};
  std::atomic<uint32_t> sleeps{0};
  Pool *pool = nullptr;
  int range = 0;
  pthread_t thread{};
  // On other lines than the word, which the worker reads all the time.
  struct alignas(64) Order {
    Work work;
    int64_t begin, end;
    void *words[maxWords]; // a copy, if they are not more
  } order;
};

Pool::Pool(const PoolOptions &options) {
  if (options.threads < 0 || options.threads > maxThreads)
    throw Error(
        DLC_ERR_ARGUMENT,
        fmt::format("threads = {}, must be 1..{} (or 0 for as many as this process may use)",
                    options.threads, maxThreads));
  int usable = usableProcessors();
  numThreads = options.threads ? options.threads : usable;
  // With more threads than processors whoever spins keeps another from working.
  if (numThreads <= usable && options.spinMicros >= 0)
    spinNanos = options.spinMicros ? int64_t{options.spinMicros} * 1000 : defaultSpinNanos;
  if (numThreads == 1)
    return;

  workers = std::make_unique<Worker[]>(numThreads - 1);
  std::vector<int> processors;
  if (options.pin) {
    processors = allowedProcessors();
    if (!ownsProcessors(processors) || static_cast<int>(processors.size()) < numThreads)
      processors.clear();
  }

  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, stackBytes);
  // Signals are the host program's business: no handler of it runs on a worker's small stack.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  int started = 0, error = 0;
  for (; started < numThreads - 1; ++started) {
    Worker &worker = workers[started];
    worker.pool = this;
    worker.range = started + 1;
    error = pthread_create(&worker.thread, &attributes, workerMain, &worker);
    if (error)
      break;
    if (!processors.empty()) {
      // The caller stays free: threads it starts later would inherit its mask.
      cpu_set_t *one = CPU_ALLOC(processors.back() + 1);
      size_t bytes = CPU_ALLOC_SIZE(processors.back() + 1);
      CPU_ZERO_S(bytes, one);
      CPU_SET_S(processors[started + 1], bytes, one);
      pthread_setaffinity_np(worker.thread, bytes, one);
      CPU_FREE(one);
    }
  }
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  pthread_attr_destroy(&attributes);
  if (error) {
    stop(started);
    throw Error(DLC_ERR_SYSTEM, fmt::format("cannot start thread {} of {}: {}", started + 2,
                                            numThreads, strerror(error)));
  }
}

Pool::~Pool() { stop(numThreads - 1); }

void Pool::stop(int started) {
  for (int i = 0; i < started; ++i) {
    workers[i].word.store(quit);
    futexWake(workers[i].word);
  }
  for (int i = 0; i < started; ++i)
    pthread_join(workers[i].thread, nullptr);
}

void *Pool::workerMain(void *argument) {
  auto &worker = *static_cast<Worker *>(argument);
  char name[16];
  snprintf(name, sizeof name, "dlc-%d", worker.range);
  pthread_setname_np(pthread_self(), name);
  worker.pool->serve(worker);
  return nullptr;
}

void Pool::serve(Worker &worker) {
  for (;;) {
    uint32_t word = 0;
    auto called = [&] {
      word = worker.word.load(std::memory_order_acquire);
      return (word & stateMask) == open || (word & stateMask) == quit;
    };
    if (!spinUntil(spinNanos, called)) {
      // Either the caller sees `sleeps`, or the kernel sees that the word has changed.
      worker.sleeps.store(1);
      if (!called())
        futexWait(worker.word, word);
      worker.sleeps.store(0);
      continue;
    }
    if ((word & stateMask) == quit)
      return;
    if (worker.word.compare_exchange_strong(word, word - open + claimed)) {
      setFloatControl(defaultFloatControl);
      runRange(worker);
    }
  }
}

void Pool::runRange(Worker &worker) {
  const Worker::Order &order = worker.order;
  order.work.task(order.work, order.begin, order.end, worker.range);
  if (pending.fetch_sub(1) == 1 && callerSleeps.load())
    futexWake(pending);
}

void Pool::run(int64_t tiles, const Work &work) {
  if (tiles <= 0)
    return;
  if (tiles == 1 || numThreads == 1 || taken.exchange(true, std::memory_order_acquire)) {
    work.task(work, 0, tiles, 0);
    return;
  }
  int ranges = static_cast<int>(std::min<int64_t>(tiles, numThreads));
  pending.store(ranges - 1, std::memory_order_relaxed);
  for (int i = 0; i < ranges - 1; ++i) {
    Worker &worker = workers[i];
    Worker::Order &order = worker.order;
    order.work = work;
    order.begin = tiles * worker.range / ranges;
    order.end = tiles * (worker.range + 1) / ranges;
    if (work.numWords <= maxWords) {
      std::copy_n(work.words, work.numWords, order.words);
      order.work.words = order.words;
    }
    uint32_t word = worker.word.load(std::memory_order_relaxed);
    worker.word.store((word & ~stateMask) + generationStep + open);
    if (worker.sleeps.load())
      futexWake(worker.word);
  }
  work.task(work, 0, tiles / ranges, 0);
  for (int i = 0; i < ranges - 1; ++i) {
    uint32_t word = workers[i].word.load(std::memory_order_relaxed);
    if ((word & stateMask) == open &&
        workers[i].word.compare_exchange_strong(word, word - open + claimed))
      runRange(workers[i]);
  }
  finishLaunch();
  taken.store(false, std::memory_order_release);
}

void Pool::finishLaunch() {
  if (spinUntil(spinNanos, [&] { return pending.load(std::memory_order_acquire) == 0; }))
    return;
  callerSleeps.store(1);
  while (uint32_t left = pending.load())
    futexWait(pending, left);
  callerSleeps.store(0);
}
