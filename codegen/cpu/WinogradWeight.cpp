//===- WinogradWeight.cpp - the kernel of step.winograd_weight ---------------------===//
// A launch's tile is a part of the images, a block of channels and one of outputs. Its 36 matrices
// of sums stay in the thread's scratch while the tiles of the images pass:
//
//   for block of tiles
//     V = Bt x B, W = A dy At                       [36][tiles][channels], [36][tiles][outputs]
//     for each of 36: S += Vt W                     [36][channels][outputs]
//   dw = Gt S G
#include "codegen/cpu/WinogradKernels.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

using namespace mlir;
namespace dlc::cpu {

WeightGradient::WeightGradient(OpBuilder &builder, Location loc, step::WinogradWeightOp op,
                               const Facts &facts)
    : WinogradCode(builder, loc, op.getX(), op.getOther(), op.getLow(), facts), op(op),
      parts(cast<MemRefType>(op.getY().getType()).getDimSize(0)),
      imagesPerPart(llvm::divideCeil(batch, parts)) {
  block = 32;
  channels = divisorOf(x.channels, 64);
  outputs = vectors * lanes;
  image = {Value(), channels, Matrices::strideOf(block, channels)};
  result = {Value(), outputs, Matrices::strideOf(block, outputs)};
  sum = {Value(), outputs, Matrices::strideOf(channels, outputs)};
}

KernelShape WeightGradient::shape() {
  KernelShape shape;
  const unsigned dims = op.getBatch().getNumDims();
  for (int64_t count : {parts, x.channels / channels, y.channels / outputs})
    shape.tiles.push_back(AffineMap::get(dims, 0, getAffineConstantExpr(count, op.getContext())));
  shape.scratchBytes = products * (image.stride + result.stride + sum.stride) * floatBytes;
  return shape;
}

void WeightGradient::transformTiles(Value first, Value count, Value channel, Value output) {
  upTo(count, 1, [&](Value t) {
    Place place = placeOf(plus(first, t));
    transformSquare(y, place, results, insideY, output, outputs, &WeightGradient::ofResults, result,
                    times(t, result.row));
    Value row = times(t, image.row);
    transformSquare(x, windowOf(place), window, insideX, channel, channels,
                    &WeightGradient::ofImage, image, row);
  });
}

void WeightGradient::addProducts(Value count, Value isFirst) {
  upTo(number(products), 1, [&](Value matrix) {
    Value imageAt = times(matrix, image.stride), resultAt = times(matrix, result.stride);
    Value sumAt = times(matrix, sum.stride);
    upTo(number(channels), rows, [&](Value row) {
      Value left = plus(imageAt, row);
      Value at = plus(sumAt, times(row, sum.row));
      auto place = [&](int64_t i) { return plus(at, i / vectors * sum.row + i % vectors * lanes); };
      SmallVector<Type> types(rows * vectors, vectorType());
      auto begin = scf::IfOp::create(b, types, isFirst, /*withElseRegion=*/true);
      {
        OpBuilder::InsertionGuard guard(b);
        b.setInsertionPointToStart(begin.thenBlock());
        scf::YieldOp::create(b, zeros(rows * vectors));
        b.setInsertionPointToStart(begin.elseBlock());
        Values before;
        for (int64_t i = 0; i < rows * vectors; ++i)
          before.push_back(load(sum.memory, place(i)));
        scf::YieldOp::create(b, before);
      }
      Values sums = multiply(image.memory, left, 1, image.row, result.memory, resultAt, result.row,
                             count, Values(begin.getResults()));
      for (auto [i, value] : llvm::enumerate(sums))
        store(value, sum.memory, place(i));
    });
  });
}

void WeightGradient::transformSums(Value part, Value channel, Value output) {
  const int64_t tap = x.channels * y.channels;
  Value to = times(part, taps * taps * tap);
  to = plus(to, times(channel, y.channels));
  to = plus(to, output);
  upTo(number(channels), 1, [&](Value c) {
    Value from = times(c, sum.row), at = plus(to, times(c, y.channels));
    for (int64_t v = 0; v < vectors; ++v)
      transform(
          window,
          [&](int64_t i, int64_t j) {
            return load(sum.memory, plus(from, (i * window + j) * sum.stride + v * lanes));
          },
          &WeightGradient::ofSums,
          [&](int64_t i, int64_t j, Value value) {
            store(value, dw, plus(at, (i * taps + j) * tap + v * lanes));
          });
  });
}

func::FuncOp WeightGradient::function(StringRef name) {
  const int64_t bytes = shape().scratchBytes;
  return Code::function(name, *op->getBlock(), bytes, [&](Value begin, Value end) {
    x.memory = memory(op.getX());
    y.memory = memory(op.getOther());
    dw = memory(op.getY());
    int64_t byte = 0;
    for (Matrices *matrices : {&image, &result, &sum}) {
      matrices->memory = scratchOf(b.getF32Type(), byte, products * matrices->stride);
      byte += products * matrices->stride * floatBytes;
    }
    Value live = evaluate(op.getBatch().getResult(0));
    Value one = number(1);
    loop(begin, end, one, [&](Value tile) {
      Value columns = number(y.channels / outputs), lines = number(x.channels / channels);
      Value output = times(remainder(tile, columns), outputs);
      Value rest = quotient(tile, columns);
      Value channel = times(remainder(rest, lines), channels), part = quotient(rest, lines);
      Value firstImage = times(part, imagesPerPart);
      Value lastImage = least(plus(firstImage, imagesPerPart), live);
      firstImage = least(firstImage, lastImage);
      Value first = times(firstImage, tileRows * tileColumns);
      Value last = times(lastImage, tileRows * tileColumns);
      // Once at least: a part without images sums up to zeros.
      Value stop = arith::MaxUIOp::create(b, last, plus(first, 1));
      Value step = number(block);
      loop(first, stop, step, [&](Value at) {
        Value left = arith::SubIOp::create(b, last, at);
        Value count = least(left, step);
        transformTiles(at, count, channel, output);
        Value isFirst = arith::CmpIOp::create(b, arith::CmpIPredicate::eq, at, first);
        addProducts(count, isFirst);
      });
      transformSums(part, channel, output);
    });
  });
}
} // namespace dlc::cpu
