"""Gradients."""
import torch

from cases import case, randn


def block(x, w):
    return torch.tanh(torch.tanh(x @ w) @ w)


def leaf(*tensors):
    return [t.requires_grad_() for t in tensors]


def gradients(loss, *tensors):
    return torch.autograd.grad(loss, tensors)


def several(x, w):
    x, w = leaf(x, w)
    return gradients(torch.tanh(x * w).sum(), x, w)


def leaves(x, w):
    x, w = leaf(x, w)
    y = x * w
    y.retain_grad()
    (y * y).sum().backward()
    return x.grad, w.grad, y.grad


def third(x):
    x = leaf(x)[0]
    first = torch.autograd.grad((torch.tanh(x) ** 2).sum(), x, create_graph=True)[0]
    again = torch.autograd.grad((first ** 2).sum(), x, create_graph=True)[0]
    return gradients((again ** 2).sum(), x)[0]


def make():
    case("checkpoint", "one", block, randn(2, 3), randn(3, 3))
    case("checkpoint", "several", lambda x, w: (block(x, w), x * 2), randn(2, 3), randn(3, 3))
    case("checkpoint", "chain", lambda x, w: block(block(block(x, w), w), w), randn(4, 3), randn(3, 3), dims=[4])
    case("checkpoint", "second", lambda x, w: gradients((block(*leaf(x), w) ** 2).sum(), x)[0], randn(2, 3), randn(3, 3))
    case("checkpoint", "dropped", lambda x: torch.tensor(True), randn(40))

    def loop(x, w):
        h = torch.zeros(2, 3, dtype=x.dtype)
        for t in range(4):
            h = block(h + x[t], w)
        return h

    case("checkpoint", "in_loop", loop, randn(4, 2, 3), randn(3, 3))

    case("custom_gradient", "value", lambda x: (x > 0).to(x.dtype), randn(4), gradient=False)
    case("custom_gradient", "through", lambda x: x + (x > 0).to(x.dtype), randn(4), gradient=False)
    case("custom_gradient", "own_rule", lambda x, k: x * x * k, randn(3), randn(3))
    case("custom_gradient", "second", lambda x, k: gradients(((leaf(x)[0] ** 2 * k) ** 2).sum(), x)[0], randn(3), randn(3))
    case("custom_gradient", "captured", lambda x, k: k, randn(3), randn(3), gradient=False)
    case("custom_gradient", "in_loop", lambda x: x + (x > 0).to(x.dtype), randn(4, 3), gradient=False)

    case("grad", "several", several, randn(3, 3), randn(3), dims=[3])
    case("grad", "cotangent", lambda x, v: 3 * x * x * v, randn(2, 3), randn(2, 3), gradient=False)
    case("grad", "leaves", leaves, randn(3), randn(3), gradient=False)
    case("grad", "accumulated", lambda x: x.exp() + 2 * x, randn(3), gradient=False)
    case("grad", "zeroed", lambda x: 2 * x, randn(3), gradient=False)
    case("grad", "given_cotangent", lambda x, v: x.exp() * v, randn(3), randn(3), gradient=False)
    case("grad", "detached", lambda x: x, randn(3), gradient=False)
    case("grad", "no_gradient", lambda x: x.exp() + x, randn(3), gradient=False)
    case("grad", "questions", lambda x: torch.tensor(1), randn(3))
    case("grad", "second", third, randn(3))
