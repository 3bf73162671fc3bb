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

static Fault compareProgram(ir::ProgramOp program, Target &target, const Break &planted) {
  std::vector<Entry> entries;
  for (auto entry : program.getBody().getOps<ir::EntryOp>()) {
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
  PipelineOptions none, plain, poisoned, least;
  none.optimize = false;
  poisoned.poisonDeadRows = true;
  least.limit.least = true;
  for (PipelineOptions *options : {&none, &plain, &poisoned, &least})
    options->checkPlan = true;
  auto slow = check::Compiled::compile(program, target, none);
  plant(program, planted);
  auto fast = slow ? check::Compiled::compile(program, target, plain) : nullptr;
  auto dead = fast ? check::Compiled::compile(program, target, poisoned) : nullptr;
  auto small = dead ? check::Compiled::compile(program, target, least) : nullptr;
  if (!small)
    return Fault::compile;
  check::Instance reference(*slow, 1, 0), one(*fast, 1, 0), two(*fast, 2, DLC_POISON),
      poison(*dead, 1, DLC_POISON), tight(*small, 1, DLC_POISON);

  for (const Extents &extents : extentsOf(program))
    for (const Entry &entry : entries) {
      std::vector<Tensor> inputs;
      for (auto [i, type] : llvm::enumerate(entry.inputs))
        inputs.push_back(check::randomTensor(
            type, extents, i < entry.ranges.size() ? entry.ranges[i] : check::Range{-2, 2}, i));
      Results want = reference.run(entry.name, inputs, entry.results, extents, entry.times);
      Results have = one.run(entry.name, inputs, entry.results, extents, entry.times);
      if (!want || !have)
        return Fault::run;
      for (auto [i, result] : llvm::enumerate(*have))
        if (int64_t at = firstOutside(result, (*want)[i]); at >= 0)
          return report(Fault::unoptimised, entry, extents, i, result, (*want)[i], at);
      for (auto [instance, fault] :
           {std::pair(&one, Fault::again), std::pair(&two, Fault::threads),
            std::pair(&poison, Fault::poison), std::pair(&tight, Fault::memory)}) {
        Results other = instance->run(entry.name, inputs, entry.results, extents, entry.times);
        if (!other)
          return Fault::run;
        for (auto [i, result] : llvm::enumerate(*other))
          if (int64_t at = check::firstDifferentBits(result, (*have)[i]); at >= 0)
            return report(fault, entry, extents, i, result, (*have)[i], at);
      }
    }
  return Fault::none;
}

Fault fuzz::compare(ModuleOp module, Target &target, const Break &planted) {
  OwningOpRef<ModuleOp> copy = module.clone(); // wishes are taken off, an entry is added
  for (auto program : copy->getOps<ir::ProgramOp>())
    if (Fault fault = compareProgram(program, target, planted); fault != Fault::none)
      return fault;
  return Fault::none;
}
