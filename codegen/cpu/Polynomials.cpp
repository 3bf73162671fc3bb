//===- Polynomials.cpp - exp, expm1, log, tanh, erf in f32 -------------------------===//
// On scalars and vectors alike, so that a number does not depend on the lane it falls in. Errors
// are below 3 units in the last place over all of f32 (test/codegen/cpu/Accuracy.cpp holds them to
// 4), denormals included (0 to 2^-149 is where upstream's approximations lose them); NaN,
// infinities and the sign of 0 come out as in libm. The coefficients are minimax fits (Remez) of
// the relative error, computed for this file.
//===--------------------------------------------------------------------------------===//
#include "codegen/cpu/Lower.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
namespace dlc::cpu {
namespace {

/// Arithmetic on f32 and i32, of the shape of one operand.
class Arithmetic {
public:
  Arithmetic(Operation *op, PatternRewriter &rewriter)
      : b(op->getLoc(), rewriter), floats(op->getResult(0).getType()) {
    auto vector = dyn_cast<VectorType>(floats);
    ints = vector ? Type(vector.cloneWith(std::nullopt, b.getI32Type())) : Type(b.getI32Type());
  }

  Value number(float value) { return constant(floats, b.getF32FloatAttr(value)); }
  Value integer(int32_t value) { return constant(ints, b.getI32IntegerAttr(value)); }

  Value add(Value x, Value y) { return arith::AddFOp::create(b, x, y); }
  Value sub(Value x, Value y) { return arith::SubFOp::create(b, x, y); }
  Value mul(Value x, Value y) { return arith::MulFOp::create(b, x, y); }
  Value div(Value x, Value y) { return arith::DivFOp::create(b, x, y); }
  Value fma(Value x, Value y, Value z) { return math::FmaOp::create(b, x, y, z); }
  Value addInt(Value x, Value y) { return arith::AddIOp::create(b, x, y); }
  Value subInt(Value x, Value y) { return arith::SubIOp::create(b, x, y); }
  Value shiftLeft(Value x, int32_t by) { return arith::ShLIOp::create(b, x, integer(by)); }
  Value shiftRight(Value x, int32_t by) { return arith::ShRSIOp::create(b, x, integer(by)); }
  Value bits(Value x) { return arith::BitcastOp::create(b, ints, x); }
  Value fromBits(Value x) { return arith::BitcastOp::create(b, floats, x); }
  Value toFloat(Value x) { return arith::SIToFPOp::create(b, floats, x); }

  /// `then` where `x` compares so with `limit`, else `otherwise`.
  Value select(arith::CmpFPredicate how, Value x, float limit, Value then, Value otherwise) {
    Value mask = arith::CmpFOp::create(b, how, x, number(limit));
    return arith::SelectOp::create(b, mask, then, otherwise);
  }

  /// c[0] + c[1] x + c[2] x^2 + ...
  Value polynomial(Value x, ArrayRef<float> c) {
    Value sum = number(c.back());
    for (float coefficient : llvm::reverse(c.drop_back()))
      sum = fma(sum, x, number(coefficient));
    return sum;
  }

  ImplicitLocOpBuilder b;

private:
  Value constant(Type type, TypedAttr value) {
    if (auto vector = dyn_cast<VectorType>(type))
      return arith::ConstantOp::create(b, DenseElementsAttr::get(vector, Attribute(value)));
    return arith::ConstantOp::create(b, value);
  }
  Type floats, ints;
};

using Predicate = arith::CmpFPredicate;
constexpr float ln2High = 0x1.62e4p-1f;      // 15 bits: n * ln2High is exact
constexpr float ln2Low = 0x1.7f7d1cf7ap-20f; // the rest of ln 2
constexpr float log2OfE = 0x1.715476p+0f;
/// (exp(r) - 1 - r) / r^2
constexpr float expm1Rest[] = {0.5f, 0.16666541993618011f, 0.04166628047823906f,
                               0.008366631343960762f, 0.0013946531107649207f};

/// x = n ln 2 + r with r around 0, so that exp(x) = 2^n (1 + m) with m = exp(r) - 1. Adding
/// 1.5 * 2^23 leaves the nearest integer in the low bits of a float, and adding `bias` as well
/// makes these the exponent of a number: `power` is 2^(n + bias - 127).
struct Reduced {
  Value power, m;
  Reduced(Arithmetic &a, Value x, Value magic) {
    Value shifted = a.fma(x, a.number(log2OfE), magic);
    power = a.fromBits(a.shiftLeft(a.bits(shifted), 23));
    Value whole = a.sub(shifted, magic);
    Value r = a.fma(whole, a.number(-ln2High), x);
    r = a.fma(whole, a.number(-ln2Low), r);
    m = a.fma(a.mul(r, r), a.polynomial(r, expm1Rest), r);
  }
  static float magic(int bias) { return 0x1.8p+23f + float(bias); }
};

Value emitExp(Arithmetic &a, Value x) {
  // Beyond these the result is 0 or infinite.
  Value within = a.select(Predicate::OLT, x, -105, a.number(-105), x);
  within = a.select(Predicate::OGT, within, 89, a.number(89), within);
  // In two steps, 2^(n + 64) 2^-64 or 2^(n - 64) 2^64: the result may be denormal, or as large as
  // 2^128 * 0.99.
  Value magic = a.select(Predicate::OLT, x, 0, a.number(Reduced::magic(127 + 64)),
                         a.number(Reduced::magic(127 - 64)));
  Value other = a.select(Predicate::OLT, x, 0, a.number(0x1p-64f), a.number(0x1p+64f));
  Reduced reduced(a, within, magic);
  return a.mul(a.fma(reduced.m, reduced.power, reduced.power), other);
}

Value emitExpm1(Arithmetic &a, Value x) {
  Value within = a.select(Predicate::OLT, x, -20, a.number(-20), x);
  within = a.select(Predicate::OGT, within, 89, a.number(89), within);
  // 2^n m + (2^n - 1), halved, as 2^128 is no number.
  Reduced reduced(a, within, a.number(Reduced::magic(126)));
  Value halved = a.fma(reduced.power, reduced.m, a.sub(reduced.power, a.number(0.5f)));
  Value result = a.add(halved, halved);
  return a.select(Predicate::OEQ, x, 0, x, result); // -0, too
}

/// exp(x) - 1 for -80 < x <= 0.
Value emitExpm1OfNegative(Arithmetic &a, Value x) {
  Reduced reduced(a, x, a.number(Reduced::magic(127)));
  return a.fma(reduced.power, reduced.m, a.sub(reduced.power, a.number(1)));
}

/// -t / (t + 2) with t = exp(-2 |x|) - 1. The factor of -2 is in the constants: x = r - n ln(2) /
/// 2, and exp(-2 r) - 1 = r (r p(r) - 2). One constant for ln 2 does: where it is not exact enough,
/// 2^n is small.
Value emitTanh(Arithmetic &a, Value x) {
  Value size = math::AbsFOp::create(a.b, x);
  Value within = a.select(Predicate::OGT, size, 9.1f, a.number(9.1f), size); // 1 from there on
  Value magic = a.number(Reduced::magic(127));
  Value shifted = a.fma(within, a.number(-2 * log2OfE), magic);
  Value power = a.fromBits(a.shiftLeft(a.bits(shifted), 23));
  Value r = a.fma(a.sub(shifted, magic), a.number(ln2High / 2 + ln2Low / 2), within);
  SmallVector<float> scaled;
  for (auto [i, coefficient] : llvm::enumerate(expm1Rest))
    scaled.push_back(coefficient * float(i % 2 ? -(4 << i) : 4 << i));
  Value m = a.mul(r, a.fma(r, a.polynomial(r, scaled), a.number(-2)));
  Value t = a.fma(power, m, a.sub(power, a.number(1)));
  Value ratio = a.div(t, a.add(t, a.number(2)));
  return math::CopySignOp::create(a.b, ratio, x);
}

Value emitLog(Arithmetic &a, Value x) {
  constexpr float smallest = 0x1p-126f; // that is no denormal
  Value scaled = a.select(Predicate::OLT, x, smallest, a.mul(x, a.number(0x1p+23f)), x);
  Value offset = a.select(Predicate::OLT, x, smallest, a.number(-23), a.number(0));
  // x = 2^e (1 + f) with sqrt(1/2) < 1 + f < sqrt(2)
  Value root = a.bits(a.number(0x1.6a09e6p-1f));
  Value e = a.shiftRight(a.subInt(a.bits(scaled), root), 23);
  Value f = a.sub(a.fromBits(a.subInt(a.bits(scaled), a.shiftLeft(e, 23))), a.number(1));
  Value exponent = a.add(a.toFloat(e), offset);
  // (log(1 + f) - f + f^2 / 2) / f^3
  Value rest = a.polynomial(f, {0.33333316445350647f, -0.25000807642936707f, 0.2000228613615036f,
                                -0.1662459671497345f, 0.14181213080883026f, -0.13128402829170227f,
                                0.12881407141685486f, -0.078602135181427f});
  Value square = a.mul(f, f);
  Value tail = a.fma(square, a.number(-0.5f), a.mul(a.mul(square, f), rest));
  tail = a.fma(exponent, a.number(ln2Low), tail);
  Value result = a.add(a.fma(exponent, a.number(ln2High), f), tail);
  constexpr float infinity = std::numeric_limits<float>::infinity();
  constexpr float nan = std::numeric_limits<float>::quiet_NaN();
  result = a.select(Predicate::UGE, x, infinity, x, result); // NaN, too
  result = a.select(Predicate::OLT, x, 0, a.number(nan), result);
  return a.select(Predicate::OEQ, x, 0, a.number(-infinity), result);
}

Value emitErf(Arithmetic &a, Value x) {
  Value size = math::AbsFOp::create(a.b, x);
  Value within = a.select(Predicate::OGT, size, 3.925f, a.number(3.925f), size); // 1 from there on
  // log(1 - erf(x)) / x
  Value slope = a.polynomial(within, {-1.128379225730896f, -0.6366164684295654f,
                                      -0.10281440615653992f, 0.019321706146001816f,
                                      -0.00020570166816469282f, -0.0012517566792666912f,
                                      0.0003810040943790227f, -4.0708386222831905e-05f});
  Value rest = emitExpm1OfNegative(a, a.mul(within, slope));
  return math::CopySignOp::create(a.b, rest, x);
}

template <class OpT, Value (*emit)(Arithmetic &, Value)>
struct Approximate : OpRewritePattern<OpT> {
  using OpRewritePattern<OpT>::OpRewritePattern;
  LogicalResult matchAndRewrite(OpT op, PatternRewriter &rewriter) const override {
    if (!getElementTypeOrSelf(op.getType()).isF32())
      return failure();
    Arithmetic arithmetic(op, rewriter);
    rewriter.replaceOp(op, emit(arithmetic, op.getOperand()));
    return success();
  }
};
} // namespace

void populatePolynomials(RewritePatternSet &patterns) {
  patterns.add<Approximate<math::ExpOp, emitExp>, Approximate<math::ExpM1Op, emitExpm1>,
               Approximate<math::LogOp, emitLog>, Approximate<math::TanhOp, emitTanh>,
               Approximate<math::ErfOp, emitErf>>(patterns.getContext());
}
} // namespace dlc::cpu
