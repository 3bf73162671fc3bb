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
}
