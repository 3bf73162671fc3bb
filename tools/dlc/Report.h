//===- Report.h - what a program computes and holds, as text -----------------------*- C++ -*-===//
#ifndef DLC_TOOLS_DLC_REPORT_H
#define DLC_TOOLS_DLC_REPORT_H
#include "codegen/emit/Program.h"

namespace dlc::tool {
/// Prints the report on a planned program: sizes, launches and their cost, cost by the user's
/// line, and the arena over time.
void writeReport(llvm::raw_ostream &out, ir::ProgramOp op, const emit::Program &program);
} // namespace dlc::tool
#endif
