//===- Function.cpp - the function around the tiles, and its entry -----------------===//
#include "codegen/cpu/Emitter.h"
#include "codegen/cpu/Kernel.h"
#include "codegen/cpu/Sort.h"
#include "codegen/cpu/Winograd.h"
#include "ir/schedule/Dialect.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"

using namespace mlir;
namespace dlc::cpu {

Value Emitter::index(int64_t value) { return arith::ConstantIndexOp::create(b, value); }

Value Emitter::add(Value value, int64_t constant) {
  if (!value)
    return index(constant);
  return constant ? arith::AddIOp::create(b, value, index(constant)).getResult() : value;
}

Type Emitter::widened(Type scalar, int64_t lanes) {
  return lanes == 1 ? scalar : VectorType::get({lanes}, scalar);
}

Value Emitter::constantVector(ArrayRef<int64_t> values, Type element) {
  auto type = VectorType::get({static_cast<int64_t>(values.size())}, element);
  SmallVector<Attribute> attributes;
  for (int64_t value : values)
    attributes.push_back(b.getIntegerAttr(element, value));
  return arith::ConstantOp::create(b, DenseElementsAttr::get(type, attributes));
}

/// Dimensions may be scalars or vectors; quotients are of non-negative numbers, as offsets are.
Value Emitter::evaluate(AffineExpr expr, ArrayRef<Value> dims) {
  if (auto constant = dyn_cast<AffineConstantExpr>(expr))
    return index(constant.getValue());
  if (auto dim = dyn_cast<AffineDimExpr>(expr))
    return dims[dim.getPosition()] ? dims[dim.getPosition()] : index(0);
  auto binary = cast<AffineBinaryOpExpr>(expr);
  Value lhs = evaluate(binary.getLHS(), dims);
  Value rhs = evaluate(binary.getRHS(), dims);
  for (Value other : {lhs, rhs})
    if (auto type = dyn_cast<VectorType>(other.getType())) {
      lhs = splat(lhs, type.getNumElements());
      rhs = splat(rhs, type.getNumElements());
    }
  switch (expr.getKind()) {
  case AffineExprKind::Add:
    return arith::AddIOp::create(b, lhs, rhs);
  case AffineExprKind::Mul:
    return arith::MulIOp::create(b, lhs, rhs);
  case AffineExprKind::Mod:
    return arith::RemUIOp::create(b, lhs, rhs);
  case AffineExprKind::FloorDiv:
    return arith::DivUIOp::create(b, lhs, rhs);
  default: { // ceildiv by a constant
    auto divisor = cast<AffineConstantExpr>(binary.getRHS());
    Value widest = splat(index(divisor.getValue() - 1), 1);
    if (auto type = dyn_cast<VectorType>(lhs.getType()))
      widest = splat(widest, type.getNumElements());
    return arith::DivUIOp::create(b, arith::AddIOp::create(b, lhs, widest).getResult(), rhs);
  }
  }
}

/// A value from outside the linalg bodies: a dimension, scalar code of the kernel's block (cloned
/// when the function is made), or a constant, which goes to the very front.
Value Emitter::outer(Value value) {
  Value &known = outerValues[value];
  if (!known) {
    Operation *clone = value.getDefiningOp()->clone();
    entry->push_front(clone);
    known = clone->getResult(0);
  }
  return known;
}

Value Emitter::extentOf(unsigned loop) { return extents[loop]; }

/// Computes, here, what a body computes from known values and from what stands outside of it.
void Emitter::hoistKnown(const Stage &stage, llvm::DenseMap<Value, Value> &known) {
  for (Operation &op : stage.body().without_terminator()) {
    if (!isPure(&op) || isa<linalg::IndexOp>(op) || op.getNumOperands() == 0)
      continue;
    IRMapping mapping;
    bool all = llvm::all_of(op.getOperands(), [&](Value operand) {
      Operation *definition = operand.getDefiningOp();
      Value value = known.lookup(operand);
      if (!value && ((definition && definition->hasTrait<OpTrait::ConstantLike>()) ||
                     operand.getParentBlock() == nest.kernel))
        value = outer(operand);
      mapping.map(operand, value);
      return static_cast<bool>(value);
    });
    if (!all)
      continue;
    Operation *clone = b.clone(op, mapping);
    for (auto [from, to] : llvm::zip(op.getResults(), clone->getResults()))
      known[from] = to;
  }
}

/// Loads and arithmetic that are the same for every element happen once per call: LLVM hoists
/// arithmetic by itself, but not calls such as powf(beta, step).
void Emitter::hoistInvariants() {
  DenseSet<Value> written;
  for (const Stage &stage : nest.stages)
    for (const Access &access : ArrayRef(stage.accesses).drop_front(stage.numInputs))
      written.insert(access.memref);
  Tile none;
  none.base.assign(nest.loops.size(), Value());
  Point origin;
  origin.delta.assign(nest.loops.size(), 0);
  for (const Stage &stage : nest.stages) {
    for (unsigned i = 0; i < stage.numInputs; ++i) {
      const Access &access = stage.accesses[i];
      BlockArgument argument = stage.body().getArgument(i);
      if (!stage.reads(i))
        continue;
      if (!isa<MemRefType>(access.memref.getType()))
        invariants[argument] = outer(access.memref);
      else if (!access.inRegister() && access.invariant() && !written.contains(access.memref))
        invariants[argument] = load(access, none, origin, Lanes());
    }
    hoistKnown(stage, invariants);
  }
  forget();
}

func::FuncOp Emitter::function(StringRef name) {
  SmallVector<Type> types;
  for (BlockArgument argument : nest.kernel->getArguments()) {
    auto type = dyn_cast<MemRefType>(argument.getType());
    Type element = type ? type.getElementType() : Type();
    types.push_back(type ? MemRefType::get({type.getNumElements()},
                                           element.isInteger(1) ? b.getI8Type() : element)
                         : argument.getType());
  }
  types.append({b.getIndexType(), b.getIndexType()});
  if (plan.scratchBytes)
    types.push_back(MemRefType::get({plan.scratchBytes}, b.getI8Type()));
  auto function = func::FuncOp::create(b, name, b.getFunctionType(types, {}));
  function.setPrivate();
  OpBuilder::InsertionGuard guard(b);
  entry = function.addEntryBlock();
  const unsigned arguments = nest.kernel->getNumArguments();
  SmallVector<Value> dims;
  for (auto [from, to] : llvm::zip(nest.kernel->getArguments(), entry->getArguments())) {
    (isa<MemRefType>(from.getType()) ? flat : outerValues)[from] = to;
    if (!isa<MemRefType>(from.getType()))
      dims.push_back(to);
  }
  if (plan.scratchBytes)
    scratch = entry->getArguments().back();
  b.setInsertionPointToEnd(entry);
  func::ReturnOp::create(b);
  b.setInsertionPoint(entry->getTerminator());
  for (Operation &op : *nest.kernel) {
    if (isa<linalg::LinalgOp, memref::AllocaOp, memref::AllocOp, step::PaddedOp>(op) ||
        op.getNumResults() != 1)
      continue;
    IRMapping mapping;
    for (Value operand : op.getOperands())
      mapping.map(operand, outer(operand));
    outerValues[op.getResult(0)] = b.clone(op, mapping)->getResult(0);
  }
  for (const Loop &loop : nest.loops)
    extents.push_back(
        loop.isStatic() ? Value() : arith::MaxSIOp::create(b, evaluate(loop.live, dims), index(0)));
  hoistInvariants();
  tiles(entry->getArgument(arguments), entry->getArgument(arguments + 1));
  return function;
}

FailureOr<KernelShape> shapeKernel(Block &body, const Facts &facts) {
  if (auto sort = sortOf(body))
    return shapeSort(sort, facts);
  if (std::optional<KernelShape> shape = shapeWinograd(body, facts))
    return *shape;
  FailureOr<Nest> nest = Nest::read(body);
  if (failed(nest))
    return failure();
  Plan plan = Plan::make(*nest, facts);
  KernelShape shape;
  if (nest->empty)
    shape.tiles.push_back(AffineMap::get(
        nest->numDims, 0, getAffineConstantExpr(0, body.getParentOp()->getContext())));
  for (unsigned loop : plan.axes(*nest))
    shape.tiles.push_back(AffineMap::get(
        nest->numDims, 0,
        nest->loops[loop].isStatic()
            ? getAffineConstantExpr(llvm::divideCeil(nest->loops[loop].bound, plan.block[loop]),
                                    body.getParentOp()->getContext())
            : nest->loops[loop].live.ceilDiv(plan.block[loop])));
  shape.cut = cutOf(*nest, plan);
  // Nothing to compute: not even one tile of it, which may round up to whole vectors.
  for (unsigned loop : nest->parallel())
    if (nest->loops[loop].bound == 0) {
      shape.tiles = {AffineMap::get(nest->numDims, 0,
                                    getAffineConstantExpr(0, body.getParentOp()->getContext()))};
      shape.cut.clear();
    }
  shape.scratchBytes = plan.scratchBytes;
  return shape;
}

FailureOr<func::FuncOp> lowerKernel(OpBuilder &builder, Location loc, StringRef name, Block &body,
                                    const Facts &facts) {
  if (auto sort = sortOf(body))
    return lowerSort(builder, loc, name, sort, facts);
  if (func::FuncOp function = lowerWinograd(builder, loc, name, body, facts))
    return function;
  FailureOr<Nest> nest = Nest::read(body);
  if (failed(nest))
    return failure();
  for (const Stage &stage : nest->stages)
    for (Operation &op : stage.body())
      if (op.getNumRegions())
        return op.emitOpError("has a region: a kernel's body is straight-line code");
  Plan plan = Plan::make(*nest, facts);
  return Emitter(builder, loc, *nest, plan).function(name);
}
} // namespace dlc::cpu
