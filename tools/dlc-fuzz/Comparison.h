//===- Comparison.h - one program, compiled and run in several ways ----------*- C++ -*-===//
#ifndef DLC_TOOLS_FUZZ_COMPARISON_H
#define DLC_TOOLS_FUZZ_COMPARISON_H
#include "ir/graph/Dialect.h"
#include "passes/Target.h"
#include <string>

namespace dlc::fuzz {
/// What may go wrong, in the order it is looked for.
enum class Fault {
  none,
  compile,
  run,
  unoptimised,
  again,
  small,
  threads,
  poison,
  limit,
  memory,
  split,
  crash,
  time
};
llvm::StringRef describe(Fault fault);

struct Verdict {
  Fault fault = Fault::none;
  std::string text;
  /// The same fault for all that a message says, whatever the numbers and names in it.
  bool same(const Verdict &other) const;
};

/// A processor, and the same when small kernels are cut as large ones are (CpuOptions::small).
struct Targets {
  Target &usual, &small;
};

/// A mistake planted in the optimised program: every op of one name becomes another.
struct Break {
  std::string from, to;
};

/// Compiles and runs each entry: optimised agrees with unoptimised, and gives equal bits when it
/// runs again; in small tiles on 1, 2, 3 and many threads, with dead rows poisoned, and in as
/// little memory as there is. Where loops stay as they are because memory is limited, and where
/// convolutions are done in other products and sums, the results are near. The first fault, with a
/// message on stderr.
Fault compare(mlir::ModuleOp module, const Targets &targets, const Break &planted);

/// The same in a process of its own, so that a crash is a verdict too.
Verdict compareApart(mlir::ModuleOp module, const Targets &targets, const Break &planted,
                     int seconds);
} // namespace dlc::fuzz
#endif
