//===- FormKernels.cpp - an entry becomes a schedule of launches --------------------===//
// Each group of ops (Groups.h) becomes a kernel that holds clones of them and of the free ops
// they read; the entry becomes the list of launches. Values between launches are buffers.
//
//   dlc.entry @f { ^(%x, %w): %0 = dlc.contract %x, %w  %1 = dlc.relu %0  dlc.yield %1 }
// =>
//   step.kernel @k0_contract_relu { ^(%x, %w): ... step.return %1 }
//   step.schedule @f { ^(%x, %w): %1 = step.launch @k0_contract_relu(%x, %w)  step.done %1 }
//===--------------------------------------------------------------------------===//
#include "ir/graph/Dialect.h"
#include "ir/graph/expr/Expr.h"
#include "ir/schedule/Dialect.h"
#include "mlir/IR/IRMapping.h"
#include "passes/Passes.h"
#include "passes/fusion/Groups.h"
#include "passes/layout/Layout.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

namespace dlc {
#define GEN_PASS_DEF_FORMKERNELSPASS
#include "passes/Passes.h.inc"
} // namespace dlc

/// What leaves an entry, is renamed by a view or goes as a whole into a kernel that no loop nest
/// says needs a buffer of its own: a free op there,
/// an input handed through or a value wanted twice is copied.
static void copyWhatHasNoBuffer(EntryOp entry) {
  OpBuilder b(entry.getContext());
  auto copy = [&](OpOperand &use) {
    b.setInsertionPoint(use.getOwner());
    auto op = CopyOp::create(b, use.get().getLoc(), use.get());
    setLayout(op->getResult(0), layoutOf(use.get()));
    use.set(op);
  };
  auto isFree = [](Value value) {
    Operation *op = value.getDefiningOp();
    return op && isa<Movement, Creation, SettingValueOp>(op) && !isAlias(op);
  };
  for (Operation &op : llvm::make_early_inc_range(entry.getBody().front()))
    if (isAlias(&op) || isa<WholeKernel>(op))
      for (OpOperand &operand : op.getOpOperands())
        if (isFree(operand.get()))
          copy(operand);
  DenseSet<Value> seen;
  unsigned results = entry.getResults().size();
  for (OpOperand &use : entry.terminator()->getOpOperands()) {
    unsigned place = use.getOperandNumber();
    bool kept = place >= results && use.get() == entry.stateArguments()[place - results];
    Layout wanted = place < results ? rowMajor(typeOf(use.get()).getRank())
                                    : layoutOf(entry.stateArguments()[place - results]);
    bool argument = isa<BlockArgument>(use.get());
    if (kept)
      continue;
    if (isFree(use.get()) || argument || !seen.insert(use.get()).second ||
        layoutOf(use.get()) != wanted || isAlias(use.get().getDefiningOp())) {
      copy(use);
      setLayout(cast<OpResult>(use.get()), wanted);
    }
  }
}

/// Padding is a filled buffer with the operand's elements put over it.
static void expandPads(EntryOp entry) {
  for (PadOp pad : llvm::to_vector(entry.getBody().front().getOps<PadOp>())) {
    ImplicitLocOpBuilder b(pad.getLoc(), pad);
    Value number = emitNumber(b, pad.getValue().convertToDouble(), pad.getType());
    auto base = CopyOp::create(b, number);
    auto place = PlaceOp::create(b, pad.getX(), base, pad.getLow(), pad.getInterior());
    setLayout(base->getResult(0), layoutOf(pad));
    setLayout(place->getResult(0), layoutOf(pad));
    pad.replaceAllUsesWith(place.getY());
    pad.erase();
  }
}

/// An overlay goes over its base in place, so it gets one of its own.
static void copyBases(EntryOp entry) {
  for (Operation &op : llvm::make_early_inc_range(entry.getBody().front())) {
    if (!isa<Overlay>(op))
      continue;
    OpOperand &base = op.getOpOperand(op.getNumOperands() - 1);
    if (base.get().getDefiningOp<CopyOp>() && base.get().hasOneUse())
      continue;
    OpBuilder b(&op);
    auto copy = CopyOp::create(b, op.getLoc(), base.get());
    setLayout(copy->getResult(0), layoutOf(op.getResult(0)));
    base.set(copy);
  }
}

/// "k3_contract_add_relu": what the kernel does, for profiles and dumps.
static std::string nameOf(const Group &group, unsigned number) {
  std::string name = "k" + std::to_string(number);
  for (auto [i, op] : llvm::enumerate(group.ops)) {
    if (i == 4)
      break;
    name += "_" + op->getName().stripDialect().str();
  }
  return name;
}

namespace {
class ScheduleBuilder {
public:
  ScheduleBuilder(EntryOp entry, unsigned &kernels) : entry(entry), b(entry), kernels(kernels) {}

  void run() {
    expandPads(entry);
    copyBases(entry);
    copyWhatHasNoBuffer(entry);
    SmallVector<Group> groups = formGroups(entry);

    SmallVector<Attribute> inputTypes, resultTypes;
    for (Value input : entry.inputArguments())
      inputTypes.push_back(TypeAttr::get(input.getType()));
    for (Value result : entry.resultValues())
      resultTypes.push_back(TypeAttr::get(result.getType()));
    schedule =
        step::ScheduleOp::create(b, entry.getLoc(), entry.getSymName(), entry.getInputs(),
                                 entry.getStates(), entry.getResults(), b.getArrayAttr(inputTypes),
                                 b.getArrayAttr(resultTypes), nullptr, nullptr, nullptr);
    Block *body = &schedule.getBody().emplaceBlock();
    for (BlockArgument argument : entry.getBody().getArguments())
      buffers.map(argument, body->addArgument(argument.getType(), argument.getLoc()));
    b.setInsertionPointToEnd(body);
    for (Group &group : groups)
      launch(group);
    SmallVector<Value> values;
    for (Value value : entry.terminator()->getOperands())
      values.push_back(bufferOf(value));
    step::DoneOp::create(b, entry.getLoc(), values);
    entry.erase();
  }

private:
  /// The buffer that holds `value` in the schedule; views and settings are made on demand.
  Value bufferOf(Value value) {
    if (Value known = buffers.lookupOrNull(value))
      return known;
    Operation *op = value.getDefiningOp();
    Value buffer;
    if (auto setting = dyn_cast<SettingValueOp>(op)) {
      buffer = step::SettingOp::create(b, op->getLoc(), value.getType(), setting.getSettingAttr());
    } else {
      assert(isAlias(op) && "every other value is made by a launch");
      Value source = bufferOf(op->getOperand(0));
      buffer = step::ViewOp::create(b, op->getLoc(), value.getType(), source);
    }
    buffers.map(value, buffer);
    return buffer;
  }

  void launch(Group &group) {
    SmallVector<Value> operands;
    SmallVector<Attribute> layouts;
    for (Value input : group.inputs) {
      operands.push_back(bufferOf(input));
      layouts.push_back(b.getDenseI64ArrayAttr(layoutOf(input)));
    }
    for (Value output : group.outputs)
      layouts.push_back(b.getDenseI64ArrayAttr(layoutOf(output)));

    std::string name = nameOf(group, kernels++);
    Location loc = (group.anchor ? group.anchor : group.ops.front())->getLoc();
    step::KernelOp kernel;
    {
      OpBuilder::InsertionGuard guard(b);
      b.setInsertionPoint(schedule);
      kernel = step::KernelOp::create(b, loc, name, group.inputs.size(), group.outputs.size(),
                                      b.getArrayAttr(layouts), nullptr, nullptr, nullptr);
    }
    fill(kernel, group);
    SmallVector<Type> types(ValueRange(group.outputs.getArrayRef()).getTypes());
    auto launch = step::LaunchOp::create(b, loc, types, name, operands);
    for (auto [output, buffer] : llvm::zip(group.outputs, launch.getOutputs()))
      buffers.map(output, buffer);
  }

  void fill(step::KernelOp kernel, Group &group) {
    Block *body = &kernel.getBody().emplaceBlock();
    IRMapping cloned;
    for (Value input : group.inputs)
      cloned.map(input, body->addArgument(input.getType(), input.getLoc()));
    OpBuilder inside = OpBuilder::atBlockEnd(body);
    for (Operation *op : group.ops)
      clone(op, cloned, inside);
    SmallVector<Value> results;
    for (Value output : group.outputs)
      results.push_back(cloned.lookup(output));
    step::ReturnOp::create(inside, kernel.getLoc(), results);
  }

  void clone(Operation *op, IRMapping &cloned, OpBuilder &inside) {
    if (op->getNumResults() && cloned.contains(op->getResult(0)))
      return;
    for (Value operand : op->getOperands())
      if (!cloned.contains(operand))
        clone(operand.getDefiningOp(), cloned, inside);
    inside.clone(*op, cloned);
  }

  EntryOp entry;
  step::ScheduleOp schedule;
  OpBuilder b;
  unsigned &kernels;
  IRMapping buffers; // value of the entry -> buffer in the schedule
};

struct FormKernelsPass : dlc::impl::FormKernelsPassBase<FormKernelsPass> {
  void runOnOperation() override {
    unsigned kernels = 0;
    SmallVector<EntryOp> entries;
    getOperation()->walk([&](EntryOp entry) { entries.push_back(entry); });
    for (EntryOp entry : entries)
      ScheduleBuilder(entry, kernels).run();
  }
};
} // namespace
