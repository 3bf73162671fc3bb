//===- CheckPlan.cpp - no launch reads what another wrote over (a test mode) -----------===//
// Walks a planned schedule with a map of the arena that says who wrote each byte last. What a
// launch reads must be whole: written by one launch, or by several that lie in it as the segments
// of a table do, and nothing of it written over since. A result lies over an operand only where the
// kernel permits it, and never over a part of one. Bodies of loops are walked twice, so that what
// comes around is seen.
//===--------------------------------------------------------------------------===//
#include "ir/graph/Dialect.h"
#include "ir/schedule/Counts.h"
#include "passes/Passes.h"
#include "passes/plan/Arena.h"
#include <map>

using namespace mlir;
using namespace dlc;

namespace dlc {
#define GEN_PASS_DEF_CHECKPLANPASS
#include "passes/Passes.h.inc"
} // namespace dlc

namespace {
struct Range {
  int64_t begin, end;
  bool operator==(const Range &other) const { return begin == other.begin && end == other.end; }
  bool holds(const Range &other) const { return begin <= other.begin && other.end <= end; }
  bool meets(const Range &other) const { return begin < other.end && other.begin < end; }
};

class PlanChecker {
public:
  PlanChecker(step::ScheduleOp schedule, ir::ProgramOp program)
      : schedule(schedule), symbols(program), bounds(program.bounds()) {}

  LogicalResult run() {
    for (auto [at, type] : llvm::zip(*schedule.getInputsAt(), schedule.getInputTypes()))
      write(rangeAt(at, cast<ShapedType>(cast<TypeAttr>(type).getValue())));
    if (failed(walk(schedule.getBody().front())))
      return failure();
    for (auto [at, type] : llvm::zip(*schedule.getResultsAt(), schedule.getResultTypes()))
      if (failed(read(schedule, rangeAt(at, cast<ShapedType>(cast<TypeAttr>(type).getValue())))))
        return failure();
    return success();
  }

private:
  static Range rangeAt(int64_t offset, ShapedType type) {
    return {offset, offset + ir::bytesOf(type)};
  }

  /// All that a slot is in any step of its loops.
  Range rangeOf(step::SlotOp slot) {
    Range range = rangeAt(slot.getOffset(), cast<ShapedType>(slot.getType()));
    for (auto [step, stride] : llvm::zip(slot.getSteps(), slot.getStrides()))
      range.end +=
          stride * (tripsOf(cast<step::ForOp>(step.getParentBlock()->getParentOp()), bounds) - 1);
    return range;
  }

  /// A slot of the arena that is not empty; null for anything else.
  static step::SlotOp arenaSlot(Value value) {
    auto slot = value.getDefiningOp<step::SlotOp>();
    bool counts =
        slot && slot.getSpace() == "arena" && cast<ShapedType>(slot.getType()).getNumElements();
    return counts ? slot : step::SlotOp();
  }

  void write(Range range) {
    if (range.begin == range.end)
      return;
    for (int64_t edge : {range.begin, range.end}) { // cut what reaches across
      auto next = writers.upper_bound(edge);
      if (next == writers.begin())
        continue;
      auto [begin, piece] = *std::prev(next);
      if (begin < edge && edge < piece.end) {
        writers[begin].end = edge;
        writers[edge] = piece;
      }
    }
    writers.erase(writers.lower_bound(range.begin), writers.lower_bound(range.end));
    writers[range.begin] = {range.end, int(written.size())};
    written.push_back(range);
  }

  /// Nothing of what that launch wrote was written over.
  bool isWhole(int writer) {
    int64_t at = written[writer].begin;
    for (auto it = writers.find(at); it != writers.end() && it->first == at; ++it) {
      if (it->second.writer != writer)
        return false;
      at = it->second.end;
      if (at == written[writer].end)
        return true;
    }
    return false;
  }

  LogicalResult read(Operation *reader, Range range) {
    auto it = writers.upper_bound(range.begin);
    if (it != writers.begin())
      --it;
    for (; it != writers.end() && it->first < range.end; ++it) {
      Range piece{std::max(it->first, range.begin), std::min(it->second.end, range.end)};
      if (piece.begin >= piece.end)
        continue;
      const Range &whole = written[it->second.writer];
      bool fits = whole.holds(range) || range.holds(whole);
      bool gap = piece.end - piece.begin < alignment && !whole.holds(range); // between segments
      if (!gap && (!fits || !isWhole(it->second.writer)))
        return reader->emitError("reads bytes ")
               << range.begin << " to " << range.end
               << " of the arena, some of which were written over";
    }
    return success();
  }

  LogicalResult readValue(Operation *reader, Value value) {
    step::SlotOp slot = value ? arenaSlot(value) : step::SlotOp();
    return slot ? read(reader, rangeOf(slot)) : success();
  }

  LogicalResult launch(step::LaunchOp op) {
    auto kernel = symbols.lookup<step::KernelOp>(op.getKernel());
    unsigned inputs = kernel.getNumInputs();
    for (Value input : op.getOperands().take_front(inputs)) {
      // The first that puts something into an empty buffer finds anything there.
      step::SlotOp slot = arenaSlot(input);
      step::SlotOp place = arenaSlot(op.getOperands()[inputs]);
      bool rest = slot && kernel.restOperand() && place && rangeOf(place) == rangeOf(slot);
      if (!rest && failed(readValue(op, input)))
        return failure();
    }
    for (auto [i, output] : llvm::enumerate(op.getOperands().drop_front(inputs)))
      if (step::SlotOp slot = arenaSlot(output)) {
        if (failed(checkOver(op, kernel, i, slot)))
          return failure();
        write(rangeOf(slot));
      }
    return success();
  }

  /// An output lies over an operand only if it is the same bytes and the kernel says that it may.
  LogicalResult checkOver(step::LaunchOp op, step::KernelOp kernel, int64_t output,
                          step::SlotOp place) {
    for (auto [i, input] : llvm::enumerate(op.getOperands().take_front(kernel.getNumInputs()))) {
      step::SlotOp slot = arenaSlot(input);
      if (!slot || !rangeOf(slot).meets(rangeOf(place)))
        continue;
      if (!kernel.mayOverwrite(output, int64_t(i)) || !(rangeOf(slot) == rangeOf(place)))
        return op.emitError("result ") << output << " lies over operand " << i;
    }
    return success();
  }

  LogicalResult walk(Block &block) {
    for (Operation &op : block) {
      LogicalResult result = success();
      if (auto launch = dyn_cast<step::LaunchOp>(op))
        result = this->launch(launch);
      else if (auto host = dyn_cast<step::HostOp>(op))
        result = readValue(host, host.getX());
      else if (auto count = dyn_cast<step::CountOp>(op)) {
        if (step::SlotOp slot = arenaSlot(count.getTo()))
          write(rangeOf(slot));
      } else if (auto loop = dyn_cast<step::ForOp>(op)) {
        result = readValue(loop, loop.getCondition());
        int64_t rounds = std::min<int64_t>(2, tripsOf(loop, bounds));
        for (int64_t round = 0; round < rounds && succeeded(result); ++round)
          result = walk(loop.getBody().front());
      } else if (auto branch = dyn_cast<step::IfOp>(op)) {
        result = readValue(branch, branch.getCondition());
        for (Region &region : branch->getRegions())
          if (succeeded(result))
            result = walk(region.front());
      }
      if (failed(result))
        return failure();
    }
    return success();
  }

  struct Piece {
    int64_t end;
    int writer;
  };

  step::ScheduleOp schedule;
  SymbolTable symbols;
  SmallVector<int64_t> bounds;
  std::map<int64_t, Piece> writers; // by the first byte
  std::vector<Range> written;
};

struct CheckPlanPass : dlc::impl::CheckPlanPassBase<CheckPlanPass> {
  void runOnOperation() override {
    getOperation()->walk([&](ir::ProgramOp program) {
      for (auto schedule : program.getBody().getOps<step::ScheduleOp>())
        if (failed(PlanChecker(schedule, program).run()))
          signalPassFailure();
    });
  }
};
} // namespace
