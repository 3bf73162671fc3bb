//===- Kernel.h - one kernel, from linalg on memrefs to tiles --------------*- C++ -*-===//
//
// A kernel is one block: its arguments are static memrefs, then the program's dimensions as
// indices; its body is one all-parallel linalg op, or fills, one reduction and all-parallel
// epilogues (see Nest.h), or one op of the step dialect that is a kernel by itself (Sort.h). Both
// functions here look at the block and at nothing else, so they serve `step.kernel` and `func.func`
// alike.
//
//   shapeKernel   how many tiles, as functions of the dimensions, and scratch bytes per thread
//   lowerKernel   a function  (flat memrefs, dimensions, index begin, index end, scratch)
//                 that runs the tiles [begin, end)
//
// What a tile is depends on shapes only, never on the number of threads, and no result depends
// on how a range of tiles is split: every output is accumulated in the order of its loops.
//
//===--------------------------------------------------------------------------------===//
#ifndef DLC_CODEGEN_CPU_KERNEL_H
#define DLC_CODEGEN_CPU_KERNEL_H
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/AffineMap.h"

namespace dlc::cpu {

struct Facts {
  int64_t vectorBytes = 64; // of the virtual vector; narrower machines split it
  int64_t registers = 32;   // how many virtual vectors a core holds
  int64_t l1Bytes = 32 << 10;
  int64_t l2Bytes = 1 << 20;     // private cache that a panel should stay in
  int64_t tileWork = 1 << 16;    // instructions from which on a tile is worth handing to a thread
  bool convertsF16 = true;       // by instructions
  bool multipliesAndAdds = true; // at once
  bool multipliesPairs = false;  // of bf16, and adds both products to an f32
};

struct KernelShape {
  llvm::SmallVector<mlir::AffineMap> tiles; // outermost first; (dims) -> (count)
  llvm::SmallVector<int64_t> cut;           // as `cut` of step.kernel; empty: there is none
  int64_t scratchBytes = 0;
};

mlir::FailureOr<KernelShape> shapeKernel(mlir::Block &body, const Facts &facts);

/// Creates the function at the builder's insertion point. Memref arguments are flattened to one
/// dimension (i1 becomes i8, a byte each); `scratch` is there only if the kernel wants some.
mlir::FailureOr<mlir::func::FuncOp> lowerKernel(mlir::OpBuilder &builder, mlir::Location loc,
                                                llvm::StringRef name, mlir::Block &body,
                                                const Facts &facts);
} // namespace dlc::cpu
#endif
