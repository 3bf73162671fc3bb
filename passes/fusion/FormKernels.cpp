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
#include "passes/fusion/Buffers.h"
#include "passes/fusion/EveryResult.h"
#include "passes/fusion/Groups.h"
#include "passes/fusion/Materialize.h"
#include "passes/layout/Layout.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

namespace dlc {
#define GEN_PASS_DEF_FORMKERNELSPASS
#include "passes/Passes.h.inc"
} // namespace dlc

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
/// The launches of one block: an entry's, or a body's of a loop or branch.
class LaunchBuilder {
public:
  LaunchBuilder(step::ScheduleOp schedule, unsigned &kernels, bool rows)
      : schedule(schedule), b(schedule.getContext()), kernels(kernels), rows(rows) {}

  /// Fills `to` from `from`, whose arguments become arguments; `firstState` as in Groups.h.
  template <class Terminator> void run(Block &from, unsigned firstState, Block *to) {
    inLoop = isa<ScanOp>(from.getParentOp()) || from.getParentOp()->getParentOfType<ScanOp>();
    for (BlockArgument argument : from.getArguments())
      buffers.map(argument, to->addArgument(argument.getType(), argument.getLoc()));
    b.setInsertionPointToEnd(to);
    for (Group &group : formGroups(from, firstState, rows)) {
      if (group.anchor && holdsLaunches(group.anchor))
        nest(group.anchor);
      else if (isEffect(group.ops.front()))
        callHost(group.ops.front());
      else
        launch(group);
    }
    SmallVector<Value> values;
    for (Value value : from.getTerminator()->getOperands())
      values.push_back(bufferOf(value));
    Terminator::create(b, from.getTerminator()->getLoc(), values);
  }

private:
  /// The buffer that holds `value` in the schedule; views, settings, constants and empty buffers
  /// are made on demand.
  Value bufferOf(Value value) {
    if (Value known = buffers.lookupOrNull(value))
      return known;
    Operation *op = value.getDefiningOp();
    Value buffer;
    if (auto setting = dyn_cast<SettingValueOp>(op)) {
      buffer = step::SettingOp::create(b, op->getLoc(), value.getType(), setting.getSettingAttr());
    } else if (auto constant = dyn_cast<ConstantOp>(op)) {
      buffer = step::ConstantOp::create(b, op->getLoc(), value.getType(), constant.getValue());
    } else if (isa<EmptyOp>(op)) {
      buffer = step::EmptyOp::create(b, op->getLoc(), value.getType());
    } else {
      assert(isAlias(op) && "every other value is made by a launch");
      Value source = bufferOf(op->getOperand(0));
      buffer = step::ViewOp::create(b, op->getLoc(), value.getType(), source);
    }
    buffers.map(value, buffer);
    return buffer;
  }

  SmallVector<Value> buffersOf(ValueRange values) {
    SmallVector<Value> all;
    for (Value value : values)
      all.push_back(bufferOf(value));
    return all;
  }

  void callHost(Operation *op) {
    Value operand = op->getNumOperands() ? bufferOf(op->getOperand(0)) : Value();
    TypeAttr type = operand ? TypeAttr::get(op->getOperand(0).getType()) : TypeAttr();
    auto print = dyn_cast<PrintOp>(op);
    StringRef what = !print ? "assert" : print.getGoesOn() ? "write" : "print";
    if (auto check = dyn_cast<CheckIndexOp>(op)) {
      what = "index";
      type = check.getAxisAttr();
    }
    step::HostOp::create(b, op->getLoc(), what, op->getAttrOfType<StringAttr>("text"), operand,
                         type);
  }

  void nest(Operation *op) {
    Operation *nested;
    if (auto scan = dyn_cast<ScanOp>(op)) {
      SmallVector<Value> carries = buffersOf(scan.getCarries());
      SmallVector<Value> xs = buffersOf(scan.getXs());
      SmallVector<Value> consts = buffersOf(scan.getConsts());
      auto loop = step::LoopOp::create(b, op->getLoc(), op->getResultTypes(), carries, xs, consts,
                                       AffineMapAttr::get(tripsOf(scan)), scan.getReverseAttr(),
                                       scan.getExitsAttr());
      nested = loop;
      fillRegion(scan.getBody(), scan.numStacked(), loop.getBody());
    } else {
      auto cond = cast<CondOp>(op);
      Value pred = bufferOf(cond.getPred());
      SmallVector<Value> inputs = buffersOf(cond.getInputs());
      auto branch = step::BranchOp::create(b, op->getLoc(), op->getResultTypes(), pred, inputs);
      nested = branch;
      fillRegion(cond.getTaken(), cond.getNumResults(), branch.getTaken());
      fillRegion(cond.getOtherwise(), cond.getNumResults(), branch.getOtherwise());
    }
    for (auto [result, buffer] : llvm::zip(op->getResults(), nested->getResults()))
      buffers.map(result, buffer);
  }

  void fillRegion(Region &from, unsigned firstState, Region &to) {
    LaunchBuilder(schedule, kernels, rows)
        .run<step::NextOp>(from.front(), firstState, &to.emplaceBlock());
  }

  /// The number of steps as a function of the program's dimensions.
  AffineMap tripsOf(ScanOp scan) {
    auto program = schedule->getParentOfType<ProgramOp>();
    AffineExpr trips = b.getAffineConstantExpr(scan.getLength());
    LiveDim live = scan.extent();
    for (auto [i, dim] : llvm::enumerate(program.getDims()))
      if (dim.getName() == live.symbol)
        trips = b.getAffineDimExpr(i) * live.mul + live.add;
    return AffineMap::get(program.getDims().size(), 0, trips);
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
                                      b.getArrayAttr(layouts), nullptr, nullptr, nullptr, nullptr);
    }
    if (!group.rows.empty())
      kernel->setAttr("rows", b.getDenseI64ArrayAttr(group.rows));
    if (inLoop && (!group.anchor || isa<ContractOp>(group.anchor)))
      kernel->setAttr("in_loop", b.getUnitAttr());
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

  step::ScheduleOp schedule;
  OpBuilder b;
  unsigned &kernels;
  bool rows, inLoop = false;
  IRMapping buffers; // value of the graph -> buffer in the schedule
};
} // namespace

static void schedule(EntryOp entry, unsigned &kernels, bool rows) {
  int64_t everyResult = bytesOfEveryResult(entry);
  materialize(entry);
  OpBuilder b(entry);
  SmallVector<Attribute> inputTypes, resultTypes;
  for (Value input : entry.inputArguments())
    inputTypes.push_back(TypeAttr::get(input.getType()));
  for (Value result : entry.resultValues())
    resultTypes.push_back(TypeAttr::get(result.getType()));
  auto schedule = step::ScheduleOp::create(b, entry.getLoc(), entry.getSymNameAttr(),
                                           entry.getInputsAttr(), entry.getStatesAttr(),
                                           entry.getResultsAttr(), b.getArrayAttr(inputTypes),
                                           b.getArrayAttr(resultTypes), nullptr, nullptr, nullptr);
  schedule->setAttr("every_result", b.getI64IntegerAttr(everyResult)); // for the report
  LaunchBuilder(schedule, kernels, rows)
      .run<step::DoneOp>(entry.getBody().front(), entry.getResults().size(),
                         &schedule.getBody().emplaceBlock());
  entry.erase();
}

namespace {

struct FormKernelsPass : dlc::impl::FormKernelsPassBase<FormKernelsPass> {
  using FormKernelsPassBase::FormKernelsPassBase;
  void runOnOperation() override {
    unsigned kernels = 0;
    SmallVector<EntryOp> entries;
    getOperation()->walk([&](EntryOp entry) { entries.push_back(entry); });
    for (EntryOp entry : entries)
      schedule(entry, kernels, rows);
  }
};
} // namespace
