//===- Memory.cpp ----------------------------------------------------------------------===//
#include "runtime/core/Memory.h"
#include "dlc/rt/error.hpp"
#include "runtime/core/Describe.h"
#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

using namespace dlc::rt;

uint64_t dlc_peak_bytes(const dlc_program_desc *program, int threads) {
  if (!program || threads < 1)
    return 0;
  return DLC_PEAK_BYTES(program->state_bytes, program->arena_bytes, program->scratch_bytes,
                        threads);
}

Memory::Memory(const dlc_program_desc &program, int threads) {
  size = dlc_peak_bytes(&program, threads);
  arenaOffset = DLC_ALIGN_UP(program.state_bytes, 256);
  scratchOffset = arenaOffset + DLC_ALIGN_UP(program.arena_bytes, 256);
  scratchStride = DLC_ALIGN_UP(program.scratch_bytes, 256);
  if (size == 0) // a program without any memory still has addresses
    size = 65536;

  auto refuse = [&](const std::string &why) {
    throw Error(
        DLC_ERR_MEMORY,
        fmt::format("{} needs {} ({} state + {} arena + {} threads x {} scratch), {}; hint: "
                    "compile it with a smaller bound of its dimensions{}",
                    program.name, bytesText(size), bytesText(program.state_bytes),
                    bytesText(program.arena_bytes), threads, bytesText(program.scratch_bytes), why,
                    threads > 1 ? ", or use fewer threads" : ""));
  };
  // Linux promises more than there is and kills the process that uses it; say it here instead.
  uint64_t physical =
      static_cast<uint64_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<uint64_t>(sysconf(_SC_PAGESIZE));
  if (size > physical)
    refuse(fmt::format("but this machine has {}", bytesText(physical)));

  // Large blocks begin on a huge page, so that the kernel can use those: fewer TLB misses.
  constexpr uint64_t huge = 2 << 20;
  uint64_t slack = size >= 2 * huge ? huge : 0;
  void *mapped =
      mmap(nullptr, size + slack, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (mapped == MAP_FAILED)
    refuse(fmt::format("but the system refused: {}", strerror(errno)));
  base = static_cast<char *>(mapped);
  if (slack) {
    uint64_t skip =
        DLC_ALIGN_UP(reinterpret_cast<uintptr_t>(base), huge) - reinterpret_cast<uintptr_t>(base);
    if (skip)
      munmap(base, skip);
    base += skip;
    munmap(base + size, slack - skip);
    madvise(base, size, MADV_HUGEPAGE); // where huge pages are off, small ones do
  }
  memset(base, 0, size);
}

Memory::~Memory() { munmap(base, size); }
