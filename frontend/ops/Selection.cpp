//===- Selection.cpp - reductions of x[mask] -------------------------------===//
#include "frontend/ops/Selection.h"

using namespace mlir;

namespace dlc {
std::optional<Selected> selected(StringRef op, const Tensor &x, const Dims &dims, bool keepdim) {
  const Selection *selection = tracer().selectionOf(x);
  if (!selection)
    return std::nullopt;
  // A copy: what follows makes tensors.
  auto [whole, mask, dim, rank] = *selection;
  Dims all;
  bool goes = dims.size() == 0;
  for (int64_t one : checkDims(op, dims, whole.dim() - rank + 1)) {
    goes |= one == dim;
    for (int i = 0; i < (one == dim ? rank : 1); ++i)
      all.append(int(one < dim ? one : one == dim ? one + i : one + rank - 1));
  }
  if (!goes || keepdim)
    fail("`" + op + "` of x[mask] that keeps its dim " + Twine(dim) +
         "; how long that is is known only when the program runs, hint: reduce over it, or all of "
         "x[mask]");
  return Selected{whole, mask, all};
}
} // namespace dlc
