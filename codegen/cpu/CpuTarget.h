//===- CpuTarget.h - processors that run tiles on a pool of threads ----------*- C++ -*-===//
//
// passes/Target.h for x86-64 and aarch64. A kernel becomes one `dlc_kernel_fn`, which runs a
// range of tiles; the pool of the runtime hands out the ranges.
//===-----------------------------------------------------------------------------------===//
#ifndef DLC_CODEGEN_CPU_CPUTARGET_H
#define DLC_CODEGEN_CPU_CPUTARGET_H
#include "passes/Target.h"

namespace dlc::cpu {
struct CpuOptions {
  std::string march = "native"; // LLVM's name of a processor, or the one that dlc runs on
  bool optimize = true;         // else LLVM does what it must
  std::string triple = "";      // "aarch64-linux-gnu"; empty: this machine's
  bool small = false;           // cut small kernels as if they were large; see CpuTarget.cpp
};

/// Null, with the reason in `error`, when there is no such processor.
std::unique_ptr<Target> createCpuTarget(const CpuOptions &options, std::string &error);
} // namespace dlc::cpu
#endif
