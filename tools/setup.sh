#!/usr/bin/env bash
# Installs the Debian packages of packages.txt (and of further lists given as arguments) that are
# missing, and says what it does. Nothing missing: no root, no network, no output but one line.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "setup: this is no Debian system; have the packages of packages.txt (or your system's names for them) installed" >&2
  exit 0
fi

missing=()
while read -r package; do
  [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
done < <(sed -e 's/#.*//' -e 's/[[:space:]]*$//' -e '/^$/d' "$top/packages.txt" "$@")

if ((${#missing[@]} == 0)); then
  echo "setup: all packages are installed"
  exit 0
fi

root=()
if [[ $(id -u) -ne 0 ]]; then
  if ! command -v sudo >/dev/null; then
    echo "setup: missing packages: ${missing[*]}" >&2
    echo "setup: not root and no sudo here; as root, run: apt-get install ${missing[*]}" >&2
    exit 1
  fi
  root=(sudo)
fi
export DEBIAN_FRONTEND=noninteractive

echo "setup: installing ${#missing[@]} missing packages: ${missing[*]}"
echo "setup: apt-get update"
# One unreachable source of several must not stop what the others can give.
"${root[@]}" apt-get update -q || echo "setup: apt-get update reported errors; trying with the lists at hand" >&2

unknown=()
for package in "${missing[@]}"; do
  [[ -n $(apt-cache madison "$package" 2>/dev/null) ]] || unknown+=("$package")
done
if ((${#unknown[@]})); then
  # shellcheck disable=SC1091
  codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-bookworm}")
  cat >&2 <<MESSAGE
setup: no configured package source has: ${unknown[*]}
  LLVM and MLIR 22 are in Debian 12's security suite and in Debian's later releases. If the suite is missing, add
    deb http://deb.debian.org/debian-security $codename-security main
  to a file under /etc/apt/sources.list.d, or take LLVM's own packages:
    deb [signed-by=/etc/apt/keyrings/llvm.asc] https://apt.llvm.org/$codename/ llvm-toolchain-$codename-22 main
  (its key is https://apt.llvm.org/llvm-snapshot.gpg.key), then run this again.
MESSAGE
  exit 1
fi

"${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
echo "setup: done"
