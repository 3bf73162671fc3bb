//===- Spellings.h - options that are not taken as they are written ----------*- C++ -*-===//
#ifndef DLC_TOOLS_DLC_SPELLINGS_H
#define DLC_TOOLS_DLC_SPELLINGS_H
#include "tools/dlc/Options.h"

namespace dlc::tool {

struct Spellings {
  std::string optimize = "3";
  std::string precision = "f32";
  bool noCache = false;
  std::string limit, winograd = "auto";
};

/// Puts what they say into `options`; false after an error.
bool readSpellings(const Spellings &spelt, Options &options);

} // namespace dlc::tool
#endif
