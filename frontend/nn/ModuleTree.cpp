//===- ModuleTree.cpp - which module holds which, and their names ---------===//
#include "frontend/nn/ModuleTree.h"

using namespace mlir;
using namespace dlc;

void ModuleTree::add(nn::Module &module) {
  living.insert(&module);
  dirty = true;
}

void ModuleTree::remove(nn::Module &module) {
  living.remove(&module);
  rootNames.erase(&module);
  usedRoots.remove(&module);
  if (unnamedRoot == &module)
    unnamedRoot = nullptr;
  dirty = true;
}

void ModuleTree::add(State &state) {
  livingStates.insert(&state);
  dirty = true;
}

void ModuleTree::remove(State &state) {
  livingStates.remove(&state);
  dirty = true;
}

void ModuleTree::nameRoot(nn::Module &module, std::string name) {
  for (auto &[root, other] : rootNames)
    if (other == name && root != &module)
      fail("`module` names two roots \"" + name +
           "\"; names of parameters begin with it, so it is unique");
  rootNames[&module] = std::move(name);
  if (unnamedRoot == &module)
    unnamedRoot = nullptr;
  dirty = true;
}

void ModuleTree::scan() {
  if (!dirty)
    return;
  dirty = false;
  nodes.clear();
  holders.clear();
  for (nn::Module *module : living)
    nodes[module].listing = listingOf(*module);
  for (auto &[module, node] : nodes)
    for (const Listing::Member &member : node.listing.members)
      if (member.state) {
        holders.try_emplace(member.state, module);
      } else if (auto child = nodes.find(member.module);
                 child != nodes.end() && !child->second.parent) {
        child->second.parent = module;
        child->second.name = member.name;
      }
  llvm::SmallDenseSet<int> named;
  for (nn::Module *root : usedRoots)
    nameStates(root, named);
}

nn::Module *ModuleTree::rootOf(nn::Module *module) const {
  while (nn::Module *parent = nodes.at(module).parent)
    module = parent;
  return module;
}

std::string ModuleTree::pathOf(nn::Module *module) const {
  const Node &node = nodes.at(module);
  if (!node.parent) {
    auto named = rootNames.find(module);
    return named == rootNames.end() ? "" : named->second;
  }
  std::string outer = pathOf(node.parent);
  return outer.empty() ? node.name : outer + "." + node.name;
}

/// Of several names of one parameter, the first counts.
void ModuleTree::nameStates(nn::Module *module, llvm::SmallDenseSet<int> &named) {
  std::string path = pathOf(module);
  for (const Listing::Member &member : nodes.at(module).listing.members) {
    if (member.module) {
      if (nodes.count(member.module) && nodes.at(member.module).parent == module)
        nameStates(member.module, named);
      continue;
    }
    int id = Handle::id(*member.state);
    if (!id || !named.insert(id).second)
      continue;
    StateRecord &state = tracer().states[-id];
    state.order = int(named.size());
    state.name = path.empty() ? member.name : path + "." + member.name;
  }
}

void ModuleTree::useRoot(nn::Module *root) {
  if (usedRoots.contains(root))
    return;
  if (!rootNames.count(root)) {
    if (unnamedRoot)
      fail("two root modules, of class `" + classNameOf(*unnamedRoot) + "` and `" +
           classNameOf(*root) +
           "`, hold parameters; hint: name them, module(\"a\", first) and module(\"b\", second), "
           "or make one "
           "a member of the other");
    unnamedRoot = root;
  }
  usedRoots.insert(root);
  dirty = true;
  scan();
}

std::optional<std::string> ModuleTree::use(nn::Module &module) {
  scan();
  if (!nodes.count(&module))
    return std::nullopt;
  nn::Module *root = rootOf(&module);
  bool hasStates = false;
  forEachState(*root, [&](State &) { hasStates = true; });
  if (hasStates)
    useRoot(root);
  if (!hasStates && root == &module)
    return std::nullopt;
  return pathOf(&module);
}

void ModuleTree::nameStates(int state) {
  scan();
  for (auto &[held, holder] : holders)
    if (Handle::id(*held) == -state)
      return useRoot(rootOf(holder));
}

const nn::Module *ModuleTree::innermostContainer(const void *address,
                                                 const nn::Module *self) const {
  const nn::Module *innermost = nullptr;
  unsigned long smallest = ~0ul;
  for (auto &[module, node] : nodes) {
    auto begin = reinterpret_cast<uintptr_t>(module), at = reinterpret_cast<uintptr_t>(address);
    if (module == self || at < begin || at >= begin + node.listing.size ||
        node.listing.size >= smallest)
      continue;
    smallest = node.listing.size;
    innermost = module;
  }
  return innermost;
}

void ModuleTree::checkListed(const void *address, nn::Module *parent, const nn::Module *self,
                             int stack, const std::string &kind) {
  const nn::Module *container = innermostContainer(address, self);
  if (!container)
    return;
  for (; parent; parent = nodes.at(parent).parent)
    if (parent == container)
      return;
  // Its neighbours in the object are all that is known of its name.
  std::string before, behind;
  const void *low = nullptr, *high = nullptr;
  for (const Listing::Member &member :
       nodes.at(const_cast<nn::Module *>(container)).listing.members) {
    const void *at = member.address();
    if (at < address && at > container && (!low || at > low))
      low = at, before = member.name;
    if (at > address && (!high || at < high))
      high = at, behind = member.name;
  }
  std::string where = !before.empty() && !behind.empty()
                          ? "between `" + before + "` and `" + behind + "`"
                      : !before.empty() ? "behind `" + before + "`"
                      : !behind.empty() ? "before `" + behind + "`"
                                        : "in the object";
  tracer().failAt(
      stack, "a " + kind + " " + where + " of class `" + classNameOf(*container) +
                 "` is not in its DLC_MODULE(...); it would be neither trained nor saved, hint: "
                 "add its name to the list");
}

void ModuleTree::checkListings() {
  scan();
  for (nn::Module *module : living)
    checkListed(module, nodes.at(module).parent, module, module->madeAt(),
                "submodule of class `" + classNameOf(*module) + "`");
  for (State *state : livingStates) {
    int id = Handle::id(*state);
    if (!id)
      continue;
    const StateRecord &record = tracer().states[-id];
    auto holder = holders.find(state);
    checkListed(state, holder == holders.end() ? nullptr : holder->second, nullptr, record.stack,
                (record.role == "param" ? "Parameter " : "Buffer ") + ir::describe(record.type));
  }
}

ModuleTree::Modes ModuleTree::modes() const {
  Modes modes;
  for (nn::Module *module : living)
    modes.training.push_back({module, module->training});
  for (const StateRecord &state : tracer().states)
    modes.requiresGrad.push_back(state.requiresGrad);
  return modes;
}

void ModuleTree::restore(const Modes &modes) {
  for (auto [module, training] : modes.training)
    if (living.contains(module))
      module->training = training;
  for (auto [state, requiresGrad] : llvm::zip(tracer().states, modes.requiresGrad))
    state.requiresGrad = requiresGrad;
}
