//===- Collapse.cpp - fewer loops for the same walk through memory -----------------===//
// Loops that are merged keep the order of iterations: (i, j) becomes i * bound(j) + j. Reductions
// whose order does not matter are put in the order of memory before.
#include "codegen/cpu/Collapse.h"
#include "codegen/cpu/Plan.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"

using namespace mlir;
namespace dlc::cpu {

static bool addLinear(AffineExpr expr, int64_t factor, SmallVectorImpl<int64_t> &stride,
                      int64_t &start) {
  if (auto constant = dyn_cast<AffineConstantExpr>(expr)) {
    start += factor * constant.getValue();
    return true;
  }
  if (auto dim = dyn_cast<AffineDimExpr>(expr)) {
    stride[dim.getPosition()] += factor;
    return true;
  }
  auto binary = dyn_cast<AffineBinaryOpExpr>(expr);
  if (!binary)
    return false;
  if (expr.getKind() == AffineExprKind::Add)
    return addLinear(binary.getLHS(), factor, stride, start) &&
           addLinear(binary.getRHS(), factor, stride, start);
  if (expr.getKind() != AffineExprKind::Mul)
    return false;
  auto constant = dyn_cast<AffineConstantExpr>(binary.getRHS());
  return constant && addLinear(binary.getLHS(), factor * constant.getValue(), stride, start);
}

static void linearize(Access &access, unsigned numLoops) {
  access.stride.assign(numLoops, 0);
  access.start = 0;
  access.linear = addLinear(access.offset, 1, access.stride, access.start);
  for (Guard &guard : access.guards) {
    guard.stride.assign(numLoops, 0);
    guard.start = 0;
    guard.linear = addLinear(guard.at, 1, guard.stride, guard.start);
  }
}

/// Rewrites every stage after the loops were renumbered: old loop i is now `renamed[i]`.
static void rename(Nest &nest, ArrayRef<AffineExpr> renamed, ArrayRef<int> number) {
  for (Stage &stage : nest.stages) {
    for (int &loop : stage.loopOf)
      loop = loop < 0 ? -1 : number[loop];
    for (Access &access : stage.accesses) {
      access.offset = simplifyAffineExpr(access.offset.replaceDims(renamed), nest.loops.size(), 0);
      for (Guard &guard : access.guards)
        guard.at = simplifyAffineExpr(guard.at.replaceDims(renamed), nest.loops.size(), 0);
      linearize(access, nest.loops.size());
    }
  }
}

static void dropLoop(Nest &nest, unsigned dropped) {
  MLIRContext *context = nest.kernel->getParentOp()->getContext();
  SmallVector<AffineExpr> renamed;
  SmallVector<int> number;
  for (unsigned i = 0, next = 0; i < nest.loops.size(); ++i) {
    number.push_back(i == dropped ? -1 : static_cast<int>(next));
    renamed.push_back(i == dropped ? getAffineConstantExpr(0, context)
                                   : getAffineDimExpr(next++, context));
  }
  nest.loops.erase(nest.loops.begin() + dropped);
  rename(nest, renamed, number);
}

static bool indexUsed(const Nest &nest, int loop) {
  for (const Stage &stage : nest.stages)
    for (auto index : stage.body().getOps<linalg::IndexOp>())
      if (stage.loopOf[index.getDim()] == loop)
        return true;
  return false;
}

static bool mergeable(const Nest &nest, unsigned outer) {
  const Loop &a = nest.loops[outer], &b = nest.loops[outer + 1];
  if (a.reduction != b.reduction || !b.isStatic() || indexUsed(nest, outer) ||
      indexUsed(nest, outer + 1))
    return false;
  for (const Stage &stage : nest.stages)
    for (const Access &access : stage.accesses) {
      for (const Guard &guard : access.guards)
        if (guard.at.isFunctionOfDim(outer) || guard.at.isFunctionOfDim(outer + 1))
          return false;
      if (access.linear ? access.stride[outer] != access.stride[outer + 1] * b.bound
                        : access.dependsOn(outer) || access.dependsOn(outer + 1))
        return false;
    }
  return true;
}

/// Whether the reductions may run in any order: one sum, or the like, of what does not ask where it
/// is.
static bool ordersFreely(const Nest &nest) {
  const Stage &main = nest.main();
  return combinerOf(main) && main.body().getOps<linalg::IndexOp>().empty() &&
         llvm::all_of(main.accesses, [](const Access &access) { return access.linear; });
}

/// Puts the reduction that steps furthest in memory outermost. A convolution's weight gradient has
/// the images as its channels, innermost: every step would go to another image.
static void orderReductions(Nest &nest) {
  auto reductions = nest.reductions();
  if (reductions.size() < 2 || !ordersFreely(nest))
    return;
  auto reach = [&](unsigned loop) {
    int64_t furthest = 0;
    for (const Access &access : nest.main().accesses)
      furthest = std::max<int64_t>(furthest, std::abs(access.stride[loop]));
    return furthest;
  };
  SmallVector<unsigned> sorted(reductions);
  llvm::sort(sorted, [&](unsigned a, unsigned b) {
    return std::pair(-reach(a), a) < std::pair(-reach(b), b);
  });
  if (sorted == reductions)
    return;
  MLIRContext *context = nest.kernel->getParentOp()->getContext();
  SmallVector<int> number = llvm::to_vector(llvm::seq<int>(0, nest.loops.size()));
  SmallVector<Loop> loops = nest.loops;
  for (auto [from, to] : llvm::zip(sorted, reductions)) {
    number[from] = to;
    nest.loops[to] = loops[from];
  }
  SmallVector<AffineExpr> renamed;
  for (int loop : number)
    renamed.push_back(getAffineDimExpr(loop, context));
  rename(nest, renamed, number);
}

void collapse(Nest &nest) {
  for (Stage &stage : nest.stages)
    for (Access &access : stage.accesses)
      linearize(access, nest.loops.size());
  orderReductions(nest);
  for (int i = nest.loops.size() - 1; i >= 0; --i)
    if (nest.loops[i].bound == 1)
      dropLoop(nest, i);
  for (int i = static_cast<int>(nest.loops.size()) - 2; i >= 0; --i) {
    if (!mergeable(nest, i))
      continue;
    Loop inner = nest.loops[i + 1];
    // Every access walks the pair as one, so the inner stride is the merged loop's: dropping the
    // outer loop's term and widening the inner one says just that.
    nest.loops[i + 1].bound *= nest.loops[i].bound;
    nest.loops[i + 1].live = nest.loops[i].live * inner.bound;
    dropLoop(nest, i);
  }
}
} // namespace dlc::cpu
