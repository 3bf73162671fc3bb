//===- Nest.cpp - a kernel as one loop nest with flat accesses ---------------------===//
#include "codegen/cpu/Nest.h"
#include "codegen/cpu/Collapse.h"
#include "ir/schedule/Dialect.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"

using namespace mlir;
namespace dlc::cpu {

bool Loop::isStatic() const {
  auto constant = dyn_cast<AffineConstantExpr>(live);
  return constant && constant.getValue() >= bound;
}

bool Access::invariant() const {
  return linear && llvm::all_of(stride, [](int64_t s) { return s == 0; });
}

/// What one step of a loop adds to the expression, if that is always the same.
static std::optional<int64_t> stepOf(AffineExpr expr, unsigned loop) {
  if (!expr.isFunctionOfDim(loop))
    return 0;
  if (isa<AffineDimExpr>(expr))
    return 1;
  auto binary = cast<AffineBinaryOpExpr>(expr);
  std::optional<int64_t> left = stepOf(binary.getLHS(), loop);
  if (expr.getKind() == AffineExprKind::Mul) {
    auto factor = dyn_cast<AffineConstantExpr>(binary.getRHS());
    return left && factor ? std::optional(*left * factor.getValue()) : std::nullopt;
  }
  if (expr.getKind() != AffineExprKind::Add)
    return std::nullopt;
  std::optional<int64_t> right = stepOf(binary.getRHS(), loop);
  return left && right ? std::optional(*left + *right) : std::nullopt;
}

bool Access::contiguous(unsigned loop) const {
  return linear ? stride[loop] == 1 : stepOf(offset, loop) == 1;
}

int64_t Access::elementBytes() const {
  return element.isIndex() ? 8 : llvm::divideCeil(element.getIntOrFloatBitWidth(), 8);
}

bool Stage::writesInBody() const { return llvm::any_of(body(), llvm::IsaPred<step::PutOp>); }

int64_t Stage::instructions() const {
  int64_t count = body().getOperations().size() - 1;
  for (Operation &op : body())
    count += isa<step::PhiloxOp>(op) ? 100 : 0;
  return count;
}

bool Nest::hasReduction() const {
  return llvm::any_of(loops, [](const Loop &l) { return l.reduction; });
}

static SmallVector<unsigned> loopsWith(const Nest &nest, bool reduction) {
  SmallVector<unsigned> found;
  for (auto [i, loop] : llvm::enumerate(nest.loops))
    if (loop.reduction == reduction)
      found.push_back(i);
  return found;
}
SmallVector<unsigned> Nest::parallel() const { return loopsWith(*this, false); }
SmallVector<unsigned> Nest::reductions() const { return loopsWith(*this, true); }

int64_t Nest::volume(ArrayRef<unsigned> which) const {
  int64_t product = 1;
  for (unsigned i : which)
    product *= loops[i].bound;
  return product;
}

/// `d mod n` is d where the loop has at most n iterations (a loop over a part of an axis).
static AffineExpr dropModulo(AffineExpr expr, ArrayRef<int64_t> bounds) {
  auto binary = dyn_cast<AffineBinaryOpExpr>(expr);
  if (!binary || binary.getKind() != AffineExprKind::Mod)
    return expr;
  auto dim = dyn_cast<AffineDimExpr>(binary.getLHS());
  auto size = dyn_cast<AffineConstantExpr>(binary.getRHS());
  return dim && size && bounds[dim.getPosition()] <= size.getValue() ? AffineExpr(dim) : expr;
}

/// The flat offset of what stands at `index`: sum of the index times storage stride, in the op's
/// loops.
static AffineExpr flatOffset(ArrayRef<AffineExpr> index, MemRefType type, unsigned numLoops) {
  AffineExpr offset = getAffineConstantExpr(0, type.getContext());
  int64_t stride = 1;
  for (int i = type.getRank() - 1; i >= 0; --i) {
    if (type.getDimSize(i) != 1) // an axis of one element is at 0 whatever the map says
      offset = offset + index[i] * stride;
    stride *= type.getDimSize(i);
  }
  return simplifyAffineExpr(offset, numLoops, 0);
}

/// Where an operand lies and what guards it.
static void readPlace(Access &access, Value operand, AffineMap map, ArrayRef<int64_t> bounds) {
  auto type = cast<MemRefType>(operand.getType());
  SmallVector<AffineExpr> index = llvm::map_to_vector(
      map.getResults(), [&](AffineExpr expr) { return dropModulo(expr, bounds); });
  if (auto padded = operand.getDefiningOp<step::PaddedOp>()) {
    for (auto [axis, expr] : llvm::enumerate(index)) {
      const int64_t size = padded.getSizes()[axis];
      AffineExpr at = simplifyAffineExpr(expr - padded.getLow()[axis], map.getNumDims(), 0);
      if (type.getDimSize(axis) != size)
        access.guards.emplace_back(at, size);
      expr = at + padded.getStarts()[axis];
    }
    access.memref = padded.getX();
    access.around = padded.getValue().convertToDouble();
    type = cast<MemRefType>(access.memref.getType());
  }
  access.size = type.getNumElements();
  access.offset = flatOffset(index, type, map.getNumDims());
}

static LogicalResult readLoops(linalg::LinalgOp op, unsigned numDims,
                               SmallVectorImpl<Loop> &loops) {
  auto bounds = op.getStaticLoopRanges();
  auto kinds = op.getIteratorTypesArray();
  auto extents = op->getAttrOfType<ArrayAttr>("dlc.extents");
  if (extents && extents.size() != bounds.size())
    return op->emitOpError("has ")
           << bounds.size() << " loops but dlc.extents names " << extents.size();
  for (auto [i, bound] : llvm::enumerate(bounds)) {
    if (ShapedType::isDynamic(bound))
      return op->emitOpError("loop ")
             << i << " has no static bound: kernels take memrefs at the bound";
    AffineExpr live = getAffineConstantExpr(bound, op->getContext());
    if (extents)
      live =
          simplifyAffineExpr(cast<AffineMapAttr>(extents[i]).getValue().getResult(0), numDims, 0);
    loops.push_back({bound, live, kinds[i] == utils::IteratorType::reduction});
  }
  return success();
}

/// Which nest loop an epilogue's loop is: through the maps of the buffer that both stages touch,
/// else the parallel loops in order.
static SmallVector<int> matchLoops(const Nest &nest, ArrayRef<AffineMap> mainMaps,
                                   linalg::LinalgOp op) {
  SmallVector<int> loopOf(op.getNumLoops(), -1);
  auto maps = op.getIndexingMapsArray();
  const Stage &main = nest.main();
  for (auto [operand, map] : llvm::zip(op->getOperands(), maps))
    for (auto [access, mainMap] : llvm::zip(main.accesses, mainMaps)) {
      if (access.memref != operand || !access.inRegister())
        continue;
      for (auto [mine, theirs] : llvm::zip(map.getResults(), mainMap.getResults()))
        if (auto a = dyn_cast<AffineDimExpr>(mine))
          if (auto b = dyn_cast<AffineDimExpr>(theirs))
            loopOf[a.getPosition()] = b.getPosition();
    }
  SmallVector<unsigned> free;
  for (unsigned i : nest.parallel())
    if (!llvm::is_contained(loopOf, static_cast<int>(i)))
      free.push_back(i);
  auto next = free.begin();
  for (auto [i, loop] : llvm::enumerate(loopOf))
    if (loop < 0 && next != free.end() && nest.loops[*next].bound == op.getStaticLoopRanges()[i])
      loop = *next++;
  return loopOf;
}

FailureOr<Nest> Nest::read(Block &kernel) {
  Nest nest;
  nest.kernel = &kernel;
  for (BlockArgument arg : kernel.getArguments())
    ++(isa<MemRefType>(arg.getType()) ? nest.numMemrefs : nest.numDims);
  DenseMap<Value, Value> fills;
  SmallVector<AffineMap> mainMaps;
  for (Operation &op : kernel) {
    if (auto fill = dyn_cast<linalg::FillOp>(op)) {
      fills[fill.getOutputs()[0]] = fill.getInputs()[0];
      continue;
    }
    auto linalgOp = dyn_cast<linalg::LinalgOp>(op);
    if (!linalgOp) {
      if (isPure(&op) || isa<memref::AllocaOp, memref::AllocOp>(op) ||
          op.hasTrait<OpTrait::IsTerminator>())
        continue;
      return op.emitOpError(
          "cannot stand in a kernel: only linalg on memrefs, allocas and constants can");
    }
    Stage stage;
    stage.op = linalgOp;
    stage.hasColumns = linalgOp.getNumReductionLoops() > 0;
    stage.numInputs = linalgOp.getNumDpsInputs();
    if (nest.stages.empty()) {
      if (failed(readLoops(linalgOp, nest.numDims, nest.loops)))
        return failure();
      mainMaps = linalgOp.getIndexingMapsArray();
      nest.rows = op.hasAttr("dlc.rows");
      nest.inLoop = op.hasAttr("dlc.in_loop");
      for (unsigned i = 0; i < nest.loops.size(); ++i)
        stage.loopOf.push_back(i);
    } else if (nest.rows) {
      for (unsigned i = 0; i < linalgOp.getNumLoops(); ++i)
        stage.loopOf.push_back(i);
    } else {
      if (linalgOp.getNumReductionLoops())
        return op.emitOpError("has a reduction, but only a kernel's first stage may have one");
      stage.loopOf = matchLoops(nest, mainMaps, linalgOp);
    }
    SmallVector<AffineExpr> rename;
    for (auto [i, loop] : llvm::enumerate(stage.loopOf)) {
      if (loop < 0 && linalgOp.getStaticLoopRanges()[i] != 1)
        return op.emitOpError("loop ")
               << i << " of an epilogue is no parallel loop of the reduction";
      rename.push_back(loop < 0 ? getAffineConstantExpr(0, op.getContext())
                                : getAffineDimExpr(loop, op.getContext()));
    }
    SmallVector<int64_t> bounds = linalgOp.getStaticLoopRanges();
    for (auto [operand, map] : llvm::zip(op.getOperands(), linalgOp.getIndexingMapsArray())) {
      auto type = dyn_cast<MemRefType>(operand.getType());
      Access access;
      access.memref = operand;
      access.offset = getAffineConstantExpr(0, op.getContext());
      if (!type) { // a scalar operand: read once, like a captured value
        access.element = operand.getType();
      } else {
        if (!type.hasStaticShape() || !type.getLayout().isIdentity())
          return op.emitOpError("takes ")
                 << type << ": kernels take static memrefs with identity layout";
        access.element = type.getElementType();
        readPlace(access, operand, map, bounds);
        access.offset = access.offset.replaceDims(rename);
        for (Guard &guard : access.guards)
          guard.at = guard.at.replaceDims(rename);
      }
      stage.accesses.push_back(access);
    }
    for (unsigned i = stage.numInputs; i < stage.accesses.size(); ++i)
      stage.fill.push_back(fills.lookup(stage.accesses[i].memref));
    nest.stages.push_back(stage);
  }
  if (nest.stages.empty())
    return kernel.getParentOp()->emitOpError("is a kernel without a linalg op");
  for (Loop &loop : nest.loops)
    if (loop.bound == 0 && !loop.reduction) {
      loop.bound = 1;
      loop.live = getAffineConstantExpr(1, loop.live.getContext());
      nest.empty = true;
    }
  collapse(nest);
  return nest;
}
} // namespace dlc::cpu
