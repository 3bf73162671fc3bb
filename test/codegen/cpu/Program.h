//===- Program.h - a kernel compiled twice, and its buffers ----------------*- C++ -*-===//
#ifndef DLC_TEST_CODEGEN_CPU_PROGRAM_H
#define DLC_TEST_CODEGEN_CPU_PROGRAM_H
#include "codegen/cpu/Emit.h"
#include "codegen/cpu/Lower.h"
#include "dlc/rt/abi.h"
#include "llvm/ExecutionEngine/Orc/LLJIT.h"
#include <random>
#include <string>

/// Replaces the linalg ops of a function by scalar loops over their live extents.
void naive(mlir::func::FuncOp function);

/// A buffer that ends at an unmapped page, so that reading far beyond it faults.
class Buffer {
public:
  explicit Buffer(std::size_t bytes);
  Buffer(Buffer &&other);
  ~Buffer();
  char *data() const { return begin; }
  const std::size_t bytes;

private:
  char *mapping, *begin;
  std::size_t mapped;
};

/// The number that 16 bits of `element`, a float, spell; and back.
double fromHalf(mlir::Type element, std::uint16_t bits);
std::uint16_t toHalf(mlir::Type element, double value);

struct Argument {
  mlir::Type element;
  std::size_t count, bytes;
  mlir::AffineMap rows; // live part of the first axis, or null
  std::int64_t firstAxis;
};

struct Compiled {
  std::vector<Argument> arguments;
  dlc_kernel_fn kernel = nullptr, reference = nullptr;
  llvm::SmallVector<mlir::AffineMap> tiles;
  std::size_t scratchBytes = 0;
  double lowerMs = 0, llvmMs = 0, tolerance = 1;
  std::string assembly, vectors;
  std::unique_ptr<llvm::orc::LLJIT> jit;

  std::int64_t tileCount(std::int64_t n) const;
};

/// Dies with a message when something does not compile: the test is over then.
Compiled compile(mlir::MLIRContext &context, const std::string &text,
                 const dlc::cpu::Machine &machine, bool reference, bool listing);
std::vector<Buffer> buffersFor(const Compiled &compiled);
void randomise(const Compiled &compiled, std::vector<Buffer> &buffers, unsigned seed);
/// Overwrites the dead rows of every argument with NaN (integers: all ones).
void poison(const Compiled &compiled, std::vector<Buffer> &buffers, std::int64_t n);

/// How many functions of f32 are too far from libm's in f64; says which.
int checkAccuracy(mlir::MLIRContext &context, const dlc::cpu::Machine &machine);
#endif
