//===- OutputFolder.h - where checkpoints go ---------------------------*- C++ -*-===//
#ifndef DLC_RUNTIME_TRAIN_OUTPUT_FOLDER_H
#define DLC_RUNTIME_TRAIN_OUTPUT_FOLDER_H

#include <string>

namespace dlc::rt {

class OutputFolder {
public:
  /// Makes the folder, and those it lies in. Throws Error when no file can be written there:
  /// better now than after an epoch.
  explicit OutputFolder(const std::string &path);

  const std::string &path() const { return folder; }
  std::string last() const { return folder + "/last.safetensors"; }
  std::string best() const { return folder + "/best.safetensors"; }
  bool holdsRun() const; // an earlier one, that a new one replaces

private:
  std::string folder;
};

} // namespace dlc::rt

#endif
