#!/usr/bin/env python3
"""Writes docs/reference/: a page for each family of functions, one for the Tensor, one for the dialect.

    tools/reference/make.py [--root DIRECTORY]

Signatures and what they mean come from the public headers, formulas and gradients from the op definitions,
errors from the calls that report them, and what has been proved from the tests."""
import argparse
import glob
import os
import re

import dialect
import headers
import messages
import pages

CASE = re.compile(r"(\w+) = \{(inputs.*?)(?=\w+ = \{inputs|\Z)", re.S)
NOTE = re.compile(r"^// (No gradient|Second derivative): (.*?)\.?$", re.M)
DTYPE = re.compile(r"\b(f64|f32|f16|bf16|i64|i32|u8|boolean)\(\{")


def read(*parts):
    with open(os.path.join(*parts), encoding="utf-8") as f:
        return f.read()


def stems(pattern):
    """Texts of files by their names without a suffix, sorted."""
    return {os.path.basename(path).partition(".")[0]: read(path) for path in sorted(glob.glob(pattern))}


def derivatives(text, cases):
    """Which of the first and the second derivative a test checks, or why there is none: a comment of the test says
    so, or the types of its cases."""
    found = list(CASE.finditer(cases))
    checked = {case[1] for case in found if re.search(r"\bgradient\b", case[2])}
    facts = ["gradient"] if checked else []
    note = NOTE.search(text)
    if note:
        return facts + [f"{note[1].lower()}: {note[2]}"]
    if "second" in checked:
        return facts + ["second derivative"]
    for side, what in (("expect", "results"), ("inputs", "inputs")):
        tensors = " ".join(re.findall(rf"\b{side} = \[(.*?)\](?:,\n|}})", cases, re.S))
        if found and not re.search(r"tensor<[\dx]*b?f\d+>", tensors):
            return facts + [f"no gradient: no floats among its {what}"]
    return facts


class Tests:
    """What test/ops/*.cpp show of a function."""

    def __init__(self, root):
        self.texts = stems(os.path.join(root, "test/ops/*.cpp"))
        self.cases = stems(os.path.join(root, "test/ops/torch/*.cases"))

    def file_of(self, function):
        """Its own file, or that of a partner, where a comment names it."""
        if function in self.texts:
            return function
        word = re.compile(rf"\b{function}\b")
        return next((name for name, text in self.texts.items()
                     if word.search(" ".join(re.findall(r"^//.*$", text, re.M)))), None)

    def shown(self, function):
        """The file, and with what the function is tested there."""
        name = self.file_of(function)
        if not name:
            return None
        text, cases = self.texts[name], self.cases.get(name, "")
        used = {dtype.replace("boolean", "bool") for dtype in DTYPE.findall(text)}
        facts = [" ".join(dtype for dtype in dialect.ORDER if dtype in used), "dynamic dims" if 'dim("' in text else "",
                 *derivatives(text, cases)]
        path = f"test/ops/{name}.cpp"
        return ": ".join(part for part in (f"[{path}](../../{path})", ", ".join(f for f in facts if f)) if part)


class Known:
    """All that the pages tell, read from the repository."""

    def __init__(self, root):
        self.families = stems(os.path.join(root, "frontend/include/dlc/ops/*.h"))
        public = {}
        for text in self.families.values():
            for item in headers.items(text):
                if item.kind == "function":
                    public.setdefault(item.name, []).extend(item.behind)
        elsewhere = [item for text in stems(os.path.join(root, "frontend/include/dlc/*.h")).values()
                     for item in headers.items(text) if item.kind == "function"]
        self.operators = [item for item in elsewhere if item.code.startswith("Tensor operator")]
        files = sorted(glob.glob(os.path.join(root, "frontend/ops/*.cpp")) +
                       glob.glob(os.path.join(root, "frontend/ops/*.h")))
        self.sources = messages.Sources([(path, read(path)) for path in files], public,
                                        {item.name for item in elsewhere},
                                        messages.declared(read(root, "frontend/ops/Emit.h")))
        self.ops = {op.record: op for op in dialect.ops(root)}
        self.tests = Tests(root)
        self.tensor = read(root, "frontend/include/dlc/tensor.h")
        self.members = headers.class_body(self.tensor, "Tensor", lambda path: read(root, "frontend/include/dlc", path))
        self.methods = {item.name for item in self.members if item.kind == "function"}


def written(root):
    """Names of files in docs/reference, and what is in them."""
    known = Known(root)
    made, families = {}, []
    for family, text in known.families.items():
        made[f"{family}.md"], names = pages.family_page(family, text, known)
        families.append((family, headers.title(text), names))
    made["tensor.md"] = pages.tensor_page(known)
    made["dialect.md"] = pages.dialect_page(known.ops.values())
    made["README.md"] = pages.index_page(families)
    return {name: "\n".join(lines).rstrip() + "\n" for name, lines in made.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
    root = os.path.abspath(parser.parse_args().root)
    folder = os.path.join(root, "docs", "reference")
    os.makedirs(folder, exist_ok=True)
    made = written(root)
    for name in set(os.listdir(folder)) - set(made):
        os.remove(os.path.join(folder, name))
    for name, text in made.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
            f.write(text)


if __name__ == "__main__":
    main()
