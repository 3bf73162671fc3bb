#!/usr/bin/env bash
# build.sh [TARGET ...]: configures build/ when needed and builds the targets (all of them by default).
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$top/build

if [[ ! -f $build/build.ninja ]]; then
  echo "build: configuring $build (log: build/configure.log)"
  mkdir -p "$build"
  if ! cmake -G Ninja -S "$top" -B "$build" -DCMAKE_BUILD_TYPE=Release >"$build/configure.log" 2>&1; then
    cat "$build/configure.log" >&2
    rm -f "$build/CMakeCache.txt" # a failed guess about compilers must not stick
    exit 1
  fi
fi
echo "build: ${*:-all} with $(nproc) jobs"
ninja -C "$build" -j"$(nproc)" "$@"
