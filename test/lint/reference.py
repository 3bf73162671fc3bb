# RUN: %python %s %root
"""docs/reference is what tools/reference/make.py writes. Argument: the repository's root."""
import os
import sys

import tree


def main(root):
    sys.path.insert(0, os.path.join(root, "tools", "reference"))
    import make

    written, problems = make.written(root), []
    there = {os.path.basename(path): path for path in tree.files(root, ("docs/reference",))}
    for name in sorted(set(written) | set(there)):
        path = f"docs/reference/{name}"
        if name not in there:
            problems.append(f"{path}: missing; run tools/reference/make.py")
        elif name not in written:
            problems.append(f"{path}: not a page that tools/reference/make.py writes; remove it")
        else:
            have, want = tree.read(root, path).split("\n"), written[name].split("\n")
            line = next((i for i, (one, other) in enumerate(zip(have, want)) if one != other), None)
            if line is None and len(have) != len(want):
                line = min(len(have), len(want))
            if line is not None:
                problems.append(f"{path}:{line + 1}: not what the definitions say; run tools/reference/make.py")
    tree.finish("reference", problems, len(written))


main(sys.argv[1])
