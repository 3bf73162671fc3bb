//===- KernelLowering.h - one kernel from graph ops to linalg ------------*- C++ -*-===//
#ifndef DLC_PASSES_LOWER_KERNELLOWERING_H
#define DLC_PASSES_LOWER_KERNELLOWERING_H
#include "ir/schedule/Dialect.h"
#include "passes/lower/KernelBody.h"

namespace dlc {
class KernelLowering {
public:
  KernelLowering(step::KernelOp kernel, ir::ProgramOp program) : kernel(kernel), program(program) {}
  void run();

private:
  // LowerKernels.cpp
  void readLayouts();
  const Layout &resultLayout(unsigned i) { return layouts[kernel.getNumInputs() + i]; }
  KernelBody domainOf(mlir::ImplicitLocOpBuilder &b, mlir::RankedTensorType type,
                      llvm::ArrayRef<int64_t> order, KernelArguments &arguments);
  void lowerElementwise(mlir::ImplicitLocOpBuilder &b, KernelArguments &arguments);
  void lowerStructured(mlir::ImplicitLocOpBuilder &b, ir::Structured op,
                       KernelArguments &arguments);
  void readInPlace(mlir::ImplicitLocOpBuilder &b, ir::PadOp pad, KernelArguments &arguments);

  // Overwrites.cpp
  mlir::DenseI64ArrayAttr findOverwrites(mlir::Block &body, mlir::Builder &b);

  // Rows.cpp: several reductions, and what is computed from their results
  void lowerRows(mlir::ImplicitLocOpBuilder &b, KernelArguments &arguments);

  // Writes.cpp: what a body writes itself, and kernels that no loop nest says
  void lowerOverlay(mlir::ImplicitLocOpBuilder &b, ir::Overlay op, KernelArguments &arguments);
  void lowerRunning(mlir::ImplicitLocOpBuilder &b, ir::Structured op, const ir::LoopNest &nest,
                    KernelArguments &arguments);
  void lowerWhole(mlir::ImplicitLocOpBuilder &b, ir::WholeKernel op, KernelArguments &arguments);

  step::KernelOp kernel;
  ir::ProgramOp program;
  step::ReturnOp returned;
  mlir::Operation *anchor = nullptr;
  ir::PlaceOp placed;                     // of the anchor's result
  bool joint = false;                     // elementwise, and the first result is made of parts
  llvm::SmallVector<Layout> layouts;      // of inputs, then outputs
  llvm::SmallVector<mlir::Value> results; // memrefs of the outputs
};

/// What is placed in the buffer that `value` is, from the first.
llvm::SmallVector<ir::PlaceOp> placesOf(mlir::Value value);

/// The loops of `nest` as a kernel runs them: parallel ones first, those of the result's axes in
/// the order of its storage. `exprs` gets each loop of the nest as an expression in them.
llvm::SmallVector<ir::Loop> orderLoops(const ir::LoopNest &nest, llvm::ArrayRef<int64_t> storage,
                                       llvm::SmallVectorImpl<mlir::AffineExpr> &exprs,
                                       mlir::MLIRContext *context);

/// The map's results in these loops and symbols.
llvm::SmallVector<mlir::AffineExpr> replaced(mlir::AffineMap map,
                                             llvm::ArrayRef<mlir::AffineExpr> loopExprs,
                                             llvm::ArrayRef<mlir::AffineExpr> symbols = {});
} // namespace dlc
#endif
