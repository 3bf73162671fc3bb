//===- Code.h - what kernels that no loop nest says are written with --------*- C++ -*-===//
#ifndef DLC_CODEGEN_CPU_CODE_H
#define DLC_CODEGEN_CPU_CODE_H
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/AffineExpr.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"

namespace dlc::cpu {

/// Index arithmetic, loops, and the function of a kernel (see Kernel.h).
class Code {
protected:
  Code(mlir::OpBuilder &builder, mlir::Location loc) : b(loc, builder) {}

  mlir::Value number(int64_t value);
  mlir::Value plus(mlir::Value lhs, mlir::Value rhs);
  mlir::Value plus(mlir::Value lhs, int64_t rhs);
  mlir::Value times(mlir::Value lhs, int64_t rhs);
  mlir::Value least(mlir::Value lhs, mlir::Value rhs); // of what is not negative
  mlir::Value quotient(mlir::Value lhs, mlir::Value rhs);
  mlir::Value remainder(mlir::Value lhs, mlir::Value rhs);
  /// Of the program's dimensions.
  mlir::Value evaluate(mlir::AffineExpr expr);

  void loop(mlir::Value from, mlir::Value to, mlir::Value by,
            llvm::function_ref<void(mlir::Value)> body);
  /// From 0 on.
  void upTo(mlir::Value end, int64_t by, llvm::function_ref<void(mlir::Value)> body);
  llvm::SmallVector<mlir::Value> accumulate(
      mlir::Value from, mlir::Value to, int64_t by, mlir::ValueRange init,
      llvm::function_ref<llvm::SmallVector<mlir::Value>(mlir::Value, mlir::ValueRange)> body);
  void when(mlir::Value condition, llvm::function_ref<void()> then,
            llvm::function_ref<void()> otherwise = nullptr);

  /// The function around `body`, which runs the tiles [begin, end).
  mlir::func::FuncOp function(llvm::StringRef name, mlir::Block &kernel, int64_t scratchBytes,
                              llvm::function_ref<void(mlir::Value, mlir::Value)> body);
  /// What stands for a memref of the kernel: flat.
  mlir::Value memory(mlir::Value memref) const { return flat.lookup(memref); }
  /// `count` elements of the thread's scratch from a byte on.
  mlir::Value scratchOf(mlir::Type element, int64_t byte, int64_t count);

  mlir::ImplicitLocOpBuilder b;

private:
  llvm::DenseMap<mlir::Value, mlir::Value> flat;
  llvm::SmallVector<mlir::Value> dims;
  mlir::Value scratch;
};
} // namespace dlc::cpu
#endif
