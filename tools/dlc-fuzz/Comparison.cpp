//===- Comparison.cpp - one program, compiled and run in several ways --------------------===//
// The bound: |optimised - unoptimised| is at most a tolerance times the largest number of the two
// tensors, or times 1 where all are smaller. The optimiser reorders no sum, so that a few roundings
// are all that differ; but gradients may multiply them.
//   f64 1e-9    f32 1e-4    f16 3e-2    bf16 1e-1    integers and bools equal
// NaN agrees with NaN and with infinity: a program that overflows says nothing.
//===--------------------------------------------------------------------------------===//
#include "tools/dlc-fuzz/Comparison.h"
#include "tools/dlc-check/Checker.h"
#include "tools/dlc-check/Derived.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"
#include <cmath>
#include <deque>

using namespace mlir;
using namespace dlc;
using namespace dlc::fuzz;
using check::Extents;
using check::Tensor;

namespace {
struct Entry {
  std::string name;
  SmallVector<RankedTensorType> inputs, results;
  std::vector<check::Range> ranges;
  int times; // calls in a row: what they leave in states is seen by the next
};
using Results = std::optional<std::vector<Tensor>>;
} // namespace

static double toleranceOf(Type element) {
  return element.isF64()    ? 1e-9
         : element.isF32()  ? 1e-4
         : element.isF16()  ? 3e-2
         : element.isBF16() ? 1e-1
                            : 0;
}

/// First element that is further off than the bound; -1 when there is none.
static int64_t firstOutside(const Tensor &lhs, const Tensor &rhs) {
  double largest = 1;
  for (const Tensor *tensor : {&lhs, &rhs})
    for (int64_t i = 0; i < tensor->size(); ++i)
      if (std::isfinite(tensor->get(i)))
        largest = std::max(largest, std::abs(tensor->get(i)));
  for (int64_t i = 0; i < lhs.size(); ++i) {
    double one = lhs.get(i), other = rhs.get(i);
    if (!std::isfinite(one) && !std::isfinite(other))
      continue;
    if (!(std::abs(one - other) <= toleranceOf(lhs.element) * largest))
      return i;
  }
  return -1;
}

static std::vector<Extents> extentsOf(ir::ProgramOp program) {
  std::vector<Extents> all;
  for (int64_t part : {1, 0, 2}) { // all, one, half
    Extents extents;
    for (NamedAttribute dim : program.getDims()) {
      int64_t bound = cast<IntegerAttr>(dim.getValue()).getInt();
      extents.dims.push_back({dim.getName(), part ? (bound + part - 1) / part : 1});
    }
    all.push_back(extents);
    if (extents.dims.empty())
      break;
  }
  return all;
}

static Fault report(Fault fault, const Entry &entry, const Extents &extents, size_t result,
                    const Tensor &have, const Tensor &want, int64_t at) {
  llvm::errs() << describe(fault) << ": @" << entry.name << extents.text() << ": result " << result
               << " " << have.place(at) << llvm::format(" is %.17g, ", have.get(at))
               << llvm::format("not %.17g\n", want.get(at));
  return fault;
}

static void plant(ir::ProgramOp program, const Break &planted) {
  SmallVector<Operation *> found;
  program.walk([&](Operation *op) {
    if (op->getName().stripDialect() == planted.from)
      found.push_back(op);
  });
  for (Operation *op : found) {
    OpBuilder b(op);
    OperationState state(op->getLoc(), "dlc." + planted.to, op->getOperands(), op->getResultTypes(),
                         op->getAttrs());
    op->replaceAllUsesWith(b.create(state));
    op->erase();
  }
}

namespace {
/// The ways in which one program is compiled. Whatever works on small parts does so in all but the
/// first two. `roomy` has a limit that is none: with one, products stay in the loop that they are
/// in, and add up in another order than one large product does.
struct Ways {
  std::unique_ptr<check::Compiled> slow, fast, small, dead, roomy, least, split;
  bool compile(ir::ProgramOp program, const Targets &targets, const Break &planted);
};

/// Instances that must all give the same bits, near to those of the unoptimised program.
class Family {
public:
  Family(const check::Compiled &way, Fault far) : far(far) { add(way, {1}, Fault::again, 0); }
  void add(const check::Compiled &way, std::initializer_list<int> threads, Fault fault,
           uint32_t flags = DLC_POISON) {
    for (int number : threads)
      members.push_back({std::make_unique<check::Instance>(way, number, flags), fault});
  }
  /// Runs all, the first one twice. The first fault.
  Fault run(const Entry &entry, const Extents &extents, ArrayRef<Tensor> inputs,
            ArrayRef<Tensor> want);

private:
  Fault far; // what is wrong if they are not near
  std::vector<std::pair<std::unique_ptr<check::Instance>, Fault>> members;
};
} // namespace

template <class Op> static bool hasAny(ir::ProgramOp program) {
  return program.walk([](Op) { return WalkResult::interrupt(); }).wasInterrupted();
}

bool Ways::compile(ir::ProgramOp program, const Targets &targets, const Break &planted) {
  auto made = [&](std::unique_ptr<check::Compiled> &way, Target &target, PipelineOptions options) {
    options.checkPlan = true;
    way = check::Compiled::compile(program, target, options);
    return way != nullptr;
  };
  if (!made(slow, targets.usual, {.optimize = false}))
    return false;
  plant(program, planted);
  return made(fast, targets.usual, {}) && made(small, targets.small, {}) &&
         made(dead, targets.small, {.poisonDeadRows = true}) &&
         (!hasAny<ir::ScanOp>(program) ||
          made(roomy, targets.small, {.limit = {.bytes = uint64_t{1} << 40}})) &&
         made(least, targets.small, {.limit = {.least = true}}) &&
         (!hasAny<ir::ConvOp>(program) ||
          made(split, targets.small, {.splitAlways = true, .winograd = Winograd::always}));
}

Fault Family::run(const Entry &entry, const Extents &extents, ArrayRef<Tensor> inputs,
                  ArrayRef<Tensor> want) {
  auto compare = [&](Fault fault, ArrayRef<Tensor> have, ArrayRef<Tensor> with,
                     function_ref<int64_t(const Tensor &, const Tensor &)> firstBad) {
    for (auto [i, result] : llvm::enumerate(have))
      if (int64_t at = firstBad(result, with[i]); at >= 0)
        return report(fault, entry, extents, i, result, with[i], at);
    return Fault::none;
  };
  auto result = [&](check::Instance &instance) {
    return instance.run(entry.name, inputs, entry.results, extents, entry.times);
  };
  Results first = result(*members.front().first);
  if (!first)
    return Fault::run;
  Fault fault = compare(far, *first, want, firstOutside);
  for (size_t i = 0; i < members.size() && fault == Fault::none; ++i) {
    Results other = result(*members[i].first);
    fault =
        other ? compare(members[i].second, *other, *first, check::firstDifferentBits) : Fault::run;
  }
  return fault;
}

static Fault compareProgram(ir::ProgramOp program, const Targets &targets, const Break &planted) {
  std::vector<Entry> entries;
  for (auto entry : program.getBody().getOps<ir::EntryOp>()) {
    if (entry.getSymName() == "init") // nobody calls it by name
      continue;
    check::Wishes wishes;
    if (!check::readWishes(entry, wishes))
      return Fault::compile;
    Entry &known =
        entries.emplace_back(Entry{entry.getSymName().str(), {}, {}, wishes.ranges, wishes.times});
    for (Value input : entry.inputArguments())
      known.inputs.push_back(ir::typeOf(input));
    for (Value result : entry.resultValues())
      known.results.push_back(ir::typeOf(result));
  }
  check::addInit(program);
  Ways ways;
  if (!ways.compile(program, targets, planted))
    return Fault::compile;
  check::Instance reference(*ways.slow, 1, 0);
  std::deque<Family> families; // that references into it last
  Family &usual = families.emplace_back(*ways.fast, Fault::unoptimised);
  usual.add(*ways.small, {1}, Fault::small);
  // On so many threads that there is no part for each, joined launches run one by one.
  usual.add(*ways.small, {2, 3, 13}, Fault::threads, 0);
  usual.add(*ways.small, {2}, Fault::threads); // parts one by one
  usual.add(*ways.dead, {1, 2}, Fault::poison);
  Family &limited = ways.roomy ? families.emplace_back(*ways.roomy, Fault::limit) : usual;
  limited.add(*ways.least, {1, 2}, Fault::memory);
  if (ways.split)
    families.emplace_back(*ways.split, Fault::split).add(*ways.split, {2}, Fault::threads);

  for (const Extents &extents : extentsOf(program))
    for (const Entry &entry : entries) {
      std::vector<Tensor> inputs;
      for (auto [i, type] : llvm::enumerate(entry.inputs))
        inputs.push_back(check::randomTensor(
            type, extents, i < entry.ranges.size() ? entry.ranges[i] : check::Range{-2, 2}, i));
      Results want = reference.run(entry.name, inputs, entry.results, extents, entry.times);
      if (!want)
        return Fault::run;
      for (Family &family : families)
        if (Fault fault = family.run(entry, extents, inputs, *want); fault != Fault::none)
          return fault;
    }
  return Fault::none;
}

Fault fuzz::compare(ModuleOp module, const Targets &targets, const Break &planted) {
  OwningOpRef<ModuleOp> copy = module.clone(); // wishes are taken off, an entry is added
  for (auto program : copy->getOps<ir::ProgramOp>())
    if (Fault fault = compareProgram(program, targets, planted); fault != Fault::none)
      return fault;
  return Fault::none;
}
