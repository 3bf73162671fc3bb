//===- Recompute.cpp - what costs less to compute again than to write and read ------===//
// A value with one large operand, and otherwise sums or other small ones that a launch before
// makes, would be a launch of its own where several kernels read it. Each reader gets its own
// instead, and reads the operand.
//
//   %d = dlc.sub %x, %mean        %d = dlc.sub %x, %mean   %v = dlc.reduce_sum (dlc.mul %d, %d)
//   %v = .. %d   %y = .. %d   =>  %e = dlc.sub %x, %mean   %y = dlc.mul %e, %scale
//===--------------------------------------------------------------------------------===//
#include "mlir/IR/IRMapping.h"
#include "passes/fusion/Groups.h"
#include "passes/fusion/Rows.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

namespace {
class Recomputer {
public:
  Recomputer(Block &block, llvm::function_ref<bool(Operation *)> isUpdate)
      : block(block), isUpdate(isUpdate) {}

  void run() {
    SmallVector<Operation *> ops;
    for (Operation &op : block.without_terminator())
      ops.push_back(&op);
    for (Operation *op : ops)
      if (!isUpdate(op) && isCheap(op) && readersCompute(op))
        giveToReaders(op);
  }

  static bool isCheap(Operation *op) {
    return isa<AddOp, SubOp, MulOp>(op) && whole(op) && lengthOf(op) <= 3 && readsSum(op);
  }

private:
  /// The one operand that is no repeated or constant one; null if there are several.
  static Value whole(Operation *op) {
    Value found;
    for (Value operand : op->getOperands()) {
      if (isa_and_nonnull<BroadcastOp, SplatOp>(operand.getDefiningOp()))
        continue;
      if (found && found != operand)
        return {};
      found = operand;
    }
    return found;
  }

  /// With what stands in front and is nobody else's.
  static int lengthOf(Operation *op) {
    Operation *before = ownProducer(op);
    return 1 + (before ? lengthOf(before) : 0);
  }

  static Operation *ownProducer(Operation *op) {
    Operation *before = whole(op).getDefiningOp();
    return before && isa<AddOp, SubOp, MulOp>(before) && whole(before) && readsSum(before) &&
                   llvm::all_of(before->getUsers(), [&](Operation *user) { return user == op; })
               ? before
               : nullptr;
  }

  /// Something that is made by a launch before: without it, the op would join that of its operand.
  static bool readsSum(Operation *op) {
    if (llvm::any_of(op->getOperands(), [](Value operand) {
          auto broadcast = operand.getDefiningOp<BroadcastOp>();
          return broadcast && broadcast.getX().getDefiningOp() &&
                 !isa<SettingValueOp, Creation>(broadcast.getX().getDefiningOp());
        }))
      return true;
    Operation *before = whole(op).getDefiningOp();
    return before && isa<AddOp, SubOp, MulOp>(before) && whole(before) && ownProducer(op) &&
           readsSum(before);
  }

  bool readersCompute(Operation *op) const {
    SmallPtrSet<Operation *, 4> readers(op->user_begin(), op->user_end());
    return readers.size() > 1 && llvm::all_of(readers, [&](Operation *reader) {
             return reader->getBlock() == &block && !isUpdate(reader) &&
                    (isa<ReduceSumOp, ReduceMaxOp, ReduceProdOp>(reader) ||
                     (isa<ScalarBody>(reader) && !isa<CopyOp>(reader)));
           });
  }

  void giveToReaders(Operation *op) {
    SmallVector<Operation *> chain{op};
    while (Operation *before = ownProducer(chain.back()))
      chain.push_back(before);
    SmallVector<Operation *> readers;
    for (Operation *reader : op->getUsers())
      if (!llvm::is_contained(readers, reader))
        readers.push_back(reader);
    for (Operation *reader : ArrayRef(readers).drop_back()) {
      OpBuilder b(reader);
      IRMapping mapping;
      for (Operation *link : llvm::reverse(chain))
        b.clone(*link, mapping);
      reader->replaceUsesOfWith(op->getResult(0), mapping.lookup(op->getResult(0)));
    }
  }

  Block &block;
  llvm::function_ref<bool(Operation *)> isUpdate;
};
} // namespace

bool dlc::isRecomputed(Operation *op) { return Recomputer::isCheap(op); }

void dlc::recomputeCheap(Block &block, llvm::function_ref<bool(Operation *)> isUpdate) {
  Recomputer(block, isUpdate).run();
}
