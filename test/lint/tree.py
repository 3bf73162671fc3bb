"""What the lints share: the project's own files, and how a lint reports."""
import os
import re
import sys

ROOMS = ("frontend", "ir", "passes", "codegen", "runtime", "tools", "test", "bench", "examples", "cmake")
CXX = (".h", ".hpp", ".cpp", ".c", ".inc", ".def")


def files(root, rooms=ROOMS, suffixes=None):
    """Paths relative to root, sorted; build output and other hidden folders are no part of the project."""
    found = []
    for room in rooms:
        for folder, subfolders, names in os.walk(os.path.join(root, room)):
            subfolders[:] = [d for d in subfolders if not d.startswith((".", "build", "__pycache__"))]
            for name in names:
                if suffixes is None or name.endswith(tuple(suffixes)):
                    found.append(os.path.relpath(os.path.join(folder, name), root))
    return sorted(found)


def read(root, path):
    with open(os.path.join(root, path), encoding="utf-8", errors="replace") as f:
        return f.read()


def without_comments(text):
    """C++ comments blanked, line numbers and string literals kept."""
    pattern = r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\''
    return re.sub(pattern, lambda m: m[0] if m[0][0] in "\"'" else re.sub(r"[^\n]", " ", m[0]), text, flags=re.S)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def finish(name, problems, checked):
    """One line a problem, `file:line: what, and what to do`; a lint that saw nothing has not passed."""
    for problem in problems:
        print(problem)
    if not checked:
        print(f"{name}: found nothing to check; is the root right?")
    else:
        print(f"{name}: {checked} checked, {len(problems)} problems")
    sys.exit(1 if problems or not checked else 0)
