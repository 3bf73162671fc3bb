//===- KernelBody.h - one linalg.generic, built from what it computes ----*- C++ -*-===//
// Values are pulled: asking for an element of a graph value emits the scalar code that computes
// it in the body under construction, through movements (their maps compose), creations and
// elementwise ops, down to loads of the kernel's memrefs, which become operands of the generic.
//
// An index is an affine expression in the loops, and in symbols: values that the body computes
// itself, such as an element of a tensor of indices. An element at an index with symbols is no
// operand; the body loads it.
#ifndef DLC_PASSES_LOWER_KERNELBODY_H
#define DLC_PASSES_LOWER_KERNELBODY_H
#include "ir/graph/Dialect.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "passes/layout/Layout.h"
#include "llvm/ADT/MapVector.h"

namespace dlc {
/// What a kernel reads: memrefs and layouts of graph values, and the program's dimensions.
struct KernelArguments {
  llvm::DenseMap<mlir::Value, mlir::Value> memrefs;
  llvm::DenseMap<mlir::Value, Layout> layouts;
  llvm::MapVector<mlir::StringAttr, mlir::Value> extents;
};

/// The live iterations of a loop, an index.
mlir::Value extentOf(const ir::Loop &loop, const KernelArguments &arguments,
                     mlir::ImplicitLocOpBuilder &b);
/// The live iterations of a loop as a function of the program's dimensions.
mlir::AffineMap extentMap(const ir::Loop &loop, const KernelArguments &arguments,
                          mlir::MLIRContext *context);

class KernelBody {
public:
  KernelBody(mlir::ImplicitLocOpBuilder &outside, ir::ProgramOp program,
             llvm::ArrayRef<ir::Loop> loops, llvm::ArrayRef<mlir::AffineExpr> index,
             KernelArguments &arguments);
  ~KernelBody();

  /// Index of the domain's element in the tensor it was made for.
  llvm::ArrayRef<mlir::AffineExpr> index() const { return domainIndex; }

  /// The element of `value` at `index`, expressions in the loops and symbols.
  mlir::Value valueOf(mlir::Value value, llvm::ArrayRef<mlir::AffineExpr> index);
  /// The same in the type that it is computed in.
  mlir::Value widenedValueOf(mlir::Value value, llvm::ArrayRef<mlir::AffineExpr> index);
  /// The run-time value of an index expression.
  mlir::Value indexValue(mlir::AffineExpr expr);
  /// An output that the loops reduce into, and its value so far.
  mlir::Value accumulator(mlir::Value memref, mlir::AffineMap layout,
                          llvm::ArrayRef<mlir::AffineExpr> index);
  /// An index value of the body, as it stands in index expressions.
  mlir::AffineExpr symbolFor(mlir::Value index);
  /// The places that the elements `indices` of tensors name, put in for the symbols of `map`,
  /// whose dims stand at `index`. A symbol alone along an axis of `type` is kept within what is
  /// live of it; `within` says whether all were before.
  llvm::SmallVector<mlir::AffineExpr> place(mlir::AffineMap map,
                                            llvm::ArrayRef<mlir::AffineExpr> index,
                                            mlir::ValueRange indices, mlir::RankedTensorType type,
                                            mlir::Value &within);
  /// What an output holds at an index with symbols; and a write there, where `mask` is set.
  mlir::Value element(mlir::Value memref, mlir::AffineMap layout,
                      llvm::ArrayRef<mlir::AffineExpr> index);
  void put(mlir::Value value, mlir::Value memref, mlir::AffineMap layout,
           llvm::ArrayRef<mlir::AffineExpr> index, mlir::Value mask);
  void yield(mlir::Value value) { yielded.push_back(value); }
  /// An output that is written once, with `value`.
  void store(mlir::Value value, mlir::Value memref, mlir::AffineMap layout,
             llvm::ArrayRef<mlir::AffineExpr> index);
  mlir::ImplicitLocOpBuilder &builder() { return inside; }
  /// Emits the generic.
  mlir::linalg::GenericOp finish();

private:
  mlir::AffineMap mapOf(llvm::ArrayRef<mlir::AffineExpr> index) const;
  mlir::Value compute(mlir::Value value, llvm::ArrayRef<mlir::AffineExpr> index);
  mlir::Value lookUp(ir::Lookup op, llvm::ArrayRef<mlir::AffineExpr> index);
  mlir::Value load(mlir::Value memref, mlir::AffineMap map);
  llvm::SmallVector<mlir::Value> indexValues(mlir::AffineMap map);
  mlir::AffineMap withoutParts(mlir::AffineMap map, mlir::Value memref) const;
  void addWindowOperand();

  mlir::ImplicitLocOpBuilder &outside;
  mlir::ImplicitLocOpBuilder inside;
  ir::ProgramOp program;
  llvm::SmallVector<ir::Loop> loops;
  llvm::SmallVector<mlir::AffineExpr> domainIndex;
  KernelArguments &arguments;
  std::unique_ptr<mlir::Region> region;
  mlir::Block *block;
  llvm::MapVector<std::pair<mlir::Value, mlir::AffineMap>, mlir::Value> loads;
  llvm::SmallVector<std::pair<mlir::Value, mlir::AffineMap>> outputs;
  llvm::SmallVector<mlir::Value> accumulators, yielded;
  llvm::SmallVector<mlir::Value> symbols; // of index expressions
  llvm::DenseMap<std::pair<mlir::Value, mlir::AffineMap>, mlir::Value> known, widened;
  llvm::DenseMap<mlir::AffineExpr, mlir::Value> indices;
};
} // namespace dlc
#endif
