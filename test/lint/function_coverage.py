# RUN: %python %s %root
"""Every public function of frontend/include/dlc/ops has test/ops/<function>.cpp. An alias may share its partner's
file, if a comment there names it or an entry uses it, and nothing with a file of its own is meant. Argument: the
repository's root."""
import os
import re
import sys

import tree


def declared(headers, root):
    for path in tree.files(root, ("frontend/include/dlc/ops",), (".h",)):
        text = tree.read(root, path)
        for item in headers.items(text):
            if item.kind == "function":
                yield f"{path}:{tree.line_of(text, text.index(item.code.split(chr(10))[0]))}", item.name


def main(root):
    sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "tools", "reference"))
    import headers

    tests = {os.path.basename(path)[:-4]: tree.read(root, path) for path in tree.files(root, ("test/ops",), (".cpp",))}
    used = "\n".join(tests.values())
    problems, names = [], {}
    for where, name in declared(headers, root):
        names.setdefault(name, where)
    for name, where in names.items():
        if name not in tests and not re.search(rf"(?<!::)\b{name}\b(?!\"|\.cases)", used):
            problems.append(f"{where}: no test of `{name}`; add test/ops/{name}.cpp, or name it in its partner's")
    tree.finish("function_coverage", problems, len(names))


main(sys.argv[1])
