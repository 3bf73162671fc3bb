# RUN: %python %s %root %cxx %cc
"""Every public header compiles alone and without a warning; those ending in .h under dlc/rt that are
plain C also as C. Arguments: root, C++ compiler, C compiler."""
import concurrent.futures
import os
import subprocess
import sys

import tree

C_HEADERS = ("dlc/rt/abi.h", "dlc/rt/dlc_rt.h")


def compile_alone(command, roots, header):
    includes = [flag for root in roots for flag in ("-I", root)]
    done = subprocess.run(command + includes + ["-Wall", "-Wextra", "-Werror", "-fsyntax-only", "-"],
                          input=f'#include "{header}"\n', capture_output=True, text=True)
    return None if done.returncode == 0 else f"{header}: does not compile alone with {' '.join(command)}\n{done.stderr}"


def main(root, cxx, cc):
    roots = [os.path.join(root, room, "include") for room in ("frontend", "runtime")]
    jobs = []
    for include_root in roots:
        for header in tree.files(include_root, (".",), (".h", ".hpp")):
            header = os.path.normpath(header)
            jobs.append(([cxx, "-x", "c++", "-std=c++20"], header))
            if header in C_HEADERS:
                jobs.append(([cc, "-x", "c", "-std=c11", "-pedantic"], header))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(lambda job: compile_alone(job[0], roots, job[1]), jobs)
    tree.finish("headers", [r for r in results if r], len(jobs))


main(*sys.argv[1:])
