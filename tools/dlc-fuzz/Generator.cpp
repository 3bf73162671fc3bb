//===- Generator.cpp - random small programs ----------------------------------------------===//
// Numbers are kept tame, so that two ways to compute them stay close: a value that may be large
// goes through tanh, and what jumps (floor, comparisons, the place of a maximum) looks only at
// numbers that no rounding has touched.
#include "tools/dlc-fuzz/Generator.h"
#include "ir/graph/expr/Expr.h"
#include <algorithm>

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;
using namespace dlc::fuzz;

Generator::Generator(Random &random, Block *block, ArrayRef<Axis> axes, bool isEntry)
    : random(random),
      b(UnknownLoc::get(block->getParentOp()->getContext()), block->getParentOp()->getContext()),
      block(block), axes(axes), isEntry(isEntry) {
  b.setInsertionPointToEnd(block);
}

void Generator::addArgument(Value value, double bound) { nodes.push_back({value, bound, true}); }

std::optional<Node> Generator::pick(function_ref<bool(const Node &)> suits) {
  std::vector<size_t> suitable;
  for (auto [i, node] : llvm::enumerate(nodes))
    if (suits(node))
      suitable.push_back(i);
  if (suitable.empty())
    return std::nullopt;
  int64_t count = suitable.size();
  return nodes[suitable[std::max(random.below(count), random.below(count))]]; // rather a late one
}

std::optional<Node> Generator::pickFloat() {
  return pick([](const Node &node) { return isFloat(node); });
}

std::optional<Node> Generator::input(RankedTensorType type, check::Range range) {
  if (!isEntry)
    return std::nullopt;
  ranges.push_back(range);
  Value value = block->addArgument(type, b.getLoc());
  nodes.push_back({value, std::max(std::abs(range.low), std::abs(range.high)), true});
  return nodes.back();
}

Value Generator::create(StringRef name, ValueRange operands, Type type) {
  OperationState state(b.getLoc(), ("dlc." + name).str(), operands, type);
  return b.create(state)->getResult(0);
}

Value Generator::number(double value, RankedTensorType type) { return emitNumber(b, value, type); }

bool Generator::keep(Value value, double bound, bool exact) {
  RankedTensorType type = typeOf(value);
  bool large = bound > (isHalf(type.getElementType()) ? 8 : 40);
  if (isFloat(type.getElementType()) && large) {
    value = create("tanh", value, type);
    bound = 1;
    exact = false;
  }
  nodes.push_back({value, bound, exact});
  return true;
}

Node Generator::splat(RankedTensorType type) {
  static const double floats[] = {0, 1, -1, 2, 0.5, -0.25, 3};
  static const double ints[] = {0, 1, 2, 3};
  double value = isFloat(type.getElementType())       ? random.of(floats)
                 : type.getElementType().isInteger(1) ? random.below(2)
                                                      : random.of(ints);
  return {number(value, type), std::abs(value), true};
}

Node Generator::partner(RankedTensorType type) {
  if (random.percent(75))
    if (auto node = pick([&](const Node &node) { return node.type() == type; }))
      return *node;
  if (random.percent(50)) { // one of fewer dims, repeated along the others
    SmallVector<LiveDim> live = liveOf(type), fewer;
    SmallVector<int64_t> shape, dims;
    for (int64_t dim = 0; dim < type.getRank(); ++dim)
      if (random.percent(50)) {
        dims.push_back(dim);
      } else {
        shape.push_back(type.getDimSize(dim));
        fewer.push_back(live[dim]);
      }
    RankedTensorType small = tensorOf(shape, fewer, type.getElementType());
    auto node = pick([&](const Node &node) { return node.type() == small; });
    if (!node && isFloat(type.getElementType()))
      node = input(small, {-2, 2});
    if (node && !dims.empty()) {
      Value value = BroadcastOp::create(b, type, node->value, dims);
      return {value, node->bound, node->exact};
    }
    if (node)
      return *node;
  }
  return splat(type);
}

Type Generator::randomFloat() {
  int64_t choice = random.below(20);
  if (choice < 9)
    return b.getF32Type();
  return choice < 17 ? Type(b.getF64Type()) : choice < 19 ? Type(b.getBF16Type()) : b.getF16Type();
}

RankedTensorType Generator::randomType(Type element, int64_t maxRank) {
  SmallVector<int64_t> shape;
  SmallVector<LiveDim> live;
  int64_t size = 1;
  for (int64_t rank = random.below(maxRank + 1); rank > 0; --rank) {
    Axis axis = random.of(axes);
    if (size * axis.size > 1000)
      break;
    size *= axis.size;
    shape.push_back(axis.size);
    live.push_back(axis.live);
  }
  return tensorOf(shape, live, element);
}

void Generator::grow(int count) {
  using Add = bool (Generator::*)();
  static const std::pair<Add, int> families[] = {
      {&Generator::addUnary, 8},     {&Generator::addGuarded, 4}, {&Generator::addBinary, 14},
      {&Generator::addInteger, 2},   {&Generator::addCompare, 2}, {&Generator::addSelect, 3},
      {&Generator::addConvert, 3},   {&Generator::addPermute, 4}, {&Generator::addReshape, 5},
      {&Generator::addBroadcast, 4}, {&Generator::addSlice, 3},   {&Generator::addPad, 3},
      {&Generator::addReverse, 2},   {&Generator::addConcat, 3},  {&Generator::addWindows, 1},
      {&Generator::addReduce, 7},    {&Generator::addArgmax, 1},  {&Generator::addCumulate, 2},
      {&Generator::addContract, 5},  {&Generator::addConv, 2},    {&Generator::addMaxPool, 1},
      {&Generator::addGather, 2},    {&Generator::addScatter, 2}, {&Generator::addScan, 2},
      {&Generator::addCond, 1}};
  int total = 0;
  for (auto [add, weight] : families)
    total += weight;
  for (int tries = 20 * count; count > 0 && tries > 0; --tries) {
    int64_t at = random.below(total);
    for (auto [add, weight] : families)
      if ((at -= weight) < 0) {
        count -= (this->*add)();
        break;
      }
  }
}

std::vector<Node> Generator::unread() const {
  std::vector<Node> found;
  for (const Node &node : llvm::reverse(nodes))
    if (node.value.use_empty() && !isa<BlockArgument>(node.value))
      found.push_back(node);
  return found;
}

bool Generator::addBackward() {
  Value loss;
  for (const Node &node : unread()) {
    if (!isFloat(node))
      continue;
    Value square = MulOp::create(b, node.value, node.value);
    auto dims = llvm::to_vector(llvm::seq<int64_t>(0, node.rank()));
    Value sum = dims.empty() ? square : ReduceSumOp::create(b, square, dims).getResult();
    if (!loss) {
      loss = sum;
      continue;
    }
    if (sum.getType() != loss.getType())
      sum = ConvertOp::create(b, loss.getType(), sum);
    loss = AddOp::create(b, loss, sum);
  }
  // Only what the loss depends on: no gradient is an error of its own.
  SetVector<Value> before;
  if (loss)
    before.insert(loss);
  for (size_t i = 0; i < before.size(); ++i)
    if (Operation *op = before[i].getDefiningOp())
      for (Value operand : op->getOperands())
        if (isFloat(typeOf(operand).getElementType()))
          before.insert(operand);
  SmallVector<Value> wrt;
  for (const Node &node : nodes)
    if (isFloat(node) && before.contains(node.value) &&
        (isa<BlockArgument>(node.value) ? random.percent(70) : random.percent(5)))
      wrt.push_back(node.value);
  if (wrt.empty())
    return false;
  auto backward = BackwardOp::create(b, loss, wrt);
  for (Value grad : backward.getGrads())
    nodes.push_back({grad, 1, false});
  return true;
}

OwningOpRef<ModuleOp> fuzz::randomProgram(MLIRContext *context, uint64_t seed) {
  Random random(seed);
  ImplicitLocOpBuilder b(UnknownLoc::get(context), context);
  static const int64_t bounds[] = {2, 3, 5, 7, 8, 9, 16, 17, 33};
  static const int64_t sizes[] = {1, 2, 3, 4, 5, 6, 7, 8, 17};
  SmallVector<NamedAttribute> dims;
  std::vector<Axis> axes;
  for (StringRef name : {"m", "n"})
    if (random.percent(70)) {
      int64_t bound = random.of(bounds);
      dims.push_back(b.getNamedAttr(name, b.getI64IntegerAttr(bound)));
      axes.push_back({bound, {b.getStringAttr(name)}});
    }
  for (int i = 0; i < 3; ++i)
    axes.push_back({random.of(sizes), {}});

  OwningOpRef<ModuleOp> module = ModuleOp::create(b.getLoc());
  b.setInsertionPointToEnd(module->getBody());
  auto program = ProgramOp::create(b, "fuzz", b.getDictionaryAttr(dims));
  b.setInsertionPointToEnd(&program.getBody().emplaceBlock());
  auto entry =
      EntryOp::create(b, "f", b.getStrArrayAttr({}), b.getArrayAttr({}), b.getStrArrayAttr({}));
  Block *body = &entry.getBody().emplaceBlock();

  Generator generator(random, body, axes, /*isEntry=*/true);
  generator.start();
  generator.grow(random.between(3, 14));
  if (random.percent(45) && generator.addBackward())
    if (random.percent(40)) {
      generator.grow(random.between(1, 3));
      if (random.percent(40))
        generator.addBackward();
    }

  std::vector<Node> unread = generator.unread();
  SmallVector<Value> results;
  for (const Node &node : unread)
    if (results.empty() || random.percent(60))
      results.push_back(node.value);
  b.setInsertionPointToEnd(body);
  YieldOp::create(b, results);

  auto names = [&](StringRef stem, size_t count) {
    std::vector<std::string> list;
    for (size_t i = 0; i < count; ++i)
      list.push_back(stem.str() + std::to_string(i));
    return b.getStrArrayAttr(SmallVector<StringRef>(list.begin(), list.end()));
  };
  entry.setInputsAttr(names("x", body->getNumArguments()));
  entry.setResultsAttr(names("y", results.size()));
  SmallVector<Attribute> ranges;
  for (check::Range range : generator.ranges)
    ranges.push_back(b.getF64ArrayAttr({range.low, range.high}));
  entry->setDiscardableAttr("check.ranges", b.getArrayAttr(ranges));
  return module;
}

void Generator::start() {
  Type element = randomFloat();
  for (int64_t i = random.between(1, 3); i > 0; --i)
    input(randomType(random.percent(80) ? element : randomFloat(), 4), {-2, 2});
  if (random.percent(30))
    input(randomType(b.getI64Type(), 3), {-3, 6});
}
