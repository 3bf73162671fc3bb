"""Activation functions."""
import math

import torch
import torch.nn.functional as F

from cases import case, rand, randint, randn, second_derivative
from functions import derivative, halves

INF, NAN = math.inf, math.nan
F32 = torch.float32
EDGES = [0.0, -0.0, 1e-5, -1e-5, 1.0, -1.0, 19.0, 21.0, -21.0, 90.0, -90.0, 800.0, -800.0, INF, -INF, NAN]


def doubles(*numbers):
    return torch.tensor(numbers, dtype=torch.float64)


def away_from(kinks, *shape):
    """Numbers no finite difference of which crosses a kink."""
    x = 3 * randn(*shape)
    for kink in kinks:
        x = torch.where((x - kink).abs() < 0.01, x + 0.05, x)
    return x


def activation(test, f, kinks=(), ints=False, at=None, tolerance=None):
    """`at`: edges where PyTorch 1.13 is wrong, and what is right."""
    def fixed(x):
        y = f(x)
        for where, right in (at or {}).items():
            y[[i for i, edge in enumerate(EDGES) if edge == where or edge != edge and where != where]] = right
        return y
    case(test, "doubles", f, away_from(kinks, 3, 7))
    case(test, "singles", f, 3 * randn(33, dtype=F32), gradient=False)
    case(test, "edges", fixed, doubles(*EDGES), gradient=False)
    case(test, "single_edges", fixed, doubles(*EDGES).float(), gradient=False)
    finite = doubles(*[x for x in EDGES if abs(x) < INF])
    case(test, "slopes", lambda x: torch.autograd.grad(f(x.requires_grad_()).sum(), x)[0], finite, gradient=False,
         tolerance=tolerance)
    if kinks:
        case(test, "kinks", lambda x: torch.autograd.grad(f(x.requires_grad_()).sum(), x)[0], doubles(*kinks), gradient=False)
    case(test, "permuted", lambda x: f(x.permute(2, 0, 1)), away_from(kinks, 2, 3, 4))
    case(test, "live", f, away_from(kinks, 3, 2), dims=[3])
    case(test, "scalar", f, away_from(kinks))
    case(test, "nothing", f, randn(0, 3), gradient=False)
    halves(test, f, 3 * randn(7))
    if ints:
        case(test, "ints", f, torch.tensor([0, 1, -2, 5]))
    case(test, "second", derivative(f), away_from(kinks, 5), tolerance=tolerance)


def seconds():
    second_derivative("prelu", F.prelu, away_from((0,), 2, 3), doubles(0.25, -0.5, 2.0))
    second_derivative("glu", lambda x: F.glu(x), randn(2, 4))


def make():
    activation("relu", F.relu, (0,))
    case("relu", "ints", F.relu, randint(-5, 6, 7))
    activation("relu6", F.relu6, (0, 6))
    activation("leaky_relu", F.leaky_relu, (0,))
    case("leaky_relu", "slope", lambda x: F.leaky_relu(x, 0.3), away_from((0,), 9))
    activation("elu", F.elu)
    case("elu", "alpha", lambda x: F.elu(x, 0.5), away_from((0,), 9))
    activation("selu", F.selu)
    activation("celu", F.celu)
    case("celu", "alpha", lambda x: F.celu(x, 0.5), away_from((0,), 9))
    activation("hardtanh", F.hardtanh, (-1, 1))
    case("hardtanh", "range", lambda x: F.hardtanh(x, -2, 0.5), away_from((-2, 0.5), 9))
    activation("hardsigmoid", F.hardsigmoid, (-3, 3), tolerance=1e-7)  # its 1 / 6 is an f32
    activation("hardswish", F.hardswish, (-3, 3), at={-INF: 0.0})
    activation("hardshrink", F.hardshrink, (-0.5, 0.5))
    case("hardshrink", "lambda", lambda x: F.hardshrink(x, 1.5), away_from((-1.5, 1.5), 9))
    activation("softshrink", F.softshrink, (-0.5, 0.5), at={NAN: NAN})
    case("softshrink", "lambda", lambda x: F.softshrink(x, 1.5), away_from((-1.5, 1.5), 9))
    activation("threshold", lambda x: F.threshold(x, 0.5, -7), (0.5,))
    case("threshold", "ints", lambda x: F.threshold(x, 1, -7), randint(-5, 6, 7))
    activation("sigmoid", torch.sigmoid, ints=True)
    activation("logsigmoid", F.logsigmoid)
    activation("silu", F.silu)
    activation("mish", F.mish)
    activation("gelu", F.gelu)
    for entry, x in (("tanh", randn(3, 7)), ("tanh_singles", randn(33, dtype=F32))):
        case("gelu", entry, lambda x: F.gelu(x, approximate="tanh"), x)
    activation("softplus", F.softplus)
    case("softplus", "beta", lambda x: F.softplus(x, 2, 3), away_from((1.5,), 9))
    activation("softsign", F.softsign, ints=True)
    activation("tanhshrink", F.tanhshrink)
    x = away_from((0,), 2, 3, 4)
    case("prelu", "one", F.prelu, x, doubles(0.25))
    case("prelu", "channels", F.prelu, x, doubles(0.25, -0.5, 2.0))
    case("prelu", "matrix", F.prelu, away_from((0,), 4, 3), doubles(0.25, -0.5, 2.0))
    case("prelu", "singles", F.prelu, x.float(), doubles(0.25, -0.5, 2.0).float())
    case("prelu", "live", F.prelu, away_from((0,), 3, 2), doubles(0.25, -0.5), dims=[3])
    case("prelu", "nothing", F.prelu, randn(0, 3), doubles(0.25), gradient=False)
    case("prelu", "kink", lambda x, w: torch.autograd.grad(F.prelu(x.requires_grad_(), w).sum(), x), doubles(0.0),
         doubles(0.25), gradient=False)
    case("glu", "last", F.glu, randn(3, 8))
    case("glu", "middle", lambda x: F.glu(x, 1), randn(2, 4, 3))
    case("glu", "singles", F.glu, randn(3, 8, dtype=F32))
    case("glu", "live", F.glu, randn(3, 4), dims=[3])
    case("glu", "nothing", lambda x: F.glu(x, 1), randn(0, 4), gradient=False)
    for name in ("softmax", "log_softmax", "softmin"):
        f = getattr(F, name)
        case(name, "last", lambda x: f(x, -1), randn(3, 7))
        case(name, "first", lambda x: f(x, 0), randn(3, 7))
        case(name, "middle", lambda x: f(x, 1), randn(2, 5, 3))
        case(name, "singles", lambda x: f(x, -1), randn(3, 33, dtype=F32), gradient=False)
        case(name, "large", lambda x: f(x, 0), doubles(1000.0, 1001.0, -2000.0), gradient=False)
        case(name, "masked", lambda x: f(x, 0), doubles(1.0, -INF, 2.0) * (-1 if name == "softmin" else 1), gradient=False)
        case(name, "live", lambda x: f(x, 1), randn(3, 4), dims=[3])
        case(name, "along_live", lambda x: f(x, 0), randn(3, 4), dims=[3])
        case(name, "one", lambda x: f(x, 1), randn(3, 1), gradient=False)
        case(name, "second", derivative(lambda x: f(x, 1)), randn(2, 3))
    seconds()
