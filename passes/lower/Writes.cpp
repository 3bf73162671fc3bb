//===- Writes.cpp - kernels that write where data or a step says ---------------------===//
// An overlay puts elements over its base, at places of the loops or at indices that are operands; a
// running reduction leaves what it is after every step. Both write from inside of the body
// (step.put). And kernels that no loop nest says are handed to the target whole.
//===--------------------------------------------------------------------------===//
#include "ir/graph/Precision.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "passes/lower/KernelLowering.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

/// Elements go to their places in the result, which is the base's buffer.
void KernelLowering::lowerOverlay(ImplicitLocOpBuilder &b, Overlay op, KernelArguments &arguments) {
  LoopNest nest = op.loops();
  SmallVector<AffineExpr> loopExprs;
  SmallVector<Loop> loops = orderLoops(nest, resultLayout(0), loopExprs, b.getContext());
  kernel->setAttr("in_place", b.getUnitAttr());
  RankedTensorType type = typeOf(op->getResult(0));
  if (type.getNumElements() == 0) { // not even the old element is there
    KernelBody nothing = domainOf(b, type, resultLayout(0), arguments);
    Value zero = arith::ConstantOp::create(nothing.builder(), b.getZeroAttr(type.getElementType()));
    nothing.store(zero, results[0], storageMap(resultLayout(0), b.getContext()), nothing.index());
    nothing.finish();
    return;
  }
  unsigned indices = nest.resultMaps[0].getNumSymbols();
  KernelBody body(b, program, loops, {}, arguments);
  SmallVector<Value> elements;
  for (auto [operand, map] : llvm::zip(op->getOperands().take_front(1 + indices), nest.operandMaps))
    elements.push_back(body.valueOf(operand, replaced(map, loopExprs)));
  AffineMap layout = storageMap(resultLayout(0), b.getContext());
  Value within;
  SmallVector<AffineExpr> target =
      body.place(nest.resultMaps[0], loopExprs, ArrayRef(elements).drop_front(), type, within);
  if (!indices) {
    body.store(op.emitOver(body.builder(), elements[0], Value()), results[0], layout, target);
  } else {
    Value old = widen(body.builder(), body.element(results[0], layout, target));
    Value x = widen(body.builder(), elements[0]);
    Value value = op.emitOver(body.builder(), x, old);
    value = narrow(body.builder(), value, typeOf(op->getResult(0)).getElementType());
    body.put(value, results[0], layout, target, within);
  }
  body.finish();
}

/// Accumulators stay in registers; the body writes what they are after each step.
void KernelLowering::lowerRunning(ImplicitLocOpBuilder &b, Structured op, const LoopNest &nest,
                                  KernelArguments &arguments) {
  SmallVector<AffineExpr> loopExprs, extents;
  SmallVector<Loop> loops = orderLoops(nest, resultLayout(0), loopExprs, b.getContext());
  SmallVector<int64_t> parallelShape;
  SmallVector<AffineExpr> parallel;
  for (auto [i, loop] : llvm::enumerate(loops))
    if (!loop.reduces) {
      parallelShape.push_back(loop.bound);
      parallel.push_back(b.getAffineDimExpr(i));
    }
  SmallVector<Value> targets;
  for (auto [init, result] : llvm::zip(op.inits(), op->getResults())) {
    auto type = MemRefType::get(parallelShape, computeType(typeOf(result).getElementType()));
    Value start = arith::ConstantOp::create(b, widen(init));
    targets.push_back(memref::AllocaOp::create(b, type));
    linalg::FillOp::create(b, start, targets.back());
  }

  KernelBody body(b, program, loops, {}, arguments);
  for (const Loop &loop : nest.loops)
    extents.push_back(body.symbolFor(extentOf(loop, arguments, body.builder())));
  SmallVector<Value> args, accs;
  for (auto [operand, map] : llvm::zip(op->getOperands(), nest.operandMaps))
    args.push_back(body.widenedValueOf(operand, replaced(map, loopExprs, extents)));
  for (auto [i, loop] : llvm::enumerate(nest.loops))
    if (loop.reduces)
      args.push_back(body.indexValue(loopExprs[i]));
  AffineMap identity = AffineMap::getMultiDimIdentityMap(parallel.size(), b.getContext());
  for (Value target : targets)
    accs.push_back(body.accumulator(target, identity, parallel));
  SmallVector<Value> combined = op.emitCombine(body.builder(), args, accs);
  Value always = arith::ConstantOp::create(body.builder(), b.getBoolAttr(true));
  for (auto [i, value] : llvm::enumerate(returned.getValues())) {
    unsigned number = cast<OpResult>(value).getResultNumber();
    Value element = narrow(body.builder(), combined[number], typeOf(value).getElementType());
    body.put(element, results[i], storageMap(resultLayout(i), b.getContext()),
             replaced(nest.resultMaps[number], loopExprs, extents), always);
  }
  for (Value value : combined)
    body.yield(value);
  body.finish();
}

/// Operands and results as they lie in memory; the target does the rest.
void KernelLowering::lowerWhole(ImplicitLocOpBuilder &b, WholeKernel op,
                                KernelArguments &arguments) {
  SmallVector<Value> memrefs;
  SmallVector<AffineMap> maps, extents;
  for (Value operand : op->getOperands()) {
    memrefs.push_back(arguments.memrefs.lookup(operand));
    maps.push_back(storageMap(arguments.layouts[operand], b.getContext()));
  }
  for (unsigned i = 0; i < results.size(); ++i) {
    memrefs.push_back(results[i]);
    maps.push_back(storageMap(resultLayout(i), b.getContext()));
  }
  RankedTensorType type = typeOf(op->getOperand(0));
  for (auto [size, live] : llvm::zip(type.getShape(), liveOf(type)))
    extents.push_back(extentMap({size, live, false}, arguments, b.getContext()));
  op.emitKernel(b, memrefs, maps, extents);
}
