"""What Hopper kernels (sm_90a) say to TMA, to mbarriers and to wgmma. Addresses and arithmetic are explicit i32 here:
the nvgpu dialect's lowering of these steps descriptors for one layout only."""
from builder import SHARED_POINTER

ROW = 128  # bytes of a row of a tile: the width of the 128-byte swizzle
SWIZZLE_128 = 1 << 62
SUSPEND_NS = 10000000


def thread(kernel):
    return kernel.value("nvvm.read.ptx.sreg.tid.x : i32")


def init_barriers(kernel, first, barriers):
    """`barriers`: (pointer, arrivals) each; initialised by one thread, seen by all and by the copy engine."""
    with kernel.when(first):
        for pointer, arrivals in barriers:
            kernel.emit(f"nvvm.mbarrier.init {pointer}, {kernel.operand(arrivals, 'i32')} : {SHARED_POINTER}, i32")
        kernel.emit("nvvm.fence.mbarrier.init")
    kernel.emit("nvvm.barrier")


def wait(kernel, barrier, parity):
    """Until the phase of this parity is complete; a new barrier counts as having completed the one of parity 1."""
    kernel.emit(f"nvvm.mbarrier.try_wait.parity {barrier}, {kernel.operand(parity, 'i32')}, "
                f"{kernel.constant(SUSPEND_NS, 'i32')} : {SHARED_POINTER}, i32, i32")


def arrive(kernel, barrier):
    kernel.value(f"nvvm.mbarrier.arrive {barrier} : {SHARED_POINTER} -> i64")


def expect(kernel, barrier, bytes):
    """Arrives, and holds the phase until that many bytes were copied."""
    kernel.emit(f"nvvm.mbarrier.arrive.expect_tx {barrier}, {kernel.operand(bytes, 'i32')} : {SHARED_POINTER}, i32")


def copy_box(kernel, map, destination, barrier, x, y):
    """TMA: the box of the tensor map at column x and row y."""
    cluster = kernel.value(f"llvm.addrspacecast {destination} : {SHARED_POINTER} to !llvm.ptr<7>")
    x, y = kernel.operand(x, "i32"), kernel.operand(y, "i32")
    kernel.emit(f"nvvm.cp.async.bulk.tensor.shared.cluster.global {cluster}, {map}, {barrier}, box[{x}, {y}] : "
                "!llvm.ptr<7>, !llvm.ptr")


def descriptor(kernel, address, leading, stride):
    """A wgmma operand in shared memory, 128-byte swizzle; `address` is an i32, the offsets are bytes."""
    field = kernel.arith("andi", kernel.arith("shrui", address, 4, "i32"), 0x3FFF, "i32")
    rest = leading >> 4 << 16 | stride >> 4 << 32 | SWIZZLE_128
    return kernel.arith("ori", kernel.extend(field), rest, "i64")


def accumulator(n):
    return "!llvm.struct<(" + ", ".join(["f32"] * (n // 2)) + ")>"


def wgmma(kernel, type, n, a, b, sums, a_layout="row", b_layout="row"):
    """One step of m64 and k16, for tf32 k8. Layout `row` of A, `col` of B: rows along k, as tf32 must have them. The
    others: rows along m or n."""
    struct, depth = accumulator(n), 8 if type == "tf32" else 16
    one = "#nvvm.wgmma_scale_in<one>"
    return kernel.value(
        f"nvvm.wgmma.mma_async {a}, {b}, {sums}, #nvvm.shape<m = 64, n = {n}, k = {depth}>, "
        f"D [<f32>, #nvvm.wgmma_scale_out<one>], A [<{type}>, {one}, <{a_layout}>], B [<{type}>, {one}, "
        f"<{b_layout}>] : {struct} -> {struct}")


def fence(kernel):
    kernel.emit("nvvm.wgmma.fence.aligned")


def commit(kernel):
    kernel.emit("nvvm.wgmma.commit.group.sync.aligned")


def wait_products(kernel, groups):
    kernel.emit(f"nvvm.wgmma.wait.group.sync.aligned {groups}")
