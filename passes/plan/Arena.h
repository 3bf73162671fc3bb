//===- Arena.h - buffers that share one block over time -----------------*- C++ -*-===//
#ifndef DLC_PASSES_PLAN_ARENA_H
#define DLC_PASSES_PLAN_ARENA_H
#include "llvm/ADT/ArrayRef.h"
#include <cstdint>
#include <vector>

namespace dlc {
/// Buffers and regions start at multiples of this: whole vectors, whole cache lines.
constexpr int64_t alignment = 64;

inline int64_t alignUp(int64_t bytes) { return (bytes + alignment - 1) / alignment * alignment; }

struct ArenaBuffer {
  int64_t bytes;
  int64_t from, to;   // first and last moment that it is needed
  int64_t offset = 0; // chosen by packArena
  /// Buffers of one table lie at fixed distances from where the table begins.
  int table = -1;
  int64_t distance = 0;

  bool meets(const ArenaBuffer &other) const { return other.from <= to && from <= other.to; }
};

/// Bytes in use at each moment from 0 to the last, padding to the alignment included.
std::vector<int64_t> liveBytes(llvm::ArrayRef<ArenaBuffer> buffers);

/// The most bytes in use at one moment: no arrangement needs less.
int64_t peakBytes(llvm::ArrayRef<ArenaBuffer> buffers);

/// Sets every offset; returns the bytes the arena needs.
int64_t packArena(llvm::MutableArrayRef<ArenaBuffer> buffers);
} // namespace dlc
#endif
