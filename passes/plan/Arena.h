//===- Arena.h - buffers that share one block over time -----------------*- C++ -*-===//
#ifndef DLC_PASSES_PLAN_ARENA_H
#define DLC_PASSES_PLAN_ARENA_H
#include "llvm/ADT/ArrayRef.h"
#include <cstdint>

namespace dlc {
/// Buffers and regions start at multiples of this: whole vectors, whole cache lines.
constexpr int64_t alignment = 64;

inline int64_t alignUp(int64_t bytes) { return (bytes + alignment - 1) / alignment * alignment; }

struct ArenaBuffer {
  int64_t bytes;
  int64_t from, to; // first and last launch that touches it
  int64_t offset;   // chosen here
};

/// Sets every offset; returns the bytes the arena needs.
int64_t packArena(llvm::MutableArrayRef<ArenaBuffer> buffers);
} // namespace dlc
#endif
