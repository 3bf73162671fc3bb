//===- Outputs.h - files that appear whole or not at all ------------------------*- C++ -*-===//
#ifndef DLC_TOOLS_DLC_OUTPUTS_H
#define DLC_TOOLS_DLC_OUTPUTS_H
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace dlc::tool {

/// A folder of our own, removed with everything in it.
class TemporaryFolder {
public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder &) = delete;
  TemporaryFolder &operator=(const TemporaryFolder &) = delete;
  std::string file(llvm::StringRef name) const;
  const std::string &path() const { return folder; }
  bool exists() const { return !folder.empty(); }

private:
  std::string folder;
};

/// Output files under provisional names beside their places. `commit` gives all of them their
/// names; without it nothing is left.
class Outputs {
public:
  ~Outputs();
  /// Opens a place for `path` and says at once if it cannot be written. The provisional name, or
  /// "" after an error was printed.
  std::string add(llvm::StringRef path);
  bool write(llvm::StringRef path, llvm::StringRef contents);
  bool commit();

private:
  struct File {
    std::string path, provisional;
  };
  std::vector<File> files;
};

} // namespace dlc::tool
#endif
