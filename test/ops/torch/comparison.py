"""Comparisons, masks, choices; the bits of ints."""
import math
import operator

import torch

from cases import case, randint, randn, second_derivative

INF, NAN = math.inf, math.nan
F32 = torch.float32


def doubles(*numbers):
    return torch.tensor(numbers, dtype=torch.float64)


def bools(*numbers):
    return torch.tensor(numbers, dtype=torch.bool)


def seconds():
    second_derivative("where", lambda x, y: torch.where(x > 0, x * y, y), randn(2, 3), randn(3))
    second_derivative("nan_to_num", lambda x: x.nan_to_num(), randn(3))


def make():
    x, y = doubles(1, 2, 3, NAN, INF, -INF, 0.0, 1), doubles(1, 3, 2, NAN, INF, INF, -0.0, NAN)
    for name in ("eq", "ne", "lt", "le", "gt", "ge"):
        f = getattr(torch, name)
        case(name, "doubles", f, x, y)
        case(name, "singles", f, x.float(), y.float())
        case(name, "broadcast", f, randint(-2, 3, 3, 1, 4).double(), randint(-2, 3, 2, 1).double())
        case(name, "live", f, randn(3, 2), randn(2), dims=[3])
        case(name, "scalars", f, randn(), randn())
        case(name, "nothing", f, randn(0, 3), randn(3))
        case(name, "ints", f, randint(-2, 3, 9), randint(-2, 3, 9))
        case(name, "mixed", f, randint(-2, 3, 9), randn(9, dtype=F32))
        case(name, "number", lambda x: f(x, 0.5), randint(-2, 3, 9))
        case(name, "bools", f, bools(0, 0, 1, 1), bools(0, 1, 0, 1))
    for name in ("isnan", "isinf", "isfinite"):
        f = getattr(torch, name)
        case(name, "doubles", f, doubles(0.0, 1e308, INF, -INF, NAN))
        case(name, "singles", f, doubles(0.0, 3e38, INF, -INF, NAN).float())
        case(name, "live", f, randn(3, 2), dims=[3])
        case(name, "scalar", f, doubles(NAN)[0])
        case(name, "nothing", f, randn(0, 3))
        case(name, "ints", f, randint(-2, 3, 4))
    a = doubles(1.0, 1.0, 1e-9, INF, INF, NAN, NAN, 1e6, 0.0)
    b = doubles(1.00001, 1.0001, 0.0, INF, -INF, NAN, 1.0, 1e6 + 5, -0.0)
    case("isclose", "doubles", torch.isclose, a, b)
    case("isclose", "singles", torch.isclose, a.float(), b.float())
    case("isclose", "wide", lambda x, y: torch.isclose(x, y, 1e-3, 1e-6), a, b)
    case("isclose", "equal_nan", lambda x, y: torch.isclose(x, y, equal_nan=True), a, b)
    case("isclose", "ints", lambda x, y: torch.isclose(x, y, 0.5), randint(-2, 3, 9), randint(-2, 3, 9))
    case("isclose", "live", lambda x, y: torch.isclose(x, y, 0.5), randn(3, 2), randn(2), dims=[3])
    case("nan_to_num", "doubles", torch.nan_to_num, doubles(1.0, NAN, INF, -INF), gradient=False)
    case("nan_to_num", "singles", torch.nan_to_num, doubles(1.0, NAN, INF, -INF).float(), gradient=False)
    case("nan_to_num", "given", lambda x: torch.nan_to_num(x, 7, 8, 9), doubles(1.0, NAN, INF, -INF), gradient=False)
    case("nan_to_num", "plain", lambda x: torch.nan_to_num(x, 7), randn(3, 4))
    case("nan_to_num", "live", torch.nan_to_num, randn(3, 2), dims=[3])
    case("nan_to_num", "ints", torch.nan_to_num, randint(-2, 3, 4))
    mask = bools(1, 0, 1, 0)
    case("where", "doubles", torch.where, mask, randn(4), randn(4))
    case("where", "singles", torch.where, mask, randn(4, dtype=F32), randn(4, dtype=F32))
    case("where", "broadcast", torch.where, mask, randn(3, 1), randn(2, 1, 1))
    case("where", "number", lambda m, x: torch.where(m, x, 0.0), mask, randn(3, 4))
    case("where", "numbers", lambda m: torch.where(m, 1, 0), mask)
    case("where", "mixed", torch.where, mask, randint(-2, 3, 4), randn(4, dtype=F32), gradient=False)
    case("where", "bools", torch.where, mask, bools(0, 0, 1, 1), bools(0, 1, 0, 1))
    case("where", "live", torch.where, bools(1, 0, 1), randn(2, 3), randn(3), dims=[2])
    case("where", "scalar", torch.where, mask[0], randn(), randn())
    case("where", "nothing", torch.where, bools(), randn(0), randn(0), gradient=False)
    # The gradient of the side that was not taken, NaN there, does not come through.
    case("where", "not_taken", None, doubles(-1.0, 1.0), expect=doubles(-1.0, 1.0), gradient=False)
    bits()
    seconds()


def bits():
    p, q = bools(0, 0, 1, 1), bools(0, 1, 0, 1)
    x, y = torch.tensor([12, -7, 0, 2 ** 40, -1]), torch.tensor([10, 3, 5, 2 ** 40 + 1, 6])
    for name in ("and", "or", "xor"):
        f, g = getattr(torch, "bitwise_" + name), getattr(torch, "logical_" + name)
        case("bitwise_" + name, "bools", f, p, q)
        case("bitwise_" + name, "ints", f, x, y)
        case("bitwise_" + name, "i32", f, x[:3].int(), y[:3].int())
        case("bitwise_" + name, "mixed", f, x[:3], y[:3].int())
        case("bitwise_" + name, "int_and_bool", f, x[:4], p)
        case("bitwise_" + name, "number", lambda x: f(x, 5), x)
        case("bitwise_" + name, "broadcast", f, randint(-9, 9, 3, 1), randint(-9, 9, 4))
        case("bitwise_" + name, "live", f, randint(-9, 9, 3, 2), randint(-9, 9, 2), dims=[3])
        case("logical_" + name, "bools", g, p, q)
        case("logical_" + name, "numbers", g, doubles(0.0, NAN, 2.0, 0.0), torch.tensor([0, 1, 2, 3]))
        case("logical_" + name, "number", lambda x: g(x, torch.tensor(1)), x)
        case("logical_" + name, "live", g, randint(0, 2, 3, 2), p[:2], dims=[3])
    case("bitwise_not", "bools", torch.bitwise_not, p)
    case("bitwise_not", "ints", torch.bitwise_not, x)
    case("bitwise_not", "i32", torch.bitwise_not, x[:3].int())
    case("bitwise_not", "live", torch.bitwise_not, randint(0, 2, 3, 2), dims=[3])
    case("logical_not", "bools", torch.logical_not, p)
    case("logical_not", "numbers", torch.logical_not, doubles(0.0, NAN, 2.0, -0.0))
    case("logical_not", "live", torch.logical_not, randint(0, 2, 3, 2), dims=[3])
    by = torch.tensor([0, 3, 1, 2, 5])
    for name, out in (("bitwise_left_shift", [0, 0, 0, 0, 0]), ("bitwise_right_shift", [0, -1, 0, 0, -1])):
        f = getattr(torch, name)
        case(name, "ints", f, x, by)
        case(name, "i32", f, x[:3].int(), by[:3].int())
        case(name, "number", lambda x: f(x, 2), x)
        case(name, "live", f, randint(-9, 9, 3, 2), randint(0, 9, 2), dims=[3])
        # Undefined in PyTorch: all bits go.
        case(name, "far", None, x, torch.tensor([64, 100, 65, -1, -5]), expect=torch.tensor(out))
