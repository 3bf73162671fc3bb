//===- RandomProgram.cpp - the program of a seed -------------------------------------------===//
// Dimensions, an entry that a Generator fills, states that the entry reads and writes, and streams
// of random numbers.
#include "tools/dlc-fuzz/Generator.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;
using namespace dlc::fuzz;

namespace {
class ProgramBuilder {
public:
  ProgramBuilder(MLIRContext *context, uint64_t seed)
      : random(seed), b(UnknownLoc::get(context), context) {}
  OwningOpRef<ModuleOp> build();

private:
  DictionaryAttr makeDims();
  /// Declares one, makes it an argument of the entry, and gives that.
  Value state(StringRef role, RankedTensorType type, StringRef kind = "");
  void addStates(Generator &generator);
  /// Steps of momentum, the same for every parameter, with a rate that is a setting.
  void train(Generator &generator);
  void openStream(Generator &generator);
  ArrayAttr names(StringRef stem, size_t count);

  Random random;
  ImplicitLocOpBuilder b;
  std::vector<Axis> axes;
  ProgramOp program;
  EntryOp entry;
  SmallVector<Attribute> states;
  std::vector<std::pair<Value, bool>> arguments; // of states, and whether they change
  std::vector<std::pair<Value, Value>> trained;  // parameters and their moments
  DenseMap<Value, Value> left;                   // by training, in a state
};
} // namespace

DictionaryAttr ProgramBuilder::makeDims() {
  static const int64_t bounds[] = {2, 3, 5, 7, 8, 9, 16, 17, 33};
  static const int64_t sizes[] = {1, 1, 2, 3, 4, 5, 6, 7, 8, 17, 50, 67};
  SmallVector<NamedAttribute> dims;
  for (StringRef name : {"m", "n"})
    if (random.percent(70)) {
      int64_t bound = random.of(bounds);
      dims.push_back(b.getNamedAttr(name, b.getI64IntegerAttr(bound)));
      axes.push_back({bound, {b.getStringAttr(name)}});
    }
  for (int i = 0; i < 3; ++i)
    axes.push_back({random.of(sizes), {}});
  if (random.percent(6))
    axes.back().size = 0;
  return b.getDictionaryAttr(dims);
}

ArrayAttr ProgramBuilder::names(StringRef stem, size_t count) {
  std::vector<std::string> list;
  for (size_t i = 0; i < count; ++i)
    list.push_back(stem.str() + std::to_string(i));
  return b.getStrArrayAttr(SmallVector<StringRef>(list.begin(), list.end()));
}

Value ProgramBuilder::state(StringRef role, RankedTensorType type, StringRef kind) {
  OpBuilder before(entry);
  std::string name = (kind + "s" + Twine(states.size() - !kind.empty())).str();
  StateOp::create(before, b.getLoc(), name, type, role);
  states.push_back(FlatSymbolRefAttr::get(b.getContext(), name));
  return entry.getBody().front().addArgument(type, b.getLoc());
}

/// A number of calls among them now and then; states have no dynamic dims.
void ProgramBuilder::addStates(Generator &generator) {
  static const StringRef roles[] = {"param", "param", "buffer", "optimizer"};
  Type element = random.percent(60) ? Type(b.getF32Type()) : b.getF64Type();
  bool withMoments = random.percent(50);
  for (int64_t i = random.between(1, 4); i > 0; --i) {
    bool counts = random.percent(15);
    SmallVector<int64_t> shape;
    for (int64_t rank = counts ? 0 : random.below(4); rank > 0; --rank)
      shape.push_back(axes[axes.size() - 1 - random.below(3)].size);
    auto type = RankedTensorType::get(shape, counts ? Type(b.getI64Type()) : element);
    if (type.getNumElements() > 400)
      continue;
    bool trains = withMoments && !counts;
    Value argument = state(trains ? roles[0] : random.of(roles), type);
    arguments.push_back({argument, true});
    generator.addArgument(argument, counts ? 3 : 1, /*exact=*/counts);
    if (!trains)
      continue;
    Value moment = state("optimizer", type, "moment.");
    arguments.push_back({moment, true});
    trained.push_back({argument, moment});
  }
}

void ProgramBuilder::train(Generator &generator) {
  if (trained.empty())
    return;
  OpBuilder before(entry);
  SettingOp::create(before, b.getLoc(), "rate", b.getF64FloatAttr(0.25));
  b.setInsertionPointToEnd(&entry.getBody().front());
  auto scalar = RankedTensorType::get({}, b.getF64Type());
  Value setting = SettingValueOp::create(b, scalar, "rate");
  for (auto [parameter, moment] : trained) {
    Value gradient = generator.gradientOf(parameter);
    if (!gradient)
      continue;
    RankedTensorType type = typeOf(parameter);
    Value rate = ConvertOp::create(b, RankedTensorType::get({}, type.getElementType()), setting);
    auto dims = llvm::to_vector(llvm::seq<int64_t>(0, type.getRank()));
    if (!dims.empty())
      rate = BroadcastOp::create(b, type, rate, dims);
    Value bounded = TanhOp::create(b, gradient);
    Value change = SubOp::create(b, bounded, moment);
    Value scaled = MulOp::create(b, change, rate);
    left[moment] = AddOp::create(b, moment, scaled);
    Value step = MulOp::create(b, left[moment], rate);
    left[parameter] = SubOp::create(b, parameter, step);
  }
}

/// The seed and the call are states, as in the frontend, or numbers.
void ProgramBuilder::openStream(Generator &generator) {
  auto scalar = RankedTensorType::get({}, b.getI64Type());
  if (random.percent(60)) {
    Value seed = state("rng", scalar), call = state("rng", scalar);
    arguments.push_back({seed, false});
    arguments.push_back({call, true});
    generator.open({seed, call, Value()});
    return;
  }
  b.setInsertionPointToEnd(&entry.getBody().front());
  Value seed = SplatOp::create(b, scalar, b.getI64IntegerAttr(random.below(1 << 30)));
  Value call = SplatOp::create(b, scalar, b.getI64IntegerAttr(random.below(100)));
  generator.open({seed, call, Value()});
}

OwningOpRef<ModuleOp> ProgramBuilder::build() {
  OwningOpRef<ModuleOp> module = ModuleOp::create(b.getLoc());
  DictionaryAttr dims = makeDims();
  b.setInsertionPointToEnd(module->getBody());
  program = ProgramOp::create(b, "fuzz", dims);
  b.setInsertionPointToEnd(&program.getBody().emplaceBlock());
  entry = EntryOp::create(b, "f", b.getStrArrayAttr({}), b.getArrayAttr({}), b.getStrArrayAttr({}));
  Block *body = &entry.getBody().emplaceBlock();

  Generator generator(random, body, axes);
  generator.start();
  if (random.percent(35))
    addStates(generator);
  if (random.percent(30))
    openStream(generator);
  generator.grow(random.between(3, 11));
  if (random.percent(trained.empty() ? 45 : 80) && generator.addBackward())
    if (random.percent(40)) {
      generator.grow(random.between(1, 3));
      if (random.percent(40))
        generator.addBackward();
    }

  train(generator);
  SmallVector<Value> results, after;
  for (const Node &node : generator.unread())
    if (results.empty() || random.percent(60))
      results.push_back(node.value);
  for (auto [before, changes] : arguments) {
    Value value = left.lookup(before);
    if (!value)
      value = changes ? generator.nextState(before) : before;
    after.push_back(value);
    if (results.empty() || random.percent(50))
      results.push_back(value);
  }
  entry.setInputsAttr(names("x", generator.ranges.size()));
  entry.setStatesAttr(b.getArrayAttr(states));
  entry.setResultsAttr(names("y", results.size()));
  results.append(after);
  b.setInsertionPointToEnd(body);
  YieldOp::create(b, results);
  SmallVector<Attribute> ranges;
  for (check::Range range : generator.ranges)
    ranges.push_back(b.getF64ArrayAttr({range.low, range.high}));
  entry->setDiscardableAttr("check.ranges", b.getArrayAttr(ranges));
  if (!states.empty())
    entry->setDiscardableAttr("check.times", b.getI64IntegerAttr(3));
  return module;
}

OwningOpRef<ModuleOp> fuzz::randomProgram(MLIRContext *context, uint64_t seed) {
  return ProgramBuilder(context, seed).build();
}
