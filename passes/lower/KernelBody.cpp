//===- KernelBody.cpp - one linalg.generic, built from what it computes -----------===//
#include "passes/lower/KernelBody.h"
#include "ir/graph/Precision.h"
#include "ir/schedule/Dialect.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

Value dlc::extentOf(const Loop &loop, const KernelArguments &arguments, ImplicitLocOpBuilder &b) {
  if (!loop.live.symbol)
    return arith::ConstantIndexOp::create(b, loop.bound);
  Value mul = arith::ConstantIndexOp::create(b, loop.live.mul);
  Value add = arith::ConstantIndexOp::create(b, loop.live.add);
  Value scaled = arith::MulIOp::create(b, arguments.extents.lookup(loop.live.symbol), mul);
  return arith::AddIOp::create(b, scaled, add);
}

AffineMap dlc::extentMap(const Loop &loop, const KernelArguments &arguments, MLIRContext *context) {
  AffineExpr extent = getAffineConstantExpr(loop.bound, context);
  for (auto [i, dim] : llvm::enumerate(arguments.extents))
    if (dim.first == loop.live.symbol)
      extent = getAffineDimExpr(i, context) * loop.live.mul + loop.live.add;
  return AffineMap::get(arguments.extents.size(), 0, extent);
}

KernelBody::KernelBody(ImplicitLocOpBuilder &outside, ProgramOp program, ArrayRef<Loop> loops,
                       ArrayRef<AffineExpr> index, KernelArguments &arguments)
    : outside(outside), inside(outside.getLoc(), outside.getContext()), program(program),
      loops(loops), domainIndex(index), arguments(arguments), region(std::make_unique<Region>()),
      block(&region->emplaceBlock()) {
  inside.setInsertionPointToEnd(block);
}

KernelBody::~KernelBody() = default;

AffineMap KernelBody::mapOf(ArrayRef<AffineExpr> index) const {
  unsigned used = 0; // equal indices give equal maps, whatever symbols there are by now
  for (AffineExpr expr : index)
    expr.walk([&](AffineExpr part) {
      if (auto symbol = dyn_cast<AffineSymbolExpr>(part))
        used = std::max(used, symbol.getPosition() + 1);
    });
  return simplifyAffineMap(AffineMap::get(loops.size(), used, index, inside.getContext()));
}

static Type elementOf(Value value) { return typeOf(value).getElementType(); }

Value KernelBody::valueOf(Value value, ArrayRef<AffineExpr> index) {
  std::pair<Value, AffineMap> key(value, mapOf(index));
  if (Value emitted = known.lookup(key))
    return emitted;
  Value emitted = compute(value, key.second.getResults());
  return known[key] = emitted;
}

Value KernelBody::compute(Value value, ArrayRef<AffineExpr> index) {
  if (Value memref = arguments.memrefs.lookup(value)) {
    AffineMap layout = storageMap(arguments.layouts[value], inside.getContext());
    Value element = load(memref, simplifyAffineMap(layout.compose(mapOf(index))));
    return narrow(inside, element, elementOf(value)); // an accumulator is wider than its result
  }
  Operation *op = value.getDefiningOp();
  inside.setLoc(op->getLoc());
  if (auto movement = dyn_cast<Movement>(op)) {
    AffineMap source = movement.sourceMap().compose(mapOf(index));
    return valueOf(op->getOperand(0), source.getResults());
  }
  if (auto lookup = dyn_cast<Lookup>(op))
    return lookUp(lookup, index);
  SmallVector<Value> args;
  if (auto creation = dyn_cast<Creation>(op)) {
    SmallVector<Value> indices;
    for (AffineExpr expr : index)
      indices.push_back(indexValue(expr));
    for (Value operand : op->getOperands())
      args.push_back(widenedValueOf(operand, {}));
    auto extent = [&](StringRef symbol) {
      return arguments.extents.lookup(StringAttr::get(inside.getContext(), symbol));
    };
    inside.setLoc(op->getLoc());
    Value element = creation.emitElement(inside, indices, args, extent);
    return narrow(inside, element, elementOf(value));
  }
  // What only passes elements on keeps their bits.
  bool computes = !isa<SelectOp, CopyOp>(op);
  for (Value operand : op->getOperands())
    args.push_back(computes ? widenedValueOf(operand, index) : valueOf(operand, index));
  inside.setLoc(op->getLoc());
  Value element = cast<ScalarBody>(op).emitScalar(inside, args);
  return narrow(inside, element, elementOf(value));
}

Value KernelBody::widenedValueOf(Value value, ArrayRef<AffineExpr> index) {
  std::pair<Value, AffineMap> key(value, mapOf(index));
  Value element = valueOf(value, key.second.getResults());
  Value &emitted = widened[key];
  if (!emitted)
    emitted = widen(inside, element);
  return emitted;
}

AffineExpr KernelBody::symbolFor(Value index) {
  symbols.push_back(index);
  return inside.getAffineSymbolExpr(symbols.size() - 1);
}

SmallVector<AffineExpr> KernelBody::place(AffineMap map, ArrayRef<AffineExpr> index,
                                          ValueRange indices, RankedTensorType type,
                                          Value &within) {
  SmallVector<AffineExpr> places;
  for (auto [number, element] : llvm::enumerate(indices)) {
    Loop along{0, {}, false};
    for (auto [axis, expr] : llvm::enumerate(map.getResults()))
      if (expr == inside.getAffineSymbolExpr(number))
        along = {type.getDimSize(axis), liveOf(type)[axis], false};
    Value at = arith::IndexCastOp::create(inside, inside.getIndexType(), element);
    Value bound = extentOf(along, arguments, inside);
    // Unsigned: what is negative is beyond any bound.
    Value here = arith::CmpIOp::create(inside, arith::CmpIPredicate::ult, at, bound);
    Value start = arith::ConstantIndexOp::create(inside, 0);
    Value kept = arith::SelectOp::create(inside, here, at, start);
    within = within ? Value(arith::AndIOp::create(inside, within, here)) : here;
    places.push_back(symbolFor(kept));
  }
  return llvm::map_to_vector(
      map.getResults(), [&](AffineExpr expr) { return expr.replaceDimsAndSymbols(index, places); });
}

/// An element of the first operand, or 0 where the others lead outside. Nothing is read there.
Value KernelBody::lookUp(Lookup op, ArrayRef<AffineExpr> index) {
  Value x = op->getOperand(0);
  Type element = typeOf(x).getElementType();
  SmallVector<Value> indices;
  for (Value operand : op->getOperands().drop_front())
    indices.push_back(valueOf(operand, index));
  inside.setLoc(op->getLoc());
  Value zero = arith::ConstantOp::create(inside, inside.getZeroAttr(element));
  if (typeOf(x).getNumElements() == 0)
    return zero;
  Value within;
  SmallVector<AffineExpr> at = place(op.placeMap(), index, indices, typeOf(x), within);
  Value found = valueOf(x, at);
  inside.setLoc(op->getLoc());
  return arith::SelectOp::create(inside, within, found, zero);
}

SmallVector<Value> KernelBody::indexValues(AffineMap map) {
  return llvm::map_to_vector(map.getResults(), [&](AffineExpr expr) { return indexValue(expr); });
}

Value KernelBody::element(Value memref, AffineMap layout, ArrayRef<AffineExpr> index) {
  SmallVector<Value> at = indexValues(layout.compose(mapOf(index)));
  return memref::LoadOp::create(inside, memref, at);
}

void KernelBody::put(Value value, Value memref, AffineMap layout, ArrayRef<AffineExpr> index,
                     Value mask) {
  SmallVector<Value> at = indexValues(layout.compose(mapOf(index)));
  step::PutOp::create(inside, value, memref, at, mask);
}

Value KernelBody::load(Value memref, AffineMap map) {
  if (llvm::any_of(llvm::seq(map.getNumSymbols()),
                   [&](unsigned i) { return map.isFunctionOfSymbol(i); })) {
    SmallVector<Value> at = indexValues(map);
    return memref::LoadOp::create(inside, memref, at);
  }
  map = AffineMap::get(map.getNumDims(), 0, map.getResults(), map.getContext());
  Value &element = loads[{memref, map}];
  if (!element) {
    // Inputs stand before outputs in the block; outputs are added last, in finish().
    element = block->insertArgument(
        loads.size() - 1, cast<MemRefType>(memref.getType()).getElementType(), inside.getLoc());
  }
  return element;
}

Value KernelBody::indexValue(AffineExpr expr) {
  if (Value emitted = indices.lookup(expr))
    return emitted;
  Value emitted;
  if (auto dim = dyn_cast<AffineDimExpr>(expr)) {
    emitted = linalg::IndexOp::create(inside, dim.getPosition());
  } else if (auto symbol = dyn_cast<AffineSymbolExpr>(expr)) {
    emitted = symbols[symbol.getPosition()];
  } else if (auto constant = dyn_cast<AffineConstantExpr>(expr)) {
    emitted = arith::ConstantIndexOp::create(inside, constant.getValue());
  } else {
    auto binary = cast<AffineBinaryOpExpr>(expr);
    Value lhs = indexValue(binary.getLHS());
    Value rhs = indexValue(binary.getRHS());
    switch (binary.getKind()) {
    case AffineExprKind::Add:
      emitted = arith::AddIOp::create(inside, lhs, rhs);
      break;
    case AffineExprKind::Mul:
      emitted = arith::MulIOp::create(inside, lhs, rhs);
      break;
    case AffineExprKind::FloorDiv: // indices are not negative
      emitted = arith::DivUIOp::create(inside, lhs, rhs);
      break;
    case AffineExprKind::Mod:
      emitted = arith::RemUIOp::create(inside, lhs, rhs);
      break;
    default:
      llvm_unreachable("no movement rounds up");
    }
  }
  return indices[expr] = emitted;
}

Value KernelBody::accumulator(Value memref, AffineMap layout, ArrayRef<AffineExpr> index) {
  outputs.push_back({memref, layout.compose(mapOf(index))});
  Value acc =
      block->addArgument(cast<MemRefType>(memref.getType()).getElementType(), inside.getLoc());
  accumulators.push_back(acc);
  return acc;
}

void KernelBody::store(Value value, Value memref, AffineMap layout, ArrayRef<AffineExpr> index) {
  accumulator(memref, layout, index);
  yield(value);
}

/// linalg takes a loop that stands alone in a map for the size of that axis. Where a loop walks
/// a part of an axis only, `d mod size` says the same without standing alone. And it wants the
/// index of a last iteration, -1 where there is none, within the axis: any place will do.
AffineMap KernelBody::withoutParts(AffineMap map, Value memref) const {
  SmallVector<AffineExpr> exprs;
  auto type = cast<MemRefType>(memref.getType());
  for (auto [axis, expr] : llvm::enumerate(map.getResults())) {
    auto dim = dyn_cast<AffineDimExpr>(expr);
    const bool part = dim && loops[dim.getPosition()].bound != type.getDimSize(axis);
    const bool nowhere = !dim && llvm::any_of(llvm::enumerate(loops), [&](auto loop) {
      return loop.value().bound == 0 && expr.isFunctionOfDim(loop.index());
    });
    exprs.push_back(nowhere ? getAffineConstantExpr(0, map.getContext())
                    : part  ? expr % type.getDimSize(axis)
                            : expr);
  }
  return AffineMap::get(map.getNumDims(), 0, exprs, map.getContext());
}

/// linalg finds each loop's range where the loop stands alone in some operand's map. Loops over
/// a window stand in sums only; a memref of the window's shape, never read, says their range.
void KernelBody::addWindowOperand() {
  SmallVector<bool> plain(loops.size());
  auto note = [&](AffineMap map) {
    for (AffineExpr expr : map.getResults())
      if (auto dim = dyn_cast<AffineDimExpr>(expr))
        plain[dim.getPosition()] = true;
  };
  for (auto &[key, element] : loads)
    note(withoutParts(key.second, key.first));
  for (auto &[memref, map] : outputs)
    note(withoutParts(simplifyAffineMap(map), memref));
  SmallVector<int64_t> shape;
  SmallVector<AffineExpr> exprs;
  for (auto [i, loop] : llvm::enumerate(loops))
    if (!plain[i]) {
      shape.push_back(loop.bound);
      exprs.push_back(inside.getAffineDimExpr(i));
    }
  if (shape.empty())
    return;
  Value window = memref::AllocaOp::create(outside, MemRefType::get(shape, inside.getI8Type()));
  load(window, mapOf(exprs));
}

linalg::GenericOp KernelBody::finish() {
  linalg::YieldOp::create(inside, yielded);
  addWindowOperand();
  SmallVector<Value> ins, outs;
  SmallVector<AffineMap> maps;
  for (auto &[key, element] : loads) {
    ins.push_back(key.first);
    maps.push_back(withoutParts(key.second, key.first));
  }
  for (auto &[memref, map] : outputs) {
    outs.push_back(memref);
    maps.push_back(withoutParts(simplifyAffineMap(map), memref));
  }
  SmallVector<utils::IteratorType> iterators;
  SmallVector<Attribute> extents;
  for (const Loop &loop : loops) {
    iterators.push_back(loop.reduces ? utils::IteratorType::reduction
                                     : utils::IteratorType::parallel);
    extents.push_back(AffineMapAttr::get(extentMap(loop, arguments, inside.getContext())));
  }
  auto generic = linalg::GenericOp::create(outside, TypeRange(), ins, outs, maps, iterators);
  generic.getRegion().takeBody(*region);
  generic->setAttr("dlc.extents", inside.getArrayAttr(extents));
  return generic;
}
