# RUN: %python %s %root %build runtime
# REQUIRES: clang-tidy
"""clang-tidy (.clang-tidy at the root) finds nothing in the rooms named. The tests look at runtime/ alone: a file
that includes MLIR takes half a minute. By hand, for the others:
    python3 test/lint/tidy.py . build ir passes codegen frontend tools
Arguments: root, build folder (with compile_commands.json), rooms."""
import concurrent.futures
import json
import os
import subprocess
import sys

import tree


def compiled(build):
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as f:
        return {os.path.realpath(os.path.join(c["directory"], c["file"])) for c in json.load(f)}


def tidy(build, path):
    done = subprocess.run(["clang-tidy-22", "-p", build, "--quiet", path], capture_output=True, text=True)
    return done.stdout.strip() if done.returncode else None


def main(root, build, *rooms):
    known = compiled(build)
    paths = [os.path.realpath(os.path.join(root, p)) for p in tree.files(root, rooms, (".cpp",))]
    paths = [p for p in paths if p in known]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda path: tidy(build, path), paths))
    tree.finish("tidy", [r for r in results if r], len(paths))


main(*sys.argv[1:])
