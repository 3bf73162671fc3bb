//===- Target.cpp ----------------------------------------------------------------------===//
#include "runtime/core/Target.h"
#include "dlc/rt/error.hpp"
#include <cstdlib>
#include <fmt/format.h>
#include <string>

using namespace dlc::rt;

const char *dlc::rt::missingInstructions([[maybe_unused]] std::string_view target) {
#if defined(__x86_64__)
  constexpr std::string_view family = "x86-64-v", products = "-bf16";
  const bool bf16 = target.ends_with(products);
  if (bf16)
    target.remove_suffix(products.size());
  if (!target.starts_with(family) || target.size() != family.size() + 1)
    return nullptr;
  char level = target.back();
  __builtin_cpu_init();
#define DLC_NEEDS(from, feature)                                                                   \
  if (level >= from && !__builtin_cpu_supports(feature))                                           \
    return feature;
  DLC_NEEDS('2', "popcnt")
  DLC_NEEDS('2', "ssse3")
  DLC_NEEDS('2', "sse4.2")
  DLC_NEEDS('3', "avx2")
  DLC_NEEDS('3', "bmi2")
  DLC_NEEDS('3', "fma")
  DLC_NEEDS('4', "avx512f")
  DLC_NEEDS('4', "avx512bw")
  DLC_NEEDS('4', "avx512cd")
  DLC_NEEDS('4', "avx512dq")
  DLC_NEEDS('4', "avx512vl")
  if (bf16)
    DLC_NEEDS('0', "avx512bf16")
  if (level > '4')
    return "level above x86-64-v4 that this runtime knows";
#undef DLC_NEEDS
#endif
  return nullptr;
}

const dlc_program_desc &dlc::rt::versionFor(const dlc_program_desc &program) {
  if (program.abi_version != DLC_ABI_VERSION) // checkProgram says so
    return program;
  const char *wish = getenv("DLC_ISA");
  std::string known;
  auto fits = [&](const dlc_program_desc &version) {
    std::string_view target = version.target ? version.target : "any processor";
    known += (known.empty() ? "" : ", ") + std::string(target);
    return wish && *wish ? target == wish : !missingInstructions(target);
  };
  for (auto version = program.versions; version && *version; ++version)
    if (fits(**version))
      return **version;
  if (!fits(program) && wish && *wish)
    throw Error(DLC_ERR_ARGUMENT, fmt::format("DLC_ISA is {}, and {} was compiled for {}", wish,
                                              program.name, known));
  return program;
}
