"""A program that times training steps when told to, by the protocol of step.cpp; and which there are."""
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import suite

HERE = os.path.dirname(os.path.abspath(__file__))
CORES = len(os.sched_getaffinity(0))
REST = 0.3  # seconds before a turn: threads of OpenMP spin for 0.2 when their work is done, on cores that the next needs


class Contestant:
    def __init__(self, group, label, command, environment={}):
        self.group, self.label, self.turns = group, label, []
        self.scratch = tempfile.TemporaryDirectory()
        caches = {"TORCHINDUCTOR_CACHE_DIR": self.scratch.name}  # so that compile times are of an empty cache
        self.errors = tempfile.TemporaryFile("w+")
        start = time.perf_counter()
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors,
                                        text=True, env={**without_blas_settings(), **caches, **environment})
        self.ok = self.process.stdout.readline().startswith("started")
        self.start_s = time.perf_counter() - start  # to the end of the first step
        self.facts = {}
        if self.ok:
            self.facts = json.loads(self.process.stdout.readline())
        else:
            self.process.wait()
            print(f"  {label}: left out: {self.last_error()}", file=sys.stderr)

    def last_error(self):
        self.errors.seek(0)
        return (self.errors.read().strip() or "it says nothing").split("\n")[-1]

    def turn(self, seconds):
        time.sleep(REST)
        self.process.stdin.write(f"{seconds}\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"{self.label} failed: {self.last_error()}")
        self.turns.append(float(line.split()[0]))
        return self.turns[-1]

    def median(self):
        return statistics.median(self.turns)

    def close(self):
        if self.process.poll() is None:
            self.process.stdin.close()
            self.facts.update(json.loads(self.process.stdout.readline()))
            self.process.wait()
            self.scratch.cleanup()


def without_blas_settings():
    return {key: value for key, value in os.environ.items() if not key.startswith("OPENBLAS_")}


def dlc(program, name, weights, threads):
    argument = str(THREADS[threads][0]) + ("bound" if "bound" in threads else "")
    command = [program, argument, str(suite.MODELS[name][0]), weights, *suite.limits(name)]
    return Contestant("dlc", f"dlc, {threads}", command)


def peak(program):
    return Contestant("peak", "the machine", [program, str(CORES)])


def pytorches(peers, any_processor):
    """Interpreter, version and environment of every PyTorch at hand, the newest first."""
    found, unlocked = [], os.path.join(peers, "torch/any_processor.so")
    for python in (os.path.join(peers, "torch/bin/python"), "/usr/bin/python3", shutil.which("python3")):
        if python and os.path.exists(python):
            done = subprocess.run([python, "-c", "import torch; print(torch.__version__)"], capture_output=True,
                                  text=True)
            version = done.stdout.strip()
            environment = {}
            if version.startswith("1.") and "avx512f" in processor_flags():
                # Debian's OpenBLAS is older than most processors, and falls back to its slowest kernels.
                environment = {"OPENBLAS_CORETYPE": "SKYLAKEX"}
            elif any_processor and os.path.exists(unlocked):
                environment = {"LD_PRELOAD": unlocked}
            if done.returncode == 0 and version not in [pytorch[1] for pytorch in found]:
                found.append((python, version, environment))
    return sorted(found, key=lambda item: [int(part) for part in item[1].split(".")[:2]], reverse=True)


# Threads that OpenMP does not bind may share one core for long; bound ones drag the BLAS's own
# threads to a core. Which is better depends on the model and the version.
THREADS = {"1 thread": (1, {"OPENBLAS_NUM_THREADS": "1"}),
           f"{CORES} threads": (CORES, {"GOMP_SPINCOUNT": "10000"}),
           f"{CORES} bound threads": (CORES, {"OMP_PROC_BIND": "true"})}


def pytorch(python, version, environment, name, weights, settings, threads):
    group = "torch_compile" if "compile" in settings else "torch_eager"
    count, bound = THREADS[threads]
    return Contestant(group, f"PyTorch {version}, {settings}, {threads}",
                      [python, os.path.join(HERE, "torch_steps.py"), name, settings, str(count), weights],
                      {**environment, **bound})


def processor_flags():
    if platform.system() != "Linux":
        return []
    with open("/proc/cpuinfo") as file:
        return next((line.split() for line in file if line.startswith(("flags", "Features"))), [])


def jax(peers, name, weights, threads):
    python = os.path.join(peers, "jax/bin/python")
    pin = ["taskset", "-c", str(min(os.sched_getaffinity(0)))] if THREADS[threads][0] == 1 else []
    return Contestant("jax", f"JAX, {threads}",
                      [*pin, python, os.path.join(HERE, "jax_steps.py"), name, weights])
