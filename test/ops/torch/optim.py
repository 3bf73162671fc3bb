"""Optimisers and clipped gradients."""
import torch
from torch.nn.utils import clip_grad_norm_, clip_grad_value_

from cases import case, randn


def steps(make, count):
    def f(x):
        w = torch.full((3,), 0.5, dtype=x.dtype, requires_grad=True)
        optimizer = make([w])
        for _ in range(count):
            optimizer.zero_grad()
            ((w * x - 1) ** 2).sum().backward()
            optimizer.step()
        return w.detach()
    return f


def optimizers():
    optim = torch.optim

    def after(entry, make, times):
        case("optimizers", entry, steps(make, times), randn(3), times=times, gradient=False)

    after("sgd_dampened", lambda p: optim.SGD(p, 0.1, momentum=0.9, dampening=0.3, weight_decay=0.1), 3)
    after("sgd_upwards", lambda p: optim.SGD(p, 0.1, momentum=0.5, weight_decay=0.1, maximize=True), 3)
    after("adam_upwards", lambda p: optim.Adam(p, 0.1, betas=(0.8, 0.9), eps=1e-3, maximize=True), 4)
    after("adamw_upwards", lambda p: optim.AdamW(p, 0.1, amsgrad=True, maximize=True), 4)
    after("adagrad_with_initial_sum", lambda p: optim.Adagrad(p, 0.5, initial_accumulator_value=0.25, eps=0.1), 3)
    after("adagrad_upwards", lambda p: optim.Adagrad(p, 0.5, lr_decay=0.1, weight_decay=0.1, maximize=True), 3)
    after("rmsprop_upwards", lambda p: optim.RMSprop(p, 0.1, alpha=0.5, eps=0.1, momentum=0.5, maximize=True), 3)


def alternating(x):
    w = torch.full((3,), 0.5, dtype=x.dtype, requires_grad=True)
    both = torch.optim.Adam([w], 0.1, betas=(0.5, 0.999)), torch.optim.Adam([w], 0.3)
    for _ in range(3):
        for optimizer in both:
            optimizer.zero_grad()
            ((w * x - 1) ** 2).sum().backward()
            optimizer.step()
    return w.detach()


def clipping():
    def clipped(clip):
        """What a function that clips gives, and the gradients then."""
        def f(*gradients):
            parameters = [torch.ones_like(g) for g in gradients]
            for parameter, gradient in zip(parameters, gradients):
                parameter.grad = gradient
            given = clip(parameters)
            return ([] if given is None else [given]) + [p.grad for p in parameters]
        return f

    for entry, norm, kind in (("two", 1.0, 2), ("short_already", 100, 2), ("one", 0.5, 1), ("three", 2, 3),
                              ("inf", 0.5, float("inf"))):
        case("clip_grad_norm_", entry, clipped(lambda p: clip_grad_norm_(p, norm, kind)), randn(2, 3), randn(2),
             gradient=False)
    zeros = torch.zeros(2, 3, dtype=torch.float64), torch.zeros(2, dtype=torch.float64)
    case("clip_grad_norm_", "zeros", clipped(lambda p: clip_grad_norm_(p, 1, 2)), *zeros, gradient=False)
    case("clip_grad_value_", "half", clipped(lambda p: clip_grad_value_(p, 0.5)), randn(2, 3), randn(2), gradient=False)


def make():
    optimizers()
    clipping()
    case("optimizers", "alternating", alternating, randn(3), times=3, gradient=False)
