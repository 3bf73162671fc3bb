//===- Joining.cpp - several tensors become one; padding with parts of x --===//
#include "dlc/ops.h"
#include "frontend/ops/Moves.h"

using namespace mlir;

namespace dlc {
/// The tensors in their common dtype.
static SmallVector<Tensor> promoted(StringRef op, const Tensors &tensors) {
  if (tensors.size() == 0)
    fail("`" + op + "` of no tensors; it takes at least one");
  SmallVector<Operand> operands(tensors.begin(), tensors.end());
  SmallVector<const Operand *> pointers;
  for (const Operand &operand : operands)
    pointers.push_back(&operand);
  DType dtype = promote(pointers);
  SmallVector<Tensor> parts;
  for (const Tensor &tensor : tensors)
    parts.push_back(tensor.to(dtype));
  return parts;
}

Tensor cat(const Tensors &tensors, int dim) {
  SmallVector<Tensor> all = promoted("cat", tensors), kept;
  for (const Tensor &part : all)
    if (!(part.dim() == 1 && part.size(0) == Dim(0)))
      kept.push_back(part);
  if (kept.empty())
    return all[0];
  RankedTensorType first = typeOf(kept[0]);
  if (first.getRank() == 0)
    fail("`cat` of scalars; hint: `stack` makes a vector of them");
  int64_t at = checkDim("cat", dim, first.getRank());
  for (const Tensor &part : kept) {
    RankedTensorType type = typeOf(part);
    if (type.getRank() != first.getRank())
      fail("`cat` of " + ir::describe(first) + " and " + ir::describe(type) +
           "; all have the same number of dims");
    for (int i = 0; i < type.getRank(); ++i)
      if (i != at && !(part.size(i) == kept[0].size(i)))
        fail("`cat` along dim " + Twine(at) + " of " + ir::describe(first) + " and " +
             ir::describe(type) + ": dim " + Twine(i) + " differs; only dim " + Twine(at) + " may");
  }
  SmallVector<Tensor> parts;
  for (const Tensor &part : kept)
    if (typeOf(part).getDimSize(at) != 0)
      parts.push_back(part);
  return parts.empty() ? kept[0] : joined(parts, at);
}
Tensor concat(const Tensors &tensors, int dim) { return cat(tensors, dim); }

Tensor stack(const Tensors &tensors, int dim) {
  SmallVector<Tensor> parts = promoted("stack", tensors);
  RankedTensorType first = typeOf(parts[0]);
  int64_t at = checkDim("stack", dim, first.getRank() + 1);
  for (Tensor &part : parts) {
    if (typeOf(part) != first)
      fail("`stack` of " + ir::describe(first) + " and " + ir::describe(typeOf(part)) +
           "; the shapes must be equal");
    part = unsqueeze(part, int(at));
  }
  return joined(parts, at);
}

Tensor hstack(const Tensors &tensors) {
  Tensors parts;
  for (const Tensor &tensor : tensors)
    parts.append(tensor.dim() ? tensor : reshape(tensor, {1}));
  return cat(parts, parts.size() && parts[0].dim() > 1 ? 1 : 0);
}

Tensor vstack(const Tensors &tensors) {
  Tensors parts;
  for (const Tensor &tensor : tensors)
    parts.append(tensor.dim() > 1 ? tensor
                                  : unsqueeze(tensor.dim() ? tensor : reshape(tensor, {1}), 0));
  return cat(parts, 0);
}

Tensor roll(const Tensor &x, const Dims &shifts, const Dims &dims) {
  if (dims.size() == 0 && shifts.size() == 1)
    return reshape(roll(flatten(x), shifts, 0), x.shape());
  if (dims.size() != shifts.size())
    fail("`roll` by " + Twine(shifts.size()) + " numbers along " + Twine(dims.size()) +
         " dims; it takes one number for each dim");
  Tensor y = x;
  for (int i = 0; i < dims.size(); ++i) {
    int64_t at = checkDim("roll", dims[i], x.dim()), size = typeOf(x).getDimSize(at);
    int64_t shift = size ? ((shifts[i] % size) + size) % size : 0;
    if (shift)
      y = joined({sliced(y, at, size - shift, shift), sliced(y, at, 0, size - shift)}, at);
  }
  return y;
}

/// Amounts before and behind each dim of x, from PyTorch's list.
static std::pair<SmallVector<int64_t>, SmallVector<int64_t>>
amountsOf(const Tensor &x, std::initializer_list<int> amounts) {
  RankedTensorType type = typeOf(x);
  int64_t rank = type.getRank();
  if (amounts.size() % 2 || int64_t(amounts.size()) > 2 * rank)
    fail("`pad` of " + ir::describe(type) + " with " + Twine(amounts.size()) +
         " amounts; it takes two a dim, from the last dim backwards");
  SmallVector<int64_t> low(rank, 0), high(rank, 0);
  for (auto [i, amount] : llvm::enumerate(amounts))
    (i % 2 ? high : low)[rank - 1 - i / 2] = amount;
  return {low, high};
}

/// Cuts x where amounts are negative, and makes these 0.
static Tensor cut(Tensor x, MutableArrayRef<int64_t> low, MutableArrayRef<int64_t> high) {
  for (auto [dim, before, behind] : llvm::enumerate(low, high)) {
    int64_t start = std::max<int64_t>(-before, 0), end = std::max<int64_t>(-behind, 0);
    int64_t size = typeOf(x).getDimSize(dim);
    if (start + end > size)
      fail("`pad` cuts " + Twine(start + end) + " elements off dim " + Twine(dim) + " of " +
           ir::describe(typeOf(x)) + ", which has " + Twine(size));
    x = sliced(x, dim, start, size - start - end);
    before = std::max<int64_t>(before, 0);
    behind = std::max<int64_t>(behind, 0);
  }
  return x;
}

/// What "circular", "reflect" or "replicate" puts before or behind x.
static Tensor border(StringRef mode, const Tensor &x, int64_t dim, int64_t amount, bool before) {
  int64_t size = typeOf(x).getDimSize(dim);
  int64_t most = mode == "reflect" ? size - 1 : size;
  if (mode == "replicate" ? size == 0 : amount > most)
    fail("`pad` by " + Twine(amount) + " with mode `" + mode + "` along dim " + Twine(dim) +
         " of " + ir::describe(typeOf(x)) + "; the amount is at most " + Twine(most));
  if (mode == "circular")
    return sliced(x, dim, before ? size - amount : 0, amount);
  if (mode == "reflect")
    return flip(sliced(x, dim, before ? 1 : size - 1 - amount, amount), int(dim));
  Tensor edge = dropped(sliced(x, dim, before ? 0 : size - 1, 1), dim);
  return repeated(edge, dim, amount);
}

Tensor paddedBy(const Tensor &x, StringRef mode, ArrayRef<int64_t> low, ArrayRef<int64_t> high,
                double value) {
  if (mode != "constant" && mode != "reflect" && mode != "replicate" && mode != "circular")
    fail("`pad` with mode `" + mode +
         "`; there are `constant`, `reflect`, `replicate` and `circular`");
  SmallVector<int64_t> before(low), behind(high);
  Tensor y = cut(x, before, behind);
  if (mode == "constant")
    return padded(y, before, behind, SmallVector<int64_t>(x.dim(), 0), value);
  for (int64_t dim = 0; dim < x.dim(); ++dim) {
    SmallVector<Tensor> parts;
    if (before[dim])
      parts.push_back(border(mode, y, dim, before[dim], true));
    parts.push_back(y);
    if (behind[dim])
      parts.push_back(border(mode, y, dim, behind[dim], false));
    y = joined(parts, dim);
  }
  return y;
}

Tensor pad(const Tensor &x, std::initializer_list<int> amounts, Mode mode, double value) {
  auto [low, high] = amountsOf(x, amounts);
  return paddedBy(x, mode.name, low, high, value);
}

Tensor pad(const Tensor &x, std::initializer_list<int> amounts, double value) {
  return pad(x, amounts, "constant", value);
}
} // namespace dlc
