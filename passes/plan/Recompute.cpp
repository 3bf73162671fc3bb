//===- Recompute.cpp - a schedule that fits into an arena -----------------------------===//
// A large result that is made, read, and read again much later lies about in between. Launching
// what made it a second time, before the later reading, frees its place; operands that are gone by
// then are made again as well, or kept longer, whichever promises more.
//
// The choice is greedy: of the results that are in use at the fullest moment without being touched,
// the one whose second launch takes the least time for the bytes by which moments exceed the limit.
// What a choice frees is not estimated but seen: it is made, everything settled, and taken back if
// another is better. Then the buffers are packed; if that is too large still, it goes on.
//
// Left alone are loops and branches, what other state than that of now would be read by, and
// results that the caller gets.
//===--------------------------------------------------------------------------===//
#include "passes/plan/Recompute.h"
#include "ir/schedule/Cost.h"

using namespace mlir;
using namespace dlc;

void Recomputer::look() {
  homes = settle(schedule, symbols);
  live = liveBytes(homes.buffers);
  fullest = std::max_element(live.begin(), live.end()) - live.begin();
  known.clear();
}

int64_t Recomputer::packed() const {
  SmallVector<ArenaBuffer> buffers = homes.buffers;
  return packArena(buffers);
}

/// The bytes above the limit, over all moments.
int64_t Recomputer::excess(int64_t target) const {
  int64_t sum = 0;
  for (int64_t bytes : live)
    sum += std::max<int64_t>(0, bytes - target);
  return sum;
}

/// Relative to that of moving one byte: processors do some arithmetic meanwhile.
double Recomputer::timeOf(Operation *op) {
  auto launch = dyn_cast<step::LaunchOp>(op);
  if (!launch)
    return 0;
  auto kernel = symbols.lookup<step::KernelOp>(launch.getKernel());
  auto [it, isNew] = times.try_emplace(kernel, 0);
  if (isNew) {
    constexpr double flopsPerByte = 16, dispatch = 20e3;
    step::Cost cost = costOf(kernel);
    it->second = dispatch + std::max(cost.bytes, cost.flops / flopsPerByte);
  }
  return it->second;
}

//===- What can be launched again ---------------------------------------------===//

ArrayRef<Recomputer::Reading> Recomputer::readings(Value value) {
  auto [it, isNew] = known.try_emplace(value);
  if (isNew)
    for (OpOperand *use : readingsOf(value))
      it->second.push_back({use->getOwner(), homes.start.lookup(use->getOwner()),
                            homes.end.lookup(use->getOwner())});
  return it->second;
}

int64_t Recomputer::lastReading(Value value) {
  int64_t last = homes.start.lookup(value.getDefiningOp());
  for (const Reading &reading : readings(value))
    last = std::max(last, reading.to);
  return last;
}

/// The first op behind the fullest moment that reads `value`; null if none does, or if somebody
/// touches it just then.
Operation *Recomputer::firstReaderBehind(Value value) {
  const Reading *first = nullptr;
  for (const Reading &reading : readings(value)) {
    if (isa<step::SweepOp>(reading.reader) || reading.reader->hasTrait<OpTrait::IsTerminator>())
      return nullptr;
    if (reading.to < fullest)
      continue;
    if (reading.from <= fullest)
      return nullptr;
    if (!first || reading.from < first->from)
      first = &reading;
  }
  return first ? first->reader : nullptr;
}

/// The same at `place` as where it stands: it reads no state that is written in between.
bool Recomputer::mayRunAt(Operation *op, Operation *place) {
  if (isa<step::EmptyOp>(op))
    return true;
  if (!isa<step::LaunchOp>(op))
    return false;
  unsigned inputs = schedule.getInputs().size(), results = schedule.getResults().size();
  return llvm::all_of(op->getOperands(), [&](Value operand) {
    auto argument = dyn_cast<BlockArgument>(stripViews(operand));
    if (!argument || argument.getArgNumber() < inputs)
      return true;
    Value after = body.getTerminator()->getOperand(results + argument.getArgNumber() - inputs);
    Operation *writer = stripViews(after).getDefiningOp();
    return !writer || place->isBeforeInBlock(writer);
  });
}

/// Adds `op`, and what makes the buffers that it must write over.
bool Recomputer::addBelow(SmallVectorImpl<Operation *> &ops, Operation *op, Operation *place) {
  if (llvm::is_contained(ops, op))
    return true;
  if (!mayRunAt(op, place))
    return false;
  auto launch = dyn_cast<step::LaunchOp>(op);
  auto kernel = launch ? symbols.lookup<step::KernelOp>(launch.getKernel()) : nullptr;
  if (auto rest = kernel ? kernel.restOperand() : std::nullopt) {
    Value shared = stripViews(launch.getOperands()[*rest]);
    if (!shared.getDefiningOp() || !addBelow(ops, shared.getDefiningOp(), place))
      return false;
  }
  ops.push_back(op);
  return true;
}

bool Recomputer::isLargeInArena(Value value, int64_t least) {
  auto home = homes.of.find(value);
  return home != homes.of.end() && home->second.space == Home::arena &&
         alignUp(ir::bytesOf(value.getType())) >= least;
}

/// Who made the largest operand of `ops` that is no more at `place`; null if there is none.
Operation *Recomputer::missing(ArrayRef<Operation *> ops, Operation *place, int64_t least) {
  Operation *maker = nullptr;
  for (Operation *op : ops)
    for (Value operand : op->getOperands()) {
      Value base = stripViews(operand);
      Operation *candidate = base.getDefiningOp();
      if (!candidate || llvm::is_contained(ops, candidate) || !isLargeInArena(base, least) ||
          lastReading(base) >= homes.start.lookup(place))
        continue;
      least = alignUp(ir::bytesOf(base.getType()));
      maker = candidate;
    }
  return maker;
}

/// What it takes to make `value` again: its maker alone, then with more and more of what is
/// missing.
void Recomputer::addChains(Value value, SmallVectorImpl<Candidate> &found) {
  constexpr size_t longest = 30;
  Operation *place = firstReaderBehind(value);
  Candidate chain{{}, place, 0, 0, 0};
  Operation *next = value.getDefiningOp();
  while (place && next && chain.ops.size() < longest && addBelow(chain.ops, next, place)) {
    llvm::sort(chain.ops, [&](Operation *a, Operation *b) {
      return homes.start.lookup(a) < homes.start.lookup(b);
    });
    chain.time = 0;
    for (Operation *op : chain.ops)
      chain.time += timeOf(op);
    chain.promise = promiseOf(chain);
    chain.number = found.size();
    if (chain.promise > 0)
      found.push_back(chain);
    next = missing(chain.ops, place, alignUp(ir::bytesOf(value.getType())) / 64);
  }
}

/// Bytes that are free at the fullest moment, less those of operands that are kept across it.
double Recomputer::promiseOf(const Candidate &candidate) {
  double bytes = 0;
  DenseSet<Value> kept;
  int64_t place = homes.start.lookup(candidate.place);
  for (Operation *op : candidate.ops) {
    for (Value result : op->getResults()) {
      bool before = false, behind = false;
      for (const Reading &reading : readings(result))
        (reading.from >= place ? behind : before) |= reading.to >= fullest;
      if (homes.start.lookup(op) < fullest && behind && !before && isLargeInArena(result, 1))
        bytes += double(ir::bytesOf(result.getType()));
    }
    for (Value operand : op->getOperands()) {
      Value base = stripViews(operand);
      Operation *maker = base.getDefiningOp();
      if (maker && !llvm::is_contained(candidate.ops, maker) && isLargeInArena(base, 1) &&
          lastReading(base) < fullest && kept.insert(base).second)
        bytes -= double(ir::bytesOf(base.getType()));
    }
  }
  return bytes / candidate.time;
}

SmallVector<Recomputer::Candidate> Recomputer::candidates() {
  SmallVector<Candidate> found;
  for (Operation &op : body.without_terminator())
    if (isa<step::LaunchOp>(op) && homes.start.lookup(&op) < fullest)
      for (Value result : op.getResults())
        if (isLargeInArena(result, live[fullest] / 1000) && lastReading(result) > fullest)
          addChains(result, found);
  llvm::sort(found, [](auto &a, auto &b) { // of equals, the first
    return std::tuple(-a.promise, a.number) < std::tuple(-b.promise, b.number);
  });
  return found;
}

//===- The search -------------------------------------------------------------===//

/// One more second launch, the best there is; false if none helps.
bool Recomputer::improve(int64_t target) {
  constexpr int tried = 12; // of those that promise the most
  int64_t before = excess(target), fullBefore = live[fullest];
  std::optional<Candidate> best;
  double bestRate = 0;
  int rest = tried;
  for (Candidate &candidate : candidates()) {
    if (rest-- == 0 && best)
      break;
    Relaunch trial(candidate.ops, candidate.place);
    Homes kept = std::move(homes);
    std::vector<int64_t> keptLive = std::move(live);
    int64_t keptFullest = fullest;
    look();
    double rate = double(before - excess(target)) / candidate.time;
    if (rate > bestRate && live[fullest] <= fullBefore) {
      bestRate = rate;
      best = candidate;
    }
    trial.undo();
    homes = std::move(kept);
    live = std::move(keptLive);
    fullest = keptFullest;
  }
  if (!best)
    return false;
  done.emplace_back(best->ops, best->place);
  look();
  return true;
}

/// Straight to the limit: what exceeds it anywhere counts.
int64_t Recomputer::fitTo(int64_t bytes) {
  int64_t target = bytes;
  while (true) {
    if (live[fullest] <= target) {
      int64_t total = packed();
      if (total <= bytes)
        return total;
      target -= std::max(target / 200, alignment); // room for gaps
    }
    if (!improve(target))
      return packed();
  }
}

/// Down in small steps, always from the fullest moment; ends at the limit or at the lowest point.
int64_t Recomputer::descend(int64_t bytes) {
  int64_t least = live[fullest];
  size_t leastDone = 0;
  while (improve(live[fullest] - live[fullest] / 50))
    if (live[fullest] < least) {
      least = live[fullest];
      leastDone = done.size();
      if (least > bytes)
        continue;
      if (int64_t total = packed(); total <= bytes)
        return total;
    }
  undoTo(leastDone);
  return packed();
}

void Recomputer::undoTo(size_t count) {
  for (; done.size() > count; done.pop_back())
    done.back().undo();
  look();
}

int64_t Recomputer::fit(int64_t bytes) {
  look();
  int64_t total = fitTo(bytes);
  if (total <= bytes)
    return total;
  undoTo(0);
  return descend(bytes);
}
