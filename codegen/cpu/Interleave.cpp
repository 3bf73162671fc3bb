//===- Interleave.cpp - results whose neighbours stand in several vectors ------------===//
// With few channels the lanes are better filled by the places of an image, whose results lie as far
// apart as there are channels:
//
//   a0 a1 a2 ..  b0 b1 b2 ..  c0 c1 c2 ..   =>   a0 b0 c0 a1 b1 c1 a2 ..
//===--------------------------------------------------------------------------------===//
#include "codegen/cpu/Emitter.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
namespace dlc::cpu {

/// One vector of elements of others: `from[i]` says of lane i which vector it comes from, and the
/// lane there. Each further vector takes one more shuffle.
static Value gather(ImplicitLocOpBuilder &b, ArrayRef<Value> vectors,
                    ArrayRef<std::pair<int64_t, int64_t>> from) {
  const int64_t lanes = from.size();
  Value result;
  SmallVector<int64_t> have(lanes, -1); // where in `result` a lane is
  for (auto [number, vector] : llvm::enumerate(vectors)) {
    SmallVector<int64_t> mask(lanes, 0);
    bool wanted = false;
    for (int64_t lane = 0; lane < lanes; ++lane) {
      if (from[lane].first == int64_t(number)) {
        mask[lane] = (result ? lanes : 0) + from[lane].second;
        wanted = true;
      } else if (have[lane] >= 0) {
        mask[lane] = lane;
      }
    }
    if (!wanted)
      continue;
    Value first = result ? result : vector;
    result = vector::ShuffleOp::create(b, first, vector, b.getDenseI64ArrayAttr(mask));
    for (int64_t lane = 0; lane < lanes; ++lane)
      if (from[lane].first == int64_t(number))
        have[lane] = lane;
  }
  return result;
}

/// Streams of `unit` elements, each of as many vectors: the next unit of each in turn. Pairs of
/// streams become one of pairs first, so that a vector is put together from fewer.
static SmallVector<Value> joinStreams(ImplicitLocOpBuilder &b,
                                      SmallVector<SmallVector<Value>> streams, int64_t unit) {
  const int64_t lanes = cast<VectorType>(streams[0][0].getType()).getNumElements();
  auto join = [&](ArrayRef<SmallVector<Value>> some) {
    SmallVector<Value> sources, joined;
    for (const SmallVector<Value> &stream : some)
      llvm::append_range(sources, stream);
    const int64_t each = some[0].size(), count = some.size();
    for (int64_t vector = 0; vector < each * count; ++vector) {
      SmallVector<std::pair<int64_t, int64_t>> from;
      for (int64_t lane = 0; lane < lanes; ++lane) {
        const int64_t at = vector * lanes + lane, place = at / unit;
        const int64_t inStream = place / count * unit + at % unit;
        from.push_back({place % count * each + inStream / lanes, inStream % lanes});
      }
      joined.push_back(gather(b, sources, from));
    }
    return joined;
  };
  while (streams.size() % 2 == 0 && streams.size() > 2) {
    SmallVector<SmallVector<Value>> pairs;
    for (size_t i = 0; i < streams.size(); i += 2)
      pairs.push_back(join(ArrayRef(streams).slice(i, 2)));
    streams = pairs;
    unit *= 2;
  }
  return streams.size() == 1 ? streams[0] : join(streams);
}

/// Stores the results of a whole small loop at `point`, its first step.
void Emitter::storeInterleaved(Values values, const Access &access, const Tile &tile,
                               const Point &point) {
  SmallVector<SmallVector<Value>> streams;
  for (Value value : values) {
    value = splat(value, plan.lanes);
    if (access.element.isInteger(1))
      value = arith::ExtUIOp::create(b, widened(b.getI8Type(), plan.lanes), value);
    streams.push_back({value});
  }
  const int64_t count = point.valid * int64_t(values.size());
  Value offset = offsetOf(access, tile, point);
  for (auto [i, vector] : llvm::enumerate(joinStreams(b, streams, 1))) {
    const int64_t before = int64_t(i) * plan.lanes;
    if (before < count)
      storeRow(vector, flat.lookup(access.memref), add(offset, before),
               {plan.vector, plan.lanes, std::min(plan.lanes, count - before), {}});
  }
}
} // namespace dlc::cpu
