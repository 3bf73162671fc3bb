//===- Nest.h - a kernel as one loop nest with flat accesses ---------------*- C++ -*-===//
//
// Reads a kernel's block into what the planner and the emitter work on: one list of loops that
// all stages share, and every operand's place in memory as an expression of those loops, flat
// (one offset in elements) because shapes are static and layouts are the identity.
//
// Loops of one iteration are dropped and neighbours that every access walks as one are merged:
//   y[n,c,h,w] = relu x[n,c,h,w]      one loop of n*c*h*w
//   conv, loops (.., kw, c)           one reduction of kw*c when x is stored [.., w, c]
//
// A kernel whose ops carry `dlc.rows` goes over rows several times (passes/lower/Rows.cpp): the
// first so many loops of each op are the nest's first ones, rows; those behind are columns, which
// the nest lists as reductions.
//
//===--------------------------------------------------------------------------------===//
#ifndef DLC_CODEGEN_CPU_NEST_H
#define DLC_CODEGEN_CPU_NEST_H
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/IR/AffineExpr.h"

namespace dlc::cpu {

struct Loop {
  int64_t bound;
  mlir::AffineExpr live; // of the kernel's dimensions; iterations from here on are dead
  bool reduction;
  bool isStatic() const;
};

/// An element is there where 0 <= at < size; elsewhere its access gives the value around.
struct Guard {
  mlir::AffineExpr at; // of the nest's loops
  int64_t size;
  bool linear = false; // then at = start + sum stride[i] * loop i
  llvm::SmallVector<int64_t> stride;
  int64_t start = 0;
};

struct Access {
  mlir::Value memref;      // a kernel argument, or the alloca between two stages
  mlir::Type element;      // as the body sees it: i1 stays i1
  int64_t size = 1;        // elements of the memref
  mlir::AffineExpr offset; // in elements, of the nest's loops
  bool linear = false;     // then offset = start + sum stride[i] * loop i
  llvm::SmallVector<int64_t> stride;
  int64_t start = 0;
  llvm::SmallVector<Guard, 0> guards; // of what is padded in passing (step.padded)
  double around = 0;

  bool inRegister() const { return !llvm::isa<mlir::BlockArgument>(memref); }
  bool dependsOn(unsigned loop) const { return offset.isFunctionOfDim(loop); }
  bool invariant() const;
  /// Whether neighbouring iterations of `loop` are neighbours in memory, whatever the others do.
  bool contiguous(unsigned loop) const;
  int64_t elementBytes() const;
};

/// One linalg op. Inputs and outputs together are `accesses`, in the order of the body's arguments.
struct Stage {
  mutable mlir::linalg::LinalgOp op; // ODS getters are not const
  llvm::SmallVector<int> loopOf;     // the op's loops -> the nest's; -1: a loop of one iteration
  std::vector<Access> accesses;
  unsigned numInputs;
  llvm::SmallVector<mlir::Value> fill; // per output: what it starts from, or null

  mlir::Block &body() const { return *op.getBlock(); }
  unsigned numOutputs() const { return accesses.size() - numInputs; }
  bool reads(unsigned operand) const { return !body().getArgument(operand).use_empty(); }
  /// The body stores by itself, at places that the op's maps do not say.
  bool writesInBody() const;
  /// About the instructions of the body.
  int64_t instructions() const;
  /// Whether the loops of the op are rows and columns, not rows alone.
  bool hasColumns = false;
};

struct Nest {
  llvm::SmallVector<Loop> loops;
  std::vector<Stage> stages; // the first one has the reductions, if any; with `rows`, any may
  mlir::Block *kernel = nullptr;
  unsigned numMemrefs = 0, numDims = 0;
  bool rows = false;   // several passes over rows, see Rows.h
  bool inLoop = false; // launched again and again, with others in between
  bool empty = false;  // an axis of no elements is written: planned as one, and no tile runs

  static mlir::FailureOr<Nest> read(mlir::Block &kernel);
  bool hasReduction() const;
  llvm::SmallVector<unsigned> parallel() const, reductions() const;
  /// Product of the bounds of the given loops.
  int64_t volume(llvm::ArrayRef<unsigned> loops) const;
  Stage &main() { return stages.front(); }
  const Stage &main() const { return stages.front(); }
};
} // namespace dlc::cpu
#endif
