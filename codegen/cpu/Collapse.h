//===- Collapse.h - fewer loops for the same walk through memory -----------*- C++ -*-===//
#ifndef DLC_CODEGEN_CPU_COLLAPSE_H
#define DLC_CODEGEN_CPU_COLLAPSE_H
#include "codegen/cpu/Nest.h"

namespace dlc::cpu {
/// Drops loops of one iteration, merges neighbours, and fills in every access's linear form.
void collapse(Nest &nest);
} // namespace dlc::cpu
#endif
