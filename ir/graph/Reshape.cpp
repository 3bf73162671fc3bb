//===- Reshape.cpp - groups of axes with equal products -------------------------===//
// Two shapes of one size fall into groups of neighbouring axes with equal products, e.g.
// [n,64,12,12] -> [n,9216] into {n|n} and {64,12,12|9216}. Elements move within groups only.
#include "ir/graph/Reshape.h"
#include "ir/graph/Dialect.h"
#include "mlir/IR/AffineExpr.h"
#include "llvm/ADT/STLExtras.h"
#include <numeric>

using namespace mlir;
using namespace dlc::ir;

static int64_t product(ArrayRef<int64_t> sizes) {
  return std::accumulate(sizes.begin(), sizes.end(), int64_t(1), std::multiplies<>());
}

SmallVector<ReshapeGroup> dlc::ir::reshapeGroups(ArrayRef<int64_t> from, ArrayRef<int64_t> to) {
  if (llvm::is_contained(from, 0))
    return {{0, int64_t(from.size()), 0, int64_t(to.size())}};
  SmallVector<ReshapeGroup> groups;
  int64_t i = 0, j = 0, m = from.size(), n = to.size();
  while (i < m || j < n) {
    ReshapeGroup group{i, i, j, j};
    int64_t left = 1, right = 1;
    if (i < m && j < n && from[i] == to[j]) { // one axis a side, so that [n,1] and [n] share n
      ++i;
      ++j;
    } else {
      do { // the shorter side takes the next axis; axes of size 1 join their neighbours
        if ((left <= right && i < m) || j >= n)
          left *= from[i++];
        else
          right *= to[j++];
      } while ((left != right || i == group.fromBegin || j == group.toBegin) && (i < m || j < n));
    }
    group.fromEnd = i;
    group.toEnd = j;
    groups.push_back(group);
  }
  return groups;
}

FailureOr<RankedTensorType> dlc::ir::reshapedType(std::optional<Location> loc,
                                                  RankedTensorType from, ArrayRef<int64_t> shape) {
  if (product(from.getShape()) != product(shape))
    return emitOptionalError(loc, "`reshape` of ", describe(from), " with ",
                             product(from.getShape()), " elements to [",
                             llvm::make_range(shape.begin(), shape.end()), "] with ",
                             product(shape), "; the numbers of elements must be equal");
  SmallVector<LiveDim> live = liveOf(from), newLive(shape.size());
  for (ReshapeGroup group : reshapeGroups(from.getShape(), shape)) {
    for (int64_t dim = group.fromBegin; dim < group.fromEnd; ++dim) {
      if (!live[dim].symbol)
        continue;
      // Elements below one step of the outermost new axis must be whole steps of the old one.
      ArrayRef<int64_t> before = from.getShape().slice(group.fromBegin, dim - group.fromBegin);
      int64_t oldStep = product(from.getShape().slice(dim + 1, group.fromEnd - dim - 1));
      int64_t target = group.toBegin;
      while (target < group.toEnd && shape[target] == 1)
        ++target;
      if (target == group.toEnd && group.toBegin < group.toEnd)
        target = group.toBegin; // a dynamic dim bounded by 1
      int64_t newStep =
          target < group.toEnd ? product(shape.slice(target + 1, group.toEnd - target - 1)) : 1;
      if (!oldStep && !newStep && shape[target] == from.getDimSize(dim))
        oldStep = newStep = 1; // there are no elements, and the dim stays
      int64_t mul = live[dim].mul * oldStep, add = live[dim].add * oldStep;
      if (product(before) != 1 || target == group.toEnd || !newStep || mul % newStep ||
          add % newStep)
        return emitOptionalError(loc, "`reshape` of ", describe(from),
                                 " splits or merges dynamic dim ", dim,
                                 " where it is not outermost; hint: keep the dynamic dim as it is "
                                 "(layers and losses take extra leading dims)");
      newLive[target] = LiveDim{live[dim].symbol, mul / newStep, add / newStep};
    }
  }
  return tensorOf(shape, newLive, from.getElementType());
}

AffineMap dlc::ir::reshapeMap(RankedTensorType from, RankedTensorType to) {
  MLIRContext *context = from.getContext();
  SmallVector<AffineExpr> exprs(from.getRank(), getAffineConstantExpr(0, context));
  if (llvm::is_contained(from.getShape(), 0)) // nothing is ever read
    return AffineMap::get(to.getRank(), 0, exprs, context);
  for (ReshapeGroup group : reshapeGroups(from.getShape(), to.getShape())) {
    AffineExpr linear = getAffineConstantExpr(0, context);
    for (int64_t dim = group.toBegin; dim < group.toEnd; ++dim)
      linear = linear * to.getDimSize(dim) + getAffineDimExpr(dim, context);
    int64_t step = 1;
    for (int64_t dim = group.fromEnd - 1; dim >= group.fromBegin; --dim) {
      int64_t size = from.getDimSize(dim);
      if (size != 1) {
        AffineExpr index = linear.floorDiv(step);
        bool outermost =
            product(from.getShape().slice(group.fromBegin, dim - group.fromBegin)) == 1;
        exprs[dim] = outermost ? index : index % size;
      }
      step *= size;
    }
  }
  AffineMap map = AffineMap::get(to.getRank(), 0, exprs, context);
  return simplifyAffineMap(map);
}
