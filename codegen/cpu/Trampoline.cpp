//===- Trampoline.cpp - a kernel as the runtime calls it --------------------------------===//
//   void @name(ptr args, i64 begin, i64 end, ptr scratch)
// loads the words of `args` and calls the body. The body stays a function of its own: `noalias` on
// arguments is worth more to LLVM than the scoped metadata that inlining makes of it.
#include "codegen/cpu/Lower.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlow.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/Pass/PassManager.h"

using namespace mlir;
namespace dlc::cpu {

void registerDialects(DialectRegistry &registry) {
  // All that any pass over a kernel touches: kernels are lowered in parallel, and a dialect
  // loaded then would change the context under the other threads.
  registry
      .insert<arith::ArithDialect, cf::ControlFlowDialect, func::FuncDialect, LLVM::LLVMDialect,
              math::MathDialect, memref::MemRefDialect, scf::SCFDialect, vector::VectorDialect>();
}

LogicalResult emitTrampoline(ModuleOp module, StringRef bodyName, StringRef name,
                             unsigned numMemrefs, unsigned numDims, const Signature &signature) {
  auto body = module.lookupSymbol<LLVM::LLVMFuncOp>(bodyName);
  if (!body)
    // untested: the body is emitted into this module right before
    return module.emitError("bug in dlc: no function ") << bodyName;
  ImplicitLocOpBuilder b(body.getLoc(), module.getContext());
  Type pointer = LLVM::LLVMPointerType::get(b.getContext()), word = b.getI64Type();
  body.setLinkage(LLVM::Linkage::Internal);
  body.setNoInline(true);
  for (auto [i, type] : llvm::enumerate(body.getArgumentTypes())) {
    if (!isa<LLVM::LLVMPointerType>(type))
      continue;
    if (i >= signature.mayOverlap.size() || !signature.mayOverlap[i])
      body.setArgAttr(i, "llvm.noalias", b.getUnitAttr());
    body.setArgAttr(i, "llvm.nonnull", b.getUnitAttr());
    body.setArgAttr(i, "llvm.noundef", b.getUnitAttr());
    int64_t alignment = i < signature.alignment.size() ? signature.alignment[i] : 64;
    body.setArgAttr(i, "llvm.align", b.getI64IntegerAttr(alignment));
  }
  b.setInsertionPointToEnd(module.getBody());
  auto type = LLVM::LLVMFunctionType::get(LLVM::LLVMVoidType::get(b.getContext()),
                                          {pointer, word, word, pointer});
  auto function = LLVM::LLVMFuncOp::create(b, name, type);
  Block *entry = function.addEntryBlock(b);
  b.setInsertionPointToStart(entry);
  SmallVector<Value> operands;
  for (unsigned i = 0; i < numMemrefs + numDims; ++i) {
    Value place = LLVM::GEPOp::create(b, pointer, pointer, entry->getArgument(0),
                                      ArrayRef<LLVM::GEPArg>{int32_t(i)});
    operands.push_back(LLVM::LoadOp::create(b, i < numMemrefs ? pointer : word, place));
  }
  operands.push_back(entry->getArgument(1));
  operands.push_back(entry->getArgument(2));
  if (body.getNumArguments() == operands.size() + 1)
    operands.push_back(entry->getArgument(3));
  LLVM::CallOp::create(b, body, operands);
  LLVM::ReturnOp::create(b, ValueRange());
  return success();
}

FailureOr<OwningOpRef<ModuleOp>> lowerToModule(Block &kernel, Location loc, StringRef name,
                                               const Facts &facts, const Signature &signature) {
  OwningOpRef<ModuleOp> module = ModuleOp::create(loc);
  OpBuilder builder(module->getBodyRegion());
  const std::string body = name.str() + ".tiles";
  if (failed(lowerKernel(builder, loc, body, kernel, facts)))
    return failure();
  unsigned memrefs = llvm::count_if(kernel.getArgumentTypes(), llvm::IsaPred<MemRefType>);
  PassManager passes(loc.getContext(), ModuleOp::getOperationName());
  passes.enableVerifier(false); // our emitter's tests verify; here it is a quarter of the time
  buildLowerToLLVM(passes, facts, signature.once);
  if (failed(passes.run(*module)) ||
      failed(emitTrampoline(*module, body, name, memrefs, kernel.getNumArguments() - memrefs,
                            signature)))
    return failure();
  return module;
}
} // namespace dlc::cpu
