//===- CallStacks.cpp - where in the user's code an op was made -----------===//
#include "frontend/trace/CallStacks.h"
#include <dlfcn.h>
#include <execinfo.h>
#include <link.h>

using namespace dlc;

void CallStacks::setPlugin(const void *symbol, std::string path, llvm::StringRef header) {
  Dl_info info = {};
  dladdr(symbol, &info);
  begin = end = reinterpret_cast<uintptr_t>(info.dli_fbase);
  auto measure = [](dl_phdr_info *object, size_t, void *data) {
    auto *self = static_cast<CallStacks *>(data);
    if (object->dlpi_addr != self->begin)
      return 0;
    for (int i = 0; i < object->dlpi_phnum; ++i) {
      const auto &segment = object->dlpi_phdr[i];
      if (segment.p_type == PT_LOAD)
        self->end = std::max(self->end, self->begin + segment.p_vaddr + segment.p_memsz);
    }
    return 1;
  };
  dl_iterate_phdr(measure, this);
  userLines.emplace(std::move(path), header);
}

int CallStacks::record() {
  void *frames[64];
  int count = backtrace(frames, 64);
  llvm::StringRef bytes(reinterpret_cast<const char *>(frames), count * sizeof(void *));
  auto [entry, isNew] = numbers.try_emplace(bytes, int(stacks.size()));
  if (isNew)
    stacks.emplace_back(frames, frames + count);
  return entry->second;
}

size_t CallStacks::offsetsOf(void *const *frames, int count, uint64_t *offsets) const {
  size_t used = 0;
  for (int i = 0; i < count; ++i) {
    auto address = reinterpret_cast<uintptr_t>(frames[i]);
    if (address >= begin && address < end)
      offsets[used++] = address - begin;
  }
  return used;
}

void *CallStacks::functionAt(void *address) {
  auto [entry, isNew] = functions.try_emplace(address);
  if (Dl_info info = {}; isNew && dladdr(address, &info))
    entry->second = info.dli_saddr;
  return entry->second;
}

void CallStacks::leaveOut(void *returnAddress) {
  if (void *function = functionAt(returnAddress))
    leftOut.insert(function);
}

const std::vector<UserLine> &CallStacks::lines(int stack) {
  auto [entry, isNew] = resolved.try_emplace(stack);
  if (isNew && userLines) {
    std::vector<void *> frames = stacks[stack];
    std::erase_if(frames, [&](void *frame) { return leftOut.count(functionAt(frame)); });
    std::vector<uint64_t> offsets(frames.size());
    offsets.resize(offsetsOf(frames.data(), int(frames.size()), offsets.data()));
    entry->second = userLines->at(offsets);
  }
  return entry->second;
}
