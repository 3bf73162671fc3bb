//===- Reducer.cpp - makes a failing program small ----------------------------------------===//
// Every step is tried on a copy, which must verify and fail in the same way to be kept. A step that
// makes no sense (a size changed that an attribute also says) is refused by the verifier, so that
// none has to know the rules of the ops.
#include "tools/dlc-fuzz/Reducer.h"
#include "ir/graph/Dialect.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Verifier.h"
#include "tools/dlc-fuzz/ReduceSteps.h"
#include <set>

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;
using namespace dlc::fuzz;

/// The entry that is reduced: a failing program has one.
static EntryOp entryOf(ModuleOp module) {
  auto program = *module.getOps<ProgramOp>().begin();
  return *program.getBody().getOps<EntryOp>().begin();
}

namespace {
class Reducer {
public:
  Reducer(OwningOpRef<ModuleOp> module, function_ref<bool(ModuleOp)> fails, int tries)
      : module(std::move(module)), fails(fails), tries(tries) {}

  OwningOpRef<ModuleOp> run() {
    for (bool changed = true; changed && tries > 0;) {
      changed = dropStates();
      changed |= dropResults();
      changed |= dropOps();
      changed |= shrink();
    }
    return std::move(module);
  }

private:
  /// Keeps what `change` makes of a copy if that is still a program and fails.
  bool attempt(function_ref<bool(EntryOp)> change) {
    if (tries <= 0)
      return false;
    OwningOpRef<ModuleOp> copy = module->clone();
    {
      ScopedDiagnosticHandler silent(copy->getContext(), [](Diagnostic &) {});
      if (!change(entryOf(*copy)))
        return false;
      sweep(entryOf(*copy));
      if (failed(verify(*copy)))
        return false;
    }
    --tries;
    if (!fails(*copy))
      return false;
    module = std::move(copy);
    return true;
  }

  bool dropStates() {
    bool changed = attempt(callOnce);
    for (size_t i = entryOf(*module).getStates().size(); i-- > 0;) {
      bool gone = attempt([&](EntryOp entry) { return dropState(entry, i); });
      changed |= gone || attempt([&](EntryOp entry) { return keepState(entry, i); });
    }
    return changed;
  }

  bool dropResults() {
    bool changed = false;
    for (size_t i = entryOf(*module).getResults().size(); i-- > 0;)
      changed |= attempt([&](EntryOp entry) { return dropResult(entry, i); });
    for (size_t i = 0; i < entryOf(*module).terminator()->getNumOperands(); ++i)
      for (size_t operand = 0; operand < 2; ++operand)
        changed |= attempt([&](EntryOp entry) { return giveOperand(entry, i, operand); });
    return changed;
  }

  bool dropOps() {
    bool changed = false;
    for (size_t i = opsOf(entryOf(*module)).size(); i-- > 0;) {
      auto ops = opsOf(entryOf(*module));
      if (i >= ops.size())
        continue;
      unsigned ways = 2 + ops[i]->getNumOperands(), results = ops[i]->getNumResults();
      bool gone = false;
      for (unsigned result = 0; result < results; ++result)
        for (unsigned way = 0; way < ways && !gone; ++way)
          gone = attempt([&](EntryOp entry) { return replace(entry, i, result, way); });
      changed |= gone;
    }
    return changed;
  }

  bool shrink() {
    bool changed = false;
    auto program = entryOf(*module)->getParentOfType<ProgramOp>();
    SmallVector<NamedAttribute> dims(program.getDims().begin(), program.getDims().end());
    for (NamedAttribute dim : dims) {
      int64_t bound = cast<IntegerAttr>(dim.getValue()).getInt();
      for (int64_t to : {int64_t(0), int64_t(1), int64_t(2), bound / 2, bound - 1})
        if (to < bound && (to || bound)) {
          bool done = attempt([&](EntryOp entry) { return shrinkDim(entry, dim.getName(), to); });
          changed |= done;
          if (done)
            break;
        }
    }
    std::set<int64_t> sizes;
    for (Operation *op : opsOf(entryOf(*module)))
      for (Type type : op->getResultTypes())
        for (auto [size, live] : llvm::zip(cast<RankedTensorType>(type).getShape(),
                                           liveOf(cast<RankedTensorType>(type))))
          if (!live.symbol && size > 1)
            sizes.insert(size);
    for (int64_t from : llvm::reverse(sizes))
      for (int64_t to : {int64_t(1), int64_t(2), from / 2, from - 1})
        if (to > 0 && to < from) {
          bool done = attempt([&](EntryOp entry) {
            shrinkSize(entry, from, to);
            return true;
          });
          changed |= done;
          if (done)
            break;
        }
    return changed;
  }

  OwningOpRef<ModuleOp> module;
  function_ref<bool(ModuleOp)> fails;
  int tries;
};
} // namespace

OwningOpRef<ModuleOp> fuzz::reduce(OwningOpRef<ModuleOp> module, function_ref<bool(ModuleOp)> fails,
                                   int tries) {
  return Reducer(std::move(module), fails, tries).run();
}
