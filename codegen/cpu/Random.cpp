//===- Random.cpp - Philox4x32-10, and the products it is made of ------------------===//
#include "codegen/cpu/Lower.h"
#include "ir/schedule/Dialect.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/IR/PatternMatch.h"

using namespace mlir;
namespace dlc::cpu {
namespace {

/// The same number in each lane.
Value splat(ImplicitLocOpBuilder &b, Type type, int64_t number) {
  TypedAttr scalar = b.getIntegerAttr(getElementTypeOrSelf(type), number);
  if (auto vector = dyn_cast<VectorType>(type))
    return arith::ConstantOp::create(b, DenseElementsAttr::get(vector, scalar));
  return arith::ConstantOp::create(b, scalar);
}

/// 32 x 32 -> 64 bits on vectors, as Philox wants it: even and odd lanes are multiplied where they
/// stand, in 64-bit lanes. Upstream widens to twice the vectors and narrows again: 2.5 times
/// slower.
struct MultiplyWide : OpRewritePattern<arith::MulUIExtendedOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(arith::MulUIExtendedOp op,
                                PatternRewriter &rewriter) const override {
    auto narrow = dyn_cast<VectorType>(op.getLow().getType());
    if (!narrow || narrow.getRank() != 1 || narrow.getNumElements() % 2 ||
        !narrow.getElementType().isInteger(32))
      return failure();
    ImplicitLocOpBuilder b(op.getLoc(), rewriter);
    auto wide = VectorType::get({narrow.getNumElements() / 2}, b.getI64Type());
    Value low = splat(b, wide, 0xffffffff), high = splat(b, wide, ~int64_t(0xffffffff));
    Value half = splat(b, wide, 32);
    Value x = vector::BitCastOp::create(b, wide, op.getLhs());
    Value y = vector::BitCastOp::create(b, wide, op.getRhs());
    Value xEven = arith::AndIOp::create(b, x, low), yEven = arith::AndIOp::create(b, y, low);
    Value xOdd = arith::ShRUIOp::create(b, x, half), yOdd = arith::ShRUIOp::create(b, y, half);
    Value even = arith::MulIOp::create(b, xEven, yEven), odd = arith::MulIOp::create(b, xOdd, yOdd);
    Value evenLow = arith::AndIOp::create(b, even, low);
    Value oddLow = arith::ShLIOp::create(b, odd, half);
    Value evenHigh = arith::ShRUIOp::create(b, even, half);
    Value oddHigh = arith::AndIOp::create(b, odd, high);
    Value lows = arith::OrIOp::create(b, evenLow, oddLow);
    Value highs = arith::OrIOp::create(b, evenHigh, oddHigh);
    Value lowWords = vector::BitCastOp::create(b, narrow, lows);
    Value highWords = vector::BitCastOp::create(b, narrow, highs);
    rewriter.replaceOp(op, {lowWords, highWords});
    return success();
  }
};

/// Written out, the rounds are fast, since those of several vectors overlap. They are also the
/// larger part of what initialises a parameter, and take LLVM as long as a convolution.
struct RunPhilox : OpRewritePattern<step::PhiloxOp> {
  RunPhilox(MLIRContext *context, bool inLoop) : OpRewritePattern(context), inLoop(inLoop) {}

  /// Counter and key, one round on.
  static SmallVector<Value> round(ImplicitLocOpBuilder &b, ValueRange c) {
    Type type = c[0].getType();
    Value m0 = splat(b, type, int32_t(0xD2511F53)), m1 = splat(b, type, int32_t(0xCD9E8D57));
    // The key schedule: golden ratio and sqrt(3) - 1.
    Value w0 = splat(b, type, int32_t(0x9E3779B9)), w1 = splat(b, type, int32_t(0xBB67AE85));
    auto product0 = arith::MulUIExtendedOp::create(b, m0, c[0]);
    auto product1 = arith::MulUIExtendedOp::create(b, m1, c[2]);
    Value mixed0 = arith::XOrIOp::create(b, product1.getHigh(), c[1]);
    mixed0 = arith::XOrIOp::create(b, mixed0, c[4]);
    Value mixed1 = arith::XOrIOp::create(b, product0.getHigh(), c[3]);
    mixed1 = arith::XOrIOp::create(b, mixed1, c[5]);
    Value key0 = arith::AddIOp::create(b, c[4], w0);
    Value key1 = arith::AddIOp::create(b, c[5], w1);
    return {mixed0, product1.getLow(), mixed1, product0.getLow(), key0, key1};
  }

  LogicalResult matchAndRewrite(step::PhiloxOp op, PatternRewriter &rewriter) const override {
    ImplicitLocOpBuilder b(op.getLoc(), rewriter);
    const int64_t rounds = 10;
    SmallVector<Value> words(op.getOperands());
    if (inLoop) {
      Value first = arith::ConstantIndexOp::create(b, 0);
      Value last = arith::ConstantIndexOp::create(b, rounds);
      Value one = arith::ConstantIndexOp::create(b, 1);
      auto loop = scf::ForOp::create(b, first, last, one, words);
      OpBuilder::InsertionGuard guard(rewriter);
      b.setInsertionPointToStart(loop.getBody());
      SmallVector<Value> next = round(b, loop.getRegionIterArgs());
      scf::YieldOp::create(b, next);
      words = loop.getResults();
    } else {
      for (int64_t i = 0; i < rounds; ++i)
        words = round(b, words);
    }
    rewriter.replaceOp(op, ValueRange(words).take_front(4));
    return success();
  }

  bool inLoop;
};
} // namespace

void populateRandom(RewritePatternSet &patterns, bool inLoop) {
  patterns.add<RunPhilox>(patterns.getContext(), inLoop);
  patterns.add<MultiplyWide>(patterns.getContext());
}
} // namespace dlc::cpu
