#!/usr/bin/env bash
# build.sh FILE: compiles the program that checks and times the kernels, with $CXX and $CXXFLAGS. It needs a C++20
# compiler alone, and brings its C++ library along, so that it runs on another machine; run.sh compiles it there if it
# does not.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
"${CXX:-c++}" -std=c++20 "${CXXFLAGS:--O2}" -march=x86-64-v3 -static-libstdc++ -static-libgcc "$here"/*.cpp -o "$1" \
  -pthread -ldl
