//===- Process.h - running other programs ---------------------------------------*- C++ -*-===//
#ifndef DLC_TOOLS_DLC_PROCESS_H
#define DLC_TOOLS_DLC_PROCESS_H
#include <string>
#include <vector>

namespace dlc::tool {

struct ProcessResult {
  int status;         // of the program; -1: it could not be run or was killed
  std::string errors; // its stderr, if captured, or why it could not be run
  std::string output; // its stdout, if captured
};

enum class Capture { nothing, errors, all };

/// Runs arguments[0], found on PATH, and waits for it.
ProcessResult runProcess(const std::vector<std::string> &arguments, Capture capture, bool verbose);

/// The path of the first of `names` that can be run; empty when there is none.
std::string findProgram(const std::vector<std::string> &names);

} // namespace dlc::tool
#endif
