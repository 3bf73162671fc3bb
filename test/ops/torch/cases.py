"""How PyTorch's numbers get into the files that dlc-check --cases reads.

    case("gelu", "plain", F.gelu, randn(3, 5))

adds entry @plain to gelu.cases: the inputs and what the function gives for them; the C++ test's entry of that
name must give the same. Floats are written to the last bit."""
import math
import os

import numpy
import torch

HERE = os.path.dirname(os.path.abspath(__file__))
ELEMENT = {torch.float64: "f64", torch.float32: "f32", torch.float16: "f16", torch.bfloat16: "bf16",
           torch.int64: "i64", torch.int32: "i32", torch.uint8: "i8", torch.bool: "i1"}
BITS = {torch.float64: (torch.int64, 16), torch.float32: (torch.int32, 8), torch.float16: (torch.int16, 4),
        torch.bfloat16: (torch.int16, 4)}
files = {}

generator = torch.Generator().manual_seed(0)


def rand(*shape, low=0.0, high=1.0, dtype=torch.float64):
    """Uniform numbers of a few digits, so that the files stay small and readable."""
    x = torch.rand(shape, generator=generator, dtype=torch.float64) * (high - low) + low
    return (torch.round(x * 1000) / 1000).to(dtype)


def randn(*shape, dtype=torch.float64):
    return (torch.round(torch.randn(shape, generator=generator, dtype=torch.float64) * 1000) / 1000).to(dtype)


def randint(low, high, *shape, dtype=torch.int64):
    return torch.randint(low, high, shape, generator=generator).to(dtype)


def number(value, tensor):
    """One element as MLIR spells it."""
    if tensor.dtype == torch.bool:
        return "true" if value else "false"
    if not tensor.is_floating_point():
        return str(int(value))
    if math.isnan(value) or math.isinf(value):
        kind, digits = BITS[tensor.dtype]
        bits = torch.tensor(value, dtype=tensor.dtype).view(kind).item()
        return "0x%0*X" % (digits, bits & (16 ** digits - 1))
    text = str(numpy.float32(value)) if tensor.dtype != torch.float64 else repr(float(value))
    mantissa, _, exponent = text.partition("e")
    if "." not in mantissa:
        mantissa += ".0"
    return mantissa + ("e" + exponent if exponent else "")


def dense(tensor):
    tensor = tensor.detach().contiguous()
    shape = "x".join([str(s) for s in tensor.shape] + [ELEMENT[tensor.dtype]])

    def nested(t):
        if t.dim() == 0:
            return number(t.item(), tensor)
        return "[" + ", ".join(nested(row) for row in t) + "]"

    return f"dense<{nested(tensor) if tensor.numel() else ''}> : tensor<{shape}>"


def case(test, entry, function, *inputs, gradient=True, expect=None, tolerance=None, dims=None,
         times=None):
    """`function(*inputs)` is what entry @`entry` of test/ops/`test`.cpp must give. `gradient`: also check the
    derivative at these inputs by finite differences (True, or a tolerance); switch it off at kinks and for results
    that are no floats. `dims`: the extents of the program's dynamic dimensions, by their names' order.
    `times`: calls in a row, the last one's results count; entries with state have no gradient to check."""
    results = expect if expect is not None else function(*[x.clone() for x in inputs])
    results = list(results) if isinstance(results, (tuple, list)) else [results]
    wishes = [f"inputs = [{', '.join(dense(x) for x in inputs)}]",
              f"expect = [{', '.join(dense(y) for y in results)}]"]
    smooth = any(x.is_floating_point() for x in inputs) and any(y.is_floating_point() for y in results)
    if gradient and smooth:
        wishes.append("gradient" if gradient is True else f"gradient = {float(gradient):e} : f64")
    if tolerance is not None:
        wishes.append(f"tolerance = {float(tolerance):e} : f64")
    if dims is not None:
        wishes.append(f"dims = [{', '.join(str(d) for d in dims)}]")
    if times is not None:
        wishes.append(f"times = {times}")
    entries = files.setdefault(test, {})
    if entry in entries:
        raise SystemExit(f"{test}: two cases '{entry}'")
    entries[entry] = "{" + ",\n    ".join(wishes) + "}"


def second_derivative(test, function, *inputs, **wishes):
    """Entry @second: the gradient of the sum of the squares of `function(*inputs)` by every float input. Its own
    gradient holds second derivatives of the function, and derivatives of its derivative where that is linear."""
    def gradient(*xs):
        floats = [x.requires_grad_() for x in xs if x.is_floating_point()]
        return torch.autograd.grad((function(*xs) ** 2).sum(), floats)
    case(test, "second", gradient, *inputs, **wishes)


def write(family):
    for test, entries in files.items():
        with open(os.path.join(HERE, test + ".cases"), "w") as f:
            f.write("{" + ",\n ".join(f"{name} = {wishes}" for name, wishes in entries.items()) + "}\n")
    print(f"{family}: {len(files)} files, {sum(len(e) for e in files.values())} cases")
    files.clear()
