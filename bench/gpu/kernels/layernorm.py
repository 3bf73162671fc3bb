"""Layer norm of bf16 rows, f32 in registers, eight elements a thread. Forward: a block a row. Backward: few blocks,
each over many rows, with its sums for gamma's and beta's gradients in registers; `parts` gets one line a block, to be
added up by a later pass, so that the order of the sum is always the same."""
from builder import Kernel
from reductions import SUMS, Block

WIDE, NARROW = "vector<8xf32>", "vector<8xbf16>"
EPSILON = 1e-5


class Rows:
    """What both directions do to rows."""

    def __init__(self, name, rows, columns, blocks):
        self.k = k = Kernel(name, columns // 8, (blocks, 1))
        self.matrix, self.line = f"memref<{rows}x{columns}xbf16>", f"memref<{columns}xbf16>"
        self.scalars, self.inverse_count = f"memref<{rows}xf32>", k.constant(1.0 / columns, "f32")
        self.thread, self.first = k.value("gpu.thread_id x"), k.value("gpu.block_id x")
        self.column = k.mul(self.thread, 8)
        self.block = Block(k, self.thread, k.threads, 2)

    def load(self, memref, type, *index):
        raw = self.k.value(f"vector.load %{memref}[{', '.join(index)}] : {type}, {NARROW}")
        return self.k.value(f"arith.extf {raw} : {NARROW} to {WIDE}")

    def store(self, value, memref, type, *index):
        raw = self.k.value(f"arith.truncf {value} : {WIDE} to {NARROW}")
        self.k.emit(f"vector.store {raw}, %{memref}[{', '.join(index)}] : {type}, {NARROW}")

    def means(self, *vectors):
        own = [self.k.value(f"vector.reduction <add>, {v} : {WIDE} into f32") for v in vectors]
        return [self.k.f("mulf", s, self.inverse_count) for s in self.block.reduce(SUMS, own)]

    def spread(self, scalar):
        return self.k.value(f"vector.broadcast {scalar} : f32 to {WIDE}")

    def f(self, op, a, b):
        return self.k.f(op, a, b, WIDE)


def build_forward(name, rows, columns):
    r = Rows(name, rows, columns, rows)
    k, row = r.k, r.first
    x = r.load("x", r.matrix, row, r.column)
    mean, = r.means(x)
    centred = r.f("subf", x, r.spread(mean))
    variance, = r.means(r.f("mulf", centred, centred))
    deviation = k.intrinsic("rsqrt.approx.f", k.f("addf", variance, k.constant(EPSILON, "f32")))
    normal = r.f("mulf", centred, r.spread(deviation))
    scaled = r.f("mulf", normal, r.load("gamma", r.line, r.column))
    r.store(r.f("addf", scaled, r.load("beta", r.line, r.column)), "y", r.matrix, row, r.column)
    with k.when(k.compare("eq", r.thread, 0)):
        k.emit(f"memref.store {mean}, %mean[{row}] : {r.scalars}")
        k.emit(f"memref.store {deviation}, %deviation[{row}] : {r.scalars}")
    return k, k.text([("x", r.matrix), ("gamma", r.line), ("beta", r.line), ("y", r.matrix), ("mean", r.scalars),
                      ("deviation", r.scalars)], r.block.workgroup())


def build_backward(name, rows, columns, blocks):
    r = Rows(name, rows, columns, blocks)
    k = r.k
    zero, gamma = k.splat("0.0", WIDE), r.load("gamma", r.line, r.column)
    with k.loop(r.first, rows, blocks, [zero, zero], [WIDE, WIDE]) as loop:
        row = loop.index
        x, dy = (r.load(name, r.matrix, row, r.column) for name in ("x", "dy"))
        mean, deviation = (r.spread(k.value(f"memref.load %{name}[{row}] : {r.scalars}"))
                           for name in ("mean", "deviation"))
        normal = r.f("mulf", r.f("subf", x, mean), deviation)
        weighted = r.f("mulf", dy, gamma)
        mean_weighted, mean_product = r.means(weighted, r.f("mulf", weighted, normal))
        inner = r.f("subf", r.f("subf", weighted, r.spread(mean_weighted)),
                    r.f("mulf", normal, r.spread(mean_product)))
        r.store(r.f("mulf", inner, deviation), "dx", r.matrix, row, r.column)
        loop.yields([r.f("addf", loop.carried[0], r.f("mulf", dy, normal)), r.f("addf", loop.carried[1], dy)])
    parts = f"memref<2x{blocks}x{columns}xf32>"
    for which, result in enumerate(loop.results):
        k.emit(f"vector.store {result}, %parts[{k.constant(which)}, {r.first}, {r.column}] : {parts}, {WIDE}")
    return k, k.text([("x", r.matrix), ("dy", r.matrix), ("gamma", r.line), ("mean", r.scalars),
                      ("deviation", r.scalars), ("dx", r.matrix), ("parts", parts)], r.block.workgroup())
