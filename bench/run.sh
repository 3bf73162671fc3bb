#!/usr/bin/env bash
# run.sh [--quick] [--models mlp,cnn] [--json FILE] [--svg FILE] ...: builds dlc, fetches PyTorch and JAX, and
# times training steps of dlc against theirs (see README.md). Arguments go to compare.py.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$here/.." && pwd)
start=$PWD

"$top/tools/setup.sh" "$here/packages.txt"
cd "$top"
tools/build.sh dlc dlc_rt
"$here/peers.sh" build/bench/peers
cd "$start" # so that --json FILE means what the caller wrote
exec python3 "$here/compare.py" --build "$top/build" "$@"
