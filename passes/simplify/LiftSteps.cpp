//===- LiftSteps.cpp - products that do not wait for the step before ----------------===//
// A product of a loop's body that depends on slices and constants alone is done for all steps at
// once in front of the loop, with the elementwise ops behind it that do so too, and the body reads
// its slice. What only goes into a stacked result is done behind the loop, from what it is computed
// of, stacked. One large product has no launches in between, and its weight stays in registers and
// caches.
//
//   %ys, %h = dlc.scan carries(%h0) xs(%x) consts(%w, %u, %v) {
//     %0 = dlc.contract %xt, %w   %1 = dlc.contract %ht, %u   %2 = dlc.add %0, %1
//     %3 = dlc.contract %2, %v    dlc.next %3, %2 }
// =>
//   %xw = dlc.contract %x, %w       (with the steps in front)
//   %hs, %h = dlc.scan carries(%h0) xs(%xw) consts(%u) {
//     %1 = dlc.contract %ht, %u   %2 = dlc.add %xwt, %1   dlc.next %2, %2 }
//   %ys = dlc.contract %hs, %v
//
// It takes the room of all steps where the body had that of one. So steps that are large by
// themselves stay where they are, as do sequences that are larger than is worth it; and with a
// limit to memory (`grow` off) all that would have to be kept besides.
//===--------------------------------------------------------------------------===//
#include "ir/graph/Dialect.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"
#include "passes/Passes.h"
#include "passes/simplify/AllSteps.h"
#include "passes/simplify/Patterns.h"
#include "llvm/ADT/SetVector.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

namespace dlc {
#define GEN_PASS_DEF_LIFTSTEPSPASS
#include "passes/Passes.h.inc"
} // namespace dlc

namespace {
class Lifter {
public:
  Lifter(ScanOp scan, bool grow)
      : scan(scan), grow(grow), b(scan.getLoc(), scan), steps(this->scan, b) {}

  /// Products in front of the loop.
  bool hoist() {
    SmallVector<Operation *> chosen = chooseEarly();
    SmallVector<Value> results;
    for (Operation *op : chosen)
      for (Value result : op->getResults())
        if (llvm::any_of(result.getUsers(),
                         [&](Operation *user) { return !llvm::is_contained(chosen, user); }))
          results.push_back(result);
    if (results.empty() || !isWorthItsRoom(results))
      return false;
    for (auto [slice, x] : llvm::zip(scan.xArguments(), scan.getXs()))
      steps.set(slice, x);
    SmallVector<Value> outer;
    for (Value result : results)
      outer.push_back(steps.of(result));
    unsigned place = 1 + scan.getXs().size();
    for (auto [result, stack] : llvm::zip(results, outer)) {
      Value slice = scan.getBody().insertArgument(place++, result.getType(), result.getLoc());
      result.replaceAllUsesWith(slice);
      scan.getXsMutable().append(stack);
    }
    eraseDead(chosen);
    return true;
  }

  /// Products behind the loop.
  bool sink() {
    SmallVector<Operation *> chosen = chooseLate();
    if (chosen.empty())
      return false;
    llvm::SetVector<Value> sources;
    for (Operation *op : chosen)
      for (Value operand : op->getOperands())
        if (!llvm::is_contained(chosen, operand.getDefiningOp()) && !steps.isFixed(operand))
          sources.insert(operand);
    SmallVector<Value> stacked(scan.stackedValues()), more;
    int64_t freed = 0, added = 0;
    for (Value value : stacked)
      if (llvm::is_contained(chosen, value.getDefiningOp()))
        freed += bytesOf(value.getType());
    for (Value source : sources)
      if (!llvm::is_contained(stacked, source) && !isSlice(source)) {
        more.push_back(source);
        added += bytesOf(source.getType());
      }
    if (added > freed && !(grow && added * int64_t(scan.getLength()) <= largest))
      return false;
    ScanOp before = scan;
    widen(more);
    for (auto [argument, x] : llvm::zip(scan.xArguments(), scan.getXs()))
      steps.set(argument, x);
    for (auto [i, value] : llvm::enumerate(scan.stackedValues()))
      if (sources.contains(value))
        steps.set(value, scan.getResult(i));
    b.setInsertionPointAfter(scan);
    for (auto [i, value] : llvm::enumerate(stacked))
      if (llvm::is_contained(chosen, value.getDefiningOp())) {
        Value whole = steps.of(value);
        scan.getResult(i).replaceAllUsesWith(whole);
      }
    before.erase();
    return true; // the loop still gives what nobody reads
  }

  ScanOp loop() const { return scan; }

private:
  /// What a sequence that the body does not need may take.
  static constexpr int64_t largest = 64 << 20;

  bool isSlice(Value v) { return llvm::is_contained(scan.xArguments(), v); }

  /// A product of one weight with the rows of every step, few at a time.
  bool isSmallProduct(Operation *op) {
    constexpr int64_t fewRows = 256;
    auto contract = dyn_cast<ContractOp>(op);
    if (!contract || steps.isFixed(contract.getLhs()) == steps.isFixed(contract.getRhs()))
      return false;
    auto [rows, labels] = steps.isFixed(contract.getRhs())
                              ? std::pair(contract.getLhs(), contract.getLhsDims())
                              : std::pair(contract.getRhs(), contract.getRhsDims());
    int64_t number = 1;
    for (auto [size, label] : llvm::zip(typeOf(rows).getShape(), labels))
      number *= llvm::is_contained(contract.getOutDims(), label) ? size : 1;
    return number <= fewRows;
  }

  /// Products that depend on slices and constants alone, in program order, with elementwise ops
  /// that only add something of the same kind to the result of one.
  SmallVector<Operation *> chooseEarly() {
    SmallVector<Operation *> chosen;
    DenseSet<Operation *> early;
    auto isEarly = [&](Value v) {
      return isSlice(v) || steps.isFixed(v) || early.contains(v.getDefiningOp());
    };
    for (Operation &op : scan.getBody().front().without_terminator()) {
      if (!AllSteps::canLift(&op) || !llvm::all_of(op.getOperands(), isEarly) ||
          (isa<ContractOp>(op) && !isSmallProduct(&op)) || steps.isFixed(op.getResult(0)))
        continue;
      early.insert(&op);
      bool follows = isa<ScalarBody>(op) && llvm::any_of(op.getOperands(), [&](Value v) {
                       return llvm::is_contained(chosen, v.getDefiningOp()) && v.hasOneUse();
                     });
      if (follows || isSmallProduct(&op))
        chosen.push_back(&op);
    }
    return chosen;
  }

  /// Products that end in stacked results alone, and all that is on the way, in program order.
  SmallVector<Operation *> chooseLate() {
    DenseSet<Operation *> late;
    auto endsStacked = [&](OpOperand &use) {
      return use.getOwner() == scan.terminator() ? use.getOperandNumber() < scan.numStacked()
                                                 : late.contains(use.getOwner());
    };
    SmallVector<Operation *> chosen;
    for (Operation &op : llvm::reverse(scan.getBody().front().without_terminator()))
      if (AllSteps::canLift(&op) && !op.use_empty() && !steps.isFixed(op.getResult(0)) &&
          llvm::all_of(op.getUses(), endsStacked))
        late.insert(&op);
    for (Operation &op : scan.getBody().front().without_terminator())
      if (late.contains(&op) &&
          (isSmallProduct(&op) || llvm::any_of(op.getOperands(), [&](Value v) {
             return llvm::is_contained(chosen, v.getDefiningOp());
           })))
        chosen.push_back(&op);
    return chosen;
  }

  /// A result that is stacked anyway takes no more room in front of the loop.
  bool isWorthItsRoom(ArrayRef<Value> results) {
    int64_t added = 0;
    for (Value result : results)
      if (!llvm::is_contained(scan.stackedValues(), result))
        added += bytesOf(result.getType()) * int64_t(scan.getLength());
    return added == 0 || (grow && added <= largest);
  }

  /// The loop once more, with these among its stacked results.
  void widen(ArrayRef<Value> more) {
    SmallVector<Value> yielded(scan.stackedValues());
    llvm::append_range(yielded, more);
    SmallVector<Type> types;
    for (Value value : yielded)
      types.push_back(scan.stackedType(typeOf(value)));
    llvm::append_range(types, scan.getCarries().getTypes());
    llvm::append_range(yielded, scan.carryValues());
    auto wider = ScanOp::create(b, types, scan.getCarries(), scan.getXs(), scan.getConsts(),
                                scan.getLengthAttr(), scan.getLiveAttr(), scan.getReverseAttr(),
                                scan.getExitsAttr(), scan.getRecomputeAttr());
    wider->setLoc(scan.getLoc());
    unsigned numStacked = scan.numStacked();
    wider.getBody().takeBody(scan.getBody());
    wider.terminator()->setOperands(yielded);
    for (auto [i, result] : llvm::enumerate(scan.getResults()))
      result.replaceAllUsesWith(wider.getResult(i < numStacked ? i : i + more.size()));
    scan = wider;
  }

  static void eraseDead(ArrayRef<Operation *> ops) {
    for (Operation *op : llvm::reverse(ops))
      if (op->use_empty())
        op->erase();
  }

  ScanOp scan;
  bool grow;
  ImplicitLocOpBuilder b;
  AllSteps steps;
};

struct LiftStepsPass : dlc::impl::LiftStepsPassBase<LiftStepsPass> {
  using LiftStepsPassBase::LiftStepsPassBase;
  void runOnOperation() override {
    SmallVector<ScanOp> scans; // those in the bodies of others first
    getOperation()->walk([&](ScanOp scan) { scans.push_back(scan); });
    bool changed = false;
    for (ScanOp scan : scans) {
      if (scan.getExits()) // steps that are not run would be computed
        continue;
      changed |= Lifter(scan, grow).hoist();
      changed |= Lifter(scan, grow).sink();
    }
    if (!changed)
      return;
    RewritePatternSet patterns(&getContext());
    addLoopPatterns(patterns);
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      signalPassFailure();
  }
};
} // namespace
