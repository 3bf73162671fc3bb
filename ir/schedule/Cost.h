//===- Cost.h - what one launch of a kernel costs ----------------------------*- C++ -*-===//
#ifndef DLC_IR_SCHEDULE_COST_H
#define DLC_IR_SCHEDULE_COST_H
#include "ir/schedule/Dialect.h"

namespace dlc::step {
/// At the bound. Bytes are those of the operands, each counted once.
struct Cost {
  double flops = 0, bytes = 0;
};

Cost costOf(KernelOp kernel);

/// Keeps the figures at the kernel, for the time when its body is gone.
void recordCost(KernelOp kernel);
} // namespace dlc::step
#endif
