# RUN: %python %s %root
"""Every message a user can get is asked for by some test.

A message is the string literals inside a call that reports (emitError(...), throw Error(...), fail(...));
literals cut at {} placeholders give pieces. One piece of three words or more, or the longest where none is
that long, must stand in some file under test/; case and punctuation are not compared. A message no test
can provoke (a system call that fails, say) is marked on its line or the one before:
    // untested: <why>
Argument: the repository's root."""
import re
import sys

import tree

CALL = re.compile(r"\b(?:emitOpError|emitError|emitOptionalError|emitWarning|emitRemark|userError|hostError|"
                  r"[A-Za-z]*[fF]ail|die|reject|complain|(?:throw\s+)?(?:[\w:]+::)?\w*Error)\s*\(")
LITERAL = re.compile(r'"((?:\\.|[^"\\\n])*)"')
EXEMPT = re.compile(r"//\s*untested:\s*\S")


def statement_end(text, start):
    """The call's closing parenthesis, then any `<<` chain, up to the semicolon."""
    depth, i = 0, start
    while i < len(text):
        c = text[i]
        if c == '"':
            match = LITERAL.match(text, i)
            i = match.end() if match else i + 1
            continue
        depth += (c in "([{") - (c in ")]}")
        if depth < 0 or (c == ";" and depth <= 0):
            return i
        if c == ")" and depth == 0 and re.match(r"\s*\{", text[i + 1:i + 80]):
            return i  # the definition of such a function: its body is no part of a call
        i += 1
    return i


def words(text):
    return " ".join(re.findall(r"[a-z0-9_]+", text.lower()))


def pieces(call):
    # Neighbouring literals are one to the compiler, so to us.
    joined = re.sub(r'"\s*\n?\s*"', "", call)
    found = []
    for literal in LITERAL.findall(joined):
        plain = re.sub(r'\\["\\]|\\n', " ", literal)
        found += [words(p) for p in re.split(r"\{[^{}]*\}|%[-0-9.]*[a-z]+", plain)]
    found = [p for p in found if p]
    long = [p for p in found if p.count(" ") >= 2]
    return long or sorted(found, key=len)[-1:]


def main(root):
    tests = " ".join(words(tree.read(root, path)) for path in tree.files(root, ("test",))
                     if not path.startswith("test/lint/"))
    tests = f" {tests} "
    problems, checked, exempt = [], 0, 0
    for path in tree.files(root, ("ir", "passes", "codegen", "frontend", "runtime", "tools"), (".cpp", ".h", ".hpp", ".td")):
        raw = tree.read(root, path)
        text = tree.without_comments(raw)
        lines = raw.split("\n")
        end = 0
        for match in CALL.finditer(text):
            if match.start() < end:
                continue  # an Error(...) inside a fail(...)
            end = statement_end(text, match.end() - 1)
            parts = pieces(text[match.start():end])
            if not parts or not any(len(p) >= 4 for p in parts):
                continue  # a declaration, or a text made elsewhere
            checked += 1
            line = tree.line_of(text, match.start())
            if any(EXEMPT.search(l) for l in lines[max(0, line - 2):line]):
                exempt += 1
            elif not any(f" {p} " in tests for p in parts):
                problems.append(f"{path}:{line}: no test provokes \"{max(parts, key=len)}\"")
    if exempt:
        print(f"diagnostic_coverage: {exempt} marked as untested")
    tree.finish("diagnostic_coverage", problems, checked)


main(sys.argv[1])
