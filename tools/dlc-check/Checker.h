//===- Checker.h - what a test asks of its entries ---------------------------*- C++ -*-===//
#ifndef DLC_TOOLS_CHECK_CHECKER_H
#define DLC_TOOLS_CHECK_CHECKER_H
#include "passes/Pipeline.h"
#include "tools/dlc-check/Compiled.h"
#include <map>

namespace dlc::check {
/// What an entry's attributes say; they are taken off the entry.
struct Wishes {
  std::vector<Tensor> inputs, expect; // given numbers
  std::vector<Range> ranges;          // of random numbers, one per input
  std::vector<int64_t> dims; // the extents that the given numbers are for; empty: the bounds
  std::string sameAs;        // another entry that must give the same
  int times = 1;             // calls in a row, of which the last counts
  double tolerance = -1;     // of expected numbers; below 0: by element type
  double gradient = 0;       // tolerance of gradients; 0: not checked
};

/// False, with messages, when an attribute makes no sense.
bool readWishes(ir::EntryOp entry, Wishes &wishes);

/// Adds the wishes in `file` to the program's entries (Cases.cpp).
mlir::LogicalResult addCases(ir::ProgramOp program, llvm::StringRef file);

class Checker {
public:
  /// `small` cuts small kernels as if they were large.
  Checker(ir::ProgramOp program, Target &target, Target &small, Precision precision)
      : program(program), target(target), small(small), precision(precision) {}
  /// Compiles and runs everything; the number of failures.
  int run();

private:
  struct Signature {
    std::vector<mlir::RankedTensorType> inputs, results;
    std::vector<std::string> inputNames, resultNames;
    std::string ops;
  };

  bool prepare();
  std::vector<Extents> extentsFor(const Wishes &wishes);
  std::vector<Tensor> inputsFor(const Signature &signature, const Wishes &wishes,
                                const Extents &extents) const;
  /// Results of one thread, after comparing all ways to run; none when it did not run.
  std::optional<std::vector<Tensor>> runAllWays(llvm::StringRef entry,
                                                llvm::ArrayRef<Tensor> inputs,
                                                const Extents &extents, int times = 1);
  void checkEntry(llvm::StringRef entry, const Wishes &wishes, const Extents &extents);
  void compare(llvm::StringRef entry, llvm::StringRef with, llvm::ArrayRef<Tensor> results,
               llvm::ArrayRef<Tensor> expected, double tolerance, const Extents &extents);
  void checkGradient(llvm::StringRef entry, std::vector<Tensor> inputs, double tolerance,
                     const Extents &extents);
  llvm::raw_ostream &fail(llvm::StringRef entry);

  ir::ProgramOp program;
  Target &target, &small;
  Precision precision;
  std::map<std::string, Signature> signatures;
  std::vector<std::pair<std::string, Wishes>> wished;
  std::unique_ptr<Compiled> plain, poisoned;
  std::unique_ptr<Instance> one, two, poison, poisonThree;
  int failures = 0;
};
} // namespace dlc::check
#endif
