//===- Info.cpp - the command `info` -----------------------------------*- C++ -*-===//
#include "dlc/rt/dataset.h"
#include "runtime/core/Describe.h"
#include "runtime/core/Pool.h"
#include "runtime/core/Target.h"
#include "runtime/train/Commands.h"

#include "dlc/rt/dlc_rt.h"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>

namespace dlc::rt {
namespace {

/// With names instead of bounds where an axis is dynamic: f32[batch, 1, 28, 28].
std::string valueText(const dlc_program_desc &program, const dlc_tensor_desc &tensor) {
  std::string text = fmt::format("{}: {}[", tensor.name, dtypeName(tensor.dtype));
  for (int axis = 0; axis < tensor.rank; ++axis) {
    const dlc_live_desc &live = tensor.live[axis];
    text += axis ? ", " : "";
    if (live.dim < 0) {
      text += fmt::format("{}", tensor.shape[axis]);
      continue;
    }
    const char *name = program.dims[live.dim].name;
    text += live.mul == 1 ? name : fmt::format("{}*{}", live.mul, name);
    if (live.add)
      text += fmt::format("{:+}", live.add);
  }
  return text + "]";
}

std::string valuesText(const dlc_program_desc &program, const dlc_value_desc *values, int count) {
  std::string text;
  for (int k = 0; k < count; ++k)
    text += (k ? ", " : "") + valueText(program, values[k].tensor);
  return text;
}

void printStates(const dlc_program_desc &program, int role, const char *title, bool each) {
  uint64_t elements = 0, bytes = 0;
  int count = 0;
  size_t width = 0;
  for (int k = 0; k < program.num_states; ++k)
    if (const dlc_state_desc &state = program.states[k]; state.role == role) {
      ++count;
      elements += elementCount(shapeOf(state.tensor));
      bytes += elementCount(shapeOf(state.tensor)) * dtypeSize(state.tensor.dtype);
      width = std::max(width, std::string_view(state.tensor.name).size());
    }
  if (!count)
    return;
  fmt::print("\n{}: {} tensor{}, {:L} elements, {}\n", title, count, count == 1 ? "" : "s",
             elements, bytesText(bytes));
  for (int k = 0; each && k < program.num_states; ++k)
    if (const dlc_tensor_desc &tensor = program.states[k].tensor; program.states[k].role == role)
      fmt::print("  {:{}}  {:22} {:>12L}\n", tensor.name, width,
                 tensorText(tensor.dtype, shapeOf(tensor)), elementCount(shapeOf(tensor)));
}

} // namespace

int runInfo(const dlc_program_desc &program, const InfoOptions &options) {
  const int threads = options.threads ? options.threads : usableProcessors();
  const dlc_program_desc &chosen = versionFor(program);
  fmt::print("program {}, compiled for {}", program.name,
             program.target ? program.target : "any processor");
  for (auto version = program.versions; version && *version; ++version)
    fmt::print(", {}", (*version)->target);
  fmt::print("{}{}\n", program.versions ? "; here runs " : "",
             program.versions ? chosen.target : "");
  if (program.flags & DLC_PRODUCTS_OF_BF16)
    fmt::print("  products of f32 are of operands rounded to bf16\n");
  for (int k = 0; k < program.num_dims; ++k)
    fmt::print("  dimension {}: 1 to {}\n", program.dims[k].name, program.dims[k].bound);
  if (const dlc_dataset_desc *data = program.fit ? program.fit->data : nullptr)
    fmt::print("  data set {}{}{}\n", data->name, data->default_dir ? " in " : "",
               data->default_dir ? data->default_dir : "");

  fmt::print("\nentries\n");
  for (int k = 0; k < program.num_entries; ++k) {
    const dlc_entry_desc &entry = program.entries[k];
    fmt::print("  {}({}) -> {}\n", entry.name, valuesText(program, entry.inputs, entry.num_inputs),
               valuesText(program, entry.outputs, entry.num_outputs));
  }

  printStates(program, DLC_PARAM, "parameters", true);
  printStates(program, DLC_BUFFER, "buffers", true);
  printStates(program, DLC_OPTIMIZER, "optimiser state", false);
  printStates(program, DLC_GRAD, "gradients kept", false);

  if (program.num_settings)
    fmt::print("\nsettings\n");
  for (int k = 0; k < program.num_settings; ++k)
    fmt::print("  {} = {}\n", program.settings[k].name, program.settings[k].value);

  fmt::print("\nmemory\n"
             "  state    {:>12}\n"
             "  arena    {:>12}\n"
             "  scratch  {:>12} a thread\n"
             "  peak     {:>12} with {} thread{}, data apart\n",
             bytesText(program.state_bytes), bytesText(program.arena_bytes),
             bytesText(program.scratch_bytes), bytesText(dlc_peak_bytes(&program, threads)),
             threads, threads == 1 ? "" : "s");
  return 0;
}

} // namespace dlc::rt
