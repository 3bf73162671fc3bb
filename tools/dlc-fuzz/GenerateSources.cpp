//===- GenerateSources.cpp - numbers from nothing: random ones, literals, indices ---------===//
#include "tools/dlc-fuzz/Generator.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;
using namespace dlc::fuzz;

Value Generator::draw(RankedTensorType type) {
  return RandomOp::create(b, type, stream->seed, stream->call, stream->iteration,
                          b.getI64IntegerAttr(random.below(1 << 30)));
}

bool Generator::addRandom() {
  if (!stream)
    return false;
  return keep(draw(randomType(randomFloat(), 3)), 1, true);
}

bool Generator::addDropout() {
  auto x = pickFloat();
  if (!stream || !x)
    return false;
  RankedTensorType type = x->type();
  Value uniform = draw(type);
  Value kept = create("greater_equal", {uniform, number(0.25, type)}, maskOf(type));
  Value scaled = create("mul", {x->value, number(4.0 / 3, type)}, type);
  Value y = create("select", {kept, scaled, number(0, type)}, type);
  return keep(y, x->bound * 1.4, false);
}

bool Generator::addConstant() {
  RankedTensorType type = randomType(randomFloat(), 3);
  for (LiveDim live : liveOf(type))
    if (live.symbol)
      return false;
  type = RankedTensorType::get(type.getShape(), type.getElementType());
  if (type.getNumElements() > 100)
    return false;
  auto semantics = cast<FloatType>(type.getElementType());
  SmallVector<Attribute> numbers;
  for (int64_t i = 0; i < type.getNumElements(); ++i)
    numbers.push_back(b.getFloatAttr(semantics, double(random.between(-8, 8)) / 4));
  return keep(ir::ConstantOp::create(b, type, DenseElementsAttr::get(type, numbers)), 2, true);
}

bool Generator::addIota() {
  RankedTensorType type = randomType(random.percent(50) ? randomFloat() : b.getI64Type(), 3);
  if (type.getRank() == 0)
    return false;
  int64_t dim = random.below(type.getRank());
  return keep(IotaOp::create(b, type, dim), type.getDimSize(dim), true);
}
