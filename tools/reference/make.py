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

BANNER = "<!-- Written by tools/reference/make.py; change what it reads, and run it. -->"
CASE = re.compile(r"(\w+) = \{(inputs.*?)(?=\w+ = \{inputs|\Z)", re.S)
DTYPE = re.compile(r"\b(f64|f32|f16|bf16|i64|i32|u8|boolean)\(\{")


def read(*parts):
    with open(os.path.join(*parts), encoding="utf-8") as f:
        return f.read()


class Tests:
    """What test/ops/*.cpp show of a function."""

    def __init__(self, root):
        self.texts = {os.path.basename(path)[:-4]: read(path)
                      for path in sorted(glob.glob(os.path.join(root, "test/ops/*.cpp")))}
        self.cases = {os.path.basename(path)[:-6]: read(path)
                      for path in glob.glob(os.path.join(root, "test/ops/torch/*.cases"))}

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
        checked = {case[1] for case in CASE.finditer(cases) if re.search(r"\bgradient\b", case[2])}
        facts = [" ".join(dtype for dtype in dialect.ORDER if dtype in used), "dynamic dims" if 'dim("' in text else "",
                 "gradient" if checked else "", "second derivative" if "second" in checked else ""]
        path = f"test/ops/{name}.cpp"
        return ": ".join(part for part in (f"[{path}](../../{path})", ", ".join(f for f in facts if f)) if part)


def bullet(name, text):
    return f"- {name}: {text}" if text else None


def in_code(words):
    return ", ".join(f"`{word}`" for word in words)


def function_entry(name, declared, sources, ops, tests, methods):
    """A heading, the signatures, what is meant, and the facts about it."""
    lines = [f"### {name}", "", "```cpp"]
    lines += [d.code for d in declared]
    lines += ["```", ""]
    docs = list(dict.fromkeys(d.doc for d in declared if d.doc))
    primitives = [ops[op] for op in sources.ops(name) if op in ops]
    alone = primitives[0] if len(primitives) == 1 and primitives[0].name == name else None
    if not docs and alone:
        docs = [alone.summary]
    for doc in docs:
        lines += [doc, ""]
    facts = []
    if alone and alone.formula():
        facts.append(bullet("Formula", f"`{alone.formula()}`"))
        gradients = alone.gradients()
        if gradients:
            facts.append(bullet("Gradient", in_code(gradients)))
    facts.append(bullet("Ops", ", ".join(f"[`dlc.{op.name}`](dialect.md#dlc{op.name})" for op in primitives)))
    facts.append(bullet("Made of", in_code(sources.parts(name))))
    if name in methods:
        facts.append("- Also a method of Tensor")
    facts.append(bullet("Tested", tests.shown(name)))
    lines += [fact for fact in facts if fact]
    errors = sources.messages(name)
    if errors:
        lines.append("- Errors:")
        lines += [f"  - {message}" for message in errors]
    return lines + [""]


def family_page(family, text, sources, ops, tests, methods):
    items = headers.items(text)
    title = re.match(r"//===- \S+ - (.*?) -*\*- C", text)[1].strip()
    lines = [BANNER, f"# {family}: {title}", ""]
    opening = headers.opening(text)
    lines += [opening, ""] if opening else []
    done = set()
    for item in items:
        if item.kind == "section":
            lines += [f"*{item.doc}*", ""]
        elif item.kind == "type":
            lines += ([item.doc, ""] if item.doc else []) + ["```cpp", item.code, "```", ""]
        elif item.name not in done:
            done.add(item.name)
            declared = [i for i in items if i.kind == "function" and i.name == item.name]
            lines += function_entry(item.name, declared, sources, ops, tests, methods)
    return lines, sorted(done)


def tensor_page(text, members, sources, methods):
    lines = [BANNER, "# Tensor: its methods", "", headers.opening(text), "",
             "A method that has a function's name does what the function does.", ""]
    block = []

    def close():
        if block:
            lines.extend(["```cpp", *block, "```", ""])
            block.clear()

    for item in members:
        if item.kind == "section":
            close()
            lines.extend([f"*{item.doc}*", ""])
        elif item.kind == "function":
            if item.doc and (not block or block[-1] != f"// {item.doc}"):
                block.append(f"// {item.doc}")
            block.append(item.code)
    close()
    lines += ["## Operators", "", "```cpp"]
    lines += [i.code for i in headers.items(text) if i.kind == "function" and i.name.startswith("operator")]
    lines += ["```", "", "## Errors", "", "Of methods that are more than a function's other spelling.", ""]
    for method in sorted(methods):
        errors = sources.messages(f"Tensor::{method}")
        lines += [f"- {method}"] + [f"  - {message.replace('Tensor::', '')}" for message in errors] if errors else []
    return lines + [""]


def dialect_page(ops):
    lines = [BANNER, "# The graph dialect", "",
             "What a traced program consists of. Operands have one dtype and one shape where nothing else is "
             "said; broadcasting and promotion end in the frontend. In a rule, `dy` is the cotangent of the "
             "result.", ""]
    file = None
    for op in ops:
        if op.file != file:
            file = op.file
            lines += [f"## {file[:-3]}", ""]
        lines += [f"### dlc.{op.name}", "", op.summary, ""]
        if op.description and not op.description.startswith("`y = "):
            lines += [op.description, ""]
        lines += ["```", op.syntax.strip(), "```", ""]
        lines += [f for f in (bullet("Dtypes", op.dtypes()),
                              bullet("Formula", op.formula() and f"`{op.formula()}`")) if f]
        gradients = op.gradients()
        if gradients:
            lines.append(bullet("Gradient", in_code(gradients)))
        elif op.regions:
            lines.append("- Gradient: of what the regions compute" if op.results else None)
        elif op.differentiable and gradients is None:
            lines.append(f"- Gradient: `{op.record}::vjp` in [{op.rule_file}](../../{op.rule_file})")
        elif op.operands and op.results:
            lines.append("- Gradient: none")
        lines = [line for line in lines if line is not None]
        lines += ["- Errors:"] + [f"  - {e}" for e in op.errors] if op.errors else []
        lines.append("")
    return lines


def pages(root):
    """File names in docs/reference and what is in them."""
    ops = dialect.ops(root)
    by_record = {op.record: op for op in ops}
    families = {os.path.basename(path)[:-2]: read(path)
                for path in sorted(glob.glob(os.path.join(root, "frontend/include/dlc/ops/*.h")))}
    public = {}
    for text in families.values():
        for item in headers.items(text):
            if item.kind == "function":
                public.setdefault(item.name, []).extend(item.behind)
    files = [(os.path.relpath(path, root), read(path))
             for path in sorted(glob.glob(os.path.join(root, "frontend/ops/*.cpp")) +
                                glob.glob(os.path.join(root, "frontend/ops/*.h")))]
    elsewhere = {item.name for path in glob.glob(os.path.join(root, "frontend/include/dlc/*.h"))
                 for item in headers.items(read(path)) if item.kind == "function"}
    sources, tests = messages.Sources(files, public, elsewhere), Tests(root)
    tensor = read(root, "frontend/include/dlc/tensor.h")
    members = headers.class_body(tensor, "Tensor", lambda path: read(root, "frontend/include/dlc", path))
    methods = {item.name for item in members if item.kind == "function"}
    written, index = {}, []
    for family, text in families.items():
        lines, names = family_page(family, text, sources, by_record, tests, methods)
        written[f"{family}.md"] = lines
        title = re.match(r"//===- \S+ - (.*?) -*\*- C", text)[1].strip()
        index += [f"## [{family}]({family}.md): {title}", "",
                  ",\n".join(f"[{name}]({family}.md#{name})" for name in names), ""]
    written["tensor.md"] = tensor_page(tensor, members, sources, methods)
    written["dialect.md"] = dialect_page(ops)
    written["README.md"] = [BANNER, "# Reference", "", *PREFACE, "", *index]
    return {name: "\n".join(lines).rstrip() + "\n" for name, lines in written.items()}


PREFACE = """\
Every function of `<dlc/dlc.h>` by family, with its signature, what it computes, what it is made of, its errors
and its test. [Tensor](tensor.md) lists the methods, [the dialect](dialect.md) the ops that programs consist of,
with formulas and derivatives.

An error is reported at the line of the user's program that made the call; `…` stands for its numbers, shapes
and names. What a function is made of reports under its own name. "Tested" says with which dtypes of inputs,
whether with a dynamic dim, and whether gradients (and the gradient's own gradient) are checked by finite
differences.""".split("\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
    root = os.path.abspath(parser.parse_args().root)
    folder = os.path.join(root, "docs", "reference")
    os.makedirs(folder, exist_ok=True)
    written = pages(root)
    for name in sorted(set(os.listdir(folder)) - set(written)):
        os.remove(os.path.join(folder, name))
    for name, text in written.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
            f.write(text)


if __name__ == "__main__":
    main()
