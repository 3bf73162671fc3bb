"""C = A B with cp.async, ldmatrix and mma.sync (sm_80 and later). A [M, K]; B [K, N] for f16 and bf16, [N, K] for tf32,
whose fragments ldmatrix cannot transpose. C in the operands' type, for tf32 in f32.

A block computes block_m x block_n from a ring of `stages` tiles along K; a warp warp_m x warp_n of it. A convolution is
the same with another source of A's tiles (convolution.py)."""
from builder import Kernel
import tiles


class Shape:
    def __init__(self, m, n, k, block_m=128, block_n=128, block_k=32, warp_m=64, warp_n=64, stages=4):
        self.m, self.n, self.k = m, n, k
        self.block_m, self.block_n, self.block_k = block_m, block_n, block_k
        self.warp_m, self.warp_n, self.stages = warp_m, warp_n, stages
        assert m % block_m == 0 and n % block_n == 0 and k % block_k == 0 and k // block_k >= stages - 1
        self.threads = (block_m // warp_m) * (block_n // warp_n) * 32
        self.grid = (n // block_n, m // block_m)


def build(name, type, **shape):
    s, element = Shape(**shape), tiles.ELEMENTS[type]

    def source_of_a(k, row, depth):
        """What gives A's elements, by row of the product and by depth."""
        return lambda r, c: ("%A", f"memref<{s.m}x{s.k}x{element.mlir}>", (k.add(row, r), k.add(depth, c)))

    return build_with(name, element, s, f"memref<{s.m}x{s.k}x{element.mlir}>", source_of_a)


def build_with(name, element, s, a_type, source_of_a):
    columns_first = element is tiles.TF32  # B is [N, K]
    b_rows, b_columns = (s.block_n, s.block_k) if columns_first else (s.block_k, s.block_n)
    b_type = f"memref<{s.n}x{s.k}x{element.mlir}>" if columns_first else f"memref<{s.k}x{s.n}x{element.mlir}>"
    c_element = "f32" if columns_first else element.mlir
    c_type = f"memref<{s.m}x{s.n}x{c_element}>"

    shared = s.stages * (s.block_m * s.block_k + b_rows * b_columns) * element.size
    k = Kernel(name, s.threads, s.grid, shared)
    thread = k.value("gpu.thread_id x")
    n0, m0 = k.mul(k.value("gpu.block_id x"), s.block_n), k.mul(k.value("gpu.block_id y"), s.block_m)
    lane, warp = k.rem(thread, 32), k.div(thread, 32)
    warps_n = s.block_n // s.warp_n
    warp_m, warp_n = k.mul(k.div(warp, warps_n), s.warp_m), k.mul(k.rem(warp, warps_n), s.warp_n)
    lanes = tiles.Lanes(k, lane)
    base = tiles.dynamic_shared(k)
    a_tile = tiles.Tile(k, base, 0, s.stages, s.block_m, s.block_k, element)
    b_tile = tiles.Tile(k, base, a_tile.bytes, s.stages, b_rows, b_columns, element)

    def source_of_b(depth):
        if columns_first:
            return lambda r, c: ("%B", b_type, (k.add(n0, r), k.add(depth, c)))
        return lambda r, c: ("%B", b_type, (k.add(depth, r), k.add(n0, c)))

    def load(stage, depth):
        return (a_tile.load(thread, s.threads, stage, source_of_a(k, m0, depth)) +
                b_tile.load(thread, s.threads, stage, source_of_b(depth)))

    for stage in range(s.stages - 1):
        token = tiles.group(k, load(stage, stage * s.block_k))

    tiles_m, tiles_n = s.warp_m // 16, s.warp_n // 8
    zero = k.splat("0.0", tiles.ACCUMULATOR)
    count = tiles_m * tiles_n
    with k.loop(0, s.k, s.block_k, [zero] * count, [tiles.ACCUMULATOR] * count) as loop:
        tiles.wait(k, token, s.stages - 2)
        step = k.div(loop.index, s.block_k)
        stage = k.rem(step, s.stages)
        # The tile that is loaded now lies where the last iteration read; the barrier above protects it.
        next_depth = k.add(loop.index, (s.stages - 1) * s.block_k)
        with k.when(k.compare("ult", next_depth, s.k)):
            load(k.rem(k.add(step, s.stages - 1), s.stages), next_depth)
        tiles.group(k)
        sums = list(loop.carried)
        for depth in range(0, s.block_k, element.mma_k):
            chunk = depth // element.per_chunk
            a = [lanes.row_fragment(a_tile, stage, k.add(warp_m, i * 16), chunk) for i in range(tiles_m)]
            b = []
            for j in range(0, tiles_n, 2):
                if columns_first:
                    b += lanes.column_fragments(b_tile, stage, k.add(warp_n, j * 8), chunk, False)
                else:
                    across = k.add(k.div(warp_n, element.per_chunk), j * 8 // element.per_chunk)
                    b += lanes.column_fragments(b_tile, stage, depth, across, True)
            for i in range(tiles_m):
                for j in range(tiles_n):
                    at = i * tiles_n + j
                    sums[at] = tiles.mma(k, element, a[i], b[j], sums[at])
        loop.yields(sums)

    # A lane has two neighbouring columns of the rows g and g + 8 of each 16x8 tile.
    g, column = k.div(lane, 4), k.mul(k.rem(lane, 4), 2)
    for i in range(tiles_m):
        for j in range(tiles_n):
            for half in (0, 1):
                row = k.add(k.add(m0, warp_m), k.add(g, i * 16 + 8 * half))
                pair = k.value(f"vector.extract {loop.results[i * tiles_n + j]}[{half}] : vector<2xf32> from "
                               f"{tiles.ACCUMULATOR}")
                if c_element != "f32":
                    pair = k.value(f"arith.truncf {pair} : vector<2xf32> to vector<2x{c_element}>")
                at = k.add(k.add(n0, warp_n), k.add(column, j * 8))
                k.emit(f"vector.store {pair}, %C[{row}, {at}] : {c_type}, vector<2x{c_element}>")
    return k, k.text([("A", a_type), ("B", b_type), ("C", c_type)])
