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

Generator::Generator(Random &random, Block *block, ArrayRef<Axis> axes, int depth)
    : random(random),
      b(UnknownLoc::get(block->getParentOp()->getContext()), block->getParentOp()->getContext()),
      block(block), axes(axes), depth(depth) {
  b.setInsertionPointToEnd(block);
}

void Generator::addArgument(Value value, double bound, bool exact) {
  nodes.push_back({value, bound, exact});
}

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
  if (depth > 0)
    return std::nullopt;
  // Before the states.
  Value value = block->insertArgument(unsigned(ranges.size()), type, b.getLoc());
  ranges.push_back(range);
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
      {&Generator::addUnary, 8},      {&Generator::addGuarded, 4},
      {&Generator::addBinary, 14},    {&Generator::addInteger, 2},
      {&Generator::addCompare, 2},    {&Generator::addSelect, 3},
      {&Generator::addConvert, 3},    {&Generator::addPermute, 4},
      {&Generator::addReshape, 5},    {&Generator::addBroadcast, 4},
      {&Generator::addSlice, 3},      {&Generator::addPad, 3},
      {&Generator::addReverse, 2},    {&Generator::addConcat, 3},
      {&Generator::addWindows, 1},    {&Generator::addReduce, 7},
      {&Generator::addArgmax, 1},     {&Generator::addCumulate, 2},
      {&Generator::addContract, 5},   {&Generator::addConv, 2},
      {&Generator::addMaxPool, 1},    {&Generator::addGather, 2},
      {&Generator::addScatter, 2},    {&Generator::addScan, 2},
      {&Generator::addCond, 1},       {&Generator::addWhile, 1},
      {&Generator::addCheckpoint, 1}, {&Generator::addCustomGradient, 1},
      {&Generator::addRandom, 1},     {&Generator::addDropout, 2},
      {&Generator::addConstant, 1},   {&Generator::addIota, 1},
      {&Generator::addRecurrence, 2}};
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
  for (auto [x, grad] : llvm::zip(wrt, backward.getGrads())) {
    nodes.push_back({grad, 1, false});
    gradients.push_back({x, grad});
  }
  return true;
}

Value Generator::gradientOf(Value x) const {
  for (auto [of, gradient] : llvm::reverse(gradients))
    if (of == x)
      return gradient;
  return Value();
}

Value Generator::nextState(Value before) {
  RankedTensorType type = typeOf(before);
  if (!isFloat(type.getElementType())) // counts calls
    return create("add", {before, number(1, type)}, type);
  auto node = pick(
      [&](const Node &node) { return node.type() == type && !isa<BlockArgument>(node.value); });
  Value with = node ? node->value : partner(type).value;
  switch (random.below(5)) {
  case 0:
    return before;
  case 1:
    return with;
  case 2: { // as an average moves
    Value kept = create("mul", {before, number(0.75, type)}, type);
    Value bounded = create("tanh", with, type);
    Value added = create("mul", {bounded, number(0.25, type)}, type);
    return create("add", {kept, added}, type);
  }
  default: { // as a parameter moves
    Value step = create("mul", {with, number(-0.125, type)}, type);
    Value moved = create("add", {before, step}, type);
    return create("tanh", moved, type);
  }
  }
}

void Generator::start() {
  Type element = randomFloat();
  for (int64_t i = random.between(1, 3); i > 0; --i)
    input(randomType(random.percent(80) ? element : randomFloat(), 4), {-2, 2});
  if (random.percent(30))
    input(randomType(b.getI64Type(), 3), {-3, 6});
}
