//===- Sort.h - step.sort as tiles of rows ----------------------------------*- C++ -*-===//
// A row is what is sorted; a tile is some rows. Each is sorted in the thread's scratch.
#ifndef DLC_CODEGEN_CPU_SORT_H
#define DLC_CODEGEN_CPU_SORT_H
#include "codegen/cpu/Kernel.h"
#include "ir/schedule/Dialect.h"

namespace dlc::cpu {
/// The sort that a kernel is, or null.
step::SortOp sortOf(mlir::Block &kernel);

/// As shapeKernel and lowerKernel.
KernelShape shapeSort(step::SortOp sort, const Facts &facts);
mlir::func::FuncOp lowerSort(mlir::OpBuilder &builder, mlir::Location loc, llvm::StringRef name,
                             step::SortOp sort, const Facts &facts);
} // namespace dlc::cpu
#endif
