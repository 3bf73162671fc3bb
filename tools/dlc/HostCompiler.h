//===- HostCompiler.h - the C++ compilers that dlc drives -----------------------*- C++ -*-===//
//
// Two of them: the host's makes the plug-in that is traced, the target's compiles and links what
// ends up in the program. Their messages go to the user as they are.
//===-----------------------------------------------------------------------------------===//
#ifndef DLC_TOOLS_DLC_HOSTCOMPILER_H
#define DLC_TOOLS_DLC_HOSTCOMPILER_H
#include "tools/dlc/Installation.h"
#include "tools/dlc/Options.h"

namespace dlc::tool {

/// Fills in the compilers that the command line left open; false after an error.
bool chooseCompilers(Options &options);

/// The model as a shared library at `plugin`. Writes a make file of its headers if `dependencies`
/// is a path.
bool compilePlugin(const Options &options, const Installation &installation,
                   const std::string &plugin, const std::string &dependencies);

/// A further source to `object`, with the generated header's folder among the includes.
bool compileSource(const Options &options, const Installation &installation,
                   const std::string &source, const std::string &headerFolder,
                   const std::string &object, const std::string &dependencies);

} // namespace dlc::tool
#endif
