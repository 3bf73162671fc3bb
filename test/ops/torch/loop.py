"""Loops and branches: what the same Python gives."""
import torch

from cases import case, randn, second_derivative


def rnn(x, h, w, u, b, reverse=False):
    out = [None] * x.shape[0]
    for t in reversed(range(x.shape[0])) if reverse else range(x.shape[0]):
        h = torch.tanh(x[t] @ w.t() + h @ u.t() + b)
        out[t] = h
    return h, torch.stack(out)


def lstm(x, h, c, w, u):
    outs = []
    for t in range(x.shape[0]):
        i, f, g, o = (x[t] @ w.t() + h @ u.t()).chunk(4, 1)
        i, f, g, o = torch.sigmoid(i), torch.sigmoid(f), torch.tanh(g), torch.sigmoid(o)
        c = f * c + i * g
        h = o * torch.tanh(c)
        outs.append(o)
    return h, c, torch.stack(outs)


def second(x, h, w, u, b):
    x.requires_grad_()
    u.requires_grad_()
    return torch.autograd.grad((rnn(x, h, w, u, b)[1] ** 2).sum(), (x, u))


def swapped(a, b, x):
    c, outs = a, []
    for t in range(5):
        outs.append(c + a)
        a, b = b, a * x[t]
    return a, b, c, torch.stack(outs)


def shared(a, x):
    e = a.exp()
    c0, c1, outs = e, e, []
    for t in range(5):
        outs.append(c0 + c1)
        c0, c1 = c0 * x[t], c1 + e
    return c0, c1, torch.stack(outs)


def nested(x):
    return x.cumsum(1).cumsum(0)


def soft(x, w):
    h, outs = torch.zeros(2, 3, dtype=x.dtype), []
    for t in range(4):
        h = torch.softmax((x[t] + h) @ w, 1)
        outs.append(h.amax(1))
    return torch.stack(outs)


def doubled(x):
    while (x * x).sum() < 100:
        x = x * 2
    return x


def choose(x, w):
    return x @ w if x.sum() > 0 else torch.tanh(x) * w.sum()


def choose_second(x, w):
    x.requires_grad_()
    return torch.autograd.grad((choose(x, w) ** 2).sum(), x)


def in_loop(x):
    h, outs = torch.zeros(3, dtype=x.dtype), []
    for t in range(5):
        h = h + x[t] if x[t].sum() > 0 else h * x[t]
        outs.append(h)
    return torch.stack(outs)


def until(x):
    while (x * x).sum() < 5:
        x = x * torch.tanh(x) * 3
    return x


def seconds():
    second_derivative("while_loop", until, torch.tensor([0.5, -0.75, 1.0], dtype=torch.float64))


def make():
    shapes = ((6, 5, 3), (5, 4), (4, 3), (4, 4), (4,))
    case("scan", "rnn", rnn, *[randn(*s) for s in shapes])
    case("scan", "rnn_f32", lambda *a: rnn(*a)[1], *[randn(*s, dtype=torch.float32) for s in shapes])
    case("scan", "backwards", lambda *a: rnn(*a, reverse=True)[1], *[randn(*s) for s in shapes])
    case("scan", "segments", rnn, *[randn(*s) for s in shapes])
    case("scan", "segments_backwards", lambda *a: rnn(*a, reverse=True)[1], *[randn(*s) for s in shapes])
    case("scan", "live", rnn, *[randn(*s) for s in ((4, 3, 3), (3, 4), (4, 3), (4, 4), (4,))], dims=[3, 4])
    case("scan", "second", second, *[randn(*s) for s in ((4, 2, 3), (2, 4), (4, 3), (4, 4), (4,))])
    cell = ((7, 5, 2), (5, 3), (5, 3), (12, 2), (12, 3))
    case("scan", "lstm", lstm, *[randn(*s) for s in cell])
    case("scan", "lstm_segments", lambda *a: lstm(*a)[1], *[randn(*s) for s in ((8, 5, 2), *cell[1:])])
    case("scan", "powers", lambda a: torch.linalg.matrix_power(a, 5), randn(3, 3))
    case("scan", "slices_only", lambda x: x * x, randn(4, 3))
    case("scan", "swapped", swapped, randn(3), randn(3), randn(5, 3))
    case("scan", "shared", shared, randn(3), randn(5, 3))
    case("scan", "nested", nested, randn(4, 3, 2))
    case("scan", "softmax", soft, randn(4, 2, 3), randn(3, 3))
    case("scan", "kept_masks", lambda x: (torch.tensor(1), torch.tensor(1)), torch.zeros(200, 40, dtype=torch.float64))
    case("while_loop", "doubled", doubled, randn(3))
    case("while_loop", "counted", lambda x: (x / 32, torch.tensor(5)), randn(3))
    case("while_loop", "never", lambda x: x, randn(3))
    case("while_loop", "at_most", lambda x: x * 8, randn(3))
    case("cond", "taken", choose, randn(2, 3).abs(), randn(3, 3))
    case("cond", "other", choose, -randn(2, 3).abs(), randn(3, 3))
    case("cond", "live", choose, randn(3, 3).abs(), randn(3, 3), dims=[3])
    case("cond", "second", choose_second, -randn(2, 3).abs(), randn(3, 3))
    case("cond", "two", lambda x: (-x, x), -randn(3).abs())
    case("cond", "in_loop", in_loop, randn(5, 3))
    seconds()
