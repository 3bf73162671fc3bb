//===- Overwrites.cpp - which results may take an operand's place --------------------===//
// A result may take the place of an operand if an element of the operand is read for the last time
// where the result's is written: one parallel generic, the same map on both; or passes over rows,
// of which each keeps to its row, up to the one that writes.
//===--------------------------------------------------------------------------===//
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "passes/lower/KernelLowering.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

SmallVector<PlaceOp> dlc::placesOf(Value value) {
  SmallVector<PlaceOp> places;
  for (auto place = value.getDefiningOp<PlaceOp>(); place;
       place = place.getBase().getDefiningOp<PlaceOp>())
    places.insert(places.begin(), place);
  return places;
}

DenseI64ArrayAttr KernelLowering::findOverwrites(Block &body, Builder &b) {
  SmallVector<int64_t> pairs;
  Operation *overlay = placed ? placed : anchor;
  if (isa_and_nonnull<Overlay>(overlay)) { // must, not may: see in_place
    Value base = overlay->getOperands().back();
    return b.getDenseI64ArrayAttr({0, int64_t(cast<BlockArgument>(base).getArgNumber())});
  }
  if (joint) {
    Value base = placesOf(returned.getValues()[0])[0].getBase();
    pairs.append({0, int64_t(cast<BlockArgument>(base).getArgNumber())});
  }
  SmallVector<linalg::GenericOp> generics(body.getOps<linalg::GenericOp>());
  bool rows = !generics.empty() && generics[0]->hasAttr("dlc.rows");
  if (generics.size() == 1 || rows)
    for (auto [i, result] : llvm::enumerate(results)) {
      auto writes = llvm::find_if(generics, [&](linalg::GenericOp op) {
        return llvm::is_contained(op.getDpsInits(), result);
      });
      if (writes == generics.end() || (anchor && !rows) || (joint && i == 0))
        continue;
      linalg::GenericOp op = *writes;
      for (unsigned input = 0; input < kernel.getNumInputs(); ++input) {
        Value memref = body.getArgument(input);
        bool same =
            memref.getType() == result.getType() && llvm::is_contained(op->getOperands(), memref);
        AffineMap where = op.getMatchingIndexingMap(llvm::find_if(
            op.getDpsInitsMutable(), [&](OpOperand &use) { return use.get() == result; }));
        for (OpOperand &use : memref.getUses()) { // no load inside of the body
          auto reader = llvm::find(generics, use.getOwner());
          same &= reader <= writes && reader->getMatchingIndexingMap(&use) == where;
        }
        if (same)
          pairs.append({int64_t(i), int64_t(input)});
      }
    }
  return b.getDenseI64ArrayAttr(pairs);
}
