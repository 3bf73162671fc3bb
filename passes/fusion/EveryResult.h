//===- EveryResult.h - what an entry takes without any plan --------------*- C++ -*-===//
#ifndef DLC_PASSES_FUSION_EVERYRESULT_H
#define DLC_PASSES_FUSION_EVERYRESULT_H
#include "ir/graph/Dialect.h"

namespace dlc {
/// Bytes of a plan that keeps every op's result: neither fused nor shared. New state and gradients
/// that only optimisers read are left out, and so is what has no bytes of its own, as views.
int64_t bytesOfEveryResult(ir::EntryOp entry);
} // namespace dlc
#endif
