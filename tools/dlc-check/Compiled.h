//===- Compiled.h - a program compiled and loaded in this process ------------*- C++ -*-===//
#ifndef DLC_TOOLS_CHECK_COMPILED_H
#define DLC_TOOLS_CHECK_COMPILED_H
#include "dlc/rt/dlc_rt.h"
#include "ir/graph/Dialect.h"
#include "passes/Pipeline.h"
#include "passes/Target.h"
#include "tools/dlc-check/Tensor.h"

namespace llvm::orc {
class LLJIT;
}

namespace dlc::check {
/// The whole way of `dlc`, from the graph to machine code; the object is loaded instead of linked.
class Compiled {
public:
  static std::unique_ptr<Compiled> compile(ir::ProgramOp program, Target &target,
                                           const PipelineOptions &options);
  ~Compiled();
  const dlc_program_desc &program() const { return *description; }

private:
  Compiled() = default;
  std::unique_ptr<llvm::orc::LLJIT> jit;
  const dlc_program_desc *description = nullptr;
};

/// One instance of a compiled program, with threads of its own.
class Instance {
public:
  Instance(const Compiled &compiled, int threads, uint32_t flags);
  ~Instance();
  /// Runs `times` times from the initial state. The last results, in the live shape; none, and a
  /// message on stderr, after an error.
  std::optional<std::vector<Tensor>> run(llvm::StringRef entry, llvm::ArrayRef<Tensor> inputs,
                                         llvm::ArrayRef<mlir::RankedTensorType> results,
                                         const Extents &extents, int times = 1);

private:
  dlc_context *context = nullptr;
  dlc_instance *instance = nullptr;
};
} // namespace dlc::check
#endif
