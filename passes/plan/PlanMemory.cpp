//===- PlanMemory.cpp - a place for every buffer ------------------------------------===//
// States and settings get fixed places in the state block, parameters first. What every other value
// shares a buffer with is settled next (Homes.cpp), then buffers get places in one arena
// (Arena.cpp). Last the schedule is rewritten: launches on places, loops without values. `memory`
// says for the report what the buffers add up to.
//
//   step.schedule { ^(%x, %w): %y = step.launch @k0(%x, %w)  step.done %y }
// =>
//   step.schedule arena 8192 inputs_at [0] results_at [4096] {
//     %x = step.slot "arena" 0   %w = step.slot "state" 256   %y = step.slot "arena" 4096
//     step.launch @k0(%x, %w, %y)  step.done }
//===--------------------------------------------------------------------------===//
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "passes/Passes.h"
#include "passes/plan/Footprint.h"
#include "passes/plan/Homes.h"
#include "passes/plan/StateBlock.h"

using namespace mlir;
using namespace dlc;

namespace dlc {
#define GEN_PASS_DEF_PLANMEMORYPASS
#include "passes/Passes.h.inc"
} // namespace dlc

namespace {
class ScheduleRewriter {
public:
  ScheduleRewriter(step::ScheduleOp schedule, ir::ProgramOp program)
      : schedule(schedule), program(program), b(schedule.getContext()),
        homes(settle(schedule, SymbolTable(program))) {}

  void run() {
    int64_t bytes = packArena(homes.buffers);
    schedule->setAttr("memory", describe(footprintOf(schedule, homes), schedule.getContext()));
    Block &body = schedule.getBody().front();
    size_t inputs = schedule.getInputs().size(), results = schedule.getResults().size();
    SmallVector<int64_t> inputsAt, resultsAt;
    for (BlockArgument input : body.getArguments().take_front(inputs))
      inputsAt.push_back(arenaOffset(input));
    for (Value result : body.getTerminator()->getOperands().take_front(results))
      resultsAt.push_back(arenaOffset(result));
    rewriteBlock(body);
    body.eraseArguments(0, body.getNumArguments());
    schedule.setArena(bytes);
    schedule.setInputsAt(inputsAt);
    schedule.setResultsAt(resultsAt);
  }

private:
  int64_t arenaOffset(Value value) {
    Home home = homes.of.lookup(value);
    assert(home.space == Home::arena && "inputs and results are not states");
    return homes.buffers[home.buffer].offset + home.offset;
  }

  /// The place as a memref of type `type`, at the builder's place.
  Value slotAt(const Home &home, Type type, Location loc) {
    if (home.space == Home::constant) {
      assert(home.moves.empty() && "a loop takes no slices of a constant, but of its copy");
      return step::ConstantOp::create(b, loc, type, home.numbers);
    }
    bool inState = home.space == Home::state;
    int64_t offset = home.offset + (inState ? 0 : homes.buffers[home.buffer].offset);
    SmallVector<Value> steps;
    SmallVector<int64_t> strides;
    for (auto [loop, stride] : home.moves) {
      steps.push_back(counters.lookup(loop));
      strides.push_back(stride);
    }
    for (step::SlotOp known : slots)
      if (known.getType() == type && (known.getSpace() == "state") == inState &&
          int64_t(known.getOffset()) == offset && llvm::equal(known.getSteps(), steps) &&
          known.getStrides() == ArrayRef(strides))
        return known;
    auto slot =
        step::SlotOp::create(b, loc, type, b.getStringAttr(inState ? "state" : "arena"),
                             b.getI64IntegerAttr(offset), steps, b.getDenseI64ArrayAttr(strides));
    slots.push_back(slot);
    return slot;
  }

  Value slotFor(Value value, Type type, Location loc) {
    return slotAt(homes.of.lookup(value), type, loc);
  }

  void rewriteBlock(Block &block) {
    SmallVector<step::SlotOp> outerSlots = std::exchange(slots, {});
    for (Operation &op : llvm::make_early_inc_range(block)) {
      b.setInsertionPoint(&op);
      if (auto launch = dyn_cast<step::LaunchOp>(op)) {
        SmallVector<Value> values(launch.getOperands());
        llvm::append_range(values, launch.getOutputs());
        rewriteLaunch(launch, launch.getKernelAttr(), values);
      } else if (auto sweep = dyn_cast<step::SweepOp>(op)) {
        rewriteLaunch(sweep, sweep.getKernelAttr(), firstSegments(sweep));
      } else if (auto host = dyn_cast<step::HostOp>(op)) {
        rewriteHost(host);
      } else if (auto loop = dyn_cast<step::LoopOp>(op)) {
        rewriteLoop(loop);
      } else if (auto branch = dyn_cast<step::BranchOp>(op)) {
        rewriteBranch(branch);
      }
    }
    Operation *terminator = block.getTerminator();
    b.setInsertionPoint(terminator);
    for (const Transfer &transfer : homes.atEnd.lookup(&block))
      copy(transfer, terminator->getLoc());
    terminator->setOperands({});
    for (Operation &op : llvm::make_early_inc_range(llvm::reverse(block))) {
      bool planned = isa<step::LaunchOp>(op) && op.getNumResults() == 0;
      if (op.use_empty() && !planned &&
          isa<step::ViewOp, step::SettingOp, step::ConstantOp, step::EmptyOp, step::LaunchOp,
              step::SweepOp, step::LoopOp, step::BranchOp>(op))
        op.erase();
    }
    slots = outerSlots;
  }

  /// One value per memref of a sweep's kernel: the first of each table.
  SmallVector<Value> firstSegments(step::SweepOp sweep) {
    auto kernel = program.lookupSymbol<step::KernelOp>(sweep.getKernel());
    Block &kernelBody = kernel.getBody().front();
    SmallVector<Value> values;
    unsigned next = 0;
    for (unsigned input = 0; input < kernel.getNumInputs(); ++input) {
      values.push_back(stripViews(sweep.getOperands()[next]));
      bool scalar = cast<MemRefType>(kernelBody.getArgument(input).getType()).getRank() == 0;
      next += scalar ? 1 : sweep.getSegments();
    }
    for (unsigned output = 0; output < kernel.getNumOutputs(); ++output)
      values.push_back(sweep.getOutputs()[output * sweep.getSegments()]);
    return values;
  }

  void rewriteLaunch(Operation *op, FlatSymbolRefAttr symbol, ArrayRef<Value> values) {
    auto kernel = program.lookupSymbol<step::KernelOp>(symbol.getAttr());
    SmallVector<Value> operands;
    for (Value value : values)
      operands.push_back(
          slotFor(value, kernel.getBody().getArgument(operands.size()).getType(), op->getLoc()));
    auto planned = step::LaunchOp::create(b, op->getLoc(), TypeRange(), symbol, operands);
    if (op->hasAttr("again"))
      planned->setAttr("again", b.getUnitAttr());
  }

  void rewriteHost(step::HostOp host) {
    if (!host.getX())
      return;
    ShapedType shaped = host.operandType();
    auto type = MemRefType::get(shaped.getShape(), shaped.getElementType());
    host.getXMutable().assign(slotFor(host.getX(), type, host.getLoc()));
  }

  void rewriteLoop(step::LoopOp loop) {
    for (const Transfer &transfer : homes.before.lookup(loop))
      copy(transfer, loop.getLoc());
    Block &body = loop.getBody().front();
    Value condition;
    if (loop.getExits()) {
      unsigned first = loop.getNumResults() - loop.getCarries().size();
      condition = slotFor(loop.getResult(first), MemRefType::get({}, b.getI1Type()), loop.getLoc());
    }
    auto planned = step::ForOp::create(b, loop.getLoc(), loop.getTripsAttr(), loop.getReverseAttr(),
                                       condition);
    unsigned arguments = body.getNumArguments();
    Value counter = body.addArgument(b.getIndexType(), loop.getLoc());
    counters[loop] = counter;
    rewriteBlock(body);
    if (Value step = body.getArgument(0); homes.of.count(step)) {
      b.setInsertionPointToStart(&body);
      SmallVector<step::SlotOp> outerSlots = std::exchange(slots, {});
      Value place = slotFor(step, MemRefType::get({}, b.getI64Type()), loop.getLoc());
      slots = outerSlots;
      step::CountOp::create(b, loop.getLoc(), counter, place);
    }
    body.eraseArguments(0, arguments);
    planned.getBody().takeBody(loop.getBody());
  }

  void rewriteBranch(step::BranchOp branch) {
    Value condition =
        slotFor(branch.getPred(), MemRefType::get({}, b.getI1Type()), branch.getLoc());
    auto planned = step::IfOp::create(b, branch.getLoc(), condition);
    for (auto [from, to] : {std::pair(&branch.getTaken(), &planned.getTaken()),
                            std::pair(&branch.getOtherwise(), &planned.getOtherwise())}) {
      rewriteBlock(from->front());
      from->front().eraseArguments(0, from->getNumArguments());
      to->takeBody(*from);
    }
  }

  void copy(const Transfer &transfer, Location loc) {
    auto shaped = cast<ShapedType>(transfer.type);
    auto flat = MemRefType::get({shaped.getNumElements()}, shaped.getElementType());
    Value source = slotFor(transfer.from, flat, loc);
    Value target = slotAt(transfer.to, flat, loc);
    StringRef kernel = copyKernel(program, flat);
    step::LaunchOp::create(b, loc, TypeRange(), FlatSymbolRefAttr::get(b.getContext(), kernel),
                           ValueRange{source, target});
  }

  step::ScheduleOp schedule;
  ir::ProgramOp program;
  OpBuilder b;
  Homes homes;
  SmallVector<step::SlotOp> slots;       // of the block being rewritten
  DenseMap<Operation *, Value> counters; // of loops
};

struct PlanMemoryPass : dlc::impl::PlanMemoryPassBase<PlanMemoryPass> {
  void runOnOperation() override {
    getOperation()->walk([&](ir::ProgramOp program) {
      placeState(program);
      for (auto schedule : llvm::to_vector(program.getBody().getOps<step::ScheduleOp>()))
        ScheduleRewriter(schedule, program).run();
    });
  }
};
} // namespace
