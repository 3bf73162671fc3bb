//===- Halves.cpp - f16 and bf16 are 16 bits, converted to f32 and back --------------===//
// Kernels compute in f32 (ir/graph/Precision.h), so 16-bit floats are loaded, stored, moved and
// converted, no more. In the LLVM dialect they are i16: what LLVM makes of its own half and bfloat
// where a processor lacks them goes through f32 lane by lane, or calls compiler-rt, which a program
// that we link does not have. Conversions are the same bits everywhere: to nearest, ties to even,
// NaN stays NaN.
//
//   bf16   always by integers, since AVX512-BF16's instruction flushes denormals
//   f16    by the instruction, and by integers without F16C
#include "codegen/cpu/Lower.h"
#include "mlir/Conversion/LLVMCommon/Pattern.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
namespace dlc::cpu {
namespace {

constexpr int64_t infinity32 = 0x7f800000, infinity16 = 0x7c00, quietNan16 = 0x7e00;
constexpr int64_t quietNanBFloat = 0x7fc0;

/// An f32 bit pattern's exponent, as it stands there, of 2^(n - 127).
constexpr int64_t exponent(int64_t n) { return n << 23; }

bool isHalf(Type type) {
  Type element = getElementTypeOrSelf(type);
  return element.isF16() || element.isBF16();
}

/// Arithmetic on values of one shape, scalars or vectors.
struct Bits {
  Bits(OpBuilder &builder, Location loc, Type like) : b(loc, builder), like(like) {}

  Type shaped(Type element) const {
    auto vector = dyn_cast<VectorType>(like);
    return vector ? Type(vector.clone(element)) : element;
  }
  Value number(TypedAttr attribute) {
    if (auto vector = dyn_cast<VectorType>(shaped(attribute.getType())))
      return arith::ConstantOp::create(b, DenseElementsAttr::get(vector, attribute));
    return arith::ConstantOp::create(b, attribute);
  }
  Value integer(int64_t value) { return number(b.getI32IntegerAttr(int32_t(value))); }
  Value extended(Value x) { return arith::ExtUIOp::create(b, shaped(b.getI32Type()), x); }
  Value cut(Value x) { return arith::TruncIOp::create(b, shaped(b.getI16Type()), x); }
  Value asInteger(Value x) { return arith::BitcastOp::create(b, shaped(b.getI32Type()), x); }
  Value asReal(Value x) { return arith::BitcastOp::create(b, shaped(b.getF32Type()), x); }
  Value masked(Value x, int64_t mask) { return arith::AndIOp::create(b, x, integer(mask)); }
  Value with(Value x, Value y) { return arith::OrIOp::create(b, x, y); }
  Value plus(Value x, Value y) { return arith::AddIOp::create(b, x, y); }
  Value plus(Value x, int64_t y) { return arith::AddIOp::create(b, x, integer(y)); }
  Value left(Value x, int64_t by) { return arith::ShLIOp::create(b, x, integer(by)); }
  Value right(Value x, int64_t by) { return arith::ShRUIOp::create(b, x, integer(by)); }
  Value atLeast(Value x, int64_t bound) {
    return arith::CmpIOp::create(b, arith::CmpIPredicate::uge, x, integer(bound));
  }
  Value choose(Value mask, Value x, Value y) { return arith::SelectOp::create(b, mask, x, y); }

  ImplicitLocOpBuilder b;
  Type like;
};

Value fromBFloat(Bits &on, Value half) { return on.asReal(on.left(on.extended(half), 16)); }

/// Half of what is cut off is added, less one where the last digit that stays is even.
Value toBFloat(Bits &on, Value x) {
  Value bits = on.asInteger(x);
  Value odd = on.masked(on.right(bits, 16), 1);
  Value rounded = on.right(on.plus(on.plus(bits, 0x7fff), odd), 16);
  Value isNan = on.atLeast(on.masked(bits, 0x7fffffff), infinity32 + 1);
  Value nan = on.integer(quietNanBFloat);
  return on.cut(on.choose(isNan, nan, rounded));
}

/// The digits where f32 has them, scaled by the difference of the exponents' biases, 2^112: exact,
/// for denormals too.
Value fromF16(Bits &on, Value half) {
  Value bits = on.extended(half);
  Value sign = on.left(on.masked(bits, 0x8000), 16);
  Value digits = on.left(on.masked(bits, 0x7fff), 13);
  Value scale = on.number(on.b.getF32FloatAttr(0x1p112f));
  Value scaled = on.asInteger(arith::MulFOp::create(on.b, on.asReal(digits), scale));
  Value special = on.with(digits, on.integer(infinity32));
  Value isSpecial = on.atLeast(digits, infinity16 << 13);
  Value magnitude = on.choose(isSpecial, special, scaled);
  return on.asReal(on.with(magnitude, sign));
}

Value toF16(Bits &on, Value x) {
  Value bits = on.asInteger(x);
  Value sign = on.right(on.masked(bits, int64_t(1) << 31), 16);
  Value magnitude = on.masked(bits, 0x7fffffff);

  // Rounded as above; a carry goes into the exponent, up to infinity.
  Value odd = on.masked(on.right(magnitude, 13), 1);
  Value normal = on.right(on.plus(on.plus(magnitude, 0xfff - exponent(112)), odd), 13);

  // Below 2^-14 a result counts in steps of 2^-24, as floats from 0.5 to 1 do: the sum's last
  // digits are the number of steps, rounded by the addition.
  Value half = on.number(on.b.getF32FloatAttr(0.5f));
  Value sum = on.asInteger(arith::AddFOp::create(on.b, on.asReal(magnitude), half));
  Value steps = on.masked(sum, exponent(1) - 1);

  Value isNormal = on.atLeast(magnitude, exponent(113)); // 2^-14
  Value isLarge = on.atLeast(magnitude, exponent(143));  // 2^16
  Value isNan = on.atLeast(magnitude, infinity32 + 1);
  Value nan = on.integer(quietNan16);
  Value infinite = on.integer(infinity16);
  Value large = on.choose(isNan, nan, infinite);
  Value finite = on.choose(isNormal, normal, steps);
  Value result = on.choose(isLarge, large, finite);
  return on.cut(on.with(result, sign));
}

struct Extend : ConvertOpToLLVMPattern<arith::ExtFOp> {
  Extend(const LLVMTypeConverter &converter, const Facts &facts)
      : ConvertOpToLLVMPattern(converter, /*benefit=*/2), facts(facts) {}
  LogicalResult matchAndRewrite(arith::ExtFOp op, OpAdaptor adaptor,
                                ConversionPatternRewriter &rewriter) const override {
    Type from = op.getIn().getType(), to = op.getType();
    if (!isHalf(from))
      return failure();
    Value half = adaptor.getIn();
    Bits on(rewriter, op.getLoc(), to);
    if (getElementTypeOrSelf(from).isBF16()) {
      rewriter.replaceOp(op, fromBFloat(on, half));
    } else if (facts.convertsF16) {
      half = LLVM::BitcastOp::create(on.b, on.shaped(on.b.getF16Type()), half);
      rewriter.replaceOpWithNewOp<LLVM::FPExtOp>(op, to, half);
    } else {
      rewriter.replaceOp(op, fromF16(on, half));
    }
    return success();
  }
  Facts facts;
};

struct Truncate : ConvertOpToLLVMPattern<arith::TruncFOp> {
  Truncate(const LLVMTypeConverter &converter, const Facts &facts)
      : ConvertOpToLLVMPattern(converter, /*benefit=*/2), facts(facts) {}
  LogicalResult matchAndRewrite(arith::TruncFOp op, OpAdaptor adaptor,
                                ConversionPatternRewriter &rewriter) const override {
    Type to = op.getType();
    if (!isHalf(to))
      return failure();
    Value x = adaptor.getIn();
    Bits on(rewriter, op.getLoc(), to);
    if (getElementTypeOrSelf(to).isBF16()) {
      rewriter.replaceOp(op, toBFloat(on, x));
    } else if (facts.convertsF16) {
      Value half = LLVM::FPTruncOp::create(on.b, to, x);
      rewriter.replaceOpWithNewOp<LLVM::BitcastOp>(op, on.shaped(on.b.getI16Type()), half);
    } else {
      rewriter.replaceOp(op, toF16(on, x));
    }
    return success();
  }
  Facts facts;
};

struct Constant : ConvertOpToLLVMPattern<arith::ConstantOp> {
  explicit Constant(const LLVMTypeConverter &converter)
      : ConvertOpToLLVMPattern(converter, /*benefit=*/2) {}
  LogicalResult matchAndRewrite(arith::ConstantOp op, OpAdaptor,
                                ConversionPatternRewriter &rewriter) const override {
    if (!isHalf(op.getType()))
      return failure();
    Type bits16 = rewriter.getI16Type();
    Attribute bits;
    if (auto number = dyn_cast<FloatAttr>(op.getValue()))
      bits = IntegerAttr::get(bits16, number.getValue().bitcastToAPInt());
    else
      bits = cast<DenseFPElementsAttr>(op.getValue()).mapValues(bits16, [](const APFloat &number) {
        return number.bitcastToAPInt();
      });
    rewriter.replaceOpWithNewOp<LLVM::ConstantOp>(op, typeConverter->convertType(op.getType()),
                                                  bits);
    return success();
  }
};
} // namespace

void storeHalvesAsIntegers(LLVMTypeConverter &converter) {
  converter.addConversion([](Type type) -> std::optional<Type> {
    if (!isa<FloatType, VectorType>(type) || !isHalf(type))
      return std::nullopt; // as the other rules say
    Type bits = IntegerType::get(type.getContext(), 16);
    auto vector = dyn_cast<VectorType>(type);
    return vector ? Type(vector.clone(bits)) : bits;
  });
}

void populateHalfPatterns(const LLVMTypeConverter &converter, RewritePatternSet &patterns,
                          const Facts &facts) {
  patterns.add<Extend, Truncate>(converter, facts);
  patterns.add<Constant>(converter);
}
} // namespace dlc::cpu
