# RUN: %python %s %root
"""Every public function of frontend/include/dlc/ops has a test of its own, test/ops/<function>.cpp, and uses it
there. An alias may share its partner's file, where a comment names it. The test checks a second derivative, or says
why there is none. Argument: the repository's root."""
import os
import re
import sys

import tree

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "tools", "reference"))
import headers  # noqa: E402
import make  # noqa: E402


def declared(root):
    """Names, and where the first of each stands."""
    names = {}
    for path in tree.files(root, ("frontend/include/dlc/ops",), (".h",)):
        text = tree.read(root, path)
        for item in headers.items(text):
            if item.kind == "function" and item.name not in names:
                line = tree.line_of(text, re.search(rf"\b{item.name}\s*\(", text).start())
                names[item.name] = f"{path}:{line}"
    return names


def main(root):
    comments, code, texts = {}, {}, {}
    cases = make.stems(os.path.join(root, "test/ops/torch/*.cases"))
    for path in tree.files(root, ("test/ops",), (".cpp",)):
        text = tree.read(root, path)
        name = os.path.basename(path)[:-len(".cpp")]
        texts[name] = text
        comments[name] = "\n".join(re.findall(r"//([^%\n]*)$", text, re.M))  # no command lines, which have a %s
        code[name] = tree.without_comments(text)
    names, problems = declared(root), []
    for name, where in names.items():
        word = re.compile(rf"\b{name}\b")
        files = [name] if name in code else [other for other in code if word.search(comments[other])]
        if not files:
            problems.append(f"{where}: no test of `{name}`; add test/ops/{name}.cpp, or say in its partner's that it "
                            "is an alias")
        elif not any(re.search(rf"\b{name}\b\s*[(<]|=\s*{name}\b|, {name}\b", code[file]) for file in files):
            problems.append(f"{where}: test/ops/{files[0]}.cpp does not call `{name}`")
        elif not re.search("second|no gradient", " ".join(make.derivatives(texts[files[0]], cases.get(files[0], "")))):
            problems.append(f"{where}: test/ops/{files[0]}.cpp has no case `second` with a gradient; where no second "
                            "derivative exists, `// Second derivative: <why>.` or `// No gradient: <why>.` says so")
    tree.finish("function_coverage", problems, len(names))


main(sys.argv[1])
