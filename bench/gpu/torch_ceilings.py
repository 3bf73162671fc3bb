"""torch_ceilings.py: what PyTorch and the vendor's libraries reach on this GPU: the bandwidth of a copy and a large
bf16 product, as ceilings, and the same work as each timed kernel's. Random normal numbers, operands that take turns so
that they are not in the cache, the median of launches timed by events."""
import argparse
import json
import sys
import time

try:
    import torch
    import torch.nn.functional as F
except ImportError as e:
    torch, missing = None, str(e)

CACHE = 64 << 20  # more than any L2
SECONDS = 0.3


class Clock:
    def __init__(self, device, brief):
        self.device, self.seconds = device, 0.01 if brief else SECONDS

    def once(self, work, i):
        if self.device == "cpu":
            start = time.perf_counter()
            work(i)
            return time.perf_counter() - start
        first, last = (torch.cuda.Event(enable_timing=True) for _ in range(2))
        first.record()
        work(i)
        last.record()
        return first, last

    def median(self, work):
        start, i = time.perf_counter(), 0
        while i < 3 or time.perf_counter() - start < self.seconds / 2:  # libraries choose, clocks rise
            estimate, i = self.once(work, i), i + 1
            if self.device != "cpu":
                torch.cuda.synchronize()
        if self.device != "cpu":
            estimate = estimate[0].elapsed_time(estimate[1]) / 1e3
        count = max(5, min(200, int(self.seconds / max(estimate, 1e-6))))
        times = [self.once(work, i) for i in range(count)]
        if self.device != "cpu":
            torch.cuda.synchronize()
            times = [first.elapsed_time(last) / 1e3 for first, last in times]
        return sorted(times)[count // 2]


def normal(device, type, *shape):
    return torch.randn(*shape, device=device, dtype=torch.float32).to(type)


def turns(bytes, make):
    """As many sets of operands as do not fit into the cache."""
    return [make() for _ in range(max(2, min(8, 3 * CACHE // bytes + 1)))]


def works(device, small):
    """name, bytes, products * 2, a function that makes operands, a function of them."""
    bf16, f16, f32 = torch.bfloat16, torch.float16, torch.float32

    def scaled(n):
        return 64 if small else n

    def gemm(name, type, n):
        return (name, 3 * n * n * (4 if type is f32 else 2), 2 * n**3,
                lambda: (normal(device, type, n, n), normal(device, type, n, n), torch.empty(n, n, device=device,
                                                                                            dtype=type)),
                lambda a, b, c: torch.matmul(a, b, out=c))

    copied = (1 << 16) if small else (1 << 28)
    yield ("copy", 8 * copied, 0, lambda: (normal(device, f32, copied), torch.empty(copied, device=device)),
           lambda x, y: y.copy_(x))
    yield gemm("product_bf16_8192", bf16, scaled(8192))
    n = scaled(4096)
    for type, name in ((f16, "f16"), (bf16, "bf16"), (f32, "tf32")):
        yield gemm(f"gemm_{name}", type, n)
    r, c = scaled(8192), scaled(8192)
    yield ("bias_relu", 4 * r * c, 0, lambda: (normal(device, bf16, r, c), normal(device, bf16, c)),
           lambda x, b: torch.relu(x + b))
    r, c = scaled(8192), scaled(4096)
    yield ("softmax", 8 * r * c, 0, lambda: (normal(device, f32, r, c),), lambda x: F.softmax(x, dim=-1))
    r, c = scaled(16384), scaled(4096)
    yield ("layernorm_forward", 4 * r * c, 0,
           lambda: (normal(device, bf16, r, c), normal(device, bf16, c), normal(device, bf16, c)),
           lambda x, g, b: F.layer_norm(x, (c,), g, b))
    yield ("layernorm_backward", 6 * r * c, 0, lambda: layer_norm_saved(device, r, c),
           lambda dy, x, mean, rstd, g, b: torch.ops.aten.native_layer_norm_backward(
               dy, x, [c], mean, rstd, g, b, [True, True, True]))
    for width, heads in ((64, 64), (128, 32)):
        s, h = scaled(4096), 2 if small else heads
        yield (f"attention_d{width}", 8 * h * s * width, 4 * h * s * s * width,
               lambda: tuple(normal(device, f16, 1, h, s, width) for _ in range(3)),
               lambda q, k, v: F.scaled_dot_product_attention(q, k, v))
    for n, side, channels in ((32, 56, 64), (32, 28, 128)):
        n = 1 if small else n
        yield (f"convolution_{channels}", 4 * n * side * side * channels, 18 * n * side * side * channels**2,
               lambda: (normal(device, f16, n, channels, side, side).contiguous(memory_format=torch.channels_last),
                        normal(device, f16, channels, channels, 3, 3).contiguous(memory_format=torch.channels_last)),
               lambda x, w: F.conv2d(x, w, padding=1))


def layer_norm_saved(device, r, c):
    bf16 = torch.bfloat16
    x, g, b = normal(device, bf16, r, c), normal(device, bf16, c), normal(device, bf16, c)
    _, mean, rstd = torch.ops.aten.native_layer_norm(x, [c], g, b, 1e-5)
    return normal(device, bf16, r, c), x, mean, rstd, g, b


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", required=True)
    parser.add_argument("--brief", action="store_true", help="tiny operands, few repetitions")
    a = parser.parse_args()

    def report(**record):
        with open(a.json, "a") as f:
            f.write(json.dumps({"part": "torch", **record}) + "\n")

    if not torch:
        report(name="all", failed=f"no PyTorch: {missing}")
        print(f"no PyTorch: {missing}")
        return 0
    device = "cuda" if torch.cuda.is_available() else "cpu"
    if device == "cpu" and not a.brief:
        report(name="all", failed="PyTorch sees no GPU")
        print("PyTorch sees no GPU")
        return 0
    torch.backends.cuda.matmul.allow_tf32 = True
    torch.backends.cudnn.allow_tf32 = True
    torch.backends.cudnn.benchmark = True
    print(f"PyTorch {torch.__version__}, {torch.cuda.get_device_name() if device == 'cuda' else device}")
    clock = Clock(device, a.brief)
    with torch.no_grad():
        for name, bytes, flops, make, work in works(device, a.brief):
            try:
                operands = turns(bytes, make) if device == "cuda" else [make()]
                seconds = clock.median(lambda i: work(*operands[i % len(operands)]))
                operands = None  # the next ones need the memory
            except (RuntimeError, AttributeError) as e:
                report(name=name, failed=str(e).splitlines()[0])
                print(f"{name:24} did not run: {str(e).splitlines()[0]}")
                continue
            report(name=name, seconds=seconds, gigabytes_per_second=bytes / seconds / 1e9,
                   teraflops=flops / seconds / 1e12, torch=torch.__version__, device=device)
            print(f"{name:24} {seconds * 1e6:10.2f} us {bytes / seconds / 1e9:9.1f} GB/s "
                  f"{flops / seconds / 1e12:7.1f} TFLOP/s", flush=True)
    return 0


sys.exit(main())
