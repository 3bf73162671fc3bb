//===- Literals.cpp - tensors of numbers that are written out --------------===//
#include "dlc/ops.h"
#include "frontend/ops/Emit.h"

using namespace mlir;

namespace dlc {
using detail::Literal;

namespace {
/// The numbers of a literal, flat, and the shape they stand in.
struct Numbers {
  SmallVector<int64_t> shape;
  SmallVector<const Literal *> flat;
  Literal::Kind kind = Literal::Boolean; // the highest there is

  void read(const Literal &literal, size_t depth) {
    if (literal.kind != Literal::List) {
      if (depth != shape.size())
        fail("a number beside a list in `tensor`; lists of one level hold numbers or lists");
      kind = std::min(kind, literal.kind);
      flat.push_back(&literal);
      return;
    }
    int64_t size = literal.list.size();
    if (depth == shape.size() && flat.empty())
      shape.push_back(size);
    if (depth >= shape.size() || shape[depth] != size)
      fail("a list of " + Twine(size) +
           " in `tensor` where its neighbours have another length or depth; rows must be equal, "
           "hint: `pad` fills them up");
    for (const Literal &element : literal.list)
      read(element, depth + 1);
  }
};
} // namespace

static Tensor constantOf(DenseElementsAttr numbers) {
  auto type = cast<RankedTensorType>(numbers.getType());
  if (numbers.isSplat() && !numbers.empty())
    return tensorOf(make<ir::SplatOp>(type, cast<TypedAttr>(numbers.getSplatValue<Attribute>())));
  if (numbers.empty())
    return tensorOf(splat(0, type));
  return tensorOf(make<ir::ConstantOp>(type, numbers));
}

Tensor tensor(const Literal &values, DType dtype) {
  Numbers numbers;
  numbers.read(values, 0);
  Builder &b = tracer().b;
  Type element = tracer().elementType(dtype);
  SmallVector<Attribute> attributes;
  for (const Literal *number : numbers.flat) {
    bool isReal = number->kind == Literal::Real;
    if (isa<FloatType>(element))
      attributes.push_back(
          b.getFloatAttr(element, isReal ? number->real : double(number->integer)));
    else if (dtype == boolean)
      attributes.push_back(b.getBoolAttr(isReal ? number->real != 0 : number->integer != 0));
    else
      attributes.push_back(b.getIntegerAttr(element, isReal ? Int(number->real) : number->integer));
  }
  return constantOf(
      DenseElementsAttr::get(RankedTensorType::get(numbers.shape, element), attributes));
}

Tensor tensor(const Literal &values) {
  Numbers numbers;
  numbers.read(values, 0);
  DType dtype = numbers.flat.empty() || numbers.kind == Literal::Real ? get_default_dtype()
                : numbers.kind == Literal::Integer                    ? i64
                                                                      : boolean;
  return tensor(values, dtype);
}

template <class T> static Tensor copied(const T *values, const Shape &shape, DType dtype) {
  RankedTensorType type = tracer().typeOf(shape, dtype);
  for (Dim size : shape)
    (void)size.value(); // an error for a dynamic one
  return constantOf(DenseElementsAttr::get(type, ArrayRef(values, type.getNumElements())));
}
Tensor from_blob(const double *values, const Shape &shape) { return copied(values, shape, f64); }
Tensor from_blob(const float *values, const Shape &shape) { return copied(values, shape, f32); }
Tensor from_blob(const int *values, const Shape &shape) { return copied(values, shape, i32); }
Tensor from_blob(const Int *values, const Shape &shape) {
  return copied(reinterpret_cast<const int64_t *>(values), shape, i64);
}
} // namespace dlc
