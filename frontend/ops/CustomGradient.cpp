//===- CustomGradient.cpp - checkpoints and custom gradients ---------------===//
#include "dlc/ops.h"
#include "frontend/ops/Regions.h"

using namespace mlir;

namespace dlc {
namespace {
/// A body that is traced, and what it has captured.
struct Traced {
  std::unique_ptr<Block> block;
  SmallVector<Value> captured;
  SmallVector<Type> types; // of what it gives
};
} // namespace

/// What is captured stands behind the first `own` arguments.
static Traced traceBody(TypeRange arguments, size_t own,
                        llvm::function_ref<Tensors(const Tensors &)> body) {
  OpenRegion region;
  Tensors taken;
  for (Type type : arguments)
    taken.append(region.argument(type));
  region.trace.firstCapture = unsigned(own);
  region.inheritIteration();
  SmallVector<Value> given = valuesOf(body(taken));
  next(given);
  Traced traced;
  llvm::append_range(traced.types, ValueRange(given).getTypes());
  traced.captured = region.trace.captured;
  traced.block = region.close();
  return traced;
}

Tensors detail::checkpoint(RegionBody body, const Tensors &inputs) {
  SmallVector<Value> operands = valuesOf(inputs);
  Traced traced = traceBody(ValueRange(operands).getTypes(), operands.size(),
                            [&](const Tensors &taken) { return body.call(body.context, taken); });
  llvm::append_range(operands, traced.captured);
  Tracer &t = tracer();
  t.b.setLoc(t.here());
  auto op = ir::CheckpointOp::create(t.b, traced.types, operands);
  op.getBody().push_back(traced.block.release());
  return tensorsOf(op.getResults());
}

Tensors detail::customGradient(RegionBody forward,
                               Tensors (*backward)(void *context, const Tensors &inputs,
                                                   const Tensors &outputs, const Tensors &dys),
                               void *context, const Tensors &inputs) {
  SmallVector<Value> operands = valuesOf(inputs);
  for (Value operand : operands)
    if (!isa<FloatType>(ir::typeOf(operand).getElementType()))
      fail("`custom_gradient` of " + ir::describe(ir::typeOf(operand)) +
           "; only floats have gradients, hint: capture what has none");
  size_t count = operands.size();
  Traced there = traceBody(ValueRange(operands).getTypes(), count, [&](const Tensors &taken) {
    return forward.call(forward.context, taken);
  });
  for (Type type : there.types)
    if (!isa<FloatType>(cast<RankedTensorType>(type).getElementType()))
      fail("`custom_gradient` gives " + ir::describe(cast<RankedTensorType>(type)) +
           "; only floats have gradients, hint: return it from outside");
  SmallVector<Type> types(ValueRange(operands).getTypes());
  llvm::append_range(types, there.types);
  llvm::append_range(types, there.types);
  Traced back = traceBody(types, count, [&](const Tensors &all) {
    Tensors groups[3];
    for (int i = 0; i < all.size(); ++i) {
      int given = i - int(count), outputs = int(there.types.size());
      groups[given < 0 ? 0 : given < outputs ? 1 : 2].append(all[i]);
    }
    return backward(context, groups[0], groups[1], groups[2]);
  });
  if (ArrayRef<Type>(back.types) != ArrayRef<Type>(types).take_front(count)) {
    if (back.types.size() != count)
      fail("the backward of a `custom_gradient` gives " + Twine(back.types.size()) +
           " cotangents for " + Twine(count) + " inputs; there is one for each");
    for (auto [have, want] : llvm::zip(back.types, types))
      if (have != want)
        fail("the backward of a `custom_gradient` gives " +
             ir::describe(cast<RankedTensorType>(have)) + " for an input of " +
             ir::describe(cast<RankedTensorType>(want)) +
             "; a cotangent has the shape and dtype of its input");
  }

  // Both bodies take what either has captured: forward's first, then backward's.
  Block &forwardBlock = *there.block, &backwardBlock = *back.block;
  for (Value value : back.captured)
    forwardBlock.addArgument(value.getType(), value.getLoc());
  unsigned place = count;
  for (Value value : there.captured)
    backwardBlock.insertArgument(place++, value.getType(), value.getLoc());
  llvm::append_range(operands, there.captured);
  llvm::append_range(operands, back.captured);
  Tracer &t = tracer();
  t.b.setLoc(t.here());
  auto op = ir::CustomGradientOp::create(t.b, there.types, operands, t.b.getI64IntegerAttr(count));
  op.getForward().push_back(there.block.release());
  op.getBackward().push_back(back.block.release());
  return tensorsOf(op.getResults());
}
} // namespace dlc
