#!/usr/bin/env python3
"""Times dlc's training steps against PyTorch's in one run: every contestant is a process of its own, they take
turns of a few hundred ms, and each one's figure is the median over its turns. Called by run.sh.

  compare.py --bin DIR [--models mlp,cnn] [--rows 64] [--rounds 7] [--turn 0.4] [--json FILE]"""
import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
VARIANTS = ("eager", "channels_last", "compile")


class Contestant:
    def __init__(self, label, command, environment={}):
        self.label, self.turns = label, []
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True, env={**os.environ, **environment})
        ready = self.process.stdout.readline()
        self.ok = ready.startswith("ready")
        self.version = ready.split()[-1] if self.ok else None
        if not self.ok:
            error = self.process.communicate()[1].strip().split("\n")[-1]
            if self.process.returncode != 3:
                print(f"  {label}: left out: {error}", file=sys.stderr)

    def turn(self, seconds):
        self.process.stdin.write(f"{seconds}\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"{self.label} failed: {self.process.communicate()[1].strip()}")
        self.turns.append(float(line.split()[0]))

    def median(self):
        return statistics.median(self.turns)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def torch_pythons():
    """Every interpreter at hand with a PyTorch of its own: Debian's, PyPI's."""
    found = {}
    for python in ("/usr/bin/python3", shutil.which("python3"), sys.executable):
        if python and python not in found:
            done = subprocess.run([python, "-c", "import torch; print(torch.__version__)"],
                                  capture_output=True, text=True)
            version = done.stdout.strip() if done.returncode == 0 else None
            if version and version not in found.values():
                found[python] = version
    return found


def compare(model, args, threads):
    program = os.path.join(args.bin, f"step_{model}")
    contestants = [Contestant(f"dlc, {t} threads", [program, str(t), str(args.rows)]) for t in threads]
    # PyTorch's own threads and its BLAS's are two settings, and either may be better off alone.
    for python, version in args.pythons.items():
        for variant in VARIANTS:
            for t in threads:
                for blas in threads:
                    command = [python, os.path.join(HERE, "torch_steps.py"), model, variant, str(t), str(args.rows)]
                    contestants.append(Contestant(f"PyTorch {version} {variant}, {t} threads, BLAS {blas}", command,
                                                  {"OPENBLAS_NUM_THREADS": str(blas)}))
    contestants = [c for c in contestants if c.ok]
    for _ in range(args.rounds):
        for c in contestants:
            c.turn(args.turn)
    for c in contestants:
        c.close()
    return contestants


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--models", default="mlp,cnn")
    parser.add_argument("--rows", type=int, default=64)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--turn", type=float, default=0.4, help="seconds of a turn")
    parser.add_argument("--json")
    args = parser.parse_args()
    args.pythons = torch_pythons()
    if not args.pythons:
        sys.exit("no PyTorch here; bench/packages.txt names the package")
    cores = len(os.sched_getaffinity(0))
    threads = sorted({1, cores})

    report = {"rows": args.rows, "cores": cores, "machine": platform.machine(), "models": {}}
    print(f"training step, {args.rows} rows, f32, median over {args.rounds} turns of {args.turn} s; ratio: PyTorch / dlc")
    print(f"{'model':6} {'dlc ms':>9} {'PyTorch ms':>11} {'ratio':>6}   best settings")
    for model in args.models.split(","):
        contestants = compare(model, args, threads)
        ours = [c for c in contestants if c.label.startswith("dlc")]
        theirs = [c for c in contestants if not c.label.startswith("dlc")]
        if not ours or not theirs:
            sys.exit(f"{model}: one side could not be timed")
        # Both at their best; for dlc that is expected to be all cores.
        dlc, torch = min(ours, key=Contestant.median), min(theirs, key=Contestant.median)
        ratio = torch.median() / dlc.median()
        print(f"{model:6} {dlc.median():9.3f} {torch.median():11.3f} {ratio:6.2f}   {dlc.label}; {torch.label}")
        report["models"][model] = {"dlc_ms": dlc.median(), "torch_ms": torch.median(), "ratio": ratio,
                                   "all_ms": {c.label: c.turns for c in contestants}}
    for model, result in report["models"].items():
        print(f"\n{model}, every setting (median ms, fastest and slowest turn):")
        for label, turns in sorted(result["all_ms"].items(), key=lambda item: statistics.median(item[1])):
            print(f"  {statistics.median(turns):9.3f}  {min(turns):9.3f} .. {max(turns):9.3f}  {label}")
    if args.json:
        with open(args.json, "w") as f:
            json.dump(report, f, indent=1)
            f.write("\n")


main()
