"""What the public headers declare: functions with their comments, option structs, methods.

A `///` comment holds for the declarations behind it, up to the next comment or blank line; a declaration that
has a `//` comment behind it has that instead; a `//` comment on lines of its own is said of what follows."""
import re


class Item:
    """A declaration: `kind` is function, type or section; `code` as the header has it, without a body;
    `behind` the functions of dlc::detail that the body calls."""

    def __init__(self, kind, name, code, doc, behind=()):
        self.kind, self.name, self.code, self.doc, self.behind = kind, name, code, doc, behind


def sentences(lines):
    """A comment as Markdown: what is indented in it is an example."""
    text = [re.sub(r"^\s*///? ?", "", line).rstrip() for line in lines]
    prose = " ".join(line for line in text if line and not line.startswith("  "))
    example = [line[2:] for line in text if line.startswith("  ")]
    return prose + ("\n\n```cpp\n" + "\n".join(example) + "\n```" if example else "")


def title(text):
    return re.match(r"//===- \S+ - (.*?) -*\*- C", text)[1].strip()


def opening(text):
    """The comment at the head of a file, without its banner."""
    lines = []
    for line in text.split("\n")[1:]:
        if not line.startswith("//"):
            break
        lines.append(line)
    return sentences(lines)


def without_body(code):
    """Up to the brace that opens a function's body; the braces of default arguments stay."""
    depth = 0
    for i, c in enumerate(code):
        depth += (c in "([") - (c in ")]")
        if c == "{" and depth == 0:
            return code[:i].rstrip() + ";"
    return code


def split_comments(lines):
    """Code lines and the comments behind them."""
    code, notes = [], []
    for line in lines:
        match = re.match(r'((?:[^"/]|"[^"]*"|/(?!/))*)//(.*)', line)
        code.append(match[1].rstrip() if match else line.rstrip())
        if match:
            notes.append(match[2].strip())
    return code, " ".join(notes)


def name_of(code):
    plain = re.sub(r"^template\s*<[^>]*>\s*(requires\s*\([^{]*?\)\s*\n)?", "", code)
    match = re.search(r"(operator\s*(?:\(\)|\[\]|[^\s\w(]+|bool)|~?\w+)\s*\(", plain)
    return match[1] if match else None


def statements(lines):
    """Comment blocks, blank lines and whole declarations, in order."""
    i = 0
    while i < len(lines):
        line = lines[i].strip()
        start = i
        if line.startswith("//"):
            slashes = "///" if line.startswith("///") else "//"
            while i < len(lines) and lines[i].strip().startswith("//") and \
                    lines[i].strip().startswith("///") == (slashes == "///"):
                i += 1
            yield slashes, lines[start:i]
        elif not line:
            i += 1
            yield "", []
        elif line.startswith("#"):
            while lines[i].endswith("\\"):
                i += 1
            i += 1
        else:
            depth = 0
            while i < len(lines):
                code = split_comments([lines[i]])[0][0]
                depth += code.count("{") + code.count("(") - code.count("}") - code.count(")")
                i += 1
                if depth <= 0 and code.endswith((";", "}")):
                    break
            yield "code", lines[start:i]


def items(text):
    """The declarations of namespace dlc, its detail left out."""
    match = re.search(r"^namespace dlc \{\n(.*)^\} // namespace dlc", text, re.M | re.S)
    if not match:
        return []  # a header of includes
    body = re.sub(r"^namespace detail \{.*?^\} // namespace detail\n", "", match[1], flags=re.M | re.S)
    return list(listed(body.split("\n")))


def listed(lines):
    doc, fresh = "", False  # `fresh`: the comment has no declaration yet
    for kind, block in statements(lines):
        if kind == "///":
            doc, fresh = sentences(block), True
        elif kind == "//":
            doc, fresh = "", False
            yield Item("section", None, "", sentences(block))
        elif kind == "":
            doc = doc if fresh else ""
        else:
            code, note = split_comments(block)
            head = re.match(r"\s*(?:template <[^>]*>\s*)?(struct|class|enum class|using)\s+(\w+)", block[0])
            if head:
                is_defined = not code[-1].endswith(f" {head[2]};")  # and not only said to be there
                if is_defined:
                    yield Item("type", head[2], "\n".join(block), doc if fresh else "")
                doc = doc if fresh else ""
            else:
                declaration = without_body("\n".join(code))
                name = name_of(declaration)
                own = doc if fresh or not note else ""
                if name:  # else a variable
                    yield Item("function", name, declaration, " ".join(part for part in (own, note) if part),
                               re.findall(r"detail::(\w+)\(", "\n".join(code)))
            fresh = False


def class_body(text, name, read):
    """The public part of a class: its members' items, with those that a list of names makes; `read` gives a
    header by its path behind dlc/."""
    body = re.search(rf"^class {name} \{{\npublic:\n(.*?)^(?:protected|private):", text, re.M | re.S)[1]
    for included in re.findall(r'^#include "dlc/(.*\.def)"\n', body, re.M):
        members = ""
        for macro, method in re.findall(r"\b(DLC_\w+)\((\w+)\)", read(included)):
            declaration = re.search(rf"^ *#define {macro}\(name\) (.*)$", body, re.M)[1]
            members += "  " + declaration.replace("name", method) + "\n"
        body = body.replace(f'#include "dlc/{included}"\n', members)
    body = re.sub(r"#define (?:.*\\\n)*.*\n", "", body)
    body = re.sub(r"^ *DLC_\w+\(.*\n|^#undef.*\n", "", body, flags=re.M)
    return list(listed([line[2:] if line.startswith("  ") else line for line in body.split("\n")]))
