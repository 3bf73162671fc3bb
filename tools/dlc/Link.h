//===- Link.h - from objects to a program ------------------------------------------*- C++ -*-===//
#ifndef DLC_TOOLS_DLC_LINK_H
#define DLC_TOOLS_DLC_LINK_H
#include "codegen/emit/Program.h"
#include "tools/dlc/Installation.h"
#include "tools/dlc/Options.h"
#include "tools/dlc/Outputs.h"

namespace dlc::tool {
/// Links `objects` (the model's first) and the runtime to `executable`. A program with `fit` and
/// without a main gets the runtime's.
bool linkProgram(const Options &options, const Installation &installation,
                 const emit::Program &program, const std::vector<std::string> &objects,
                 const TemporaryFolder &folder, const std::string &executable);
} // namespace dlc::tool
#endif
