//===- States.cpp - reading and writing what outlives an entry ------------===//
#include "frontend/nn/ModuleTree.h"
#include "frontend/trace/Tracer.h"

using namespace mlir;
using namespace dlc;

int Tracer::addState(StateRecord record) {
  states.push_back(std::move(record));
  return int(states.size() - 1);
}

std::string Tracer::nameOf(int state) {
  if (int base = states[state].base)
    return states[state].name + nameOf(base);
  if (states[state].name.empty())
    modules->nameStates(state);
  if (states[state].name.empty())
    fail("a " + Twine(states[state].role == "param" ? "Parameter " : "Buffer ") +
         ir::describe(states[state].type) +
         " that no module lists is used; hint: make it a member of a "
         "Module and list it in DLC_MODULE(...), its name in the state dict comes from there");
  return states[state].name;
}

EntryTrace::StateUse &Tracer::useState(int state) {
  EntryTrace &entry = this->entry();
  auto [use, isNew] = entry.states.insert({state, {}});
  if (isNew) {
    (void)nameOf(state); // an error for one without a name
    Block &block = entry.op.getBody().front();
    use->second.argument = block.addArgument(states[state].type, here());
    use->second.current = use->second.argument;
  }
  return use->second;
}

Value Tracer::readState(int state, bool asLeaf) {
  StateRecord &record = states[state];
  if (!open && !record.isSeed && record.role != "rng")
    fail("a Parameter or Buffer is read at program scope, where it has no value yet; hint: read it "
         "inside "
         "entry(...)");
  Value value = useState(state).current;
  if (asLeaf && !noGrad && record.requiresGrad &&
      !llvm::is_contained(entry().leaves, std::pair(state, value)))
    entry().leaves.push_back({state, value});
  return import(value);
}

void Tracer::writeState(int state, Value value) {
  if (!regions.empty())
    fail(
        "`" + nameOf(state) +
        "` is written in the body of a loop or branch; hint: carry the value, and write it behind");
  useState(state).current = value;
}

int Tracer::namedState(const std::string &name, const char *role, RankedTensorType type, int base) {
  for (auto [i, state] : llvm::enumerate(states))
    if (state.base == base && state.name == name && state.role == role)
      return int(i);
  StateRecord record;
  record.name = name;
  record.role = role;
  record.type = type;
  record.base = base;
  return addState(std::move(record));
}

int Tracer::gradientOf(int parameter) {
  return namedState("dlc.grad.", "grad", states[parameter].type, parameter);
}

Value Tracer::settingValue(const std::string &name, double value) {
  auto known = llvm::find_if(settings, [&](auto &setting) { return setting.first == name; });
  if (known == settings.end())
    settings.push_back({name, value});
  b.setLoc(here());
  return ir::SettingValueOp::create(b, RankedTensorType::get({}, b.getF64Type()), name);
}
