//===- Differentiation.cpp - backward, grad, detach -----------------------===//
#include "dlc/ops.h"
#include "frontend/ops/Emit.h"

using namespace mlir;

namespace dlc {
Tensor detach(const Tensor &x) {
  Value value = valueOf(x);
  return tensorOf(make<ir::DetachOp>(value.getType(), value));
}

/// The loss as the scalar that dlc.backward takes.
static Value scalarLoss(StringRef op, const Tensor &loss) {
  RankedTensorType type = typeOf(loss);
  if (type.getNumElements() != 1 || !isa<FloatType>(type.getElementType()))
    fail("`" + op + "` of " + ir::describe(type) +
         "; a loss is one float, hint: `.mean()` or `.sum()` first");
  return reshapeTo(valueOf(loss), {});
}

void Tensor::backward() const {
  Tracer &t = tracer();
  if (!t.open)
    fail("`backward` at program scope; gradients belong to an entry, hint: call it inside "
         "entry(...)");
  if (!t.regions.empty())
    fail(
        "`backward` in the body of a loop or branch; hint: `grad(loss, x)` gives a gradient there");
  Value loss = scalarLoss("backward", *this);
  EntryTrace &entry = *t.open;
  if (entry.leaves.empty())
    fail(
        "`backward` in an entry that has read no parameter; there is nothing to differentiate for, "
        "hint: are all parameters frozen?");
  SmallVector<Value> operands{loss};
  for (auto [parameter, value] : entry.leaves)
    operands.push_back(value);
  SmallVector<Value> gradients =
      llvm::to_vector_of<Value>(infer<ir::BackwardOp>(operands)->getResults());
  // Added to what is there. A parameter that was written in this entry comes once a version.
  for (auto [leaf, gradient] : llvm::zip(entry.leaves, gradients)) {
    int parameter = leaf.first, state = t.gradientOf(parameter);
    Value detached = make<ir::DetachOp>(gradient.getType(), gradient);
    Gradient &known = entry.gradients[parameter];
    if (known != Gradient::None) {
      Value before = t.readState(state, /*asLeaf=*/false);
      detached = make<ir::AddOp>(detached.getType(), before, detached);
    }
    known = Gradient::Value;
    t.writeState(state, detached);
  }
  entry.loss = valueOf(*this);
}

Tensor grad(const Tensor &loss, const Tensor &wrt) {
  Value scalar = scalarLoss("grad", loss);
  Value input = valueOf(wrt);
  if (!isa<FloatType>(ir::typeOf(input).getElementType()))
    fail("`grad` with respect to " + ir::describe(typeOf(wrt)) + "; only floats have gradients");
  return tensorOf(infer<ir::BackwardOp>({scalar, input})->getResult(0));
}
} // namespace dlc
