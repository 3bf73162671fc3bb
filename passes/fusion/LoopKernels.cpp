//===- LoopKernels.cpp - kernels of a loop's body ---------------------------------===//
#include "ir/graph/Dialect.h"
#include "passes/fusion/Buffers.h"
#include "passes/fusion/Kernels.h"
#include "passes/layout/Layout.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

static ScanOp loopOf(const Kernels &kernels) { return cast<ScanOp>(kernels.block.getParentOp()); }

int dlc::readerOfSame(const Kernels &kernels, Operation *op, ArrayRef<Kernels::Source> sources,
                      int makers) {
  auto readsSame = [&](Operation *member) {
    SmallVector<Kernels::Source> others;
    for (OpOperand &operand : member->getOpOperands())
      kernels.sourcesOf(operand, others);
    return llvm::any_of(others, [&](const Kernels::Source &other) {
      return llvm::any_of(
          sources, [&](const Kernels::Source &source) { return source.value == other.value; });
    });
  };
  for (int number = kernels.groups.size() - 1; number > makers; --number) {
    const Group &group = kernels.groups[number];
    if (!group.anchor && !group.ops.empty() && isElementwise(group.ops.front()) &&
        typeOf(group.ops.front()->getResult(0)).getShape() == typeOf(op->getResult(0)).getShape() &&
        llvm::any_of(group.ops, readsSame))
      return number;
  }
  return -1;
}

/// Whether a kernel behind `number` reads this buffer, or that one reads it, at least (not `any`)
/// other than in passing. A copy of it will be made in passing, too.
static bool readsBehind(const Kernels &kernels, Value buffer, int number, bool any) {
  for (int behind = number; behind < int(kernels.groups.size()); ++behind)
    for (Operation *op : kernels.groups[behind].ops)
      if (!isa<CopyOp>(op))
        for (OpOperand &operand : op->getOpOperands()) {
          SmallVector<Kernels::Source> sources;
          kernels.sourcesOf(operand, sources);
          if (llvm::any_of(sources, [&](const Kernels::Source &source) {
                return source.value == buffer && (behind > number || any || source.moved);
              }))
            return true;
        }
  return false;
}

int dlc::kernelOfCarries(const Kernels &kernels, ArrayRef<Operation *> members) {
  SmallVector<SmallVector<Kernels::Source>> sources(members.size());
  int latest = -1;
  for (auto [op, from] : llvm::zip(members, sources)) {
    for (OpOperand &operand : op->getOpOperands())
      kernels.sourcesOf(operand, from);
    for (const Kernels::Source &source : from)
      latest = std::max(latest, kernels.makerOf(source.value));
  }
  if (latest < 0 || kernels.groups[latest].ops.empty())
    return -1;
  Operation *anchor = kernels.groups[latest].anchor;
  if (anchor && !isa<ContractOp, ConvOp>(anchor))
    return -1;
  for (auto [op, from] : llvm::zip(members, sources))
    if (isa<Movement, CopyOp>(op) || !kernels.take(op, latest, from))
      return -1;
  auto carries = loopOf(kernels).carryArguments();
  for (Operation *op : members)
    for (OpOperand &use : op->getUses()) {
      if (use.getOwner() != kernels.block.getTerminator())
        continue;
      Value old = carries[use.getOperandNumber() - kernels.firstState];
      auto isOld = [&](const Kernels::Source &source) { return source.value == old; };
      if (readsBehind(kernels, old, latest, anchor) ||
          (anchor && llvm::any_of(sources, [&](ArrayRef<Kernels::Source> from) {
             return llvm::any_of(from, isOld);
           })))
        return -1;
    }
  return latest;
}

/// A kernel of elementwise ops over the elements of `copy`, in their order, or of other copies.
static bool takesCopy(const Group &group, Operation *copy) {
  if (group.anchor || !group.rows.empty() || group.ops.empty() ||
      !isa<ScalarBody, Lookup>(group.ops[0]) || group.ops[0] == copy)
    return false;
  Value made = group.ops[0]->getResult(0);
  return typeOf(made).getShape() == typeOf(copy->getResult(0)).getShape() &&
         layoutOf(made) == layoutOf(copy->getResult(0));
}

static int makerForCopy(const Kernels &kernels, CopyOp copy) {
  Value x = copy->getOperand(0);
  if (x.getDefiningOp()) {
    const int maker = kernels.groupOf.lookup_or(x.getDefiningOp(), -1);
    return maker >= 0 && takesCopy(kernels.groups[maker], copy) ? maker : -1;
  }
  auto carries = loopOf(kernels).carryArguments();
  int found = -1;
  for (auto [k, carry] : llvm::enumerate(carries)) {
    const int maker =
        kernels.makerOf(kernels.block.getTerminator()->getOperand(kernels.firstState + k));
    if (llvm::is_contained(carries, x) && maker >= 0 && (found < 0 || carry == x) &&
        takesCopy(kernels.groups[maker], copy) && !readsBehind(kernels, x, maker + 1, true))
      found = maker;
  }
  return found;
}

static void joinCopy(Kernels &kernels, Group &group, bool made) {
  auto copy = group.ops.size() == 1 ? dyn_cast<CopyOp>(group.ops.front()) : CopyOp();
  if (!copy || made != bool(copy->getOperand(0).getDefiningOp()) || !copy->hasOneUse() ||
      *copy->user_begin() != kernels.block.getTerminator() ||
      layoutOf(copy->getResult(0)) != layoutOf(copy->getOperand(0)))
    return;
  const int joined = makerForCopy(kernels, copy);
  if (joined < 0)
    return;
  kernels.groups[joined].ops.push_back(copy);
  kernels.groupOf[copy] = joined;
  group.ops.clear();
}

void dlc::joinCopies(Kernels &kernels) {
  for (bool made : {true, false}) // in the block; then of old carries
    for (Group &group : kernels.groups)
      joinCopy(kernels, group, made);
}
