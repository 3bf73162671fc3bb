#!/usr/bin/env bash
# run.sh [EPOCHS]: sets up, builds dlc, compiles the Fashion-MNIST CNN, trains it on the real data and
# shows its accuracy and a few predictions. Three epochs by default, a few minutes on two cores.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
epochs=${1:-3}
if ! [[ $epochs =~ ^[1-9][0-9]*$ ]]; then
  echo "usage: examples/run.sh [EPOCHS]: '$epochs' is no positive number" >&2
  exit 2
fi

say() { printf '\n== %s\n' "$*"; }
show() {
  echo "\$ $*"
  "$@"
}

say "packages"
./tools/setup.sh
say "the compiler: build/bin/dlc"
./tools/build.sh dlc dlc_rt

mkdir -p build/examples
out=build/examples/cnn_run
say "C++ in, one native program out"
show build/bin/dlc examples/fashion_mnist/cnn.cpp -o build/examples/cnn
ls -l build/examples/cnn

say "train $epochs epochs on 60,000 images"
show build/examples/cnn train --epochs "$epochs" --out "$out"
say "accuracy on the 10,000 test images"
show build/examples/cnn eval --weights "$out/best.safetensors"
say "what it sees in the first test images"
show build/examples/cnn predict --weights "$out/best.safetensors" --index 0 1 2 3
