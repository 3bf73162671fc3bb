//===- Report.cpp - what a program computes and holds, as text -----------------------------===//
#include "tools/dlc/Report.h"
#include "codegen/emit/Header.h"
#include "codegen/emit/Names.h"
#include "ir/schedule/Counts.h"
#include "mlir/IR/BuiltinTypes.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::emit;

//===- Numbers ----------------------------------------------------------------===//

/// "13.4 M", "512  ", always six wide.
static std::string scaled(double value, double step) {
  const char *unit = " ";
  for (const char *next : {"k", "M", "G", "T"}) {
    if (value < step)
      break;
    value /= step;
    unit = next;
  }
  std::string text;
  llvm::raw_string_ostream(text) << llvm::format(value < 10 && *unit != ' ' ? "%6.2f%s" : "%6.0f%s",
                                                 value, unit);
  return text;
}
static std::string count(double value) { return scaled(value, 1000); }
static std::string size(double bytes) { return scaled(bytes, 1024) + "B"; }

//===- Launches ---------------------------------------------------------------===//

namespace {
struct Sum {
  double flops = 0, bytes = 0;
  int launches = 0;
  void add(const Launch &launch) {
    flops += launch.flops * launch.times;
    bytes += launch.bytes * launch.times;
    launches += int(launch.times);
  }
};
} // namespace

/// The tile count of `kernel` with every dimension at its bound.
static int64_t tilesAtBound(step::KernelOp kernel, const Program &program) {
  int64_t tiles = 1;
  if (std::optional<ArrayAttr> axes = kernel.getTiles())
    for (auto axis : axes->getAsRange<AffineMapAttr>())
      tiles *= step::countAt(axis.getValue(), program.bounds()).value_or(1);
  return tiles;
}

static void writeLaunches(llvm::raw_ostream &out, step::ScheduleOp schedule, const Entry &entry,
                          const Program &program) {
  Sum sum;
  for (const Launch &launch : entry.launches)
    sum.add(launch);
  out << "\n"
      << entry.name << ": " << sum.launches << " launches, " << count(sum.flops) << "flop, "
      << size(sum.bytes) << " touched, arena " << size(entry.arena) << "\n";
  for (const Slot &input : entry.inputs)
    out << "  takes " << input.tensor.name << ": " << describe(input.tensor, program.dims) << "\n";
  for (const Slot &output : entry.outputs)
    out << "  gives " << output.tensor.name << ": " << describe(output.tensor, program.dims)
        << "\n";
  out << "      flop    bytes  tiles  kernel                              line\n";
  size_t index = 0;
  schedule.walk([&](step::LaunchOp op) {
    const Launch &launch = entry.launches[index++];
    auto kernel = SymbolTable::lookupNearestSymbolFrom<step::KernelOp>(op, op.getKernelAttr());
    out << "  " << count(launch.flops) << "  " << size(launch.bytes)
        << llvm::format(" %6lld  %-35s %s", static_cast<long long>(tilesAtBound(kernel, program)),
                        launch.kernel.c_str(), launch.location.c_str());
    if (launch.times > 1)
      out << llvm::format(", %.0f times", launch.times);
    if (op->hasAttr("again"))
      out << ", again";
    if (op.getPerUnit())
      out << ", joined";
    out << "\n";
  });
}

static void writeLines(llvm::raw_ostream &out, const Program &program) {
  llvm::MapVector<StringRef, Sum> lines;
  Sum all;
  for (const Entry &entry : program.entries)
    for (const Launch &launch : entry.launches) {
      lines[launch.location].add(launch);
      all.add(launch);
    }
  auto sorted = lines.takeVector();
  llvm::sort(sorted, [](auto &a, auto &b) {
    return std::tuple(b.second.flops, b.second.bytes, a.first) <
           std::tuple(a.second.flops, a.second.bytes, b.first);
  });
  out << "\nby line, all entries together (gradients count where the forward op stands)\n"
      << "      flop    share    bytes  launches  line\n";
  for (auto &[line, sum] : sorted)
    out << "  " << count(sum.flops)
        << llvm::format("  %5.1f %%  ", all.flops ? 100 * sum.flops / all.flops : 0.0)
        << size(sum.bytes) << llvm::format("  %8d  ", sum.launches) << line << "\n";
}

//===- Memory over time -------------------------------------------------------===//

namespace {
/// One buffer: some bytes of the arena from the launch that makes it to the last that reads it.
struct Lifetime {
  int64_t from, to, bytes;
};
} // namespace

/// A place of the arena serves one buffer after another; a launch that writes it and does not
/// read it begins the next one.
static std::vector<Lifetime> lifetimesOf(step::ScheduleOp schedule, const Program &program) {
  const SmallVector<int64_t> bounds = program.bounds();
  std::vector<Lifetime> all;
  llvm::DenseMap<int64_t, size_t> current; // by offset: the buffer that lies there
  int64_t now = 0;
  schedule.walk([&](step::LaunchOp launch) {
    auto kernel =
        SymbolTable::lookupNearestSymbolFrom<step::KernelOp>(launch, launch.getKernelAttr());
    llvm::DenseSet<int64_t> read;
    for (auto [index, operand] : llvm::enumerate(launch.getOperands())) {
      auto slot = operand.getDefiningOp<step::SlotOp>();
      if (!slot || slot.getSpace() != "arena")
        continue;
      int64_t offset = slot.getOffset();
      bool isInput = index < kernel.getNumInputs();
      if (isInput)
        read.insert(offset);
      auto type = cast<MemRefType>(slot.getBuffer().getType());
      int64_t bytes = ir::bytesOf(type);
      for (auto [step, stride] : llvm::zip(slot.getSteps(), slot.getStrides()))
        bytes +=
            stride * (tripsOf(cast<step::ForOp>(step.getParentBlock()->getParentOp()), bounds) - 1);
      auto known = current.find(offset);
      if (known == current.end() || (!isInput && !read.contains(offset))) {
        current[offset] = all.size();
        all.push_back({isInput ? 0 : now, now, bytes}); // what nobody wrote came from the caller
      } else {
        Lifetime &buffer = all[known->second];
        buffer = {buffer.from, now, std::max(buffer.bytes, bytes)};
      }
    }
    ++now;
  });
  for (int64_t offset : schedule.getResultsAt().value_or(ArrayRef<int64_t>()))
    if (auto known = current.find(offset); known != current.end())
      all[known->second].to = now - 1;
  return all;
}

/// What the plan says of itself: how far from the least, and who holds the most.
static void writePlan(llvm::raw_ostream &out, step::ScheduleOp schedule, const Entry &entry) {
  auto plan = schedule->getAttrOfType<DictionaryAttr>("memory");
  if (!plan || !entry.arena)
    return;
  auto number = [](DictionaryAttr of, StringRef name) {
    auto attribute = of.getAs<IntegerAttr>(name);
    return attribute ? double(attribute.getInt()) : 0;
  };
  double live = number(plan, "live"), rest = number(plan, "rest");
  out << "  at least " << size(live)
      << llvm::format(" are in use at the fullest moment; the arena is %.3f times that\n",
                      double(entry.arena) / live);
  out << "  gradients " << size(number(plan, "gradients")) << ", activations and workspaces "
      << size(rest);
  if (double every = number(schedule->getAttrDictionary(), "every_result"))
    out << llvm::format(", %.1f %% of the ", 100 * rest / every) << size(every)
        << " of every op's result";
  out << "\n";
  Sum again;
  size_t index = 0;
  schedule.walk([&](step::LaunchOp op) {
    if (const Launch &launch = entry.launches[index++]; op->hasAttr("again"))
      again.add(launch);
  });
  if (again.launches)
    out << "  launched again, to fit: " << again.launches << " launches, " << count(again.flops)
        << "flop, " << size(again.bytes) << " touched\n";
  auto owners = plan.getAs<ArrayAttr>("owners");
  for (size_t i = 0; owners && i < std::min<size_t>(owners.size(), 8); ++i) {
    auto owner = cast<ArrayAttr>(owners[i]);
    out << "  " << size(double(cast<IntegerAttr>(owner[1]).getInt())) << " of it  "
        << describeLocation(cast<LocationAttr>(owner[0])) << "\n";
  }
}

static void writeMemory(llvm::raw_ostream &out, step::ScheduleOp schedule, const Entry &entry,
                        const Program &program) {
  std::vector<int64_t> live(entry.launches.size(), 0);
  for (const Lifetime &buffer : lifetimesOf(schedule, program))
    for (int64_t i = buffer.from; i <= buffer.to; ++i)
      live[i] += buffer.bytes;
  out << "\nmemory of " << entry.name << " over its launches (arena " << size(entry.arena) << ")\n";
  writePlan(out, schedule, entry);
  for (size_t i = 0; i < live.size(); ++i) {
    double share = entry.arena ? std::min(1.0, double(live[i]) / double(entry.arena)) : 0;
    int width = int(50 * share + 0.5);
    out << llvm::format("  %4zu ", i) << size(live[i]) << " " << std::string(width, '#')
        << std::string(51 - width, ' ') << entry.launches[i].kernel << "\n";
  }
}

static void writeState(llvm::raw_ostream &out, const Program &program) {
  llvm::MapVector<int, std::pair<int, double>> roles;
  for (const State &state : program.states) {
    auto &[tensors, bytes] = roles[int(state.role)];
    ++tensors;
    bytes += double(state.bytes);
  }
  out << "state " << size(program.stateBytes);
  for (auto &[role, sum] : roles)
    out << ", " << name(Role(role)) << " " << size(sum.second) << " in " << sum.first;
  out << "\narena " << size(program.arenaBytes) << ", scratch " << size(program.scratchBytes)
      << " a thread\n";
}

void dlc::tool::writeReport(llvm::raw_ostream &out, ir::ProgramOp op, const Program &program) {
  size_t kernels = llvm::range_size(op.getBody().getOps<step::KernelOp>());
  out << "program " << program.name << ": " << program.entries.size() << " entries, " << kernels
      << " distinct kernels; figures at the bound";
  for (const Dim &dim : program.dims)
    out << ", " << dim.name << " = " << dim.bound;
  out << (program.bf16 ? "; products of bf16\n" : "\n");
  writeState(out, program);
  std::vector<step::ScheduleOp> schedules = schedulesOf(op);
  for (size_t i = 0; i < program.entries.size(); ++i)
    writeLaunches(out, schedules[i], program.entries[i], program);
  writeLines(out, program);
  for (size_t i = 0; i < program.entries.size(); ++i)
    writeMemory(out, schedules[i], program.entries[i], program);
}
