"""Random tensors are not PyTorch's; what holds for them is computed in the test itself and must be true."""
import torch

from cases import case, rand, randn

YES = torch.tensor(True)


def properties(test, entry, count, *inputs, dims=None):
    case(test, entry, None, *inputs, expect=[YES] * count, gradient=False, dims=dims)


def make():
    for name in ("rand", "randn"):
        properties(name, "moments", 3)
        properties(name, "doubles", 3)
        properties(name, "differ", 2)
        properties(name + "_like", "all", 2, randn(3, 4), dims=[3])
    properties("rand", "range", 2)
    properties("randn", "tails", 2)
    properties("randint", "small", 4)
    properties("randint", "large", 3)
    properties("randint", "dtypes", 3)
    properties("randint_like", "all", 3, torch.zeros(3, 400, dtype=torch.int32), dims=[3])
    properties("normal", "numbers", 2)
    properties("normal", "tensors", 3)
    properties("normal", "gradient", 2, torch.tensor([[1.0], [-2.0]], dtype=torch.float64),
               torch.tensor([[0.5, 2, 3], [1, 0.25, 4]], dtype=torch.float64), dims=[2])
    properties("bernoulli", "constant", 2)
    properties("bernoulli", "each", 3)
    for name in ("dropout", "alpha_dropout"):
        properties(name, "share", 3)
        properties(name, "off", 2, randn(3, 4), dims=[3])
        properties(name, "all", 1, randn(3, 4), dims=[3])
        properties(name, "gradient", 1, rand(50, 20, low=1, high=2))
    for name in ("dropout1d", "dropout2d", "dropout3d", "feature_dropout", "feature_alpha_dropout"):
        properties(name, "channels", 3)
        properties(name, "off", 1, randn(3, 2, 2, 2), dims=[3])
        properties(name, "live", 1, rand(3, 2, 2, 2, low=1, high=2), dims=[3])
    for name in ("dropout1d", "dropout3d"):
        properties(name, "one", 2)
    properties("dropout", "again", 1, rand(50, 20, low=1, high=2))
