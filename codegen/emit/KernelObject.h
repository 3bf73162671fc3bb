//===- KernelObject.h - one kernel to machine code, once for all ---------------*- C++ -*-===//
//
// A kernel's code knows neither its name nor the user's lines: it is found again by what it is.
// Its symbol is made of the hash of its LLVM IR and of all that decides how that is compiled, so
// equal kernels of any two programs are one object, and the hash is the key in the cache.
//===-----------------------------------------------------------------------------------===//
#ifndef DLC_CODEGEN_EMIT_KERNELOBJECT_H
#define DLC_CODEGEN_EMIT_KERNELOBJECT_H
#include "codegen/emit/KernelCache.h"
#include "passes/Target.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"

namespace dlc::emit {

class KernelObject {
public:
  /// Both steps may run at the same time as those of other kernels. `translate` takes a module of
  /// phase `lower` and what the kernel is called there; afterwards `symbol` is known.
  mlir::LogicalResult translate(mlir::ModuleOp lowered, llvm::StringRef name, const Target &target);
  mlir::LogicalResult compile(const Target &target, const KernelCache *cache);

  const std::string &symbol() const { return finalName; }
  /// A measure of how long compiling takes.
  size_t size() const { return instructions; }
  bool wasCached() const { return cached; }
  std::string takeBytes() { return std::move(bytes); }

private:
  std::unique_ptr<llvm::LLVMContext> context;
  std::unique_ptr<llvm::Module> module;
  std::string finalName, key, bytes;
  size_t instructions = 0;
  bool cached = false;
};
} // namespace dlc::emit
#endif
