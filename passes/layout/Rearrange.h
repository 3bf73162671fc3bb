//===- Rearrange.h - copies where storage is not what an op needs ------*- C++ -*-===//
#ifndef DLC_PASSES_LAYOUT_REARRANGE_H
#define DLC_PASSES_LAYOUT_REARRANGE_H
#include "passes/layout/Layout.h"

namespace dlc {
/// A reshape renames bytes; where its operand's storage does not allow it, row-major does.
void straighten(ir::ReshapeOp reshape);

/// Copies what does not lie as a kernel wants it that knows one storage order: Winograd's.
void arrange(mlir::Operation *op);

/// What products of a long loop read across the lanes and is the same in every step is copied in
/// front of it, so that no step has to turn it or its rows.
void turnConstants(ir::ScanOp scan);
} // namespace dlc
#endif
