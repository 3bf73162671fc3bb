//===- Ranges.h - the numbers that a tensor of ints can hold --------------*- C++ -*-===//
#ifndef DLC_PASSES_SIMPLIFY_RANGES_H
#define DLC_PASSES_SIMPLIFY_RANGES_H
#include "ir/graph/Dialect.h"
#include <optional>

namespace dlc {
/// A size and what it is at most: `live` of an axis of `bound` elements.
struct Size {
  int64_t bound;
  ir::LiveDim live;
  int64_t least() const;
};

/// From `low` to `high`, and below `below` if that is given.
struct IntRange {
  int64_t low, high;
  std::optional<Size> below = std::nullopt;
};

/// What live elements of `value` lie within, as far as it is known.
std::optional<IntRange> rangeOf(mlir::Value value);

/// Whether all of the range are indices of an axis of this size; with `wraps`, from -size on.
bool isWithin(const IntRange &range, const Size &size, bool wraps);
} // namespace dlc
#endif
