"""One wgmma whose operands lie in shared memory exactly as the host laid them out, with the descriptors that the
host gives: whatever the tensor core reads where shows in the sums (host/probes_wgmma.cpp)."""
from builder import POINTER, SHARED_POINTER, Kernel
import hopper

THREADS, COLUMNS = 128, 128
A_BYTES, B_BYTES = 64 * hopper.ROW, COLUMNS * hopper.ROW


def _fill(k, base, offset, pointer, block, thread, bytes):
    """Copies bytes of global memory, this block's, to shared memory."""
    words = bytes // 4
    first = k.add(k.mul(block, words, "i32"), thread, "i32")
    target = k.shared_at(base, k.add(k.mul(thread, 4, "i32"), offset, "i32"))
    with k.loop(0, words // THREADS, 1, type="i32") as loop:
        step = k.mul(loop.index, THREADS, "i32")
        word = k.load(k.global_at(pointer, k.add(first, step, "i32"), "i32"), "i32")
        k.store(word, k.shared_at(target, step, "i32"), "i32", 3)


def _ready(k):
    """What was stored must be visible to the tensor core's own way to shared memory."""
    k.emit("nvvm.fence.proxy {kind = #nvvm.proxy_kind<async.shared>, space = #nvvm.shared_space<cta>}")
    k.emit("nvvm.barrier")
    hopper.fence(k)


def _address(k, base, offset):
    address = k.add(k.value(f"llvm.ptrtoint {base} : {SHARED_POINTER} to i32"), offset, "i32")
    return k.extend(k.arith("andi", k.arith("shrui", address, 4, "i32"), 0x3FFF, "i32"))


def _store(k, sums, struct, count, block, thread):
    hopper.commit(k)
    hopper.wait_products(k, 0)
    first = k.mul(k.add(k.mul(block, THREADS, "i32"), thread, "i32"), count, "i32")
    for i in range(count):
        value = k.value(f"llvm.extractvalue {sums}[{i}] : {struct}")
        k.store(value, k.global_at("%d", k.add(first, i, "i32"), "f32"), "f32")


def build(name, type, a_layout, b_layout):
    """m64 n128, k16 or for tf32 k8. a [blocks, 8 KB], b [blocks, 16 KB], d [blocks, 128, 64] f32; descriptors without
    their addresses; where in its memory each operand starts, in bytes."""
    k = Kernel(name, THREADS, (1, 1), A_BYTES + B_BYTES)
    block, thread = k.value("nvvm.read.ptx.sreg.ctaid.x : i32"), hopper.thread(k)
    base, struct = k.dynamic_shared(), hopper.accumulator(COLUMNS)
    _fill(k, base, 0, "%a", block, thread, A_BYTES)
    _fill(k, base, A_BYTES, "%b", block, thread, B_BYTES)
    a = k.arith("ori", _address(k, base, "%aStart"), "%aDescriptor", "i64")
    b = k.arith("ori", _address(k, base, k.add("%bStart", A_BYTES, "i32")), "%bDescriptor", "i64")
    _ready(k)
    sums = hopper.wgmma(k, type, COLUMNS, a, b, k.value(f"llvm.mlir.zero : {struct}"), a_layout, b_layout)
    _store(k, sums, struct, COLUMNS // 2, block, thread)
    return k, k.llvm_text([("a", POINTER), ("b", POINTER), ("d", POINTER), ("aDescriptor", "i64"),
                           ("bDescriptor", "i64"), ("aStart", "i32"), ("bStart", "i32")])


def build_registers(name):
    """m64 n8 k16 with A in registers, which NVVM has no operation for: a [blocks, 128, 4] words, b [blocks, 1 KB], rows
    of 128 bytes along k, d [blocks, 128, 4] f32."""
    k = Kernel(name, THREADS, (1, 1), 8 * hopper.ROW)
    block, thread = k.value("nvvm.read.ptx.sreg.ctaid.x : i32"), hopper.thread(k)
    base = k.dynamic_shared()
    _fill(k, base, 0, "%b", block, thread, 8 * hopper.ROW)
    first = k.mul(k.add(k.mul(block, THREADS, "i32"), thread, "i32"), 4, "i32")
    a = [k.load(k.global_at("%a", k.add(first, i, "i32"), "i32"), "i32") for i in range(4)]
    b = k.arith("ori", _address(k, base, 0), 1024 >> 4 << 32 | hopper.SWIZZLE_128 | 1 << 16, "i64")
    _ready(k)
    struct, zero = hopper.accumulator(8), k.constant(0.0, "f32")
    sums = k.value('llvm.inline_asm has_side_effects "wgmma.mma_async.sync.aligned.m64n8k16.f32.f16.f16 '
                   '{$0, $1, $2, $3}, {$4, $5, $6, $7}, $8, 1, 1, 1, 0;", "=f,=f,=f,=f,r,r,r,r,l,0,1,2,3" '
                   f'{", ".join(a)}, {b}, {", ".join([zero] * 4)} : (i32, i32, i32, i32, i64, f32, f32, f32, f32) -> '
                   f'{struct}')
    _store(k, sums, struct, 4, block, thread)
    return k, k.llvm_text([("a", POINTER), ("b", POINTER), ("d", POINTER)])
