//===- Module.cpp - life of modules, modes, parameters --------------------===//
#include "frontend/nn/ModuleTree.h"

using namespace dlc;

nn::Module::Module() : stack(0) {
  if (Tracer *t = Tracer::current) {
    stack = t->stacks.record();
    t->modules->add(*this);
  }
}

nn::Module::Module(Module &&other) noexcept : training(other.training), stack(other.stack) {
  if (Tracer *t = Tracer::current)
    t->modules->add(*this);
}

nn::Module &nn::Module::operator=(Module &&other) noexcept {
  training = other.training;
  stack = other.stack;
  return *this;
}

nn::Module::~Module() {
  if (Tracer *t = Tracer::current)
    t->modules->remove(*this);
}

void nn::Module::train(bool on) {
  forEachModule(*this, [&](Module &module) { module.training = on; });
}

ParameterList nn::Module::parameters() const {
  ParameterList list;
  forEachState(const_cast<Module &>(*this), [&](State &state) {
    int id = -Handle::id(state);
    bool isNew = tracer().states[id].role == "param";
    for (int i = 0; i < list.size(); ++i)
      isNew &= list[i] != id;
    if (isNew)
      list.append(id);
  });
  return list;
}

void nn::Module::zero_grad() {
  forEachState(*this, [](State &state) {
    if (tracer().states[-Handle::id(state)].role == "param")
      static_cast<Parameter &>(state).zero_grad();
  });
}

void nn::Module::requires_grad_(bool on) {
  forEachState(*this, [&](State &state) {
    if (tracer().states[-Handle::id(state)].role == "param")
      static_cast<Parameter &>(state).requires_grad_(on);
  });
}

void dlc::module(const char *name, nn::Module &root) { tracer().modules->nameRoot(root, name); }

detail::ModuleCall::ModuleCall(nn::Module &module) : outer(tracer().path) {
  Tracer &t = tracer();
  t.stacks.leaveOut(__builtin_return_address(0));
  if (!t.open)
    return;
  std::optional<std::string> path = t.modules->use(module);
  if (!path)
    return;
  auto known = llvm::find(t.paths, *path);
  t.path = int(known - t.paths.begin());
  if (known == t.paths.end())
    t.paths.push_back(*path);
}

detail::ModuleCall::~ModuleCall() { tracer().path = outer; }
