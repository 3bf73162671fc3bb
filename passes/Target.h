//===- Target.h - what a processor has to know how to do -----------------*- C++ -*-===//
//
// The compiler up to the planned schedule is the same for every processor. From there on it
// asks one object, and a processor is one class that answers (codegen/cpu/CpuTarget.h is the
// first). Nothing in ir/ or passes/ knows which class it talks to.
//
// The phases meet a target in three places:
//
//   shape   `shape` sees every distinct kernel, its body linalg on memrefs and its last
//           block arguments the program's dimensions as indices. It sets two attributes:
//             tiles    one or more affine maps of the dimensions (d_i = i-th dimension of the
//                      program). Their product at the run-time dimensions is the launch's
//                      parallel extent; what a tile is remains the target's own business.
//             scratch  bytes that each thread that runs tiles needs for itself.
//           A CPU counts tiles at the live extents. A GPU whose grid is frozen in a captured
//           graph returns constant maps, the extents at the bound, and lets blocks of dead
//           rows leave early. Without a limit on memory nothing in `plan` depends on this, and
//           dlc asks behind it, so that several versions of a program share the plan.
//   lower   `lower` turns one kernel, and nothing but the kernel, into a module in the LLVM
//           dialect for the *host*. The module defines the symbol `kernelSymbol(kernel)`;
//           what it is is between the target and its launch function: the CPU's is a
//           `dlc_kernel_fn`; a GPU's may be a constant with the images of all architectures,
//           their block size and their shared memory, embedded as byte arrays. Kernels are
//           lowered alone and at the same time, so a target holds no state between calls.
//   emit    Each kernel is an llvm::Module by then, and so are the schedules with their tables;
//           for people, all are one. `emit` optimises it and writes an object, or assembly. It is
//           called for many modules at the same time. `emission` names all that its result depends
//           on besides the module: an object that was made once is taken from a cache.
//
// A schedule, in between, is host code of a few stores and a call per launch:
//
//   args[0..] = state or arena + offset; args[...] = dims;
//   launchSymbol()(frame, &desc, args, tiles)
//
// with `launchSymbol` from the target: dlc_rt_launch runs tiles on the instance's pool. A GPU
// names a function of its own file under runtime/core/device that enqueues on a stream; during
// a capture it sees the same pointers on every run, because slots never move. The dimensions
// in `args` are the host's; a GPU kernel that lives in a captured graph reads them from
// device memory, where its runtime copies `frame->dims` before each replay. Settings and
// counters are part of the state block and are in device memory with it.
//
// `facts` is what passes may ask before that: how far apart buffers stand, how wide a vector
// is. A pass that wants to ask `is this a GPU` asks for the missing fact instead.
//
//===--------------------------------------------------------------------------------===//
#ifndef DLC_PASSES_TARGET_H
#define DLC_PASSES_TARGET_H
#include "ir/schedule/Dialect.h"
#include "ir/schedule/Init.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"
#include "mlir/Pass/Pass.h"
#include <memory>
#include <string>

namespace llvm {
class Module;
class raw_pwrite_stream;
} // namespace llvm

namespace dlc {

struct TargetFacts {
  std::string triple;        // of the host code: "x86_64-pc-linux-gnu"
  std::string cpu, features; // as LLVM spells them
  int64_t alignment = 256;   // bytes: where buffers may begin
  int64_t vectorBytes = 16;  // one register of the widest kind worth using
  bool sharesMemory = true;  // the host may read and write the arena directly
};

enum class Output { object, assembly, llvmIR };

class Target {
public:
  virtual ~Target() = default;

  /// What the program's table says it was compiled for; the runtime checks it at start.
  virtual llvm::StringRef name() const = 0;
  virtual const TargetFacts &facts() const = 0;

  /// The dialects that `lower` makes use of.
  virtual void registerDialects(mlir::DialectRegistry &registry) const = 0;

  virtual mlir::LogicalResult shape(step::KernelOp kernel) const = 0;
  virtual mlir::FailureOr<mlir::OwningOpRef<mlir::ModuleOp>> lower(step::KernelOp kernel) const = 0;
  virtual mlir::LogicalResult emit(llvm::Module &module, Output output,
                                   llvm::raw_pwrite_stream &stream) const = 0;
  virtual llvm::StringRef emission() const = 0;

  virtual llvm::StringRef launchSymbol() const { return "dlc_rt_launch"; }

  /// Whether its processors run what was compiled for `other`, to the same bits.
  virtual bool runs(const Target &other) const { return this == &other; }

  /// What runs once in the life of a model is compiled once for all versions of a program: for the
  /// worst of them that the others run as well.
  void initialiseWith(const Target &worse) { initialiser = &worse; }
  /// The one to ask about `kernel`, whose program this is the target of.
  const Target &targetOf(step::KernelOp kernel) const {
    return initialiser && step::runsOnce(kernel) ? *initialiser : *this;
  }

private:
  const Target *initialiser = nullptr;
};

/// The symbol behind a kernel in the host module. Unique in a process that links several programs.
std::string kernelSymbol(step::KernelOp kernel);
std::string kernelSymbol(llvm::StringRef program, llvm::StringRef kernel);

/// The phase `shape` as a pass on modules: asks `target` for every kernel's tiles and scratch.
/// The target must outlive the pass.
std::unique_ptr<mlir::Pass> createShapeKernelsPass(const Target &target);
} // namespace dlc
#endif
