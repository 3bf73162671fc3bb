"""Reductions."""
import math

import torch

from cases import case, generator, rand, randn, second_derivative

NAN, INF = float("nan"), float("inf")
f32 = torch.float32
f64 = torch.float64


def of(*values, dtype=f64):
    return torch.tensor(values, dtype=dtype)


def distinct(*shape, dtype=f64):
    """Shuffled numbers that stay apart when finite differences move one."""
    count = math.prod(shape)
    order = torch.randperm(count, generator=generator).reshape(shape)
    return ((order - count // 2) * 0.25 + 0.125).to(dtype)


def wide(f):
    """`f` computed in f32 and rounded to the 16-bit type of its input, which PyTorch's CPU lacks for some."""
    def g(x):
        y = f(x.float())
        return tuple(v.to(x.dtype) for v in y) if isinstance(y, tuple) else y.to(x.dtype)
    return g


def gradient(f):
    """What `grad(f(x).sum(), x)` is."""
    def g(x):
        x.requires_grad_()
        return torch.autograd.grad(f(x).sum(), x)[0]
    return g


def second(f):
    """What `y = f(x); grad((y * y).sum(), x)` is; its own gradient is a second derivative of f."""
    return gradient(lambda x: f(x) ** 2)


def sums():
    case("sum", "all", torch.sum, randn(2, 3, 5))
    case("sum", "rows", lambda x: x.sum((0, -1)), randn(2, 3, 5))
    case("sum", "kept", lambda x: x.sum(1, keepdim=True), randn(2, 3, 5, dtype=f32))
    case("sum", "permuted", lambda x: x.permute(2, 0, 1).sum(1), randn(2, 3, 4))
    case("sum", "live", lambda x: x.sum(0), randn(3, 3), dims=[3])
    case("sum", "live_rows", lambda x: x.sum((0, 2)), randn(3, 4, 2, dtype=f32), dims=[4])
    case("sum", "scalar", torch.sum, randn())
    case("sum", "nothing", lambda x: x.sum(0), randn(0, 3))
    case("sum", "beside_nothing", lambda x: x.sum(1), randn(0, 3), gradient=False)
    case("sum", "ints", lambda x: x.sum(1), of([2 ** 31 - 1, 5, 7], [-3, 2, 1], dtype=torch.int32))
    case("sum", "masks", lambda x: x.sum(1), of([True, False, True], [False] * 3, dtype=torch.bool))
    case("sum", "infinite", lambda x: x.sum(1), of([INF, 1, 2], [INF, -INF, 1], dtype=f32), gradient=False)
    case("sum", "second", second(lambda x: x.sum(1)), randn(2, 3))

    case("sum", "scalar_dim", lambda x: x.sum(-1, True), randn())
    case("sum", "half", wide(lambda x: x.sum(1)), randn(2, 40, dtype=torch.float16), gradient=False)
    case("sum", "bytes", lambda x: x.sum(1), of([200, 100, 7], [1, 2, 3], dtype=torch.uint8))

    case("mean", "all", torch.mean, randn(2, 3, 5))
    case("mean", "rows", lambda x: x.mean((0, -1)), randn(2, 3, 5))
    case("mean", "kept", lambda x: x.mean(1, keepdim=True), randn(2, 3, 5, dtype=f32))
    case("mean", "live", lambda x: x.mean(0), randn(3, 3), dims=[4, 3])
    case("mean", "live_twice", torch.mean, randn(3, 2), dims=[2, 3])
    case("mean", "scalar", torch.mean, randn())
    case("mean", "nothing", lambda x: x.mean(0), rand(0, 3), gradient=False)
    case("mean", "second", second(lambda x: x.mean(0)), randn(2, 3))

    case("mean", "half", wide(lambda x: x.mean(1)), randn(2, 3, dtype=torch.float16), gradient=False)
    case("mean", "half_of_large", wide(torch.mean), of(60000, 50000, 40000, 30000, dtype=torch.float16), gradient=False)
    case("mean", "scalar_dim", lambda x: x.mean(0), randn())

    some = lambda: of([1.5, NAN, -2], [0.5, 3, NAN])
    rows = of([1.5, NAN, -2], [NAN, NAN, NAN], [1, 2, 4], dtype=f32)
    case("nansum", "all", torch.nansum, some())
    case("nansum", "rows", lambda x: x.nansum(1, keepdim=True), rows, gradient=False)
    case("nansum", "live", lambda x: x.nansum(0), some(), dims=[2])
    case("nansum", "ints", lambda x: x.nansum(0), of([1, 2, 3], [4, 5, 6], dtype=torch.int32))
    case("nanmean", "all", torch.nanmean, some())
    case("nanmean", "rows", lambda x: x.nanmean(1, keepdim=True), rows, gradient=False)
    case("nanmean", "live", lambda x: x.nanmean(0), some(), dims=[2])


def products():
    def prod(*dims, keepdim=False):
        def f(x):
            for dim in sorted((d % x.dim() for d in dims), reverse=True):
                x = x.prod(dim, keepdim=keepdim)
            return x
        return f

    case("prod", "all", torch.prod, randn(2, 3))
    case("prod", "rows", prod(0, -1), randn(2, 3, 2))
    case("prod", "kept", prod(1, keepdim=True), randn(2, 3, 2, dtype=f32))
    one, two = randn(2, 4), randn(2, 4)
    one[0, 2] = one[1, 0] = 0
    two[0, 1] = two[0, 3] = two[1, 0] = two[1, 1] = 0
    case("prod", "one_zero", prod(1), one)
    case("prod", "two_zeros", prod(1), two)
    zeros = randn(2, 2, 3)
    zeros[0, 0, 1] = zeros[0, 1, 0] = zeros[1, 1, 2] = 0
    case("prod", "zeros_over_two_dims", prod(0, 2), zeros)
    case("prod", "second", second(prod(1)), randn(2, 3))
    case("prod", "second_with_zeros", second(prod(1)), of([0, 2, -3], [0, 0, 1.5]))
    # The product is 0, and that of the others is not: PyTorch, which divides, gives 0.
    case("prod", "small", None, of(1e-200, 1e-200, 1e200, 1e200), expect=[of(1e200, 1e200, 0, 0)], gradient=False)
    case("prod", "long_dim", prod(1), rand(2, 130, low=0.9, high=1.1))
    case("prod", "live", prod(0), randn(3, 3), dims=[3])
    case("prod", "live_rows", prod(1), randn(3, 3), dims=[3])
    case("prod", "live_and_kept", prod(1, 2, keepdim=True), randn(2, 2, 3, dtype=f32), dims=[2])
    case("prod", "scalar", torch.prod, randn())
    case("prod", "nothing", prod(0), randn(0, 3))
    case("prod", "not_a_number", prod(1), of([NAN, 0], [INF, 0], [INF, -2], dtype=f32), gradient=False)
    case("prod", "ints", prod(1), of([70000, 70000, 2], [0, 5, -1], dtype=torch.int32))
    case("prod", "half", wide(lambda x: x.prod(1)), randn(2, 3, dtype=torch.bfloat16), gradient=False)
    case("prod", "bytes", lambda x: x.prod(1), of([200, 100, 7], [1, 2, 3], dtype=torch.uint8))
    case("prod", "masks", prod(1), of([True, False, True], [True] * 3, dtype=torch.bool))


def extrema():
    special = of([NAN, 1, 2], [INF, -INF, 3], [-INF, -INF, -INF], dtype=f32)
    ties = lambda: of([2, 5, 5, 1], [-3, -3, 4, 4])
    masks = of([False, False], [False, True], [True, False], [True, True], dtype=torch.bool)
    for name, f in (("amax", torch.amax), ("amin", torch.amin)):
        case(name, "all", lambda x: f(x), distinct(2, 3, 4))
        case(name, "rows", lambda x: f(x, (0, 2)), distinct(2, 3, 4))
        case(name, "kept", lambda x: f(x, -1, keepdim=True), distinct(2, 3, 4, dtype=f32))
        case(name, "ties", gradient(lambda x: f(x, 1)), ties(), gradient=False)
        case(name, "live", lambda x: f(x, 0), distinct(3, 3), dims=[3])
        case(name, "scalar", lambda x: f(x), randn())
        case(name, "beside_nothing", lambda x: f(x, 1), distinct(0, 3), gradient=False)
        case(name, "not_a_number", lambda x: f(x, 1), special, gradient=False)
        case(name, "ints", lambda x: f(x, 1), of([3, -7, 2 ** 62], [-1, -(2 ** 63), 5], dtype=torch.int64))
        case(name, "least_int", lambda x: f(x), of(-(2 ** 31), 2 ** 31 - 1, 0, dtype=torch.int32))
        case(name, "masks", lambda x: f(x, 1), masks)
        case(name, "second", second(lambda x: f(x, 1)), distinct(2, 3))
        case(name, "half", wide(lambda x: f(x, 1)), distinct(2, 3, dtype=torch.float16), gradient=False)
        case(name, "bytes", lambda x: f(x, 1), of([200, 100, 7], [0, 255, 3], dtype=torch.uint8))
    for name, f in (("max", torch.max), ("min", torch.min)):
        case(name, "all", lambda x: f(x), distinct(2, 3))
        case(name, "ties", gradient(lambda x: f(x)), of(2, 5, 2, 5), gradient=False)
        case(name, "dim", lambda x: f(x, 1), distinct(3, 4))
        case(name, "kept", lambda x: f(x, 1, keepdim=True), distinct(3, 4, 2, dtype=f32))
        case(name, "first", lambda x: f(x, 0), distinct(3, 4))
        case(name, "ties_along_dim", gradient(lambda x: f(x, 1)[0]), ties(), gradient=False)
        case(name, "second", second(lambda x: f(x, 1)[0]), distinct(2, 3))
        case(name, "live", lambda x: f(x, 0), distinct(3, 3), dims=[3])
        case(name, "live_rows", lambda x: f(x, -1), distinct(3, 3), dims=[3])
        case(name, "not_a_number", lambda x: f(x, 1), special, gradient=False)
        case(name, "ints", lambda x: f(x, 1), of([3, -(2 ** 31), 5], [7, 7, -1], dtype=torch.int32))
        case(name, "masks", lambda x: f(x, 1), masks)
        case(name, "scalar", lambda x: f(x, 0), randn())
        half = distinct(2, 3)
        values, indices = f(half, 1)
        case(name, "half", None, half.bfloat16(), expect=[values.bfloat16(), indices], gradient=False)
        case(name, "bytes", lambda x: f(x, 1), of([200, 100, 7], [0, 255, 3], dtype=torch.uint8))
        case(name, "of_two", f, distinct(2, 3), distinct(3) + 0.1)
        case(name, "of_two_as_method", f, distinct(2, 3, dtype=f32), distinct(2, 1, dtype=f32) + 0.1)
    for name, f in (("argmax", torch.argmax), ("argmin", torch.argmin)):
        case(name, "all", lambda x: f(x), distinct(2, 3))
        case(name, "rows", lambda x: f(x, 1), distinct(2, 3, 4, dtype=f32))
        case(name, "kept", lambda x: f(x, -1, keepdim=True), distinct(2, 3, dtype=f32))
        case(name, "ties", lambda x: f(x, 1), ties())
        case(name, "not_a_number", lambda x: f(x, 1), of([1, NAN, 2], [NAN, 0, NAN]))
        case(name, "infinite", lambda x: f(x, 1), of([INF, -INF, INF], [-INF] * 3))
        case(name, "ints", lambda x: f(x, 0), of([3, -7, 5], [3, 2, -(2 ** 31)], dtype=torch.int32))
        case(name, "live", lambda x: f(x, 0), distinct(3, 3), dims=[3])
        case(name, "live_all", lambda x: f(x), distinct(3, 3), dims=[3])


def moments():
    for name, f in (("var", torch.var), ("std", torch.std)):
        case(name, "all", lambda x: f(x), randn(2, 3))
        case(name, "rows", lambda x: f(x, (0, -1)), randn(2, 3, 4))
        case(name, "kept", lambda x: f(x, 1, correction=0, keepdim=True), randn(2, 5, dtype=f32))
        case(name, "correction", lambda x: f(x, 1, correction=2), randn(2, 5))
        case(name, "biased", lambda x: f(x, False), randn(2, 3))
        case(name, "biased_rows", lambda x: f(x, 1, False, True), randn(2, 3))
        case(name, "one", lambda x: f(x, 1), randn(3, 1), gradient=False)
        case(name, "one_biased", lambda x: f(x, 1, False), randn(3, 1), gradient=False)
        case(name, "large_mean", lambda x: f(x), randn(4) + 1e6, gradient=False)
        case(name, "equal", gradient(lambda x: f(x)), of(1.5, 1.5, 1.5, 1.5), gradient=False)
        case(name, "second", second(lambda x: f(x, 1)), randn(2, 3))
        case(name, "live", lambda x: f(x, 0), randn(3, 3), dims=[1, 3])
        case(name, "live_all", lambda x: f(x), randn(3, 3, dtype=f32), dims=[1, 3])
        case(name, "live_one", lambda x: f(x, 0), randn(1, 2), dims=[1, 1], gradient=False)
        case(name, "live_twice", lambda x: f(x), randn(3, 2), dims=[2, 3])
        case(name, "half", wide(lambda x: f(x, 1)), randn(2, 8, dtype=torch.float16), gradient=False)
    case("var_mean", "rows", lambda x: torch.var_mean(x, 1), randn(2, 3))
    case("var_mean", "kept", lambda x: torch.var_mean(x, 0, correction=0, keepdim=True), randn(2, 3, dtype=f32))
    case("var_mean", "half", wide(lambda x: torch.var_mean(x, 1)), randn(2, 3, dtype=torch.bfloat16), gradient=False)
    case("var_mean", "live", lambda x: torch.var_mean(x, (0, 1)), randn(3, 3), dims=[3])


def norms():
    case("norm", "two", lambda x: x.norm(), randn(2, 3))
    case("norm", "rows", lambda x: x.norm(2, (0, 2)), randn(2, 3, 2))
    case("norm", "kept", lambda x: x.norm(2, 1, keepdim=True), randn(2, 3, dtype=f32))
    powers = {"zero": 0, "half": 0.5, "one": 1, "one_and_half": 1.5, "two": 2, "three": 3, "minus_one": -1, "inf": INF,
              "minus_inf": -INF}
    for name, p in powers.items():
        if name != "two":
            case("norm", name, lambda x: x.norm(p, 1), randn(2, 3))
        if 0.5 <= p:
            at_zero = of([0, 2, -3], [0, 0, 0], [1, 0, -4])
            case("norm", name + "_at_zero", gradient(lambda x: x.norm(p, 1)), at_zero, gradient=False)
    case("norm", "ties_at_inf", gradient(lambda x: x.norm(INF)), of(-3, 1, 3, 2), gradient=False)
    case("norm", "second", second(lambda x: x.norm(2, 1)), randn(2, 3))
    case("norm", "live", lambda x: x.norm(3, 0), randn(3, 3), dims=[3])
    case("norm", "scalar", lambda x: x.norm(), randn())
    case("norm", "nothing", lambda x: x.norm(2, 0), randn(0, 3), gradient=False)
    case("norm", "sixteen_bits", wide(lambda x: x.norm(2, 1)), of([300, 400, 0, 0], [1, 2, 3, 4], dtype=torch.float16),
         gradient=False)
    case("norm", "not_a_number", lambda x: x.norm(2, 1), of([NAN, 0], [INF, 1], dtype=f32), gradient=False)

    case("logsumexp", "all", lambda x: x.logsumexp((0, 1)), randn(2, 3))
    case("logsumexp", "rows", lambda x: x.logsumexp((0, 2)), randn(2, 3, 4))
    case("logsumexp", "kept", lambda x: x.logsumexp(1, keepdim=True), randn(2, 3, dtype=f32))
    case("logsumexp", "large", lambda x: x.logsumexp(1), of([1000, 999, 0], [-1000, -1001, -1003], dtype=f32),
         gradient=False)
    case("logsumexp", "infinite", lambda x: x.logsumexp(1),
         of([-INF, -INF], [-INF, 2], [INF, 1], [INF, -INF], [NAN, 1]), gradient=False)
    # Of -inf alone PyTorch's gradient is NaN.
    case("logsumexp", "gradient_of_minus_inf", None, of([-INF, 1], [-INF, -INF], [2, 2]),
         expect=[of([0, 1], [0, 0], [0.5, 0.5])], gradient=False)
    case("logsumexp", "live", lambda x: x.logsumexp(0), randn(3, 3), dims=[3])
    case("logsumexp", "half", wide(lambda x: x.logsumexp(1)), randn(2, 3, dtype=torch.bfloat16), gradient=False)
    case("logsumexp", "second", second(lambda x: x.logsumexp(1)), randn(2, 3))


def masks():
    b = torch.bool
    rows = [[0, 0], [0, 1], [1, 0], [1, 1]]
    for name, f in (("any", torch.any), ("all", torch.all)):
        case(name, "everything", lambda x: f(x), of([True, False, True], [False, False, True], dtype=b))
        case(name, "rows", lambda x: f(x, 1), of(*rows, dtype=b))
        case(name, "kept", lambda x: f(x, 1, keepdim=True), of(*rows, dtype=f32) * -0.5)
        case(name, "ints", lambda x: f(x, -1), of(*rows, dtype=torch.int64) * -3)
        case(name, "not_a_number", lambda x: f(x), of(0, NAN))
        case(name, "nothing", lambda x: f(x, 0), of(dtype=b).reshape(0, 3))
        case(name, "live", lambda x: f(x, 0), of([True, False, True], [True, False, False], dtype=b), dims=[2])
    case("count_nonzero", "all", torch.count_nonzero, of([1, 0, NAN], [0, -0.0, INF]))
    case("count_nonzero", "rows", lambda x: x.count_nonzero(1), of([1, 0, 3], [0, 0, 0], dtype=torch.int32))
    case("count_nonzero", "masks", lambda x: x.count_nonzero((0, 1)), of(*rows, dtype=b))
    case("count_nonzero", "nothing", lambda x: x.count_nonzero(0), randn(0, 3, dtype=f32))
    case("count_nonzero", "live", lambda x: x.count_nonzero(0), of([1, 0, 3], [2, 0, 0]), dims=[2])


def seconds():
    second_derivative("nansum", lambda x: x.nansum(1), of([1.5, NAN, -2], [0.5, 3, NAN]))
    second_derivative("nanmean", lambda x: x.nanmean(1), of([1.5, NAN, -2], [0.5, 3, NAN]))
    second_derivative("var_mean", lambda x: torch.var_mean(x, 1)[0], randn(2, 3))


def make():
    sums()
    products()
    extrema()
    moments()
    norms()
    masks()
    seconds()
