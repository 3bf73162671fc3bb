//===- main.cpp - dlc: a model in C++ to a native program ----------------------------------===//
#include "tools/dlc/Compile.h"
#include "tools/dlc/Options.h"
#include "tools/dlc/Trace.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/TargetSelect.h"

int main(int argc, char **argv) {
  // The user's code runs in a child, which is this program again; it installs its own handlers.
  if (dlc::tool::isTraceChild(argc, argv))
    return dlc::tool::runTraceChild(argc, argv);
  llvm::InitLLVM init(argc, argv);
  int exitCode = 0;
  std::optional<dlc::tool::Options> options = dlc::tool::parseCommandLine(argc, argv, exitCode);
  return options ? dlc::tool::compile(*options) : exitCode;
}
