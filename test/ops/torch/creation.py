"""Tensors made from nothing."""
import math

import torch

from cases import case, randint, randn, second_derivative

INF, NAN = math.inf, math.nan
F64, I32, I64 = torch.float64, torch.int32, torch.int64


def seconds():
    second_derivative("full", lambda x: x.expand(2), torch.tensor(1.25, dtype=F64))
    weights = torch.tensor([[0.5, -1.0, 2.0], [3.0, 0.25, -4.0]], dtype=F64)
    second_derivative("tensor", lambda x: x * x * weights, randn(2, 3))


def make():
    for name in ("zeros", "ones", "empty"):
        f, like = getattr(torch, "zeros" if name == "empty" else name), getattr(torch, ("zeros" if name == "empty" else name) + "_like")
        case(name, "default", lambda: f(2, 3))
        case(name, "dtypes", lambda: (f(2, dtype=F64), f(2, dtype=I64), f(2, dtype=torch.bool)))
        case(name, "shapes", lambda: (f(()), f(0, 3), f(2, 1)))
        case(name, "live", lambda x: f(3, 2), randn(3, 2), gradient=False, dims=[3])
        case(name + "_like", "same", lambda x: like(x), randn(2, 3), gradient=False)
        case(name + "_like", "ints", lambda x: (like(x), like(x, dtype=F64)), randint(0, 5, 4))
        case(name + "_like", "live", lambda x: like(x), randn(3, 2), gradient=False, dims=[3])
        case(name, "new", lambda x: x.new_zeros(2) if name != "ones" else x.new_ones(2), randint(0, 5, 4))
    case("full", "real", lambda: torch.full((2, 3), 1.5))
    case("full", "int", lambda: torch.full((2, 3), 7))
    case("full", "bool", lambda: torch.full((2,), True))
    case("full", "dtype", lambda: (torch.full((2,), 7, dtype=F64), torch.full((), NAN), torch.full((2,), 2 ** 53 + 1)))
    case("full", "extent", lambda x: torch.full((2,), 3), randn(3, 2), gradient=False, dims=[3])
    case("full", "new", lambda x: x.new_full((2,), 3), randn(3, 2), gradient=False)
    case("full", "tensor", lambda x: x.expand(2, 3), torch.tensor(1.25, dtype=F64))
    case("full", "tensor_live", lambda x, y: x.expand(3, 2) * y, torch.tensor(-0.5),
         torch.tensor([[1, 2], [3, 4], [-5, 6]], dtype=torch.float32), dims=[3])
    case("full_like", "same", lambda x: torch.full_like(x, 2.5), randn(2, 3), gradient=False)
    case("full_like", "ints", lambda x: (torch.full_like(x, 3), torch.full_like(x, 2.5, dtype=F64)), randint(0, 5, 4))
    case("full_like", "live", lambda x: torch.full_like(x, 2), randn(3, 2), gradient=False, dims=[3])
    case("arange", "ints", lambda: (torch.arange(5), torch.arange(2, 9), torch.arange(2, 9, 3), torch.arange(9, 2, -3)))
    case("arange", "none", lambda: (torch.arange(0), torch.arange(3, 3)))
    case("arange", "reals", lambda: (torch.arange(2.5), torch.arange(0, 1, 0.1), torch.arange(1.0, -1.0, -0.3)))
    case("arange", "doubles", lambda: torch.arange(0, 1, 0.1, dtype=F64))
    case("arange", "dtypes", lambda: (torch.arange(3, dtype=torch.float32), torch.arange(4, 10, 2, dtype=I32), torch.arange(4, dtype=F64)))
    case("arange", "live", lambda x: (torch.arange(3), torch.arange(3, dtype=torch.float32), torch.arange(2, 5)), randn(3), dims=[3],
         gradient=False)
    case("linspace", "few", lambda: (torch.linspace(0, 1, 5), torch.linspace(3, 3, 1), torch.linspace(0, 1, 0), torch.linspace(1, -2, 4)))
    case("linspace", "doubles", lambda: torch.linspace(-1, 1, 11, dtype=F64))
    case("logspace", "few", lambda: (torch.logspace(0, 2, 3), torch.logspace(0, 4, 5, base=2)))
    case("logspace", "doubles", lambda: torch.logspace(-1, 1, 5, dtype=F64))
    case("eye", "square", lambda: (torch.eye(3), torch.eye(1), torch.eye(0)))
    case("eye", "wide", lambda: (torch.eye(2, 4), torch.eye(4, 2)))
    case("eye", "ints", lambda: torch.eye(2, 3, dtype=I64))
    case("eye", "live", lambda x: torch.eye(3), randn(3), dims=[3], gradient=False)
    literals()
    seconds()


def literals():
    case("tensor", "scalars", lambda: (torch.tensor(2.5), torch.tensor(3), torch.tensor(True)))
    case("tensor", "vectors", lambda: (torch.tensor([1.0, 2.0, -0.5]), torch.tensor([1, 2, 2 ** 60 + 1]), torch.tensor([True, False])))
    case("tensor", "mixed", lambda: torch.tensor([1, 2.5, 3]))
    case("tensor", "nested", lambda: (torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), torch.tensor([[[1], [2]], [[3], [4]]])))
    case("tensor", "dtypes", lambda: (torch.tensor([1, 2], dtype=F64), torch.tensor([1.7, -1.7], dtype=I64), torch.tensor([0.0, 3.0], dtype=torch.bool)))
    case("tensor", "special", lambda: torch.tensor([NAN, INF, -INF]))
    case("tensor", "none", lambda: (torch.tensor([]), torch.zeros(2, 0)))
    case("tensor", "same", lambda: torch.tensor([[7, 7], [7, 7]]))
    weights = torch.tensor([[0.5, -1.0, 2.0], [3.0, 0.25, -4.0]], dtype=F64)
    case("tensor", "multiplied", lambda x: torch.matmul(x, weights), randn(4, 2))
    case("tensor", "transposed", lambda x: x + weights.t(), randn(4, 3, 2))
    case("tensor", "live", lambda x: x * weights[0], randn(3, 3), dims=[3])
    case("tensor", "reshaped", lambda x: x + weights.reshape(6), randn(6))
    case("tensor", "reduced", lambda x: (x * weights).sum(1), randn(2, 3))
    case("tensor", "chosen", lambda x: torch.where(torch.tensor([[True, False, True]]), x, -x), randn(2, 3))
    case("tensor", "as_start", lambda x: weights * x, randn(3), gradient=False)
    case("tensor", "given_out", lambda: (weights, weights))
    case("from_blob", "all", lambda: (weights, weights.float(), torch.tensor([1, 2, 3]), torch.tensor([[4], [5]], dtype=I32)))
