#!/usr/bin/env bash
# Formats every C and C++ file of the project in place.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
find frontend ir passes codegen runtime tools test bench examples cmake -type f \
  \( -name '*.h' -o -name '*.hpp' -o -name '*.cpp' -o -name '*.c' \) -print0 2>/dev/null |
  xargs -0 -r clang-format-22 -i
