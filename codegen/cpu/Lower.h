//===- Lower.h - from vectors to the LLVM dialect --------------------------*- C++ -*-===//
#ifndef DLC_CODEGEN_CPU_LOWER_H
#define DLC_CODEGEN_CPU_LOWER_H
#include "codegen/cpu/Kernel.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace mlir {
class LLVMTypeConverter;
class OpPassManager;
class Pass;
class RewritePatternSet;
} // namespace mlir

namespace dlc::cpu {

/// scf, vector, arith, math, memref and func to LLVM, memrefs as bare pointers. f32 functions are
/// approximated on vectors by the same polynomials everywhere; what has none calls libm per lane.
/// Code that runs `once` in the life of a model is rather short than fast.
void buildLowerToLLVM(mlir::OpPassManager &passes, const Facts &facts = {}, bool once = false);
std::unique_ptr<mlir::Pass> createToLLVMPass(const Facts &facts = {}, bool once = false);

/// Patterns for exp, expm1, log, tanh and erf in f32 (Polynomials.cpp).
void populatePolynomials(mlir::RewritePatternSet &patterns);

/// Patterns for random bits (Random.cpp): ten rounds in a loop, or written out.
void populateRandom(mlir::RewritePatternSet &patterns, bool inLoop);

/// f16 and bf16 as i16, and what converts them (Halves.cpp).
void storeHalvesAsIntegers(mlir::LLVMTypeConverter &converter);
void populateHalfPatterns(const mlir::LLVMTypeConverter &converter,
                          mlir::RewritePatternSet &patterns, const Facts &facts);

/// For processors that cannot multiply and add at once (Unfused.cpp): first of contractions, before
/// there are polynomials, then of these.
void separateMultiplyAdd(mlir::ModuleOp module);
void widenMultiplyAdd(mlir::ModuleOp module);

/// How a kernel is called: memref arguments that no other argument may overlap are `noalias`, and
/// a slice of a stacked tensor begins where its size lets it.
struct Signature {
  llvm::SmallVector<bool> mayOverlap = {};   // per memref argument; empty: none does
  llvm::SmallVector<int64_t> alignment = {}; // bytes, per memref argument; empty: 64 each
  bool once = false;                         // only when a model is created
};

/// Beside `body`, an LLVM function by now, defines `name` as a dlc_kernel_fn (runtime abi.h) that
/// takes pointers and extents from a table and calls it.
mlir::LogicalResult emitTrampoline(mlir::ModuleOp module, llvm::StringRef body,
                                   llvm::StringRef name, unsigned numMemrefs, unsigned numDims,
                                   const Signature &signature);

/// All of it for one kernel: a module in the LLVM dialect that defines `name`.
mlir::FailureOr<mlir::OwningOpRef<mlir::ModuleOp>>
lowerToModule(mlir::Block &body, mlir::Location loc, llvm::StringRef name, const Facts &facts,
              const Signature &signature = {});

/// Dialects that these functions create ops of.
void registerDialects(mlir::DialectRegistry &registry);
} // namespace dlc::cpu
#endif
