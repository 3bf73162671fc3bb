//===- GenerateRegions.cpp - pieces that matter to the gradient alone ----------------------===//
#include "tools/dlc-fuzz/Generator.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;
using namespace dlc::fuzz;

static Block *bodyOf(Region &region, TypeRange arguments) {
  Block *body = &region.emplaceBlock();
  for (Type type : arguments)
    body->addArgument(type, UnknownLoc::get(type.getContext()));
  return body;
}

/// What is computed again for the gradient, from one to three values.
bool Generator::addCheckpoint() {
  auto x = pickFloat();
  if (depth > 1 || !x)
    return false;
  SmallVector<Value> inputs{x->value};
  for (int64_t more = random.between(0, 2); more > 0; --more)
    inputs.push_back(random.percent(50) ? partner(x->type()).value : pickFloat()->value);
  SmallVector<Type> types(ValueRange(inputs).getTypes());
  unsigned count = random.between(1, inputs.size()), streams = handStream(inputs);
  auto checkpoint = CheckpointOp::create(b, ArrayRef<Type>(types).take_front(count), inputs);
  Block *body = bodyOf(checkpoint.getBody(), ValueRange(inputs).getTypes());
  Generator inside = this->inside(body, body->getArguments().drop_back(streams),
                                  body->getArguments().take_back(streams));
  inside.grow(random.between(2, 5));
  SmallVector<Value> given;
  for (unsigned i = 0; i < count; ++i)
    given.push_back(inside.joined(body->getArgument(i), i ? "sin" : "tanh"));
  NextOp::create(inside.b, given);
  for (Value result : checkpoint.getResults())
    keep(result, 1, false);
  return true;
}

/// y = forward(x, other), with a derivative that has nothing to do with it.
bool Generator::addCustomGradient() {
  auto x = pickFloat();
  if (depth > 1 || !x)
    return false;
  RankedTensorType type = x->type();
  Value inputs[] = {x->value, partner(type).value};
  int64_t wrt = random.between(1, 2);
  auto op = CustomGradientOp::create(b, TypeRange{type}, inputs, b.getI64IntegerAttr(wrt));
  {
    Block *body = bodyOf(op.getForward(), {type, type});
    Generator inside = this->inside(body, body->getArguments(), {});
    inside.grow(random.between(1, 3));
    NextOp::create(inside.b, inside.joined(body->getArgument(0), "sin"));
  }
  Block *body = bodyOf(op.getBackward(), {type, type, type, type});
  Generator inside = this->inside(body, body->getArguments(), {});
  inside.grow(random.between(1, 2));
  Value dy = body->getArguments().back();
  SmallVector<Value> given;
  for (int64_t i = 0; i < wrt; ++i) {
    Value factor = inside.joined(body->getArgument(i), "cos");
    given.push_back(inside.create("mul", {dy, factor}, type));
  }
  NextOp::create(inside.b, given);
  return keep(op.getResult(0), 1, false);
}
