"""y = relu(x + bias[column]), bf16 in memory, f32 in registers; eight elements, 16 bytes, an access."""
from builder import Kernel

THREADS = 256


def build(name, rows, columns):
    count = rows * columns // 8
    k = Kernel(name, THREADS, (min((count + THREADS - 1) // THREADS, 132 * 16), 1))
    x_type, b_type = f"memref<{rows * columns}xbf16>", f"memref<{columns}xbf16>"
    wide = "vector<8xf32>"

    def load(memref, index, type):
        raw = k.value(f"vector.load {memref}[{index}] : {type}, vector<8xbf16>")
        return k.value(f"arith.extf {raw} : vector<8xbf16> to {wide}")

    start = k.add(k.mul(k.value("gpu.block_id x"), THREADS), k.value("gpu.thread_id x"))
    with k.loop(start, count, k.grid[0] * THREADS) as loop:
        element = k.mul(loop.index, 8)
        sum = k.f("addf", load("%x", element, x_type), load("%bias", k.rem(element, columns), b_type), wide)
        y = k.value(f"arith.maximumf {sum}, {k.splat('0.0', wide)} : {wide}")
        rounded = k.value(f"arith.truncf {y} : {wide} to vector<8xbf16>")
        k.emit(f"vector.store {rounded}, %y[{element}] : {x_type}, vector<8xbf16>")
    return k, k.text([("x", x_type), ("bias", b_type), ("y", x_type)])
