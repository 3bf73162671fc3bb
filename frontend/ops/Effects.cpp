//===- Effects.cpp - print, assert_ ---------------------------------------===//
#include "dlc/ops.h"
#include "frontend/ops/Emit.h"

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

static void printLine(const char *text, Value x) {
  ImplicitLocOpBuilder &b = inEntry("print");
  ir::PrintOp::create(b, b.getStringAttr(text), x);
}
void print(const Tensor &x) { printLine("", valueOf(x)); }
void print(const char *label, const Tensor &x) { printLine(label, valueOf(x)); }
void print(const char *text) { printLine(text, Value()); }

void assert_(const Tensor &mask, const char *message) {
  Value value = valueOf(mask);
  if (!ir::typeOf(value).getElementType().isInteger(1))
    fail("`assert_` of " + ir::describe(typeOf(mask)) +
         "; it takes a mask of bools, hint: `x > 0`");
  ImplicitLocOpBuilder &b = inEntry("assert_");
  Tensor holds = mask; // a while_loop's gradient runs steps that change nothing
  for (RegionTrace *region : tracer().regions)
    if (region->goesOn)
      holds = holds | ~tensorOf(tracer().import(region->goesOn));
  value = valueOf(holds);
  b.setLoc(tracer().here());
  ir::AssertOp::create(b, b.getStringAttr(message), value);
}
} // namespace dlc
