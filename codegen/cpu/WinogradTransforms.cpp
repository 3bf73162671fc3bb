//===- WinogradTransforms.cpp - lines, squares and products of Winograd's convolution ---===//
// The transforms come of evaluating polynomials at 0, a, -a, b, -b and infinity. 1 and 2 are usual
// for a and b; 3/4 and 3/2 leave a quarter of their error (measured in f32 against f64), since
// powers and their inverses stay nearer to 1. Points in pairs share half of the work.
#include "codegen/cpu/WinogradCode.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
namespace dlc::cpu {

static constexpr double a = 0.75, a2 = a * a, a3 = a2 * a, b1 = 1.5, b2 = b1 * b1, b3 = b2 * b1;
// Products of a point's distances from the others, without infinity.
static constexpr double at0 = a2 * b2, atA = 2 * a2 * (a2 - b2), atB = 2 * b2 * (b2 - a2);

WinogradCode::WinogradCode(OpBuilder &builder, Location loc, Value xMemref, Value yMemref,
                           ArrayRef<int64_t> low, const Facts &facts)
    : Code(builder, loc) {
  auto imageOf = [](Value memref) -> Image {
    auto type = cast<MemRefType>(memref.getType());
    return {Value(), type.getDimSize(1), type.getDimSize(2), type.getDimSize(3)};
  };
  x = imageOf(xMemref);
  y = imageOf(yMemref);
  batch = cast<MemRefType>(xMemref.getType()).getDimSize(0);
  llvm::copy(low, this->low);
  tileRows = llvm::divideCeil(y.height, results);
  tileColumns = llvm::divideCeil(y.width, results);
  insideY = y.height % results == 0 && y.width % results == 0;
  insideX = low[0] == 0 && low[1] == 0 && tileRows * results + 2 <= x.height &&
            tileColumns * results + 2 <= x.width;
  vectors = y.channels % (2 * lanes) == 0 ? 2 : 1;
  rows = 8;
  while (rows * vectors + vectors + 1 > facts.registers - 1) { // accumulators, columns, a row
    if (rows > 4 || vectors == 1)
      rows /= 2;
    else
      vectors = 1;
  }
}

Value WinogradCode::load(Value memory, Value at) {
  return vector::LoadOp::create(b, cast<VectorType>(vectorType()), memory, at);
}

void WinogradCode::store(Value value, Value memory, Value at) {
  vector::StoreOp::create(b, value, memory, at);
}

Value WinogradCode::constant(double value) {
  auto type = cast<VectorType>(vectorType());
  return arith::ConstantOp::create(b, DenseElementsAttr::get(type, b.getF32FloatAttr(value)));
}

Value WinogradCode::fma(double factor, Value x, Value y) {
  Value scale = constant(factor);
  return math::FmaOp::create(b, scale, x, y);
}

SmallVector<Value> WinogradCode::zeros(int64_t count) { return Values(count, constant(0)); }

SmallVector<Value> WinogradCode::ofImage(ArrayRef<Value> x) {
  Values y(window);
  auto pair = [&](double point, double others, Value &plus, Value &minus) {
    Value even = fma(-others, x[2], x[4]);
    Value odd = fma(-others, x[1], x[3]);
    plus = fma(point, odd, even);
    minus = fma(-point, odd, even);
  };
  Value first = fma(-(a2 + b2), x[2], x[4]);
  y[0] = fma(a2 * b2, x[0], first);
  pair(a, b2, y[1], y[2]);
  pair(b1, a2, y[3], y[4]);
  Value last = fma(-(a2 + b2), x[3], x[5]);
  y[5] = fma(a2 * b2, x[1], last);
  return y;
}

Value WinogradCode::weighted(double factor, Value x) {
  Value scale = constant(factor);
  return arith::MulFOp::create(b, scale, x);
}

SmallVector<Value> WinogradCode::ofProducts(ArrayRef<Value> m) {
  Value evenA = arith::AddFOp::create(b, m[1], m[2]), oddA = arith::SubFOp::create(b, m[1], m[2]);
  Value evenB = arith::AddFOp::create(b, m[3], m[4]), oddB = arith::SubFOp::create(b, m[3], m[4]);
  Values y(results);
  y[0] = arith::AddFOp::create(b, evenA, evenB);
  y[0] = arith::AddFOp::create(b, m[0], y[0]);
  y[1] = fma(b1, oddB, weighted(a, oddA));
  y[2] = fma(b2, evenB, weighted(a2, evenA));
  y[3] = fma(a3, oddA, m[5]);
  y[3] = fma(b3, oddB, y[3]);
  return y;
}

SmallVector<Value> WinogradCode::ofWeight(ArrayRef<Value> w) {
  Values y(window);
  auto pair = [&](double point, double scale, Value &plus, Value &minus) {
    Value even = fma(point * point * scale, w[2], weighted(scale, w[0]));
    plus = fma(point * scale, w[1], even);
    minus = fma(-point * scale, w[1], even);
  };
  y[0] = weighted(1 / at0, w[0]);
  pair(a, 1 / atA, y[1], y[2]);
  pair(b1, 1 / atB, y[3], y[4]);
  y[5] = w[2];
  return y;
}

SmallVector<Value> WinogradCode::ofResults(ArrayRef<Value> y) {
  Values z(window);
  auto pair = [&](double point, Value &plus, Value &minus) {
    Value even = fma(point * point, y[2], y[0]);
    Value odd = fma(point * point, y[3], y[1]);
    plus = fma(point, odd, even);
    minus = fma(-point, odd, even);
  };
  z[0] = y[0];
  pair(a, z[1], z[2]);
  pair(b1, z[3], z[4]);
  z[5] = y[3];
  return z;
}

SmallVector<Value> WinogradCode::ofSums(ArrayRef<Value> s) {
  Value evenA = arith::AddFOp::create(b, s[1], s[2]), oddA = arith::SubFOp::create(b, s[1], s[2]);
  Value evenB = arith::AddFOp::create(b, s[3], s[4]), oddB = arith::SubFOp::create(b, s[3], s[4]);
  Values w(taps);
  w[0] = fma(1 / atA, evenA, weighted(1 / at0, s[0]));
  w[0] = fma(1 / atB, evenB, w[0]);
  w[1] = fma(b1 / atB, oddB, weighted(a / atA, oddA));
  w[2] = fma(a2 / atA, evenA, s[5]);
  w[2] = fma(b2 / atB, evenB, w[2]);
  return w;
}

void WinogradCode::transform(int64_t size, Load load, Line line, Store store) {
  SmallVector<Values> lines;
  for (int64_t i = 0; i < size; ++i) {
    Values row;
    for (int64_t j = 0; j < size; ++j)
      row.push_back(load(i, j));
    lines.push_back((this->*line)(row));
  }
  for (size_t j = 0; j < lines[0].size(); ++j) {
    Values column;
    for (const Values &row : lines)
      column.push_back(row[j]);
    for (auto [i, value] : llvm::enumerate((this->*line)(column)))
      store(i, j, value);
  }
}

WinogradCode::Place WinogradCode::placeOf(Value tile) {
  Value perImage = number(tileRows * tileColumns), columns = number(tileColumns);
  Place place;
  place.image = quotient(tile, perImage);
  Value rest = remainder(tile, perImage);
  place.row = times(quotient(rest, columns), results);
  place.column = times(remainder(rest, columns), results);
  return place;
}

WinogradCode::Place WinogradCode::windowOf(Place results) {
  Value above = number(low[0]), before = number(low[1]);
  results.row = arith::SubIOp::create(b, results.row, above);
  results.column = arith::SubIOp::create(b, results.column, before);
  return results;
}

int64_t WinogradCode::divisorOf(int64_t channels, int64_t most) {
  int64_t divisor = lanes;
  for (int64_t size = lanes; size <= most; size += lanes)
    if (channels % size == 0)
      divisor = size;
  return divisor;
}

void WinogradCode::transformSquare(const Image &image, const Place &corner, int64_t size,
                                   bool inside, Value channel, int64_t channels, Line line,
                                   const Matrices &to, Value at) {
  auto integers = VectorType::get({lanes}, b.getI32Type());
  const int64_t row = image.width * image.channels;
  Value base = arith::MulIOp::create(b, corner.image, number(image.height * row));
  base = plus(base, channel);
  // Per channel: loads through `offset` and `mask`, stores to the 36 matrices.
  auto emit = [&](function_ref<Value(int64_t, int64_t)> offset,
                  function_ref<Value(int64_t, int64_t)> mask) {
    upTo(number(channels), lanes, [&](Value c) {
      Value target = plus(at, c);
      transform(
          size,
          [&](int64_t i, int64_t j) -> Value {
            Value element = load(image.memory, plus(offset(i, j), c));
            if (!mask)
              return element;
            Value bits = vector::BitCastOp::create(b, integers, element);
            bits = arith::AndIOp::create(b, bits, mask(i, j));
            return vector::BitCastOp::create(b, cast<VectorType>(vectorType()), bits);
          },
          line,
          [&](int64_t i, int64_t j, Value value) {
            store(value, to.memory, plus(target, (i * window + j) * to.stride));
          });
    });
  };
  auto plain = [&] {
    Value first = plus(base, times(corner.row, row));
    first = plus(first, times(corner.column, image.channels));
    emit([&](int64_t i, int64_t j) { return plus(first, i * row + j * image.channels); }, nullptr);
  };
  if (inside)
    return plain();

  // Rows and columns outside are read at the edge, and what is read there is masked.
  auto along = [&](Value from, int64_t length, int64_t step, Values &offsets, Values &there) {
    Value size_ = number(length), zero = number(0), last = number(length - 1);
    for (int64_t i = 0; i < size; ++i) {
      Value at = plus(from, i);
      there.push_back(arith::CmpIOp::create(b, arith::CmpIPredicate::ult, at, size_));
      at = arith::MaxSIOp::create(b, at, zero);
      at = arith::MinSIOp::create(b, at, last);
      offsets.push_back(times(at, step));
    }
  };
  Values rowOffsets, rowsThere, columnOffsets, columnsThere;
  along(corner.row, image.height, row, rowOffsets, rowsThere);
  along(corner.column, image.width, image.channels, columnOffsets, columnsThere);
  Value all = arith::AndIOp::create(b, rowsThere.front(), rowsThere.back());
  all = arith::AndIOp::create(b, all, columnsThere.front());
  all = arith::AndIOp::create(b, all, columnsThere.back());
  when(all, plain, [&] {
    SmallVector<Values> offsets(size), masks(size);
    for (int64_t i = 0; i < size; ++i)
      for (int64_t j = 0; j < size; ++j) {
        Value offset = plus(base, rowOffsets[i]);
        offsets[i].push_back(plus(offset, columnOffsets[j]));
        Value there = arith::AndIOp::create(b, rowsThere[i], columnsThere[j]);
        Value mask = arith::ExtSIOp::create(b, b.getI32Type(), there);
        masks[i].push_back(vector::BroadcastOp::create(b, integers, mask));
      }
    emit([&](int64_t i, int64_t j) { return offsets[i][j]; },
         [&](int64_t i, int64_t j) { return masks[i][j]; });
  });
}

SmallVector<Value> WinogradCode::multiply(Value left, Value at, int64_t leftRow, int64_t leftStep,
                                          Value right, Value from, int64_t rightStep, Value depth,
                                          Values sums) {
  return accumulate(number(0), depth, 1, sums, [&](Value k, ValueRange sums) {
    Value rowAt = plus(at, times(k, leftStep)), columnAt = plus(from, times(k, rightStep));
    Values columns, next;
    for (int64_t v = 0; v < vectors; ++v)
      columns.push_back(load(right, plus(columnAt, v * lanes)));
    for (int64_t r = 0; r < rows; ++r) {
      Value scalar = memref::LoadOp::create(b, left, plus(rowAt, r * leftRow));
      Value factor = vector::BroadcastOp::create(b, cast<VectorType>(vectorType()), scalar);
      for (int64_t v = 0; v < vectors; ++v)
        next.push_back(math::FmaOp::create(b, factor, columns[v], sums[r * vectors + v]));
    }
    return next;
  });
}
} // namespace dlc::cpu
