//===- LowerKernels.cpp - the graph ops of a kernel become linalg -------------------===//
// A kernel has at most one structured op (or overlay). Its loops become a linalg.generic over
// memrefs, reductions starting from a linalg.fill; the elementwise ops behind it become a
// second one over the same parallel loops, and what lies between is a memref.alloca that code
// generation keeps in registers. What goes to places that data decides, or leaves the result of
// every step of a reduction, is written by the body itself: memref.load and step.put. Movements,
// creations and elementwise ops in front are pulled into the body where they are read
// (KernelBody.h). A kernel that is launched in a loop is marked `dlc.in_loop`. Liveness leaves the
// types here: a loop's live extent stands in `dlc.extents`, as a function of the kernel's index
// arguments.
//
//   ^(%x: tensor<128x784xf32, live>, %w): %0 = dlc.contract ... step.return %0
// =>
//   ^(%x: memref<128x784xf32>, %w, %y, %n: index):
//     linalg.fill ins(%zero) outs(%y)
//     linalg.generic {dlc.extents = [(n) -> (n), ...]} ins(%x, %w) outs(%y) ...
//===--------------------------------------------------------------------------===//
#include "ir/graph/Precision.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "passes/Passes.h"
#include "passes/lower/KernelLowering.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

namespace dlc {
#define GEN_PASS_DEF_LOWERKERNELSPASS
#include "passes/Passes.h.inc"
} // namespace dlc

static MemRefType storageType(RankedTensorType type, ArrayRef<int64_t> layout) {
  return MemRefType::get(storageShape(type, layout), type.getElementType());
}

static MemRefType accumulatorType(Value result, ArrayRef<int64_t> layout) {
  RankedTensorType type = typeOf(result);
  return storageType(withElement(type, computeType(type.getElementType())), layout);
}

void KernelLowering::run() {
  Block *old = &kernel.getBody().front();
  returned = cast<step::ReturnOp>(old->getTerminator());
  for (Operation &op : *old)
    if (anchor && isa<PlaceOp>(op))
      placed = cast<PlaceOp>(op);
    else if (isa<Structured, Overlay, WholeKernel>(op))
      anchor = &op;
  auto first = dyn_cast_or_null<PlaceOp>(anchor);
  joint = first && (placed || returned.getNumOperands() > 1);
  if (joint)
    anchor = placed = nullptr;
  readLayouts();

  Block *body = new Block;
  KernelArguments arguments;
  for (auto [i, input] : llvm::enumerate(old->getArguments())) {
    arguments.memrefs[input] =
        body->addArgument(storageType(typeOf(input), layouts[i]), input.getLoc());
    arguments.layouts[input] = layouts[i];
  }
  for (auto [i, output] : llvm::enumerate(returned.getValues())) {
    const Layout &layout = layouts[old->getNumArguments() + i];
    results.push_back(body->addArgument(storageType(typeOf(output), layout), output.getLoc()));
  }
  for (NamedAttribute dim : program.getDims())
    arguments.extents[dim.getName()] =
        body->addArgument(IndexType::get(kernel.getContext()), kernel.getLoc());

  ImplicitLocOpBuilder b(kernel.getLoc(), kernel.getContext());
  b.setInsertionPointToEnd(body);
  for (PadOp pad : old->getOps<PadOp>())
    readInPlace(b, pad, arguments);
  if (kernel->hasAttr("rows"))
    lowerRows(b, arguments);
  else if (auto overlay = dyn_cast_or_null<Overlay>(anchor))
    lowerOverlay(b, overlay, arguments);
  else if (auto whole = dyn_cast_or_null<WholeKernel>(anchor))
    lowerWhole(b, whole, arguments);
  else if (anchor)
    lowerStructured(b, cast<Structured>(anchor), arguments);
  else
    lowerElementwise(b, arguments);
  step::ReturnOp::create(b);
  if (kernel->removeAttr("in_loop"))
    body->walk([&](linalg::GenericOp op) { op->setAttr("dlc.in_loop", b.getUnitAttr()); });

  kernel.setOverwritesAttr(findOverwrites(*body, b));
  kernel.getBody().push_back(body);
  old->dropAllReferences();
  old->dropAllDefinedValueUses();
  old->erase();
  kernel.removeLayoutsAttr();
}

/// The padding stands around the part of a buffer that is padded.
void KernelLowering::readInPlace(ImplicitLocOpBuilder &b, PadOp pad, KernelArguments &arguments) {
  auto isBuffer = [&](Value value) { return arguments.memrefs.contains(value); };
  std::optional<Part> part = partOf(pad.getX(), isBuffer);
  const Layout &layout = arguments.layouts[part->base];
  SmallVector<int64_t> starts, sizes, low;
  for (int64_t axis : layout) {
    starts.push_back(part->starts[axis]);
    sizes.push_back(typeOf(pad.getX()).getDimSize(part->axes[axis]));
    low.push_back(pad.getLow()[part->axes[axis]]);
  }
  Layout padded = part->layoutIn(layout);
  arguments.memrefs[pad.getY()] =
      step::PaddedOp::create(b, pad.getLoc(), storageType(typeOf(pad.getY()), padded),
                             arguments.memrefs[part->base], starts, sizes, low, pad.getValue());
  arguments.layouts[pad.getY()] = padded;
}

void KernelLowering::readLayouts() {
  ArrayAttr attrs = *kernel.getLayouts();
  for (Attribute layout : attrs)
    layouts.push_back(Layout(cast<DenseI64ArrayAttr>(layout).asArrayRef()));
}

/// Parallel loops in the order of the result's storage, then `reductions`.
KernelBody KernelLowering::domainOf(ImplicitLocOpBuilder &b, RankedTensorType type,
                                    ArrayRef<int64_t> order, KernelArguments &arguments) {
  SmallVector<Loop> loops;
  SmallVector<LiveDim> live = liveOf(type);
  SmallVector<AffineExpr> index(type.getRank());
  for (auto [position, axis] : llvm::enumerate(order)) {
    index[axis] = b.getAffineDimExpr(position);
    loops.push_back({type.getDimSize(axis), live[axis], false});
  }
  return KernelBody(b, program, loops, index, arguments);
}

/// With `joint`, parts of the first result's buffer are elementwise results.
void KernelLowering::lowerElementwise(ImplicitLocOpBuilder &b, KernelArguments &arguments) {
  Value domain = returned.getValues()[0];
  if (joint) {
    domain = placesOf(domain)[0].getX();
    kernel->setAttr("in_place", b.getUnitAttr());
  }
  KernelBody body = domainOf(b, typeOf(domain), resultLayout(0), arguments);
  for (auto [i, value] : llvm::enumerate(returned.getValues())) {
    AffineMap layout = storageMap(resultLayout(i), b.getContext());
    if (!value.getDefiningOp<PlaceOp>())
      body.store(body.valueOf(value, body.index()), results[i], layout, body.index());
    for (PlaceOp place : placesOf(value))
      body.store(body.valueOf(place.getX(), body.index()), results[i], layout,
                 replaced(place.loops().resultMaps[0], body.index()));
  }
  body.finish();
}

SmallVector<Loop> dlc::orderLoops(const LoopNest &nest, ArrayRef<int64_t> storage,
                                  SmallVectorImpl<AffineExpr> &exprs, MLIRContext *context) {
  SmallVector<unsigned> order;
  auto append = [&](unsigned loop) {
    if (!llvm::is_contained(order, loop))
      order.push_back(loop);
  };
  for (int64_t axis : storage)
    nest.resultMaps[0].getResult(axis).walk([&](AffineExpr part) {
      if (auto dim = dyn_cast<AffineDimExpr>(part); dim && !nest.loops[dim.getPosition()].reduces)
        append(dim.getPosition());
    });
  for (bool reduces : {false, true})
    for (auto [i, loop] : llvm::enumerate(nest.loops))
      if (loop.reduces == reduces)
        append(i);
  SmallVector<Loop> loops;
  exprs.resize(nest.loops.size());
  for (auto [position, loop] : llvm::enumerate(order)) {
    exprs[loop] = getAffineDimExpr(position, context);
    loops.push_back(nest.loops[loop]);
  }
  return loops;
}

SmallVector<AffineExpr> dlc::replaced(AffineMap map, ArrayRef<AffineExpr> loopExprs,
                                      ArrayRef<AffineExpr> symbols) {
  return llvm::map_to_vector(map.getResults(), [&](AffineExpr expr) {
    return expr.replaceDimsAndSymbols(loopExprs, symbols);
  });
}

/// Whether results hold the accumulator after every step of a loop.
static bool isRunning(const LoopNest &nest) {
  return llvm::any_of(llvm::enumerate(nest.loops), [&](auto loop) {
    return loop.value().reduces && nest.resultMaps[0].isFunctionOfDim(loop.index());
  });
}

void KernelLowering::lowerStructured(ImplicitLocOpBuilder &b, Structured op,
                                     KernelArguments &arguments) {
  LoopNest nest = op.loops();
  unsigned rank = typeOf(op->getResult(0)).getRank();
  // What is accumulated in a wider type than it is stored in is narrowed behind the loops.
  Type element = typeOf(op->getResult(0)).getElementType();
  bool direct = op->getNumResults() == 1 && returned.getNumOperands() == 1 &&
                returned.getValues()[0] == op->getResult(0) && computeType(element) == element;

  if (isRunning(nest))
    return lowerRunning(b, op, nest, arguments);

  // Parallel loops take the order of the first buffer the kernel leaves.
  Layout order = resultLayout(0);
  if (nest.resultMaps[0].getNumResults() != rank || order.size() != rank)
    order = rowMajor(rank);
  SmallVector<AffineExpr> loopExprs;
  SmallVector<Loop> loops = orderLoops(nest, order, loopExprs, b.getContext());

  SmallVector<Value> targets;
  for (auto [i, result] : llvm::enumerate(op->getResults())) {
    Value target =
        direct ? results[0] : Value(memref::AllocaOp::create(b, accumulatorType(result, order)));
    Value init = arith::ConstantOp::create(b, widen(op.inits()[i]));
    linalg::FillOp::create(b, init, target);
    targets.push_back(target);
  }

  KernelBody body(b, program, loops, {}, arguments);
  SmallVector<Value> args, accs;
  for (auto [operand, map] : llvm::zip(op->getOperands(), nest.operandMaps))
    args.push_back(body.widenedValueOf(operand, replaced(map, loopExprs)));
  for (auto [i, loop] : llvm::enumerate(nest.loops))
    if (loop.reduces)
      args.push_back(body.indexValue(loopExprs[i]));
  AffineMap toTarget = storageMap(order, b.getContext());
  SmallVector<AffineExpr> resultIndex = replaced(nest.resultMaps[0], loopExprs);
  for (Value target : targets)
    accs.push_back(body.accumulator(target, toTarget, resultIndex));
  SmallVector<Value> combined = op.emitCombine(body.builder(), args, accs);
  for (Value value : combined)
    body.yield(value);
  body.finish();
  if (direct)
    return;

  for (auto [result, target] : llvm::zip(op->getResults(), targets)) {
    arguments.memrefs[result] = target;
    arguments.layouts[result] = order;
  }
  KernelBody epilogue = domainOf(b, typeOf(op->getResult(0)), order, arguments);
  if (placed) {
    kernel->setAttr("in_place", b.getUnitAttr());
    epilogue.store(epilogue.valueOf(placed.getX(), epilogue.index()), results[0],
                   storageMap(resultLayout(0), b.getContext()),
                   replaced(placed.loops().resultMaps[0], epilogue.index()));
    epilogue.finish();
    return;
  }
  for (auto [i, value] : llvm::enumerate(returned.getValues()))
    epilogue.store(epilogue.valueOf(value, epilogue.index()), results[i],
                   storageMap(resultLayout(i), b.getContext()), epilogue.index());
  epilogue.finish();
}

namespace {
struct LowerKernelsPass : dlc::impl::LowerKernelsPassBase<LowerKernelsPass> {
  void runOnOperation() override {
    SmallVector<step::KernelOp> kernels;
    getOperation()->walk([&](step::KernelOp kernel) { kernels.push_back(kernel); });
    for (step::KernelOp kernel : kernels)
      KernelLowering(kernel, kernel->getParentOfType<ProgramOp>()).run();
  }
};
} // namespace
