//===- Compile.h - one invocation from sources to outputs ---------------------------*- C++ -*-===//
#ifndef DLC_TOOLS_DLC_COMPILE_H
#define DLC_TOOLS_DLC_COMPILE_H
#include "tools/dlc/Options.h"

namespace dlc::tool {
/// Does what the command line asks for; the exit code.
int compile(Options &options);
} // namespace dlc::tool
#endif
