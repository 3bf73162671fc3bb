//===- Checkpoint.cpp ------------------------------------------------------------------===//
#include "runtime/io/Checkpoint.h"
#include "dlc/rt/error.hpp"
#include "runtime/core/Copy.h"
#include "runtime/core/Describe.h"
#include "runtime/core/Handles.h"
#include <algorithm>
#include <cstring>
#include <fmt/format.h>

using namespace dlc::rt;

namespace {

constexpr size_t mostListed = 8; // of each kind of mistake; the numbers are always given

bool inSet(const dlc_state_desc &state, StateSet set) {
  return set == StateSet::all || state.role == DLC_PARAM || state.role == DLC_BUFFER;
}

std::string listText(const char *what, const std::vector<std::string> &items) {
  if (items.empty())
    return "";
  std::string text = fmt::format("\n  {} ({}):", what, items.size());
  for (size_t i = 0; i < std::min(items.size(), mostListed); ++i)
    text += "\n    " + items[i];
  if (items.size() > mostListed)
    text += fmt::format("\n    and {} more", items.size() - mostListed);
  return text;
}

std::string stateText(const dlc_state_desc &state) {
  return fmt::format("{}: {}", state.tensor.name,
                     tensorText(state.tensor.dtype, shapeOf(state.tensor)));
}

std::string foundText(const SafetensorsReader::Tensor &tensor) {
  return tensor.dtype < 0 ? tensor.dtypeText + shapeText(tensor.shape)
                          : tensorText(tensor.dtype, tensor.shape);
}

// Names, element types and shapes: all mistakes at once, since one alone rarely says why.
void checkFits(const Instance &instance, const SafetensorsReader &file, StateSet set) {
  const dlc_program_desc &program = instance.program();
  std::vector<std::string> missing, different, unexpected;
  size_t wanted = 0;
  for (int i = 0; i < program.num_states; ++i) {
    const dlc_state_desc &state = program.states[i];
    if (!inSet(state, set))
      continue;
    ++wanted;
    const SafetensorsReader::Tensor *tensor = file.find(state.tensor.name);
    if (!tensor)
      missing.push_back(stateText(state));
    else if (tensor->dtype != state.tensor.dtype ||
             !std::ranges::equal(tensor->shape, shapeOf(state.tensor)))
      different.push_back(
          fmt::format("{} in the model, {} in the file", stateText(state), foundText(*tensor)));
  }
  for (const SafetensorsReader::Tensor &tensor : file.tensors()) {
    bool skipped = set == StateSet::weights && tensor.name.starts_with("dlc.");
    if (!skipped && instance.findState(tensor.name) < 0)
      unexpected.push_back(fmt::format("{}: {}", tensor.name, foundText(tensor)));
  }
  if (missing.empty() && different.empty() && unexpected.empty())
    return;

  const char *hint = "is this the checkpoint of another model?";
  bool onlyTraining = different.empty() && unexpected.empty() &&
                      std::ranges::all_of(missing, [](const std::string &text) {
                        return text.starts_with("dlc.");
                      });
  if (onlyTraining)
    hint = "the file holds weights only: load it as weights; training cannot resume from it";
  auto writtenBy = file.metadata().find("dlc.program");
  std::string origin =
      writtenBy == file.metadata().end() ? "" : fmt::format(" (written by {})", writtenBy->second);
  throw Error(DLC_ERR_MISMATCH,
              fmt::format("{}{} does not fit {}: of its {} tensors{}{}{}\n  hint: {}", file.path(),
                          origin, program.name, wanted, listText("missing in the file", missing),
                          listText("different", different),
                          listText("unknown to the model", unexpected), hint));
}

// Reads every byte once before any state changes, so that a bad disk block or a byte that is no
// bool is found in time. The second reading comes from the page cache; a copy of all states
// would cost as much memory as the model.
void checkReadable(const SafetensorsReader &file, std::vector<char> &buffer) {
  for (const SafetensorsReader::Tensor &tensor : file.tensors()) {
    uint64_t bytes = tensor.end - tensor.begin;
    for (uint64_t at = 0; at < bytes; at += buffer.size()) {
      uint64_t piece = std::min<uint64_t>(buffer.size(), bytes - at);
      file.readAt(tensor, at, buffer.data(), piece);
      if (tensor.dtype != DLC_BOOL)
        continue;
      for (uint64_t i = 0; i < piece; ++i)
        if (buffer[i] & ~1)
          throw Error(DLC_ERR_FORMAT,
                      fmt::format("{}: element {} of bool tensor '{}' is {}, must be 0 or 1",
                                  file.path(), at + i, tensor.name,
                                  static_cast<unsigned char>(buffer[i])));
    }
  }
}

} // namespace

void dlc::rt::saveStates(const Instance &instance, const std::string &path, StateSet set,
                         const Metadata &extra) {
  const dlc_program_desc &program = instance.program();
  std::vector<TensorSource> tensors;
  for (int i = 0; i < program.num_states; ++i) {
    const dlc_state_desc &state = program.states[i];
    if (!inSet(state, set))
      continue;
    std::span<const int64_t> shape = shapeOf(state.tensor);
    TensorSource source{state.tensor.name, state.tensor.dtype, {shape.begin(), shape.end()}, {}};
    if (storedInOrder(state))
      source.data = instance.stateStorage(i);
    else
      source.fill = [&instance, i](void *data) { instance.readState(i, data); };
    tensors.push_back(std::move(source));
  }
  Metadata metadata{{"format", "pt"}, {"dlc.program", program.name}};
  metadata.insert(extra.begin(), extra.end());
  writeSafetensors(path, tensors, metadata);
}

Metadata dlc::rt::loadStates(Instance &instance, const std::string &path, StateSet set) {
  SafetensorsReader file(path);
  checkFits(instance, file, set);
  const dlc_program_desc &program = instance.program();
  uint64_t largest = 1 << 20;
  for (int i = 0; i < program.num_states; ++i)
    if (inSet(program.states[i], set) && !storedInOrder(program.states[i]))
      largest = std::max(largest, program.states[i].bytes);
  std::vector<char> buffer(largest);
  checkReadable(file, buffer);
  for (int i = 0; i < program.num_states; ++i) {
    const dlc_state_desc &state = program.states[i];
    if (!inSet(state, set))
      continue;
    const SafetensorsReader::Tensor &tensor = *file.find(state.tensor.name);
    if (storedInOrder(state)) {
      file.read(tensor, instance.stateStorage(i));
    } else {
      file.read(tensor, buffer.data());
      instance.writeState(i, buffer.data());
    }
  }
  return file.metadata();
}

static int checkpoint(dlc_instance *instance, const char *path, int what, bool save) {
  if (!instance)
    return DLC_ERR_ARGUMENT;
  return guarded(instance->error, [&] {
    if (!path || (what != DLC_WEIGHTS && what != DLC_ALL))
      throw Error(DLC_ERR_ARGUMENT, "a checkpoint needs a path, and DLC_WEIGHTS or DLC_ALL");
    StateSet set = what == DLC_ALL ? StateSet::all : StateSet::weights;
    if (save)
      saveStates(instance->impl, path, set);
    else
      loadStates(instance->impl, path, set);
  });
}

int dlc_save(dlc_instance *instance, const char *path, int what) {
  return checkpoint(instance, path, what, true);
}
int dlc_load(dlc_instance *instance, const char *path, int what) {
  return checkpoint(instance, path, what, false);
}
