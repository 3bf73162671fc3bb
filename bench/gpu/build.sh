#!/usr/bin/env bash
# build.sh [--emulator] [--only NAMES] [--out DIR]: makes all that run.sh needs on a machine with a GPU, below
# build/bench/gpu: every kernel as PTX and cubins, and the program that checks and times them (see README.md). This
# machine needs LLVM and MLIR 22 (packages.txt) and CUDA's assembler, and no GPU.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$here/../.." && pwd)
out=$top/build/bench/gpu
arguments=()

while (($#)); do
  case $1 in
  --emulator) arguments+=("$1") ;;
  --only) arguments+=("$1" "$2"); shift ;;
  --out) out=$2; shift ;;
  *) echo "usage: build.sh [--emulator] [--only NAMES] [--out DIR]" >&2; exit 2 ;;
  esac
  shift
done

if [[ $(uname -m) != x86_64 ]]; then
  echo "gpu: the machines with GPUs are x86-64: build on one" >&2
  exit 1
fi

find_assembler() {
  local folder
  for folder in ${CUDA_HOME:+"$CUDA_HOME/bin"} ${CUDA_PATH:+"$CUDA_PATH/bin"} /usr/local/cuda/bin; do
    [[ -x $folder/ptxas ]] && echo "$folder/ptxas" && return
  done
  command -v ptxas
}
if ! assembler=$(find_assembler); then
  cat >&2 <<MESSAGE
gpu: no ptxas, CUDA's assembler: neither in \$CUDA_HOME/bin nor in /usr/local/cuda/bin nor on PATH. It is in NVIDIA's
  package cuda-nvcc-13-0 (https://developer.download.nvidia.com/compute/cuda/repos) and in PyPI's nvidia-cuda-nvcc, and
  needs neither a GPU nor a driver.
MESSAGE
  exit 1
fi
release=$("$assembler" --version | sed -n 's/.*release \([0-9]*\).*/\1/p')
if ((release < 12)); then
  echo "gpu: $assembler is of CUDA $release; sm_90a needs 12 or later" >&2
  exit 1
fi

"$top/tools/setup.sh"
mkdir -p "$out"
python3 "$here/make.py" --out "$out" --assembler "$assembler" "${arguments[@]}"
"$here/host/build.sh" "$out/gpu_check"
echo "gpu: $(du -sh "$out" | cut -f1) in $out; on the machine with the GPU: bench/gpu/run.sh FOLDER"
