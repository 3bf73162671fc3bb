# RUN: %python %s %root
# REQUIRES: clang-format
"""clang-format agrees with every C and C++ file; `tools/format.sh` makes it so. Argument: the root."""
import os
import subprocess
import sys

import tree


def main(root):
    paths = tree.files(root, ("frontend", "ir", "passes", "codegen", "runtime", "tools", "test", "bench", "examples", "cmake"),
                       (".h", ".hpp", ".cpp", ".c"))
    done = subprocess.run(["clang-format-22", "--dry-run", "--Werror", "--ferror-limit=1", *paths],
                          cwd=root, capture_output=True, text=True)
    lines = [line for line in done.stderr.split("\n") if "error:" in line]
    bad = sorted({line.split(":", 1)[0] for line in lines})
    problems = [f"{path}: not as clang-format has it; run tools/format.sh" for path in bad]
    if done.returncode and not problems:
        problems = [done.stderr.strip()]
    tree.finish("format", problems, len(paths))


main(os.path.abspath(sys.argv[1]))
