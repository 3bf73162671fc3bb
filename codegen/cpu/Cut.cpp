//===- Cut.cpp - an axis of the tiles along which they keep to their own bytes --------===//
// Tiles of the rows of a batch, in most kernels. The threads of a joined launch (step.join) each
// run some of them, in one kernel after the other.
#include "codegen/cpu/Plan.h"
#include "ir/schedule/Dialect.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"

using namespace mlir;
namespace dlc::cpu {

/// Bytes from a tile of the loop to the next if all that a tile touches lies between, 0 if the
/// access does not depend on the loop; nothing otherwise.
static std::optional<int64_t> distanceAlong(const Nest &nest, const Plan &plan,
                                            const Access &access, unsigned loop) {
  if (!access.linear || !access.guards.empty() || access.start < 0)
    return std::nullopt;
  int64_t inner = access.start;
  for (auto [other, stride] : llvm::enumerate(access.stride)) {
    if (stride < 0)
      return std::nullopt;
    if (other != loop)
      inner += stride * (nest.loops[other].bound - 1);
  }
  const int64_t stride = access.stride[loop];
  if (stride && inner >= stride)
    return std::nullopt;
  return stride * plan.block[loop] * access.elementBytes();
}

/// The distances of all memrefs of the kernel; nothing if one has none or something is written by
/// all tiles.
static std::optional<SmallVector<int64_t>> distances(const Nest &nest, const Plan &plan,
                                                     unsigned loop) {
  SmallVector<int64_t> found(nest.numMemrefs, -1); // not touched
  bool writes = false;
  for (const Stage &stage : nest.stages) {
    for (auto [i, access] : llvm::enumerate(stage.accesses)) {
      const bool output = i >= stage.numInputs;
      auto argument = dyn_cast<BlockArgument>(access.memref);
      if (!argument || !isa<MemRefType>(argument.getType()) || (!output && !stage.reads(i)))
        continue;
      std::optional<int64_t> distance = distanceAlong(nest, plan, access, loop);
      const unsigned number = argument.getArgNumber();
      if (!distance || (output && !*distance) || (found[number] >= 0 && found[number] != *distance))
        return std::nullopt;
      found[number] = *distance;
      writes |= output;
    }
    // What data points to may lie anywhere.
    for (Operation &op : stage.body())
      if (isa<memref::LoadOp, step::PutOp>(op))
        return std::nullopt;
  }
  return writes ? std::optional(found) : std::nullopt;
}

SmallVector<int64_t> cutOf(const Nest &nest, const Plan &plan) {
  if (nest.empty)
    return {};
  for (auto [axis, loop] : llvm::enumerate(plan.axes(nest)))
    if (auto bytes = distances(nest, plan, loop)) {
      bytes->insert(bytes->begin(), axis);
      return *bytes;
    }
  return {};
}
} // namespace dlc::cpu
