//===- Ordered.cpp - running sums, sorting -----------------------------------===//
#include "dlc/ops.h"
#include "frontend/ops/Emit.h"

using namespace mlir;

namespace dlc {
template <class OpT> static OpT cumulate(const Tensor &x, int dim) {
  typename OpT::Properties properties;
  properties.dim = tracer().b.getI64IntegerAttr(checkDim(nameOf<OpT>(), dim, x.dim()));
  return infer<OpT>(valueOf(x), properties);
}

/// A 0-d tensor has one place along dim 0, as in PyTorch.
static Tensor asRow(const Tensor &x) { return x.dim() ? x : unsqueeze(x, 0); }
static Tensor like(const Tensor &x, const Tensor &row) { return x.dim() ? row : row[0]; }

static Tensor countable(const Tensor &x) { return asRow(x.dtype().isFloat() ? x : x.to(i64)); }

Tensor cumsum(const Tensor &x, int dim) {
  return like(x, tensorOf(cumulate<ir::CumsumOp>(countable(x), dim).getY()));
}
Tensor cumprod(const Tensor &x, int dim) {
  return like(x, tensorOf(cumulate<ir::CumprodOp>(countable(x), dim).getY()));
}

Tensor logcumsumexp(const Tensor &x, int dim) {
  if (!x.dtype().isFloat())
    fail("`logcumsumexp` of " + ir::describe(typeOf(x)) +
         "; it takes floats, hint: `.to(f32)` first");
  return like(x, tensorOf(cumulate<ir::LogcumsumexpOp>(asRow(x), dim).getY()));
}

static void checkOrdered(StringRef op, const Tensor &x) {
  if (x.dtype() == boolean)
    fail("`" + op + "` of a bool tensor; hint: `.to(i64)` first");
}

Ranked cummax(const Tensor &x, int dim) {
  checkOrdered("cummax", x);
  auto op = cumulate<ir::CummaxOp>(asRow(x), dim);
  return {like(x, tensorOf(op.getY())), like(x, tensorOf(op.getIndex()))};
}

Ranked cummin(const Tensor &x, int dim) {
  checkOrdered("cummin", x);
  auto [values, indices] = cummax(-x, dim);
  return {-values, indices};
}

static Tensor order(StringRef op, const Tensor &x, int dim, bool descending) {
  checkOrdered(op, x);
  ir::ArgsortOp::Properties properties;
  properties.dim = tracer().b.getI64IntegerAttr(checkDim(op, dim, x.dim()));
  if (descending)
    properties.descending = tracer().b.getUnitAttr();
  return tensorOf(infer<ir::ArgsortOp>(valueOf(x), properties).getY());
}

Ranked sort(const Tensor &x, int dim, bool descending) {
  Tensor row = asRow(x);
  Tensor indices = order("sort", row, dim, descending);
  return {like(x, gather(row, dim, indices)), like(x, indices)};
}

Tensor argsort(const Tensor &x, int dim, bool descending) {
  return like(x, order("argsort", asRow(x), dim, descending));
}

Tensor msort(const Tensor &x) { return sort(x, 0).values; }

/// Some of the sorted ones. Of a dynamic dim that has too few of them the entry says so when it
/// runs.
static Ranked part(StringRef op, const Tensor &x, int dim, bool descending, Int first, Int count,
                   Int k) {
  int at = int(checkDim(op, dim, x.dim()));
  Dim size = x.size(at);
  std::string what = ("`" + op + "` with k = " + Twine(k) + " along dim " + Twine(at) + " of " +
                      ir::describe(typeOf(x)) + ", which has ")
                         .str();
  if (first < 0 || count < 0 || first + count > size.bound())
    fail(what + Twine(size.bound()));
  Tensor sorted = order(op, x, at, descending), indices;
  if (size.isDynamic()) {
    assert_(full({}, size) >= first + count, (what + "fewer").c_str());
    indices = index_select(sorted, at, arange(first, first + count));
  } else {
    indices = narrow(sorted, at, first, count);
  }
  return {gather(x, at, indices), indices};
}

Ranked topk(const Tensor &x, Int k, int dim, bool largest) {
  auto [values, indices] = part("topk", asRow(x), dim, largest, 0, k, k);
  return {like(x, values), like(x, indices)};
}

Ranked kthvalue(const Tensor &x, Int k, int dim, bool keepdim) {
  auto [values, indices] = part("kthvalue", asRow(x), dim, false, k - 1, 1, k);
  if (keepdim && x.dim())
    return {values, indices};
  return {squeeze(values, dim), squeeze(indices, dim)};
}

Tensor randperm(Dim n) {
  // 48 random bits a number: so few are equal that their order does not matter.
  Tensor high = rand({n}, f64), low = rand({n}, f64);
  Tensor keys = (high * 0x1p48 + low * 0x1p24).to(i64);
  return argsort(keys);
}
} // namespace dlc
