"""Sums and maxima over the threads of a block: shuffles inside the warps, one exchange in shared memory, and every
warp finishes the tree by itself, so that all threads have the result."""
from builder import SHARED

MAXIMA, SUMS = "maximumf", "addf"


class Block:
    def __init__(self, kernel, thread, threads, quantities):
        """`quantities`: how many are reduced at the same time, at most."""
        self.kernel, self.warps = kernel, threads // 32
        assert threads % 32 == 0 and self.warps & (self.warps - 1) == 0, "warps must be a power of two"
        self.type = f"memref<{32 * quantities}xf32, {SHARED}>"
        k = kernel
        self.warp = k.div(thread, 32)
        self.peer = k.rem(thread, self.warps)
        self.first_lane = k.compare("eq", k.rem(thread, 32), 0)

    def workgroup(self):
        return f"%exchange: {self.type}"

    def combine(self, op, x, y):
        return self.kernel.value(f"arith.{op} {x}, {y} : f32")

    def reduce(self, op, values):
        k, results = self.kernel, []
        for x in values:
            for distance in (16, 8, 4, 2, 1):
                x = self.combine(op, x, k.shuffle_xor(x, distance))
            results.append(x)
        if self.warps == 1:
            return results
        k.emit("gpu.barrier")  # the last exchange was read
        with k.when(self.first_lane):
            for i, x in enumerate(results):
                k.emit(f"memref.store {x}, %exchange[{k.add(self.warp, 32 * i)}] : {self.type}")
        k.emit("gpu.barrier")
        for i in range(len(results)):
            x = k.value(f"memref.load %exchange[{k.add(self.peer, 32 * i)}] : {self.type}")
            distance = self.warps // 2
            while distance:
                x = self.combine(op, x, k.shuffle_xor(x, distance))
                distance //= 2
            results[i] = x
        return results
