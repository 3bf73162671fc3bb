"""Every kernel that is built: its family, what the host must know to run and check it, and how large it is. `small`
ones also run under the emulator and the sanitizer; `medium` ones are checked on a GPU; `large` ones are checked there
by samples, and timed."""
import attention
import convolution
import elementwise
import gemm_mma
import gemm_wgmma
import layernorm
import probe_copies
import probe_registers
import probe_wgmma
import softmax

AMPERE, HOPPER = "sm_80", "sm_90a"


class Entry:
    def __init__(self, name, family, op, size, arch, built, **parameters):
        self.name, self.family, self.op, self.size, self.arch = name, family, op, size, arch
        (self.kernel, self.text), self.parameters = built, parameters

    def line(self):
        """As the host reads it."""
        k = self.kernel
        fields = {"name": self.name, "family": self.family, "op": self.op, "size": self.size, "arch": self.arch,
                  "threads": k.threads, "gridx": k.grid[0], "gridy": k.grid[1], "shared": k.shared, **self.parameters}
        return " ".join(f"{key}={value}" for key, value in fields.items())


def entries():
    return [*rows(), *products(), *hopper_products(), *others(), *chain(), *probes()]


def sized(small, medium, large):
    return ([("small", x) for x in small] + [("medium", x) for x in medium] + [("large", x) for x in large])


def rows():
    for size, (r, c) in sized([(33, 1032)], [(1000, 4096), (777, 520)], [(8192, 8192)]):
        name = f"bias_relu_{r}x{c}"
        yield Entry(name, "bias_relu", "bias_relu", size, AMPERE, elementwise.build(name, r, c), rows=r, columns=c)
    for size, (r, c) in sized([(3, 4096), (5, 512)], [(1000, 1024), (100, 16384)], [(8192, 4096)]):
        name = f"softmax_{r}x{c}"
        yield Entry(name, "softmax", "softmax", size, AMPERE, softmax.build(name, r, c), rows=r, columns=c)
    for size, (r, c) in sized([(16, 1024), (8, 256)], [(1000, 2048), (333, 4096)], [(16384, 4096)]):
        name = f"layernorm_forward_{r}x{c}"
        yield Entry(name, "layernorm_forward", "layernorm_forward", size, AMPERE,
                    layernorm.build_forward(name, r, c), rows=r, columns=c)
    for size, (r, c, blocks) in sized([(64, 1024, 8), (9, 256, 4)], [(1000, 2048, 132)], [(16384, 4096, 264)]):
        name = f"layernorm_backward_{r}x{c}"
        yield Entry(name, "layernorm_backward", "layernorm_backward", size, AMPERE,
                    layernorm.build_backward(name, r, c, blocks), rows=r, columns=c, blocks=blocks)


def products():
    shapes = sized([(256, 128, 192)], [(512, 384, 1024), (128, 1024, 4096)], [(4096, 4096, 4096)])
    for type in ("f16", "bf16", "tf32"):
        for size, (m, n, k) in shapes:
            yield product(f"gemm_{type}", type, size, m, n, k)
    # Twice as wide: more products for each byte that is staged.
    for size, (m, n, k) in sized([(128, 256, 128)], [], [(4096, 4096, 4096)]):
        yield product("gemm_bf16_wide", "bf16", size, m, n, k, block_n=256, stages=3)


def product(family, type, size, m, n, k, **options):
    name = f"{family}_{m}x{n}x{k}"
    if type == "tf32":
        options = {"warp_n": 32, "stages": 3}
    return Entry(name, family, "gemm", size, AMPERE, gemm_mma.build(name, type, m=m, n=n, k=k, **options),
                 type=type, m=m, n=n, k=k)


def hopper_products():
    shapes = sized([(256, 512, 384), (128, 256, 64)], [(512, 1024, 1024), (1024, 256, 4096)],
                   [(4096, 4096, 4096), (8192, 8192, 8192)])
    for type in ("f16", "bf16"):
        for size, (m, n, k) in shapes:
            yield hopper_product(f"wgmma_{type}", type, size, m, n, k)
    # With less that can go wrong: which of these is right says what is false in the others.
    variants = (("wgmma_waiting", {"in_flight": 0}), ("wgmma_two_stages", {"stages": 2}),
                ("wgmma_fixed_registers", {"move_registers": False, "block_n": 128}),
                ("wgmma_one_consumer", {"block_m": 64}))
    for family, options in variants:
        for size, (m, n, k) in sized([(256, 256, 384)], [], [(4096, 4096, 4096)]):
            yield hopper_product(family, "bf16", size, m, n, k, **options)


def hopper_product(family, type, size, m, n, k, **options):
    name = f"{family}_{m}x{n}x{k}"
    return Entry(name, family, "gemm_tma", size, HOPPER, gemm_wgmma.build(name, type, m, n, k, **options),
                 type=type, m=m, n=n, k=k, blockm=options.get("block_m", 128))


def others():
    for width, large in ((64, (64, 4096)), (128, (32, 4096))):
        for size, (heads, length) in sized([(2, 256)], [(3, 1024)], [large]):
            name = f"attention_{heads}x{length}x{width}"
            yield Entry(name, f"attention_d{width}", "attention", size, AMPERE,
                        attention.build(name, heads, length, width), heads=heads, length=length, width=width)
    for size, (n, h, w, c, out) in sized([(2, 16, 16, 64, 64)], [(8, 28, 28, 128, 128), (2, 8, 24, 32, 64)],
                                         [(32, 56, 56, 64, 64), (32, 28, 28, 128, 128)]):
        name = f"convolution_{n}x{h}x{w}x{c}x{out}"
        yield Entry(name, "convolution", "convolution", size, AMPERE, convolution.build(name, n, h, w, c, out),
                    n=n, h=h, w=w, c=c, out=out)


def chain():
    """Three kernels after each other, as a captured graph: small, so that launching is what takes the time."""
    r, c = 128, 512
    yield Entry("chain_norm", "chain", "layernorm_forward", "chain", AMPERE,
                layernorm.build_forward("chain_norm", r, c), rows=r, columns=c)
    yield Entry("chain_gemm", "chain", "gemm", "chain", AMPERE,
                gemm_mma.build("chain_gemm", "bf16", m=r, n=c, k=c), type="bf16", m=r, n=c, k=c)
    yield Entry("chain_relu", "chain", "bias_relu", "chain", AMPERE, elementwise.build("chain_relu", r, c),
                rows=r, columns=c)


def probes():
    def probe(name, arch, built, **parameters):
        return Entry(name, name, "probe", "probe", arch, built, **parameters)

    for type in ("f16", "bf16", "tf32"):
        yield probe(f"probe_mma_{type}", AMPERE, probe_registers.build_mma(f"probe_mma_{type}", type))
    for name, transpose in (("probe_ldmatrix", False), ("probe_ldmatrix_transposed", True)):
        yield probe(name, AMPERE, probe_registers.build_ldmatrix(name, transpose))
    for name, transpose in (("probe_stmatrix", False), ("probe_stmatrix_transposed", True)):
        yield probe(name, HOPPER, probe_registers.build_stmatrix(name, transpose))
    yield probe("probe_round_tf32", AMPERE, probe_registers.build_round_tf32("probe_round_tf32"))
    yield probe("probe_copy_groups", AMPERE, probe_copies.build_groups("probe_copy_groups"))
    yield probe("probe_copy_fill", AMPERE, probe_copies.build_fill("probe_copy_fill"))
    yield probe("probe_mbarrier", HOPPER, probe_copies.build_mbarrier("probe_mbarrier"))
    yield probe("probe_tma", HOPPER, probe_copies.build_tma("probe_tma"))
    yield probe("probe_tma_store", HOPPER, probe_copies.build_tma_store("probe_tma_store"))
    for a in ("row", "col"):
        for b in ("col", "row"):
            name = f"probe_wgmma_{a}_{b}"
            yield probe(name, HOPPER, probe_wgmma.build(name, "f16", a, b))
    yield probe("probe_wgmma_tf32", HOPPER, probe_wgmma.build("probe_wgmma_tf32", "tf32", "row", "col"))
    yield probe("probe_wgmma_registers", HOPPER, probe_wgmma.build_registers("probe_wgmma_registers"))
