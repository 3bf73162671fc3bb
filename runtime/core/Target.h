//===- Target.h - does this processor run the compiled code? ------------------*- C++ -*-===//
#ifndef DLC_RUNTIME_CORE_TARGET_H
#define DLC_RUNTIME_CORE_TARGET_H
#include "dlc/rt/abi.h"
#include <string_view>

namespace dlc::rt {

// The first instruction set of the level "x86-64-v2", "-v3" or "-v4" that is missing here, or
// null. Other targets are not known by a level and pass.
const char *missingInstructions(std::string_view target);

// Of the versions that a program was compiled in, the best that this processor runs, or the one
// that the environment's DLC_ISA names. Throws Error when it names none.
const dlc_program_desc &versionFor(const dlc_program_desc &program);

} // namespace dlc::rt
#endif
