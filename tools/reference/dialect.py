"""The graph dialect's ops, as llvm-tblgen reads them from ir/graph/ops/*.td."""
import glob
import json
import os
import re
import shutil
import subprocess

import messages

DTYPES = {"32-bit float": "f32", "64-bit float": "f64", "16-bit float": "f16", "bfloat16 type": "bf16",
          "32-bit signless integer": "i32", "64-bit signless integer": "i64", "8-bit signless integer": "u8",
          "1-bit signless integer": "bool"}
ORDER = ["f64", "f32", "f16", "bf16", "i64", "i32", "u8", "bool"]
OP_NAME = "<op>"  # in a message that several ops share
ERROR = re.compile(r"\b(emitOptionalError|emitOpError|emitError)\(")


class Op:
    def __init__(self, record, records):
        self.name, self.record = record["opName"], record["!name"]
        self.file = record["!locs"][0].split(":")[0]
        self.line = int(record["!locs"][0].split(":")[1])
        self.summary = record["summary"]
        self.description = re.sub(r"\s+", " ", record["description"] or "").strip()
        self.syntax = re.sub(r"\s+", " ", f"dlc.{self.name} " + (record["assemblyFormat"] or ""))
        self.traits = [records[t["def"]] for t in record["traits"]]
        self.operands = tensors(records, record["arguments"])
        self.results = tensors(records, record["results"])
        self.regions = [name for _, name in record["regions"]["args"]]
        rules = record["extraClassDefinition"] or ""
        self.scalar = rule(rules, "emitScalar", r"return (.*?);")
        self.gradient = rule(rules, "vjp", r"return \{(.*?)\};")
        interfaces = {t.get("cppInterfaceName") for t in self.traits}
        self.differentiable = "Differentiable" in interfaces

    def dtypes(self):
        """Of the operands, and of the results where they differ."""
        sides = []
        for values in (self.operands, self.results):
            kinds = dict.fromkeys(dtypes for _, dtypes in values)
            sides.append("; ".join(" ".join(k) for k in kinds))
        if not sides[0] or not sides[1] or sides[0] == sides[1]:
            return sides[0] or sides[1]
        return f"{sides[0]} → {sides[1]}"

    def formula(self):
        return f"{self.results[0][0]} = {self.scalar}" if self.scalar else None

    def gradients(self):
        """`dx = ...` for each operand with one, or None where C++ has the rule."""
        if not self.gradient:
            return None
        rules = zip(self.operands, messages.split(self.gradient, ","))
        return [f"d{name} = {text}" for (name, _), text in rules if text != "::mlir::Value()"]


def rule(text, function, pattern):
    _, found, rest = text.partition(f"$cppClass::{function}(")
    match = re.search(pattern, rest, re.S) if found else None
    return re.sub(r"\s+", " ", match[1]).strip() if match else None


def tensors(records, arguments):
    """Names and dtypes of the tensors among an op's arguments, or of its results."""
    found = []
    for argument, name in arguments["args"]:
        record = records[argument["def"]]
        if "TypeConstraint" not in record["!superclasses"]:
            continue  # an attribute
        record = records[record["baseType"]["def"]] if record.get("baseType") else record
        has = {dtype for text, dtype in DTYPES.items() if text in record["summary"]}
        found.append((name, tuple(d for d in ORDER if d in has) or ("i64",)))
    return found


def tool():
    """The llvm-tblgen beside MLIR's headers; the first on the path may belong to another LLVM."""
    installed = sorted(glob.glob("/usr/lib/llvm-*/bin/llvm-tblgen"), reverse=True)
    for path in [shutil.which("llvm-tblgen"), *installed]:
        include = path and os.path.join(os.path.dirname(os.path.realpath(path)), "..", "include")
        if path and os.path.exists(os.path.join(include, "mlir", "IR", "OpBase.td")):
            return path, include
    raise SystemExit("no llvm-tblgen with MLIR's headers beside it; see packages.txt")


def ops(root):
    tblgen, include = tool()
    files = sorted(glob.glob(os.path.join(root, "ir/graph/ops/*.td")))
    text = "".join(f'include "ir/graph/ops/{os.path.basename(f)}"\n' for f in files)
    dump = subprocess.run([tblgen, "--dump-json", "-I", root, "-I", include, "-"], input=text, check=True,
                          capture_output=True, text=True).stdout
    records = json.loads(dump)
    found = [Op(records[name], records) for name in records["!instanceof"]["Op"]]
    errors, rules = reported(root), rule_files(root)
    for op in found:
        op.rule_file = rules.get(op.record)
        op.errors = [message.replace(OP_NAME, op.name) for message in errors.get(op.record, [])]
    return sorted(found, key=lambda op: (op.file, op.line))


def wording(call):
    """An error's text from `"a ", x, " b"` or `"a " << x << " b"`."""
    text = ""
    for part in messages.split(call, "<<", ","):
        text += messages.plain(part) if messages.is_literal(part) else OP_NAME if part in ("op", "name") else "…"
    return messages.tidied(text)


def reported(root):
    """The messages of verifiers and of type inference, by op."""
    found = {}
    for path in sorted(glob.glob(os.path.join(root, "ir/graph/ops/*.cpp"))):
        with open(path, encoding="utf-8") as f:
            source = re.sub(r"^\s*//[^\n]*\n", "", f.read(), flags=re.M)
        helpers = {d.name: d for d in messages.definitions(path, source)}
        for match in re.finditer(r"^(?:\w[\w:<> ]*[ &*])(\w+Op)::(\w+)\(", source, re.M):
            opened = messages.body_start(source, match.end())
            if opened is None:
                continue
            end = source.find("\n}", opened)
            bodies = [source[opened:end]]
            for name in re.findall(r"\b(\w+)\(", bodies[0]):
                if name in helpers and helpers[name].body not in bodies:
                    bodies.append(helpers[name].body)
            for body in bodies:
                for call in calls(body):
                    message = wording(call)
                    listed = found.setdefault(match[1], [])
                    if message not in listed:
                        listed.append(message)
    return found


def rule_files(root):
    """Where the derivatives are that no line of tablegen says."""
    found = {}
    for path in sorted(glob.glob(os.path.join(root, "ir/graph/ops/*.cpp"))):
        with open(path, encoding="utf-8") as f:
            for record in re.findall(r"(\w+Op)::vjp\(", f.read()):
                found[record] = os.path.relpath(path, root)
    return found


def calls(body):
    for match in ERROR.finditer(body):
        close = messages.until(body, match.end(), ")")
        end = messages.until(body, close + 1, ";")
        inside, behind = body[match.end():close], body[close + 1:end]
        if match[1] == "emitOptionalError":
            yield inside.partition(",")[2].strip()
        elif inside.strip() or behind.strip():
            yield (inside if match[1] == "emitOpError" else "") + behind
