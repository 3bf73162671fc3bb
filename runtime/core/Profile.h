//===- Profile.h - calls and time per launch ----------------------------------*- C++ -*-===//
//
// A table of fixed size, since a step allocates nothing. It is keyed by the launch's own
// descriptor: the same kernel launched from two lines of the model is two rows.
//===-----------------------------------------------------------------------------------===//
#ifndef DLC_RUNTIME_CORE_PROFILE_H
#define DLC_RUNTIME_CORE_PROFILE_H
#include "dlc/rt/abi.h"
#include <ctime>
#include <string>
#include <vector>

namespace dlc::rt {

class Profile {
public:
  Profile();
  void add(const dlc_launch_desc *launch, uint64_t nanos);
  template <class Run> void measure(const dlc_launch_desc *launch, const Run &run) {
    timespec before, after;
    clock_gettime(CLOCK_MONOTONIC, &before);
    run();
    clock_gettime(CLOCK_MONOTONIC, &after);
    add(launch, static_cast<uint64_t>((after.tv_sec - before.tv_sec) * 1'000'000'000 +
                                      after.tv_nsec - before.tv_nsec));
  }
  void clear();
  // Of joined launches the caller's part is what was measured, without waiting for the others.
  // Slowest first: calls, milliseconds, share, GFLOP/s and GB/s at the bound, kernel, user's line.
  std::string text() const;

private:
  struct Row {
    const dlc_launch_desc *launch = nullptr; // null: free
    uint64_t calls = 0, nanos = 0;
  };
  std::vector<Row> rows;
  Row overflow; // what found no free row
};

} // namespace dlc::rt
#endif
