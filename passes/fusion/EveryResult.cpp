//===- EveryResult.cpp - what an entry takes without any plan ------------------------===//
#include "passes/fusion/EveryResult.h"
#include "passes/plan/Arena.h"
#include "llvm/ADT/DenseSet.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

static bool hasBytes(Operation &op) {
  return !isa<Movement, Creation, SettingValueOp, ConstantOp, EmptyOp>(op) || isa<PadOp>(op);
}

int64_t dlc::bytesOfEveryResult(EntryOp entry) {
  Block &block = entry.getBody().front();
  unsigned firstState = entry.getResults().size();
  DenseSet<Operation *> updates; // what ends in new state alone
  auto isNewState = [&](OpOperand &use) {
    return use.getOwner() == block.getTerminator() ? use.getOperandNumber() >= firstState
                                                   : updates.contains(use.getOwner());
  };
  int64_t sum = 0;
  for (Operation &op : llvm::reverse(block.without_terminator())) {
    bool update = !op.use_empty() && llvm::all_of(op.getUses(), isNewState);
    if (update && isa<ScalarBody, Movement, CopyOp>(op))
      updates.insert(&op);
    if (update)
      continue;
    if (op.getNumRegions() == 0 && hasBytes(op))
      for (Type type : op.getResultTypes())
        sum += alignUp(bytesOf(type));
    int64_t times = isa<ScanOp>(op) ? cast<ScanOp>(op).getLength() : 1;
    for (Region &region : op.getRegions())
      for (Operation &inner : region.front().without_terminator())
        if (hasBytes(inner))
          for (Type type : inner.getResultTypes())
            sum += alignUp(bytesOf(type)) * times;
  }
  return sum;
}
