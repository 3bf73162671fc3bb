//===- Random.h - streams of random numbers ---------------------*- C++ -*-===//
#ifndef DLC_FRONTEND_OPS_RANDOM_H
#define DLC_FRONTEND_OPS_RANDOM_H
#include "frontend/trace/Tracer.h"

namespace dlc {
/// The number of a stream, from a name that does not change when code is reordered.
uint32_t streamOf(llvm::StringRef name);

/// Uniform in [0, 1): `call` counts the runs of an entry.
Tensor uniform(mlir::RankedTensorType type, uint32_t stream, mlir::Value seed, mlir::Value call);
/// The same, the next stream of this entry.
Tensor uniform(mlir::RankedTensorType type);
/// Standard normal numbers from uniform ones.
Tensor normalOf(const Tensor &uniform);
} // namespace dlc
#endif
