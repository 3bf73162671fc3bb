"""Reductions."""
import torch

from cases import case, rand, randn


def make():
    case("mean", "all", torch.mean, randn(2, 3, 5))
    case("mean", "rows", lambda x: x.mean((0, -1)), randn(2, 3, 5))
    case("mean", "kept", lambda x: x.mean(1, keepdim=True), randn(2, 3, 5, dtype=torch.float32))
    case("mean", "live", lambda x: x.mean(0), randn(3, 3), dims=[3])
    case("mean", "scalar", torch.mean, randn())
    case("mean", "nothing", lambda x: x.mean(0), rand(0, 3), gradient=False)
