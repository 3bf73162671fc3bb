//===- Winograd.cpp - the kernel of step.winograd ----------------------------------===//
// A launch's tile is a block of tiles of the image and a panel of outputs:
//
//   block's V = Bt x B, unless the thread has them from the panel before
//   for chunk of channels
//     U = G w Gt                                    [36][channels][outputs]
//     for each of 36: M += V U                      [36][tiles][outputs]
//   y = At M A
//
// U is computed for every block again: against the products of a block of 32 tiles that is a
// fourteenth of the work, and less than it would take to fetch 4 times the weight from afar.
#include "codegen/cpu/Winograd.h"
#include "codegen/cpu/WinogradKernels.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

using namespace mlir;
namespace dlc::cpu {

Convolution::Convolution(OpBuilder &builder, Location loc, step::WinogradOp op, const Facts &facts)
    : WinogradCode(builder, loc, op.getX(), op.getY(), op.getLow(), facts), op(op) {
  block = std::min<int64_t>(
      32, llvm::alignTo(std::max<int64_t>(batch * tileRows * tileColumns, 1), rows));
  depth = divisorOf(x.channels, 64);
  chunks = x.channels / depth;
  panels = y.channels / panelWidth();
  image = {Value(), depth, Matrices::strideOf(block, depth)};
  weight = {Value(), panelWidth(), Matrices::strideOf(depth, panelWidth())};
  product = {Value(), panelWidth(), Matrices::strideOf(block, panelWidth())};
  imageSize = chunks * products * image.stride;
  weightSize = products * weight.stride;
  productSize = products * product.stride;
}

KernelShape Convolution::shape() {
  KernelShape shape;
  AffineMap batch = op.getBatch();
  MLIRContext *context = op.getContext();
  AffineExpr tiles = batch.getResult(0) * (tileRows * tileColumns);
  shape.tiles = {AffineMap::get(batch.getNumDims(), 0, tiles.ceilDiv(block)),
                 AffineMap::get(batch.getNumDims(), 0, getAffineConstantExpr(panels, context))};
  shape.scratchBytes = (imageSize + weightSize + productSize) * floatBytes;
  return shape;
}

void Convolution::transformImage(Value first, Value count) {
  upTo(count, 1, [&](Value t) {
    Place place = windowOf(placeOf(plus(first, t)));
    Value row = times(t, image.row);
    upTo(number(chunks), 1, [&](Value chunk) {
      Value channel = times(chunk, depth), at = times(chunk, products * image.stride);
      transformSquare(x, place, window, insideX, channel, depth, &Convolution::ofImage, image,
                      plus(at, row));
    });
  });
}

void Convolution::transformWeight(Value chunk, Value panel) {
  Value from = times(times(chunk, depth), y.channels);
  from = plus(from, times(panel, panelWidth()));
  upTo(number(depth), 1, [&](Value k) {
    Value at = plus(from, times(k, y.channels)), to = times(k, weight.row);
    for (int64_t v = 0; v < vectors; ++v)
      transform(
          taps,
          [&](int64_t i, int64_t j) {
            const int64_t tap = i * taps + j, last = taps * taps - 1;
            const int64_t matrix = op.getTurned() ? last - tap : tap;
            return load(w, plus(at, matrix * x.channels * y.channels + v * lanes));
          },
          &Convolution::ofWeight,
          [&](int64_t i, int64_t j, Value value) {
            store(value, weight.memory, plus(to, (i * window + j) * weight.stride + v * lanes));
          });
  });
}

void Convolution::addProducts(Value chunk, Value panel, Value count, bool isFirst) {
  transformWeight(chunk, panel);
  Value chunkAt = times(chunk, products * image.stride);
  upTo(number(products), 1, [&](Value matrix) {
    Value imageAt = plus(chunkAt, times(matrix, image.stride));
    Value weightAt = times(matrix, weight.stride), productAt = times(matrix, product.stride);
    // The last rows may be no tiles: they hold anything, and nobody reads what comes of them.
    upTo(count, rows, [&](Value row) {
      Value left = plus(imageAt, times(row, image.row));
      Value to = plus(productAt, times(row, product.row));
      auto place = [&](int64_t i) {
        return plus(to, i / vectors * product.row + i % vectors * lanes);
      };
      Values sums = zeros(rows * vectors);
      for (int64_t i = 0; i < rows * vectors && !isFirst; ++i)
        sums[i] = load(product.memory, place(i));
      sums = multiply(image.memory, left, image.row, 1, weight.memory, weightAt, weight.row,
                      number(depth), sums);
      for (auto [i, sum] : llvm::enumerate(sums))
        store(sum, product.memory, place(i));
    });
  });
}

void Convolution::transformProducts(Value first, Value count, Value panel) {
  upTo(count, 1, [&](Value t) {
    Place place = placeOf(plus(first, t));
    Value from = times(t, product.row);
    Value to = plus(times(place.image, y.height), place.row);
    to = plus(times(to, y.width), place.column);
    to = times(to, y.channels);
    to = plus(to, times(panel, panelWidth()));
    auto emit = [&](bool whole) {
      for (int64_t v = 0; v < vectors; ++v)
        transform(
            window,
            [&](int64_t i, int64_t j) {
              return load(product.memory,
                          plus(from, (i * window + j) * product.stride + v * lanes));
            },
            &Convolution::ofProducts,
            [&](int64_t i, int64_t j, Value value) {
              Value at = plus(to, (i * y.width + j) * y.channels + v * lanes);
              if (whole)
                return store(value, y.memory, at);
              Value row = plus(place.row, i), column = plus(place.column, j);
              Value height = number(y.height), width = number(y.width);
              Value inRows = arith::CmpIOp::create(b, arith::CmpIPredicate::ult, row, height);
              Value inColumns = arith::CmpIOp::create(b, arith::CmpIPredicate::ult, column, width);
              Value inside = arith::AndIOp::create(b, inRows, inColumns);
              when(inside, [&] { store(value, y.memory, at); });
            });
    };
    if (insideY)
      return emit(true);
    Value lastRow = number(y.height - results), lastColumn = number(y.width - results);
    Value inRows = arith::CmpIOp::create(b, arith::CmpIPredicate::sle, place.row, lastRow);
    Value inColumns = arith::CmpIOp::create(b, arith::CmpIPredicate::sle, place.column, lastColumn);
    Value inside = arith::AndIOp::create(b, inRows, inColumns);
    when(inside, [&] { emit(true); }, [&] { emit(false); });
  });
}

func::FuncOp Convolution::function(StringRef name) {
  const int64_t bytes = shape().scratchBytes;
  return Code::function(name, *op->getBlock(), bytes, [&](Value begin, Value end) {
    x.memory = memory(op.getX());
    y.memory = memory(op.getY());
    w = memory(op.getOther());
    Type element = b.getF32Type();
    image.memory = scratchOf(element, 0, imageSize);
    weight.memory = scratchOf(element, imageSize * floatBytes, weightSize);
    product.memory = scratchOf(element, (imageSize + weightSize) * floatBytes, productSize);
    Value live = evaluate(op.getBatch().getResult(0));
    Value all = times(live, tileRows * tileColumns);
    Value none = number(-1);
    accumulate(begin, end, 1, none, [&](Value tile, ValueRange held) -> Values {
      Value perBlock = number(panels);
      Value which = quotient(tile, perBlock), panel = remainder(tile, perBlock);
      Value first = times(which, block);
      Value left = arith::SubIOp::create(b, all, first);
      Value count = least(left, number(block));
      Value other = arith::CmpIOp::create(b, arith::CmpIPredicate::ne, which, held[0]);
      when(other, [&] { transformImage(first, count); });
      addProducts(number(0), panel, count, /*isFirst=*/true);
      if (chunks > 1)
        upTo(number(chunks - 1), 1,
             [&](Value chunk) { addProducts(plus(chunk, 1), panel, count, /*isFirst=*/false); });
      transformProducts(first, count, panel);
      return {which};
    });
  });
}

template <class OpT> static OpT only(Block &kernel) {
  auto ops = kernel.getOps<OpT>();
  return ops.empty() ? OpT() : *ops.begin();
}

std::optional<KernelShape> shapeWinograd(Block &kernel, const Facts &facts) {
  OpBuilder builder(kernel.getParentOp()->getContext());
  Location loc = kernel.getParentOp()->getLoc();
  if (auto op = only<step::WinogradOp>(kernel))
    return Convolution(builder, loc, op, facts).shape();
  if (auto op = only<step::WinogradWeightOp>(kernel))
    return WeightGradient(builder, loc, op, facts).shape();
  return std::nullopt;
}

func::FuncOp lowerWinograd(OpBuilder &builder, Location loc, StringRef name, Block &kernel,
                           const Facts &facts) {
  if (auto op = only<step::WinogradOp>(kernel))
    return Convolution(builder, loc, op, facts).function(name);
  if (auto op = only<step::WinogradWeightOp>(kernel))
    return WeightGradient(builder, loc, op, facts).function(name);
  return nullptr;
}
} // namespace dlc::cpu
