//===- GenerateStructured.cpp - sums, products, windows, and places that data says ------===//
#include "tools/dlc-fuzz/Generator.h"
#include <algorithm>
#include <cmath>

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;
using namespace dlc::fuzz;

/// Static and with elements from `first` on, the dims that windows slide along.
static bool isSignal(const Node &node, int64_t first) {
  bool good = isFloat(node) && node.rank() > first && node.rank() < 6;
  for (int64_t dim = first; good && dim < node.rank(); ++dim)
    good = isStatic(node, dim) && node.type().getDimSize(dim) > 0;
  return good;
}

bool Generator::addReduce() {
  auto x = pick(isNumber);
  if (!x)
    return false;
  SmallVector<int64_t> dims;
  double count = 1;
  for (int64_t dim = 0; dim < x->rank(); ++dim)
    if (random.percent(50)) {
      dims.push_back(dim);
      count *= x->type().getDimSize(dim);
    }
  int64_t choice = random.below(10);
  if (choice < 6 || count == 0) { // there is no largest of no elements
    double bound = x->bound * std::sqrt(count) * 2;
    return keep(ReduceSumOp::create(b, x->value, dims), bound, isInt(*x));
  }
  if (choice < 9 || count > 6 || x->bound > 3)
    return keep(ReduceMaxOp::create(b, x->value, dims), x->bound, x->exact);
  return keep(ReduceProdOp::create(b, x->value, dims), std::pow(x->bound, count), isInt(*x));
}

bool Generator::addArgmax() {
  auto x = pick([](const Node &node) { return isNumber(node) && node.exact; });
  if (!x)
    return false;
  int64_t dim = random.below(x->rank());
  if (x->type().getDimSize(dim) == 0 || random.percent(30)) {
    Value y = ArgsortOp::create(b, x->value, dim, random.percent(50));
    return keep(y, x->type().getDimSize(dim), true);
  }
  auto op = ArgmaxOp::create(b, x->value, dim);
  keep(op.getY(), x->type().getDimSize(dim), true);
  return keep(op.getMax(), x->bound, x->exact);
}

bool Generator::addCumulate() {
  auto x = pick([](const Node &node) { return isNumber(node) && isFloat(node); });
  if (!x)
    return false;
  int64_t dim = random.below(x->rank()), count = x->type().getDimSize(dim);
  bool reverse = random.percent(40);
  switch (random.below(4)) {
  case 0:
    if (!x->exact)
      return false;
    return keep(CummaxOp::create(b, x->value, dim).getY(), x->bound, true);
  case 1:
    if (x->bound > 1.5 || count > 8)
      return false;
    return keep(CumprodOp::create(b, x->value, dim, reverse), std::pow(x->bound, count), false);
  case 2:
    return keep(LogcumsumexpOp::create(b, x->value, dim, reverse), x->bound + std::log(count + 1),
                false);
  default:
    return keep(CumsumOp::create(b, x->value, dim, reverse), x->bound * count, false);
  }
}

bool Generator::addContract() {
  auto lhs = pickFloat();
  if (!lhs)
    return false;
  auto rhs = pick([&](const Node &node) { return node.element() == lhs->element(); });
  if (random.percent(30)) { // a weight: [last dim, something]
    if (lhs->rank() && isStatic(*lhs, lhs->rank() - 1)) {
      Axis axis = axes[axes.size() - 1 - random.below(3)];
      RankedTensorType type = tensorOf({lhs->type().getShape().back(), axis.size},
                                       {LiveDim(), axis.live}, lhs->element());
      if (auto weight = input(type, {-1, 1}))
        rhs = weight;
    }
  }
  // Dims of the right that equal one of the left share its label, as often as not.
  SmallVector<LiveDim> lhsLive = liveOf(lhs->type()), rhsLive = liveOf(rhs->type());
  SmallVector<int64_t> lhsDims, rhsDims, outDims;
  int64_t next = lhs->rank();
  double terms = 1, size = 1;
  for (int64_t dim = 0; dim < lhs->rank(); ++dim)
    lhsDims.push_back(dim);
  for (int64_t dim = 0; dim < rhs->rank(); ++dim) {
    int64_t label = next, first = random.below(lhs->rank() + 1);
    for (int64_t i = 0; i < lhs->rank(); ++i) {
      int64_t other = (first + i) % lhs->rank();
      if (!llvm::is_contained(rhsDims, other) && lhsLive[other] == rhsLive[dim] &&
          lhs->type().getDimSize(other) == rhs->type().getDimSize(dim) && random.percent(85)) {
        label = other;
        break;
      }
    }
    next += label == next;
    rhsDims.push_back(label);
  }
  for (int64_t label = 0; label < next; ++label) {
    bool shared = label < lhs->rank() && llvm::is_contained(rhsDims, label);
    double extent = label < lhs->rank()
                        ? lhs->type().getDimSize(label)
                        : rhs->type().getDimSize(llvm::find(rhsDims, label) - rhsDims.begin());
    if (shared && random.percent(70)) {
      terms *= extent;
      continue;
    }
    size *= extent;
    outDims.insert(outDims.begin() + random.below(outDims.size() + 1), label);
  }
  if (outDims.size() > 4 || size > 1500)
    return false;
  Value y = ContractOp::create(b, lhs->value, rhs->value, lhsDims, rhsDims, outDims);
  return keep(y, 2 * lhs->bound * rhs->bound * std::sqrt(terms), false);
}

bool Generator::addConv() {
  auto x = pick([](const Node &node) { return isSignal(node, 1) && node.rank() > 2; });
  if (!x)
    return false;
  bool grouped = x->rank() == 5 || (x->rank() == 4 && random.percent(40));
  int64_t first = grouped ? 3 : 2, terms = x->type().getDimSize(first - 1);
  SmallVector<int64_t> weight{random.between(1, 4), terms}, strides, dilations;
  if (grouped)
    weight.insert(weight.begin(), x->type().getDimSize(1));
  for (int64_t dim = first; dim < x->rank(); ++dim) {
    int64_t extent = x->type().getDimSize(dim);
    int64_t kernel = random.between(1, std::min<int64_t>(extent, 3));
    int64_t most = kernel > 1 ? (extent - 1) / (kernel - 1) : 1;
    weight.push_back(kernel);
    strides.push_back(random.percent(80) ? random.between(1, 2) : 3);
    dilations.push_back(random.percent(60) ? 1 : random.between(1, std::min<int64_t>(most, 3)));
    terms *= kernel;
  }
  auto w = input(RankedTensorType::get(weight, x->element()), {-1, 1});
  if (!w)
    return false;
  return keep(ConvOp::create(b, x->value, w->value, strides, dilations),
              2 * x->bound * std::sqrt(double(terms)), false);
}

bool Generator::addMaxPool() {
  auto x = pick([](const Node &node) { return isSignal(node, 2) && node.rank() < 5; });
  if (!x)
    return false;
  SmallVector<int64_t> window, strides, dilations;
  for (int64_t dim = 2; dim < x->rank(); ++dim) {
    int64_t extent = x->type().getDimSize(dim);
    int64_t size = random.between(1, std::min<int64_t>(extent, 3));
    bool wide = (size - 1) * 2 + 1 <= extent && random.percent(20);
    window.push_back(size);
    strides.push_back(random.between(1, 3));
    dilations.push_back(wide ? 2 : 1);
  }
  auto pool = MaxPoolOp::create(b, x->value, window, strides, dilations);
  if (x->exact && random.percent(30))
    keep(pool.getIndex(), 9, true);
  return keep(pool.getY(), x->bound, x->exact);
}

/// The shape of `x` with another extent along `dim`.
static RankedTensorType along(RankedTensorType type, int64_t dim, Axis axis, Type element) {
  SmallVector<int64_t> shape(type.getShape());
  SmallVector<LiveDim> live = liveOf(type);
  shape[dim] = axis.size;
  live[dim] = axis.live;
  return tensorOf(shape, live, element);
}

/// Of indices into an axis of this size, now and then some outside of it.
check::Range Generator::indexRange(int64_t size) {
  return random.percent(60) && size ? check::Range{0, double(size - 1)}
                                    : check::Range{-1, double(size)};
}

bool Generator::addGather() {
  auto x = pick([](const Node &node) { return node.rank() > 0; });
  if (!x)
    return false;
  int64_t dim = random.below(x->rank());
  Axis axis = random.of(axes);
  if (axis.size * x->type().getNumElements() > 4000)
    return false;
  Type element = random.percent(70) ? b.getI64Type() : b.getI32Type();
  RankedTensorType type = along(x->type(), dim, axis, element);
  auto indices = pick([&](const Node &node) { return node.type() == type; });
  if (!indices)
    indices = input(type, indexRange(x->type().getDimSize(dim)));
  if (!indices)
    return false;
  return keep(GatherOp::create(b, x->value, indices->value, dim), x->bound, x->exact);
}

bool Generator::addScatter() {
  auto base = pick(isNumber);
  if (!base)
    return false;
  int64_t dim = random.below(base->rank());
  Axis axis = random.of(axes);
  if (axis.size * base->type().getNumElements() > 4000)
    return false;
  RankedTensorType type = along(base->type(), dim, axis, b.getI64Type());
  auto indices = pick([&](const Node &node) { return node.type() == type; });
  if (!indices)
    indices = input(type, indexRange(base->type().getDimSize(dim)));
  if (!indices)
    return false;
  Node x = partner(withElement(type, base->element()));
  bool exact = x.exact && base->exact;
  double sum = base->bound + x.bound * std::sqrt(double(axis.size)) * 2;
  switch (random.below(5)) {
  case 0:
    return keep(ScatterOp::create(b, x.value, indices->value, base->value, dim),
                std::max(base->bound, x.bound), exact);
  case 1:
    return keep(ScatterMaxOp::create(b, x.value, indices->value, base->value, dim),
                std::max(base->bound, x.bound), exact);
  case 2:
    if (x.bound > 1.5 || axis.size > 8)
      return false;
    return keep(ScatterMulOp::create(b, x.value, indices->value, base->value, dim),
                base->bound * std::pow(1.5, axis.size), false);
  default:
    return keep(ScatterAddOp::create(b, x.value, indices->value, base->value, dim), sum,
                exact && isInt(*base));
  }
}
