//===- AssignLayouts.cpp - storage order of every tensor ----------------------------===//
// After differentiation, so that one choice serves a value and its gradient. Forward products
// say what they like: a convolution wants its channels innermost (NHWC against HWIO), one in
// many small groups (depthwise) its groups; a product with a weight wants the dimension it
// vectorises over innermost in the weight. The wish spreads along ops that keep shapes, through
// reshapes that leave the bytes where they are, and over state from entry to entry; any other
// reshape gets row-major. A product whose vectors run across the storage order of an operand packs
// panels of it as it goes (codegen/cpu/Blocks.cpp): that is cheaper than a copy in another order,
// except in front of a loop that does it again and again.
//
//   dlc.state @w : tensor<128x784xf32>                       (out x in, as PyTorch has it)
//   %y = dlc.contract %x [0,2], %w [1,2] -> [0,1]        =>  dlc.state @w {perm = [1,0]}
//===--------------------------------------------------------------------------===//
#include "ir/graph/Dialect.h"
#include "passes/Passes.h"
#include "passes/fusion/Groups.h"
#include "passes/layout/KernelLayouts.h"
#include "passes/layout/Rearrange.h"
#include <deque>

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

namespace dlc {
#define GEN_PASS_DEF_ASSIGNLAYOUTSPASS
#include "passes/Passes.h.inc"
} // namespace dlc

namespace {
class LayoutAssigner {
public:
  LayoutAssigner(ProgramOp program, bool copies) : program(program), copies(copies) {}

  void run() {
    for (bool forward : {true, false}) // what reads state directly speaks first
      program.walk([&](Operation *op) {
        if (auto structured = dyn_cast<Structured>(op))
          propose(structured, forward);
        else if (auto winograd = dyn_cast<WinogradOp>(op))
          propose(winograd, forward);
      });
    program.walk([&](ReshapeOp reshape) { proposeBehind(reshape); });
    apply();
    SmallVector<Operation *> ops;
    program.walk([&](Operation *op) { ops.push_back(op); });
    for (Operation *op : ops)
      if (auto reshape = dyn_cast<ReshapeOp>(op))
        straighten(reshape);
      else if (isa<WinogradOp, WinogradWeightOp>(op))
        arrange(op);
      else if (auto scan = dyn_cast<ScanOp>(op); scan && copies)
        turnConstants(scan);
  }

private:
  /// `value`, or what it is another name of in the body of a loop.
  static Value outermost(Value value) {
    while (auto argument = dyn_cast<BlockArgument>(value)) {
      Value outer = outerOf(argument);
      if (!outer)
        break;
      value = outer;
    }
    return value;
  }

  bool isState(Value value) const {
    auto argument = dyn_cast<BlockArgument>(outermost(value));
    auto entry = argument ? dyn_cast<EntryOp>(argument.getOwner()->getParentOp()) : EntryOp();
    return entry && argument.getArgNumber() >= entry.getInputs().size();
  }

  void propose(Structured op, bool forward) {
    if (op->getNumOperands() != 2)
      return;
    Value x = op->getOperand(0), w = op->getOperand(1), y = op->getResult(0);
    Value weight = w;
    while (auto reshape = weight.getDefiningOp<ReshapeOp>())
      weight = reshape.getX();
    if (forward != isState(weight))
      return;
    if (auto conv = dyn_cast<ConvOp>(op.getOperation())) {
      if (isa_and_nonnull<PermuteOp>(x.getDefiningOp())) {
        if (conv.isGrouped() && llvm::all_of(y.getUsers(), llvm::IsaPred<ReduceSumOp>))
          wish(y, sumsOfImages(typeOf(y).getRank(), conv.getStrides().size()));
        return; // a weight gradient: its weight has spoken
      }
      auto [image, kernel] = convLayouts(conv);
      if (forward)
        wish(w, kernel);
      wish(x, image);
      wish(y, image);
    } else if (forward && typeOf(w).getRank() > 1 && typeOf(y).getRank() > 0) {
      LoopNest nest = op.loops();
      unsigned lanes = nest.resultMaps[0].getNumResults() - 1;
      for (auto [axis, expr] : llvm::enumerate(nest.operandMaps[1].getResults()))
        if (expr == nest.resultMaps[0].getResult(lanes))
          wish(w, withInnermost(rowMajor(typeOf(w).getRank()), axis));
    }
  }

  void propose(WinogradOp op, bool forward) {
    if (forward != isState(op.getW()))
      return;
    if (forward)
      wish(op.getW(), winogradWeight());
    wish(op.getX(), winogradImage());
    wish(op.getY(), winogradImage());
  }

  /// A reshape of permuted rows (attention's heads, side by side again) asks for the rows in its
  /// own order, so that whoever makes them writes them there.
  void proposeBehind(ReshapeOp reshape) {
    auto permute = reshape.getX().getDefiningOp<PermuteOp>();
    if (!permute || layouts.contains(reshape.getY()) ||
        isa_and_nonnull<Movement, Creation>(permute.getX().getDefiningOp()))
      return; // who reads what has no buffer reads it in any order
    ArrayRef<int64_t> perm = permute.getPerm();
    if (!perm.empty() && perm.back() == int64_t(perm.size()) - 1)
      wish(permute.getX(), Layout(perm));
  }

  /// Gives `value` this layout unless it has one, and spreads it.
  void wish(Value value, Layout layout) {
    std::deque<std::pair<Value, Layout>> pending{{value, layout}};
    while (!pending.empty()) {
      auto [inner, wanted] = pending.front();
      Value v = outermost(inner);
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
      if (isa<BlockArgument>(v) || holdsLaunches(v.getDefiningOp()) ||
          !layouts.try_emplace(v, wanted).second)
        continue; // inputs are row-major, and so is what loops give
      // A constant, or one repeated, lies nowhere. Its other readers have nothing to do with this
      // one.
      if (isa<Creation, BroadcastOp>(v.getDefiningOp()))
        continue;
      spread(v, wanted, reach);
      Operation *op = v.getDefiningOp();
      if (reachAll(op, wanted, reach))
        continue;
      if (auto permute = dyn_cast<PermuteOp>(op)) {
        Layout before;
        for (int64_t axis : wanted)
          before.push_back(permute.getPerm()[axis]);
        reach(permute.getX(), before);
      } else if (auto reshape = dyn_cast<ReshapeOp>(op)) {
        if (auto before = layoutThrough(typeOf(v), wanted, typeOf(reshape.getX())))
          reach(reshape.getX(), *before);
      }
    }
  }

  using Reach = llvm::function_ref<void(Value, const Layout &)>;

  /// Whether the op keeps shapes: all that it reads and makes has one layout then.
  static bool reachAll(Operation *op, const Layout &wanted, Reach reach) {
    if (!isa<ScalarBody, PadOp, SliceOp, ReverseOp, ConcatOp, PlaceOp, MaxPoolOp>(op))
      return false;
    for (Value other : op->getOperands())
      reach(other, wanted);
    for (Value other : op->getResults())
      reach(other, wanted);
    return true;
  }

  /// Readers of `v` that keep its shape.
  void spread(Value v, const Layout &wanted, Reach reach) {
    for (OpOperand &use : v.getUses()) {
      Operation *op = use.getOwner();
      if (reachAll(op, wanted, reach))
        continue;
      if (auto reshape = dyn_cast<ReshapeOp>(op)) {
        if (auto behind = layoutThrough(typeOf(v), wanted, typeOf(reshape.getY())))
          reach(reshape.getY(), *behind);
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

  ProgramOp program;
  bool copies; // in front of loops
  llvm::MapVector<Value, Layout> layouts;
  llvm::MapVector<StringRef, Layout> states;
};

struct AssignLayoutsPass : dlc::impl::AssignLayoutsPassBase<AssignLayoutsPass> {
  using AssignLayoutsPassBase::AssignLayoutsPassBase;
  void runOnOperation() override {
    getOperation()->walk([&](ProgramOp program) { LayoutAssigner(program, copies).run(); });
  }
};
} // namespace
