"""The pages of docs/reference, as lists of lines."""
import headers

BANNER = "<!-- Written by tools/reference/make.py; change what it reads, and run it. -->"


def bullet(name, text):
    return f"- {name}: {text}" if text else None


def in_code(words):
    return ", ".join(f"`{word}`" for word in words)


def function_entry(name, declared, known):
    """A heading, the signatures, what is meant, and the facts about it."""
    lines = [f"### {name}", "", "```cpp"]
    lines += [d.code for d in declared]
    lines += ["```", ""]
    docs = list(dict.fromkeys(d.doc for d in declared if d.doc))
    primitives = [known.ops[record] for record in known.sources.ops(name) if record in known.ops]
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
    facts.append(bullet("Made of", in_code(known.sources.parts(name))))
    if name in known.methods:
        facts.append("- Also a method of Tensor")
    facts.append(bullet("Tested", known.tests.shown(name)))
    lines += [fact for fact in facts if fact]
    return lines + errors_of(known.sources.messages(name)) + [""]


def errors_of(messages):
    return ["- Errors:", *(f"  - {message}" for message in messages)] if messages else []


def family_page(family, text, known):
    """The page, and the names on it."""
    items, opening, done = headers.items(text), headers.opening(text), set()
    lines = [BANNER, f"# {family}: {headers.title(text)}", ""]
    lines += [opening, ""] if opening else []
    for item in items:
        if item.kind == "section":
            lines += [f"*{item.doc}*", ""]
        elif item.kind == "type":
            lines += ([item.doc, ""] if item.doc else []) + ["```cpp", item.code, "```", ""]
        elif item.name not in done:
            done.add(item.name)
            declared = [i for i in items if i.kind == "function" and i.name == item.name]
            lines += function_entry(item.name, declared, known)
    return lines, sorted(done)


def tensor_page(known):
    lines = [BANNER, "# Tensor: its methods", "", headers.opening(known.tensor), "",
             "A method that has a function's name does what the function does.", ""]
    block = []

    def close():
        if block:
            lines.extend(["```cpp", *block, "```", ""])
            block.clear()

    for item in known.members:
        if item.kind == "section":
            close()
            lines.extend([f"*{item.doc}*", ""])
        elif item.kind == "function":
            if item.doc and (not block or block[-1] != f"// {item.doc}"):
                block.append(f"// {item.doc}")
            block.append(item.code)
    close()
    lines += ["## Operators", "", "```cpp", *(item.code for item in known.operators)]
    lines += ["```", "", "## Errors", "", "Of methods that are more than a function's other spelling.", ""]
    for method in sorted(known.methods):
        errors = known.sources.messages(f"Tensor::{method}")
        lines += [f"- {method}"] + [f"  - {message.replace('Tensor::', '')}" for message in errors] if errors else []
    return lines + [""]


def gradient_of(op):
    gradients = op.gradients()
    if gradients:
        return in_code(gradients)
    if op.regions:
        return "of what the regions compute" if op.results else None
    if op.differentiable and gradients is None:
        return f"`{op.record}::vjp` in [{op.rule_file}](../../{op.rule_file})"
    if op.name == "backward":
        return "of what it is replaced with"
    return "none" if op.operands and op.results else None


def dialect_page(ops):
    lines = [BANNER, "# The graph dialect", "",
             "What a traced program consists of. Operands have one dtype and one shape where nothing else is "
             "said; broadcasting and promotion end in the frontend. In a rule, `dy` is the cotangent of the "
             "result.", ""]
    file = None
    for op in ops:
        if op.file != file:
            file = op.file
            lines += [f"## {file.removesuffix('.td')}", ""]
        lines += [f"### dlc.{op.name}", "", op.summary, ""]
        if op.description and not op.description.startswith("`y = "):  # the rule follows below
            lines += [op.description, ""]
        lines += ["```", op.syntax, "```", ""]
        facts = [bullet("Dtypes", op.dtypes()), bullet("Formula", op.formula() and f"`{op.formula()}`"),
                 bullet("Gradient", gradient_of(op))]
        lines += [fact for fact in facts if fact] + errors_of(op.errors) + [""]
    return lines


def index_page(families):
    """`families`: names, titles and the functions of each."""
    lines = [BANNER, "# Reference", "", *PREFACE, ""]
    for family, title, names in families:
        lines += [f"## [{family}]({family}.md): {title}", "",
                  ",\n".join(f"[{name}]({family}.md#{name})" for name in names), ""]
    return lines


PREFACE = """\
Every function of `<dlc/dlc.h>` by family, with its signature, what it computes, what it is made of, its errors
and its test. [Tensor](tensor.md) lists the methods, [the dialect](dialect.md) the ops that programs consist of,
with formulas and derivatives.

An error is reported at the line of the user's program that made the call; `…` stands for its numbers, shapes
and names. What a function is made of reports under its own name. "Tested" says with which dtypes of inputs,
whether with a dynamic dim, and whether gradients (and the gradient's own gradient) are checked by finite
differences, or why there is none to check.""".split("\n")
