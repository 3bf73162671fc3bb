//===- Spellings.cpp - options that are not taken as they are written --------------------===//
#include "tools/dlc/Spellings.h"
#include "codegen/emit/KernelCache.h"
#include "llvm/ADT/StringSwitch.h"

using namespace dlc;
using namespace dlc::tool;

static bool readOptimize(const std::string &text, bool &optimize) {
  if (text.size() != 1 || text[0] < '0' || text[0] > '3')
    return printError("-O" + text + ": there are -O0, -O1, -O2 and -O3"), false;
  optimize = text[0] != '0';
  return true;
}

/// "40MiB", "1.5G", "60%", "least"; false after an error. Units are powers of 1024, as in reports.
static bool readLimit(const std::string &text, MemoryLimit &limit) {
  if (text.empty())
    return true;
  limit.least = text == "least";
  if (limit.least)
    return true;
  char *end = nullptr;
  double number = std::strtod(text.c_str(), &end);
  llvm::StringRef unit(end);
  if (unit == "%" && number >= 1 && number <= 100) {
    limit.percent = unsigned(number);
    return true;
  }
  int shift = llvm::StringSwitch<int>(unit)
                  .Cases({"", "B"}, 0)
                  .CasesLower({"k", "kb", "kib"}, 10)
                  .CasesLower({"m", "mb", "mib"}, 20)
                  .CasesLower({"g", "gb", "gib"}, 30)
                  .Default(-1);
  if (number >= 1 && shift >= 0 && end != text.c_str()) {
    limit.bytes = uint64_t(number * double(uint64_t(1) << shift));
    return true;
  }
  printError("--max-memory=" + text + ": that is no size",
             "--max-memory=40MiB (kB, MB, GB are the same as KiB, MiB, GiB), 60% of the "
             "activations, or least");
  return false;
}

static bool readPrecision(const std::string &text, Precision &precision) {
  precision = text == "bf16" ? Precision::bf16 : Precision::f32;
  if (text == "f32" || text == "bf16")
    return true;
  printError("--precision=" + text + ": there is no such precision", "f32 or bf16");
  return false;
}

static bool readWinograd(const std::string &text, Winograd &winograd) {
  auto found = llvm::StringSwitch<std::optional<Winograd>>(text)
                   .Case("auto", Winograd::automatic)
                   .Case("off", Winograd::off)
                   .Case("always", Winograd::always)
                   .Default(std::nullopt);
  if (!found)
    return printError("--winograd=" + text + ": there are auto, off and always"), false;
  winograd = *found;
  return true;
}

bool dlc::tool::readSpellings(const Spellings &spelt, Options &options) {
  if (spelt.noCache)
    options.cache.clear();
  else if (options.cache.empty())
    options.cache = emit::cacheFolder();
  return readOptimize(spelt.optimize, options.optimize) &&
         readPrecision(spelt.precision, options.precision) &&
         readLimit(spelt.limit, options.limit) && readWinograd(spelt.winograd, options.winograd);
}
