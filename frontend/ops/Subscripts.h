//===- Subscripts.h - what x[...] does with tensors between the brackets -*- C++ -*-===//
#ifndef DLC_FRONTEND_OPS_SUBSCRIPTS_H
#define DLC_FRONTEND_OPS_SUBSCRIPTS_H
#include "frontend/ops/Emit.h"

namespace dlc {
/// x indexed by tensors of indices, one entry a dim of x (SeveralIndices.cpp); an undefined Tensor
/// takes all of the dim. Numbers, ranges, None and Ellipsis are in x already.
Tensor indexByTensors(const Tensor &x, llvm::ArrayRef<Tensor> at);
} // namespace dlc
#endif
