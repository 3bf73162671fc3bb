//===- State.cpp - parameters and buffers as objects ----------------------===//
#include "dlc/ops.h"
#include "frontend/nn/ModuleTree.h"
#include "frontend/ops/Regions.h"
#include <cmath>

using namespace mlir;

namespace dlc {
Init init::fanIn(Int fan) {
  double bound = fan > 0 ? 1 / std::sqrt(double(fan)) : 0;
  return uniform(-bound, bound);
}

static int newState(RankedTensorType type, Init init, Value initial, bool trainable) {
  Tracer &t = tracer();
  if (t.open)
    fail("a Parameter or Buffer is made inside entry `" + Twine(t.open->name) +
         "`; it outlives the entry, hint: make the module at program scope");
  if (type.getEncoding())
    fail("a Parameter or Buffer of " + ir::describe(type) +
         "; its shape cannot depend on a dynamic dim");
  if (trainable && !isa<FloatType>(type.getElementType()))
    fail("a Parameter of " + ir::describe(type) +
         "; parameters are floats, hint: a Buffer may be anything");
  StateRecord record;
  record.role = trainable ? "param" : "buffer";
  record.type = type;
  record.requiresGrad = trainable;
  record.init = init;
  record.initial = initial;
  record.stack = t.stacks.record();
  return t.addState(std::move(record));
}

State::State(const Shape &shape, Init init, DType dtype, bool trainable)
    : Tensor(detail::Id{-newState(tracer().typeOf(shape, dtype), init, {}, trainable)}) {
  tracer().modules->add(*this);
}

State::State(const Tensor &initial, bool trainable)
    : Tensor(detail::Id{
          -newState(tracer().typeOf(initial), {}, tracer().valueOf(initial), trainable)}) {
  tracer().modules->add(*this);
}

State::State() {
  if (Tracer *t = Tracer::current)
    t->modules->add(*this);
}

State::State(State &&other) noexcept : Tensor(detail::Id{other.id}) {
  other.id = 0;
  if (Tracer *t = Tracer::current)
    t->modules->add(*this);
}

State &State::operator=(State &&other) noexcept {
  if (this != &other) {
    id = other.id;
    other.id = 0;
  }
  return *this;
}

State::~State() {
  if (Tracer *t = Tracer::current)
    t->modules->remove(*this);
}

static int stateOf(const State &state) {
  int id = Handle::id(state);
  if (!id)
    fail("an empty Parameter or Buffer is used; hint: it was made without a shape, or moved from");
  return -id;
}

void State::copy_(const Operand &value) {
  Tracer &t = tracer();
  int state = stateOf(*this);
  if (!t.open)
    fail(
        "a Parameter or Buffer is written at program scope; hint: inside entry(...), or give it an "
        "initial value: `Parameter w{0.01 * randn({784, 256})}`");
  RankedTensorType type = t.states[state].type;
  if (value.kind == Operand::Value)
    if (commonShape("copy_", {type, dlc::typeOf(value.tensor)}, type.getElementType()) != type)
      fail("a write of " + ir::describe(dlc::typeOf(value.tensor)) + " to `" + t.nameOf(state) +
           "`, which is " + ir::describe(type) + "; its shape stays");
  Value written = materialize(value, type);
  if (isa<FloatType>(type.getElementType())) // no gradient flows through a write
    written = make<ir::DetachOp>(type, written);
  t.writeState(state, written);
}

State &State::operator+=(const Operand &rhs) { return copy_(*this + rhs), *this; }
State &State::operator-=(const Operand &rhs) { return copy_(*this - rhs), *this; }
State &State::operator*=(const Operand &rhs) { return copy_(*this * rhs), *this; }
State &State::operator/=(const Operand &rhs) { return copy_(*this / rhs), *this; }

Tensor gradientOf(int parameter) {
  Tracer &t = tracer();
  if (!t.open)
    fail("`grad()` at program scope; gradients belong to an entry");
  if (t.open->gradients.lookup(parameter) == Gradient::None)
    fail("`" + t.nameOf(parameter) +
         "` has no gradient here: it was zeroed and no `backward()` followed; "
         "hint: is the parameter read before `backward()`, and not frozen?");
  return t.tensorOf(t.readState(t.gradientOf(parameter), /*asLeaf=*/false));
}

void zeroGradient(int parameter) {
  Tracer &t = tracer();
  if (!t.open)
    fail("`zero_grad()` at program scope; gradients belong to an entry, hint: call it inside "
         "entry(...)");
  Gradient known = t.open->gradients.lookup(parameter);
  if (known == Gradient::None || (known == Gradient::Outside && !t.states[parameter].requiresGrad))
    return;
  t.open->gradients[parameter] = Gradient::None;
  int state = t.gradientOf(parameter);
  t.writeState(state, splat(0, t.states[state].type));
}

Tensor Parameter::grad() const { return gradientOf(stateOf(*this)); }
void Parameter::zero_grad() { zeroGradient(stateOf(*this)); }
bool Parameter::requires_grad() const { return tracer().states[stateOf(*this)].requiresGrad; }
Parameter &Parameter::requires_grad_(bool on) {
  tracer().states[stateOf(*this)].requiresGrad = on;
  return *this;
}

void zeroGradients(const ParameterList &parameters) {
  for (int i = 0; i < parameters.size(); ++i)
    zeroGradient(parameters[i]);
}

void tie(Parameter &a, Parameter &b) {
  if (dlc::typeOf(a) != dlc::typeOf(b))
    fail("`tie` of " + ir::describe(dlc::typeOf(a)) + " and " + ir::describe(dlc::typeOf(b)) +
         "; tied parameters have one shape and dtype");
  b.id = a.id;
  tracer().modules->add(b);
}

ParameterList::ParameterList(const ParameterList &other) {
  for (int i = 0; i < other.count; ++i)
    append(other.ids[i]);
}

void ParameterList::append(int id) {
  int *longer = new int[count + 1];
  std::copy(ids, ids + count, longer);
  longer[count++] = id;
  delete[] ids;
  ids = longer;
}

ParameterList operator+(const ParameterList &lhs, const ParameterList &rhs) {
  ParameterList both = lhs;
  for (int i = 0; i < rhs.size(); ++i)
    both.append(rhs[i]);
  return both;
}
} // namespace dlc
