"""Softmax of f32 rows: a block a row, which stays in registers (16 elements a thread) between its one read and its one
write."""
from builder import Kernel
from reductions import MAXIMA, SUMS, Block

VECTOR, PIECES = "vector<4xf32>", 4
LOG2_E = 1.4426950408889634


def build(name, rows, columns):
    threads = columns // (4 * PIECES)
    k = Kernel(name, threads, (rows, 1))
    type = f"memref<{rows}x{columns}xf32>"
    thread, row = k.value("gpu.thread_id x"), k.value("gpu.block_id x")
    block = Block(k, thread, threads, 1)
    offsets = [k.add(k.mul(thread, 4), i * 4 * threads) for i in range(PIECES)]
    x = [k.value(f"vector.load %x[{row}, {o}] : {type}, {VECTOR}") for o in offsets]

    def fold(op, kind, vectors):
        """All of a thread's elements, then all of the block's."""
        total = vectors[0]
        for v in vectors[1:]:
            total = k.value(f"arith.{op} {total}, {v} : {VECTOR}")
        scalar = k.value(f"vector.reduction <{kind}>, {total} : {VECTOR} into f32")
        return block.reduce(op, [scalar])[0]

    def spread(scalar):
        return k.value(f"vector.broadcast {scalar} : f32 to {VECTOR}")

    largest = spread(fold(MAXIMA, "maximumf", x))
    scale = k.splat(LOG2_E, VECTOR)
    powers = []
    for v in x:
        # The difference first: it is 0 for the largest, whatever its size.
        scaled = k.f("mulf", k.f("subf", v, largest, VECTOR), scale, VECTOR)
        parts = [k.intrinsic("ex2.approx.ftz.f32", k.value(f"vector.extract {scaled}[{i}] : f32 from {VECTOR}"))
                 for i in range(4)]
        powers.append(k.value(f"vector.from_elements {', '.join(parts)} : {VECTOR}"))
    inverse = k.value(f"arith.divf {k.constant(1.0, 'f32')}, {fold(SUMS, 'add', powers)} : f32")
    for power, o in zip(powers, offsets):
        k.emit(f"vector.store {k.f('mulf', power, spread(inverse), VECTOR)}, %y[{row}, {o}] : {type}, {VECTOR}")
    return k, k.text([("x", type), ("y", type)], block.workgroup())
