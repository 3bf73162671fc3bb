//===- Program.h - reading a program's tables ---------------------------------*- C++ -*-===//
#ifndef DLC_RUNTIME_CORE_PROGRAM_H
#define DLC_RUNTIME_CORE_PROGRAM_H
#include "dlc/rt/abi.h"

namespace dlc::rt {

// Everything an instance relies on: the version, the processor, every offset inside its region,
// every axis order a permutation. Throws Error. A table that fails here was not written by this
// version of the compiler; without the check it would overwrite memory.
void checkProgram(const dlc_program_desc &program);

// A setting's value in the state block. Throws Error when the type cannot hold it.
double loadSetting(const dlc_setting_desc &setting, const char *state);
void storeSetting(const dlc_setting_desc &setting, char *state, double value);

} // namespace dlc::rt
#endif
