//===- Regions.h - tracing the body of an op ----------------------*- C++ -*-===//
#ifndef DLC_FRONTEND_OPS_REGIONS_H
#define DLC_FRONTEND_OPS_REGIONS_H
#include "dlc/ops/loop.h"
#include "frontend/ops/Emit.h"

namespace dlc {
/// Ops are made in a block of their own as long as this lives.
class OpenRegion {
public:
  OpenRegion() : guard(tracer().b), block(std::make_unique<mlir::Block>()) {
    trace.block = block.get();
    tracer().regions.push_back(&trace);
    tracer().b.setInsertionPointToEnd(trace.block);
  }
  ~OpenRegion() {
    if (block)
      tracer().regions.pop_back();
  }
  /// Nothing more is captured behind this.
  std::unique_ptr<mlir::Block> close() {
    tracer().regions.pop_back();
    return std::move(block);
  }
  Tensor argument(mlir::Type type) {
    return tensorOf(trace.block->addArgument(type, tracer().here()));
  }
  /// Inside a loop around, its step is this body's, too.
  void inheritIteration() {
    auto &regions = tracer().regions;
    if (regions.size() > 1 && regions[regions.size() - 2]->iteration)
      trace.iteration = tracer().import(regions[regions.size() - 2]->iteration);
  }
  RegionTrace trace;

private:
  mlir::OpBuilder::InsertionGuard guard;
  std::unique_ptr<mlir::Block> block;
};

llvm::SmallVector<mlir::Value> valuesOf(const Tensors &tensors);
Tensors tensorsOf(mlir::ValueRange values);
/// Ends a body with what it gives.
void next(mlir::ValueRange values);

/// The gradient that a parameter has in the open entry.
Tensor gradientOf(int parameter);
void zeroGradient(int parameter);
} // namespace dlc
#endif
