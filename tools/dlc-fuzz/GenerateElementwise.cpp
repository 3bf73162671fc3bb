//===- GenerateElementwise.cpp - ops that look at one element of each operand ------------===//
#include "tools/dlc-fuzz/Generator.h"
#include <cmath>

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;
using namespace dlc::fuzz;

bool Generator::addUnary() {
  auto x = pickFloat();
  if (!x)
    return false;
  struct Function {
    StringRef name;
    double needs, gives; // |x| at most, |y| at most (0: as x)
    bool jumps = false, exact = false;
  };
  static const Function functions[] = {{"neg", 1e9, 0, false, true},
                                       {"abs", 1e9, 0, false, true},
                                       {"relu", 1e9, 0, false, true},
                                       {"tanh", 1e9, 1},
                                       {"sigmoid", 1e9, 1},
                                       {"sin", 1e9, 1},
                                       {"cos", 1e9, 1},
                                       {"atan", 1e9, 1.6},
                                       {"erf", 1e9, 1},
                                       {"erfc", 1e9, 2},
                                       {"asinh", 1e9, 5},
                                       {"exp", 3, 20},
                                       {"expm1", 3, 20},
                                       {"exp2", 3, 8},
                                       {"sinh", 3, 10},
                                       {"cosh", 3, 10},
                                       {"floor", 1e9, 0, true, true},
                                       {"ceil", 1e9, 0, true, true},
                                       {"round", 1e9, 0, true, true},
                                       {"trunc", 1e9, 0, true, true},
                                       {"copy", 1e9, 0, false, true}};
  const Function &f = random.of(functions);
  if (x->bound > f.needs || (f.jumps && !x->exact))
    return false;
  return keep(create(f.name, x->value, x->type()), f.gives ? f.gives : x->bound + f.jumps,
              f.exact && x->exact);
}

/// Functions of part of the line, behind something that brings x there.
bool Generator::addGuarded() {
  auto x = pickFloat();
  if (!x)
    return false;
  RankedTensorType type = x->type();
  Value one = number(1, type);
  Value absolute = create("abs", x->value, type);
  Value above = create("add", {absolute, one}, type); // at least 1
  switch (random.below(7)) {
  case 0:
    return keep(create("sqrt", above, type), std::sqrt(x->bound + 1), false);
  case 1:
    return keep(create("log", above, type), std::log(x->bound + 1), false);
  case 2:
    return keep(create("log1p", absolute, type), std::log(x->bound + 1), false);
  case 3:
    return keep(create("div", {one, above}, type), 1, false);
  case 4: { // sigmoid
    Value minus = create("neg", absolute, type);
    Value power = create("exp", minus, type);
    Value below = create("add", {power, one}, type);
    return keep(create("div", {one, below}, type), 1, false);
  }
  case 5: {
    Node y = partner(type);
    return keep(create("div", {y.value, above}, type), y.bound, false);
  }
  default: {
    Value exponent = create("tanh", partner(type).value, type);
    return keep(create("pow", {above, exponent}, type), x->bound + 1, false);
  }
  }
}

bool Generator::addBinary() {
  auto lhs = pickFloat();
  if (!lhs)
    return false;
  Node rhs = partner(lhs->type());
  if (random.percent(50))
    std::swap(*lhs, rhs);
  bool exact = lhs->exact && rhs.exact;
  double larger = std::max(lhs->bound, rhs.bound), sum = lhs->bound + rhs.bound;
  Type type = lhs->type();
  Value operands[] = {lhs->value, rhs.value};
  switch (random.below(9)) {
  case 0:
  case 1:
  case 2:
    return keep(create("add", operands, type), sum, false);
  case 3:
  case 4:
    return keep(create("sub", operands, type), sum, false);
  case 5:
    return keep(create("maximum", operands, type), larger, exact);
  case 6:
    return keep(create("minimum", operands, type), larger, exact);
  default:
    return keep(create("mul", operands, type), lhs->bound * rhs.bound, false);
  }
}

bool Generator::addInteger() {
  auto lhs = pick(isInt);
  if (!lhs)
    return false;
  Node rhs = partner(lhs->type());
  static const StringRef names[] = {"add",     "sub",     "mul", "div", "fmod",
                                    "maximum", "minimum", "and", "or",  "xor"};
  StringRef name = random.of(names);
  double bound = name == "mul" ? lhs->bound * rhs.bound : 2 * (lhs->bound + rhs.bound);
  if (bound > 1e4)
    return false;
  return keep(create(name, {lhs->value, rhs.value}, lhs->type()), bound, true);
}

bool Generator::addCompare() {
  auto lhs = pick([](const Node &node) { return node.exact; });
  if (!lhs)
    return false;
  Node rhs = partner(lhs->type());
  if (!rhs.exact)
    return false;
  Type mask = maskOf(lhs->type());
  if (isMask(*lhs)) {
    static const StringRef names[] = {"and", "or", "xor", "equal"};
    return keep(create(random.of(names), {lhs->value, rhs.value}, mask), 1, true);
  }
  static const StringRef names[] = {"equal",      "not_equal", "less",
                                    "less_equal", "greater",   "greater_equal"};
  Value y = create(random.of(names), {lhs->value, rhs.value}, mask);
  if (random.percent(20))
    y = create("not", y, mask);
  return keep(y, 1, true);
}

bool Generator::addSelect() {
  auto lhs = pick([](const Node &node) { return !isMask(node); });
  if (!lhs)
    return false;
  auto shape = cast<RankedTensorType>(maskOf(lhs->type()));
  auto mask = pick([&](const Node &node) { return node.type() == shape; });
  if (!mask && lhs->exact)
    mask = Node{create("greater", {lhs->value, number(0, lhs->type())}, shape), 1, true};
  if (!mask)
    mask = partner(shape);
  Node rhs = partner(lhs->type());
  return keep(create("select", {mask->value, lhs->value, rhs.value}, lhs->type()),
              std::max(lhs->bound, rhs.bound), lhs->exact && rhs.exact);
}

bool Generator::addConvert() {
  auto x = pick([](const Node &) { return true; });
  if (!x)
    return false;
  const Type to[] = {randomFloat(),  randomFloat(), randomFloat(), b.getI32Type(),
                     b.getI64Type(), b.getI8Type(), b.getI1Type()};
  Type element = random.of(to);
  if (element == x->element())
    return false;
  bool widens = isFloat(element) && (element.isF64() || !isFloat(*x));
  if (!isFloat(element) && !x->exact)
    return false;
  Value value = x->value;
  if (element.isInteger(8) && !isMask(*x)) // out of range is nobody's promise
    value = create("abs", value, x->type());
  if (x->bound > 200 && !isFloat(element))
    return false;
  return keep(ConvertOp::create(b, withElement(x->type(), element), value), x->bound,
              x->exact && (widens || !isFloat(element)));
}
