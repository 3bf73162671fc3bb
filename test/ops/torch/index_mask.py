"""x[mask], reduced."""
import torch

from cases import case, rand, randint, randn

F16 = torch.float16


def mask(*values):
    return torch.tensor(values) > 0


def make():
    def some(name, function, **options):
        case("index_mask", name, function, randn(3, 4), rand(3, 4) > 0.4, **options)

    some("sum", lambda x, m: x[m].sum())
    some("mean", lambda x, m: x[m].mean())
    some("prod", lambda x, m: x[m].prod())
    some("largest", lambda x, m: x[m].amax() + x[m].max())
    some("smallest", lambda x, m: x[m].amin() + x[m].min())
    some("masks", lambda x, m: (x[m].any(), x[m].all(), (x > 0)[m].amax(), (x > 0)[m].amin()), gradient=False)
    case("index_mask", "half", lambda x, m: x[m].float().mean().half(), randn(40, dtype=F16), rand(40) > 0.4, gradient=False)
    case("index_mask", "ints", lambda x, m: (x[m].sum(), x[m].amax(), x[m].amin(), x[m].prod()), randint(-9, 9, 5), mask(1, 0, 1, 1, 0))
    case("index_mask", "small_ints", lambda x, y, m: (x[m].amax(), x[m].amin(), y[m].amax(), y[m].amin()),
         randint(-9, -1, 5, dtype=torch.int32), randint(3, 200, 5).to(torch.uint8), mask(0, 1, 1, 0, 1))
    case("index_mask", "nothing", lambda x, m: (x[m].sum(), x[m].mean(), x[m].all()), randn(3, 4), torch.zeros(3, 4) > 0, gradient=False)
    case("index_mask", "rows", lambda x, m: (x[m].sum(), x[m].mean(0), x[m].amax((0, 1))), randn(3, 4), mask(1, 0, 1))
    case("index_mask", "behind", lambda x, m: (x[:, m].sum(1), x[:, m].mean((1, -1))), randn(2, 3, 4, 2), rand(3, 4) > 0.4)
    case("index_mask", "live", lambda x: x[x > 0].mean() + x[x.sum(1) > 0].sum(), randn(4, 4), dims=[4])
    case("index_mask", "logarithm", lambda x: torch.log(x[x > 0]).mean(), torch.tensor([2.0, -1, 0.5, 0.0]).double(), gradient=False)
    x, m = randn(3, 4), rand(3, 4) > 0.4
    x.requires_grad_()
    g, = torch.autograd.grad((x * x)[m].sum() * x[m].mean(), x)
    case("index_mask", "second", None, x.detach(), m, expect=g)
