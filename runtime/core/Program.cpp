//===- Program.cpp ---------------------------------------------------------------------===//
#include "runtime/core/Program.h"
#include "dlc/rt/error.hpp"
#include "runtime/core/Copy.h"
#include "runtime/core/Describe.h"
#include "runtime/core/Target.h"
#include <cmath>
#include <cstring>
#include <fmt/format.h>
#include <limits>

using namespace dlc::rt;

namespace {

[[noreturn]] void reject(const dlc_program_desc &program, const std::string &what) {
  throw Error(DLC_ERR_VERSION,
              fmt::format("the tables of {} are damaged: {}; hint: compile the model again with "
                          "the dlc that this runtime came with",
                          program.name ? program.name : "the model", what));
}

void checkRegion(const dlc_program_desc &program, const char *name, int dtype, uint64_t offset,
                 uint64_t bytes, uint64_t region, const char *regionName) {
  if (!knownDtype(dtype))
    reject(program, fmt::format("{} has element type {}", name, dtype));
  if (offset > region || bytes > region - offset)
    reject(program, fmt::format("{} takes bytes {}..{} of the {}, which has {}", name, offset,
                                offset + bytes, regionName, region));
  if (offset % dtypeSize(dtype))
    reject(program, fmt::format("{} stands unaligned at {}", name, offset));
}

void checkTensor(const dlc_program_desc &program, const dlc_tensor_desc &tensor) {
  if (!tensor.name)
    reject(program, "a tensor has no name");
  if (!knownDtype(tensor.dtype))
    reject(program, fmt::format("{} has element type {}", tensor.name, tensor.dtype));
  if (tensor.rank < 0 || tensor.rank > maxRank)
    reject(program, fmt::format("{} has {} axes, more than {}", tensor.name, tensor.rank, maxRank));
  for (int axis = 0; axis < tensor.rank; ++axis) {
    if (tensor.shape[axis] < 0)
      reject(program, fmt::format("{} has shape {}", tensor.name, shapeText(shapeOf(tensor))));
    const dlc_live_desc *live = tensor.live ? &tensor.live[axis] : nullptr;
    if (!live || live->dim < 0)
      continue;
    if (live->dim >= program.num_dims)
      reject(program, fmt::format("{} speaks of dimension {}", tensor.name, live->dim));
    int64_t most = live->mul * program.dims[live->dim].bound + live->add;
    if (live->mul < 0 || most > tensor.shape[axis])
      reject(program, fmt::format("axis {} of {}{} is live up to {}", axis, tensor.name,
                                  shapeText(shapeOf(tensor)), most));
  }
}

void checkState(const dlc_program_desc &program, const dlc_state_desc &state) {
  checkTensor(program, state.tensor);
  if (state.view_rank < 0 || state.view_rank > maxRank)
    reject(program, fmt::format("{} is stored with {} axes", state.tensor.name, state.view_rank));
  uint32_t seen = 0;
  for (int i = 0; i < state.view_rank; ++i) {
    if (state.perm[i] < 0 || state.perm[i] >= state.view_rank || (seen >> state.perm[i] & 1))
      reject(program, fmt::format("the axis order of {} is no permutation", state.tensor.name));
    seen |= 1u << state.perm[i];
  }
  uint64_t count = elementCount(shapeOf(state.tensor));
  uint64_t stored = elementCount({state.view_shape, static_cast<size_t>(state.view_rank)});
  if (count != stored || state.bytes < count * dtypeSize(state.tensor.dtype))
    reject(program, fmt::format("{} has {} elements and is stored as {} in {} bytes",
                                state.tensor.name, count, stored, state.bytes));
  checkRegion(program, state.tensor.name, state.tensor.dtype, state.offset, state.bytes,
              program.state_bytes, "state");
}

void checkValue(const dlc_program_desc &program, const dlc_value_desc &value) {
  checkTensor(program, value.tensor);
  if (value.tensor.rank && !value.tensor.live)
    reject(program, fmt::format("{} does not say what is live", value.tensor.name));
  checkRegion(program, value.tensor.name, value.tensor.dtype, value.offset,
              elementCount(shapeOf(value.tensor)) * dtypeSize(value.tensor.dtype),
              program.arena_bytes, "arena");
}

template <class T> T get(const void *at) {
  T value;
  memcpy(&value, at, sizeof value);
  return value;
}

template <class T> bool put(void *at, double value) {
  if constexpr (std::numeric_limits<T>::is_integer) {
    // 2^63 is a double and no int64_t: compare with one above the greatest.
    double top = std::ldexp(1.0, std::numeric_limits<T>::digits);
    if (!(value >= static_cast<double>(std::numeric_limits<T>::min()) && value < top) ||
        value != std::nearbyint(value))
      return false;
  }
  T stored = static_cast<T>(value);
  memcpy(at, &stored, sizeof stored);
  return true;
}

} // namespace

void dlc::rt::checkProgram(const dlc_program_desc &program) {
  if (program.abi_version != DLC_ABI_VERSION)
    throw Error(DLC_ERR_VERSION,
                fmt::format("the model was compiled for version {} of the runtime's tables, this "
                            "runtime reads version {}; hint: compile the model again",
                            program.abi_version, DLC_ABI_VERSION));
  if (!program.name)
    reject(program, "no name");
  if (const char *missing = program.target ? missingInstructions(program.target) : nullptr)
    throw Error(DLC_ERR_TARGET,
                fmt::format("{} was compiled for {}, and this processor has no {}; hint: compile "
                            "it with -march=x86-64-v{}",
                            program.name, program.target, missing,
                            !missingInstructions("x86-64-v3") ? 3 : 2));
  for (int i = 0; i < program.num_dims; ++i)
    if (!program.dims[i].name || program.dims[i].bound < 1)
      reject(program, fmt::format("dimension {} has bound {}", i, program.dims[i].bound));
  for (int i = 0; i < program.num_states; ++i)
    checkState(program, program.states[i]);
  for (int i = 0; i < program.num_settings; ++i) {
    const dlc_setting_desc &setting = program.settings[i];
    checkRegion(program, setting.name, setting.dtype, setting.offset, dtypeSize(setting.dtype),
                program.state_bytes, "state");
  }
  for (int i = 0; i < program.num_entries; ++i) {
    const dlc_entry_desc &entry = program.entries[i];
    if (!entry.name || !entry.run)
      reject(program, fmt::format("entry {} has no name or no code", i));
    for (int j = 0; j < entry.num_inputs; ++j)
      checkValue(program, entry.inputs[j]);
    for (int j = 0; j < entry.num_outputs; ++j)
      checkValue(program, entry.outputs[j]);
  }
}

double dlc::rt::loadSetting(const dlc_setting_desc &setting, const char *state) {
  const char *at = state + setting.offset;
  switch (setting.dtype) {
  case DLC_F64:
    return get<double>(at);
  case DLC_F32:
    return get<float>(at);
  case DLC_I64:
    return static_cast<double>(get<int64_t>(at));
  case DLC_I32:
    return get<int32_t>(at);
  case DLC_U8:
  case DLC_BOOL:
    return get<uint8_t>(at);
  }
  throw Error(DLC_ERR_MISMATCH, fmt::format("setting {} is {}, which has no value on the host",
                                            setting.name, dtypeName(setting.dtype)));
}

void dlc::rt::storeSetting(const dlc_setting_desc &setting, char *state, double value) {
  char *at = state + setting.offset;
  bool fits = false;
  switch (setting.dtype) {
  case DLC_F64:
    fits = put<double>(at, value);
    break;
  case DLC_F32:
    fits = (!std::isfinite(value) || std::abs(value) <= std::numeric_limits<float>::max()) &&
           put<float>(at, value);
    break;
  case DLC_I64:
    fits = put<int64_t>(at, value);
    break;
  case DLC_I32:
    fits = put<int32_t>(at, value);
    break;
  case DLC_U8:
    fits = put<uint8_t>(at, value);
    break;
  case DLC_BOOL:
    fits = (value == 0 || value == 1) && put<uint8_t>(at, value);
    break;
  }
  if (!fits)
    throw Error(DLC_ERR_MISMATCH, fmt::format("setting {} is {}: it cannot be {}", setting.name,
                                              dtypeName(setting.dtype), value));
}
