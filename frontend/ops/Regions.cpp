//===- Regions.cpp - lists of tensors, and the ends of bodies ---------------===//
#include "frontend/ops/Regions.h"

using namespace mlir;

namespace dlc {
int Tensors::checked(int i) const {
  if (i < 0 || i >= count)
    fail("tensor " + Twine(i) + " of a list of " + Twine(count));
  return i;
}

const Tensor &detail::only(const char *what, const Tensors &tensors) {
  if (tensors.size() != 1)
    fail("a body that takes one Tensor as its " + Twine(what) + " in a loop that has " +
         Twine(tensors.size()) + "; hint: take `Tensors`");
  return tensors[0];
}

SmallVector<Value> valuesOf(const Tensors &tensors) {
  SmallVector<Value> values;
  for (const Tensor &tensor : tensors)
    values.push_back(valueOf(tensor));
  return values;
}

Tensors tensorsOf(ValueRange values) {
  Tensors tensors;
  for (Value value : values)
    tensors.append(tensorOf(value));
  return tensors;
}

void next(ValueRange values) {
  tracer().b.setLoc(tracer().here());
  ir::NextOp::create(tracer().b, values);
}
} // namespace dlc
