//===- Layout.h - storage order of a tensor ----------------------------*- C++ -*-===//
// A layout is a permutation: storage axis i holds the tensor's axis layout[i]. It stands as
// `dlc.layouts` (one per result) on graph ops and as `perm` on dlc.state; without one, storage
// is row-major. Inputs and results of an entry are always row-major.
#ifndef DLC_PASSES_LAYOUT_LAYOUT_H
#define DLC_PASSES_LAYOUT_LAYOUT_H
#include "ir/graph/Dialect.h"

namespace dlc {
using Layout = llvm::SmallVector<int64_t>;

Layout rowMajor(int64_t rank);
bool isRowMajor(llvm::ArrayRef<int64_t> layout);

/// Storage order of a value of the graph.
Layout layoutOf(mlir::Value value);
/// What a block's argument is another name of: a constant of a loop, an input of a branch. Null for
/// any other argument.
mlir::Value outerOf(mlir::BlockArgument argument);
void setLayout(mlir::OpResult value, llvm::ArrayRef<int64_t> layout);

/// Index in the tensor -> index in storage.
mlir::AffineMap storageMap(llvm::ArrayRef<int64_t> layout, mlir::MLIRContext *context);

/// The shape of storage.
llvm::SmallVector<int64_t> storageShape(mlir::RankedTensorType type,
                                        llvm::ArrayRef<int64_t> layout);

/// The layout in which `to`, a reshape of `from`, is the same bytes as `from` in `layout`. None
/// where axes that the reshape joins or splits do not stand together and in order.
std::optional<Layout> layoutThrough(mlir::RankedTensorType from, llvm::ArrayRef<int64_t> layout,
                                    mlir::RankedTensorType to);

/// A value that is a part of a buffer, perhaps with its axes in another order: axis `axes[i]` of
/// the value is axis i of the buffer, where it begins at `starts[i]`.
struct Part {
  mlir::Value base;
  llvm::SmallVector<int64_t> axes, starts;
  /// The value's storage order in a buffer that lies in `layout`.
  Layout layoutIn(llvm::ArrayRef<int64_t> layout) const;
};

/// `value` as a part of the first in front of it that `isBuffer`, if nothing else is done to it.
std::optional<Part> partOf(mlir::Value value, llvm::function_ref<bool(mlir::Value)> isBuffer);

/// Whether a reshape between these types and layouts leaves every element where it is.
bool keepsStorage(mlir::RankedTensorType from, llvm::ArrayRef<int64_t> fromLayout,
                  mlir::RankedTensorType to, llvm::ArrayRef<int64_t> toLayout);
} // namespace dlc
#endif
