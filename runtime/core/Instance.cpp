//===- Instance.cpp --------------------------------------------------------------------===//
#include "runtime/core/Instance.h"
#include "dlc/rt/error.hpp"
#include "runtime/core/Copy.h"
#include "runtime/core/Describe.h"
#include "runtime/core/FloatEnv.h"
#include "runtime/core/Program.h"
#include "runtime/core/Target.h"
#include <cstring>
#include <fmt/format.h>
#include <utility>

using namespace dlc::rt;

static const dlc_program_desc &checked(const dlc_program_desc &program) {
  const dlc_program_desc &version = versionFor(program);
  checkProgram(version);
  return version;
}

// Two threads in one instance would share its arena and corrupt both results silently.
class Instance::Busy {
public:
  explicit Busy(Instance &instance) : flag(instance.busy) {
    if (flag.exchange(true, std::memory_order_acquire))
      throw Error(DLC_ERR_BUSY,
                  fmt::format("this instance of {} is running on another thread; hint: give each "
                              "thread an instance of its own, they may share a context",
                              instance.desc.name));
  }
  ~Busy() { flag.store(false, std::memory_order_release); }
  Busy(const Busy &) = delete;
  Busy &operator=(const Busy &) = delete;

private:
  std::atomic<bool> &flag;
};

Instance::Instance(Pool &pool, const dlc_program_desc &program, const InstanceOptions &options)
    : desc(checked(program)), threads(pool), memory(program, pool.threads()),
      times(options.flags & DLC_PROFILE ? std::make_unique<Profile>() : nullptr),
      poisoned(options.flags & DLC_POISON) {
  for (int i = 0; i < desc.num_settings; ++i)
    storeSetting(desc.settings[i], memory.state(), desc.settings[i].value);
  if (!(options.flags & DLC_NO_INIT))
    init(options.seed);
}

int Instance::findEntry(std::string_view name) const {
  for (int i = 0; i < desc.num_entries; ++i)
    if (name == desc.entries[i].name)
      return i;
  return -1;
}
int Instance::findState(std::string_view name) const {
  for (int i = 0; i < desc.num_states; ++i)
    if (name == desc.states[i].tensor.name)
      return i;
  return -1;
}
int Instance::findSetting(std::string_view name) const {
  for (int i = 0; i < desc.num_settings; ++i)
    if (name == desc.settings[i].name)
      return i;
  return -1;
}

void *Instance::input(int entry, int index) const {
  if (entry < 0 || entry >= desc.num_entries || index < 0 ||
      index >= desc.entries[entry].num_inputs)
    return nullptr;
  return memory.arena() + desc.entries[entry].inputs[index].offset;
}
const void *Instance::output(int entry, int index) const {
  if (entry < 0 || entry >= desc.num_entries || index < 0 ||
      index >= desc.entries[entry].num_outputs)
    return nullptr;
  return memory.arena() + desc.entries[entry].outputs[index].offset;
}

void Instance::checkDims(const char *entry, const int64_t *dims) const {
  if (desc.num_dims && !dims)
    throw Error(DLC_ERR_ARGUMENT, fmt::format("{} of {} needs the values of {} dimensions, from {}",
                                              entry, desc.name, desc.num_dims, desc.dims[0].name));
  for (int i = 0; i < desc.num_dims; ++i)
    if (dims[i] < 1 || dims[i] > desc.dims[i].bound)
      throw Error(DLC_ERR_RANGE,
                  fmt::format("{} of {}: {} = {}, must be 1..{}{}", entry, desc.name,
                              desc.dims[i].name, dims[i], desc.dims[i].bound,
                              dims[i] < 1 ? ""
                                          : "; hint: the bound was fixed when the model was "
                                            "compiled; pass smaller pieces or raise it there"));
}

void Instance::run(int index, const void *const *inputs, void *const *outputs,
                   const int64_t *dims) {
  if (index < 0 || index >= desc.num_entries)
    throw Error(DLC_ERR_RANGE, fmt::format("{} has {} entries; there is no entry {}", desc.name,
                                           desc.num_entries, index));
  const dlc_entry_desc &entry = desc.entries[index];
  checkDims(entry.name, dims);
  Busy guard(*this);
  if (poisoned)
    poison(entry, inputs);
  for (int i = 0; inputs && i < entry.num_inputs; ++i)
    if (inputs[i])
      copyIntoSlot(memory.arena() + entry.inputs[i].offset, inputs[i], entry.inputs[i].tensor,
                   dims);
  runSchedule(entry.run, dims);
  for (int i = 0; outputs && i < entry.num_outputs; ++i)
    if (outputs[i])
      copyFromSlot(outputs[i], memory.arena() + entry.outputs[i].offset, entry.outputs[i].tensor,
                   dims);
}

void Instance::runSchedule(dlc_schedule_fn schedule, const int64_t *dims) {
  dlc_frame frame{memory.state(), memory.arena(), dims, this};
  {
    FloatEnv environment;
    schedule(&frame);
  }
  if (!failure.empty())
    throw Error(failureStatus, std::exchange(failure, {}));
}

// All bits set is NaN in every float type. Slots that the caller filled in place stay.
void Instance::poison(const dlc_entry_desc &entry, const void *const *inputs) {
  uint64_t at = 0;
  while (at < desc.arena_bytes) {
    uint64_t keepBegin = desc.arena_bytes, keepEnd = desc.arena_bytes;
    for (int i = 0; i < entry.num_inputs; ++i) {
      const dlc_value_desc &slot = entry.inputs[i];
      uint64_t end =
          slot.offset + elementCount(shapeOf(slot.tensor)) * dtypeSize(slot.tensor.dtype);
      if ((!inputs || !inputs[i]) && end > at && slot.offset < keepBegin)
        keepBegin = std::max(slot.offset, at), keepEnd = end;
    }
    memset(memory.arena() + at, 0xff, keepBegin - at);
    at = keepEnd;
  }
}

void Instance::init(uint64_t seed) {
  Busy guard(*this);
  for (int i = 0; i < desc.num_states; ++i)
    memset(stateStorage(i), 0, desc.states[i].bytes);
  int seedState = findState("dlc.rng.seed");
  bool seeded = seedState >= 0 && desc.states[seedState].bytes == sizeof seed;
  if (seeded)
    memcpy(stateStorage(seedState), &seed, sizeof seed);
  if (!desc.init)
    return;
  std::vector<int64_t> bounds(desc.num_dims);
  for (int i = 0; i < desc.num_dims; ++i)
    bounds[i] = desc.dims[i].bound;
  runSchedule(desc.init, bounds.data());
  // `init` gives every state a value and the seed is one of them.
  if (seeded)
    memcpy(stateStorage(seedState), &seed, sizeof seed);
}

int Instance::expectState(std::string_view name, int dtype, uint64_t bytes) const {
  int index = findState(name);
  if (index < 0)
    throw Error(DLC_ERR_NAME, fmt::format("{} has no state named '{}'", desc.name, name));
  const dlc_tensor_desc &tensor = desc.states[index].tensor;
  uint64_t wanted = elementCount(shapeOf(tensor)) * dtypeSize(tensor.dtype);
  if (dtype != tensor.dtype || bytes != wanted)
    throw Error(DLC_ERR_MISMATCH,
                fmt::format("{} of {} is {}, {} bytes; the caller has {} bytes of {}", name,
                            desc.name, tensorText(tensor.dtype, shapeOf(tensor)), wanted, bytes,
                            dtypeName(dtype)));
  return index;
}

void Instance::readState(int state, void *data) const {
  copyFromStorage(data, stateStorage(state), desc.states[state]);
}

void Instance::writeState(int state, const void *data) {
  Busy guard(*this);
  copyToStorage(stateStorage(state), data, desc.states[state]);
}

static const dlc_setting_desc &settingOf(const Instance &instance, std::string_view name) {
  int index = instance.findSetting(name);
  if (index >= 0)
    return instance.program().settings[index];
  std::string known;
  for (int i = 0; i < instance.program().num_settings; ++i)
    known += fmt::format("{}{}", i ? ", " : "", instance.program().settings[i].name);
  throw Error(DLC_ERR_NAME,
              fmt::format("{} has no setting named '{}'; it has {}", instance.program().name, name,
                          known.empty() ? "none" : known));
}

double Instance::setting(std::string_view name) const {
  return loadSetting(settingOf(*this, name), memory.state());
}
void Instance::setSetting(std::string_view name, double value) {
  storeSetting(settingOf(*this, name), memory.state(), value);
}

void Instance::launch(const dlc_launch_desc &launch, void *const *args, int64_t tiles) {
  auto task = [](const Work &work, int64_t begin, int64_t end, int range) {
    const auto &memory = *static_cast<const Memory *>(work.context);
    static_cast<const dlc_launch_desc *>(work.detail)
        ->kernel(work.words, begin, end, memory.scratch(range));
  };
  const Work work{task, &memory, &launch, args, launch.num_args};
  if (times)
    times->measure(&launch, [&] { threads.run(tiles, work); });
  else
    threads.run(tiles, work);
}

extern "C" void dlc_rt_launch(dlc_frame *frame, const dlc_launch_desc *launch, void *const *args,
                              int64_t tiles) {
  static_cast<Instance *>(frame->instance)->launch(*launch, args, tiles);
}
