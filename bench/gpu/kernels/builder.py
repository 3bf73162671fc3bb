"""Writes one kernel as MLIR text: SSA names, constants made once, index arithmetic that folds what is known when the
kernel is generated. The families beside this file use it; nothing here knows what a kernel computes."""
from contextlib import contextmanager

# Every buffer starts at a multiple of 256 bytes (the drivers' allocations do); without a promise of 16 the lowering
# splits vector accesses into scalars.
ALIGNED = "{llvm.align = 16 : i64, llvm.noalias}"
SHARED = "#gpu.address_space<workgroup>"
POINTER = "!llvm.ptr<1>"
SHARED_POINTER = "!llvm.ptr<3>"
TENSOR_MAP = "!llvm.ptr {llvm.byval = !llvm.array<128 x i8>, llvm.align = 128 : i64, nvvm.grid_constant}"


class Loop:
    """An scf.for that is being written: its index, what it carries, its results after it was closed."""

    def __init__(self, kernel, name, index, carried, types):
        self.kernel, self.name, self.index, self.carried, self.types = kernel, name, index, carried, types
        self.results = [f"%{name}#{i}" for i in range(len(carried))]

    def yields(self, values):
        self.kernel.emit(f"scf.yield {', '.join(values)} : {', '.join(self.types)}")


class Kernel:
    def __init__(self, name, threads, grid, shared=0):
        self.name, self.threads, self.grid, self.shared = name, threads, grid, shared
        self.lines, self.constants, self.names, self.globals = [], {}, 0, []

    # What every line goes through.

    def emit(self, text):
        self.lines.append("    " + text)

    def fresh(self, prefix="v"):
        self.names += 1
        return f"{prefix}{self.names}"

    def value(self, text):
        name = "%" + self.fresh()
        self.emit(f"{name} = {text}")
        return name

    def constant(self, value, type="index"):
        """Integer and float constants stand at the kernel's head, each once."""
        key = (f"{value:.17e}" if isinstance(value, float) else str(value), type)
        if key not in self.constants:
            self.constants[key] = f"%c{len(self.constants)}"
        return self.constants[key]

    def splat(self, value, type):
        return self.constant(f"dense<{value}>", type)

    def operand(self, x, type="index"):
        return x if isinstance(x, str) else self.constant(x, type)

    # Arithmetic on names and Python integers.

    def arith(self, op, a, b, type="index", flags=""):
        return self.value(f"arith.{op} {self.operand(a, type)}, {self.operand(b, type)}{flags} : {type}")

    def add(self, a, b, type="index"):
        if isinstance(a, int) and isinstance(b, int):
            return a + b
        if a == 0 or b == 0:
            return b if a == 0 else a
        return self.arith("addi", a, b, type)

    def sub(self, a, b, type="index"):
        return self.arith("subi", a, b, type)

    def mul(self, a, b, type="index"):
        if isinstance(a, int) and isinstance(b, int):
            return a * b
        if a == 1 or b == 1:
            return b if a == 1 else a
        return self.arith("muli", a, b, type)

    def div(self, a, b, type="index"):
        if isinstance(a, int):
            return a // b
        return a if b == 1 else self.arith("divui", a, b, type)

    def rem(self, a, b, type="index"):
        return a % b if isinstance(a, int) else self.arith("remui", a, b, type)

    def xor(self, a, b, type="index"):
        return self.arith("xori", a, b, type)

    def compare(self, predicate, a, b, type="index"):
        return self.value(f"arith.cmpi {predicate}, {self.operand(a, type)}, {self.operand(b, type)} : {type}")

    def extend(self, a):
        return self.value(f"arith.extui {a} : i32 to i64")

    # On floats a product and a sum may be contracted, as a compiler of training programs would allow.

    def f(self, op, a, b, type="f32"):
        return self.arith(op, a, b, type, " fastmath<contract>")

    def intrinsic(self, name, *operands, type="f32"):
        return self.value(f'llvm.call_intrinsic "llvm.nvvm.{name}"({", ".join(operands)}) : '
                          f'({", ".join([type] * len(operands))}) -> {type}')

    def shuffle_xor(self, x, distance):
        value, valid = "%" + self.fresh("s"), "%" + self.fresh("p")
        self.emit(f"{value}, {valid} = gpu.shuffle xor {x}, {self.constant(distance, 'i32')}, "
                  f"{self.constant(32, 'i32')} : f32")
        return value

    # Structure.

    @contextmanager
    def block(self, header):
        self.emit(header + " {")
        yield
        self.emit("}")

    def when(self, condition):
        return self.block(f"scf.if {condition}")

    @contextmanager
    def loop(self, lower, upper, step, carried=(), types=(), type="index"):
        name, index = self.fresh("loop"), "%" + self.fresh("i")
        inside = ["%" + self.fresh("a") for _ in carried]
        bounds = f"{index} = {self.operand(lower, type)} to {self.operand(upper, type)} step {self.operand(step, type)}"
        suffix = "" if type == "index" else f" : {type}"
        if carried:
            pairs = ", ".join(f"{a} = {b}" for a, b in zip(inside, carried))
            header = f"%{name}:{len(inside)} = scf.for {bounds} iter_args({pairs}) -> ({', '.join(types)}){suffix}"
        else:
            header = f"scf.for {bounds}{suffix}"
        with self.block(header):
            yield Loop(self, name, index, inside, list(types))

    # The whole text.

    def constants_text(self):
        lines = []
        for (value, type), name in self.constants.items():
            lines.append(f"    {name} = arith.constant {value} : {type}")
        return lines

    def text(self, arguments, workgroup=""):
        """As a gpu.func of memrefs: `arguments` are (name, memref type)."""
        listed = ", ".join(f"%{name}: {type} {ALIGNED}" for name, type in arguments)
        workgroup = f" workgroup({workgroup})" if workgroup else ""
        head = (f"  gpu.func @{self.name}({listed}){workgroup} kernel "
                f"attributes {{known_block_size = array<i32: {self.threads}, 1, 1>}} {{")
        return self.module(head, "    gpu.return")

    def llvm_text(self, arguments):
        """As an llvm.func of raw pointers, for what the gpu and nvgpu dialects have no operation for."""
        listed = ", ".join(f"%{name}: {type}" for name, type in arguments)
        head = (f"  llvm.func @{self.name}({listed}) attributes {{gpu.kernel, nvvm.kernel, "
                f"nvvm.maxntid = array<i32: {self.threads}, 1, 1>}} {{")
        return self.module(head, "    llvm.return")

    def module(self, head, end):
        parts = ["gpu.module @kernels {", *("  " + g for g in self.globals), head, *self.constants_text(), *self.lines,
                 end, "  }", "}"]
        return "\n".join(parts) + "\n"

    # Raw shared memory of llvm_text kernels. External linkage: an internal array of no elements would become a
    # static variable of one byte, and not the dynamic shared memory that the launch asks for.

    def dynamic_shared(self):
        self.globals.append("llvm.mlir.global external @dynamic() {addr_space = 3 : i32, alignment = 1024 : i64} : "
                            "!llvm.array<0 x i8>")
        return self.value(f"llvm.mlir.addressof @dynamic : {SHARED_POINTER}")

    def barriers(self, count):
        self.globals.append(f"llvm.mlir.global internal @{self.name}_barriers() {{addr_space = 3 : i32, "
                            f"alignment = 8 : i64}} : !llvm.array<{count} x i64>")
        return self.value(f"llvm.mlir.addressof @{self.name}_barriers : {SHARED_POINTER}")

    def shared_at(self, pointer, offset, type="i8"):
        return self.value(f"llvm.getelementptr {pointer}[{self.operand(offset, 'i32')}] : "
                          f"({SHARED_POINTER}, i32) -> {SHARED_POINTER}, {type}")

    def global_at(self, pointer, offset, type):
        return self.value(f"llvm.getelementptr {pointer}[{self.operand(offset, 'i32')}] : "
                          f"({POINTER}, i32) -> {POINTER}, {type}")

    def load(self, pointer, type, space=1):
        return self.value(f"llvm.load {pointer} : !llvm.ptr<{space}> -> {type}")

    def store(self, value, pointer, type, space=1):
        self.emit(f"llvm.store {value}, {pointer} : {type}, !llvm.ptr<{space}>")
