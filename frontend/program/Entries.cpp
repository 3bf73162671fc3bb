//===- Entries.cpp - entries and what may be said about them --------------===//
#include "frontend/nn/ModuleTree.h"
#include "frontend/trace/Tracer.h"
#include "llvm/ADT/StringExtras.h"

using namespace mlir;

namespace dlc {
EntryTrace &Tracer::addEntry(StringRef name) {
  b.setInsertionPointToEnd(&program.getBody().front());
  b.setLoc(here());
  auto entry = std::make_unique<EntryTrace>();
  entry->serial = int(entries.size());
  entry->name = name.str();
  entry->op = ir::EntryOp::create(b, name, b.getStrArrayAttr({}), b.getArrayAttr({}),
                                  b.getStrArrayAttr({}));
  b.setInsertionPointToEnd(&entry->op.getBody().emplaceBlock());
  entries.push_back(std::move(entry));
  return *entries.back();
}

/// Names become names of C functions and of keys.
static void checkName(const char *what, StringRef name) {
  bool good = !name.empty() && !llvm::isDigit(name[0]) &&
              llvm::all_of(name, [](char c) { return llvm::isAlnum(c) || c == '_'; });
  if (!good)
    fail(Twine(what) + " `" + name +
         "`; a name is made of letters, digits and _, and begins with no digit");
}

/// Modes at the entry's begin; one entry at a time.
static ModuleTree::Modes savedModes;

detail::EntryScope::EntryScope(const char *name, std::initializer_list<InputSpec> specs) {
  Tracer &t = tracer();
  if (t.open)
    fail("entry `" + Twine(name) + "` inside entry `" + t.open->name +
         "`; entries stand side by side");
  checkName("entry", name);
  for (auto &entry : t.entries)
    if (entry->name == name)
      fail(entry->serial
               ? "two entries `" + Twine(name) + "`; a name is unique"
               : Twine("entry `init`; the compiler makes that one, of the initial values"));
  if (specs.size() > maxInputs)
    fail("entry `" + Twine(name) + "` of " + Twine(specs.size()) +
         " inputs; an entry takes at most " + Twine(maxInputs));
  t.modules->checkListings();
  savedModes = t.modules->modes();

  SmallVector<RankedTensorType> types;
  SmallVector<std::string> names;
  for (const InputSpec &spec : specs) {
    types.push_back(t.typeOf(spec.shape, spec.dtype));
    std::string input = spec.name ? spec.name : "x" + std::to_string(names.size());
    checkName("input", input);
    if (llvm::is_contained(names, input))
      fail("two inputs `" + Twine(input) + "` of entry `" + Twine(name) + "`; a name is unique");
    names.push_back(input);
  }
  t.open = &t.addEntry(name);
  Location place = t.here();
  Tensor *next = inputs;
  for (RankedTensorType type : types)
    *next++ = t.tensorOf(t.open->op.getBody().addArgument(type, place));
  t.open->op.setInputsAttr(t.b.getStrArrayAttr(SmallVector<StringRef>(names.begin(), names.end())));
}

detail::EntryScope::~EntryScope() {
  Tracer &t = tracer();
  if (!t.open)
    return;
  t.modules->restore(savedModes);
  t.open = nullptr;
  t.b.setInsertionPointToEnd(&t.entry().op.getBody().front());
}

void detail::EntryScope::checkArguments(int taken) {
  Tracer &t = tracer();
  int described = int(t.open->op.getInputs().size());
  if (taken != described)
    fail("entry `" + Twine(t.open->name) + "` describes " + Twine(described) +
         " inputs and its function takes " + Twine(taken) + " Tensors; there is one for each");
}

static void finishEntry(ArrayRef<Result> results) {
  Tracer &t = tracer();
  EntryTrace &entry = *t.open;
  SmallVector<StringRef> names;
  SmallVector<Value> yielded;
  for (const Result &result : results) {
    checkName("result", result.name);
    if (llvm::is_contained(names, result.name))
      fail("two results `" + Twine(result.name) + "` of entry `" + entry.name +
           "`; a name is unique");
    names.push_back(result.name);
    yielded.push_back(t.valueOf(result.tensor));
  }
  entry.op.setResultsAttr(t.b.getStrArrayAttr(names));
  for (auto &[state, use] : entry.states)
    yielded.push_back(use.current);
  t.b.setLoc(t.here());
  ir::YieldOp::create(t.b, yielded);
}

void detail::EntryScope::finish() { finishEntry({}); }

void detail::EntryScope::finish(const Tensor &result) {
  Tracer &t = tracer();
  bool isLoss = t.open->loss && t.valueOf(result) == t.open->loss;
  finishEntry(Result{isLoss ? "loss" : "y0", result});
}

void detail::EntryScope::finish(const Results &results) {
  finishEntry(ArrayRef(results.entries, results.count));
}

Results::Results(std::initializer_list<Result> list) {
  if (list.size() > maxResults)
    fail("an entry of " + Twine(list.size()) + " results; it has at most " +
         Twine(int(maxResults)));
  for (const Result &result : list)
    entries[count++] = result;
}

void fit(const Fit &options) {
  Tracer &t = tracer();
  if (t.open)
    fail("`fit` inside entry `" + Twine(t.open->name) + "`; it stands behind the entries");
  if (t.fitOptions)
    fail("`fit` twice; a program has one epoch loop");
  if (!options.train.name)
    fail("`fit` without a train entry; hint: fit({.train = entry(...), ...})");
  if (!options.data.symbol[0])
    fail("`fit` without data; hint: .data = data::FashionMnist{}, or data::custom(\"name\")");
  if (options.batch_size < 1 || options.epochs < 1)
    fail("`fit` with a batch size of " + Twine(options.batch_size) + " and " +
         Twine(options.epochs) + " epochs; both are at least 1");
  StringRef data = options.data.symbol;
  data.consume_front("dlc_dataset_");
  NamedAttrList attrs;
  attrs.append("train", t.b.getStringAttr(options.train.name));
  if (options.eval.name)
    attrs.append("eval", t.b.getStringAttr(options.eval.name));
  if (options.predict.name)
    attrs.append("predict", t.b.getStringAttr(options.predict.name));
  attrs.append("data", t.b.getStringAttr(data));
  attrs.append("batch_size", t.b.getI64IntegerAttr(options.batch_size));
  attrs.append("epochs", t.b.getI64IntegerAttr(options.epochs));
  attrs.append("seed", t.b.getI64IntegerAttr(int64_t(options.seed)));
  t.fitOptions = attrs.getDictionary(&t.context);
}
} // namespace dlc
