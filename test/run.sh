#!/usr/bin/env bash
# Sets up what is missing, builds everything and runs every test. Arguments go to ctest
# (./test/run.sh -R lit.ops). Ends with ctest's summary and its exit status.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

./tools/setup.sh
./tools/build.sh
echo "test: running all tests"
status=0
ctest --test-dir build --output-on-failure "$@" 2>&1 | tee build/test.log || status=$?

# ctest hides the output of a suite that passes, and with it what lit could not run here.
skipped=$(grep -hE '^(UNSUPPORTED: |\[  SKIPPED \] [A-Za-z].*\(|SKIPPED: )' build/Testing/Temporary/LastTest.log | sort -u || true)
if [[ -n $skipped ]]; then
  echo
  echo "WARNING: not run on this machine (a feature or a data set is missing):"
  echo "$skipped"
  sed -n '/% tests passed/,$p' build/test.log
fi
exit "$status"
