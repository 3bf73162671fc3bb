#!/usr/bin/env bash
# run.sh [--models mlp,cnn] [--rows N] [--json FILE] ...: builds dlc and the timed models, then compares
# their training steps with PyTorch's (see README.md). Arguments go to compare.py.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$here/..
cd "$top"
start=$OLDPWD

./tools/setup.sh bench/packages.txt
./tools/build.sh dlc dlc_rt

out=build/bench
mkdir -p "$out"
for model in mlp cnn; do
  echo "bench: compiling $model"
  build/bin/dlc bench/models/$model.cpp bench/step.cpp -DPROGRAM=dlc_program_$model -o "$out/step_$model"
done
cd "$start" # so that --json FILE means what the caller wrote
exec python3 "$here/compare.py" --bin "$top/$out" "$@"
