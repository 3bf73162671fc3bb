//===- Elementwise.cpp - dtypes and shapes of elementwise ops --------------===//
#include "frontend/ops/Elementwise.h"
#include "dlc/ops.h"

using namespace mlir;

namespace dlc {
DType realOf(DType dtype) { return dtype.isFloat() ? dtype : tracer().defaultDType; }
Tensor toReal(const Tensor &x) { return x.to(realOf(x.dtype())); }

void checkNumber(StringRef op, DType dtype) {
  if (dtype == boolean)
    fail("`" + op +
         "` of bool tensors; it computes with numbers, hint: `.to(i64)` counts, `&`, `|`, `^` "
         "and `~` combine masks");
}

std::pair<Value, Value> matched(StringRef op, const Operand &lhs, const Operand &rhs, DType dtype) {
  Type element = tracer().elementType(dtype);
  SmallVector<RankedTensorType> types;
  for (const Operand *operand : {&lhs, &rhs}) // numbers take any shape
    if (operand->kind == Operand::Value)
      types.push_back(typeOf(operand->tensor));
  if (types.empty())
    types.push_back(RankedTensorType::get({}, element));
  RankedTensorType type = commonShape(op, types, element);
  Value left = materialize(lhs, type);
  Value right = materialize(rhs, type);
  return {left, right};
}

DType result_type(const Operand &lhs, const Operand &rhs) { return promote({&lhs, &rhs}); }

DType promote_types(DType lhs, DType rhs) {
  Operand left = zeros({1}, lhs), right = zeros({1}, rhs);
  return promote({&left, &right});
}

Tensor Tensor::to(DType dtype) const {
  return tensorOf(convertTo(valueOf(*this), tracer().elementType(dtype)));
}
} // namespace dlc
