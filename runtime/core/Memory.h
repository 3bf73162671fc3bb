//===- Memory.h - one mapped block per instance -------------------------------*- C++ -*-===//
//
// State, arena and every thread's scratch stand in one mapping whose pages are all touched at
// once, so what an instance costs is known, is resident from the start, and never grows.
//===-----------------------------------------------------------------------------------===//
#ifndef DLC_RUNTIME_CORE_MEMORY_H
#define DLC_RUNTIME_CORE_MEMORY_H
#include "dlc/rt/abi.h"

namespace dlc::rt {

class Memory {
public:
  Memory(const dlc_program_desc &program, int threads); // throws Error
  ~Memory();
  Memory(const Memory &) = delete;
  Memory &operator=(const Memory &) = delete;

  char *state() const { return base; }
  char *arena() const { return base + arenaOffset; }
  char *scratch(int range) const { return base + scratchOffset + uint64_t(range) * scratchStride; }
  uint64_t bytes() const { return size; }

private:
  char *base = nullptr;
  uint64_t size = 0, arenaOffset = 0, scratchOffset = 0, scratchStride = 0;
};

} // namespace dlc::rt
#endif
