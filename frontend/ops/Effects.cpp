//===- Effects.cpp - print, assert_ ---------------------------------------===//
#include "dlc/ops.h"
#include "frontend/ops/Emit.h"
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

using namespace mlir;

namespace dlc {
/// The builder, at the user's line.
static ImplicitLocOpBuilder &inEntry(const char *op) {
  Tracer &t = tracer();
  if (!t.open)
    fail("`" + Twine(op) +
         "` at program scope, which runs in the compiler; hint: inside "
         "entry(...) it happens when the program runs");
  t.b.setLoc(t.here());
  return t.b;
}

/// As Python writes a number; none for one that is known at run time only.
static std::optional<std::string> textOf(const Operand &operand) {
  switch (operand.kind) {
  case Operand::Boolean:
    return operand.integer ? "True" : "False";
  case Operand::Integer:
    return std::to_string(operand.integer);
  case Operand::Real: {
    char digits[32];
    double size = std::abs(operand.real);
    bool plain = size == 0 || (size >= 1e-4 && size < 1e16);
    auto format = plain ? std::chars_format::fixed : std::chars_format::scientific;
    std::string text(digits, std::to_chars(digits, std::end(digits), operand.real, format).ptr);
    bool whole = std::isfinite(operand.real) && text.find_first_of(".e") == std::string::npos;
    return whole ? text + ".0" : text;
  }
  case Operand::Extent:
    if (!operand.extent.isDynamic())
      return std::to_string(operand.extent.value());
    break;
  case Operand::Value:
    break;
  }
  return std::nullopt;
}

void detail::print(const Printable *items, int count) {
  ImplicitLocOpBuilder &b = inEntry("print");
  std::string pending; // texts that stand before the next tensor
  auto write = [&](Value x, bool goesOn) {
    b.setLoc(tracer().here());
    ir::PrintOp::create(b, b.getStringAttr(pending), x, goesOn);
    pending.clear();
  };
  for (int i = 0; i < count; ++i) {
    const Operand &operand = items[i].operand;
    auto text = items[i].text ? std::optional<std::string>(items[i].text) : textOf(operand);
    bool isLast = i + 1 == count;
    if (!text) {
      write(valueOf(operand.kind == Operand::Value ? operand.tensor : full({}, operand)), !isLast);
      continue;
    }
    pending += *text;
    if (isLast)
      write(Value(), false);
    else if (items[i + 1].text || textOf(items[i + 1].operand))
      pending += " ";
  }
}

void assert_(const Tensor &mask, const char *message) {
  Value value = valueOf(mask);
  if (!ir::typeOf(value).getElementType().isInteger(1))
    fail("`assert_` of " + ir::describe(typeOf(mask)) +
         "; it takes a mask of bools, hint: `x > 0`");
  ImplicitLocOpBuilder &b = inEntry("assert_");
  ir::AssertOp::create(b, b.getStringAttr(message), value);
}
} // namespace dlc
