//===- Naive.cpp - the reference: linalg as scalar loops over the live extents -----===//
#include "Program.h"
#include "ir/schedule/Dialect.h"
#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

using namespace mlir;

static void loopsOf(linalg::LinalgOp op, ValueRange dims) {
  OpBuilder b(op);
  Location loc = op.getLoc();
  auto constant = [&](int64_t v) { return arith::ConstantIndexOp::create(b, loc, v).getResult(); };
  auto extents = op->getAttrOfType<ArrayAttr>("dlc.extents");
  SmallVector<Value> at;
  for (auto [i, bound] : llvm::enumerate(op.getStaticLoopRanges())) {
    Value upper = constant(bound);
    AffineMapAttr rows; // a fill reaches as far as its output is live
    if (auto argument = dyn_cast<BlockArgument>(op.getDpsInits()[0]);
        argument && isa<linalg::FillOp>(op) && !i)
      rows = op->getParentOfType<func::FuncOp>().getArgAttrOfType<AffineMapAttr>(
          argument.getArgNumber(), "dlc.rows");
    if (rows)
      upper = affine::AffineApplyOp::create(b, loc, rows.getValue(), dims);
    if (extents)
      upper =
          affine::AffineApplyOp::create(b, loc, cast<AffineMapAttr>(extents[i]).getValue(), dims);
    Value zero = constant(0), one = constant(1);
    auto loop = scf::ForOp::create(b, loc, zero, upper, one);
    b.setInsertionPointToStart(loop.getBody());
    at.push_back(loop.getInductionVar());
  }
  auto maps = op.getIndexingMapsArray();
  auto place = [&](unsigned i) {
    SmallVector<Value> indices;
    for (AffineExpr expr : maps[i].getResults())
      indices.push_back(
          affine::AffineApplyOp::create(b, loc, AffineMap::get(at.size(), 0, expr), at));
    return indices;
  };
  IRMapping mapping;
  for (auto [i, operand] : llvm::enumerate(op->getOperands())) {
    if (!isa<MemRefType>(operand.getType()))
      mapping.map(op.getBlock()->getArgument(i), operand);
    else
      mapping.map(op.getBlock()->getArgument(i),
                  memref::LoadOp::create(b, loc, operand, place(i)).getResult());
  }
  for (Operation &inner : op.getBlock()->without_terminator()) {
    if (auto index = dyn_cast<linalg::IndexOp>(inner))
      mapping.map(index, at[index.getDim()]);
    else
      b.clone(inner, mapping);
  }
  for (auto [i, value] : llvm::enumerate(op.getBlock()->getTerminator()->getOperands()))
    memref::StoreOp::create(b, loc, mapping.lookupOrDefault(value), op.getDpsInits()[i],
                            place(op.getNumDpsInputs() + i));
}

/// A buffer filled with the value, and the elements in it.
static void fillAround(dlc::step::PaddedOp op) {
  OpBuilder b(op);
  Location loc = op.getLoc();
  auto type = cast<MemRefType>(op.getY().getType());
  Value buffer = memref::AllocOp::create(b, loc, type);
  Value value = arith::ConstantOp::create(
      b, loc, b.getFloatAttr(type.getElementType(), op.getValue().convertToDouble()));
  linalg::FillOp::create(b, loc, value, buffer);
  SmallVector<Value> from, to;
  for (auto [start, size, low] : llvm::zip(op.getStarts(), op.getSizes(), op.getLow())) {
    auto constant = [&](int64_t v) {
      return arith::ConstantIndexOp::create(b, loc, v).getResult();
    };
    auto loop = scf::ForOp::create(b, loc, constant(0), constant(size), constant(1));
    b.setInsertionPointToStart(loop.getBody());
    from.push_back(arith::AddIOp::create(b, loc, loop.getInductionVar(), constant(start)));
    to.push_back(arith::AddIOp::create(b, loc, loop.getInductionVar(), constant(low)));
  }
  Value element = memref::LoadOp::create(b, loc, op.getX(), from);
  memref::StoreOp::create(b, loc, element, buffer, to);
  op.getY().replaceAllUsesWith(buffer);
  op.erase();
}

/// The rounds one by one, in 64 bits.
static void writeOut(dlc::step::PhiloxOp op) {
  OpBuilder b(op);
  Location loc = op.getLoc();
  Type wide = b.getI64Type(), narrow = b.getI32Type();
  auto constant = [&](uint32_t v) -> Value {
    return arith::ConstantOp::create(b, loc, b.getI32IntegerAttr(int32_t(v)));
  };
  auto exclusiveOr = [&](Value x, Value y) -> Value { return arith::XOrIOp::create(b, loc, x, y); };
  auto multiply = [&](uint32_t factor, Value x) {
    Value wideFactor = arith::ConstantOp::create(b, loc, b.getI64IntegerAttr(factor));
    Value wideX = arith::ExtUIOp::create(b, loc, wide, x);
    Value product = arith::MulIOp::create(b, loc, wideFactor, wideX);
    Value half = arith::ConstantOp::create(b, loc, b.getI64IntegerAttr(32));
    Value upper = arith::ShRUIOp::create(b, loc, product, half);
    Value low = arith::TruncIOp::create(b, loc, narrow, product);
    Value high = arith::TruncIOp::create(b, loc, narrow, upper);
    return std::pair(low, high);
  };
  SmallVector<Value> c(op.getOperands());
  for (int round = 0; round < 10; ++round) {
    auto [low0, high0] = multiply(0xD2511F53, c[0]);
    auto [low1, high1] = multiply(0xCD9E8D57, c[2]);
    Value mixed0 = exclusiveOr(exclusiveOr(high1, c[1]), c[4]);
    Value mixed1 = exclusiveOr(exclusiveOr(high0, c[3]), c[5]);
    Value key0 = arith::AddIOp::create(b, loc, c[4], constant(0x9E3779B9));
    Value key1 = arith::AddIOp::create(b, loc, c[5], constant(0xBB67AE85));
    c = {mixed0, low1, mixed1, low0, key0, key1};
  }
  op.replaceAllUsesWith(ValueRange(c).take_front(4));
  op.erase();
}

void naive(func::FuncOp function) {
  SmallVector<dlc::step::PaddedOp> padded;
  function.walk([&](dlc::step::PaddedOp op) { padded.push_back(op); });
  llvm::for_each(padded, fillAround);
  SmallVector<Value> dims;
  for (BlockArgument argument : function.getArguments())
    if (argument.getType().isIndex())
      dims.push_back(argument);
  // Whole intermediates do not fit on a stack; they are never freed, in a process of seconds.
  function.walk([](memref::AllocaOp local) {
    OpBuilder b(local);
    local.replaceAllUsesWith(
        memref::AllocOp::create(b, local.getLoc(), local.getType()).getResult());
  });
  SmallVector<linalg::LinalgOp> ops;
  function.walk([&](linalg::LinalgOp op) { ops.push_back(op); });
  for (linalg::LinalgOp op : ops) {
    loopsOf(op, dims);
    op.erase();
  }
  SmallVector<dlc::step::PhiloxOp> random;
  function.walk([&](dlc::step::PhiloxOp op) { random.push_back(op); });
  llvm::for_each(random, writeOut);
}
