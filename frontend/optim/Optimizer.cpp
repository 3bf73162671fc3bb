//===- Optimizer.cpp - what optimisers are made of ------------------------===//
#include "frontend/optim/Optimizer.h"

using namespace mlir;

namespace dlc::optim {
/// Names of a second optimiser in a program end in `.2`.
static std::string numbered(int optimizer, std::string name) {
  return optimizer == 1 ? name : name + "." + std::to_string(optimizer);
}

Optimizer::Optimizer(ParameterList list)
    : parameters(std::move(list)), number(++tracer().optimizers) {
  if (parameters.size() == 0)
    fail("an optimiser of no parameters; hint: pass net.parameters()");
}

void Optimizer::zero_grad() { zeroGradients(parameters); }

void Optimizer::step() {
  if (!tracer().open)
    fail("`step()` at program scope; an optimiser steps inside entry(...)");
  update();
}

Tensor setting(int optimizer, const char *name, double value) {
  return tensorOf(tracer().settingValue(numbered(optimizer, name), value));
}

Tensor as(const Tensor &number, const Tensor &like) { return number.to(like.dtype()); }

Tensor valueOfState(int state) { return tensorOf(tracer().readState(state, /*asLeaf=*/false)); }

void assign(int state, const Tensor &value) { tracer().writeState(state, valueOf(value)); }

int stateLike(int optimizer, int parameter, const char *kind, const char *name, double initial) {
  Tracer &t = tracer();
  RankedTensorType type = t.states[parameter].type;
  auto stateOf = [&](const std::string &of) {
    return t.namedState("dlc." + of + "." + name + ".", "optimizer", type, parameter);
  };
  int state = stateOf(kind);
  if (int other = t.states[state].optimizer; other && other != optimizer)
    state = stateOf(kind + ("." + std::to_string(optimizer)));
  t.states[state].optimizer = optimizer;
  t.states[state].init = init::constant(initial);
  return state;
}

Tensor countStep(int optimizer, const char *name) {
  auto scalar = RankedTensorType::get({}, tracer().b.getI64Type());
  int state = tracer().namedState(numbered(optimizer, name), "optimizer", scalar);
  Tensor step = valueOfState(state) + 1;
  assign(state, step);
  return step;
}

SmallVector<Updated> withGradients(const ParameterList &parameters, bool negated) {
  Tracer &t = tracer();
  SmallVector<Updated> updated;
  for (int i = 0; i < parameters.size(); ++i) {
    int parameter = parameters[i];
    Gradient known = t.open->gradients.lookup(parameter);
    // A frozen parameter and one that backward() did not reach have none; PyTorch skips them too.
    if (known == Gradient::None ||
        (known == Gradient::Outside && !t.states[parameter].requiresGrad))
      continue;
    Tensor value = valueOfState(parameter);
    Tensor gradient = valueOfState(t.gradientOf(parameter));
    updated.push_back({parameter, value, negated ? -gradient : gradient});
  }
  if (updated.empty())
    fail("`step()` with no gradients; hint: call `loss.backward()` before it");
  return updated;
}
} // namespace dlc::optim
