"""Compiles what is timed: the models, and the single kernels of kernels/."""
import json
import os
import subprocess
import sys
import time

import contestant

HERE = os.path.dirname(os.path.abspath(__file__))
KERNELS = ("contractions", "convolutions", "rows")


def compiled(build, source, drivers, name, symbol):
    """The program, and the seconds from its source to it, with nothing from a cache."""
    program = os.path.join(build, "bench", name)
    start = time.perf_counter()
    done = subprocess.run([os.path.join(build, "bin/dlc"), "-march=native", "-s", os.path.join(HERE, source),
                           *(os.path.join(HERE, driver) for driver in drivers),
                           f"-DPROGRAM=dlc_program_{symbol}", "-o", program],
                          env={**os.environ, "DLC_CACHE": "off"})
    if done.returncode:
        sys.exit(f"dlc failed on {source}")
    return program, time.perf_counter() - start


def model(build, name):
    return compiled(build, f"models/{name}.cpp", ["step.cpp"], f"step_{name}", name)


def peak(build):
    program = os.path.join(build, "bench/peak_turns")
    subprocess.run(["c++", "-std=c++20", "-O2", "-pthread", f"{HERE}/peak_turns.cpp", f"{HERE}/kernels/peak.cpp",
                    "-o", program], check=True)
    return program


def measure_pool(build):
    """What pool.cpp says of the threads."""
    program = os.path.join(build, "bench/pool")
    subprocess.run(["c++", "-std=c++20", "-O2", "-pthread", f"-I{os.path.dirname(HERE)}", f"-I{build}/include", f"{HERE}/pool.cpp",
                    f"{build}/lib/libdlc_rt.a", "-lfmt", "-o", program], check=True)
    return json.loads(subprocess.run([program], stdout=subprocess.PIPE, text=True, check=True).stdout)


def measure_kernels(build):
    """What kernels/kernels.cpp says of every kernel, with one thread and with all."""
    measured = []
    drivers = [f"kernels/{name}.cpp" for name in ("kernels", "peak", "work")]
    for name in KERNELS:
        program, _ = compiled(build, f"kernels/{name}.cpp", drivers, f"kernels_{name}", name)
        for threads in sorted({1, contestant.CORES}):
            done = subprocess.run([program, str(threads), "--json"], stdout=subprocess.PIPE, text=True)
            if done.returncode:
                sys.exit(f"{program} failed")
            measured += json.loads(done.stdout)
    return measured
