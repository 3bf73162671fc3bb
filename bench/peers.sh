#!/usr/bin/env bash
# peers.sh DIR: makes DIR/torch and DIR/jax, a Python environment each, with PyPI's newest PyTorch and JAX. What
# cannot be had is said and left out; what was made before is kept (remove DIR for newer versions).
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
dir=$1
mkdir -p "$dir"

# make NAME IMPORT COMMAND...: an environment that passes the import, or none.
make() {
  local name=$1 import=$2 log=$dir/$1.log
  shift 2
  [[ -f $dir/$name/ready ]] && return
  echo "bench: fetching $name from PyPI (log: $log)"
  rm -rf "${dir:?}/$name"
  if python3 -m venv "$dir/$name" >"$log" 2>&1 && "$@" >>"$log" 2>&1 &&
    "$dir/$name/bin/python" -c "$import" >>"$log" 2>&1; then
    touch "$dir/$name/ready"
  else
    echo "bench: no $name: $(tail -n 1 "$log")" >&2
    rm -rf "${dir:?}/$name"
  fi
}

torch() {
  local python=$dir/torch/bin/python
  # PyPI's PyTorch for this processor family needs gigabytes of CUDA libraries just to start, none of which runs
  # here: without its dependencies, and with stand-ins for those libraries, it is 0.5 GB.
  "$python" -m pip install --retries 1 --no-deps torch || return
  "$python" -m pip install --retries 1 filelock typing-extensions sympy networkx jinja2 fsspec numpy setuptools || return
  "$python" "$here/cuda_stand_ins.py" || return
  # Its MKL asks who made the processor, and uses AVX-512 on one maker's only: see --any-processor in README.md.
  echo 'int mkl_serv_intel_cpu_true(void) { return 1; }' | cc -shared -fPIC -xc - -o "$dir/torch/any_processor.so"
}
jax() { "$dir/jax/bin/python" -m pip install --retries 1 "jax[cpu]"; }

make torch "import torch; torch.ones(2, 2) @ torch.ones(2, 2)" torch
make jax "import jax; jax.devices('cpu')" jax
