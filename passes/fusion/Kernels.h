//===- Kernels.h - the kernels of a block while they are formed --------*- C++ -*-===//
#ifndef DLC_PASSES_FUSION_KERNELS_H
#define DLC_PASSES_FUSION_KERNELS_H
#include "passes/fusion/Groups.h"

namespace dlc {
/// The groups so far, and which op is in which.
struct Kernels {
  Kernels(mlir::Block &block, unsigned firstState) : block(block), firstState(firstState) {}

  struct Source {
    mlir::Value value;
    bool moved; // read at another index than the reader's own
  };

  /// Buffers that `value` is computed from, through ops that stand in no kernel.
  void sourcesOf(mlir::Value value, bool moved, llvm::SmallVectorImpl<Source> &sources) const;
  /// Those of an operand.
  void sourcesOf(mlir::OpOperand &operand, llvm::SmallVectorImpl<Source> &sources) const;

  /// The kernel that makes the buffer behind `value`, or -1.
  int makerOf(mlir::Value value) const;

  /// Whether `op`, which is computed from `sources`, can be a part of kernel `number`.
  bool take(mlir::Operation *op, int number, llvm::ArrayRef<Source> sources) const;

  /// What each kernel reads, and then what each must leave in a buffer.
  void findBuffers();

  mlir::Block &block;
  unsigned firstState;
  llvm::DenseMap<mlir::Operation *, int> groupOf;
  llvm::SmallVector<Group> groups;
};

// What holds in loops alone, where nothing that is made early has to be kept for long.

/// The last kernel of elementwise ops that reads something that `op` reads and is launched behind
/// `makers`, or -1.
int readerOfSame(const Kernels &kernels, mlir::Operation *op,
                 llvm::ArrayRef<Kernels::Source> sources, int makers);

/// The kernel that `members`, which make new carries, can be part of, or -1: nobody reads the old
/// ones behind it, and itself it reads them in passing, or not at all if it is a product's.
int kernelOfCarries(const Kernels &kernels, llvm::ArrayRef<mlir::Operation *> members);

/// What a loop stacks beside handing it on is copied in passing: a new carry by the elementwise
/// kernel that makes it; an old one by that which makes the next, or some other of that shape.
void joinCopies(Kernels &kernels);
} // namespace dlc
#endif
