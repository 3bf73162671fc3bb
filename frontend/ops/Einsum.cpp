//===- Einsum.cpp - einsum and tensordot ----------------------------------===//
#include "frontend/ops/Contract.h"
#include "frontend/ops/Reduce.h"
#include "llvm/ADT/StringExtras.h"

using namespace mlir;

namespace dlc {
/// Labels are letters; what `...` stands for is numbered from its last dim backwards.
static constexpr int64_t ellipsisLabel = 256;

namespace {
class Einsum {
public:
  Einsum(StringRef equation, ArrayRef<Tensor> tensors) : equation(equation) {
    auto [inputs, output] = equation.split("->");
    SmallVector<StringRef> parts;
    inputs.split(parts, ',');
    if (parts.size() != tensors.size())
      error("names " + Twine(parts.size()) + " operands and gets " + Twine(tensors.size()));
    for (auto [part, tensor] : llvm::zip(parts, tensors))
      operands.push_back(labelled(part, tensor));
    for (const Labelled &operand : operands)
      noteSizes(operand);
    readOutput(equation.contains("->"), output);
  }

  Tensor run() {
    for (Labelled &operand : operands)
      takeDiagonals(operand);
    Labelled result = operands.front();
    for (size_t i = 1; i < operands.size(); ++i)
      result = contractPair(result, operands[i], keptAfter(i));
    return reduceTo(result, out);
  }

private:
  [[noreturn]] void error(const Twine &message) const {
    fail("`einsum` \"" + equation + "\" " + message);
  }

  Labelled labelled(StringRef part, const Tensor &tensor) {
    int64_t letters = llvm::count_if(part, llvm::isAlpha);
    int64_t hidden = tensor.dim() - letters; // dims that `...` stands for
    bool elliptic = part.contains("...");
    if (hidden < 0 || (hidden > 0 && !elliptic))
      error("has " + Twine(letters) + " letters for " + ir::describe(typeOf(tensor)) +
            ", which has " + Twine(tensor.dim()) +
            " dims; a dim has a letter, or `...` stands for "
            "it");
    Labelled result{tensor, labelsOf(part, hidden)};
    if (elliptic)
      ellipsis = std::max(ellipsis, hidden);
    return result;
  }

  SmallVector<int64_t> labelsOf(StringRef part, int64_t hidden) const {
    SmallVector<int64_t> labels;
    bool elliptic = false;
    while (!part.empty()) {
      if (part.consume_front(" "))
        continue;
      if (!elliptic && part.consume_front("...")) {
        elliptic = true;
        for (int64_t i = hidden; i > 0; --i)
          labels.push_back(ellipsisLabel + i);
        continue;
      }
      if (!llvm::isAlpha(part.front()))
        error("has `" + part.take_front() +
              "`; it is made of letters, `,`, `->` and one `...` an "
              "operand");
      labels.push_back(part.front());
      part = part.drop_front();
    }
    return labels;
  }

  static std::string nameOf(int64_t label) {
    return label < ellipsisLabel ? std::string(1, char(label)) : "...";
  }

  void noteSizes(const Labelled &operand) {
    for (auto [i, label] : llvm::enumerate(operand.labels)) {
      Dim size = operand.value.size(int(i));
      auto [known, isNew] = sizes.try_emplace(label, size);
      if (isNew || known->second == size || size == Dim(1))
        continue;
      if (!(known->second == Dim(1)))
        error("has dims of " + Twine(known->second.bound()) + " and " + Twine(size.bound()) +
              " for `" + nameOf(label) + "`; they must be equal or 1");
      known->second = size;
    }
  }

  void readOutput(bool isGiven, StringRef output) {
    if (isGiven) {
      out = labelsOf(output, ellipsis);
      for (auto [i, label] : llvm::enumerate(out)) {
        if (!sizes.contains(label))
          error("has `" + nameOf(label) + "` in its result alone");
        if (llvm::is_contained(ArrayRef(out).take_front(i), label))
          error("has `" + nameOf(label) + "` twice in its result");
      }
      return;
    }
    for (int64_t i = ellipsis; i > 0; --i)
      out.push_back(ellipsisLabel + i);
    for (int64_t letter = 'A'; letter <= 'z'; ++letter) {
      int64_t count = 0;
      for (const Labelled &operand : operands)
        count += llvm::count(operand.labels, letter);
      if (count == 1)
        out.push_back(letter);
    }
  }

  /// A letter twice: the sum over one of both dims of what lies on the diagonal.
  void takeDiagonals(Labelled &operand) const {
    for (size_t second = 1; second < operand.labels.size(); ++second) {
      int64_t label = operand.labels[second];
      size_t first = llvm::find(operand.labels, label) - operand.labels.begin();
      if (first == second)
        continue;
      const Tensor &x = operand.value;
      if (!(x.size(int(first)) == x.size(int(second))))
        error("takes the diagonal `" + nameOf(label) + "` of dims " + Twine(first) + " and " +
              Twine(second) + " of " + ir::describe(typeOf(x)) + "; they must be equal");
      RankedTensorType numbers = ir::withElement(typeOf(x), tracer().b.getI64Type());
      Builder &b = tracer().b;
      Tensor row = tensorOf(make<ir::IotaOp>(numbers, b.getI64IntegerAttr(int64_t(first))));
      Tensor column = tensorOf(make<ir::IotaOp>(numbers, b.getI64IntegerAttr(int64_t(second))));
      Tensor onDiagonal = where(row == column, x, 0);
      operand.value = reduce<ir::ReduceSumOp>(onDiagonal, int64_t(second));
      operand.labels.erase(operand.labels.begin() + second);
      --second;
    }
  }

  /// What is needed behind operand `last`: the result's labels in their order, then others.
  SmallVector<int64_t> keptAfter(size_t last) const {
    SmallVector<int64_t> kept = out;
    for (const Labelled &operand : ArrayRef(operands).drop_front(last + 1))
      for (int64_t label : operand.labels)
        if (!llvm::is_contained(kept, label))
          kept.push_back(label);
    return kept;
  }

  StringRef equation;
  SmallVector<Labelled> operands;
  llvm::SmallDenseMap<int64_t, Dim> sizes;
  SmallVector<int64_t> out;
  int64_t ellipsis = 0; // the most dims that `...` stands for
};
} // namespace

Tensor einsum(const char *equation, std::initializer_list<Tensor> operands) {
  ArrayRef<Tensor> tensors(operands.begin(), operands.size());
  for (const Tensor &tensor : tensors) {
    if (tensor.dtype() == boolean)
      fail("`einsum` of bool tensors; hint: `.to(f32)` first");
    checkEqualDTypes("einsum", tensors.front(), "an operand of", tensor);
  }
  return Einsum(equation, tensors).run();
}

/// Pairs of dims, counted from the front.
static Tensor tensordotOver(const Tensor &lhs, const Tensor &rhs, ArrayRef<int64_t> lhsDims,
                            ArrayRef<int64_t> rhsDims) {
  checkEqualDTypes("tensordot", lhs, "a factor of", rhs);
  Labelled left{lhs, {}}, right{rhs, {}};
  for (int64_t i = 0; i < lhs.dim(); ++i)
    left.labels.push_back(i);
  for (int64_t i = 0; i < rhs.dim(); ++i)
    right.labels.push_back(lhs.dim() + i);
  for (auto [l, r] : llvm::zip_equal(lhsDims, rhsDims)) {
    Dim m = lhs.size(int(l)), n = rhs.size(int(r));
    if (!(m == n) && !(m == Dim(1)) && !(n == Dim(1)))
      fail("`tensordot` of " + ir::describe(typeOf(lhs)) + " and " + ir::describe(typeOf(rhs)) +
           ": dim " + Twine(l) + " of the left is " + Twine(m.bound()) + ", dim " + Twine(r) +
           " of the right is " + Twine(n.bound()) + "; they must be equal or 1");
    right.labels[r] = left.labels[l];
  }
  SmallVector<int64_t> kept;
  for (const Labelled &side : {left, right})
    for (int64_t label : side.labels)
      if (!(left.has(label) && right.has(label)))
        kept.push_back(label);
  return contractPair(left, right, kept).value;
}

Tensor tensordot(const Tensor &lhs, const Tensor &rhs, const Dims &lhsDims, const Dims &rhsDims) {
  if (lhsDims.size() != rhsDims.size())
    fail("`tensordot` over " + Twine(lhsDims.size()) + " dims of the left and " +
         Twine(rhsDims.size()) + " of the right; they go in pairs");
  SmallVector<int64_t> left, right;
  for (auto [l, r] : llvm::zip(lhsDims, rhsDims)) {
    left.push_back(checkDim("tensordot", l, lhs.dim()));
    right.push_back(checkDim("tensordot", r, rhs.dim()));
    if (llvm::is_contained(ArrayRef(left).drop_back(), left.back()) ||
        llvm::is_contained(ArrayRef(right).drop_back(), right.back()))
      fail("`tensordot` names dim " + Twine(l) + " or " + Twine(r) + " twice");
  }
  return tensordotOver(lhs, rhs, left, right);
}

Tensor tensordot(const Tensor &lhs, const Tensor &rhs, int dims) {
  if (dims < 0 || dims > lhs.dim() || dims > rhs.dim())
    fail("`tensordot` over " + Twine(dims) + " dims of " + ir::describe(typeOf(lhs)) + " and " +
         ir::describe(typeOf(rhs)) + "; neither has more than its rank");
  auto left = llvm::to_vector(llvm::seq<int64_t>(lhs.dim() - dims, lhs.dim()));
  auto right = llvm::to_vector(llvm::seq<int64_t>(0, dims));
  return tensordotOver(lhs, rhs, left, right);
}
} // namespace dlc
