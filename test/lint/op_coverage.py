# RUN: %python %s %root
"""Every op of the graph dialect is used in some file under test/ops, every op of the schedule dialect in some
IR test. Argument: the repository's root."""
import re
import sys

import tree

OP = re.compile(r'\bdef\s+\w+\s*:\s*\w*Op\w*\s*<(?:\s*\w+_Dialect\s*,)?\s*"([\w.]+)"'
                r'|\bdef\s+\w+Op\s*:\s*\w+\s*<(?:\s*\w+_Dialect\s*,)?\s*"([\w.]+)"')


def declared(root, room):
    for path in tree.files(root, (room,), (".td",)):
        text = tree.without_comments(tree.read(root, path))
        for match in OP.finditer(text):
            yield f"{path}:{tree.line_of(text, match.start())}", match[1] or match[2]


def main(root):
    problems, checked = [], 0
    for room, dialect, rooms in (("ir/graph", "dlc", ("test/ops",)),
                                 ("ir/schedule", "step", ("test/ir", "test/passes", "test/codegen"))):
        used = "\n".join(tree.read(root, path) for path in tree.files(root, rooms))
        for where, mnemonic in declared(root, room):
            checked += 1
            if not re.search(rf"\b{dialect}\.{re.escape(mnemonic)}\b", used):
                problems.append(f"{where}: no test in {', '.join(rooms)} uses {dialect}.{mnemonic}; "
                                f"add {rooms[0]}/{mnemonic}.mlir")
    tree.finish("op_coverage", problems, checked)


main(sys.argv[1])
