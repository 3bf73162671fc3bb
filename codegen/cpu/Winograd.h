//===- Winograd.h - 3x3 convolutions in fewer products ----------------------*- C++ -*-===//
#ifndef DLC_CODEGEN_CPU_WINOGRAD_H
#define DLC_CODEGEN_CPU_WINOGRAD_H
#include "codegen/cpu/Kernel.h"
#include <optional>

namespace dlc::cpu {
/// As shapeKernel and lowerKernel, for a kernel that is step.winograd or step.winograd_weight;
/// nothing for any other.
std::optional<KernelShape> shapeWinograd(mlir::Block &kernel, const Facts &facts);
mlir::func::FuncOp lowerWinograd(mlir::OpBuilder &builder, mlir::Location loc, llvm::StringRef name,
                                 mlir::Block &kernel, const Facts &facts);
} // namespace dlc::cpu
#endif
