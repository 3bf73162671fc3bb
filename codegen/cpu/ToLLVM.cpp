//===- ToLLVM.cpp - scf, vector, arith, math, memref and func to LLVM at once ------===//
// One conversion instead of eight passes: each pass walks and verifies the whole kernel.
#include "codegen/cpu/Lower.h"
#include "mlir/Conversion/ArithToLLVM/ArithToLLVM.h"
#include "mlir/Conversion/ControlFlowToLLVM/ControlFlowToLLVM.h"
#include "mlir/Conversion/FuncToLLVM/ConvertFuncToLLVM.h"
#include "mlir/Conversion/LLVMCommon/TypeConverter.h"
#include "mlir/Conversion/MathToLLVM/MathToLLVM.h"
#include "mlir/Conversion/MathToLibm/MathToLibm.h"
#include "mlir/Conversion/MemRefToLLVM/MemRefToLLVM.h"
#include "mlir/Conversion/SCFToControlFlow/SCFToControlFlow.h"
#include "mlir/Conversion/VectorToLLVM/ConvertVectorToLLVM.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Arith/Transforms/Passes.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlow.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Math/Transforms/Passes.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/Dialect/Vector/Transforms/LoweringPatterns.h"
#include "mlir/Pass/Pass.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Transforms/DialectConversion.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"
#include "mlir/Transforms/Passes.h"

using namespace mlir;
namespace dlc::cpu {
namespace {

/// The larger, or NaN. Of zeros of both signs either is as large. Upstream's keeps signs apart, at
/// twice the instructions; this is a maximum instruction, and a look for NaN on the left, which in
/// a reduction is the new element: what the next step waits for is the maximum alone.
template <class OpT, arith::CmpFPredicate beats> struct ExpandExtremum : OpRewritePattern<OpT> {
  using OpRewritePattern<OpT>::OpRewritePattern;
  LogicalResult matchAndRewrite(OpT op, PatternRewriter &rewriter) const override {
    Value x = op.getLhs(), y = op.getRhs();
    Location loc = op.getLoc();
    Value wins = arith::CmpFOp::create(rewriter, loc, beats, x, y);
    Value extremum = arith::SelectOp::create(rewriter, loc, wins, x, y);
    Value isNan = arith::CmpFOp::create(rewriter, loc, arith::CmpFPredicate::UNO, x, x);
    rewriter.replaceOpWithNewOp<arith::SelectOp>(op, isNan, x, extremum);
    return success();
  }
};

struct ToLLVMPass : PassWrapper<ToLLVMPass, OperationPass<ModuleOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(ToLLVMPass)
  ToLLVMPass(const Facts &facts, bool once) : facts(facts), once(once) {}
  StringRef getArgument() const override { return "dlc-cpu-to-llvm"; }
  StringRef getDescription() const override { return "Lower tiled kernels to the LLVM dialect"; }
  void getDependentDialects(DialectRegistry &registry) const override {
    registry.insert<LLVM::LLVMDialect, cf::ControlFlowDialect, vector::VectorDialect>();
  }

  void runOnOperation() override {
    MLIRContext *context = &getContext();
    if (!facts.multipliesAndAdds)
      separateMultiplyAdd(getOperation());
    RewritePatternSet math(context);
    populatePolynomials(math);
    populateRandom(math, /*inLoop=*/once);
    // Upstream has more, but its sine and cosine are wrong from 1e5 on, its arc functions by tens
    // of units in the last place, its logarithms for denormals: these call libm.
    populateMathPolynomialApproximationPatterns(
        math, [](StringRef name) { return name == "math.log1p"; });
    arith::populateCeilFloorDivExpandOpsPatterns(math);
    math.add<ExpandExtremum<arith::MaximumFOp, arith::CmpFPredicate::OGT>,
             ExpandExtremum<arith::MinimumFOp, arith::CmpFPredicate::OLT>>(context);
    GreedyRewriteConfig once; // no folding of constants into regions, no region simplification
    once.setRegionSimplificationLevel(GreedySimplifyRegionLevel::Disabled);
    if (failed(applyPatternsGreedily(getOperation(), std::move(math), once)))
      return signalPassFailure();
    if (!facts.multipliesAndAdds)
      widenMultiplyAdd(getOperation());

    LowerToLLVMOptions options(context);
    options.useBarePtrCallConv = true;
    LLVMTypeConverter converter(context, options);
    storeHalvesAsIntegers(converter);
    RewritePatternSet patterns(context);
    populateHalfPatterns(converter, patterns, facts);
    populateSCFToControlFlowConversionPatterns(patterns);
    vector::populateVectorMaskOpLoweringPatterns(patterns);
    populateVectorToLLVMConversionPatterns(converter, patterns);
    // libm only for what the intrinsics do not cover; sqrt, floor, fma are instructions.
    populateMathToLLVMConversionPatterns(converter, patterns, /*approximateLog1p=*/false, 1);
    arith::populateArithToLLVMConversionPatterns(converter, patterns);
    populateFinalizeMemRefToLLVMConversionPatterns(converter, patterns);
    cf::populateControlFlowToLLVMConversionPatterns(converter, patterns);
    populateFuncToLLVMConversionPatterns(converter, patterns);
    ConversionTarget target(*context);
    target.addLegalDialect<LLVM::LLVMDialect>();
    target.addLegalOp<ModuleOp>();
    if (failed(applyFullConversion(getOperation(), target, std::move(patterns))))
      signalPassFailure();
  }

  Facts facts;
  bool once;
};

/// libm takes scalars: vectors are taken apart first. Its own step, because these patterns match
/// sqrt and floor too, which are to stay.
struct CallLibmPass : PassWrapper<CallLibmPass, OperationPass<ModuleOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(CallLibmPass)
  void getDependentDialects(DialectRegistry &registry) const override {
    registry.insert<func::FuncDialect, vector::VectorDialect>();
  }
  static bool hasInstruction(Operation *op) {
    return isa<math::FmaOp, math::SqrtOp, math::AbsFOp, math::AbsIOp, math::FloorOp, math::CeilOp,
               math::TruncOp, math::RoundEvenOp, math::CopySignOp, math::CountLeadingZerosOp,
               math::CtPopOp, math::RsqrtOp, math::CountTrailingZerosOp, math::IsNaNOp,
               math::IsInfOp, math::IsFiniteOp>(op);
  }
  static bool hasPolynomial(Operation *op) {
    return getElementTypeOrSelf(op->getResult(0).getType()).isF32() &&
           isa<math::ExpOp, math::ExpM1Op, math::LogOp, math::Log1pOp, math::TanhOp, math::ErfOp>(
               op);
  }
  void runOnOperation() override {
    SmallVector<Operation *> calls;
    getOperation().walk([&](Operation *op) {
      if (isa<math::MathDialect>(op->getDialect()) && !hasInstruction(op) && !hasPolynomial(op))
        calls.push_back(op);
    });
    if (calls.empty())
      return;
    RewritePatternSet patterns(&getContext());
    populateMathToLibmConversionPatterns(patterns);
    GreedyRewriteConfig config;
    config.setStrictness(GreedyRewriteStrictness::ExistingAndNewOps);
    if (failed(applyOpPatternsGreedily(calls, std::move(patterns), config)))
      signalPassFailure();
  }
};
} // namespace

std::unique_ptr<Pass> createToLLVMPass(const Facts &facts, bool once) {
  return std::make_unique<ToLLVMPass>(facts, once);
}

void buildLowerToLLVM(OpPassManager &passes, const Facts &facts, bool once) {
  passes.addPass(std::make_unique<CallLibmPass>());
  passes.addPass(createToLLVMPass(facts, once));
}
} // namespace dlc::cpu
