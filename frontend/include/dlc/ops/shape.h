//===- shape.h - other shapes of the same elements ---------------*- C++ -*-===//
#ifndef DLC_OPS_SHAPE_H
#define DLC_OPS_SHAPE_H
#include "dlc/tensor.h"

namespace dlc {
Tensor reshape(const Tensor &x, const Shape &shape);
Tensor flatten(const Tensor &x, int start = 0, int end = -1);
Tensor permute(const Tensor &x, const Dims &dims);
Tensor transpose(const Tensor &x, int dim0, int dim1);
Tensor t(const Tensor &x);
Tensor unsqueeze(const Tensor &x, int dim);
Tensor squeeze(const Tensor &x, int dim);
Tensor expand(const Tensor &x, const Shape &shape); // -1 keeps a size
Tensor flip(const Tensor &x, const Dims &dims);
Tensor narrow(const Tensor &x, int dim, Int start, Int length);
/// PyTorch's F.pad: amounts from the last dimension backwards, `{left, right, top, bottom}`.
Tensor pad(const Tensor &x, std::initializer_list<int> amounts, double value = 0);
} // namespace dlc
#endif
