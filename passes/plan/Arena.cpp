//===- Arena.cpp - interval packing -----------------------------------------------===//
#include "passes/plan/Arena.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

using namespace dlc;

int64_t dlc::packArena(llvm::MutableArrayRef<ArenaBuffer> buffers) {
  llvm::SmallVector<ArenaBuffer *> bySize, placed;
  for (ArenaBuffer &buffer : buffers)
    bySize.push_back(&buffer);
  llvm::sort(bySize, [](auto *lhs, auto *rhs) { // of one size, in the order given
    return lhs->bytes != rhs->bytes ? lhs->bytes > rhs->bytes : lhs < rhs;
  });

  int64_t total = 0;
  for (ArenaBuffer *buffer : bySize) {
    // Buffers that live at the same time, from the bottom up; the first gap that fits is taken.
    llvm::SmallVector<ArenaBuffer *> rivals;
    for (ArenaBuffer *other : placed)
      if (other->from <= buffer->to && buffer->from <= other->to)
        rivals.push_back(other);
    llvm::sort(rivals, [](auto *lhs, auto *rhs) { return lhs->offset < rhs->offset; });
    int64_t offset = 0;
    for (ArenaBuffer *rival : rivals) {
      if (offset + buffer->bytes <= rival->offset)
        break;
      offset = std::max(offset, alignUp(rival->offset + rival->bytes));
    }
    buffer->offset = offset;
    placed.push_back(buffer);
    total = std::max(total, alignUp(offset + buffer->bytes));
  }
  return total;
}
