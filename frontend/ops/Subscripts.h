//===- Subscripts.h - what x[...] does with tensors between the brackets -*- C++ -*-===//
#ifndef DLC_FRONTEND_OPS_SUBSCRIPTS_H
#define DLC_FRONTEND_OPS_SUBSCRIPTS_H
#include "frontend/ops/Emit.h"

namespace dlc {
/// x indexed by tensors, one entry a dim of x: indices of that dim; a mask over that dim and as
/// many behind it as the mask has; or an undefined Tensor, where all of the dim is taken. Numbers,
/// ranges, None and Ellipsis are in x already.
Tensor indexByTensors(const Tensor &x, llvm::ArrayRef<Tensor> at);
} // namespace dlc
#endif
