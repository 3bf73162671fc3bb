"""Functions of real numbers, and rounding: one argument."""
import math

import torch

from cases import case, rand, randint, randn

INF, NAN = math.inf, math.nan
EDGES = [0.0, -0.0, 1.0, -1.0, 0.5, 1e-5, 3.0, -3.0, 20.0, -20.0, 88.0, 100.0, -104.0, 1e-40, 1e8, 1e30, INF, -INF, NAN]


def derivative(f):
    """The gradient of sum(f(x)^2), whose own gradient is the second derivative's test."""
    def second(x):
        x = x.requires_grad_()
        y = f(x)
        return torch.autograd.grad((y * y).sum(), x)[0]
    return second


def halves(test, f, *inputs):
    """16-bit floats are computed in f32 and rounded once."""
    for name, dtype, tolerance in (("f16", torch.float16, 1e-3), ("bf16", torch.bfloat16, 8e-3)):
        inputs = [x.to(dtype) for x in inputs]
        case(test, name, lambda *xs: f(*[x.float() for x in xs]).to(dtype), *inputs, gradient=False, tolerance=tolerance)


def unary(test, f, low, high, smooth=True, ints=True):
    case(test, "doubles", f, rand(3, 7, low=low, high=high), gradient=smooth)
    case(test, "singles", f, rand(33, low=low, high=high, dtype=torch.float32), gradient=False)
    case(test, "edges", f, torch.tensor(EDGES, dtype=torch.float64), gradient=False)
    case(test, "single_edges", f, torch.tensor(EDGES, dtype=torch.float32), gradient=False)
    case(test, "permuted", lambda x: f(x.permute(2, 0, 1)), rand(2, 3, 4, low=low, high=high), gradient=smooth)
    case(test, "live", f, rand(3, 2, low=low, high=high), dims=[3], gradient=smooth)
    case(test, "scalar", f, rand(low=low, high=high), gradient=smooth)
    case(test, "nothing", f, rand(0, 3), gradient=False)
    halves(test, f, rand(7, low=low, high=high))
    if ints:
        case(test, "ints", f, torch.tensor([0, 1, 2, 5]))
        case(test, "bools", f, torch.tensor([True, False]))
    if smooth:
        case(test, "second", derivative(f), rand(5, low=low, high=high))


def make():
    for name, low, high in (
            ("sqrt", 0.5, 4), ("rsqrt", 0.5, 4), ("exp", -3, 3), ("exp2", -3, 3), ("expm1", -3, 3),
            ("log", 0.5, 4), ("log2", 0.5, 4), ("log10", 0.5, 4), ("log1p", -0.5, 4),
            ("sin", -4, 4), ("cos", -4, 4), ("tan", -1, 1), ("asin", -0.9, 0.9), ("acos", -0.9, 0.9),
            ("atan", -4, 4), ("sinh", -3, 3), ("cosh", -3, 3), ("tanh", -3, 3),
            ("asinh", -3, 3), ("acosh", 1.5, 4), ("atanh", -0.9, 0.9), ("erf", -2, 2), ("erfc", -2, 2),
            ("deg2rad", -180, 180), ("rad2deg", -3, 3), ("reciprocal", 0.5, 4)):
        unary(name, getattr(torch, name), low, high)
    unary("square", torch.square, -3, 3, ints=False)
    case("square", "ints", torch.square, randint(-5, 6, 7))
    unary("logit", torch.logit, 0.1, 0.9, ints=False)
    case("logit", "bounded", lambda x: torch.logit(x, 0.2), torch.tensor([0.1, 0.3, 0.5, 0.7, 0.9, 0.0, 1.0, NAN],
                                                                         dtype=torch.float64), gradient=False)
    for name in ("floor", "ceil", "trunc", "round"):
        unary(name, getattr(torch, name), -3, 3, smooth=False, ints=False)
        halves = torch.tensor([0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 2.4999, 4503599627370497.5, -0.3])
        case(name, "halves", getattr(torch, name), halves.double(), gradient=False)
        case(name, "ints", getattr(torch, name), randint(-5, 6, 7))
        case(name, "flat", lambda x: torch.zeros_like(x), randn(5))
    case("round", "decimals", lambda x: torch.round(x, decimals=2), randn(3, 5), gradient=False)
    case("round", "tens", lambda x: torch.round(x, decimals=-1), 30 * randn(3, 5), gradient=False)
    unary("frac", torch.frac, 0.1, 0.9, ints=False)
    case("frac", "negative", torch.frac, torch.tensor([-1.25, -0.5, 2.75, 7.0], dtype=torch.float64), gradient=False)
    # Exact near 0, which the absolute comparison above cannot tell.
    tiny = torch.tensor([1e-10, -1e-10, 1e-7, 3e-5, 1e-3], dtype=torch.float64)
    for name in ("expm1", "log1p"):
        case(name, "tiny", lambda x, f=getattr(torch, name): f(x) / x, tiny, gradient=False)
        case(name, "tiny_singles", lambda x, f=getattr(torch, name): f(x) / x, tiny.float(), gradient=False)
    far = torch.tensor([3.0, 4.0, 5.0, 6.0], dtype=torch.float64)
    case("erfc", "far", lambda x: torch.erfc(x) * torch.exp(x * x), far, gradient=False)
    # The largest arguments there are.
    large = torch.tensor([1e5, -1e6, 1e10, 3.4e38, 12345678.0, 8.0e20])
    for name in ("sin", "cos", "tan"):
        case(name, "large_singles", getattr(torch, name), large, gradient=False)
