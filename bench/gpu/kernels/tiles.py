"""Tiles of operands in shared memory, staged by cp.async, read as tensor-core fragments by ldmatrix, multiplied by
mma.sync: what matrix products, convolution and attention share.

A tile lies row by row in chunks of 16 bytes. The chunks of a row are permuted by the row's number (xor), so that the
eight rows that one ldmatrix phase reads lie in eight different groups of banks."""
from builder import SHARED

ACCUMULATOR = "vector<2x2xf32>"


class Element:
    def __init__(self, name, mlir, size, mma_k):
        self.name, self.mlir, self.size, self.mma_k = name, mlir, size, mma_k
        self.per_chunk = 16 // size
        # ldmatrix moves 8x8 tiles of 16-bit elements, so an f32 fragment has one element where others have two.
        per_register = 4 // size
        self.fragment4, self.fragment2 = (f"vector<{n}x{per_register}x{mlir}>" for n in (4, 2))


F16, BF16, TF32 = Element("f16", "f16", 2, 16), Element("bf16", "bf16", 2, 16), Element("tf32", "f32", 4, 8)
ELEMENTS = {e.name: e for e in (F16, BF16, TF32)}


class Tile:
    """`stages` tiles of rows x columns at byte `offset` of the dynamic shared memory."""

    def __init__(self, kernel, base, offset, stages, rows, columns, element):
        self.kernel, self.stages, self.rows, self.columns, self.element = kernel, stages, rows, columns, element
        self.bytes = stages * rows * columns * element.size
        self.type = f"memref<{stages}x{rows}x{columns}x{element.mlir}, {SHARED}>"
        self.memref = kernel.value(f"memref.view {base}[{kernel.operand(offset)}][] : memref<?xi8, {SHARED}> "
                                   f"to {self.type}")

    def swizzled(self, row, chunk):
        """The column (in elements) at which the chunk of a row lies."""
        k = self.kernel
        chunks = self.columns * self.element.size // 16
        if chunks >= 8:
            chunk = k.xor(chunk, k.rem(row, 8))
        else:  # several rows share 128 bytes: they are permuted by the number of their line
            chunk = k.xor(chunk, k.rem(k.div(row, 8 // chunks), chunks))
        return k.mul(chunk, self.element.per_chunk)

    def load(self, thread, threads, stage, source):
        """Starts the copies of a whole tile. `source(row, column)` gives (memref, type, indices[, elements])."""
        k, element = self.kernel, self.element
        per_row = self.columns // element.per_chunk
        count, rest = divmod(self.rows * per_row, threads)
        assert rest == 0, f"{self.rows}x{self.columns} does not divide among {threads} threads"
        tokens = []
        for i in range(count):
            piece = k.add(thread, i * threads)
            row, chunk = k.div(piece, per_row), k.rem(piece, per_row)
            memref, type, indices, *elements = source(row, k.mul(chunk, element.per_chunk))
            indices = ", ".join(k.operand(x) for x in indices)
            filled = f", {elements[0]}" if elements else ""
            tokens.append(k.value(
                f"nvgpu.device_async_copy {memref}[{indices}], {self.memref}[{k.operand(stage)}, {row}, "
                f"{self.swizzled(row, chunk)}], {element.per_chunk}{filled} {{bypassL1}} : {type} to {self.type}"))
        return tokens

    def ldmatrix(self, stage, row, chunk, transpose):
        """Four 8x8 tiles; lane l gives the address of row l % 8 of tile l / 8."""
        k = self.kernel
        return k.value(f"nvgpu.ldmatrix {self.memref}[{k.operand(stage)}, {row}, {self.swizzled(row, chunk)}] "
                       f"{{numTiles = 4 : i32, transpose = {str(transpose).lower()}}} : {self.type} -> "
                       f"{self.element.fragment4}")


class Lanes:
    """Where a lane's rows and chunks are in the operands of mma.sync m16n8."""

    def __init__(self, kernel, lane):
        k = kernel
        self.row16, self.half = k.rem(lane, 16), k.div(lane, 16)
        self.row8 = k.add(k.rem(lane, 8), k.mul(self.half, 8))
        self.middle = k.rem(k.div(lane, 8), 2)

    def row_fragment(self, tile, stage, row, chunk):
        """A 16 x 32-byte piece of a tile whose rows are rows of the product: the operand A."""
        k = tile.kernel
        return tile.ldmatrix(stage, k.add(row, self.row16), k.add(chunk, self.half), False)

    def column_fragments(self, tile, stage, row, chunk, transposed):
        """The operand B of 16 columns, as two fragments of 8. `transposed`: the tile's rows go along k (a [K, N]
        tile); else they are the product's columns (an [N, K] tile)."""
        k = tile.kernel
        if transposed:
            both = tile.ldmatrix(stage, k.add(row, self.row16), k.add(chunk, self.half), True)
        else:
            both = tile.ldmatrix(stage, k.add(row, self.row8), k.add(chunk, self.middle), False)
        element = tile.element
        return [k.value(f"vector.extract_strided_slice {both} {{offsets = [{first}], sizes = [2], strides = [1]}} : "
                        f"{element.fragment4} to {element.fragment2}") for first in (0, 2)]


def dynamic_shared(kernel):
    return kernel.value(f"gpu.dynamic_shared_memory : memref<?xi8, {SHARED}>")


def group(kernel, tokens=()):
    """Closes a group of copies; an empty one keeps the count of groups right where nothing was left to copy."""
    listed = " " + ", ".join(tokens) if tokens else " {}"
    return kernel.value("nvgpu.device_async_create_group" + listed)


def wait(kernel, token, groups):
    kernel.emit(f"nvgpu.device_async_wait {token} {{numGroups = {groups} : i32}}")
    kernel.emit("gpu.barrier")


def mma(kernel, element, a, b, c):
    """c + a b of one 16x8 tile."""
    if element is not BF16:
        tf32 = ", tf32Enabled" if element is TF32 else ""
        return kernel.value(f"nvgpu.mma.sync({a}, {b}, {c}) {{mmaShape = [16, 8, {element.mma_k}]{tf32}}} : "
                            f"({element.fragment4}, {element.fragment2}, {ACCUMULATOR}) -> {ACCUMULATOR}")
    # MLIR 22 cannot deduce nvgpu.mma.sync's types for bf16; the operation below it is told.
    k = kernel

    def registers(fragment, count, type):
        parts = [k.value(f"vector.extract {fragment}[{i}] : vector<2xbf16> from {type}") for i in range(count)]
        return [k.value(f"llvm.bitcast {part} : vector<2xbf16> to i32") for part in parts]

    a32, b32 = registers(a, 4, element.fragment4), registers(b, 2, element.fragment2)
    c32 = [k.value(f"vector.extract {c}[{i}, {j}] : f32 from {ACCUMULATOR}") for i in (0, 1) for j in (0, 1)]
    d = mma_registers(k, "bf16", a32, b32, c32)
    return k.value(f"vector.from_elements {', '.join(d)} : {ACCUMULATOR}")


def mma_registers(kernel, name, a, b, c):
    """mma.sync on raw registers, for bf16 or tf32 (i32 each); gives the four results."""
    struct = "!llvm.struct<(f32, f32, f32, f32)>"
    depth = 8 if name == "tf32" else 16
    d = kernel.value(
        f"nvvm.mma.sync A[{', '.join(a)}] B[{', '.join(b)}] C[{', '.join(c)}] {{layoutA = #nvvm.mma_layout<row>, "
        f"layoutB = #nvvm.mma_layout<col>, multiplicandAPtxType = #nvvm.mma_type<{name}>, multiplicandBPtxType = "
        f"#nvvm.mma_type<{name}>, shape = #nvvm.shape<m = 16, n = 8, k = {depth}>}} : (i32, i32, f32) -> {struct}")
    return [kernel.value(f"llvm.extractvalue {d}[{i}] : {struct}") for i in range(4)]
