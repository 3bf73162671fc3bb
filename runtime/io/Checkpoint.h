//===- Checkpoint.h - a model's states in a file ------------------------------*- C++ -*-===//
//
// PyTorch's names and layouts, whatever the storage looks like. Loading checks everything the
// file says before it changes a single state.
//===-----------------------------------------------------------------------------------===//
#ifndef DLC_RUNTIME_IO_CHECKPOINT_H
#define DLC_RUNTIME_IO_CHECKPOINT_H
#include "runtime/core/Instance.h"
#include "runtime/io/Safetensors.h"

namespace dlc::rt {

enum class StateSet {
  weights, // parameters and buffers
  all      // and the optimiser's, gradients that outlive an entry, random state
};

// `extra` joins the file's metadata (epoch, place in the data, ...).
void saveStates(const Instance &instance, const std::string &path, StateSet set,
                const Metadata &extra = {});

// Returns the file's metadata. Every state of the set must be in the file with its element type
// and shape, and the file may hold nothing else; with StateSet::weights it may also hold states
// that training needs ("dlc." names and whatever else the program knows), which are skipped.
Metadata loadStates(Instance &instance, const std::string &path, StateSet set);

} // namespace dlc::rt
#endif
