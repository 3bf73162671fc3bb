//===- ModuleTree.h - which module holds which, and their names -*- C++ -*-===//
// Every living Module, Parameter and Buffer is known by its address. The tree is read off what
// they list, anew whenever one was made, moved or destroyed: names never come from stored
// addresses.
#ifndef DLC_FRONTEND_NN_MODULETREE_H
#define DLC_FRONTEND_NN_MODULETREE_H
#include "frontend/trace/Tracer.h"
#include "llvm/ADT/SetVector.h"

namespace dlc {
/// What a module lists, with names like `conv1` or `layers.0`.
struct Listing {
  struct Member {
    std::string name;
    nn::Module *module = nullptr;
    State *state = nullptr;
    const void *address() const;
  };
  unsigned long size = 0;      // of the object
  std::vector<Member> members; // parameters and buffers first, as in PyTorch
};
Listing listingOf(nn::Module &module);

/// The states in `module` and below, in the order of the state dict.
void forEachState(nn::Module &module, llvm::function_ref<void(State &)> visit);
void forEachModule(nn::Module &module, llvm::function_ref<void(nn::Module &)> visit);
std::string classNameOf(const nn::Module &module);

class ModuleTree {
public:
  void add(nn::Module &module);
  void remove(nn::Module &module);
  void add(State &state);
  void remove(State &state);
  void nameRoot(nn::Module &module, std::string name);

  /// An error for a member that its class does not list.
  void checkListings();
  /// The path from the root, empty for the root; nullopt for one outside any tree with states.
  std::optional<std::string> use(nn::Module &module);
  /// Gives names to the states of the tree that holds `state`.
  void nameStates(int state);

  /// Modes and frozen parameters, which an entry puts back.
  struct Modes {
    std::vector<std::pair<nn::Module *, bool>> training;
    std::vector<bool> requiresGrad;
  };
  Modes modes() const;
  void restore(const Modes &modes);

private:
  struct Node {
    nn::Module *parent = nullptr;
    std::string name; // in the parent
    Listing listing;
  };
  void scan();
  nn::Module *rootOf(nn::Module *module) const;
  std::string pathOf(nn::Module *module) const;
  void useRoot(nn::Module *root);
  void nameStates(nn::Module *module, llvm::SmallDenseSet<int> &named);
  const nn::Module *innermostContainer(const void *address, const nn::Module *self) const;
  void checkListed(const void *address, nn::Module *parent, const nn::Module *self, int stack,
                   const std::string &kind);

  bool dirty = true;
  llvm::SetVector<nn::Module *> living;
  llvm::SetVector<State *> livingStates;
  std::map<nn::Module *, Node> nodes;
  std::map<State *, nn::Module *> holders;
  std::map<nn::Module *, std::string> rootNames;
  nn::Module *unnamedRoot = nullptr;
  llvm::SetVector<nn::Module *> usedRoots;
};
} // namespace dlc
#endif
