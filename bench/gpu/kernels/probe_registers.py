"""Kernels that each test one assumption about tensor-core registers: the host gives every register of every lane, block
by block, and reads every register back (host/probes_*.cpp says what is expected of them)."""
from builder import POINTER, SHARED_POINTER, Kernel
import tiles

QUAD = "!llvm.struct<(i32, i32, i32, i32)>"


def _block_and_lane(k):
    block = k.value("nvvm.read.ptx.sreg.ctaid.x : i32")
    lane = k.value("nvvm.read.ptx.sreg.tid.x : i32")
    return block, lane, k.add(k.mul(block, 32, "i32"), lane, "i32")


def _load_registers(k, pointer, thread, count, type):
    first = k.mul(thread, count, "i32")
    return [k.load(k.global_at(pointer, k.add(first, i, "i32"), type), type) for i in range(count)]


def _store_registers(k, pointer, thread, values, type):
    first = k.mul(thread, len(values), "i32")
    for i, value in enumerate(values):
        k.store(value, k.global_at(pointer, k.add(first, i, "i32"), type), type)


def build_mma(name, type):
    """D = A B + C of m16n8k16 (tf32: k8), a block an experiment: a, b [blocks, 32, 4 and 2] words, c, d [.., 4] f32."""
    k = Kernel(name, 32, (1, 1))
    _, _, thread = _block_and_lane(k)
    a, b = _load_registers(k, "%a", thread, 4, "i32"), _load_registers(k, "%b", thread, 2, "i32")
    c = _load_registers(k, "%c", thread, 4, "f32")
    if type == "f16":
        a, b = ([k.value(f"llvm.bitcast {x} : i32 to vector<2xf16>") for x in words] for words in (a, b))
        struct = "!llvm.struct<(f32, f32, f32, f32)>"
        both = k.value(f"nvvm.mma.sync A[{', '.join(a)}] B[{', '.join(b)}] C[{', '.join(c)}] {{layoutA = "
                       "#nvvm.mma_layout<row>, layoutB = #nvvm.mma_layout<col>, shape = #nvvm.shape<m = 16, n = 8, "
                       f"k = 16>}} : (vector<2xf16>, vector<2xf16>, f32) -> {struct}")
        d = [k.value(f"llvm.extractvalue {both}[{i}] : {struct}") for i in range(4)]
    else:
        d = tiles.mma_registers(k, type, a, b, c)
    _store_registers(k, "%d", thread, d, "f32")
    return k, k.llvm_text([(x, POINTER) for x in "abcd"])


def build_ldmatrix(name, transpose):
    """Four 8x8 tiles of 16 bits, in memory one after the other: in [128] words, out [32, 4] words."""
    k = Kernel(name, 32, (1, 1), 512)
    _, lane, _ = _block_and_lane(k)
    row = k.shared_at(k.dynamic_shared(), k.mul(lane, 16, "i32"))
    for i, word in enumerate(_load_registers(k, "%in", lane, 4, "i32")):
        k.store(word, k.shared_at(row, 4 * i), "i32", 3)
    k.emit("nvvm.barrier")
    layout = "col" if transpose else "row"
    both = k.value(f"nvvm.ldmatrix {row} {{num = 4 : i32, layout = #nvvm.mma_layout<{layout}>, shape = "
                   "#nvvm.ld_st_matrix_shape<m = 8, n = 8>, eltType = #nvvm.ld_st_matrix_elt_type<b16>} : "
                   f"({SHARED_POINTER}) -> {QUAD}")
    _store_registers(k, "%out", lane, [k.value(f"llvm.extractvalue {both}[{i}] : {QUAD}") for i in range(4)], "i32")
    return k, k.llvm_text([("in", POINTER), ("out", POINTER)])


def build_round_tf32(name):
    """cvt.rna.tf32.f32 of one number a thread: in, out [blocks, 32] words."""
    k = Kernel(name, 32, (1, 1))
    _, _, thread = _block_and_lane(k)
    x = k.load(k.global_at("%in", thread, "f32"), "f32")
    rounded = k.value(f"nvvm.convert.float.to.tf32 {x} {{rnd = #nvvm.fp_rnd_mode<rna>}}")
    k.store(rounded, k.global_at("%out", thread, "i32"), "i32")
    return k, k.llvm_text([("in", POINTER), ("out", POINTER)])


def build_stmatrix(name, transpose):
    """The other way of ldmatrix: in [32, 4] words, a register each, out [128] words, four 8x8 tiles."""
    k = Kernel(name, 32, (1, 1), 512)
    _, lane, _ = _block_and_lane(k)
    row = k.shared_at(k.dynamic_shared(), k.mul(lane, 16, "i32"))
    registers = _load_registers(k, "%in", lane, 4, "i32")
    layout = "col" if transpose else "row"
    k.emit(f"nvvm.stmatrix {row}, {', '.join(registers)} {{layout = #nvvm.mma_layout<{layout}>, shape = "
           "#nvvm.ld_st_matrix_shape<m = 8, n = 8>, eltType = #nvvm.ld_st_matrix_elt_type<b16>} : "
           f"{SHARED_POINTER}, i32, i32, i32, i32")
    k.emit("nvvm.barrier")
    words = [k.load(k.shared_at(row, 4 * i), "i32", 3) for i in range(4)]
    _store_registers(k, "%out", lane, words, "i32")
    return k, k.llvm_text([("in", POINTER), ("out", POINTER)])
