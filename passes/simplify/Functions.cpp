//===- Functions.cpp - functions of numbers that are known -------------------------===//
//   %0 = dlc.splat 2.0   %1 = dlc.exp %0    =>   %1 = dlc.splat 7.389...
// Computed in f64 by the C library and rounded once, which is within one unit in the last place of
// what the kernels' polynomials give.
//===--------------------------------------------------------------------------===//
#include "passes/simplify/Patterns.h"
#include <cmath>

using namespace mlir;
using namespace dlc::ir;

namespace {
template <class OpT> struct FoldFunction : OpRewritePattern<OpT> {
  FoldFunction(MLIRContext *context, double (*function)(double))
      : OpRewritePattern<OpT>(context), function(function) {}
  LogicalResult matchAndRewrite(OpT op, PatternRewriter &rewriter) const override {
    RankedTensorType type = typeOf(op.getResult());
    std::optional<double> x = dlc::splatOf(op.getX());
    if (!x || !isa<FloatType>(type.getElementType()))
      return failure();
    // 16-bit floats are computed in f32.
    double y = function(*x);
    if (!type.getElementType().isF64())
      y = float(y);
    rewriter.replaceOpWithNewOp<SplatOp>(op, type, rewriter.getFloatAttr(type.getElementType(), y));
    return success();
  }
  double (*function)(double);
};
} // namespace

template <class OpT> static void add(RewritePatternSet &patterns, double (*function)(double)) {
  patterns.add<FoldFunction<OpT>>(patterns.getContext(), function);
}

void dlc::addFunctionPatterns(RewritePatternSet &patterns) {
  add<NegOp>(patterns, [](double x) { return -x; });
  add<AbsOp>(patterns, std::fabs);
  add<ReluOp>(patterns, [](double x) { return x > 0 || std::isnan(x) ? x : 0; });
  add<FloorOp>(patterns, std::floor);
  add<CeilOp>(patterns, std::ceil);
  add<RoundOp>(patterns, std::nearbyint);
  add<TruncOp>(patterns, std::trunc);
  add<SqrtOp>(patterns, std::sqrt);
  add<ExpOp>(patterns, std::exp);
  add<Exp2Op>(patterns, std::exp2);
  add<Expm1Op>(patterns, std::expm1);
  add<LogOp>(patterns, std::log);
  add<Log2Op>(patterns, std::log2);
  add<Log10Op>(patterns, std::log10);
  add<Log1pOp>(patterns, std::log1p);
  add<SinOp>(patterns, std::sin);
  add<CosOp>(patterns, std::cos);
  add<TanOp>(patterns, std::tan);
  add<AsinOp>(patterns, std::asin);
  add<AcosOp>(patterns, std::acos);
  add<AtanOp>(patterns, std::atan);
  add<SinhOp>(patterns, std::sinh);
  add<CoshOp>(patterns, std::cosh);
  add<TanhOp>(patterns, std::tanh);
  add<SigmoidOp>(patterns, [](double x) {
    double e = std::exp(-std::fabs(x));
    return (x >= 0 ? 1 : e) / (1 + e);
  });
  add<AsinhOp>(patterns, std::asinh);
  add<AcoshOp>(patterns, std::acosh);
  add<AtanhOp>(patterns, std::atanh);
  add<ErfOp>(patterns, std::erf);
  add<ErfcOp>(patterns, std::erfc);
}
