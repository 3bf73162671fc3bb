//===- GenerateRecurrence.cpp - recurrent layers ---------------------------------------------===//
// Products of a batch and weights in every step, gates cut out of them, a mask over the steps: what
// is rarely met by chance, and where launches are lifted out of loops and joined.
#include "tools/dlc-fuzz/Generator.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;
using namespace dlc::fuzz;

namespace {
/// The ops of one step, one at a time so that their order is known.
class Cell {
public:
  /// Of states of type `state`, [batch, hidden].
  Cell(ImplicitLocOpBuilder &b, RankedTensorType state) : b(b), state(state) {}

  /// [rows, k] times [k, columns].
  Value product(Value lhs, Value rhs) {
    const int64_t left[] = {0, 2}, right[] = {2, 1}, out[] = {0, 1};
    return ContractOp::create(b, lhs, rhs, left, right, out);
  }
  Value add(Value lhs, Value rhs) { return AddOp::create(b, lhs, rhs); }
  Value mul(Value lhs, Value rhs) { return MulOp::create(b, lhs, rhs); }
  Value tanh(Value x) { return TanhOp::create(b, x); }
  Value sigmoid(Value x) { return SigmoidOp::create(b, x); }
  Value gate(Value sums, int64_t number) {
    const int64_t starts[] = {0, number * state.getDimSize(1)}, strides[] = {1, 1};
    return SliceOp::create(b, sums, starts, state.getShape(), strides);
  }

  /// The next states, of the sums of all gates.
  Value gru(Value given, Value kept, Value h) {
    Value given0 = gate(given, 0), kept0 = gate(kept, 0);
    Value given1 = gate(given, 1), kept1 = gate(kept, 1);
    Value reset = sigmoid(add(given0, kept0));
    Value update = sigmoid(add(given1, kept1));
    Value kept2 = gate(kept, 2), given2 = gate(given, 2);
    Value held = mul(reset, kept2);
    Value fresh = tanh(add(given2, held));
    Value difference = SubOp::create(b, h, fresh);
    Value moved = mul(update, difference);
    return add(fresh, moved);
  }
  std::pair<Value, Value> lstm(Value sums, Value c) {
    Value in = sigmoid(gate(sums, 0));
    Value forget = sigmoid(gate(sums, 1));
    Value fresh = tanh(gate(sums, 2));
    Value out = sigmoid(gate(sums, 3));
    Value taken = mul(in, fresh);
    Value held = mul(forget, c);
    Value next = add(held, taken);
    Value seen = tanh(next);
    return {mul(out, seen), next};
  }

private:
  ImplicitLocOpBuilder &b;
  RankedTensorType state;
};
} // namespace

bool Generator::addRecurrence() {
  static const int64_t widths[] = {1, 2, 3, 5, 8, 16, 17}, numbersOfGates[] = {1, 1, 3, 4, 4};
  const Axis batch = random.of(axes), steps = random.of(axes);
  const int64_t width = random.of(widths), size = random.of(widths);
  const int64_t gates = random.of(numbersOfGates);
  const bool hasBias = random.percent(50), hasMask = random.percent(30);
  const bool hasCell = gates == 4 || (gates == 1 && random.percent(30));
  if (depth > 0 || steps.size > 9 || steps.size * batch.size * std::max(width, size) > 1500)
    return false;
  const Type element = random.percent(70) ? Type(b.getF32Type()) : b.getF64Type();
  auto tensor = [&](std::initializer_list<Axis> dims) {
    SmallVector<int64_t> shape;
    SmallVector<LiveDim> live;
    for (const Axis &dim : dims) {
      shape.push_back(dim.size);
      live.push_back(dim.live);
    }
    return tensorOf(shape, live, element);
  };
  const Axis in{width, {}}, hidden{size, {}}, sums{gates * size, {}};
  const RankedTensorType state = tensor({batch, hidden}), allGates = tensor({batch, sums});

  // Weights are small, so that a rounding does not grow from step to step.
  SmallVector<Value> xs, consts, carries;
  xs.push_back(input(tensor({steps, batch, in}), {-2, 2})->value);
  if (hasMask)
    xs.push_back(input(tensor({steps, batch}), {-1, 1})->value);
  consts.push_back(input(tensor({in, sums}), {-0.5, 0.5})->value);
  consts.push_back(input(tensor({hidden, sums}), {-0.4, 0.4})->value);
  if (hasBias)
    consts.push_back(input(tensor({sums}), {-1, 1})->value);
  const unsigned streams = handStream(consts, /*isLoop=*/true);
  for (int i = 0; i <= hasCell; ++i)
    carries.push_back(random.percent(50) ? input(state, {-1, 1})->value : number(0, state));

  const bool stacksSums = random.percent(20), stacksCell = hasCell && random.percent(20);
  SmallVector<Type> results{tensor({steps, batch, hidden})};
  if (stacksSums)
    results.push_back(tensor({steps, batch, sums}));
  if (stacksCell)
    results.push_back(results.front());
  results.append(carries.size(), state);
  const LiveAttr live = steps.live.symbol ? LiveAttr::get(b.getContext(), steps.live) : LiveAttr();
  const bool reverse = random.percent(30), recompute = random.percent(25);
  auto scan = ScanOp::create(b, results, carries, xs, consts, steps.size, live, reverse,
                             /*exits=*/false, recompute);
  Block *body = &scan.getBody().emplaceBlock();
  body->addArgument(RankedTensorType::get({}, b.getI64Type()), b.getLoc());
  body->addArgument(tensor({batch, in}), b.getLoc());
  if (hasMask)
    body->addArgument(tensor({batch}), b.getLoc());
  body->addArguments(ValueRange(consts).getTypes(),
                     SmallVector<Location>(consts.size(), b.getLoc()));
  body->addArguments(ValueRange(carries).getTypes(),
                     SmallVector<Location>(carries.size(), b.getLoc()));

  SmallVector<Value> drawn;
  if (streams) {
    llvm::append_range(drawn, scan.constArguments().take_back(streams));
    drawn.push_back(scan.indexArgument());
  }
  Generator inside = this->inside(body, scan.carryArguments(), drawn);
  Cell cell(inside.b, state);
  auto weights = scan.constArguments();
  Value before = scan.carryArguments()[0];
  Value given = cell.product(scan.xArguments()[0], weights[0]);
  if (hasBias) {
    Value bias = BroadcastOp::create(inside.b, allGates, weights[2], ArrayRef<int64_t>{0});
    given = cell.add(given, bias);
  }
  Value kept = cell.product(before, weights[1]);
  Value sum = given, h, c;
  if (gates == 3) {
    h = cell.gru(given, kept, before);
  } else {
    sum = cell.add(given, kept);
    if (gates == 4)
      std::tie(h, c) = cell.lstm(sum, scan.carryArguments()[1]);
    else
      h = cell.tanh(sum);
    if (hasCell && !c)
      c = cell.tanh(cell.add(scan.carryArguments()[1], h));
  }
  if (hasMask) {
    Value mask = BroadcastOp::create(inside.b, state, scan.xArguments()[1], ArrayRef<int64_t>{1});
    Value zero = inside.number(0, state);
    Value goesOn = inside.create("greater", {mask, zero}, maskOf(state));
    h = inside.create("select", {goesOn, h, before}, state);
  }
  if (random.percent(25)) { // what stands in a step besides
    inside.addArgument(h, 1, /*exact=*/false);
    inside.grow(random.between(1, 2));
    h = inside.joined(h, "tanh");
  }
  SmallVector<Value> next{h};
  if (stacksSums)
    next.push_back(sum);
  if (stacksCell)
    next.push_back(c);
  next.push_back(h);
  if (hasCell)
    next.push_back(c);
  inside.b.setInsertionPointToEnd(body);
  NextOp::create(inside.b, next);
  for (Value result : scan.getResults())
    keep(result, typeOf(result) == state || typeOf(result) == results.front() ? 2 : 30, false);
  return true;
}
