"""Sums, products, quotients, powers; bounds and mixtures."""
import math
import operator

import torch

from cases import case, rand, randint, randn, second_derivative
from functions import derivative, halves

INF, NAN = math.inf, math.nan
F32 = torch.float32


def doubles(*numbers):
    return torch.tensor(numbers, dtype=torch.float64)


def derivatives(f):
    """As derivative, by both arguments."""
    def second(x, y):
        x, y = x.requires_grad_(), y.requires_grad_()
        z = f(x, y)
        return torch.autograd.grad((z * z).sum(), (x, y))
    return second


def binary(test, f, low=-3, high=3, smooth=True, second=True, edges=True):
    """Broadcast both ways, of both precisions, of mixed dtypes."""
    def x(*shape, dtype=torch.float64):
        return rand(*shape, low=low, high=high, dtype=dtype)
    case(test, "doubles", f, x(3, 7), x(3, 7), gradient=smooth)
    case(test, "singles", f, x(33, dtype=F32), x(33, dtype=F32), gradient=False)
    case(test, "broadcast", f, x(3, 1, 4), x(2, 1), gradient=smooth)
    case(test, "live", f, x(3, 4), x(4), dims=[3], gradient=smooth)
    case(test, "permuted", lambda a, b: f(a.permute(2, 0, 1), b), x(2, 3, 4), x(4, 1, 3), gradient=smooth)
    case(test, "scalars", f, x(), x(), gradient=smooth)
    case(test, "nothing", f, x(0, 3), x(3), gradient=False)
    case(test, "mixed", f, x(4, dtype=F32), x(), gradient=False)
    halves(test, f, x(7), x(7))
    if edges:
        pairs = [(a, b) for a in (0.0, 1.5, -2.5, INF, -INF, NAN) for b in (0.0, -0.0, 2.0, -3.0, INF, -INF, NAN)]
        case(test, "edges", f, doubles(*[a for a, _ in pairs]), doubles(*[b for _, b in pairs]), gradient=False)
        case(test, "single_edges", f, doubles(*[a for a, _ in pairs]).float(), doubles(*[b for _, b in pairs]).float(),
             gradient=False)
    if smooth and second:
        case(test, "second", derivatives(f), x(5), x(5))


def bytes_(test, f):
    """u8 wraps at 256."""
    a = torch.tensor([7, 200, 255, 0, 3], dtype=torch.uint8)
    case(test, "u8", f, a, torch.tensor([2, 100, 255, 5, 7], dtype=torch.uint8))


def ints(test, f, dtype=torch.int64, name="ints"):
    a = torch.tensor([7, -7, 7, -7, 6, -6, 0, 1, 2 ** 31 - 1, -2 ** 31], dtype=dtype)
    b = torch.tensor([2, 2, -2, -2, 3, -3, 5, -1, 3, 7], dtype=dtype)
    case(test, name, f, a, b)


def seconds():
    second_derivative("fmod", torch.fmod, 5 * rand(3, low=0.1, high=0.9) + 2, rand(3, low=3.2, high=3.9))
    second_derivative("remainder", torch.remainder, 5 * rand(3, low=0.1, high=0.9) + 2, rand(3, low=3.2, high=3.9))
    second_derivative("float_power", torch.float_power, rand(3, low=0.5, high=3), randn(3))
    second_derivative("neg", lambda x: -x, randn(3))
    second_derivative("abs", lambda x: x.abs(), doubles(-1.5, 0.25, 2))
    second_derivative("maximum", torch.maximum, randn(2, 3), randn(3))
    second_derivative("minimum", torch.minimum, randn(2, 3), randn(3))
    second_derivative("fmax", torch.fmax, randn(2, 3), randn(3))
    second_derivative("fmin", torch.fmin, randn(2, 3), randn(3))
    second_derivative("clamp", lambda x: x.clamp(-1, 1), doubles(-2, -0.5, 0.25, 0.75, 1.5))
    second_derivative("clamp_min", lambda x: x.clamp_min(0.5), doubles(-2, 0.25, 1.5))
    second_derivative("clamp_max", lambda x: x.clamp_max(0.5), doubles(-2, 0.25, 1.5))
    second_derivative("lerp", torch.lerp, randn(3), randn(3), rand(3))
    second_derivative("addcmul", torch.addcmul, randn(3), randn(3), rand(3, low=0.5, high=2))
    second_derivative("addcdiv", torch.addcdiv, randn(3), randn(3), rand(3, low=0.5, high=2))


def make():
    binary("add", torch.add)
    ints("add", torch.add)
    bytes_("add", torch.add)
    case("add", "alpha", lambda x, y: torch.add(x, y, alpha=2.5), randn(5), randn(5))
    case("add", "number", lambda x: 3 + x + 0.5, randn(5))
    case("add", "int_and_real", lambda x: x + 0.5, randint(-5, 6, 5))
    case("add", "bools", torch.add, torch.tensor([True, True, False]), torch.tensor([True, False, False]))
    binary("sub", torch.sub)
    ints("sub", torch.sub)
    bytes_("sub", torch.sub)
    case("sub", "alpha", lambda x, y: torch.sub(x, y, alpha=3), randint(-5, 6, 5), randint(-5, 6, 5))
    binary("mul", torch.mul)
    ints("mul", torch.mul)
    bytes_("mul", torch.mul)
    case("mul", "bools", torch.mul, torch.tensor([True, True, False]), torch.tensor([True, False, False]))
    binary("div", torch.div, 0.5, 3)
    ints("div", torch.div)
    case("div", "bools", torch.div, torch.tensor([True, False]), torch.tensor([True, True]))
    for mode in ("trunc", "floor"):
        f = lambda x, y, mode=mode: torch.div(x, y, rounding_mode=mode)
        case("div", mode, f, 5 * randn(3, 7), randn(7), gradient=False)
        case("div", mode + "_singles", f, 5 * randn(33, dtype=F32), randn(33, dtype=F32), gradient=False)
        ints("div", f, name=mode + "_ints")
        ints("div", f, torch.int32, name=mode + "_i32")
    pairs = [(a, b) for a in (0.0, 1.5, -2.5, INF, -INF, NAN) for b in (0.0, -0.0, 2.0, -3.0, INF, -INF, NAN)]
    case("div", "floor_edges", lambda x, y: torch.div(x, y, rounding_mode="floor"), doubles(*[a for a, _ in pairs]),
         doubles(*[b for _, b in pairs]), gradient=False)
    # PyTorch raises; here the result is defined, and nothing traps.
    bad = torch.tensor([5, -5, 0, -2 ** 63, -2 ** 63]), torch.tensor([0, 0, 0, -1, 0])
    case("div", "by_zero", None, *bad, expect=torch.tensor([0, 0, 0, -2 ** 63, 0]))
    case("floor_divide", "by_zero", None, *bad, expect=torch.tensor([0, -1, 0, -2 ** 63, -1]))
    case("fmod", "by_zero", None, *bad, expect=torch.tensor([5, -5, 0, 0, -2 ** 63]))
    case("remainder", "by_zero", None, *bad, expect=torch.tensor([5, -5, 0, 0, -2 ** 63]))
    ints("floor_divide", torch.floor_divide)
    bytes_("floor_divide", torch.floor_divide)
    case("floor_divide", "doubles", torch.floor_divide, 5 * randn(3, 7), randn(7), gradient=False)
    case("floor_divide", "flat", lambda x, y: torch.zeros_like(x), randn(5), randn(5), gradient=False)
    for name in ("fmod", "remainder"):
        f = getattr(torch, name)
        binary(name, f, smooth=False)
        case(name, "smooth", f, 5 * rand(6, low=0.1, high=0.9) + 2, rand(6, low=3.2, high=3.9))
        case(name, "negative", f, -5 * rand(6, low=0.1, high=0.3) - 2, rand(6, low=3.8, high=3.9))
        ints(name, f)
        ints(name, f, torch.int32, name="i32")
        bytes_(name, f)
        case(name, "number", lambda x: f(x, -3), randint(-9, 10, 12))
    binary("pow", torch.pow, 0.5, 3)
    for i, e in enumerate((0, 1, 2, 3, 4, 0.5, -0.5, -1, -2, 2.5)):
        case("pow", f"power{i}", lambda x: torch.pow(x, e), rand(5, low=0.5, high=3))
    case("pow", "cubes", lambda x: x ** 3, randn(5))
    case("pow", "of_zero", lambda x: x ** 2, doubles(0.0, -1.0))
    bytes_("pow", torch.pow)
    case("pow", "base", lambda x: torch.pow(2, x), randn(5))
    case("pow", "int_power7", lambda x: x ** 7, randint(-5, 6, 9))
    case("pow", "int_power0", lambda x: x ** 0, randint(-5, 6, 9))
    case("pow", "int_power1", lambda x: x ** 1, randint(-5, 6, 9))
    case("pow", "int_half", lambda x: x ** 0.5, randint(0, 9, 9))
    case("pow", "int_wraps", lambda x: x ** 41, torch.tensor([3, -3, 2, 10, 1, -1, 0]))
    case("pow", "int_tensors", torch.pow, torch.tensor([2, -2, 3, 0, 0, 1, -1, -1, 2, -3, 7, 2, 2, -1, 1, -1]),
         torch.tensor([5, 5, 4, 0, 3, -2, -3, -4, -1, -3, 0, 62, 63, 64, 100, 101]))
    case("pow", "int_base", lambda x: torch.pow(3, x), randint(0, 9, 9))
    case("pow", "i32", torch.pow, torch.tensor([2, -3, 5], dtype=torch.int32), torch.tensor([3, 3, 2], dtype=torch.int32))
    case("pow", "int_to_reals", torch.pow, randint(1, 6, 5), randn(5, dtype=F32), gradient=False)
    case("pow", "zeros_by_base", derivative(lambda x: x ** doubles(0, 1, 2, 0)), doubles(0, 0, 0, 2), gradient=False)
    case("float_power", "ints", torch.float_power, randint(1, 6, 5), torch.tensor(2))
    case("float_power", "singles", torch.float_power, rand(5, low=0.5, high=3, dtype=F32), randn(5, dtype=F32), gradient=False)
    case("float_power", "base", lambda x: torch.float_power(2, x), randint(-3, 6, 5))
    rows, row = torch.tensor([[0.5, 1.5, 2], [3, 0.25, 1]], dtype=torch.float64), torch.tensor([-1.5, 2, 0.5], dtype=torch.float64)
    case("float_power", "rows", torch.float_power, rows, row)
    case("float_power", "live", torch.float_power, rows, row, dims=[2])
    case("float_power", "turned", lambda x: torch.float_power(x.t(), 3), rows)
    case("float_power", "nothing", torch.float_power, rows[:0], row)
    for name in ("neg", "abs", "sign"):
        f = getattr(torch, name)
        case(name, "doubles", f, rand(3, 7, low=0.1, high=3) * torch.sign(randn(3, 7)))
        case(name, "singles", f, randn(33, dtype=F32), gradient=False)
        case(name, "edges", f, doubles(0.0, -0.0, INF, -INF, NAN), gradient=False)
        case(name, "live", f, randn(3, 2), dims=[3])
        case(name, "scalar", f, randn())
        case(name, "nothing", f, randn(0, 3))
        case(name, "ints", f, randint(-5, 6, 7))
        case(name, "i32", f, randint(-5, 6, 7, dtype=torch.int32))
        if name == "sign":
            case(name, "bools", f, torch.tensor([True, False]))
    case("abs", "at_zero", lambda x: torch.zeros_like(x), doubles(0.0), gradient=False)
    for name in ("maximum", "minimum", "fmax", "fmin"):
        f = getattr(torch, name)
        binary(name, f, second=False)
        ints(name, f)
        case(name, "bools", f, torch.tensor([True, True, False]), torch.tensor([True, False, False]))
        tie = doubles(1.0, 2.0), doubles(1.0, 3.0)
        if name.startswith("m"):
            case(name, "tie", lambda x, y: torch.autograd.grad(f(x.requires_grad_(), y).sum(), x), *tie, gradient=False)
    clamp()
    mixtures()
    seconds()


def clamp():
    x = doubles(-2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0, NAN, INF, -INF)
    case("clamp", "doubles", lambda x: torch.clamp(x, -1, 1), 2 * randn(3, 7))
    case("clamp", "singles", lambda x: torch.clamp(x, -1, 1), 2 * randn(33, dtype=F32), gradient=False)
    case("clamp", "edges", lambda x: torch.clamp(x, -1, 1), x, gradient=False)
    case("clamp", "crossed", lambda x: torch.clamp(x, 1, -1), x, gradient=False)
    case("clamp", "bounds", lambda x: torch.autograd.grad(torch.clamp(x.requires_grad_(), -1, 1).sum(), x), x[:7],
         gradient=False)
    case("clamp", "tensors", lambda x, a, b: torch.clamp(x, a, b), 2 * randn(3, 7), -rand(7), rand(3, 1) + 1)
    case("clamp", "live", lambda x: torch.clamp(x, -1, 1), randn(3, 2), dims=[3])
    case("clamp", "ints", lambda x: torch.clamp(x, -2, 3), randint(-5, 6, 7))
    case("clamp", "int_and_real", lambda x: torch.clamp(x, -1.5, 2), randint(-5, 6, 7))
    for name in ("clamp_min", "clamp_max"):
        f = getattr(torch, name)
        case(name, "doubles", lambda x: f(x, 0.5), 2 * randn(3, 7))
        case(name, "edges", lambda x: f(x, 0.5), x, gradient=False)
        case(name, "ints", lambda x: f(x, 1), randint(-5, 6, 7))
        case(name, "tensor", f, randn(3, 4), randn(4))


def mixtures():
    case("lerp", "number", lambda x, y: torch.lerp(x, y, 0.25), randn(3, 7), randn(3, 7))
    case("lerp", "beyond", lambda x, y: torch.lerp(x, y, 1.75), randn(3, 7), randn(7))
    case("lerp", "weights", torch.lerp, randn(3, 7), randn(3, 7), rand(7))
    case("lerp", "singles", torch.lerp, randn(3, 7, dtype=F32), randn(3, 7, dtype=F32), rand(7, dtype=F32), gradient=False)
    case("lerp", "live", lambda x, y: torch.lerp(x, y, 0.25), randn(3, 2), randn(2), dims=[3])
    case("lerp", "end", lambda x, y: torch.lerp(x, y, 1), randn(5, dtype=F32), randn(5, dtype=F32), gradient=False)
    for name in ("addcmul", "addcdiv"):
        f = getattr(torch, name)
        case(name, "doubles", f, randn(3, 7), randn(3, 7), rand(3, 7, low=0.5, high=2))
        case(name, "broadcast", lambda x, y, z: f(x, y, z, value=0.5), randn(3, 1), randn(4), rand(3, 4, low=0.5, high=2))
        case(name, "singles", f, randn(5, dtype=F32), randn(5, dtype=F32), rand(5, low=0.5, high=2, dtype=F32))
        case(name, "live", f, randn(3, 2), randn(3, 2), rand(2, low=0.5, high=2), dims=[3])
    case("addcmul", "ints", lambda x, y, z: torch.addcmul(x, y, z, value=3), randint(-5, 6, 5), randint(-5, 6, 5),
         randint(-5, 6, 5))
    binary("atan2", torch.atan2)
    case("atan2", "ints", torch.atan2, randint(-5, 6, 5), randint(-5, 6, 5))
    case("atan2", "origin", lambda x, y: torch.zeros(1).double(), doubles(0.0), doubles(0.0), gradient=False)
    binary("hypot", torch.hypot, 0.5, 3)
    case("hypot", "large", torch.hypot, doubles(3e200, 3e-200, 0.0), doubles(4e200, 4e-200, 0.0), gradient=False)
    case("hypot", "origin", lambda x, y: torch.zeros(1).double(), doubles(0.0), doubles(0.0), gradient=False)
    binary("logaddexp", torch.logaddexp)
    case("logaddexp", "ties", torch.logaddexp, doubles(1.0, -2.0), doubles(1.0, -2.0))
    binary("logaddexp2", torch.logaddexp2, edges=False)
    binary("xlogy", torch.xlogy, 0.5, 3)
    case("xlogy", "zeros", lambda x, y: torch.autograd.grad(torch.xlogy(x.requires_grad_(), y.requires_grad_()).sum(), (x, y)),
         doubles(0.0, 2.0), doubles(2.0, 3.0), gradient=False)
    case("xlogy", "origin", None, doubles(0.0), doubles(0.0), expect=doubles(0.0), gradient=False)  # PyTorch: NaN
    case("xlogy", "ints", torch.xlogy, randint(0, 6, 5), randint(1, 6, 5))
