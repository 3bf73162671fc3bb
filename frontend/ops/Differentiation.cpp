//===- Differentiation.cpp - backward, grad, detach -----------------------===//
#include "dlc/ops.h"
#include "frontend/ops/Regions.h"

using namespace mlir;

namespace dlc {
Tensor detach(const Tensor &x) {
  Value value = valueOf(x);
  return tensorOf(make<ir::DetachOp>(value.getType(), value));
}

/// The loss as the scalar that dlc.backward takes.
static Value scalarLoss(StringRef op, const Tensor &loss, const Tensor &cotangent) {
  RankedTensorType type = typeOf(loss);
  if (!isa<FloatType>(type.getElementType()))
    fail("`" + op + "` of " + ir::describe(type) + "; only floats have gradients");
  if (cotangent.defined()) {
    if (typeOf(cotangent) != type)
      fail("`" + op + "` of " + ir::describe(type) + " with a cotangent of " +
           ir::describe(typeOf(cotangent)) +
           "; it has the shape and dtype of what is differentiated");
    return valueOf(sum(loss * detach(cotangent)));
  }
  if (type.getNumElements() != 1)
    fail("`" + op + "` of " + ir::describe(type) +
         "; a loss is one float, hint: `.mean()` or `.sum()` first, or give a cotangent");
  return reshapeTo(valueOf(loss), {});
}

/// Whether a gradient flows from `value` to one that `isWanted`.
static bool dependsOn(Value value, function_ref<bool(Value)> isWanted) {
  SmallVector<Value> pending{value};
  DenseSet<Value> seen;
  while (!pending.empty()) {
    Value v = pending.pop_back_val();
    if (!seen.insert(v).second)
      continue;
    if (isWanted(v))
      return true;
    Operation *op = v.getDefiningOp();
    if (op && !isa<ir::DetachOp>(op) && isa<FloatType>(ir::typeOf(v).getElementType()))
      llvm::append_range(pending, op->getOperands());
  }
  return false;
}

/// Whether `value` depends on a parameter that is not frozen or on a tensor of requires_grad_.
static bool dependsOnLeaf(Value value, const EntryTrace &entry) {
  return dependsOn(value, [&](Value v) {
    return entry.wanted.count(v) ||
           llvm::any_of(entry.leaves, [&](auto &leaf) { return leaf.second == v; });
  });
}

static EntryTrace &openEntry(StringRef op) {
  Tracer &t = tracer();
  if (!t.open)
    fail("`" + op +
         "` at program scope; gradients belong to an entry, hint: call it inside entry(...)");
  if (!t.regions.empty())
    fail("`" + op +
         "` in the body of a loop or branch; hint: `grad(loss, x)` gives a gradient there");
  return *t.open;
}

/// Added to what is there. A parameter that was written in this entry comes once a version.
static void addToGradient(int parameter, Value gradient) {
  Tracer &t = tracer();
  int state = t.gradientOf(parameter);
  Gradient &known = t.open->gradients[parameter];
  if (known != Gradient::None) {
    Value before = t.readState(state, /*asLeaf=*/false);
    gradient = make<ir::AddOp>(gradient.getType(), before, gradient);
  }
  known = Gradient::Value;
  t.writeState(state, gradient);
}

void Tensor::backward() const { backward(Tensor()); }

void Tensor::backward(const Tensor &cotangent) const {
  EntryTrace &entry = openEntry("backward");
  Value loss = scalarLoss("backward", *this, cotangent);
  if (entry.leaves.empty() && entry.wanted.empty())
    fail("`backward` in an entry that has read no parameter; there is nothing to differentiate "
         "for, hint: are all parameters frozen? `x.requires_grad_()` makes a leaf of an input");
  if (!dependsOnLeaf(loss, entry))
    fail("`backward` of a tensor that was computed from no parameter; no gradient would flow, "
         "hint: what is behind `detach()`, `no_grad` or a conversion to ints counts as a constant");
  SmallVector<Value> operands{loss};
  for (auto [parameter, value] : entry.leaves)
    operands.push_back(value);
  for (auto &[value, gradient] : entry.wanted)
    operands.push_back(value);
  auto backward = infer<ir::BackwardOp>(operands);
  unsigned next = 0;
  auto nextGradient = [&] {
    Value gradient = backward->getResult(next++);
    return make<ir::DetachOp>(gradient.getType(), gradient);
  };
  for (auto [parameter, value] : entry.leaves)
    addToGradient(parameter, nextGradient());
  for (auto &[value, sum] : entry.wanted) {
    Value gradient = nextGradient();
    sum = sum ? make<ir::AddOp>(gradient.getType(), sum, gradient) : gradient;
  }
  entry.loss = valueOf(*this);
}

Tensors grad(const Tensor &loss, const Tensors &wrt, const Tensor &cotangent) {
  SmallVector<Value> operands{scalarLoss("grad", loss, cotangent)};
  for (const Tensor &input : wrt) {
    Value x = valueOf(input);
    operands.push_back(x);
    if (!isa<FloatType>(ir::typeOf(x).getElementType()))
      fail("`grad` with respect to " + ir::describe(typeOf(input)) +
           "; only floats have gradients");
    if (!dependsOn(operands.front(), [&](Value v) { return v == x; }))
      fail("`grad` with respect to " + ir::describe(typeOf(input)) +
           " that the loss was not computed from; hint: what is behind `detach()`, `no_grad` or a "
           "conversion to ints counts as a constant, and `x += y` makes a new x");
  }
  return tensorsOf(infer<ir::BackwardOp>(operands)->getResults());
}

Tensor grad(const Tensor &loss, const Tensor &wrt, const Tensor &cotangent) {
  return grad(loss, Tensors(wrt), cotangent)[0];
}

NoGradGuard::NoGradGuard() { ++tracer().noGrad; }
NoGradGuard::~NoGradGuard() {
  if (Tracer *t = Tracer::current)
    --t->noGrad;
}

//===- Leaves -----------------------------------------------------------------===//

bool Tensor::requires_grad() const {
  if (id < 0)
    return tracer().states[-id].requiresGrad;
  return dependsOnLeaf(valueOf(*this), tracer().entry());
}

bool Tensor::is_leaf() const {
  if (id < 0)
    return true;
  Value value = valueOf(*this);
  return !value.getDefiningOp() || !requires_grad();
}

Tensor &Tensor::requires_grad_(bool on) {
  if (id < 0) {
    if (on != tracer().states[-id].requiresGrad)
      fail("`requires_grad_` of a Tensor that is another name of `" + tracer().nameOf(-id) +
           "`; hint: freeze or thaw the Parameter itself");
    return *this;
  }
  EntryTrace &entry = openEntry("requires_grad_");
  Value value = valueOf(*this);
  if (!isa<FloatType>(ir::typeOf(value).getElementType()))
    fail("`requires_grad_` of " + ir::describe(typeOf(*this)) + "; only floats have gradients");
  if (!on) {
    if (!is_leaf())
      fail("`requires_grad_(false)` of a tensor that was computed from leaves; hint: `detach()`");
    entry.wanted.erase(value);
  } else if (!requires_grad()) {
    entry.wanted.insert({value, Value()});
  }
  return *this;
}

void Tensor::retain_grad() {
  if (id < 0)
    return;
  EntryTrace &entry = openEntry("retain_grad");
  if (!requires_grad())
    fail("`retain_grad` of a tensor that requires no gradient; hint: `requires_grad_()` makes a "
         "leaf");
  entry.wanted.insert({valueOf(*this), Value()});
}

Tensor Tensor::grad() const {
  if (id < 0)
    return gradientOf(-id);
  EntryTrace &entry = openEntry("grad");
  auto known = entry.wanted.find(valueOf(*this));
  if (known == entry.wanted.end())
    fail("`grad()` of a tensor that keeps none; hint: before backward(), `requires_grad_()` on a "
         "leaf, `retain_grad()` on what was computed from leaves");
  if (!known->second)
    fail("`grad()` before `backward()`; there is no gradient yet");
  return tensorOf(known->second);
}

void Tensor::zero_grad() {
  if (id < 0)
    return zeroGradient(-id);
  EntryTrace &entry = openEntry("zero_grad");
  if (auto known = entry.wanted.find(valueOf(*this)); known != entry.wanted.end())
    known->second = Value();
}
} // namespace dlc
