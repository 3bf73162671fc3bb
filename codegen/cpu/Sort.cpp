//===- Sort.cpp - step.sort as tiles of rows ----------------------------------------===//
// A stable merge sort from the bottom up, of pairs (key, index) that go to and fro between two
// halves of scratch:
//
//   keys[0..n) = x[row]; indices[0..n) = 0, 1, ..
//   for width = 1, 2, 4, .. while width < n:
//     for each pair of runs of `width`: merge it into the other half; the left one wins at a tie
//   order[row] = indices
//
// No branch depends on the keys inside of a merge: each step loads the head of both runs.
#include "codegen/cpu/Sort.h"
#include "codegen/cpu/Code.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

using namespace mlir;
namespace dlc::cpu {

step::SortOp sortOf(Block &kernel) {
  auto sorts = kernel.getOps<step::SortOp>();
  return sorts.empty() ? step::SortOp() : *sorts.begin();
}

/// Where rows and their elements lie.
namespace {
struct Rows {
  SmallVector<int64_t> shape; // of the tensor
  SmallVector<AffineExpr> live;
  SmallVector<int64_t> axes;      // those that are not sorted along
  int64_t dim, block = 1;         // rows of a tile along the last of `axes`
  SmallVector<int64_t> stride[2]; // of x and of the order, per axis, in elements

  Rows(step::SortOp sort, const Facts &facts);
  int64_t length() const { return shape[dim]; }
};
} // namespace

Rows::Rows(step::SortOp sort, const Facts &facts) : dim(sort.getDim()) {
  auto layouts = sort.getLayouts().getAsValueRange<AffineMapAttr>();
  const int64_t rank = sort.getExtents().size();
  shape.resize(rank);
  const Value memrefs[] = {sort.getX(), sort.getOrder()};
  for (auto [which, memref, layout] : llvm::enumerate(memrefs, layouts)) {
    auto type = cast<MemRefType>(memref.getType());
    stride[which].assign(rank, 0);
    int64_t step = 1;
    for (int64_t i = rank - 1; i >= 0; --i) {
      const unsigned axis = layout.getDimPosition(i);
      shape[axis] = type.getDimSize(i);
      stride[which][axis] = step;
      step *= type.getDimSize(i);
    }
  }
  for (AffineMap extent : sort.getExtents().getAsValueRange<AffineMapAttr>())
    live.push_back(extent.getResult(0));
  for (int64_t axis = 0; axis < rank; ++axis)
    if (axis != dim)
      axes.push_back(axis);
  const int64_t work = length() * (1 + llvm::Log2_64_Ceil(std::max<int64_t>(length(), 1))) * 8;
  if (!axes.empty()) // as chooseTiles
    block = std::clamp<int64_t>(facts.tileWork / std::max<int64_t>(work, 1), 1,
                                std::max<int64_t>(shape[axes.back()], 1));
}

static int64_t keyBytes(step::SortOp sort) {
  return llvm::divideCeil(cast<MemRefType>(sort.getX().getType()).getElementTypeBitWidth(), 8);
}

KernelShape shapeSort(step::SortOp sort, const Facts &facts) {
  Rows rows(sort, facts);
  KernelShape shape;
  const unsigned dims = cast<AffineMapAttr>(sort.getExtents()[0]).getValue().getNumDims();
  for (int64_t axis : rows.axes)
    shape.tiles.push_back(AffineMap::get(
        dims, 0, axis == rows.axes.back() ? rows.live[axis].ceilDiv(rows.block) : rows.live[axis]));
  // Two halves of indices, then two of keys.
  shape.scratchBytes = 2 * rows.length() * (8 + keyBytes(sort));
  return shape;
}

namespace {
class SortEmitter : Code {
public:
  SortEmitter(OpBuilder &builder, Location loc, step::SortOp sort, const Facts &facts)
      : Code(builder, loc), sort(sort), rows(sort, facts),
        element(cast<MemRefType>(sort.getX().getType()).getElementType()) {}
  func::FuncOp function(StringRef name);

private:
  void tile(Value number);
  void row(Value atX, Value atOrder);
  void merge(Value from, Value to, Value left, Value right, Value end);
  Value before(Value a, Value c);

  step::SortOp sort;
  Rows rows;
  Type element;
  SmallVector<Value> counts;     // live elements per axis
  Value x, order, keys, indices; // flat
};
} // namespace

/// Whether a, which stands behind c, has to come before it.
Value SortEmitter::before(Value a, Value c) {
  if (sort.getDescending())
    std::swap(a, c);
  if (!isa<FloatType>(element)) {
    bool isUnsigned = element.isInteger(8); // the only one
    return arith::CmpIOp::create(
        b, isUnsigned ? arith::CmpIPredicate::ult : arith::CmpIPredicate::slt, a, c);
  }
  if (element.getIntOrFloatBitWidth() < 32) { // halves are compared as singles
    a = arith::ExtFOp::create(b, b.getF32Type(), a);
    c = arith::ExtFOp::create(b, b.getF32Type(), c);
  }
  // A NaN is larger than any number, and equal to another NaN.
  Value less = arith::CmpFOp::create(b, arith::CmpFPredicate::OLT, a, c);
  Value isNumber = arith::CmpFOp::create(b, arith::CmpFPredicate::ORD, a, a);
  Value beside = arith::CmpFOp::create(b, arith::CmpFPredicate::UNO, c, c);
  Value smaller = arith::AndIOp::create(b, isNumber, beside);
  return arith::OrIOp::create(b, less, smaller);
}

/// The runs [left, right) and [right, end) of half `from` become one in half `to`; both halves by
/// their first element in scratch.
void SortEmitter::merge(Value from, Value to, Value left, Value right, Value end) {
  Value last = number(std::max<int64_t>(rows.length() - 1, 0)), one = number(1);
  auto loop = scf::ForOp::create(b, left, end, one, ValueRange{left, right});
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPointToStart(loop.getBody());
  Value i = loop.getRegionIterArgs()[0], j = loop.getRegionIterArgs()[1];
  Value headI = plus(from, least(i, last)), headJ = plus(from, least(j, last));
  Value keyI = memref::LoadOp::create(b, keys, headI),
        keyJ = memref::LoadOp::create(b, keys, headJ);
  Value wins = before(keyJ, keyI);
  Value leftDone = arith::CmpIOp::create(b, arith::CmpIPredicate::uge, i, right);
  Value rightLeft = arith::CmpIOp::create(b, arith::CmpIPredicate::ult, j, end);
  Value takes = arith::OrIOp::create(b, leftDone, wins);
  takes = arith::AndIOp::create(b, takes, rightLeft);
  Value place = plus(to, loop.getInductionVar());
  Value key = arith::SelectOp::create(b, takes, keyJ, keyI);
  Value head = arith::SelectOp::create(b, takes, headJ, headI);
  Value index = memref::LoadOp::create(b, indices, head);
  memref::StoreOp::create(b, key, keys, place);
  memref::StoreOp::create(b, index, indices, place);
  Value stepJ = arith::IndexCastUIOp::create(b, b.getIndexType(), takes);
  Value stepI = arith::SubIOp::create(b, one, stepJ);
  scf::YieldOp::create(b, ValueRange{plus(i, stepI), plus(j, stepJ)});
}

void SortEmitter::row(Value atX, Value atOrder) {
  const int64_t length = rows.length();
  Value zero = number(0), one = number(1), n = counts[rows.dim];
  loop(zero, n, one, [&](Value i) {
    Value key = memref::LoadOp::create(b, x, plus(atX, times(i, rows.stride[0][rows.dim])));
    Value index = arith::IndexCastOp::create(b, b.getI64Type(), i);
    memref::StoreOp::create(b, key, keys, i);
    memref::StoreOp::create(b, index, indices, i);
  });
  Value half = zero; // that the runs are in
  for (int64_t width = 1; width < length; width *= 2) {
    Value wanted = arith::CmpIOp::create(b, arith::CmpIPredicate::ult, number(width), n);
    auto pass = scf::IfOp::create(b, TypeRange(b.getIndexType()), wanted, true);
    {
      OpBuilder::InsertionGuard guard(b);
      b.setInsertionPointToStart(pass.thenBlock());
      Value other = arith::SubIOp::create(b, number(length), half);
      loop(zero, n, number(2 * width), [&](Value left) {
        Value right = least(plus(left, number(width)), n);
        Value end = least(plus(left, number(2 * width)), n);
        merge(half, other, left, right, end);
      });
      scf::YieldOp::create(b, other);
      b.setInsertionPointToStart(pass.elseBlock());
      scf::YieldOp::create(b, half);
    }
    half = pass.getResult(0);
  }
  loop(zero, n, one, [&](Value i) {
    Value index = memref::LoadOp::create(b, indices, plus(half, i));
    memref::StoreOp::create(b, index, order, plus(atOrder, times(i, rows.stride[1][rows.dim])));
  });
}

/// The last axis counts fastest, as in Emitter::decode.
void SortEmitter::tile(Value number) {
  Value at[2] = {this->number(0), this->number(0)};
  auto move = [&](int64_t axis, Value by) {
    for (int which : {0, 1})
      at[which] = plus(at[which], times(by, rows.stride[which][axis]));
  };
  if (rows.axes.empty())
    return row(at[0], at[1]);
  const int64_t last = rows.axes.back();
  Value blocks = plus(counts[last], this->number(rows.block - 1));
  blocks = arith::DivUIOp::create(b, blocks, this->number(rows.block));
  Value first = times(arith::RemUIOp::create(b, number, blocks), rows.block);
  number = arith::DivUIOp::create(b, number, blocks);
  for (int64_t axis : llvm::reverse(ArrayRef(rows.axes).drop_back())) {
    move(axis, arith::RemUIOp::create(b, number, counts[axis]));
    number = arith::DivUIOp::create(b, number, counts[axis]);
  }
  Value end = least(plus(first, this->number(rows.block)), counts[last]);
  loop(first, end, this->number(1), [&](Value i) {
    Value here[2] = {at[0], at[1]};
    move(last, i);
    row(at[0], at[1]);
    at[0] = here[0], at[1] = here[1];
  });
}

func::FuncOp SortEmitter::function(StringRef name) {
  const int64_t length = rows.length(), scratchBytes = 2 * length * (8 + keyBytes(sort));
  return Code::function(name, *sort->getBlock(), scratchBytes, [&](Value begin, Value end) {
    x = memory(sort.getX());
    order = memory(sort.getOrder());
    if (!scratchBytes)
      return;
    indices = scratchOf(b.getI64Type(), 0, 2 * length);
    keys = scratchOf(element, 2 * length * 8, 2 * length);
    for (AffineExpr live : rows.live)
      counts.push_back(evaluate(live));
    loop(begin, end, number(1), [&](Value at) { tile(at); });
  });
}

func::FuncOp lowerSort(OpBuilder &builder, Location loc, StringRef name, step::SortOp sort,
                       const Facts &facts) {
  return SortEmitter(builder, loc, sort, facts).function(name);
}
} // namespace dlc::cpu
