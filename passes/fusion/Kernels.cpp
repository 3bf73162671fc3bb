//===- Kernels.cpp - the kernels of a block while they are formed ----------------===//
#include "passes/fusion/Kernels.h"
#include "passes/fusion/Buffers.h"
#include "passes/fusion/Sinks.h"
#include "passes/layout/Layout.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

/// Whether the kernel of `anchor` can go on with its finished result.
static bool takesEpilogue(Operation *anchor) {
  auto structured = dyn_cast<Structured>(anchor);
  if (!structured)
    return !isa<Overlay, WholeKernel>(anchor);
  LoopNest nest = structured.loops();
  for (auto [i, loop] : llvm::enumerate(nest.loops))
    if (loop.reduces && nest.resultMaps[0].isFunctionOfDim(i))
      return false;
  return true;
}

void Kernels::sourcesOf(Value value, bool moved, SmallVectorImpl<Source> &sources) const {
  Operation *op = value.getDefiningOp();
  bool inKernel = !op || isAlias(op) || isGiven(op) || groupOf.count(op);
  if (inKernel) {
    sources.push_back({value, moved});
    return;
  }
  bool isMoved = moves(op) || isa<Creation>(op);
  for (OpOperand &operand : op->getOpOperands())
    sourcesOf(operand.get(), moved || isMoved || isLookedUp(operand), sources);
}

void Kernels::sourcesOf(OpOperand &operand, SmallVectorImpl<Source> &sources) const {
  sourcesOf(operand.get(), isLookedUp(operand), sources);
}

int Kernels::makerOf(Value value) const {
  while (Operation *op = value.getDefiningOp()) {
    if (auto it = groupOf.find(op); it != groupOf.end())
      return it->second;
    if (!isAlias(op))
      return -1;
    value = op->getOperand(0);
  }
  return -1;
}

bool Kernels::take(Operation *op, int number, ArrayRef<Source> sources) const {
  const Group &group = groups[number];
  Operation *root = group.anchor ? group.anchor : group.ops.front();
  if (!group.rows.empty() || isa<CopyOp>(root) || holdsLaunches(root) || !takesEpilogue(root) ||
      (group.anchor && isa<Overlay>(group.ops.back())) || group.update)
    return false;
  if (typeOf(root->getResult(0)).getShape() != typeOf(op->getResult(0)).getShape())
    return false;
  return llvm::all_of(sources, [&](const Source &source) {
    return makerOf(source.value) != number ||
           (!source.moved && groupOf.count(source.value.getDefiningOp()) &&
            !source.value.getDefiningOp<PlaceOp>());
  });
}

void Kernels::findBuffers() {
  DenseSet<Value> wanted;
  for (auto [number, group] : llvm::enumerate(groups))
    for (Operation *op : group.ops)
      for (Value operand : op->getOperands()) {
        SmallVector<Source> sources;
        sourcesOf(operand, false, sources);
        for (const Source &source : sources) {
          Operation *maker = source.value.getDefiningOp();
          auto it = maker ? groupOf.find(maker) : groupOf.end();
          if (it != groupOf.end() && it->second == int(number))
            continue;
          group.inputs.insert(source.value);
          wanted.insert(source.value);
        }
      }
  for (Operation &op : block)
    if (isAlias(&op) || op.hasTrait<OpTrait::IsTerminator>())
      wanted.insert_range(op.getOperands());
  for (Group &group : groups)
    for (Operation *op : group.ops)
      for (Value result : op->getResults())
        if (wanted.contains(result))
          group.outputs.insert(result);
  // What is partly written is a kernel's first result.
  for (Group &group : groups)
    for (Value output : llvm::to_vector(group.outputs))
      if (!group.anchor && output.getDefiningOp<PlaceOp>()) {
        SmallVector<Value> others = group.outputs.takeVector();
        group.outputs.insert(output);
        group.outputs.insert_range(others);
      }
}
