//===- PlanMemory.cpp - a place for every buffer ------------------------------------===//
// States and settings get fixed places in the state block, parameters first. Every other
// buffer of a schedule lives from the launch that makes it to the last that reads it and gets
// a place in one arena: larger buffers first, each at the lowest offset where it meets no
// buffer that lives at the same time. A result takes its operand's place where the kernel
// permits it and the operand dies there; new state goes straight into the state's place when
// nobody reads the old value any more, else it is copied at the end.
//
//   step.schedule { ^(%x, %w): %y = step.launch @k0(%x, %w)  step.done %y }
// =>
//   step.schedule arena 8192 inputs_at [0] results_at [4096] {
//     %x = step.slot "arena" 0   %w = step.slot "state" 256   %y = step.slot "arena" 4096
//     step.launch @k0(%x, %w, %y)  step.done }
//===--------------------------------------------------------------------------===//
#include "ir/graph/Dialect.h"
#include "ir/schedule/Dialect.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "passes/Passes.h"
#include "passes/plan/Arena.h"
#include "passes/plan/StateBlock.h"
#include <map>

using namespace mlir;
using namespace dlc;

namespace dlc {
#define GEN_PASS_DEF_PLANMEMORYPASS
#include "passes/Passes.h.inc"
} // namespace dlc

static Value stripViews(Value value) {
  while (auto view = value.getDefiningOp<step::ViewOp>())
    value = view.getX();
  return value;
}

namespace {
/// Where a value of the schedule lives.
struct Home {
  enum Space { arena, state } space = arena;
  int64_t offset = 0; // in the state block, or in the arena's buffer
  int buffer = -1;
};

class SchedulePlanner {
public:
  SchedulePlanner(step::ScheduleOp schedule, ir::ProgramOp program)
      : schedule(schedule), program(program), b(schedule.getContext()) {}

  void run() {
    Block &body = schedule.getBody().front();
    for (Operation &op : body)
      order[&op] = order.size();
    settleArguments(body);
    settleNewState(body);
    for (step::SweepOp sweep : body.getOps<step::SweepOp>())
      settleSweep(sweep);
    for (Operation &op : body)
      if (auto launch = dyn_cast<step::LaunchOp>(op))
        settleLaunch(launch);
      else if (auto setting = dyn_cast<step::SettingOp>(op))
        homes[setting.getY()] = {Home::state, offsetOf(setting.getSetting()), -1};
      else if (auto view = dyn_cast<step::ViewOp>(op))
        homes[view.getY()] = homes.lookup(view.getX());
      else if (auto empty = dyn_cast<step::EmptyOp>(op))
        homes[empty.getY()] = {Home::arena, 0, newBuffer(empty.getY().getType(), order[empty])};
    extendLifetimes(body);
    int64_t bytes = packArena(buffers);
    rewrite(body, bytes);
  }

private:
  int64_t offsetOf(StringRef symbol) {
    return program.lookupSymbol(symbol)->getAttrOfType<IntegerAttr>("offset").getInt();
  }

  static int64_t bytesOf(Type type) {
    auto shaped = cast<ShapedType>(type);
    return shaped.getNumElements() * std::max<int64_t>(1, shaped.getElementTypeBitWidth() / 8);
  }

  int newBuffer(Type type, int64_t from) {
    buffers.push_back({bytesOf(type), from, from, 0});
    return buffers.size() - 1;
  }

  void settleArguments(Block &body) {
    size_t inputs = schedule.getInputs().size();
    for (auto [i, argument] : llvm::enumerate(body.getArguments())) {
      if (i < inputs)
        homes[argument] = {Home::arena, 0, newBuffer(argument.getType(), 0)};
      else
        homes[argument] = {
            Home::state,
            offsetOf(cast<FlatSymbolRefAttr>(schedule.getStates()[i - inputs]).getValue()), -1};
    }
  }

  /// New state that may be written in place: the launch that makes it comes after every other
  /// reader of the old value, and reads it, if at all, where it may overwrite it.
  void settleNewState(Block &body) {
    size_t inputs = schedule.getInputs().size(), results = schedule.getResults().size();
    for (size_t i = 0; i < schedule.getStates().size(); ++i) {
      Value before = body.getArgument(inputs + i);
      Value after = body.getTerminator()->getOperand(results + i);
      auto launch = after.getDefiningOp<step::LaunchOp>();
      if (!launch || homes.count(after) || isInPlace(launch))
        continue;
      bool free = llvm::all_of(readersOf(before), [&](Operation *reader) {
        if (reader == launch)
          return mayOverwrite(launch, cast<OpResult>(after).getResultNumber(), before);
        return order[reader] < order[launch];
      });
      if (free)
        homes[after] = homes.lookup(before); // [] would insert while it refers
    }
  }

  /// A sweep's results are the states it updates; what it reads from the arena lies in one
  /// buffer per table, each segment as far from the first as the states are.
  void settleSweep(step::SweepOp sweep) {
    auto kernel = program.lookupSymbol<step::KernelOp>(sweep.getKernel());
    Block &kernelBody = kernel.getBody().front();
    int64_t segments = sweep.getSegments(), first = schedule.getInputs().size();
    Operation *done = schedule.getBody().front().getTerminator();
    SmallVector<int64_t> distance;
    for (auto [i, result] : llvm::enumerate(sweep.getOutputs())) {
      int64_t place = result.getUses().begin()->getOperandNumber() - schedule.getResults().size();
      homes[result] = homes.lookup(schedule.getBody().getArgument(first + place));
      assert(result.getUses().begin()->getOwner() == done && "a sweep makes state alone");
      (void)done;
      if (int64_t(i) < segments)
        distance.push_back(homes[result].offset - homes[sweep.getOutputs()[0]].offset);
    }
    auto operand = sweep.getOperands().begin();
    for (unsigned input = 0; input < kernel.getNumInputs(); ++input) {
      auto type = cast<MemRefType>(kernelBody.getArgument(input).getType());
      if (type.getRank() == 0) {
        ++operand;
        continue;
      }
      int buffer = -1;
      for (int64_t segment = 0; segment < segments; ++segment, ++operand) {
        Value base = stripViews(*operand);
        if (!isa<OpResult>(base))
          continue; // a state
        if (buffer < 0)
          buffer = newBuffer(type, order[base.getDefiningOp()]);
        buffers[buffer].from = std::min(buffers[buffer].from, order[base.getDefiningOp()]);
        homes[base] = {Home::arena, distance[segment], buffer};
      }
    }
  }

  /// Launches that read `value`, also under another shape.
  SmallVector<Operation *> readersOf(Value value) {
    SmallVector<Operation *> readers;
    for (Operation *user : value.getUsers())
      if (isa<step::LaunchOp, step::SweepOp>(user))
        readers.push_back(user);
      else if (auto view = dyn_cast<step::ViewOp>(user))
        llvm::append_range(readers, readersOf(view.getY()));
    return readers;
  }

  /// The kernel writes part of its result only; the rest is what its operand holds.
  bool isInPlace(step::LaunchOp launch) {
    return program.lookupSymbol(launch.getKernel())->hasAttr("in_place");
  }

  bool mayOverwrite(step::LaunchOp launch, int64_t result, Value value) {
    auto kernel = program.lookupSymbol<step::KernelOp>(launch.getKernel());
    ArrayRef<int64_t> pairs = *kernel.getOverwrites();
    for (auto [i, operand] : llvm::enumerate(launch.getOperands())) {
      if (stripViews(operand) != stripViews(value))
        continue;
      bool permitted = false;
      for (size_t pair = 0; pair < pairs.size(); pair += 2)
        permitted |= pairs[pair] == result && pairs[pair + 1] == int64_t(i);
      if (!permitted)
        return false;
    }
    return true;
  }

  void settleLaunch(step::LaunchOp launch) {
    auto kernel = program.lookupSymbol<step::KernelOp>(launch.getKernel());
    ArrayRef<int64_t> pairs = *kernel.getOverwrites();
    DenseSet<int> taken;
    for (auto [i, result] : llvm::enumerate(launch.getOutputs())) {
      if (homes.count(result))
        continue;
      Home home{Home::arena, 0, -1};
      for (size_t pair = 0; pair < pairs.size() && home.buffer < 0; pair += 2) {
        Value operand = launch.getOperands()[pairs[pair + 1]];
        Home other = homes[operand];
        if (pairs[pair] == int64_t(i) && other.space == Home::arena &&
            diesAt(other.buffer, launch) && mayOverwrite(launch, i, operand) &&
            taken.insert(other.buffer).second)
          home = other;
      }
      assert((home.buffer >= 0 || !isInPlace(launch)) && "the operand must die here");
      if (home.buffer < 0)
        home.buffer = newBuffer(result.getType(), order[launch]);
      homes[result] = home;
    }
  }

  /// Nothing after `launch` uses a value that lives in this buffer.
  bool diesAt(int buffer, step::LaunchOp launch) {
    for (auto &[value, home] : homes)
      if (home.space == Home::arena && home.buffer == buffer)
        for (Operation *user : value.getUsers())
          if (order[user] > order[launch])
            return false;
    return true;
  }

  void extendLifetimes(Block &body) {
    for (auto &[value, home] : homes)
      if (home.space == Home::arena)
        for (Operation *user : value.getUsers())
          buffers[home.buffer].to = std::max<int64_t>(buffers[home.buffer].to, order[user]);
    // Inputs may be written by the caller before the first launch, results are read after the last.
    for (Value value : body.getTerminator()->getOperands())
      if (Home home = homes[value]; home.space == Home::arena)
        buffers[home.buffer].to = order.size();
  }

  int64_t arenaOffset(Value value) {
    Home home = homes[value];
    assert(home.space == Home::arena && "inputs and results are not states");
    return buffers[home.buffer].offset + home.offset;
  }

  Value slotFor(Value value, Type type, Location loc) {
    Home home = homes[value];
    bool inState = home.space == Home::state;
    int64_t offset = home.offset + (inState ? 0 : buffers[home.buffer].offset);
    auto kernelType = cast<MemRefType>(type);
    Value &slot = slots[{inState, offset, kernelType.getAsOpaquePointer()}];
    if (!slot)
      slot = step::SlotOp::create(b, loc, kernelType, b.getStringAttr(inState ? "state" : "arena"),
                                  b.getI64IntegerAttr(offset));
    return slot;
  }

  void rewrite(Block &body, int64_t bytes) {
    size_t inputs = schedule.getInputs().size(), results = schedule.getResults().size();
    Operation *done = body.getTerminator();
    SmallVector<int64_t> inputsAt, resultsAt;
    for (BlockArgument input : body.getArguments().take_front(inputs))
      inputsAt.push_back(arenaOffset(input));
    for (Value result : done->getOperands().take_front(results))
      resultsAt.push_back(arenaOffset(result));

    for (Operation &op : llvm::make_early_inc_range(body)) {
      b.setInsertionPoint(&op);
      if (auto launch = dyn_cast<step::LaunchOp>(op))
        rewriteLaunch(
            launch, launch.getKernelAttr(),
            llvm::to_vector(llvm::concat<Value>(SmallVector<Value>(launch.getOperands()),
                                                SmallVector<Value>(launch.getOutputs()))));
      else if (auto sweep = dyn_cast<step::SweepOp>(op))
        rewriteLaunch(sweep, sweep.getKernelAttr(), firstSegments(sweep));
    }
    copyNewState(body, done);
    done->setOperands({});
    for (Operation &op : llvm::make_early_inc_range(llvm::reverse(body)))
      if (op.use_empty() && (isa<step::ViewOp, step::SettingOp, step::EmptyOp>(op) ||
                             (isa<step::LaunchOp, step::SweepOp>(op) && op.getNumResults())))
        op.erase();
    body.eraseArguments(0, body.getNumArguments());
    schedule.setArena(bytes);
    schedule.setInputsAt(inputsAt);
    schedule.setResultsAt(resultsAt);
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
    step::LaunchOp::create(b, op->getLoc(), TypeRange(), symbol, operands);
  }

  /// New state that could not go in place waits in the arena; a launch copies it.
  void copyNewState(Block &body, Operation *done) {
    size_t inputs = schedule.getInputs().size(), results = schedule.getResults().size();
    b.setInsertionPoint(done);
    for (size_t i = 0; i < schedule.getStates().size(); ++i) {
      Value before = body.getArgument(inputs + i), after = done->getOperand(results + i);
      Home from = homes[after], to = homes[before];
      if (from.space == Home::state && from.offset == to.offset)
        continue;
      auto shaped = cast<ShapedType>(after.getType());
      auto flat = MemRefType::get({shaped.getNumElements()}, shaped.getElementType());
      Value source = slotFor(after, flat, done->getLoc());
      Value target = slotFor(before, flat, done->getLoc());
      StringRef kernel = copyKernel(program, flat);
      step::LaunchOp::create(b, done->getLoc(), TypeRange(),
                             FlatSymbolRefAttr::get(b.getContext(), kernel),
                             ValueRange{source, target});
    }
  }

  step::ScheduleOp schedule;
  ir::ProgramOp program;
  OpBuilder b;
  DenseMap<Operation *, int64_t> order;
  llvm::MapVector<Value, Home> homes;
  SmallVector<ArenaBuffer> buffers;
  std::map<std::tuple<bool, int64_t, const void *>, Value> slots; // by space, offset and type
};

struct PlanMemoryPass : dlc::impl::PlanMemoryPassBase<PlanMemoryPass> {
  void runOnOperation() override {
    getOperation()->walk([&](ir::ProgramOp program) {
      placeState(program);
      for (auto schedule : llvm::to_vector(program.getBody().getOps<step::ScheduleOp>()))
        SchedulePlanner(schedule, program).run();
    });
  }
};
} // namespace
