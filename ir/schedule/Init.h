//===- Init.h - what runs once in the life of a model ------------------------*- C++ -*-===//
#ifndef DLC_IR_SCHEDULE_INIT_H
#define DLC_IR_SCHEDULE_INIT_H
#include "ir/schedule/Dialect.h"

namespace dlc::step {

/// The schedule that gives every state its first value.
inline constexpr llvm::StringLiteral initName = "init";

/// Whether that schedule alone launches the kernel.
bool runsOnce(KernelOp kernel);
} // namespace dlc::step
#endif
