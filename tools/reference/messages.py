"""Which mistakes a function reports: the messages of the fail() calls that its definition reaches.

A message is shown with `…` for what is known only when it happens. A definition reaches what it writes
itself and what the functions behind it do that are not public; what a public function reports is said
under that function's own name."""
import re

LITERAL = re.compile(r'"((?:\\.|[^"\\\n])*)"')
HEAD = re.compile(r"^(?=\S)(?:template <[^>]*>\s*)?(static |inline )?(?:[\w:<>,&*\[\] ]+?[ &*])?"
                  r"(~?[\w:]+|operator[^\w\s(]+)\(", re.M)
CLASS = re.compile(r"^(?:class|struct) (\w+)[^;(]*?\{\n.*?^\};", re.M | re.S)
# A name before its arguments, or a class before the name of a variable and its arguments.
CALL = re.compile(r"(?:(?<![\w.:>])|(?<=detail::))(\w+)(?=[({]|<[\w:<>, ]+>\(| \w+[({])")
DECLARED = re.compile(r"(?:[A-Z]\w*(?:<[^<>]*>)?|auto|bool|int|int64_t|double) [&*]?$")
KEYWORDS = {"if", "for", "while", "switch", "return", "sizeof", "fail", "defined", "else", "do", "operator", "bool"}
# What a function hands its operands to.
OPERATOR = re.compile(r"return (?:(?:lhs|left) |(?=~))(\S+?)(?= |x;)")


class Definition:
    def __init__(self, path, name, is_local, body):
        self.path, self.name, self.is_local, self.body = path, name, is_local, body
        self.calls = {match[1] for match in CALL.finditer(body)
                      if not DECLARED.search(body[:match.start()])} - KEYWORDS
        self.of_tensors = re.match(r"const (?:Operand|Tensor) &", body) is not None
        self.operators = {f"operator{sign}" for sign in OPERATOR.findall(body)}
        self.ops = re.findall(r"\bir::(\w+Op)\b(?!::Properties)", body)


def definitions(path, text):
    """Functions and classes at the left margin, where clang-format leaves them and their last brace."""
    text = without_macros(re.sub(r"^\s*//[^\n]*\n", "", text, flags=re.M))
    for match in HEAD.finditer(text):
        opened = body_start(text, match.end())
        if opened is None:
            continue
        line_end = text.find("\n", opened)
        one_line = text[opened:line_end].rstrip().endswith("}")
        end = line_end if one_line else text.find("\n}", opened)
        name = match[2] if match[2].startswith("Tensor::") else match[2].split("::")[-1]
        yield Definition(path, name, bool(match[1]), text[match.end():end])
    if path.endswith(".cpp"):
        for match in CLASS.finditer(text):
            yield Definition(path, match[1], True, match[0])


def without_macros(text):
    """The definitions that a macro makes for each of several numbers, written out."""
    for macro, parameter, body in re.findall(r"^#define (\w+)\((\w+)\) *((?:.*\\\n)+.*\n)", text, re.M):
        for argument in re.findall(rf"^{macro}\((\w+)\)$", text, re.M):
            lines = [line.rstrip("\\").rstrip() for line in body.split("\n")]
            made = "\n".join(line[2:] for line in lines[1:])
            made = made.replace(f"##{parameter}##", argument).replace(f"#{parameter}", f'"{argument}"')
            text += re.sub(rf"\b{parameter}\b", argument, made) + "\n"
    return text


def declared(header):
    """The functions that a header declares or defines at the left margin."""
    return {match[2] for match in HEAD.finditer(header)}


def body_start(text, i):
    """The brace behind a parameter list, or None: a declaration or a call."""
    i = until(text, i, ")") + 1
    match = re.compile(r"\s*(?:const\s*)?(?::\s[^;{]*?\)\s*)?\{").match(text, i)
    return match.end() - 1 if match else None


def until(text, i, stops):
    """The first of `stops` outside of literals and brackets."""
    depth = 0
    while i < len(text):
        literal = LITERAL.match(text, i)
        if literal:
            i = literal.end()
            continue
        if depth == 0 and text.startswith(tuple(stops), i):
            break
        depth += (text[i] in "([{") - (text[i] in ")]}")
        i += 1
    return i


def split(text, *separators):
    """What the separators join."""
    start = 0
    while True:
        end = until(text, start, separators)
        yield text[start:end].strip()
        if end >= len(text):
            return
        start = end + next(len(s) for s in separators if text.startswith(s, end))


def plain(literals):
    """What C++ makes of neighbouring string literals."""
    return re.sub(r"\\(.)|\{(?:index|size|last)\}", lambda match: match[1] or "…", "".join(LITERAL.findall(literals)))


def is_literal(term):
    return re.fullmatch(r'(?:"(?:\\.|[^"\\\n])*"\s*)+', term) is not None


def tidied(text):
    return re.sub(r"…(?:\s*…)+", "…", re.sub(r"\s+", " ", text)).strip()


def reports(body):
    """The arguments of fail() and checkRange(), and of a member that puts something before what it is given."""
    for match in re.finditer(r"\bfail(?:At)?\(", body):
        expression = body[match.end():until(body, match.end(), ")")]
        if not re.search(r"\+ message$", expression):
            yield expression
            continue
        member = re.findall(r"void (\w+)\(const Twine &message\)", body[:match.start()])[-1]
        for use in re.finditer(rf"\b{member}\((?!const Twine)", body):
            yield expression[:-len("message")] + body[use.end():until(body, use.end(), ")")]
    for match in re.finditer(r"\bcheckRange\(", body):  # of an index, when the program runs
        arguments = list(split(body[match.end():until(body, match.end(), ")")], ","))
        yield '"when run: " + op + ": " + ' + arguments[3]


def wording(expression, body, function, deep=0):
    """The message as the user sees it, `…` for numbers, shapes and names."""
    text = ""
    for term in split(expression, "+"):
        inner = re.fullmatch(r"(?:Twine|StringRef|std::string)?\((.*)\)(?:\.str\(\))?", term, re.S)
        if is_literal(term):
            text += plain(term)
        elif inner and LITERAL.match(inner[1]):
            text += wording(inner[1], body, function, deep + 1)
        elif re.fullmatch(r"(?:w\.|windows\.)?op(?:\.str\(\))?|Twine\(op\)|nameOf<\w+>\(\)", term):
            text += function
        else:
            local = re.search(rf"(?:std::string|auto|Twine) {re.escape(term)} =\s*(.*?);\n", body, re.S) \
                if re.fullmatch(r"\w+", term) and deep < 3 else None
            text += wording(local[1], body, function, deep + 1) if local else "…"
    return tidied(text)


class Sources:
    """The definitions of the frontend's ops, to be asked by a public function's name.

    `public`: the functions with entries of their own, and those that their templates in the headers call.
    `elsewhere`: the other public ones. `base`: those that any function may use to check its operands and bring
    them to one dtype and one shape."""

    def __init__(self, files, public, elsewhere, base):
        self.public, self.elsewhere, self.base = public, elsewhere, base
        self.by_name = {}
        for path, text in files:
            for definition in definitions(path, text):
                self.by_name.setdefault(definition.name, []).append(definition)

    def exported(self, function):
        return [d for name in (function, *self.public.get(function, ())) for d in self.by_name.get(name, [])
                if not d.is_local]

    def reached(self, function, without=frozenset()):
        """Its definitions, then those of what they call and is not public; a file's own come first. Each with
        the name that its messages call the function by: an operator has its own."""
        found, waiting = {}, [(d, function) for d in self.exported(function)]
        while waiting:
            definition, name = waiting.pop(0)
            if definition in found:
                continue
            found[definition] = name
            for called in sorted(definition.calls - set(self.public) - self.elsewhere - without):
                there = self.by_name.get(called, [])
                waiting += [(d, name) for d in there if d.path == definition.path] or \
                           [(d, name) for d in there if not d.is_local]
            for operator in sorted(definition.operators) if definition.name == function else ():
                waiting += [(d, own_name(d)) for d in self.by_name.get(operator, []) if d.of_tensors]
        return found

    def computing(self, function):
        """Of these, the ones that say what it computes, whichever file they are in: not those that any function
        uses, nor what only looks at an operand."""
        checks = {name for name in self.by_name if name.startswith("check")}
        return self.reached(function, self.base | checks)

    def messages(self, function):
        found = {wording(expression, d.body, name) for d, name in self.reached(function).items()
                 for expression in reports(d.body) if LITERAL.search(expression)}
        return sorted(found)

    def ops(self, function):
        """The ops of the dialect that it names."""
        return sorted({op for d in self.computing(function) for op in d.ops})

    def parts(self, function):
        """The public functions that it is made of."""
        return sorted({name for d in self.computing(function) for name in d.calls & set(self.public)} - {function})


def own_name(operator):
    """What the messages of an operator call it: the name that it gives, or its op's."""
    given = re.search(r'\("(\S+)",', operator.body)
    return given[1] if given else snake(operator.ops[0]) if operator.ops else operator.name


def snake(record):
    return re.sub(r"(?<!^)(?=[A-Z])", "_", record.removesuffix("Op")).lower()
