//===- WholeNumber.h - an option that counts ---------------------------*- C++ -*-===//
#ifndef DLC_RUNTIME_TRAIN_WHOLENUMBER_H
#define DLC_RUNTIME_TRAIN_WHOLENUMBER_H

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstdlib>
#include <fmt/format.h>
#include <limits>

namespace dlc::rt {

/// Of what an option is given, digits alone and within the bounds.
inline CLI::Validator wholeNumber(uint64_t least,
                                  uint64_t most = std::numeric_limits<int64_t>::max()) {
  return CLI::Validator(
      [=](std::string &text) {
        char *end = nullptr;
        errno = 0;
        uint64_t value = std::strtoull(text.c_str(), &end, 10);
        bool digits = !text.empty() && text[0] >= '0' && text[0] <= '9' && !*end;
        if (digits && !errno && value >= least && value <= most)
          return std::string();
        return fmt::format("`{}` is not a whole number from {} to {}", text, least, most);
      },
      "");
}

} // namespace dlc::rt

#endif
