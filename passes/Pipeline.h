//===- Pipeline.h - the compiler as a list of phases -------------------*- C++ -*-===//
#ifndef DLC_PASSES_PIPELINE_H
#define DLC_PASSES_PIPELINE_H
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>

namespace mlir {
class OpPassManager;
}

namespace dlc {
class Target;

/// What a program may take. Without a number: whatever it needs.
struct MemoryLimit {
  uint64_t bytes = 0;     // of all it takes with one thread
  unsigned percent = 100; // of activations and workspaces
  bool least = false;     // as little as the plan can
  explicit operator bool() const { return bytes || percent != 100 || least; }
};

/// What the operands of contractions and convolutions of f32 are rounded to before they are
/// multiplied.
enum class Precision { f32, bf16 };

/// Whether 3x3 convolutions are done in fewer products.
enum class Winograd { off, automatic, always };

struct PipelineOptions {
  bool poisonDeadRows = false; // test mode, see PoisonDeadRows.cpp
  bool checkPlan = false;      // test mode, see CheckPlan.cpp
  bool splitAlways = false;    // test mode: weight gradients, however little work they are
  bool optimize = true;        // else only what correctness needs
  Winograd winograd = Winograd::automatic;
  MemoryLimit limit = {};
  Precision precision = Precision::f32;
};

/// A stretch of the pipeline one can stop behind, dump, edit and resume from. `build` is the part
/// that knows no target, `ask` comes behind it. `plan` asks all that `shape` asks, and unless
/// memory is limited it needs no answer before.
struct Phase {
  llvm::StringRef name, summary;
  void (*build)(mlir::OpPassManager &, const PipelineOptions &);
  void (*ask)(mlir::OpPassManager &, const Target &, const PipelineOptions &) = nullptr;
};

/// All phases in order. `trace` comes before the first; `emit` is behind the last.
llvm::ArrayRef<Phase> phases();
} // namespace dlc
#endif
