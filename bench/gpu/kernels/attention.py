"""Attention forward, f16: q, k, v, o are [heads, length, width]. A block keeps `block_q` rows of q in shared memory and
passes once over k and v; softmax runs along (the largest score so far and the sum of powers stay in registers), and the
powers go from the accumulators of the first product to the operands of the second without leaving registers. `lse`, the
logarithm to base 2 of each row's sum, is what a backward pass would need."""
from builder import Kernel
import tiles

BLOCK_K = 64
PAIR, SUMS = "vector<2xf32>", tiles.ACCUMULATOR
LOG2_E = 1.4426950408889634


def build(name, heads, length, width):
    block_q = 64 if width == 64 else 128
    element = tiles.F16
    shared = (block_q + 4 * BLOCK_K) * width * 2
    k = Kernel(name, block_q * 2, (length // block_q, heads), shared)
    assert length % block_q == 0 and length % BLOCK_K == 0
    type = f"memref<{heads}x{length}x{width}xf16>"
    thread, q0, head = k.value("gpu.thread_id x"), k.mul(k.value("gpu.block_id x"), block_q), k.value("gpu.block_id y")
    lane, warp = k.rem(thread, 32), k.div(thread, 32)
    lanes, warp_row = tiles.Lanes(k, lane), k.mul(warp, 16)
    base = tiles.dynamic_shared(k)
    q_tile = tiles.Tile(k, base, 0, 1, block_q, width, element)
    k_tile = tiles.Tile(k, base, q_tile.bytes, 2, BLOCK_K, width, element)
    v_tile = tiles.Tile(k, base, q_tile.bytes + k_tile.bytes, 2, BLOCK_K, width, element)

    def load(tile, memref, stage, first_row):
        return tile.load(thread, k.threads, stage,
                         lambda r, c: (memref, type, (head, k.add(first_row, r), c)))

    def load_keys(stage, first_row):
        return load(k_tile, "%k", stage, first_row) + load(v_tile, "%v", stage, first_row)

    token = tiles.group(k, load(q_tile, "%q", 0, q0) + load_keys(0, 0))
    outputs, scores = width // 8, BLOCK_K // 8
    zero, steps = k.splat("0.0", SUMS), length // BLOCK_K
    scale = k.constant(LOG2_E / width**0.5, "f32")
    lowest, nothing = k.constant(-1.0e30, "f32"), k.constant(0.0, "f32")
    with k.loop(0, steps, 1, [zero] * outputs + [lowest] * 2 + [nothing] * 2, [SUMS] * outputs + ["f32"] * 4) as loop:
        tiles.wait(k, token, 0)
        stage, following = k.rem(loop.index, 2), k.add(loop.index, 1)
        with k.when(k.compare("ult", following, steps)):
            load_keys(k.rem(following, 2), k.mul(following, BLOCK_K))
        tiles.group(k)

        products = [zero] * scores
        for depth in range(0, width, 16):
            a = lanes.row_fragment(q_tile, 0, warp_row, depth // 8)
            for j in range(0, scores, 2):
                for half, b in enumerate(lanes.column_fragments(k_tile, stage, j * 8, depth // 8, False)):
                    products[j + half] = tiles.mma(k, element, a, b, products[j + half])

        o, largest, sum = loop.carried[:outputs], loop.carried[outputs:outputs + 2], loop.carried[outputs + 2:]
        rows = [SoftmaxStep(k, products, half, largest[half], sum[half], scale) for half in (0, 1)]
        o = [_rescale(k, x, [row.correction for row in rows]) for x in o]
        for depth in range(0, BLOCK_K, 16):
            # The accumulators of two 16x8 tiles are the operand of one 16x16 tile, register by register.
            a = k.splat("0.0", element.fragment4)
            for register, (tile, half) in enumerate(((0, 0), (0, 1), (1, 0), (1, 1))):
                power = rows[half].powers[depth // 8 + tile]
                a = k.value(f"vector.insert {power}, {a}[{register}] : vector<2xf16> into {element.fragment4}")
            for j in range(0, outputs, 2):
                for half, b in enumerate(lanes.column_fragments(v_tile, stage, depth, j, True)):
                    o[j + half] = tiles.mma(k, element, a, b, o[j + half])
        loop.yields(o + [row.largest for row in rows] + [row.sum for row in rows])
    _store(k, loop.results, outputs, lane, k.add(q0, warp_row), head, type, heads, length, scale)
    arguments = [(name, type) for name in "qkvo"] + [("lse", f"memref<{heads}x{length}xf32>")]
    return k, k.text(arguments)


class SoftmaxStep:
    """One of a lane's two rows: its new largest score and sum, the powers in f16, and what the old results are to be
    multiplied by."""

    def __init__(self, k, products, half, largest, sum, scale):
        scores = [[k.value(f"vector.extract {p}[{half}, {i}] : f32 from {SUMS}") for i in (0, 1)] for p in products]
        self.largest = largest
        for pair in scores:
            for x in pair:
                self.largest = k.value(f"arith.maximumf {self.largest}, {x} : f32")
        for distance in (1, 2):  # the four lanes of a row
            self.largest = k.value(f"arith.maximumf {self.largest}, {k.shuffle_xor(self.largest, distance)} : f32")
        self.correction = power(k, k.f("mulf", k.f("subf", largest, self.largest), scale))
        shift = k.f("mulf", self.largest, scale)
        self.sum, self.powers = k.f("mulf", sum, self.correction), []
        for pair in scores:
            powers = [power(k, k.f("subf", k.f("mulf", x, scale), shift)) for x in pair]
            for p in powers:
                self.sum = k.value(f"arith.addf {self.sum}, {p} : f32")
            both = k.value(f"vector.from_elements {', '.join(powers)} : {PAIR}")
            self.powers.append(k.value(f"arith.truncf {both} : {PAIR} to vector<2xf16>"))


def power(k, x):
    return k.intrinsic("ex2.approx.ftz.f32", x)


def _rescale(k, x, factors):
    for half in (0, 1):
        pair = k.value(f"vector.extract {x}[{half}] : {PAIR} from {SUMS}")
        pair = k.f("mulf", pair, k.value(f"vector.broadcast {factors[half]} : f32 to {PAIR}"), PAIR)
        x = k.value(f"vector.insert {pair}, {x}[{half}] : {PAIR} into {SUMS}")
    return x


def _store(k, results, outputs, lane, first_row, head, type, heads, length, scale):
    g, column = k.div(lane, 4), k.mul(k.rem(lane, 4), 2)
    first_of_row = k.compare("eq", k.rem(lane, 4), 0)
    for half in (0, 1):
        sum = results[outputs + 2 + half]
        for distance in (1, 2):
            sum = k.value(f"arith.addf {sum}, {k.shuffle_xor(sum, distance)} : f32")
        inverse = k.value(f"arith.divf {k.constant(1.0, 'f32')}, {sum} : f32")
        factor, row = k.value(f"vector.broadcast {inverse} : f32 to {PAIR}"), k.add(first_row, k.add(g, 8 * half))
        for i in range(outputs):
            pair = k.value(f"vector.extract {results[i]}[{half}] : {PAIR} from {SUMS}")
            pair = k.value(f"arith.truncf {k.f('mulf', pair, factor, PAIR)} : {PAIR} to vector<2xf16>")
            k.emit(f"vector.store {pair}, %o[{head}, {row}, {k.add(column, i * 8)}] : {type}, vector<2xf16>")
        logarithm = k.intrinsic("lg2.approx.f", sum)
        lse = k.value(f"arith.addf {k.f('mulf', results[outputs + half], scale)}, {logarithm} : f32")
        with k.when(first_of_row):
            k.emit(f"memref.store {lse}, %lse[{head}, {row}] : memref<{heads}x{length}xf32>")
