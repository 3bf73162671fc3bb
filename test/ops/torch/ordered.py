"""Running sums and sorting."""
import torch

from cases import case, randint, randn, second_derivative

F32 = torch.float32
NAN, INF = float("nan"), float("inf")


def floats(*values, dtype=torch.float64):
    return torch.tensor(values, dtype=dtype)


def seconds():
    second_derivative("cummax", lambda x: x.cummax(1)[0], randn(2, 4))
    second_derivative("cummin", lambda x: x.cummin(1)[0], randn(2, 4))
    second_derivative("msort", lambda x: x.msort(), randn(3, 2))
    second_derivative("topk", lambda x: x.topk(2)[0], randn(2, 4))
    second_derivative("kthvalue", lambda x: x.kthvalue(2)[0], randn(2, 4))


def make():
    for name in "cumsum", "cumprod", "logcumsumexp":
        function = getattr(torch, name)
        case(name, "rows", lambda x: function(x, 1), randn(3, 5))
        case(name, "columns", lambda x: function(x, 0), randn(6, 18, dtype=F32))
        case(name, "middle", lambda x: function(x, -2), randn(2, 3, 4))
        case(name, "row", lambda x: function(x, 0), randn(20))
        case(name, "scalar", lambda x: function(x, 0), randn())
        case(name, "nothing", lambda x: function(x, 0), randn(0, 3))
        case(name, "live", lambda x: function(x, 0), randn(3, 2), dims=[3])
        case(name, "rows_live", lambda x: function(x, 1), randn(3, 4), dims=[3])
        x = randn(2, 4).requires_grad_()
        y = function(x, 1)
        (g,) = torch.autograd.grad((y * y).sum(), x)
        case(name, "second", None, x.detach(), expect=g)
    case("cumsum", "ints", lambda x: x.cumsum(0), randint(-5, 5, 6, dtype=torch.int32))
    case("cumsum", "masks", lambda x: (x > 0).cumsum(0), randn(6), gradient=False)
    case("cumsum", "nan", lambda x: x.cumsum(0), floats(1, NAN, 2), gradient=False)
    case("cumprod", "zero", lambda x: x.cumprod(0), floats(2, 3, 0, 4, 5))
    case("cumprod", "zeros", lambda x: x.cumprod(1), floats([2, 0, 3, 0, 4], [0, 1, 2, 3, 0]))
    case("cumprod", "ints", lambda x: x.cumprod(0), randint(-5, 5, 6))
    case("logcumsumexp", "edges", lambda x: x.logcumsumexp(0), floats(-INF, -INF, 1, 1000, 999, -1000, INF), gradient=False)
    case("logcumsumexp", "far", lambda x: x.logcumsumexp(0), floats(-300, 1, 300, -300, 299), gradient=1e-5)
    for name in "cummax", "cummin":
        function = getattr(torch, name)
        case(name, "rows", lambda x: function(x, 1), randn(3, 5))
        case(name, "columns", lambda x: function(x, 0), randn(6, 18, dtype=F32))
        case(name, "ties", lambda x: function(x, 0), floats(1, 1, 0, 1, 2, 2), gradient=False)
        case(name, "nan", lambda x: function(x, 0), floats(1, NAN, 5, NAN, -3), gradient=False)
        case(name, "ints", lambda x: function(x, 0), randint(-5, 5, 7))
        case(name, "infinite", lambda x: function(x, 0), floats(-INF, INF, -INF), gradient=False)
        case(name, "live", lambda x: function(x, 0), randn(3, 2), dims=[3])
        case(name, "scalar", lambda x: function(x, 0), randn())
    case("sort", "rows", lambda x: x.sort(stable=True, dim=-1), randn(3, 7))
    case("sort", "columns", lambda x: x.sort(stable=True, dim=0), randn(6, 5, dtype=F32))
    case("sort", "down", lambda x: x.sort(stable=True, dim=1, descending=True), randn(2, 5, 3))
    case("sort", "ties", lambda x: x.sort(stable=True, dim=0), floats(2, 1, 2, 1, 0, 2, 1), gradient=False)
    case("sort", "ties_down", lambda x: x.sort(stable=True, dim=0, descending=True), floats(2, 1, 2, 1, 0, 2, 1), gradient=False)
    case("sort", "nan", lambda x: x.sort(stable=True, dim=0), floats(2, NAN, -INF, NAN, INF), gradient=False)
    case("sort", "nan_down", lambda x: x.sort(stable=True, dim=0, descending=True), floats(2, NAN, -INF, NAN, INF), gradient=False)
    case("sort", "ints", lambda x: x.sort(stable=True, dim=0), randint(-50, 50, 33))
    case("sort", "long", lambda x: x.sort(stable=True, dim=0), randn(100, dtype=F32), gradient=False)
    case("sort", "one", lambda x: x.sort(stable=True, dim=1), randn(3, 1))
    case("sort", "scalar", lambda x: x.sort(stable=True, dim=0), randn())
    case("sort", "nothing", lambda x: x.sort(stable=True, dim=1), randn(3, 0))
    case("sort", "live", lambda x: x.sort(stable=True, dim=0), randn(4, 2), dims=[4])
    case("sort", "rows_live", lambda x: x.sort(stable=True, dim=1), randn(4, 6), dims=[4])
    case("sort", "turned", lambda x: x.t().sort(stable=True, dim=1), randn(5, 3))
    x = randn(5)
    case("sort", "second", None, x, expect=2 * x)
    case("argsort", "rows", lambda x: x.argsort(1), randn(3, 7), gradient=False)
    case("argsort", "down", lambda x: x.argsort(0, descending=True), randn(7, 2), gradient=False)
    case("msort", "plain", lambda x: x.msort(), randn(5, 3))
    case("topk", "rows", lambda x: x.topk(3), randn(3, 7))
    case("topk", "smallest", lambda x: x.topk(2, 0, largest=False), randn(7, 2, dtype=F32))
    case("topk", "all", lambda x: x.topk(4, 1), randn(2, 4))
    case("topk", "live", lambda x: x.topk(2, 1), randn(3, 4), dims=[3])
    case("kthvalue", "rows", lambda x: x.kthvalue(3), randn(3, 7))
    case("kthvalue", "kept", lambda x: x.kthvalue(1, 0, keepdim=True), randn(7, 2))
    case("randperm", "sorted", None, expect=torch.arange(50), gradient=False)
    case("randperm", "live", None, expect=torch.arange(7), gradient=False, dims=[7])
    seconds()
    case("topk", "along_live", lambda x: x.topk(2, 0), randn(4, 2), dims=[4])
    case("kthvalue", "along_live", lambda x: x.kthvalue(2, 0), randn(3, 2), dims=[3])
