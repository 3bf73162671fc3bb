//===- Passes.h - the kernel functions as passes, for tests ----------------*- C++ -*-===//
#ifndef DLC_CODEGEN_CPU_PASSES_H
#define DLC_CODEGEN_CPU_PASSES_H
#include "mlir/Pass/Pass.h"

namespace dlc::cpu {
/// -dlc-cpu-shape-kernels, -dlc-cpu-lower-kernels (on functions marked `dlc.kernel`),
/// -dlc-cpu-to-llvm.
void registerPasses();
} // namespace dlc::cpu
#endif
