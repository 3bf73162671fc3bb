//===- LimitMemory.cpp - a program within a limit ---------------------------------------===//
// The limit holds for all that a program takes with one thread: its state, the arena, which is as
// large as that of the entry which needs the most, and a thread's scratch. Entries whose arena is
// larger than what the other two leave launch some of it twice (Recompute.cpp). Without a limit
// nothing happens.
//===--------------------------------------------------------------------------===//
#include "passes/Passes.h"
#include "passes/plan/Footprint.h"
#include "passes/plan/Recompute.h"
#include "passes/plan/StateBlock.h"
#include "llvm/Support/Format.h"

using namespace mlir;
using namespace dlc;

namespace dlc {
#define GEN_PASS_DEF_LIMITMEMORYPASS
#include "passes/Passes.h.inc"
} // namespace dlc

static std::string sizeOf(int64_t bytes) {
  bool large = bytes >= 1 << 20;
  std::string text;
  llvm::raw_string_ostream(text) << llvm::format(large ? "%.1f MiB" : "%.1f KiB",
                                                 double(bytes) / (large ? 1 << 20 : 1 << 10));
  return text;
}

/// How the runtime lays out what it maps (DLC_PEAK_BYTES in dlc/rt/dlc_rt.h).
static constexpr int64_t block = 256, mapping = 65536;
static int64_t inBlocks(int64_t bytes, int64_t size) { return (bytes + size - 1) / size * size; }

namespace {
struct LimitMemoryPass : dlc::impl::LimitMemoryPassBase<LimitMemoryPass> {
  using LimitMemoryPassBase::LimitMemoryPassBase;

  void runOnOperation() override {
    getOperation()->walk([&](ir::ProgramOp program) {
      placeState(program);
      limit(program);
    });
  }

  void limit(ir::ProgramOp program) {
    int64_t fixed = program->getAttrOfType<IntegerAttr>("state_bytes").getInt(), scratch = 0;
    for (auto kernel : program.getBody().getOps<step::KernelOp>())
      scratch = std::max(scratch, int64_t(kernel.getScratch().value_or(0)));
    fixed = inBlocks(fixed, block) + inBlocks(scratch, block);
    SymbolTable symbols(program);
    SmallVector<step::ScheduleOp> schedules(program.getBody().getOps<step::ScheduleOp>());
    int64_t arena = least   ? 0
                    : bytes ? int64_t(bytes) / mapping * mapping - fixed
                            : partOf(schedules, symbols);
    for (step::ScheduleOp schedule : schedules) {
      int64_t needed = Recomputer(schedule, symbols).fit(arena);
      if (needed > arena && !least)
        refuse(schedule, symbols, needed, fixed);
    }
  }

  /// The arena with only `percent` of the activations and workspaces.
  int64_t partOf(ArrayRef<step::ScheduleOp> schedules, const SymbolTable &symbols) const {
    int64_t largest = 0, less = 0;
    for (step::ScheduleOp schedule : schedules) {
      Homes homes = settle(schedule, symbols);
      int64_t rest = footprintOf(schedule, homes).rest, arena = packArena(homes.buffers);
      if (arena <= largest)
        continue;
      largest = arena;
      less = rest / 100 * (100 - int64_t(percent));
    }
    return largest - less;
  }

  void refuse(step::ScheduleOp schedule, const SymbolTable &symbols, int64_t needed,
              int64_t fixed) {
    int64_t floor = inBlocks(fixed + inBlocks(needed, block), mapping);
    InFlightDiagnostic error = schedule.emitError("'");
    error << schedule.getSymName() << "' needs at least " << floor << " bytes (" << sizeOf(floor)
          << "), whatever is computed again, but --max-memory allows "
          << (bytes ? sizeOf(int64_t(bytes)) : std::to_string(percent) + " %") << "; "
          << sizeOf(fixed) << " are state and scratch, " << sizeOf(needed)
          << " activations, gradients and workspaces (hint: "
          << (bytes && fixed >= int64_t(bytes) ? "fewer parameters" : "a smaller batch") << ")";
    Footprint footprint = footprintOf(schedule, settle(schedule, symbols));
    constexpr size_t shown = 6;
    for (auto [line, size] : ArrayRef(footprint.owners).take_front(shown))
      error.attachNote(line) << sizeOf(size) << " of what is in use at the fullest moment";
    signalPassFailure();
  }
};
} // namespace
