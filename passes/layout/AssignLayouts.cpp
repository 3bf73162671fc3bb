//===- AssignLayouts.cpp - storage order of every tensor ----------------------------===//
// After differentiation, so that one choice serves a value and its gradient. Forward products
// say what they like: a convolution wants its channels innermost (NHWC against HWIO), a
// product with a weight wants the dimension it vectorises over innermost in the weight. The
// wish spreads along ops that keep shapes, and over state from entry to entry. A reader whose
// vectors would run across the storage order gets a copy in the order it needs; a reshape
// gets row-major.
//
//   dlc.state @w : tensor<128x784xf32>                       (out x in, as PyTorch has it)
//   %y = dlc.contract %x [0,2], %w [1,2] -> [0,1]        =>  dlc.state @w {perm = [1,0]}
//===--------------------------------------------------------------------------===//
#include "ir/graph/Dialect.h"
#include "passes/Passes.h"
#include "passes/fusion/Groups.h"
#include "passes/layout/Layout.h"
#include <deque>

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

namespace dlc {
#define GEN_PASS_DEF_ASSIGNLAYOUTSPASS
#include "passes/Passes.h.inc"
} // namespace dlc

/// Storage order with `axis` moved innermost.
static Layout withInnermost(Layout layout, int64_t axis) {
  layout.erase(llvm::find(layout, axis));
  layout.push_back(axis);
  return layout;
}

namespace {
class LayoutAssigner {
public:
  explicit LayoutAssigner(ProgramOp program) : program(program) {}

  void run() {
    for (bool forward : {true, false}) // what reads state directly speaks first
      program.walk([&](Structured op) { propose(op, forward); });
    apply();
    program.walk([&](EntryOp entry) {
      for (Operation &op : llvm::make_early_inc_range(entry.getBody().front()))
        if (auto structured = dyn_cast<Structured>(op))
          alignOperands(structured);
        else if (auto reshape = dyn_cast<ReshapeOp>(op))
          straighten(reshape);
    });
  }

private:
  bool isState(Value value) const {
    auto argument = dyn_cast<BlockArgument>(value);
    auto entry = argument ? dyn_cast<EntryOp>(argument.getOwner()->getParentOp()) : EntryOp();
    return entry && argument.getArgNumber() >= entry.getInputs().size();
  }

  void propose(Structured op, bool forward) {
    if (op->getNumOperands() != 2)
      return;
    Value x = op->getOperand(0), w = op->getOperand(1), y = op->getResult(0);
    if (forward != isState(w))
      return;
    if (isa<Conv2dOp>(op)) {
      if (isa_and_nonnull<PermuteOp>(x.getDefiningOp()))
        return; // a weight gradient: its weight has spoken
      if (forward)
        wish(w, {2, 3, 1, 0});
      wish(x, {0, 2, 3, 1});
      wish(y, {0, 2, 3, 1});
    } else if (forward && typeOf(w).getRank() > 1) {
      LoopNest nest = op.loops();
      unsigned lanes = nest.resultMaps[0].getNumResults() - 1;
      for (auto [axis, expr] : llvm::enumerate(nest.operandMaps[1].getResults()))
        if (expr == nest.resultMaps[0].getResult(lanes))
          wish(w, withInnermost(rowMajor(typeOf(w).getRank()), axis));
    }
  }

  /// Gives `value` this layout unless it has one, and spreads it.
  void wish(Value value, Layout layout) {
    std::deque<std::pair<Value, Layout>> pending{{value, layout}};
    while (!pending.empty()) {
      auto [v, wanted] = pending.front();
      pending.pop_front();
      auto reach = [&](Value other, const Layout &as) {
        if (typeOf(other).getRank() == int64_t(as.size()))
          pending.push_back({other, as});
      };
      if (isState(v)) {
        auto argument = cast<BlockArgument>(v);
        auto entry = cast<EntryOp>(argument.getOwner()->getParentOp());
        StringRef name = stateName(entry, argument.getArgNumber() - entry.getInputs().size());
        if (!states.try_emplace(name, wanted).second)
          continue;
        program.walk([&](EntryOp other) {
          for (size_t i = 0; i < other.getStates().size(); ++i)
            if (stateName(other, i) == name) {
              reach(other.stateValues()[i], wanted);
              spread(other.stateArguments()[i], wanted, reach);
            }
        });
        continue;
      }
      if (isa<BlockArgument>(v) || !layouts.try_emplace(v, wanted).second)
        continue; // inputs are row-major
      // A constant, or one repeated, lies nowhere. Its other readers have nothing to do with this
      // one.
      if (isa<Creation, BroadcastOp>(v.getDefiningOp()))
        continue;
      spread(v, wanted, reach);
      Operation *op = v.getDefiningOp();
      if (isa<ScalarBody, PadOp, SliceOp, ReverseOp, MaxPool2dOp>(op)) {
        for (Value other : op->getOperands())
          reach(other, wanted);
        for (Value other : op->getResults())
          reach(other, wanted);
      } else if (auto permute = dyn_cast<PermuteOp>(op)) {
        Layout before;
        for (int64_t axis : wanted)
          before.push_back(permute.getPerm()[axis]);
        reach(permute.getX(), before);
      }
    }
  }

  /// Readers of `v` that keep its shape.
  void spread(Value v, const Layout &wanted,
              llvm::function_ref<void(Value, const Layout &)> reach) {
    for (OpOperand &use : v.getUses()) {
      Operation *op = use.getOwner();
      if (isa<ScalarBody, PadOp, SliceOp, ReverseOp, MaxPool2dOp>(op)) {
        for (Value other : op->getOperands())
          reach(other, wanted);
        for (Value other : op->getResults())
          reach(other, wanted);
      } else if (auto entry = dyn_cast<EntryOp>(op->getParentOp());
                 entry && op == entry.terminator()) {
        if (use.getOperandNumber() >= entry.getResults().size())
          reach(entry.stateArguments()[use.getOperandNumber() - entry.getResults().size()], wanted);
      }
    }
  }

  static StringRef stateName(EntryOp entry, size_t place) {
    return cast<FlatSymbolRefAttr>(entry.getStates()[place]).getValue();
  }

  void apply() {
    Builder b(program.getContext());
    for (auto &[name, layout] : states)
      program.lookupSymbol(name)->setAttr("perm", b.getDenseI64ArrayAttr(layout));
    for (auto &[value, layout] : layouts)
      setLayout(cast<OpResult>(value), layout);
  }

  /// Copies an operand whose storage runs across the lanes of the op's vectors.
  void alignOperands(Structured op) {
    if (op->getNumOperands() != 2)
      return;
    LoopNest nest = op.loops();
    Value y = op->getResult(0);
    if (typeOf(y).getRank() == 0)
      return;
    AffineExpr lanes = nest.resultMaps[0].getResult(layoutOf(y).back());
    for (OpOperand &operand : op->getOpOperands()) {
      // The buffer behind the operand, and how the loops index it.
      SmallVector<Operation *> movements;
      AffineMap index = nest.operandMaps[operand.getOperandNumber()];
      Value base = operand.get();
      while (auto movement = base.getDefiningOp<Movement>()) {
        if (isAlias(movement))
          break;
        movements.push_back(movement);
        index = movement.sourceMap().compose(index);
        base = movement->getOperand(0);
      }
      Layout layout = layoutOf(base);
      for (auto [axis, expr] : llvm::enumerate(index.getResults())) {
        bool moves = expr.isFunctionOfDim(cast<AffineDimExpr>(lanes).getPosition());
        if (!moves || layout.back() == int64_t(axis) || typeOf(base).getDimSize(axis) == 1)
          continue;
        OpBuilder b(op);
        auto copy = CopyOp::create(b, op->getLoc(), base);
        setLayout(copy->getResult(0), withInnermost(layout, axis));
        Value moved = copy;
        for (Operation *movement : llvm::reverse(movements)) {
          Operation *again = b.clone(*movement);
          again->setOperand(0, moved);
          moved = again->getResult(0);
        }
        operand.set(moved);
        break;
      }
    }
  }

  /// A reshape renames bytes, which works on row-major storage.
  void straighten(ReshapeOp reshape) {
    Value x = reshape.getX();
    Operation *producer = x.getDefiningOp();
    bool inKernel =
        producer && isa<ScalarBody>(producer) && producer->hasOneUse() &&
        llvm::all_of(reshape->getUsers(), [](Operation *user) { return isa<ScalarBody>(user); });
    if (inKernel)
      return;
    if (reshape->hasAttr("dlc.layouts"))
      reshape->removeAttr("dlc.layouts");
    if (isRowMajor(layoutOf(x)))
      return;
    OpBuilder b(reshape);
    auto copy = CopyOp::create(b, reshape.getLoc(), x);
    reshape.setOperand(copy);
  }

  ProgramOp program;
  llvm::MapVector<Value, Layout> layouts;
  llvm::MapVector<StringRef, Layout> states;
};

struct AssignLayoutsPass : dlc::impl::AssignLayoutsPassBase<AssignLayoutsPass> {
  void runOnOperation() override {
    getOperation()->walk([](ProgramOp program) { LayoutAssigner(program).run(); });
  }
};
} // namespace
