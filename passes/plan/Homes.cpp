//===- Homes.cpp - where every value of a schedule lives ------------------------------===//
// States and settings have fixed places; constants are data of the program. Every other buffer
// lives from the launch that makes it to the last that reads it. A result takes its operand's place
// where the kernel permits it and the operand dies there. What outlives a block (new state, a
// loop's next carries and slices of its stacked results, a branch's results) goes straight into its
// place when nobody reads the old value any more, else it is copied at the end of the block; and so
// does a slice that several launches write parts of. No state is written before an assertion or a
// check of indices, which may end the entry.
//===--------------------------------------------------------------------------===//
#include "passes/plan/Homes.h"
#include "passes/plan/Reuse.h"

using namespace mlir;
using namespace dlc;

Value dlc::stripViews(Value value) {
  while (auto view = value.getDefiningOp<step::ViewOp>())
    value = view.getX();
  return value;
}

namespace {
class Settler {
public:
  Settler(step::ScheduleOp schedule, const SymbolTable &symbols)
      : schedule(schedule), symbols(symbols), reuse(symbols, homes) {}

  Homes run() {
    Block &body = schedule.getBody().front();
    number(body);
    settleArguments(body);
    for (step::SweepOp sweep : body.getOps<step::SweepOp>())
      settleSweep(sweep);
    schedule.walk([&](step::HostOp host) {
      if (host.mayStop())
        lastStop = std::max(lastStop, homes.end[host]);
    });
    SmallVector<Place> places;
    size_t inputs = schedule.getInputs().size(), results = schedule.getResults().size();
    for (size_t i = 0; i < schedule.getStates().size(); ++i) {
      Value before = body.getArgument(inputs + i);
      places.push_back({unsigned(results + i), homes.of.lookup(before), before});
    }
    settleBlock(body, places);
    extendLifetimes(body);
    return std::move(homes);
  }

private:
  /// Where the terminator's operand `operand` has to end up; `before` is what is there until then.
  struct Place {
    unsigned operand;
    Home home;
    Value before;
  };

  void number(Block &block) {
    for (Operation &op : block) {
      homes.start[&op] = time++;
      for (Region &region : op.getRegions())
        number(region.front());
      homes.end[&op] = time - 1;
    }
  }

  int64_t offsetOf(StringRef symbol) {
    return symbols.lookup(symbol)->getAttrOfType<IntegerAttr>("offset").getInt();
  }

  void settleAt(Value value, Home home) {
    if (home.space == Home::arena)
      homes.inBuffer[home.buffer].push_back(value);
    homes.of[value] = std::move(home);
  }

  Home newBuffer(Type type, int64_t from) {
    homes.buffers.push_back({ir::bytesOf(type), from, from});
    homes.inBuffer.emplace_back();
    Home home;
    home.buffer = homes.buffers.size() - 1;
    return home;
  }

  void settleArguments(Block &body) {
    size_t inputs = schedule.getInputs().size();
    for (auto [i, argument] : llvm::enumerate(body.getArguments())) {
      if (i < inputs) {
        settleAt(argument, newBuffer(argument.getType(), 0));
      } else {
        auto ref = cast<FlatSymbolRefAttr>(schedule.getStates()[i - inputs]);
        settleAt(argument, {Home::state, offsetOf(ref.getValue()), -1, {}});
      }
    }
  }

  /// A sweep's results are the states it updates; what it reads from the arena lies in tables,
  /// each segment as far from the first as the states are.
  void settleSweep(step::SweepOp sweep) {
    auto kernel = symbols.lookup<step::KernelOp>(sweep.getKernel());
    Block &kernelBody = kernel.getBody().front();
    int64_t segments = sweep.getSegments(), first = schedule.getInputs().size();
    Operation *done = schedule.getBody().front().getTerminator();
    SmallVector<int64_t> distance;
    for (auto [i, result] : llvm::enumerate(sweep.getOutputs())) {
      int64_t place = result.getUses().begin()->getOperandNumber() - schedule.getResults().size();
      settleAt(result, homes.of.lookup(schedule.getBody().getArgument(first + place)));
      assert(result.getUses().begin()->getOwner() == done && "a sweep makes state alone");
      (void)done;
      if (int64_t(i) < segments)
        distance.push_back(homes.of[result].offset - homes.of[sweep.getOutputs()[0]].offset);
    }
    auto operand = sweep.getOperands().begin();
    for (unsigned input = 0; input < kernel.getNumInputs(); ++input) {
      auto type = cast<MemRefType>(kernelBody.getArgument(input).getType());
      if (type.getRank() == 0) {
        ++operand;
        continue;
      }
      ++tables;
      for (int64_t segment = 0; segment < segments; ++segment, ++operand) {
        Value base = stripViews(*operand);
        if (!isa<OpResult>(base))
          continue; // a state
        Home home = newBuffer(base.getType(), homes.start[base.getDefiningOp()]);
        homes.buffers[home.buffer].table = tables;
        homes.buffers[home.buffer].distance = distance[segment];
        settleAt(base, home);
      }
    }
  }

  void settleBlock(Block &block, ArrayRef<Place> places) {
    for (const Place &place : places)
      settlePlace(block, place);
    for (Operation &op : block)
      if (auto launch = dyn_cast<step::LaunchOp>(op))
        settleLaunch(launch);
      else if (auto setting = dyn_cast<step::SettingOp>(op))
        settleAt(setting.getY(), {Home::state, offsetOf(setting.getSetting()), -1, {}});
      else if (auto empty = dyn_cast<step::EmptyOp>(op); empty && !homes.of.count(empty.getY()))
        settleAt(empty.getY(), newBuffer(empty.getY().getType(), homes.start[empty]));
      else if (auto constant = dyn_cast<step::ConstantOp>(op))
        settleAt(constant.getY(), {Home::constant, 0, -1, {}, constant.getValue()});
      else if (auto view = dyn_cast<step::ViewOp>(op))
        settleAt(view.getY(), homes.of.lookup(view.getX()));
      else if (auto loop = dyn_cast<step::LoopOp>(op))
        settleLoop(loop);
      else if (auto branch = dyn_cast<step::BranchOp>(op))
        settleBranch(branch);
    for (const Place &place : places) {
      Value after = block.getTerminator()->getOperand(place.operand);
      if (!homes.of.lookup(after).sameAs(place.home))
        homes.atEnd[&block].push_back({after, place.home, after.getType()});
    }
  }

  /// Written in place if the launch that makes it comes after every other reader of the old value,
  /// and reads it, if at all, where it may overwrite it.
  void settlePlace(Block &block, const Place &place) {
    Value after = stripViews(block.getTerminator()->getOperand(place.operand));
    auto launch = after.getDefiningOp<step::LaunchOp>();
    if (!launch || homes.of.count(after))
      return;
    if (reuse.isInPlace(cast<OpResult>(after))) {
      if (!place.before)
        settleParts(cast<OpResult>(after), place.home);
      return;
    }
    if (place.home.space == Home::state && homes.start[launch] < lastStop)
      return;
    bool free =
        !place.before || llvm::all_of(reuse.readersOf(place.before), [&](Operation *reader) {
          if (reader == launch)
            return reuse.mayOverwrite(launch, cast<OpResult>(after).getResultNumber(),
                                      place.before);
          return homes.end[reader] < homes.start[launch];
        });
    if (free)
      settleAt(after, place.home);
  }

  /// A new value that is written part by part, if it begins as an empty buffer that nothing else
  /// has to do with.
  void settleParts(OpResult whole, const Home &home) {
    SmallVector<Value> parts{whole};
    for (OpResult part = whole; reuse.isInPlace(part); part = cast<OpResult>(parts.back())) {
      auto launch = cast<step::LaunchOp>(part.getOwner());
      auto kernel = symbols.lookup<step::KernelOp>(launch.getKernel());
      Value base = launch.getOperands()[*kernel.restOperand()];
      if (!isa<OpResult>(base) || !base.hasOneUse())
        return;
      parts.push_back(base);
    }
    if (parts.back().getDefiningOp<step::EmptyOp>())
      for (Value part : parts)
        settleAt(part, home);
  }

  void settleLaunch(step::LaunchOp launch) {
    auto kernel = symbols.lookup<step::KernelOp>(launch.getKernel());
    ArrayRef<int64_t> pairs = *kernel.getOverwrites();
    DenseSet<int> taken;
    for (auto [i, result] : llvm::enumerate(launch.getOutputs())) {
      if (homes.of.count(result))
        continue;
      Home home;
      for (size_t pair = 0; pair < pairs.size() && home.buffer < 0; pair += 2) {
        Value operand = launch.getOperands()[pairs[pair + 1]];
        if (pairs[pair] == int64_t(i) && reuse.isReusable(operand, launch) &&
            reuse.mayOverwrite(launch, i, operand) && taken.insert(homes.of[operand].buffer).second)
          home = homes.of[operand];
      }
      assert((home.buffer >= 0 || !reuse.isInPlace(result)) && "the operand must die here");
      if (home.buffer < 0)
        home = newBuffer(result.getType(), homes.start[launch]);
      settleAt(result, home);
    }
  }

  void settleLoop(step::LoopOp loop) {
    Block &body = loop.getBody().front();
    unsigned stacked = loop.getNumResults() - loop.getCarries().size();
    unsigned firstX = 1, firstConst = firstX + loop.getXs().size(),
             firstCarry = firstConst + loop.getConsts().size();
    SmallVector<Place> places;
    for (unsigned i = 0; i < stacked; ++i) {
      settleAt(loop.getResult(i), newBuffer(loop.getResult(i).getType(), homes.start[loop]));
      Value slice = body.getTerminator()->getOperand(i);
      Home home = homes.of[loop.getResult(i)];
      home.moves.push_back({loop, ir::bytesOf(slice.getType())});
      places.push_back({i, home, Value()});
    }
    for (auto [k, init] : llvm::enumerate(loop.getCarries())) {
      Value result = loop.getResult(stacked + k), carry = body.getArgument(firstCarry + k);
      Home home;
      if (reuse.isReusableCarry(init, loop)) {
        home = homes.of[init];
      } else {
        home = newBuffer(result.getType(), homes.start[loop]);
        homes.before[loop].push_back({init, home, init.getType()});
      }
      homes.buffers[home.buffer].to = std::max(homes.buffers[home.buffer].to, homes.end[loop]);
      settleAt(result, home);
      settleAt(carry, home);
      places.push_back({unsigned(stacked + k), home, carry});
    }
    for (auto [i, x] : llvm::enumerate(loop.getXs())) {
      Value slice = body.getArgument(firstX + i);
      Home home = homes.of.lookup(x);
      home.moves.push_back({loop, ir::bytesOf(slice.getType())});
      settleAt(slice, home);
    }
    for (auto [i, constant] : llvm::enumerate(loop.getConsts()))
      settleAt(body.getArgument(firstConst + i), homes.of.lookup(constant));
    if (Value step = body.getArgument(0); !step.use_empty()) {
      Home home = newBuffer(step.getType(), homes.start[loop]);
      homes.buffers[home.buffer].to = homes.end[loop];
      settleAt(step, home);
    }
    settleBlock(body, places);
  }

  void settleBranch(step::BranchOp branch) {
    SmallVector<Place> places;
    for (auto [i, result] : llvm::enumerate(branch.getResults())) {
      settleAt(result, newBuffer(result.getType(), homes.start[branch]));
      places.push_back({unsigned(i), homes.of[result], Value()});
    }
    for (Region *region : {&branch.getTaken(), &branch.getOtherwise()}) {
      for (auto [argument, input] : llvm::zip(region->getArguments(), branch.getInputs()))
        settleAt(argument, homes.of.lookup(input));
      settleBlock(region->front(), places);
    }
  }

  void extendLifetimes(Block &body) {
    for (auto &[value, home] : homes.of)
      if (home.space == Home::arena) {
        int64_t &to = homes.buffers[home.buffer].to;
        if (Operation *op = value.getDefiningOp())
          to = std::max(to, homes.end[op]);
        for (Operation *user : value.getUsers())
          to = std::max(to, homes.end[user]);
      }
    // Inputs may be written by the caller before the first launch, results are read after the last.
    for (Value value : body.getTerminator()->getOperands())
      if (Home home = homes.of.lookup(value); home.space == Home::arena)
        homes.buffers[home.buffer].to = time;
  }

  step::ScheduleOp schedule;
  const SymbolTable &symbols;
  int64_t time = 0, lastStop = -1;
  int tables = -1;
  Homes homes;
  Reuse reuse;
};
} // namespace

Homes dlc::settle(step::ScheduleOp schedule, const SymbolTable &symbols) {
  return Settler(schedule, symbols).run();
}
