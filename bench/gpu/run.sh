#!/usr/bin/env bash
# run.sh FOLDER [--build DIR] [--brief]: on a machine with a GPU, checks and times what build.sh made, in less than ten
# minutes. FOLDER gets report.txt, results.json and logs. Every part has a time limit of its own, and what fails or
# hangs does not keep the others from running. Without a GPU: DLC_GPU_DRIVER=build/bench/gpu/emulator/libcuda.so and
# --brief.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=$(cd "$here/../.." && pwd)/build/bench/gpu
python=${PYTHON:-python3}
folder="" brief=()
while (($#)); do
  case $1 in
  --build) build=$2; shift ;;
  --brief) brief=(--brief) ;;
  -*) folder=""; break ;;
  *) folder=$1 ;;
  esac
  shift
done
if [[ -z $folder ]]; then
  echo "usage: run.sh FOLDER [--build DIR] [--brief]" >&2
  exit 2
fi
if [[ ! -f $build/manifest.txt ]]; then
  echo "gpu: $build/manifest.txt is not there; run bench/gpu/build.sh first, and bring $build along" >&2
  exit 2
fi
mkdir -p "$folder"
results=$folder/results.jsonl log=$folder/run.log
: >"$results"
: >"$log"
# All parts end by then (DLC_GPU_SECONDS); what is left of ten minutes is for the report.
seconds=${DLC_GPU_SECONDS:-560}
SECONDS=0

say() { echo "$*" | tee -a "$log"; }

failed() {
  say "    $1: $2"
  echo "{\"part\": \"failure\", \"name\": \"$1\", \"failed\": \"$2\"}" >>"$results"
}

# part NAME LIMIT COMMAND...: runs it for at most LIMIT seconds, or for what is left of all time.
part() {
  local name=$1 limit=$2 left=$((seconds - SECONDS)) status
  shift 2
  if ((left < 5)); then
    failed "$name" "no time was left"
    return 3
  fi
  say "[$SECONDS s] $name"
  timeout -k 5 "$((limit < left ? limit : left))" "$@" 2>&1 | tee -a "$log"
  status=${PIPESTATUS[0]}
  case $status in
  0 | 1) ;; # 1: it says itself what is wrong
  124 | 137) failed "$name" "ran past its limit" ;;
  *) failed "$name" "ended with status $status" ;;
  esac
  return "$status"
}

program=$build/gpu_check
# run NAME LIMIT COMMAND [options]: a part of the program's.
run() {
  local name=$1 limit=$2
  shift 2
  part "$name" "$limit" "$program" "$@" --build "$build" --json "$results" "${brief[@]}"
}

# joint NAME LIMIT COMMAND [options]: the same in one process for many kernels. False if it did not get through: then
# failures do not count, and what has no result is to be run again in processes of its own.
joint() {
  local lines
  lines=$(wc -l <"$results")
  run "$@"
  (($? < 2)) && return 0
  { head -n "$lines" "$results" && tail -n "+$((lines + 1))" "$results" | grep -v '"failed"'; } >"$results.kept"
  mv "$results.kept" "$results"
  say "    $1: what has no result again, one by one"
  return 1
}

# recorded COMMAND NAMES: whether all of these have a result.
recorded() {
  local name
  for name in ${2//,/ }; do
    grep -q "\"part\": \"$1\", \"name\": \"$name\"" "$results" || return 1
  done
}

# From the manifest: the families of kernels, the probes, and a family's kernels of
# some sizes as a list of patterns.
manifest() { awk "$@" "$build/manifest.txt"; }
families() { manifest '{ split($2, f, "="); if ($3 != "op=probe" && f[2] != "chain" && !seen[f[2]]++) print f[2] }'; }
probes() { manifest '$3 == "op=probe" { print substr($1, 6) }'; }
names() {
  manifest -v family="family=$1" -v sizes=",$2," '$2 == family {
    split($4, size, "=")
    if (index(sizes, "," size[2] ",")) printf "%s,", substr($1, 6)
  }'
}

# A machine with an older C library than the one that built the program gets its own.
"$program" >/dev/null 2>&1
if (($? != 2)); then
  program=$folder/gpu_check
  part "compile the program here" 90 "$here/host/build.sh" "$program"
fi

say "gpu: $(date -u '+%Y-%m-%d %H:%M:%S') UTC, $(uname -sr), results in $folder"
if command -v nvidia-smi >/dev/null; then
  part "nvidia-smi" 20 nvidia-smi --format=csv \
    --query-gpu=name,driver_version,clocks.max.sm,clocks.max.mem,power.limit,memory.total
fi
if ! run "device" 30 device; then
  say "gpu: without a device nothing runs"
  exit 1
fi

# Assumptions, then kernels, then times.
if ! joint "probes" 60 probe; then
  for probe in $(probes); do
    recorded probe "$probe" || run "$probe" 20 probe --only "$probe"
  done
fi
sizes="medium,large" timed=large
if [[ ${#brief[@]} -gt 0 ]]; then
  sizes="" timed=small
fi

# each COMMAND LIMIT SIZES: for all families together, or else for each that runs at all, at most 30 seconds.
each() {
  local family list
  if [[ ${#stuck[@]} -eq 0 ]] && joint "$1, $3" "$2" "$1" --size "$3"; then
    return
  fi
  for family in $(families); do
    list=$(names "$family" "$3")
    if [[ " ${stuck[*]} " == *" $family "* ]]; then
      failed "$1 $family, $3" "left out: its small kernels did not run"
    elif ! recorded "$1" "$list"; then
      run "$1 $family, $3" 30 "$1" --only "$list"
      if (($? > 1)) && [[ $1 == check && $3 == small ]]; then
        stuck+=("$family")
      fi
    fi
  done
}
stuck=()
each check 60 small
[[ -z $sizes ]] || each check 150 "$sizes"
run "graph" 30 graph
run "copies" 20 copies
part "ceilings by PyTorch" 80 "$python" "$here/torch_ceilings.py" --json "$results" "${brief[@]}"
each time 90 $timed
# The same kernels from cubins and from PTX.
each images 60 $timed

# What there is already, in case that this script is stopped from outside.
"$python" "$here/report.py" "$folder" >/dev/null
part "instructions" 30 "$python" "$here/instructions.py" --build "$build" --json "$results"
# The sanitizer last, since it is slow.
for tool in memcheck racecheck synccheck; do
  part "sanitizer: $tool" 100 "$python" "$here/sanitize.py" --tool "$tool" --program "$program" --build "$build" \
    --json "$results" --log "$folder/$tool.log" --seconds 90
done
"$python" "$here/report.py" "$folder"
