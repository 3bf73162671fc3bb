//===- VectorLoop.cpp - which loop runs along the lanes ------------------------------===//
#include "codegen/cpu/Plan.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
namespace dlc::cpu {

Operation *combinerOf(const Stage &stage) {
  return stage.numOutputs() == 1 ? combinerOf(stage, 0) : nullptr;
}

Operation *combinerOf(const Stage &stage, unsigned output) {
  if (stage.writesInBody())
    return nullptr;
  BlockArgument accumulator = stage.body().getArgument(stage.numInputs + output);
  if (!accumulator.hasOneUse())
    return nullptr;
  Operation *op = *accumulator.user_begin();
  if (!isa<arith::AddFOp, arith::AddIOp, arith::MulFOp, arith::MulIOp, arith::MaximumFOp,
           arith::MinimumFOp, arith::MaxNumFOp, arith::MinNumFOp, arith::MaxSIOp, arith::MinSIOp,
           arith::AndIOp, arith::OrIOp>(op))
    return nullptr;
  return stage.body().getTerminator()->getOperand(output) == op->getResult(0) ? op : nullptr;
}

int64_t lanesOf(const Nest &nest) {
  for (const Stage &stage : nest.stages)
    for (const Access &access : stage.accesses)
      if (access.element.isF64() && !access.invariant())
        return 8;
  return 16;
}

int interleavedWith(const Nest &nest, unsigned loop) {
  if (!nest.hasReduction() || nest.loops[loop].reduction || !combinerOf(nest.main()))
    return -1;
  int found = -1;
  for (const Stage &stage : nest.stages)
    for (auto [i, access] : llvm::enumerate(stage.accesses)) {
      if (access.inRegister() || !access.offset)
        continue;
      if (i < stage.numInputs) {
        if (stage.reads(i) && access.dependsOn(loop) && !access.contiguous(loop))
          return -1;
        continue;
      }
      for (unsigned other : nest.parallel())
        if (access.linear && access.stride[other] == 1 && access.stride[loop] > 1 &&
            access.stride[loop] == nest.loops[other].bound && nest.loops[other].bound <= 8 &&
            (found < 0 || found == int(other)))
          found = other;
      if (found < 0 || !access.linear || access.stride[found] != 1)
        return -1;
    }
  return found;
}

/// Cost of one element when `loop` runs along the lanes, in loads of a full vector.
static double costAlong(const Nest &nest, unsigned loop, int64_t lanes) {
  const bool folds = nest.loops[loop].reduction;
  const int64_t trips = nest.volume(nest.reductions());
  const bool interleaves = interleavedWith(nest, loop) >= 0;
  double cost = 0;
  for (auto [s, stage] : llvm::enumerate(nest.stages))
    for (auto [i, access] : llvm::enumerate(stage.accesses)) {
      const bool output = i >= stage.numInputs;
      if (access.inRegister() || !access.offset || (!output && !stage.reads(i)))
        continue;
      // What is not in the reductions' body counts once per result.
      const double often = output || s > 0 ? 1.0 / trips : 1.0;
      const bool varies = access.dependsOn(loop);
      double one;
      if (folds && (output || s > 0))
        one = lanes; // a fold and scalar code per result
      else if (access.contiguous(loop))
        one = 1;
      else if (!varies)
        one = 0.5;
      else
        one = !output ? 1.25 * lanes : interleaves ? 3 : 2.0 * lanes;
      // A panel copy makes a strided operand of a contraction contiguous (Blocks.cpp, choosePanel).
      if (!output && s == 0 && nest.hasReduction() && !folds && varies && one > 2 &&
          access.linear) {
        int64_t reuse = 1;
        for (unsigned other : nest.parallel())
          if (other != loop)
            reuse *= access.dependsOn(other) ? 1 : nest.loops[other].bound;
        if (reuse >= 8)
          one = 1 + 8.0 / reuse;
      }
      if (!output && !nest.hasReduction() && varies && one > 2 && access.linear)
        for (unsigned other : nest.parallel())
          if (access.stride[other] == 1)
            one = 3; // transposed in registers
      cost += one * often;
    }
  const int64_t bound = nest.loops[loop].bound;
  return cost * llvm::divideCeil(bound, lanes) / static_cast<double>(bound);
}

void chooseVectorLoop(const Nest &nest, Plan &plan) {
  if (llvm::any_of(nest.loops, [](const Loop &loop) { return loop.bound == 0; }))
    return; // nothing to compute, and no size to divide by
  const int64_t lanes = lanesOf(nest);
  double best = 0;
  for (const Stage &stage : nest.stages)
    for (const Access &access : stage.accesses)
      best += access.inRegister() ? 0 : 1; // scalar code
  for (auto [i, loop] : llvm::enumerate(nest.loops)) {
    if (loop.bound < 2 || (loop.reduction && !combinerOf(nest.main())))
      continue;
    // A reduction runs along the lanes only if its values lie side by side.
    if (loop.reduction &&
        llvm::none_of(llvm::seq<unsigned>(0, nest.main().numInputs), [&](unsigned a) {
          const Access &access = nest.main().accesses[a];
          return access.contiguous(i);
        }))
      continue;
    const double cost = costAlong(nest, i, lanes);
    if (cost < best) {
      best = cost;
      plan.vector = i;
      plan.lanes = lanes;
      plan.rows = loop.reduction;
    }
  }
}
} // namespace dlc::cpu
