//===- Instance.h - one model in memory ---------------------------------------*- C++ -*-===//
//
// What stands behind dlc_instance: the program's tables, its memory, its states by name.
// Everything here throws Error; the C interface turns that into a status and a text.
//===-----------------------------------------------------------------------------------===//
#ifndef DLC_RUNTIME_CORE_INSTANCE_H
#define DLC_RUNTIME_CORE_INSTANCE_H
#include "dlc/rt/abi.h"
#include "runtime/core/Memory.h"
#include "runtime/core/Pool.h"
#include "runtime/core/Profile.h"
#include <atomic>
#include <memory>
#include <string>
#include <string_view>

namespace dlc::rt {

struct InstanceOptions {
  uint64_t seed = 0;
  uint32_t flags = 0; // DLC_NO_INIT | DLC_PROFILE | DLC_POISON
};

class Instance {
public:
  // The pool outlives the instance, and so does what the tables point to.
  Instance(Pool &pool, const dlc_program_desc &program, const InstanceOptions &options = {});
  Instance(const Instance &) = delete;
  Instance &operator=(const Instance &) = delete;

  const dlc_program_desc &program() const { return desc; }
  Pool &pool() const { return threads; }
  uint64_t peakBytes() const { return memory.bytes(); }

  int findEntry(std::string_view name) const; // -1: none
  int findState(std::string_view name) const;
  int findSetting(std::string_view name) const;

  // As dlc_run: null pointers and null arrays mean the slots are used in place.
  void run(int entry, const void *const *inputs, void *const *outputs, const int64_t *dims);
  void *input(int entry, int index) const; // null when out of range
  const void *output(int entry, int index) const;

  void init(uint64_t seed);

  // Row-major in PyTorch's shape. The sizes were checked by the caller (see expectState).
  void readState(int state, void *data) const;
  void writeState(int state, const void *data);
  // The state as stored; the bytes are row-major when storedInOrder(program().states[state]).
  char *stateStorage(int state) const { return memory.state() + desc.states[state].offset; }
  // The index of a state that holds `bytes` bytes of `dtype`, or an Error that says what differs.
  int expectState(std::string_view name, int dtype, uint64_t bytes) const;

  double setting(std::string_view name) const;
  void setSetting(std::string_view name, double value);

  Profile *profile() const { return times.get(); } // null without DLC_PROFILE

  void launch(const dlc_launch_desc &launch, void *const *args, int64_t tiles);
  // As dlc_rt_join says.
  bool join(dlc_frame *frame, dlc_part_fn run, const int64_t *steps, int64_t units);
  // The schedule that is running ends early; the run becomes an Error of this text.
  void stop(int status, std::string text) {
    failureStatus = status;
    failure = std::move(text);
  }

private:
  class Busy;
  void checkDims(const char *entry, const int64_t *dims) const;
  void runSchedule(dlc_schedule_fn schedule, const int64_t *dims);
  void poison(const dlc_entry_desc &entry, const void *const *inputs);

  const dlc_program_desc desc; // a copy: only what it points to has to live on
  Pool &threads;
  Memory memory;
  std::unique_ptr<Profile> times;
  std::string failure; // of the schedule that is running
  int failureStatus = 0;
  bool poisoned;
  std::atomic<bool> busy{false};
};

} // namespace dlc::rt
#endif
