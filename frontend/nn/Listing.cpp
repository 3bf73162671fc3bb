//===- Listing.cpp - what DLC_MODULE lists --------------------------------===//
#include "frontend/nn/ModuleTree.h"
#include <cxxabi.h>
#include <typeinfo>

using namespace dlc;

namespace {
class ListingReader : public nn::Visitor {
public:
  Listing listing;

  void finish() {
    for (std::vector<Listing::Member> *part : {&states, &modules})
      listing.members.insert(listing.members.end(), part->begin(), part->end());
  }

protected:
  void begin(unsigned long size, const char *text) override {
    listing.size = size;
    rest = text;
  }
  void next() override {
    auto [name, after] = rest.split(',');
    rest = after;
    path.push_back(name.trim().str());
  }
  void enter(unsigned long index) override { path.push_back(std::to_string(index)); }
  void leave() override { path.pop_back(); }
  void module(nn::Module &module) override { modules.push_back({joined(), &module, nullptr}); }
  void state(State &state, bool) override { states.push_back({joined(), nullptr, &state}); }

private:
  /// An empty name stands for nothing, so that Sequential's elements are `0`, `1`.
  std::string joined() const {
    std::string name;
    for (const std::string &part : path)
      if (!part.empty())
        name += (name.empty() ? "" : ".") + part;
    return name;
  }
  llvm::StringRef rest;
  std::vector<std::string> path;
  std::vector<Listing::Member> states, modules;
};
} // namespace

const void *Listing::Member::address() const {
  return module ? static_cast<const void *>(module) : static_cast<const void *>(state);
}

Listing dlc::listingOf(nn::Module &module) {
  ListingReader reader;
  module.DLC_MODULE_is_missing_in_this_class(reader);
  reader.finish();
  return std::move(reader.listing);
}

void dlc::forEachModule(nn::Module &module, llvm::function_ref<void(nn::Module &)> visit) {
  visit(module);
  for (const Listing::Member &member : listingOf(module).members)
    if (member.module)
      forEachModule(*member.module, visit);
}

void dlc::forEachState(nn::Module &module, llvm::function_ref<void(State &)> visit) {
  for (const Listing::Member &member : listingOf(module).members)
    if (member.module)
      forEachState(*member.module, visit);
    else if (Handle::id(*member.state))
      visit(*member.state);
}

std::string dlc::classNameOf(const nn::Module &module) {
  const char *mangled = typeid(module).name();
  char *name = abi::__cxa_demangle(mangled, nullptr, nullptr, nullptr);
  llvm::StringRef text = name ? name : mangled;
  text.consume_front("dlc::");
  std::string result = text.str();
  free(name);
  return result;
}
