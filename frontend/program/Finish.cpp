//===- Finish.cpp - a finished trace becomes a program --------------------===//
// States get their names, every entry its list of them, and `init` a value for each.
#include "dlc/ops.h"
#include "frontend/nn/ModuleTree.h"
#include "frontend/ops/Emit.h"
#include "frontend/ops/Random.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;
using namespace dlc;

/// Parameters and buffers as in the state dict, then what belongs to optimisers, gradients, rng.
static SmallVector<int> inOrder(const Tracer &t) {
  SmallVector<int> states;
  for (int i = 1; i < int(t.states.size()); ++i) {
    bool used = llvm::any_of(t.entries, [&](auto &entry) { return entry->states.contains(i); });
    bool isDict = t.states[i].role == "param" || t.states[i].role == "buffer";
    if (used || (isDict && !t.states[i].name.empty()))
      states.push_back(i);
  }
  auto rank = [&](int i) {
    StringRef role = t.states[i].role;
    return role == "optimizer" ? 1 : role == "grad" ? 2 : role == "rng" ? 3 : 0;
  };
  llvm::sort(states, [&](int a, int b) {
    return std::tuple(rank(a), t.states[a].order, a) < std::tuple(rank(b), t.states[b].order, b);
  });
  return states;
}

static Value initialValue(Tracer &t, int index) {
  StateRecord &state = t.states[index];
  if (state.initial)
    return state.initial;
  if (state.init.kind == Init::Constant)
    return splat(state.init.a, state.type);
  // One stream a parameter, by its name: other parameters may come and go.
  auto scalar = RankedTensorType::get({}, t.b.getI64Type());
  int seedState = t.namedState("dlc.rng.seed", "rng", scalar);
  t.states[seedState].isSeed = true;
  Value seed = t.readState(seedState, /*asLeaf=*/false);
  Value call = splat(0, scalar);
  // f16 and bf16 start as f32 does, rounded.
  DType dtype = t.dtypeOf(state.type.getElementType());
  RankedTensorType type =
      dtype.isHalf() ? ir::withElement(state.type, t.b.getF32Type()) : state.type;
  Tensor u = uniform(type, streamOf("init." + t.nameOf(index)), seed, call);
  Init init = state.init;
  Tensor value =
      init.kind == Init::Uniform ? u * (init.b - init.a) + init.a : normalOf(u) * init.b + init.a;
  return convertTo(valueOf(value), state.type.getElementType());
}

void Tracer::finish() {
  EntryTrace &init = *entries.front();
  b.setInsertionPointToEnd(&init.op.getBody().front());
  if (entries.size() == 1)
    failAt(0, "the program has no entry; hint: entry(\"train_step\", {f32({n, 784})}, [&](Tensor "
              "x) { ... })");

  llvm::MapVector<int, Value> initial;
  for (int state : inOrder(*this)) {
    Value value = initialValue(*this, state);
    initial[state] = value;
  }
  SmallVector<int> all = inOrder(*this); // with the seed, if a value was drawn
  llvm::StringSet<> names;
  for (int state : all)
    if (!names.insert(nameOf(state)).second)
      failAt(states[state].stack, "two parameters or buffers are named `" + nameOf(state) +
                                      "`; a name in the state dict is unique");

  // `init` gives every state a value; the seed is what the runtime wrote before it ran.
  SmallVector<Value> yielded;
  llvm::MapVector<int, EntryTrace::StateUse> uses;
  for (int state : all) {
    EntryTrace::StateUse use = useState(state);
    if (!states[state].isSeed)
      use.current = initial[state];
  }
  for (auto &[state, use] : init.states)
    yielded.push_back(states[state].isSeed ? Value(use.argument) : initial[state]);
  b.setLoc(program.getLoc());
  ir::YieldOp::create(b, yielded);

  for (auto &entry : entries) {
    SmallVector<Attribute> refs;
    for (auto &[state, use] : entry->states)
      refs.push_back(FlatSymbolRefAttr::get(&context, nameOf(state)));
    entry->op.setStatesAttr(b.getArrayAttr(refs));
  }
  b.setInsertionPointToStart(&program.getBody().front());
  for (int state : all)
    ir::StateOp::create(b, nameOf(state), states[state].type, states[state].role);
  for (auto &[name, value] : settings)
    ir::SettingOp::create(b, name, b.getF64FloatAttr(value));

  NamedAttrList bounds;
  for (auto &[name, bound] : dims)
    bounds.append(name, b.getI64IntegerAttr(bound));
  program.setDimsAttr(bounds.getDictionary(&context));
  if (fitOptions)
    program->setAttr("fit", fitOptions);
}
