//===- Dims.cpp - arithmetic of dims, and dim numbers ---------------------===//
#include "frontend/ops/Emit.h"

using namespace mlir;

namespace dlc {
static std::string describe(Dim dim) {
  if (!dim.isDynamic())
    return std::to_string(dim.add);
  return ir::describe(tracer().liveOf(dim));
}

Int Dim::value() const {
  if (isDynamic())
    fail("the number of a dynamic dim `" + describe(*this) +
         "` is known at run time only; hint: use the Dim itself, in shapes and in arithmetic with "
         "tensors");
  return add;
}

Int Dim::bound() const { return isDynamic() ? mul * tracer().dims[symbol - 1].second + add : add; }

static Dim combine(Dim lhs, Dim rhs, int sign) {
  if (lhs.isDynamic() && rhs.isDynamic() && lhs.symbol != rhs.symbol)
    fail("a sum of the dynamic dims `" + describe(lhs) + "` and `" + describe(rhs) +
         "`; a size depends on one of them");
  Dim result;
  result.symbol = lhs.isDynamic() ? lhs.symbol : rhs.symbol;
  result.mul = lhs.mul + sign * rhs.mul;
  result.add = lhs.add + sign * rhs.add;
  if (result.mul == 0)
    result.symbol = 0;
  return result;
}

Dim operator+(Dim lhs, Dim rhs) { return combine(lhs, rhs, 1); }
Dim operator-(Dim lhs, Dim rhs) { return combine(lhs, rhs, -1); }

Dim operator*(Dim lhs, Dim rhs) {
  if (lhs.isDynamic() && rhs.isDynamic())
    fail("a product of the dynamic dims `" + describe(lhs) + "` and `" + describe(rhs) +
         "`; a size is a multiple of one of them, hint: layers and losses take extra leading dims");
  if (rhs.isDynamic())
    std::swap(lhs, rhs);
  lhs.mul *= rhs.add;
  lhs.add *= rhs.add;
  if (lhs.mul == 0)
    lhs.symbol = 0;
  return lhs;
}

Dim operator/(Dim lhs, Dim rhs) {
  if (rhs.isDynamic() || rhs.add == 0 || lhs.mul % rhs.add ||
      (lhs.isDynamic() && lhs.add % rhs.add))
    fail("dim `" + describe(lhs) + "` divided by `" + describe(rhs) +
         "`; a dynamic dim divides by the factors of its terms only");
  lhs.mul /= rhs.add;
  lhs.add /= rhs.add;
  return lhs;
}

Dim operator%(Dim lhs, Dim rhs) {
  if (rhs.value() == 0)
    fail("the remainder of dim `" + describe(lhs) + "` by 0");
  if (lhs.mul % rhs.add)
    (void)lhs.value(); // reports
  return Dim(((lhs.add % rhs.add) + rhs.add) % rhs.add);
}

Dim dim(const char *name, Int bound) {
  Tracer &t = tracer();
  if (bound < 1)
    fail("dim `" + Twine(name) + "` with a bound of " + Twine(bound) + "; a bound is at least 1");
  Dim result;
  result.mul = 1;
  for (auto [i, entry] : llvm::enumerate(t.dims))
    if (entry.first == name) {
      if (entry.second != bound)
        fail("dim `" + Twine(name) + "` with a bound of " + Twine(bound) + ", and of " +
             Twine(entry.second) + " before; one name is one dim");
      result.symbol = int(i + 1);
      return result;
    }
  t.dims.push_back({name, bound});
  result.symbol = int(t.dims.size());
  return result;
}

void detail::tooManyDims(unsigned long rank) {
  fail("a shape of " + Twine(rank) + " dims; tensors have at most " + Twine(int(Shape::maxRank)));
}

int64_t checkDim(StringRef op, int64_t dim, int64_t rank) {
  if (dim < -rank || dim >= rank)
    fail("`" + op + "` names dim " + Twine(dim) + " of a tensor of rank " + Twine(rank) +
         (rank ? "; dims are " + Twine(-rank) + " to " + Twine(rank - 1)
               : Twine("; a scalar has none")));
  return dim < 0 ? dim + rank : dim;
}

SmallVector<int64_t> checkDims(StringRef op, const Dims &dims, int64_t rank) {
  if (dims.size() == 0)
    return llvm::to_vector(llvm::seq<int64_t>(0, rank));
  SmallVector<int64_t> checked;
  for (int dim : dims) {
    int64_t at = checkDim(op, dim, rank);
    if (llvm::is_contained(checked, at))
      fail("`" + op + "` names dim " + Twine(at) + " twice");
    checked.push_back(at);
  }
  llvm::sort(checked);
  return checked;
}

DType Tensor::dtype() const { return tracer().dtypeOf(typeOf(*this).getElementType()); }
int Tensor::dim() const { return int(typeOf(*this).getRank()); }

Shape Tensor::shape() const {
  RankedTensorType type = typeOf(*this);
  Shape shape;
  for (auto [size, live] : llvm::zip(type.getShape(), ir::liveOf(type)))
    shape.append(tracer().dimOf(size, live));
  return shape;
}

Dim Tensor::size(int dim) const {
  RankedTensorType type = typeOf(*this);
  int64_t at = checkDim("size", dim, type.getRank());
  return tracer().dimOf(type.getDimSize(at), ir::liveOf(type)[at]);
}

Dim Tensor::numel() const {
  Dim product = 1;
  for (Dim size : shape())
    product = product * size;
  return product;
}

void set_default_dtype(DType dtype) {
  if (!dtype.isFloat())
    fail("the default dtype is one of floats: f32, f64, bf16 or f16");
  tracer().defaultDType = dtype;
}
DType get_default_dtype() { return tracer().defaultDType; }
} // namespace dlc
