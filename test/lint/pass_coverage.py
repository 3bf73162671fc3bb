# RUN: %python %s %root
"""Every pass of a Passes.td is run by some test under test/passes or test/codegen. Argument: the root."""
import re
import sys

import tree

PASS = re.compile(r'\bdef\s+\w+\s*:\s*\w*Pass\w*\s*<\s*"([\w-]+)"')


def main(root):
    tests = "\n".join(tree.read(root, path) for path in tree.files(root, ("test/passes", "test/codegen")))
    problems, checked = [], 0
    for path in tree.files(root, ("ir", "passes", "codegen"), ("Passes.td",)):
        text = tree.without_comments(tree.read(root, path))
        for match in PASS.finditer(text):
            checked += 1
            flag = match[1]
            if not re.search(rf"(?<!\w)(?<!\w-){flag}(?![\w-])", tests):
                stem = flag.removeprefix("dlc-").replace("-", "_")
                problems.append(f"{path}:{tree.line_of(text, match.start())}: no test runs -{flag}; "
                                f"add test/passes/{stem}.mlir")
    tree.finish("pass_coverage", problems, checked)


main(sys.argv[1])
