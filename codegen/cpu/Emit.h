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
  /// "native", an LLVM name such as "znver4", a level such as "x86-64-v3", or "x86-64-v4-bf16",
  /// which has AVX512-BF16 as well; null with `error` set. An empty triple is this machine's.
  static std::unique_ptr<Machine> create(llvm::StringRef cpu, std::string &error,
                                         llvm::StringRef triple = "");
  /// One that another thread may use.
  std::unique_ptr<Machine> clone() const;

  Facts facts() const;
  std::string triple() const { return machine->getTargetTriple().str(); }
  llvm::StringRef cpu() const { return machine->getTargetCPU(); }
  llvm::StringRef features() const { return machine->getTargetFeatureString(); }

  /// All that the code depends on besides the module.
  std::string fingerprint() const;

  /// Sets the target of every function and optimises. No reassociation and no contraction: the
  /// bits are the ones that the kernels' emitter wrote.
  void optimise(llvm::Module &module) const;
  bool write(llvm::Module &module, llvm::CodeGenFileType type,
             llvm::raw_pwrite_stream &stream) const;
  void prepare(llvm::Module &module) const;

private:
  explicit Machine(std::unique_ptr<llvm::TargetMachine> machine) : machine(std::move(machine)) {}

  std::unique_ptr<llvm::TargetMachine> machine;
  bool has(llvm::StringRef feature) const;
};
} // namespace dlc::cpu
#endif
