# RUN: %python %s %root
"""What must not be left in the tree: marks of work put off, paths of one machine, conflict marks, debugging
prints to come back to. Argument: the repository's root."""
import re
import sys

import tree

LATER = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b|not (?:yet )?implemented|unimplemented", re.I)
MACHINE = re.compile(r"(?<![\w.%}/])/(?:home|root|work)/\w+|/tmp/\w+")
CONFLICT = re.compile(r"^(?:<{7}|>{7}|={7})(?: |$)", re.M)
TEXT = (".h", ".hpp", ".cpp", ".c", ".td", ".py", ".sh", ".cmake", ".txt", ".in", ".mlir", ".test", ".md")
RULES = (
    (LATER, "work put off; do it, or open an issue and say what the code does now"),
    (MACHINE, "a path of one machine"),
    (CONFLICT, "a conflict mark"),
)


def main(root):
    problems = []
    paths = [p for p in tree.files(root, tree.ROOMS + ("docs",), TEXT) if not p.startswith("test/lint/")]
    for path in paths:
        text = tree.read(root, path)
        for pattern, why in RULES:
            for match in pattern.finditer(text):
                problems.append(f"{path}:{tree.line_of(text, match.start())}: '{match[0]}': {why}")
    tree.finish("leftovers", problems, len(paths))


main(sys.argv[1])
