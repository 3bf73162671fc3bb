//===- IndexRange.cpp - an index out of range is an error when it is met -----------===//
// The numbers are known at run time only. A dlc.check_index looks at them there; where the compiler
// can tell that they are in range (passes/simplify/CheckIndices.cpp) nothing is left of it.
#include "dlc/ops.h"
#include "frontend/ops/Indexing.h"

using namespace mlir;

namespace dlc {
void checkRange(StringRef op, const Tensor &index, Dim size, StringRef text, bool wraps) {
  Tracer &t = tracer();
  // A while_loop's gradient runs steps that change nothing; nor do they find anything wrong.
  Tensor counted = index;
  for (RegionTrace *region : t.regions)
    if (region->goesOn) {
      Value flag = t.import(region->goesOn);
      counted = where(tensorOf(flag), counted, 0);
    }
  Value indices = valueOf(counted);
  RankedTensorType axis = t.typeOf({size}, i64);
  if (typeOf(index).getNumElements() == 0)
    return;
  t.b.setLoc(t.here());
  ir::CheckIndexOp::create(t.b, t.b.getStringAttr(op + ": " + text), indices, TypeAttr::get(axis),
                           wraps ? t.b.getUnitAttr() : UnitAttr(), UnitAttr());
}

void checkIndexRange(StringRef op, const Tensor &index, const Tensor &x, int64_t dim, bool wraps) {
  std::string text = "index {index} is out of range for dimension " + std::to_string(dim) +
                     " of size {size}; hint: an index is " +
                     (wraps ? "-{size}..{last}" : "0..{last}");
  checkRange(op, index, x.size(int(dim)), text, wraps);
}
} // namespace dlc
