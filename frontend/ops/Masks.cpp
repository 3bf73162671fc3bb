//===- Masks.cpp - elements at masks, and counting ---------------------------===//
#include "dlc/ops.h"
#include "frontend/ops/Indexing.h"

using namespace mlir;

namespace dlc {
static void checkMask(StringRef op, const Tensor &mask) {
  if (!(mask.dtype() == boolean))
    fail("`" + op + "` with a mask of " + ir::describe(typeOf(mask)) +
         "; a mask is bool, hint: `x != 0`");
}

Tensor masked_fill(const Tensor &x, const Tensor &mask, const Operand &value) {
  checkMask("masked_fill", mask);
  if (value.kind == Operand::Value && value.tensor.dim() != 0)
    fail("`masked_fill` with a value of " + ir::describe(typeOf(value.tensor)) +
         "; it is a number or 0-d, hint: `where(mask, value, x)`");
  return where(mask, tensorOf(materialize(value, typeOf(x))), x);
}

/// For each element of a row of masks, how many are set before it; -1 where it is not set itself.
static Tensor places(const Tensor &mask) {
  Tensor upTo = cumsum(mask, 0);
  return where(mask, upTo - 1, -1);
}

Padded masked_select(const Tensor &x, const Tensor &mask) {
  checkMask("masked_select", mask);
  RankedTensorType type =
      commonShape("masked_select", {typeOf(x), typeOf(mask)}, typeOf(x).getElementType());
  Tensor elements = flatten(tensorOf(broadcastTo(valueOf(x), type)));
  Value spread = broadcastTo(valueOf(mask), cast<RankedTensorType>(ir::maskOf(type)));
  Tensor wanted = flatten(tensorOf(spread));
  Tensor values = scatterInside<ir::ScatterOp>(zeros_like(elements), 0, places(wanted), elements);
  return {values, sum(wanted)};
}

Tensor masked_scatter(const Tensor &x, const Tensor &mask, const Tensor &source) {
  checkMask("masked_scatter", mask);
  auto type = cast<RankedTensorType>(ir::maskOf(typeOf(x)));
  if (commonShape("masked_scatter", {type, typeOf(mask)}, type.getElementType()) != type)
    fail("`masked_scatter` to " + ir::describe(typeOf(x)) + " with a mask of " +
         ir::describe(typeOf(mask)) + "; the mask must broadcast to that");
  Tensor wanted = tensorOf(broadcastTo(valueOf(mask), type));
  Tensor elements = flatten(source.to(x.dtype())), at = places(flatten(wanted));
  checkRange("masked_scatter", where(at < 0, 0, at), elements.size(0),
             "the mask asks for element {index} of a source of {size}; hint: a source has as many "
             "elements as the mask has that are set");
  Tensor taken = gatherInside(elements, 0, at);
  return where(wanted, tensorOf(reshapeTo(valueOf(taken), type.getShape())), x);
}

Padded nonzero(const Tensor &x) {
  Tensor mask = x.dtype() == boolean ? x : x != 0;
  RankedTensorType type = ir::withElement(typeOf(x), tracer().b.getI64Type());
  int rank = x.dim();
  Tensor column = arange(Dim(rank)), rows, count = sum(mask);
  for (int dim = 0; dim < rank; ++dim) {
    Tensor along = tensorOf(make<ir::IotaOp>(type, tracer().b.getI64IntegerAttr(dim)));
    Tensor one = unsqueeze(masked_select(along, mask).values, 1);
    rows = where(column == dim, one, rows.defined() ? Operand(rows) : Operand(0));
  }
  if (!rows.defined())
    rows = zeros({1, 0}, i64);
  return {rows, count};
}

static Tensor counted(StringRef op, const Tensor &index, const Tensor &weights, Int bins) {
  if (bins < 0)
    fail("`" + op + "` into " + Twine(bins) + " bins; there is at least none");
  return scatterInside<ir::ScatterAddOp>(zeros({bins}, weights.dtype()), 0, flatten(index),
                                         flatten(weights));
}

Tensor bincount(const Tensor &x, const Tensor &weights, Int bins) {
  if (!x.dtype().isInt() || !(x.shape() == weights.shape()))
    fail("`bincount` of " + ir::describe(typeOf(x)) + " with weights of " +
         ir::describe(typeOf(weights)) + "; it counts ints, each with its weight");
  checkRange("bincount", where(x < 0, x, 0), 1, "{index} is negative; it counts numbers from 0 on");
  return counted("bincount", x, weights, bins);
}

Tensor bincount(const Tensor &x, Int bins) { return bincount(x, full(x.shape(), 1, i64), bins); }

Tensor histc(const Tensor &x, Int bins, double min, double max) {
  if (!x.dtype().isFloat() || bins < 1 || !(min < max))
    fail("`histc` of " + ir::describe(typeOf(x)) + " into " + Twine(bins) + " bins from " +
         std::to_string(min) + " to " + std::to_string(max) +
         "; it counts floats in bins that span something");
  Tensor inside = (x >= min) & (x <= max);
  Tensor at = ((where(inside, x, min) - min) * double(bins) / (max - min)).to(i64);
  return counted("histc", where(inside, minimum(at, bins - 1), -1), ones_like(x), bins);
}

Tensor searchsorted(const Tensor &sorted, const Tensor &values, bool right) {
  if (sorted.dim() != 1)
    fail("`searchsorted` in " + ir::describe(typeOf(sorted)) + "; it searches one sorted row");
  Tensor each = unsqueeze(values, -1);
  return sum(right ? sorted <= each : sorted < each, -1);
}

Tensor bucketize(const Tensor &values, const Tensor &boundaries, bool right) {
  return searchsorted(boundaries, values, right);
}
} // namespace dlc
