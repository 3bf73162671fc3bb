//===- Values.cpp - tensors, dims and dtypes of the API in the dialect ----===//
#include "frontend/trace/Tracer.h"

using namespace mlir;
using namespace dlc;

Tracer *Tracer::current = nullptr;

Tracer &dlc::tracer() { return *Tracer::current; }

Tensor Tracer::tensorOf(Value value) {
  if (noGrad && value.getDefiningOp() && !isa<ir::DetachOp>(value.getDefiningOp())) {
    b.setLoc(here());
    value = ir::DetachOp::create(b, value.getType(), value);
  }
  values.push_back({value, entry().serial});
  return Handle::tensor(int(values.size() - 1));
}

Value Tracer::valueOf(const Tensor &tensor) {
  if (int id = Handle::id(tensor); id < 0)
    return readState(-id, /*asLeaf=*/true);
  return import(lookup(tensor));
}

Value Tracer::import(Value outer) {
  if (!regions.empty())
    return importInto(regions.size() - 1, outer);
  if (outer.getParentBlock() != &entry().op.getBody().front())
    fail("a Tensor of a loop's or branch's body is used outside of it; hint: return it from the "
         "body");
  return outer;
}

Value Tracer::importInto(size_t number, Value outer) {
  RegionTrace &region = *regions[number];
  if (outer.getParentBlock() == region.block)
    return outer;
  if (number)
    outer = importInto(number - 1, outer);
  else if (outer.getParentBlock() != &entry().op.getBody().front())
    fail("a Tensor of one body is used in another; hint: return it from the body that makes it");
  Value &inside = region.inside[outer];
  if (!inside) {
    inside = region.block->insertArgument(region.firstCapture + region.captured.size(),
                                          outer.getType(), here());
    region.captured.push_back(outer);
  }
  return inside;
}

Value Tracer::lookup(const Tensor &tensor) {
  int id = Handle::id(tensor);
  if (id == 0)
    fail("an undefined Tensor is used; hint: assign it first, or was it moved from?");
  auto [value, serial] = values[id];
  if (!value)
    fail(
        "`x[mask]` where a Tensor is needed: it has as many elements as the mask has that are set, "
        "which is known only when the program runs; hint: its sum, mean, prod, amax, amin, any "
        "and all are Tensors, `where(mask, x, 0)` keeps the shape, masked_select(x, mask) pads");
  if (serial == entry().serial)
    return value;
  if (!open)
    fail("a Tensor of an entry is used at program scope; a Tensor lives in its entry only, hint: "
         "keep it in a Buffer");
  if (serial == 0)
    fail("a Tensor computed at program scope is used in entry `" + Twine(open->name) +
         "`; hint: make it a Buffer, which entries may read");
  fail("a Tensor of another entry is used in entry `" + Twine(open->name) +
       "`; a Tensor lives in its entry only, hint: return it, or keep it in a Buffer");
}

Tensor Tracer::tensorOf(const Selection &selection) {
  values.push_back({Value(), entry().serial});
  int id = int(values.size() - 1);
  selections[id] = selection;
  return Handle::tensor(id);
}

const Selection *Tracer::selectionOf(const Tensor &tensor) const {
  auto found = selections.find(Handle::id(tensor));
  return found == selections.end() ? nullptr : &found->second;
}

RankedTensorType Tracer::typeOf(const Tensor &tensor) {
  if (int id = Handle::id(tensor); id < 0)
    return states[-id].type;
  return ir::typeOf(lookup(tensor));
}

Type Tracer::elementType(DType dtype) {
  switch (dtype.code) {
  case DType::F64:
    return b.getF64Type();
  case DType::F32:
    return b.getF32Type();
  case DType::F16:
    return b.getF16Type();
  case DType::BF16:
    return b.getBF16Type();
  case DType::I64:
    return b.getI64Type();
  case DType::I32:
    return b.getI32Type();
  case DType::U8:
    return b.getI8Type();
  case DType::Bool:
    return b.getI1Type();
  }
  llvm_unreachable("every dtype has an element type");
}

DType Tracer::dtypeOf(Type element) {
  for (DType dtype : {f64, f32, f16, bf16, i64, i32, u8, boolean})
    if (elementType(dtype) == element)
      return dtype;
  llvm_unreachable("every element type has a dtype");
}

ir::LiveDim Tracer::liveOf(Dim dim) {
  if (!dim.isDynamic())
    return {};
  return {b.getStringAttr(dims[dim.symbol - 1].first), dim.mul, dim.add};
}

Dim Tracer::dimOf(int64_t size, const ir::LiveDim &live) {
  Dim dim(size);
  if (!live.symbol)
    return dim;
  for (auto [i, entry] : llvm::enumerate(dims))
    if (entry.first == live.symbol.getValue())
      dim.symbol = int(i + 1);
  dim.mul = live.mul;
  dim.add = live.add;
  return dim;
}

RankedTensorType Tracer::typeOf(const Shape &shape, DType dtype) {
  SmallVector<int64_t> sizes;
  SmallVector<ir::LiveDim> live;
  for (Dim dim : shape) {
    sizes.push_back(dim.bound());
    live.push_back(liveOf(dim));
    if (sizes.back() < 0)
      fail("a shape has a dim of " + Twine(sizes.back()) + "; sizes are at least 0");
  }
  return ir::tensorOf(sizes, live, elementType(dtype));
}
