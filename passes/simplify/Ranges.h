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

/// Whether all of the range are indices of an axis of this size; with `wraps`, from -size on.
bool isWithin(const IntRange &range, const Size &size, bool wraps);

/// What live elements lie within, as far as it is known. Each value is asked once.
class Ranges {
public:
  std::optional<IntRange> of(mlir::Value value);

private:
  std::optional<IntRange> find(mlir::Value value);
  std::optional<IntRange> ofOp(mlir::Operation *op, unsigned result);
  std::optional<IntRange> ofBinary(mlir::Operation *op);
  IntRange ofAny(mlir::Value value); // all that the type holds if nothing is known
  IntRange ofLarger(mlir::Value lhs, mlir::Value rhs);
  IntRange ofSmaller(mlir::Value lhs, mlir::Value rhs);
  std::optional<IntRange> ofRemainder(mlir::Value lhs, mlir::Value rhs);
  IntRange ofChoice(ir::SelectOp select);
  IntRange ofSide(mlir::Value side, mlir::Value mask, bool set);
  IntRange narrowed(IntRange range, mlir::Value value, mlir::Value mask, bool set);
  std::optional<int64_t> numberOf(mlir::Value value);

  llvm::DenseMap<mlir::Value, std::optional<IntRange>> known;
};
} // namespace dlc
#endif
