"""C = A B on Hopper: A [M, K], B [K, N], C [M, N], f16 or bf16. Of each block's warpgroups one only starts TMA copies
into a ring of stages, the others only multiply with wgmma; full and empty mbarriers, one pair a stage, hand the stages
over. Arguments: tensor maps of A (boxes of 64 x block_m) and of B (64 x 64), both swizzled by 128 bytes, and C."""
from builder import POINTER, TENSOR_MAP, Kernel
import hopper

BLOCK_K, WARPGROUP = 64, 128


def build(name, type, m, n, k, block_m=128, block_n=256, stages=4, in_flight=1, move_registers=True):
    """`in_flight`: how many steps' products may still run when the next step begins: 0 or 1."""
    assert m % block_m == 0 and n % block_n == 0 and k % BLOCK_K == 0
    consumers = block_m // 64
    shared = stages * (block_m + block_n) * hopper.ROW
    kernel = Kernel(name, (consumers + 1) * WARPGROUP, (n // block_n, m // block_m), shared)
    roles = _Roles(kernel, type, n, k // BLOCK_K, block_m, block_n, stages, in_flight)
    thread = hopper.thread(kernel)
    # Through a shuffle, so that the assembler sees that a warp takes one branch.
    group = kernel.value(f"nvvm.shfl.sync idx {roles.i32(-1)}, {kernel.div(thread, WARPGROUP, 'i32')}, "
                         f"{roles.i32(0)}, {roles.i32(31)} : i32 -> i32")
    member = kernel.rem(thread, WARPGROUP, "i32")
    leader = kernel.compare("eq", member, 0, "i32")
    hopper.init_barriers(kernel, kernel.compare("eq", thread, 0, "i32"),
                         [(roles.full(s), 1) for s in range(stages)] +
                         [(roles.empty(s), consumers) for s in range(stages)])
    kernel.emit(f"scf.if {kernel.compare('eq', group, consumers, 'i32')} {{")
    # Registers move from the warpgroup that only copies to those that hold the sums.
    if move_registers:
        kernel.emit("nvvm.setmaxregister decrease 40")
    with kernel.when(leader):
        roles.produce()
    kernel.emit("} else {")
    if move_registers:
        kernel.emit(f"nvvm.setmaxregister increase {232 if consumers == 2 else 240}")
    roles.consume(group, member, leader)
    kernel.emit("}")
    return kernel, kernel.llvm_text([("mapA", TENSOR_MAP), ("mapB", TENSOR_MAP), ("C", POINTER)])


class _Roles:
    """What the two kinds of warpgroups do, and the ring that they share."""

    def __init__(self, kernel, type, n, steps, block_m, block_n, stages, in_flight):
        self.kernel, self.type, self.n, self.steps = kernel, type, n, steps
        self.block_n, self.stages, self.in_flight = block_n, stages, in_flight
        self.a_bytes = block_m * hopper.ROW
        self.stage_bytes = self.a_bytes + block_n * hopper.ROW
        self.m0 = self.mul(kernel.value("nvvm.read.ptx.sreg.ctaid.y : i32"), block_m)
        self.n0 = self.mul(kernel.value("nvvm.read.ptx.sreg.ctaid.x : i32"), block_n)
        self.shared, self.ring = kernel.dynamic_shared(), kernel.barriers(2 * stages)

    def i32(self, value):
        return self.kernel.constant(value, "i32")

    def add(self, a, b, type="i32"):
        return self.kernel.add(a, b, type)

    def mul(self, a, b, type="i32"):
        return self.kernel.mul(a, b, type)

    def full(self, stage):
        return self.kernel.shared_at(self.ring, stage, "i64")

    def empty(self, stage):
        return self.kernel.shared_at(self.ring, self.add(stage, self.stages), "i64")

    def stage_and_round(self, step):
        k = self.kernel
        return k.rem(step, self.stages, "i32"), k.arith("andi", k.div(step, self.stages, "i32"), 1, "i32")

    def produce(self):
        k = self.kernel
        with k.loop(0, self.steps, 1, type="i32") as loop:
            stage, parity = self.stage_and_round(loop.index)
            # The other parity: in the first round all stages are empty already.
            hopper.wait(k, self.empty(stage), k.xor(parity, 1, "i32"))
            barrier = self.full(stage)
            hopper.expect(k, barrier, self.stage_bytes)
            base, depth = self.mul(stage, self.stage_bytes), self.mul(loop.index, BLOCK_K)
            hopper.copy_box(k, "%mapA", k.shared_at(self.shared, base), barrier, depth, self.m0)
            for box in range(self.block_n // 64):
                offset = self.add(base, self.a_bytes + box * BLOCK_K * hopper.ROW)
                hopper.copy_box(k, "%mapB", k.shared_at(self.shared, offset), barrier,
                                self.add(self.n0, box * 64), depth)

    def consume(self, group, member, leader):
        k, struct = self.kernel, hopper.accumulator(self.block_n)
        zero = k.value(f"llvm.mlir.zero : {struct}")
        shared = k.value(f"llvm.ptrtoint {self.shared} : !llvm.ptr<3> to i32")
        own_rows = self.mul(group, 64 * hopper.ROW)
        # One value that is carried has no number: scf.for names it by the loop itself.
        k.emit(f"%sums = scf.for %step = {self.i32(0)} to {self.i32(self.steps)} step {self.i32(1)} "
               f"iter_args(%partial = {zero}) -> ({struct}) : i32 {{")
        stage, parity = self.stage_and_round("%step")
        hopper.wait(k, self.full(stage), parity)
        base = self.add(shared, self.mul(stage, self.stage_bytes))
        # A's rows go along k: eight rows, 1024 bytes, are a repetition. B's rows go along n: 64 columns, all of a
        # box, are the leading distance, and eight rows the other.
        a = hopper.descriptor(k, self.add(base, own_rows), 16, 1024)
        b = hopper.descriptor(k, self.add(base, self.a_bytes), BLOCK_K * hopper.ROW, 1024)
        hopper.fence(k)
        sums = "%partial"
        for i in range(BLOCK_K // 16):  # in units of 16 bytes: 32 bytes along A's rows, 16 rows of B
            sums = hopper.wgmma(k, self.type, self.block_n, self.add(a, 2 * i, "i64"),
                                self.add(b, 128 * i, "i64"), sums)
        hopper.commit(k)
        hopper.wait_products(k, self.in_flight)
        if self.in_flight:
            # The products of this step still run; those of the one before are done, and so is its stage.
            done = k.arith("andi", k.compare("ugt", "%step", 0, "i32"), leader, "i1")
            stage = k.rem(self.add("%step", self.stages - 1), self.stages, "i32")
        else:
            done = leader
        with k.when(done):
            hopper.arrive(k, self.empty(stage))
        k.emit(f"scf.yield {sums} : {struct}")
        k.emit("}")
        hopper.wait_products(k, 0)
        self.store(group, member, struct)

    def store(self, group, member, struct):
        """A warp has 16 rows, a lane two neighbouring columns of the rows g and g + 8 in every eight columns."""
        k = self.kernel
        warp, lane = k.div(member, 32, "i32"), k.rem(member, 32, "i32")
        row = self.add(self.add(self.m0, self.mul(group, 64)), self.add(self.mul(warp, 16), k.div(lane, 4, "i32")))
        column = self.add(self.n0, self.mul(k.rem(lane, 4, "i32"), 2))
        first = self.add(self.mul(k.extend(row), self.n, "i64"), k.extend(column), "i64")
        pointer = k.value(f"llvm.getelementptr %C[{first}] : (!llvm.ptr<1>, i64) -> !llvm.ptr<1>, {self.type}")
        for eight in range(self.block_n // 8):
            for half in (0, 1):
                pair = [k.value(f"llvm.extractvalue %sums[{eight * 4 + half * 2 + i}] : {struct}") for i in (0, 1)]
                wide = k.value(f"vector.from_elements {', '.join(pair)} : vector<2xf32>")
                narrow = k.value(f"arith.truncf {wide} : vector<2xf32> to vector<2x{self.type}>")
                at = k.value(f"llvm.getelementptr {pointer}[{eight * 8 + half * 8 * self.n}] : (!llvm.ptr<1>) -> "
                             f"!llvm.ptr<1>, {self.type}")
                k.emit(f"llvm.store {narrow}, {at} {{alignment = 4 : i64}} : vector<2x{self.type}>, !llvm.ptr<1>")
