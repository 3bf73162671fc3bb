//===- MergeUpdates.cpp - one launch for the same update of many parameters ----------===//
// The optimiser does to every parameter the same elementwise arithmetic. Parameters of one
// role lie behind each other in the state block, and so does each kind of optimiser state, in
// the same order: launches of one formula become a single sweep over a run of them, for which the
// plan puts the gradients at the same distances. A large parameter keeps a launch of its own: it
// costs nothing then, and its gradient lies where there is room and may go before the others are
// made.
//
//   %w0' = step.launch @k17(%lr, %g0, %w0)      %w0', %w1' = step.sweep @sweep_k17 segments 2
//   %w1' = step.launch @k18(%lr, %g1, %w1)  =>                     (%lr, %g0, %g1, %w0, %w1)
//===--------------------------------------------------------------------------===//
#include "ir/graph/Dialect.h"
#include "ir/schedule/Dialect.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/IR/AsmState.h"
#include "mlir/IR/IRMapping.h"
#include "passes/Passes.h"
#include "passes/plan/Homes.h"
#include "passes/plan/StateBlock.h"
#include <map>

using namespace mlir;
using namespace dlc;

namespace dlc {
#define GEN_PASS_DEF_MERGEUPDATESPASS
#include "passes/Passes.h.inc"
} // namespace dlc

/// The kernel's only op, if it does the same to every element wherever it stands.
static linalg::GenericOp flatBody(step::KernelOp kernel) {
  linalg::GenericOp body;
  for (Operation &op : kernel.getBody().front()) {
    if (auto generic = dyn_cast<linalg::GenericOp>(op)) {
      if (body)
        return {};
      body = generic;
    } else if (!op.hasTrait<OpTrait::ConstantLike>() && !op.hasTrait<OpTrait::IsTerminator>()) {
      return {};
    }
  }
  if (!body || body.getNumReductionLoops() || body.getDpsInits().empty())
    return {};
  auto shape = cast<MemRefType>(body.getDpsInits()[0].getType()).getShape();
  if (shape.empty()) // call numbers and the like are no segments
    return {};
  for (OpOperand &operand : body->getOpOperands()) {
    auto type = cast<MemRefType>(operand.get().getType());
    AffineMap map = body.getMatchingIndexingMap(&operand);
    bool scalar = type.getRank() == 0;
    bool whole =
        map.isIdentity() && type.getShape() == shape && type.getElementTypeBitWidth() == 32;
    if (!scalar && !whole)
      return {};
  }
  bool usesIndex = llvm::any_of(*body.getBlock(), [](Operation &op) {
    return isa<linalg::IndexOp>(op) || !isMemoryEffectFree(&op); // or reads where data says
  });
  for (Attribute extent : cast<ArrayAttr>(body->getAttr("dlc.extents")))
    usesIndex |= !cast<AffineMapAttr>(extent).getValue().isConstant();
  for (BlockArgument argument : kernel.getBody().getArguments())
    usesIndex |= argument.getType().isIndex() && !argument.use_empty();
  return usesIndex ? linalg::GenericOp() : body;
}

/// What the kernel computes, without any shape.
static std::string formulaOf(step::KernelOp kernel) {
  std::string text;
  llvm::raw_string_ostream out(text);
  OpPrintingFlags flags;
  flags.printGenericOpForm().useLocalScope();
  AsmState state(kernel, flags);
  for (unsigned i = 0; i < kernel.getNumInputs() + kernel.getNumOutputs(); ++i) {
    auto type = cast<MemRefType>(kernel.getBody().getArgument(i).getType());
    out << (type.getRank() ? "each " : "one ") << type.getElementType() << ' ';
    kernel.getBody().getArgument(i).printAsOperand(out, state);
  }
  for (Operation &op : kernel.getBody().front())
    if (auto generic = dyn_cast<linalg::GenericOp>(op)) {
      for (Value operand : generic->getOperands())
        operand.printAsOperand(out, state);
      for (Operation &inner : *generic.getBlock())
        inner.print(out, state);
    } else {
      op.print(out, state);
    }
  return text;
}

namespace {
struct Update {
  step::LaunchOp launch;
  int64_t offset; // of the state behind its first result
};

class UpdateMerger {
public:
  UpdateMerger(step::ScheduleOp schedule, ir::ProgramOp program)
      : schedule(schedule), program(program), body(schedule.getBody().front()) {}

  void run() {
    std::map<std::pair<std::string, std::vector<const void *>>, SmallVector<Update>> classes;
    for (auto launch : body.getOps<step::LaunchOp>()) {
      auto kernel = program.lookupSymbol<step::KernelOp>(launch.getKernel());
      if (!flatBody(kernel) ||
          !llvm::all_of(launch.getOutputs(), [&](Value v) { return stateOf(v); }))
        continue;
      std::vector<const void *> scalars;
      for (auto [i, operand] : llvm::enumerate(launch.getOperands()))
        if (isScalar(kernel, i))
          scalars.push_back(operand.getAsOpaquePointer());
      classes[{formulaOf(kernel), scalars}].push_back({launch, *offsetOf(launch.getOutputs()[0])});
    }
    for (auto &[formula, updates] : classes) {
      llvm::sort(updates, [](auto &lhs, auto &rhs) { return lhs.offset < rhs.offset; });
      SmallVector<Update> run;
      for (const Update &update : updates)
        if (ir::bytesOf(step::LaunchOp(update.launch).getOutputs()[0].getType()) < large)
          run.push_back(update);
        else
          merge(std::exchange(run, {}));
      merge(run);
    }
  }

private:
  /// Bytes that take some twenty times as long to go through as a launch.
  static constexpr int64_t large = 100'000;

  static bool isScalar(step::KernelOp kernel, unsigned i) {
    return cast<MemRefType>(kernel.getBody().getArgument(i).getType()).getRank() == 0;
  }

  /// The state that `value` is the new value of, and nothing else; null if there is none.
  Value stateOf(Value value) {
    if (!value.hasOneUse() || value.getUses().begin()->getOwner() != body.getTerminator())
      return {};
    int64_t place = int64_t(value.getUses().begin()->getOperandNumber()) -
                    int64_t(schedule.getResults().size());
    return place < 0 ? Value() : Value(body.getArgument(schedule.getInputs().size() + place));
  }

  /// Where in the state block `value`, a state or the new value of one, lives.
  std::optional<int64_t> offsetOf(Value value) {
    if (isa<OpResult>(value))
      value = stateOf(value);
    auto argument = dyn_cast_or_null<BlockArgument>(value);
    if (!argument || argument.getArgNumber() < schedule.getInputs().size())
      return std::nullopt;
    auto ref = cast<FlatSymbolRefAttr>(
        schedule.getStates()[argument.getArgNumber() - schedule.getInputs().size()]);
    return program.lookupSymbol(ref.getAttr())->getAttrOfType<IntegerAttr>("offset").getInt();
  }

  /// A gradient that the plan may put where it likes: made by a launch that does not have to
  /// write over an operand, and not handed out.
  bool isMovable(Value value) {
    value = stripViews(value);
    auto launch = value.getDefiningOp<step::LaunchOp>();
    return launch && !program.lookupSymbol<step::KernelOp>(launch.getKernel()).restOperand() &&
           !isHandedOut(value);
  }

  static bool isHandedOut(Value value) {
    return llvm::any_of(value.getUsers(), [](Operation *user) {
      auto view = dyn_cast<step::ViewOp>(user);
      return isa<step::DoneOp>(user) || (view && isHandedOut(view.getY()));
    });
  }

  /// All segments lie behind each other with nothing foreign in between, in every table, and
  /// nobody else reads a state that is overwritten.
  bool fits(ArrayRef<Update> updates) {
    int64_t end = updates[0].offset;
    DenseSet<Operation *> members;
    DenseSet<Value> placed = moved;
    for (const Update &update : updates)
      members.insert(update.launch);
    for (const Update &update : updates) {
      if (update.offset != end)
        return false;
      int64_t distance = update.offset - updates[0].offset;
      step::LaunchOp first = updates[0].launch, launch = update.launch;
      auto kernel = program.lookupSymbol<step::KernelOp>(launch.getKernel());
      for (auto [i, operand] : llvm::enumerate(launch.getOperands())) {
        if (isScalar(kernel, i))
          continue;
        std::optional<int64_t> at = offsetOf(operand), start = offsetOf(first.getOperands()[i]);
        bool made = isa<OpResult>(operand); // as all of a table are, or none
        if (made != isa<OpResult>(first.getOperands()[i]))
          return false;
        if (made ? !isMovable(operand) || !placed.insert(stripViews(operand)).second
                 : !at || !start || *at - *start != distance)
          return false;
      }
      for (auto [output, firstOutput] : llvm::zip(launch.getOutputs(), first.getOutputs())) {
        if (*offsetOf(output) - *offsetOf(firstOutput) != distance)
          return false;
        for (Operation *reader : stateOf(output).getUsers())
          if (!members.contains(reader) &&
              (isa<step::ViewOp>(reader) || !reader->isBeforeInBlock(first)))
            return false;
      }
      end += alignUp(cast<ShapedType>(launch.getOutputs()[0].getType()).getNumElements() * 4);
    }
    moved = placed;
    return true;
  }

  void merge(ArrayRef<Update> updates) {
    if (updates.size() < 2 || !fits(updates))
      return;
    step::LaunchOp first = updates[0].launch, last = first;
    for (const Update &update : updates)
      if (last->isBeforeInBlock(update.launch))
        last = update.launch;
    auto kernel = program.lookupSymbol<step::KernelOp>(first.getKernel());
    int64_t elements =
        (updates.back().offset - updates[0].offset) / 4 +
        cast<ShapedType>(step::LaunchOp(updates.back().launch).getOutputs()[0].getType())
            .getNumElements();
    step::KernelOp flat = flatten(kernel, elements);

    SmallVector<Value> operands;
    for (unsigned i = 0; i < kernel.getNumInputs(); ++i) {
      if (isScalar(kernel, i)) {
        operands.push_back(first.getOperands()[i]);
        continue;
      }
      for (const Update &update : updates)
        operands.push_back(step::LaunchOp(update.launch).getOperands()[i]);
    }
    SmallVector<Value> results;
    for (unsigned i = 0; i < kernel.getNumOutputs(); ++i)
      for (const Update &update : updates)
        results.push_back(step::LaunchOp(update.launch).getOutputs()[i]);
    OpBuilder b(last);
    auto sweep = step::SweepOp::create(b, last.getLoc(), ValueRange(results).getTypes(),
                                       flat.getSymName(), updates.size(), operands);
    for (auto [old, now] : llvm::zip(results, sweep.getOutputs()))
      old.replaceAllUsesWith(now);
    for (const Update &update : updates)
      step::LaunchOp(update.launch).erase();
  }

  /// The kernel over one flat run of `elements`.
  step::KernelOp flatten(step::KernelOp kernel, int64_t elements) {
    OpBuilder b(kernel);
    auto flat = cast<step::KernelOp>(b.clone(*kernel));
    flat.setSymName(("sweep_" + kernel.getSymName()).str());
    SymbolTable(program).insert(flat); // under a name of its own
    for (BlockArgument argument : flat.getBody().getArguments())
      if (auto type = dyn_cast<MemRefType>(argument.getType()); type && type.getRank())
        argument.setType(MemRefType::get({elements}, type.getElementType()));
    linalg::GenericOp generic = flatBodyOf(flat);
    SmallVector<Attribute> maps;
    for (Value operand : generic->getOperands()) {
      bool scalar = cast<MemRefType>(operand.getType()).getRank() == 0;
      maps.push_back(AffineMapAttr::get(scalar ? AffineMap::get(1, 0, b.getContext())
                                               : b.getMultiDimIdentityMap(1)));
    }
    generic.setIndexingMapsAttr(b.getArrayAttr(maps));
    generic.setIteratorTypesAttr(b.getArrayAttr(
        {linalg::IteratorTypeAttr::get(b.getContext(), utils::IteratorType::parallel)}));
    AffineMap extent =
        AffineMap::get(program.getDims().size(), 0, b.getAffineConstantExpr(elements));
    generic->setAttr("dlc.extents", b.getArrayAttr({AffineMapAttr::get(extent)}));
    return flat;
  }

  static linalg::GenericOp flatBodyOf(step::KernelOp kernel) {
    return *kernel.getBody().front().getOps<linalg::GenericOp>().begin();
  }

  step::ScheduleOp schedule;
  ir::ProgramOp program;
  Block &body;
  DenseSet<Value> moved; // gradients that a sweep has placed
};

struct MergeUpdatesPass : dlc::impl::MergeUpdatesPassBase<MergeUpdatesPass> {
  void runOnOperation() override {
    getOperation()->walk([](ir::ProgramOp program) {
      placeState(program);
      for (auto schedule : llvm::to_vector(program.getBody().getOps<step::ScheduleOp>()))
        UpdateMerger(schedule, program).run();
      // Kernels that no launch is left for.
      DenseSet<StringRef> launched;
      program.walk([&](Operation *op) {
        if (auto kernel = op->getAttrOfType<FlatSymbolRefAttr>("kernel"))
          launched.insert(kernel.getValue());
      });
      for (auto kernel : llvm::make_early_inc_range(program.getBody().getOps<step::KernelOp>()))
        if (!launched.contains(kernel.getSymName()))
          kernel.erase();
    });
  }
};
} // namespace
