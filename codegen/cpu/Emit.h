//===- Emit.h - LLVM for one kind of x86-64 or aarch64 processor -----------*- C++ -*-===//
#ifndef DLC_CODEGEN_CPU_EMIT_H
#define DLC_CODEGEN_CPU_EMIT_H
#include "codegen/cpu/Kernel.h"
#include "llvm/Support/CodeGen.h"
#include "llvm/Target/TargetMachine.h"

namespace llvm {
class Module;
class raw_pwrite_stream;
} // namespace llvm

namespace dlc::cpu {

class Machine {
public:
  /// "native", an LLVM name such as "znver4", or a level such as "x86-64-v3"; null with `error`
  /// set.
  static std::unique_ptr<Machine> create(llvm::StringRef cpu, std::string &error,
                                         llvm::StringRef extraFeatures = "");

  Facts facts() const;
  std::string triple() const { return machine->getTargetTriple().str(); }
  llvm::StringRef cpu() const { return machine->getTargetCPU(); }
  llvm::StringRef features() const { return machine->getTargetFeatureString(); }

  /// Sets the target of every function and optimises. No reassociation and no contraction: the
  /// bits are the ones that the kernels' emitter wrote.
  void optimise(llvm::Module &module) const;
  bool write(llvm::Module &module, llvm::CodeGenFileType type,
             llvm::raw_pwrite_stream &stream) const;
  void prepare(llvm::Module &module) const;

private:
  std::unique_ptr<llvm::TargetMachine> machine;
  bool has(llvm::StringRef feature) const;
};
} // namespace dlc::cpu
#endif
