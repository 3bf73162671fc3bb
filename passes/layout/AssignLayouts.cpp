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
#include "passes/fusion/Buffers.h"
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
      auto [image, kernel] = layoutsOf(conv);
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

  // The only storage orders that Winograd's convolution knows.
  static Layout winogradImage() { return {0, 2, 3, 1}; }   // [N,H,W,C]
  static Layout winogradWeight() { return {2, 3, 1, 0}; }  // [3,3,C,O]
  static Layout winogradSums() { return {0, 3, 4, 1, 2}; } // [P,3,3,C,O] of [P,C,O,3,3]

  /// Of x and y, and of w. Vectors run along output channels, or along groups that are small.
  static std::pair<Layout, Layout> layoutsOf(ConvOp conv) {
    ArrayRef<int64_t> w = typeOf(conv.getW()).getShape();
    int64_t rank = w.size(), first = rank - conv.getStrides().size();
    bool grouped = conv.isGrouped();
    bool small = grouped && w[first - 2] < 8 && w[first - 1] < 8;
    Layout image{0}, kernel;
    if (grouped && !small)
      kernel.push_back(0);
    for (int64_t dim = first; dim < rank; ++dim) {
      image.push_back(dim);
      kernel.push_back(dim);
    }
    if (grouped && !small)
      image.push_back(1);
    image.push_back(first - 1);
    kernel.append({first - 1, first - 2});
    if (small) {
      image.push_back(1);
      kernel.push_back(0);
    }
    return {image, kernel};
  }

  /// [N,kernel..,C,O,G] of [C,N,G,O,kernel..]: of each image, what a weight is (HWIO).
  static Layout sumsOfImages(int64_t rank, int64_t spatial) {
    const int64_t outputs = rank - spatial - 1;
    Layout layout{1};
    llvm::append_range(layout, llvm::seq<int64_t>(outputs + 1, rank));
    layout.append({0, outputs});
    llvm::append_range(layout, llvm::seq<int64_t>(2, outputs)); // small groups: see above
    return layout;
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
      if (isa<ScalarBody, PadOp, SliceOp, ReverseOp, ConcatOp, PlaceOp, MaxPoolOp>(op)) {
        for (Value other : op->getOperands())
          reach(other, wanted);
        for (Value other : op->getResults())
          reach(other, wanted);
      } else if (auto permute = dyn_cast<PermuteOp>(op)) {
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

  /// Readers of `v` that keep its shape.
  void spread(Value v, const Layout &wanted,
              llvm::function_ref<void(Value, const Layout &)> reach) {
    for (OpOperand &use : v.getUses()) {
      Operation *op = use.getOwner();
      if (isa<ScalarBody, PadOp, SliceOp, ReverseOp, ConcatOp, PlaceOp, MaxPoolOp>(op)) {
        for (Value other : op->getOperands())
          reach(other, wanted);
        for (Value other : op->getResults())
          reach(other, wanted);
      } else if (auto reshape = dyn_cast<ReshapeOp>(op)) {
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

  /// Copies what does not lie as a kernel wants it that knows one storage order.
  void arrange(Operation *op) {
    OpBuilder b(op);
    for (OpOperand &operand : op->getOpOperands()) {
      Operation *producer = operand.get().getDefiningOp();
      bool isWeight = isa<WinogradOp>(op) && operand.getOperandNumber() == 1;
      Layout wanted = isWeight ? winogradWeight() : winogradImage();
      bool moves = isa_and_nonnull<Movement, Creation>(producer) && !isAlias(producer);
      if (layoutOf(operand.get()) == wanted && !moves)
        continue;
      auto copy = CopyOp::create(b, op->getLoc(), operand.get());
      setLayout(copy->getResult(0), wanted);
      operand.set(copy);
    }
    OpResult y = op->getResult(0);
    Layout given = layoutOf(y), wanted = isa<WinogradOp>(op) ? winogradImage() : winogradSums();
    setLayout(y, wanted);
    if (given == wanted)
      return;
    b.setInsertionPointAfter(op);
    auto copy = CopyOp::create(b, op->getLoc(), y);
    setLayout(copy->getResult(0), given);
    y.replaceAllUsesExcept(copy, copy);
  }

  /// What products of a long loop read across the lanes and is the same in every step is copied in
  /// front of it, so that no step has to turn it or its rows.
  void turnConstants(ScanOp scan) {
    constexpr int64_t manySteps = 16;
    if (int64_t(scan.getLength()) < manySteps)
      return;
    for (ContractOp contract : llvm::to_vector(scan.getBody().getOps<ContractOp>())) {
      LoopNest nest = contract.loops();
      if (typeOf(contract.getY()).getRank() == 0)
        continue;
      AffineExpr lanes = nest.resultMaps[0].getResult(layoutOf(contract.getY()).back());
      for (OpOperand &operand : contract->getOpOperands()) {
        auto argument = dyn_cast<BlockArgument>(operand.get());
        ArrayRef<AffineExpr> axes = nest.operandMaps[operand.getOperandNumber()].getResults();
        const int64_t axis = llvm::find(axes, lanes) - axes.begin();
        if (argument && llvm::is_contained(scan.constArguments(), argument) &&
            axis < int64_t(axes.size()) && layoutOf(argument).back() != axis)
          operand.set(turned(scan, argument, withInnermost(rowMajor(axes.size()), axis)));
      }
    }
  }

  /// The constant of the loop that is `argument` in another storage order.
  Value turned(ScanOp scan, BlockArgument argument, const Layout &layout) {
    Value outer = outerOf(argument);
    for (auto [other, value] : llvm::zip(scan.constArguments(), scan.getConsts()))
      if (auto copy = value.getDefiningOp<CopyOp>();
          copy && copy->getOperand(0) == outer && layoutOf(value) == layout)
        return other;
    OpBuilder b(scan);
    auto copy = CopyOp::create(b, argument.getLoc(), outer);
    setLayout(copy->getResult(0), layout);
    const unsigned place = 1 + scan.getXs().size() + scan.getConsts().size();
    Value constant = scan.getBody().insertArgument(place, argument.getType(), argument.getLoc());
    scan.getConstsMutable().append(copy->getResult(0));
    return constant;
  }

  /// A reshape renames bytes; where its operand's storage does not allow it, row-major does.
  void straighten(ReshapeOp reshape) {
    Value x = reshape.getX();
    if (keepsStorage(typeOf(x), layoutOf(x), typeOf(reshape.getY()), layoutOf(reshape.getY())))
      return;
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
