//===- Tensor.h - numbers on the host --------------------------------------*- C++ -*-===//
// A tensor in the live shape, row-major and dense: what dlc_run takes and gives.
#ifndef DLC_TOOLS_CHECK_TENSOR_H
#define DLC_TOOLS_CHECK_TENSOR_H
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/BuiltinTypes.h"
#include <string>
#include <vector>

namespace dlc::check {
struct Tensor {
  mlir::Type element;
  std::vector<int64_t> shape;
  std::vector<char> bytes;

  int64_t size() const;
  double get(int64_t i) const;
  void set(int64_t i, double value);
  /// "[2, 0]" of element `i`, for messages.
  std::string place(int64_t i) const;
};

/// Run-time value of each dimension of the program, in its order.
struct Extents {
  std::vector<std::pair<mlir::StringAttr, int64_t>> dims;
  std::vector<int64_t> values() const;
  std::string text() const;
};

/// Zeros in the live shape of `type`.
Tensor zeros(mlir::RankedTensorType type, const Extents &extents);
/// What an attribute of a test spells.
Tensor tensorOf(mlir::DenseElementsAttr attr);

struct Range {
  double low, high;
};
/// Numbers that are the same on every run. Floats of one input lie on a grid of their own in random
/// order: no two are equal or nearly so, and none is 0, so that no maximum has a tie and no kink is
/// near.
Tensor randomTensor(mlir::RankedTensorType type, const Extents &extents, Range range,
                    unsigned input);

/// Elements that are neither equal bits nor both NaN; -1 when there is none.
int64_t firstDifferentBits(const Tensor &lhs, const Tensor &rhs);
/// First element further from `expected` than tolerance * max(1, |expected|); -1 when there is
/// none.
int64_t firstFar(const Tensor &value, const Tensor &expected, double tolerance);
} // namespace dlc::check
#endif
