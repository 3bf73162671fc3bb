"""Kernels that each test one assumption about asynchronous copies and their barriers (host/probes_copies.cpp)."""
from builder import POINTER, SHARED_POINTER, TENSOR_MAP, Kernel
import hopper

POISON = -1


def _copy16(k, shared, source, size=None):
    sized, listed, types = ("", f"{shared}, {source}", f"{SHARED_POINTER}, {POINTER}")
    if size:
        sized, listed, types = (".s", f"{listed}, {size}", f"{types}, i32")
    k.emit(f'llvm.call_intrinsic "llvm.nvvm.cp.async.cg.shared.global.16{sized}"({listed}) : ({types}) -> ()')


def _commit(k):
    k.emit("nvvm.cp.async.commit.group")


def _wait(k, groups):
    k.emit(f"nvvm.cp.async.wait.group {groups}")


def _move(k, source, destination, words):
    """From shared to global memory."""
    for i in range(words):
        word = k.load(k.shared_at(source, 4 * i), "i32", 3)
        k.store(word, k.global_at(destination, i, "i32"), "i32")


def build_groups(name):
    """Five copies a thread. Four are groups of their own: wait_group 2, then the first two are read, then wait_group 0
    and the others. The fifth is followed by two empty groups and wait_group 2. in, out [blocks, 5, 64, 4] words."""
    threads, copies = 64, 5
    k = Kernel(name, threads, (1, 1), copies * threads * 16)
    block, thread = k.value("nvvm.read.ptx.sreg.ctaid.x : i32"), hopper.thread(k)
    base = k.dynamic_shared()

    def place(copy):
        return k.add(k.mul(thread, 4, "i32"), copy * threads * 4, "i32")

    def outside(pointer, copy):
        return k.global_at(pointer, k.add(k.mul(block, copies * threads * 4, "i32"), place(copy), "i32"), "i32")

    inside = [k.shared_at(base, k.mul(place(copy), 4, "i32")) for copy in range(copies)]
    for pointer in inside:
        for i in range(4):
            k.store(k.constant(POISON, "i32"), k.shared_at(pointer, 4 * i), "i32", 3)
    k.emit("nvvm.barrier")
    for copy in range(4):
        _copy16(k, inside[copy], outside("%in", copy))
        _commit(k)
    for groups, read in ((2, (0, 1)), (0, (2, 3))):
        _wait(k, groups)
        for copy in read:
            _move(k, inside[copy], outside("%out", copy), 4)
    _copy16(k, inside[4], outside("%in", 4))
    for _ in range(3):
        _commit(k)
    _wait(k, 2)
    _move(k, inside[4], outside("%out", 4), 4)
    return k, k.llvm_text([("in", POINTER), ("out", POINTER)])


def build_fill(name):
    """Copies of 16 bytes of which the source has size % 17 bytes, the thread's number being the size: the rest are
    zeros. in, out [32, 4] words."""
    k = Kernel(name, 32, (1, 1), 512)
    thread = hopper.thread(k)
    offset = k.mul(thread, 4, "i32")
    inside = k.shared_at(k.dynamic_shared(), k.mul(offset, 4, "i32"))
    for i in range(4):
        k.store(k.constant(POISON, "i32"), k.shared_at(inside, 4 * i), "i32", 3)
    k.emit("nvvm.barrier")
    _copy16(k, inside, k.global_at("%in", offset, "i32"), k.rem(thread, 17, "i32"))
    _commit(k)
    _wait(k, 0)
    _move(k, inside, k.global_at("%out", offset, "i32"), 4)
    return k, k.llvm_text([("in", POINTER), ("out", POINTER)])


def build_mbarrier(name):
    """What test_wait says of a barrier's two parities around its phases, one word an answer. out [12] words."""
    k = Kernel(name, 32, (1, 1))
    first = k.compare("eq", hopper.thread(k), 0, "i32")
    barriers = k.barriers(3)
    single, double, bytes = (k.shared_at(barriers, i, "i64") for i in range(3))
    hopper.init_barriers(k, first, [(single, 1), (double, 2), (bytes, 1)])
    answers = 0

    def ask(barrier, parity):
        nonlocal answers
        # Clobbers memory: an answer must not move across an arrival.
        done = k.value('llvm.inline_asm has_side_effects "{\\0A.reg .pred p;\\0A'
                       'mbarrier.test_wait.parity.shared.b64 p, [$1], $2;\\0Aselp.b32 $0, 1, 0, p;\\0A}", '
                       f'"=r,r,r,~{{memory}}" {barrier}, {k.constant(parity, "i32")} : ({SHARED_POINTER}, i32) -> i32')
        k.store(done, k.global_at("%out", answers, "i32"), "i32")
        answers += 1

    with k.when(first):
        ask(single, 1)
        ask(single, 0)
        hopper.arrive(k, single)
        ask(single, 0)
        ask(single, 1)
        hopper.arrive(k, single)
        ask(single, 1)
        ask(single, 0)
        hopper.arrive(k, double)
        ask(double, 0)
        hopper.arrive(k, double)
        ask(double, 0)
        hopper.expect(k, bytes, 64)
        ask(bytes, 0)
        k.emit(f"nvvm.mbarrier.complete_tx {bytes}, {k.constant(48, 'i32')} : {SHARED_POINTER}, i32")
        ask(bytes, 0)
        k.emit(f"nvvm.mbarrier.complete_tx {bytes}, {k.constant(16, 'i32')} : {SHARED_POINTER}, i32")
        ask(bytes, 0)
        ask(bytes, 1)
    return k, k.llvm_text([("out", POINTER)])


def build_tma(name, columns=64, rows=16):
    """One box of 16-bit elements, as it lies in shared memory: out [rows * columns / 2] words. x and y are the box's
    place in the tensor; the map says how it is swizzled."""
    words, threads = rows * columns // 2, 128
    k = Kernel(name, threads, (1, 1), words * 4)
    thread = hopper.thread(k)
    first = k.compare("eq", thread, 0, "i32")
    base, barrier = k.dynamic_shared(), k.barriers(1)
    mine = [k.add(thread, i * threads, "i32") for i in range(words // threads)]
    for word in mine:
        k.store(k.constant(POISON, "i32"), k.shared_at(base, word, "i32"), "i32", 3)
    # The copy engine must not overtake these stores.
    k.emit("nvvm.fence.proxy {kind = #nvvm.proxy_kind<async.shared>, space = #nvvm.shared_space<cta>}")
    hopper.init_barriers(k, first, [(barrier, 1)])
    with k.when(first):
        hopper.expect(k, barrier, words * 4)
        hopper.copy_box(k, "%map", base, barrier, "%x", "%y")
    hopper.wait(k, barrier, 0)
    k.emit("nvvm.barrier")
    for word in mine:
        k.store(k.load(k.shared_at(base, word, "i32"), "i32", 3), k.global_at("%out", word, "i32"), "i32")
    return k, k.llvm_text([("map", TENSOR_MAP), ("x", "i32"), ("y", "i32"), ("out", POINTER)])


def build_tma_store(name, columns=64, rows=16):
    """The other way: one box from shared memory, whose bytes are `in`, into a tensor at x and y."""
    words, threads = rows * columns // 2, 128
    k = Kernel(name, threads, (1, 1), words * 4)
    thread = hopper.thread(k)
    base = k.dynamic_shared()
    for i in range(words // threads):
        word = k.add(thread, i * threads, "i32")
        k.store(k.load(k.global_at("%in", word, "i32"), "i32"), k.shared_at(base, word, "i32"), "i32", 3)
    k.emit("nvvm.fence.proxy {kind = #nvvm.proxy_kind<async.shared>, space = #nvvm.shared_space<cta>}")
    k.emit("nvvm.barrier")
    with k.when(k.compare("eq", thread, 0, "i32")):
        k.emit(f"nvvm.cp.async.bulk.tensor.global.shared.cta %map, {base}, box[%x, %y] : !llvm.ptr, {SHARED_POINTER}")
        k.emit("nvvm.cp.async.bulk.commit.group")
        k.emit("nvvm.cp.async.bulk.wait_group 0")
    return k, k.llvm_text([("map", TENSOR_MAP), ("x", "i32"), ("y", "i32"), ("in", POINTER)])
