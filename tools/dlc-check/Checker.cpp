//===- Checker.cpp - runs entries in every way and compares ------------------------------===//
#include "tools/dlc-check/Checker.h"
#include "tools/dlc-check/Derived.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::check;

llvm::raw_ostream &Checker::fail(StringRef entry) {
  ++failures;
  return llvm::errs() << "FAILED @" << entry;
}

/// "dlc.exp, dlc.add": what an entry is about, so that a message says it.
static std::string opsOf(ir::EntryOp entry) {
  llvm::SetVector<StringRef> names;
  for (Operation &op : entry.getBody().front().without_terminator())
    names.insert(op.getName().getStringRef());
  return llvm::join(names, ", ");
}

bool Checker::prepare() {
  bool good = true;
  addInit(program);
  for (auto entry : llvm::to_vector(program.getBody().getOps<ir::EntryOp>())) {
    Wishes wishes;
    good &= readWishes(entry, wishes);
    if (entry.getSymName() == "init")
      continue;
    if (wishes.gradient > 0)
      good &= succeeded(addGradientEntries(entry));
    wished.push_back({entry.getSymName().str(), wishes});
  }
  for (auto entry : program.getBody().getOps<ir::EntryOp>()) {
    Signature &signature = signatures[entry.getSymName().str()];
    for (Value input : entry.inputArguments())
      signature.inputs.push_back(ir::typeOf(input));
    for (Value result : entry.resultValues())
      signature.results.push_back(ir::typeOf(result));
    for (Attribute name : entry.getInputs())
      signature.inputNames.push_back(cast<StringAttr>(name).str());
    for (Attribute name : entry.getResults())
      signature.resultNames.push_back(cast<StringAttr>(name).str());
    signature.ops = opsOf(entry);
  }
  return good;
}

/// Without given numbers: the smallest, the largest and one between, and crosswise for two
/// dimensions.
std::vector<Extents> Checker::extentsFor(const Wishes &wishes) {
  SmallVector<NamedAttribute> dims(program.getDims().begin(), program.getDims().end());
  auto bound = [](NamedAttribute dim) { return cast<IntegerAttr>(dim.getValue()).getInt(); };
  std::vector<Extents> all;
  auto add = [&](llvm::function_ref<int64_t(size_t)> valueOf) {
    Extents extents;
    for (size_t i = 0; i < dims.size(); ++i)
      extents.dims.push_back({dims[i].getName(), valueOf(i)});
    if (llvm::none_of(all,
                      [&](const Extents &other) { return other.values() == extents.values(); }))
      all.push_back(extents);
  };
  if (!wishes.dims.empty()) {
    add([&](size_t i) { return wishes.dims[i]; });
    return all;
  }
  add([&](size_t i) { return bound(dims[i]); });
  if (!wishes.inputs.empty() || !wishes.expect.empty())
    return all;
  add([](size_t) -> int64_t { return 1; });
  add([&](size_t i) { return bound(dims[i]) / 2 + 1; });
  add([&](size_t i) { return std::max<int64_t>(1, bound(dims[i]) - 1); });
  if (dims.size() > 1)
    for (size_t odd : {0, 1})
      add([&](size_t i) -> int64_t { return i % 2 == odd ? 1 : bound(dims[i]); });
  return all;
}

std::vector<check::Tensor> Checker::inputsFor(const Signature &signature, const Wishes &wishes,
                                              const Extents &extents) const {
  if (!wishes.inputs.empty())
    return wishes.inputs;
  std::vector<Tensor> inputs;
  for (auto [i, type] : llvm::enumerate(signature.inputs)) {
    Range range = isa<FloatType>(type.getElementType()) ? Range{-2, 2}
                  : type.getElementType().isInteger(1)  ? Range{0, 1}
                  : type.getElementType().isInteger(8)  ? Range{0, 10}
                                                        : Range{-5, 5};
    inputs.push_back(
        randomTensor(type, extents, wishes.ranges.empty() ? range : wishes.ranges[i], i));
  }
  return inputs;
}

std::optional<std::vector<check::Tensor>>
Checker::runAllWays(StringRef entry, ArrayRef<Tensor> inputs, const Extents &extents, int times) {
  const Signature &signature = signatures[entry.str()];
  for (auto [i, type] : llvm::enumerate(signature.inputs))
    if (i >= inputs.size() || inputs[i].shape != zeros(type, extents).shape ||
        inputs[i].element != type.getElementType()) {
      fail(entry) << extents.text() << ": input '" << signature.inputNames[i]
                  << "' of the test is no " << ir::describe(type) << "\n";
      return std::nullopt;
    }
  auto results = one->run(entry, inputs, signature.results, extents, times);
  if (!results) {
    fail(entry) << extents.text() << " did not run\n";
    return std::nullopt;
  }
  for (auto [instance, how] :
       {std::pair(one.get(), "run again"), std::pair(two.get(), "on 2 threads"),
        std::pair(poison.get(), "in small tiles with dead rows poisoned"),
        std::pair(poisonThree.get(), "in small tiles on 3 threads")}) {
    auto others = instance->run(entry, inputs, signature.results, extents, times);
    for (auto [i, result] : llvm::enumerate(*results)) {
      int64_t at = !others ? 0 : firstDifferentBits(result, (*others)[i]);
      if (at >= 0) {
        fail(entry) << " (" << signature.ops << ")" << extents.text() << ": result '"
                    << signature.resultNames[i] << "' " << result.place(at) << " " << how << " is ";
        if (!others)
          llvm::errs() << "missing\n";
        else
          llvm::errs() << llvm::format("%.17g, not %.17g\n", (*others)[i].get(at), result.get(at));
        break;
      }
    }
  }
  return results;
}

void Checker::compare(StringRef entry, StringRef with, ArrayRef<Tensor> results,
                      ArrayRef<Tensor> expected, double tolerance, const Extents &extents) {
  const Signature &signature = signatures[entry.str()];
  for (auto [i, result] : llvm::enumerate(results)) {
    if (i >= expected.size() || expected[i].shape != result.shape ||
        expected[i].element != result.element) {
      fail(entry) << extents.text() << ": result '" << signature.resultNames[i] << "' is a "
                  << ir::describe(RankedTensorType::get(result.shape, result.element))
                  << ", not what " << with << " has\n";
      continue;
    }
    double allowed = tolerance >= 0                   ? tolerance
                     : result.element.isF64()         ? 1e-12
                     : result.element.isF16()         ? 1e-3
                     : result.element.isBF16()        ? 1e-2
                     : isa<FloatType>(result.element) ? 2e-6
                                                      : 0;
    int64_t at = firstFar(result, expected[i], allowed);
    if (at >= 0)
      fail(entry) << " (" << signature.ops << ")" << extents.text() << ": result '"
                  << signature.resultNames[i] << "' " << result.place(at) << " is "
                  << llvm::format("%.17g", result.get(at)) << ", " << with
                  << llvm::format(" says %.17g (tolerance %g)\n", expected[i].get(at), allowed);
  }
}

void Checker::checkEntry(StringRef entry, const Wishes &wishes, const Extents &extents) {
  std::vector<Tensor> inputs = inputsFor(signatures[entry.str()], wishes, extents);
  auto results = runAllWays(entry, inputs, extents, wishes.times);
  if (!results)
    return;
  if (!wishes.expect.empty())
    compare(entry, "check.expect", *results, wishes.expect, wishes.tolerance, extents);
  if (!wishes.sameAs.empty())
    if (auto others = runAllWays(wishes.sameAs, inputs, extents))
      compare(entry, "@" + wishes.sameAs, *results, *others, wishes.tolerance, extents);
  if (wishes.gradient > 0)
    checkGradient(entry, std::move(inputs), wishes.gradient, extents);
}

int Checker::run() {
  if (!prepare())
    return 1;
  PipelineOptions options;
  options.precision = precision;
  plain = Compiled::compile(program, target, options);
  options.poisonDeadRows = true;
  poisoned = plain ? Compiled::compile(program, small, options) : nullptr;
  if (!plain || !poisoned)
    return ++failures;
  one = std::make_unique<Instance>(*plain, 1, 0);
  two = std::make_unique<Instance>(*plain, 2, DLC_POISON);
  poison = std::make_unique<Instance>(*poisoned, 1, DLC_POISON);
  poisonThree = std::make_unique<Instance>(*poisoned, 3, DLC_POISON);
  for (auto &[entry, wishes] : wished)
    for (const Extents &extents : extentsFor(wishes))
      checkEntry(entry, wishes, extents);
  return failures;
}
