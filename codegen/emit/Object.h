//===- Object.h - from a planned program to objects ---------------------------*- C++ -*-===//
//
// The last two phases. `lower` leaves the program op with its tables and schedules, empties its
// kernels, and puts beside it one module per kernel and one with the schedules, all in the LLVM
// dialect. `emit` makes an object of each, kernels in parallel and only those that no cache has,
// with the tables beside the schedules; or one text of all for people.
//===-----------------------------------------------------------------------------------===//
#ifndef DLC_CODEGEN_EMIT_OBJECT_H
#define DLC_CODEGEN_EMIT_OBJECT_H
#include "passes/Target.h"
#include <vector>

namespace dlc::emit {
class KernelCache;

/// A module of phase `lower` is called <program>.<kernel>, and the one of the schedules this.
inline constexpr llvm::StringLiteral schedulesName = "schedules";

/// Phase `lower` as a pass. The target must outlive it.
std::unique_ptr<mlir::Pass> createLowerProgramPass(const Target &target);

/// A program lowered for one target. An object may hold several versions of the same program; the
/// runtime takes the best that the processor can run.
struct Version {
  mlir::ModuleOp lowered;
  const Target *target;
};

/// What is linked to be one object: the tables and schedules of each version first, then the
/// kernels. Symbols that parts know each other by are hidden; `names` says what they are called
/// when nobody needs them any more.
struct Objects {
  std::vector<std::string> parts;
  std::vector<std::pair<std::string, std::string>> names; // (symbol, name for people)
};

/// Where the time went, in milliseconds summed over threads, and what the cache saved.
struct EmitStatistics {
  size_t kernels = 0, distinct = 0, cached = 0;
  double translated = 0, compiled = 0, hosts = 0;
};

/// Phase `emit`. Needs the translations registered below. `cache` and `statistics` may be null.
/// The bytes depend on neither, nor on the number of threads. Versions come worst first.
mlir::FailureOr<Objects> emitObjects(llvm::ArrayRef<Version> versions, const KernelCache *cache,
                                     EmitStatistics *statistics = nullptr);

/// The same as one text: assembly or LLVM IR.
mlir::LogicalResult emitText(const Version &version, Output output,
                             llvm::raw_pwrite_stream &stream);

void registerTranslations(mlir::DialectRegistry &registry);
} // namespace dlc::emit
#endif
