//===- UserLines.h - addresses in the plug-in to the user's lines -*- C++ -*-===//
#ifndef DLC_FRONTEND_TRACE_USERLINES_H
#define DLC_FRONTEND_TRACE_USERLINES_H
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace llvm::symbolize {
class LLVMSymbolizer;
}

namespace dlc {
/// A place in the user's source.
struct UserLine {
  std::string file; // relative to the working folder if it lies below
  unsigned line = 0, column = 0;
  bool operator==(const UserLine &) const = default;
};

/// Reads the plug-in's line table. Frames in dlc's own headers and in the system's are left out.
class UserLines {
public:
  UserLines(std::string plugin, llvm::StringRef header);
  ~UserLines();

  /// The lines of a call stack given as offsets into the plug-in, innermost first.
  std::vector<UserLine> at(llvm::ArrayRef<uint64_t> offsets);

private:
  const std::vector<UserLine> &at(uint64_t offset);
  bool isUsers(llvm::StringRef file) const;

  std::string plugin, headerFolder;
  std::unique_ptr<llvm::symbolize::LLVMSymbolizer> symbolizer;
  std::map<uint64_t, std::vector<UserLine>> known;
};

/// `file` relative to the working folder, if it lies below.
std::string shortPath(llvm::StringRef file);

/// Prints "file:line: error: message" and the source line.
void printError(const UserLine *line, llvm::StringRef message);
} // namespace dlc
#endif
