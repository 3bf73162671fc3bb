// What the threads of a compiled program cost, as a line of JSON:
//   dispatch_ns   an empty launch on all threads, half a microsecond after the last one
//   gap_ns        the same when the caller has worked alone for 20 us in between
//   two_programs  the work that two processes with all threads each get done at once, as a share of
//                 what one does alone: 1 is fair, below it they are in each other's way
#include "runtime/core/Pool.h"
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {
using Clock = std::chrono::steady_clock;

double seconds(Clock::time_point since) {
  return std::chrono::duration<double>(Clock::now() - since).count();
}

volatile float sink;

void nothing(void *, int64_t, int64_t, int) {}

/// Some microseconds of multiply-adds a tile.
void multiply(void *, int64_t begin, int64_t end, int) {
  float sums[16] = {};
  for (int64_t tile = begin; tile < end; ++tile)
    for (int i = 0; i < 10000; ++i)
      for (float &sum : sums)
        sum = sum * 0.999f + 1;
  sink = sums[0];
}

/// The median over launches with `gap` seconds in between.
double nanosPerLaunch(dlc::rt::Pool &pool, double gap) {
  std::vector<double> times;
  for (int i = 0; i < 10001; ++i) {
    for (auto start = Clock::now(); seconds(start) < gap;)
      continue;
    auto start = Clock::now();
    pool.run(pool.threads(), nothing, nullptr);
    times.push_back(seconds(start) * 1e9);
  }
  std::nth_element(times.begin(), times.begin() + times.size() / 2, times.end());
  return times[times.size() / 2];
}

/// Launches a second.
double rate(double duration) {
  dlc::rt::Pool pool({});
  long launches = 0;
  auto start = Clock::now();
  for (; seconds(start) < duration; ++launches)
    pool.run(8L * pool.threads(), multiply, nullptr);
  return launches / seconds(start);
}
} // namespace

int main() {
  double dispatch, gap;
  {
    dlc::rt::Pool pool({.pin = true});
    dispatch = nanosPerLaunch(pool, 0.5e-6);
    gap = nanosPerLaunch(pool, 20e-6);
  }
  const double alone = rate(1);
  int ends[2];
  if (pipe(ends))
    return 1;
  for (int child = 0; child < 2; ++child)
    if (fork() == 0) {
      double mine = rate(2);
      _exit(write(ends[1], &mine, sizeof mine) != sizeof mine);
    }
  double both = 0, one = 0;
  for (int child = 0; child < 2 && read(ends[0], &one, sizeof one) == sizeof one; ++child)
    both += one;
  while (wait(nullptr) > 0) {
  }
  std::printf("{\"dispatch_ns\": %.0f, \"gap_ns\": %.0f, \"two_programs\": %.2f}\n", dispatch, gap,
              both / alone);
}
