//===- Pipeline.h - the compiler as a list of phases -------------------*- C++ -*-===//
#ifndef DLC_PASSES_PIPELINE_H
#define DLC_PASSES_PIPELINE_H
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace mlir {
class OpPassManager;
}

namespace dlc {
class Target;

struct PipelineOptions {
  bool poisonDeadRows = false; // test mode, see PoisonDeadRows.cpp
  unsigned optimize = 2;       // 0: only what correctness needs
};

/// A stretch of the pipeline one can stop behind, dump, edit and resume from.
struct Phase {
  llvm::StringRef name, summary;
  void (*build)(mlir::OpPassManager &, Target *, const PipelineOptions &);
  bool knowsTarget = false; // and what comes behind: its result is one processor's
};

/// All phases in order. `trace` comes before the first; `emit` is behind the last.
llvm::ArrayRef<Phase> phases();
} // namespace dlc
#endif
