//===- Pooling.h - the windows that pooling functions share ------*- C++ -*-===//
#ifndef DLC_FRONTEND_OPS_POOLING_H
#define DLC_FRONTEND_OPS_POOLING_H
#include "frontend/ops/Moves.h"

namespace dlc {
/// The windows of a pooling over x, which has a batch here, checked.
struct PoolWindows {
  PoolWindows(llvm::StringRef op, const Tensor &x, llvm::ArrayRef<Int> kernel,
              llvm::ArrayRef<Int> stride, llvm::ArrayRef<Int> padding, llvm::ArrayRef<Int> dilation,
              bool ceilMode);
  /// Checks x alone.
  PoolWindows(llvm::StringRef op, const Tensor &x, int64_t spatial);
  /// x with `value` where windows reach beyond it.
  Tensor paddedWith(double value) const;
  /// y without a batch, if x came without.
  Tensor unbatched(const Tensor &y) const;

  Tensor x;
  bool batched = true;
  llvm::StringRef op;
  llvm::SmallVector<int64_t> kernel, stride, padding, dilation, count, behind; // a spatial dim each

private:
  void batch(const Tensor &input);
};

/// dlc.max_pool: the largest, and its place in the window.
struct MaxPooled {
  Tensor values, places;
};
MaxPooled maxPool(const Tensor &x, llvm::ArrayRef<int64_t> kernel, llvm::ArrayRef<int64_t> stride,
                  llvm::ArrayRef<int64_t> dilation);

/// Places in windows as places in x's flattened spatial dims; `beginOf(dim, window)` is where the
/// windows of a spatial dim begin in x.
Tensor flatPlaces(const Tensor &x, const Tensor &index, llvm::ArrayRef<int64_t> kernel,
                  llvm::function_ref<Tensor(int64_t, Tensor)> beginOf,
                  llvm::ArrayRef<int64_t> dilation);

/// The sum of each window: a convolution of each channel with ones.
Tensor windowSums(const PoolWindows &windows);

/// The mean of tiles, `counts` of them along the spatial dims, which they divide.
Tensor meanOfTiles(const Tensor &x, llvm::ArrayRef<int64_t> counts);
} // namespace dlc
#endif
