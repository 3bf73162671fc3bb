"""Turns the LLVM IR of one kernel, as NVPTX would get it, into IR for the CPU: every NVVM intrinsic and every piece of
inline PTX becomes a call of a function of the emulator, all with one signature: two numbers that say which variant, the
operands in slots of eight bytes, and where the result goes."""
import re

# Intrinsic (without llvm.nvvm.), emulator's function, its two numbers from the match.
AXES = "xyz"
SHUFFLES = ["idx", "up", "down", "bfly"]
WGMMA_TYPES = ["f16", "bf16", "tf32"]
MMA_TYPES = {"16.row.col.f32.f32": 0, "16.row.col.bf16": 1, "8.row.col.tf32": 2}
INTRINSICS = [
    (r"read\.ptx\.sreg\.(tid|ntid|ctaid|nctaid)\.([xyz])",
     "position", lambda m: (["tid", "ntid", "ctaid", "nctaid"].index(m[1]), AXES.index(m[2]))),
    (r"barrier\.cta\.sync\.aligned\.all", "barrier", lambda m: (0, 0)),
    (r"shfl\.sync\.(idx|up|down|bfly)\.[if]32(p?)", "shuffle", lambda m: (SHUFFLES.index(m[1]), 0)),
    (r"ldmatrix\.sync\.aligned\.m8n8\.x(\d)(\.trans)?\.b16\.p3", "ldmatrix", lambda m: (int(m[1]), int(bool(m[2])))),
    (r"stmatrix\.sync\.aligned\.m8n8\.x(\d)(\.trans)?\.b16\.p3",
     "stmatrix", lambda m: (int(m[1]), int(bool(m[2])))),
    (r"mma\.m16n8k(.+)", "mma", lambda m: (MMA_TYPES[m[1]], 0)),
    (r"cp\.async\.cg\.shared\.global\.16", "copy", lambda m: (16, 0)),
    (r"cp\.async\.cg\.shared\.global\.16\.s", "copy", lambda m: (16, 1)),
    (r"cp\.async\.commit\.group", "copy_commit", lambda m: (0, 0)),
    (r"cp\.async\.wait\.group", "copy_wait", lambda m: (0, 0)),
    (r"mbarrier\.init\.shared", "mbarrier_init", lambda m: (0, 0)),
    (r"mbarrier\.arrive\.shared", "mbarrier_arrive", lambda m: (0, 0)),
    (r"mbarrier\.arrive\.expect\.tx.*", "mbarrier_arrive", lambda m: (1, 0)),
    (r"mbarrier\.complete\.tx.*", "mbarrier_complete", lambda m: (0, 0)),
    (r"cp\.async\.bulk\.tensor\.g2s\.tile\.2d", "tensor_copy", lambda m: (0, 0)),
    (r"cp\.async\.bulk\.tensor\.s2g\.tile\.2d", "tensor_store", lambda m: (0, 0)),
    (r"ex2\.approx.*", "function", lambda m: (0, 0)),
    (r"lg2\.approx.*", "function", lambda m: (1, 0)),
    (r"rsqrt\.approx.*", "function", lambda m: (2, 0)),
    (r"f2tf32\.rna", "round_tf32", lambda m: (0, 0)),
    # Order of memory, registers of a warp, waiting for products: nothing to do where all happens at once.
    (r"(fence|setmaxnreg|wgmma\.(wait_group|fence|commit_group)).*", None, None),
    (r"cp\.async\.bulk\.(commit|wait)\.group.*", None, None),
]
PTX = [
    (r"mbarrier\.try_wait\.parity", "mbarrier_wait", lambda m: (0, 0)),
    (r"mbarrier\.test_wait\.parity", "mbarrier_test", lambda m: (0, 0)),
    (r"wgmma\.mma_async\.sync\.aligned\.m64n(\d+)k\d+\.f32\.(\w+)\.\w+ \{[^}]*\}, \{",
     "wgmma_registers", lambda m: (WGMMA_TYPES.index(m[2]), int(m[1]))),
    (r"wgmma\.mma_async\.sync\.aligned\.m64n(\d+)k\d+\.f32\.(\w+)\.\w+",
     "wgmma", lambda m: (WGMMA_TYPES.index(m[2]), int(m[1]))),
]
TYPE = r"(?:ptr addrspace\(\d+\)|ptr|<[^>]*>|\{[^}]*\}|\w+)"

# The compiler's own runtime has this function in newer versions only.
ROUND_BF16 = """define weak_odr bfloat @__truncsfbf2(float %x) {
  %bits = bitcast float %x to i32
  %high = lshr i32 %bits, 16
  %odd = and i32 %high, 1
  %half = add i32 %odd, 32767
  %sum = add i32 %bits, %half
  %rounded = lshr i32 %sum, 16
  %short = trunc i32 %rounded to i16
  %result = bitcast i16 %short to bfloat
  ret bfloat %result
}"""


def split(arguments):
    """At the commas outside of all brackets."""
    parts, depth, current = [], 0, ""
    for c in arguments:
        depth += {"(": 1, "<": 1, "{": 1, "[": 1, ")": -1, ">": -1, "}": -1, "]": -1}.get(c, 0)
        if c == "," and depth == 0:
            parts.append(current.strip())
            current = ""
        else:
            current += c
    return parts + [current.strip()] if current.strip() else parts


def type_of(argument):
    return re.match(TYPE, argument)[0]


def thunk(name, result, types, function, numbers):
    """A function with the intrinsic's signature that calls the emulator's."""
    listed = ", ".join(f"{type} %{i}" for i, type in enumerate(types))
    lines = [f'define internal {result} @"{name}"({listed}) alwaysinline {{']
    if function:
        lines.append(f"  %in = alloca [{max(len(types), 1)} x i64], align 16")
        if result != "void":
            lines.append(f"  %out = alloca {result}, align 16")
        for i, type in enumerate(types):
            lines += [f"  %slot{i} = getelementptr i64, ptr %in, i32 {i}",
                      f"  store {type} %{i}, ptr %slot{i}, align 8"]
        out = "%out" if result != "void" else "null"
        lines.append(f"  call void @emulate_{function}(i32 {numbers[0]}, i32 {numbers[1]}, ptr %in, ptr {out})")
    if result == "void":
        lines.append("  ret void")
    else:
        lines += [f"  %result = load {result}, ptr %out, align 4", f"  ret {result} %result"]
    return "\n".join(lines + ["}"])


def lookup(table, text, full):
    for pattern, function, numbers in table:
        match = (re.fullmatch if full else re.search)(pattern, text)
        if match:
            return function, numbers and numbers(match)
    raise SystemExit(f"cpu_ir.py: nothing emulates {text}")


class Translation:
    def __init__(self):
        self.used, self.added, self.numbered = set(), [], {}

    def call(self, name, result, types, function, numbers):
        if function:
            self.used.add(function)
        self.added.append(thunk(name, result, types, function, numbers))

    def declaration(self, match):
        result = re.sub(r"\b(noundef|range\([^)]*\))\s*", "", match[1]).strip()
        name = match[2]
        function, numbers = lookup(INTRINSICS, name, True)
        self.call(f"emulated.{name}", result, [type_of(a) for a in split(match[3])], function, numbers)
        return ""

    def inline_ptx(self, match):
        """%x = call TYPE asm sideeffect "text", "constraints"(operands)"""
        prefix, result, text, operands = match[1], match[2], match[3].replace("\\0A", "\n"), match[4]
        types = [type_of(a) for a in split(operands)]
        function, numbers = lookup(PTX, text, False)
        key = (function, numbers, result, tuple(types))
        if key not in self.numbered:
            self.numbered[key] = f"emulated.ptx{len(self.numbered)}"
            self.call(self.numbered[key], result, types, function, numbers)
        return f'{prefix}call {result} @"{self.numbered[key]}"({operands})'

    def entry(self, name, arguments):
        """launch_NAME(slots) calls the kernel; kinds_NAME says what each slot holds: a tensor map, eight or four
        bytes."""
        lines, passed, kinds = [f"define void @launch_{name}(ptr %slots) {{"], [], ""
        for i, argument in enumerate(arguments):
            type, byval = type_of(argument), "byval(" in argument
            kinds += "m" if byval else "4" if type == "i32" else "8"
            lines += [f"  %at{i} = getelementptr i64, ptr %slots, i32 {i}", f"  %a{i} = load {type}, ptr %at{i}"]
            passed.append(f"{type} {'byval([128 x i8]) align 128 ' if byval else ''}%a{i}")
        lines += [f"  call void @{name}({', '.join(passed)})", "  ret void", "}"]
        self.added += ["\n".join(lines), f'@kinds_{name} = constant [{len(kinds) + 1} x i8] c"{kinds}\\00"']


def translate(ir, name):
    t = Translation()
    ir = re.sub(r"^target (datalayout|triple).*\n", "", ir, flags=re.M)
    # All dynamic shared memory is the emulator's window; static shared memory has a section that it knows.
    ir, dynamic = re.subn(r"^@(?:__dynamic_shmem__\d+|dynamic) = external addrspace\(3\).*\n", "", ir, flags=re.M)
    ir = re.sub(r"@(?:__dynamic_shmem__\d+|dynamic)\b", "@emulated_shared", ir)
    if dynamic:
        t.added.append("@emulated_shared = external addrspace(3) global [262144 x i8], align 262144")
    ir = re.sub(r"^(@\S+ = )internal (addrspace\(3\) global [^\n]*?), align",
                r'\1\2, section "emulated_static", align', ir, flags=re.M)
    ir = ir.replace("ptx_kernel ", "")
    ir = re.sub(r"^declare (.*?) ?@llvm\.nvvm\.([\w.]+)\((.*)\)[^\n)]*$", t.declaration, ir, flags=re.M)
    ir = re.sub(r"@llvm\.nvvm\.([\w.]+)\(", r'@"emulated.\1"(', ir)
    ir = re.sub(r'^(\s*(?:%\S+ = )?)(?:tail )?call (.*?) asm sideeffect "([^"]*)", "[^"]*"\(([^\n]*)\)[^)\n]*$',
                t.inline_ptx, ir, flags=re.M)
    kernel = re.search(rf"^define (?:dso_local )?void @{name}\((.*)\)[^)\n]*\{{$", ir, re.M)
    t.entry(name, split(kernel[1]))
    if "bfloat" in ir:
        t.added.append(ROUND_BF16)
    declared = [f"declare void @emulate_{f}(i32, i32, ptr, ptr)" for f in sorted(t.used)]
    return "\n".join([ir, *declared, *t.added]) + "\n"
