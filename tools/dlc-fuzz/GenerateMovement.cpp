//===- GenerateMovement.cpp - ops that only move elements, and padding -------------------===//
#include "ir/graph/Reshape.h"
#include "tools/dlc-fuzz/Generator.h"
#include <algorithm>
#include <numeric>

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;
using namespace dlc::fuzz;

static bool hasRank(const Node &node) { return node.rank() > 0; }

bool Generator::addPermute() {
  auto x = pick([](const Node &node) { return node.rank() > 1; });
  if (!x)
    return false;
  SmallVector<int64_t> perm(x->rank());
  std::iota(perm.begin(), perm.end(), 0);
  for (int64_t i = x->rank() - 1; i > 0; --i)
    std::swap(perm[i], perm[random.below(i + 1)]);
  return keep(PermuteOp::create(b, x->value, perm), x->bound, x->exact);
}

/// Two neighbours merged, one dim split, or a dim of 1 put in or taken out.
bool Generator::addReshape() {
  auto x = pick([](const Node &) { return true; });
  if (!x)
    return false;
  SmallVector<int64_t> shape(x->type().getShape());
  int64_t at = random.below(x->rank() + 1);
  switch (random.below(3)) {
  case 0:
    if (at + 1 >= x->rank())
      return false;
    shape[at] *= shape[at + 1];
    shape.erase(shape.begin() + at + 1);
    break;
  case 1: {
    if (at == x->rank() || x->rank() > 4)
      return false;
    int64_t factor = random.between(2, 4);
    if (shape[at] % factor)
      return false;
    bool outer = random.percent(50);
    int64_t rest = shape[at] / factor;
    shape[at] = outer ? rest : factor;
    shape.insert(shape.begin() + at + 1, outer ? factor : rest);
    break;
  }
  default:
    if (at < x->rank() && shape[at] == 1)
      shape.erase(shape.begin() + at);
    else if (x->rank() < 5)
      shape.insert(shape.begin() + at, 1);
  }
  FailureOr<RankedTensorType> type = reshapedType(std::nullopt, x->type(), shape);
  if (failed(type) || *type == x->type())
    return false;
  return keep(ReshapeOp::create(b, *type, x->value), x->bound, x->exact);
}

bool Generator::addBroadcast() {
  auto x = pick([](const Node &node) { return node.rank() < 4; });
  Axis axis = random.of(axes);
  if (!x || x->type().getNumElements() * axis.size > 1500)
    return false;
  SmallVector<int64_t> shape(x->type().getShape());
  SmallVector<LiveDim> live = liveOf(x->type());
  int64_t dim = random.below(x->rank() + 1);
  shape.insert(shape.begin() + dim, axis.size);
  live.insert(live.begin() + dim, axis.live);
  RankedTensorType type = tensorOf(shape, live, x->element());
  return keep(BroadcastOp::create(b, type, x->value, ArrayRef<int64_t>(dim)), x->bound, x->exact);
}

bool Generator::addSlice() {
  auto x = pick(hasRank);
  if (!x)
    return false;
  SmallVector<int64_t> starts(x->rank(), 0), sizes(x->type().getShape()), strides(x->rank(), 1);
  for (int64_t dim = 0; dim < x->rank(); ++dim)
    if (isStatic(*x, dim) && sizes[dim] && random.percent(60)) {
      starts[dim] = random.below(sizes[dim]);
      strides[dim] = random.percent(70) ? 1 : random.between(2, 3);
      sizes[dim] =
          random.between(!random.percent(2), (sizes[dim] - starts[dim] - 1) / strides[dim] + 1);
    }
  return keep(SliceOp::create(b, x->value, starts, sizes, strides), x->bound, x->exact);
}

bool Generator::addPad() {
  auto x = pick([](const Node &node) { return hasRank(node) && !isMask(node); });
  if (!x || x->type().getNumElements() > 400)
    return false;
  SmallVector<int64_t> low(x->rank(), 0), high(x->rank(), 0), interior(x->rank(), 0);
  for (int64_t dim = 0; dim < x->rank(); ++dim)
    if (isStatic(*x, dim) && random.percent(60)) {
      low[dim] = random.below(3);
      high[dim] = random.below(3);
      interior[dim] = random.percent(25);
    }
  double value = random.percent(70) ? 0 : 2;
  Value y = PadOp::create(b, x->value, low, high, interior, APFloat(value));
  return keep(y, std::max(x->bound, value), x->exact);
}

bool Generator::addReverse() {
  auto x = pick(hasRank);
  if (!x)
    return false;
  SmallVector<int64_t> dims;
  for (int64_t dim = 0; dim < x->rank(); ++dim)
    if (isStatic(*x, dim) && random.percent(60))
      dims.push_back(dim);
  if (dims.empty())
    return false;
  return keep(ReverseOp::create(b, x->value, dims), x->bound, x->exact);
}

bool Generator::addConcat() {
  auto x = pick(hasRank);
  int64_t dim = x ? random.below(x->rank()) : 0;
  if (!x || !isStatic(*x, dim) || x->type().getNumElements() > 400)
    return false;
  SmallVector<Value> parts{x->value};
  double bound = x->bound;
  bool exact = x->exact;
  for (int64_t i = random.between(1, 2); i > 0; --i) {
    Node part = partner(x->type());
    bound = std::max(bound, part.bound);
    exact &= part.exact;
    parts.push_back(part.value);
  }
  return keep(ConcatOp::create(b, parts, dim), bound, exact);
}

bool Generator::addWindows() {
  auto x = pick([](const Node &node) { return hasRank(node) && node.rank() < 4; });
  int64_t dim = x ? random.below(x->rank()) : 0;
  if (!x || !isStatic(*x, dim) || !x->type().getDimSize(dim) || x->type().getNumElements() > 400)
    return false;
  int64_t extent = x->type().getDimSize(dim),
          size = random.between(1, std::min<int64_t>(extent, 3));
  int64_t step = random.between(1, 2), count = (extent - size) / step + 1;
  return keep(WindowsOp::create(b, x->value, dim, count, size, step, /*add=*/0, /*div=*/1,
                                /*dilation=*/1),
              x->bound, x->exact);
}
