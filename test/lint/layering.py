# RUN: %python %s %root
"""Who may include whom, as DESIGN's "Rooms" says it. Argument: the repository's root."""
import re
import sys

import tree

LLVM = ("mlir/", "llvm/", "llvm-c/", "lld/", "clang/")
ROOM_PATHS = ("ir/", "passes/", "codegen/", "frontend/", "runtime/", "tools/", "test/")
INCLUDE = re.compile(r'^[ \t]*#?[ \t]*include[ \t]+["<]([^">]+)[">]', re.M)

# A file's longest matching prefix decides. Of LLVM's headers and of those that begin with a room's name
# or dlc/, a file may include what its list names; system and third-party headers are not looked at.
ALLOWED = {
    "ir/": LLVM + ("ir/",),
    "passes/": LLVM + ("ir/", "passes/"),
    # Of the graph, the program's tables alone: states, settings and dimensions go into the manifest.
    "codegen/": LLVM + ("ir/schedule/", "ir/graph/Program.h", "codegen/", "passes/Target.h", "dlc/rt/abi.h"),
    "frontend/": LLVM + ("ir/", "frontend/", "dlc/"),
    "frontend/include/": ("dlc/",),
    "runtime/include/": ("dlc/rt/",),
    "runtime/core/": ("dlc/rt/", "runtime/core/"),
    "runtime/io/": ("dlc/rt/", "runtime/core/", "runtime/io/"),
    "runtime/data/": ("dlc/rt/", "runtime/core/", "runtime/io/", "runtime/data/"),
    "runtime/train/": ("dlc/rt/", "runtime/"),
}
# frontend/ takes one thing from runtime/.
FRONTEND_FROM_RUNTIME = "dlc/rt/data_specs.h"


def allowed(path, include):
    prefix = max((p for p in ALLOWED if path.startswith(p)), key=len, default=None)
    if prefix is None or not include.startswith(LLVM + ROOM_PATHS + ("dlc/",)):
        return True
    if path.startswith("frontend/") and include.startswith("dlc/rt/"):
        return include == FRONTEND_FROM_RUNTIME
    return include.startswith(ALLOWED[prefix])


def main(root):
    paths = tree.files(root, ("ir", "passes", "codegen", "frontend", "runtime"), tree.CXX + (".td",))
    problems = []
    for path in paths:
        text = tree.without_comments(tree.read(root, path))
        for match in INCLUDE.finditer(text):
            include = match[1]
            where = f"{path}:{tree.line_of(text, match.start(1))}"
            if ".." in include.split("/"):
                problems.append(f"{where}: includes \"{include}\"; write paths from the repository's root")
            elif not allowed(path, include):
                problems.append(f"{where}: includes \"{include}\", which this room must not know")
    tree.finish("layering", problems, len(paths))


main(sys.argv[1])
