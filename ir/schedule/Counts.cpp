//===- Counts.cpp - how often, when the dimensions have values -------------------===//
#include "ir/schedule/Counts.h"
#include "mlir/IR/Builders.h"

using namespace mlir;
using namespace dlc;

std::optional<int64_t> dlc::step::countAt(AffineMap map, ArrayRef<int64_t> dims) {
  Builder b(map.getContext());
  SmallVector<Attribute> operands, results;
  for (int64_t dim : dims)
    operands.push_back(b.getI64IntegerAttr(dim));
  if (map.getNumDims() != dims.size() || map.getNumSymbols() ||
      failed(map.constantFold(operands, results)))
    return std::nullopt;
  int64_t product = 1;
  for (Attribute result : results)
    product *= cast<IntegerAttr>(result).getInt();
  return product;
}

int64_t dlc::step::tripsOf(ForOp loop, ArrayRef<int64_t> dims) {
  return countAt(loop.getTrips(), dims).value_or(1);
}
