# REQUIRES: torch
# RUN: %python %s operations > %t.operations && diff -u %root/examples/tensors/operations.expected %t.operations
# RUN: %python %s gradients > %t.gradients && diff -u %root/examples/autograd/gradients.expected %t.gradients
"""The kept output of examples/tensors/operations.cpp and examples/autograd/gradients.cpp is what the same lines
print in PyTorch. Argument: which of the two."""
import sys

import torch


def show(what, x):
    print(what)
    print(x)


def operations():
    print("\n== creation")
    show("numbers", torch.tensor([[1.5, 2, 3], [4, 5, 6]]))
    show("zeros", torch.zeros(2, 3))
    show("full", torch.full((2, 2), 7))
    show("arange", torch.arange(0, 10, 2))
    show("linspace", torch.linspace(0, 1, 5))
    show("eye", torch.eye(3))

    print("\n== elementwise")
    x = torch.arange(6, dtype=torch.float32).reshape(2, 3)
    show("x", x)
    show("x + 1", x + 1)
    show("x * x", x * x)
    show("exp(x)", torch.exp(x))
    show("x > 2", x > 2)
    show("where(x > 2, x, 0)", torch.where(x > 2, x, torch.zeros(())))

    print("\n== broadcasting: shapes are matched from the last dimension; a size of 1 is repeated")
    column = torch.arange(3, dtype=torch.float32).reshape(3, 1)
    row = 10 * torch.arange(4, dtype=torch.float32)
    show("column [3, 1]", column)
    show("row [4]", row)
    show("column + row [3, 4]", column + row)

    print("\n== element types: the larger kind wins, and within a kind the larger size")
    n, x = torch.arange(3), torch.arange(3, dtype=torch.float32)
    show("i64", n)
    show("i64 * 2", n * 2)
    show("i64 * 0.5", n * 0.5)
    show("i64 / i64", n / (n + 1))
    show("f32 + f64", x + x.double())
    show("bool to i64", (x > 0).long())

    print("\n== reductions")
    x = torch.arange(6, dtype=torch.float32).reshape(2, 3)
    show("sum", x.sum())
    show("sum over dim 0", x.sum(0))
    show("mean over dim 1, kept", x.mean(1, keepdim=True))
    show("argmax over dim 1", x.argmax(1))
    show("largest", x.amax())
    show("standard deviation over dim 1", x.std(1))
    show("any above 4", (x > 4).any())
    show("softmax", torch.softmax(x, 1))

    print("\n== shapes: no operation writes into its operands, so nobody asks what is a view")
    show("x.t()", x.t())
    show("x.flatten()", x.flatten())
    show("x[1]", x[1])
    show("x.unsqueeze(0)", x.unsqueeze(0))
    show("cat", torch.cat([x, x + 10], 1))
    show("stack", torch.stack([x[0], x[1]], 1))
    show("second of two chunks", x.flatten().chunk(2)[1])

    print("\n== products")
    a = torch.arange(6, dtype=torch.float32).reshape(2, 3)
    b = torch.arange(12, dtype=torch.float32).reshape(3, 4)
    show("matmul(a, b)", torch.matmul(a, b))
    show("a @ one of its rows", torch.matmul(a, a[1]))
    show("outer", torch.outer(a[0], a[1]))
    show("einsum: the sum of each row of a times b", torch.einsum("ik,kj->i", a, b))


def gradients():
    w = torch.arange(1.0, 4.0, requires_grad=True)
    b = torch.tensor(0.5, requires_grad=True)

    def net(x):
        return (w * x).sum() + b

    def zero_grad():
        w.grad = b.grad = None

    def grad(loss, x):
        return torch.autograd.grad(loss, x, create_graph=True)[0]

    def say(label, x):
        print(label, x.detach())

    def leaves(name, x):
        print(f"{name}: {'a leaf' if x.is_leaf else 'computed'}, "
              f"{'requires a gradient' if x.requires_grad else 'requires none'}")

    x = torch.ones(3)
    print("\n== leaves: what was not computed from anything that requires a gradient")
    y = net(x)
    loss = y * y
    leaves("x", x)
    leaves("w", w)
    leaves("y", y)
    leaves("y.detach()", y.detach())

    print("\n== backward() leaves the gradients of leaves in .grad()")
    say("loss", loss)
    loss.backward()
    say("w.grad = 2 y x", w.grad)
    say("b.grad = 2 y", b.grad)

    print("\n== backward() adds to what is there")
    net(x).backward()
    say("w.grad", w.grad)
    print("\n== until zero_grad()")
    zero_grad()
    net(x).backward()
    say("w.grad", w.grad)

    print("\n== other leaves by requires_grad_(), computed tensors by retain_grad()")
    a = torch.arange(3.0)
    a.requires_grad_()
    square = a * a
    square.retain_grad()
    (square * 10).sum().backward()
    say("square.grad", square.grad)
    say("a.grad = 20 a", a.grad)

    print("\n== backward(cotangent): with what every element counts")
    a.grad = None
    (a * a).backward(torch.arange(3.0))
    say("a.grad", a.grad)

    print("\n== grad(loss, x): of anything computed before, without touching .grad()")
    x.requires_grad_()
    z = x * 3
    cube = (z * z * z).sum()
    say("dcube/dz = 3 z^2", grad(cube, z))
    say("dcube/dx = 3 * dcube/dz", grad(cube, x))

    print("\n== a gradient is a tensor like any other, and has a gradient")
    say("d2cube/dz2 = 6 z", grad(grad(cube, z).sum(), z))

    print("\n== detach() and no_grad(): the same numbers, and no gradient behind them")
    say("of z * z", grad((z * z).sum(), z))
    say("of z * z.detach()", grad((z * z.detach()).sum(), z))
    with torch.no_grad():
        constant = z * z
    say("of z * no_grad(z * z)", grad((z * constant).sum(), z))

    print("\n== frozen: requires_grad_(false)")
    zero_grad()
    b.requires_grad_(False)
    net(x).backward()
    say("w.grad", w.grad)
    leaves("b", b)
    b.requires_grad_(True)

    print("\n== one step down the slope: w -= lr * w.grad()")
    zero_grad()
    before = net(x) * net(x)
    before.backward()
    with torch.no_grad():
        w.sub_(0.1 * w.grad)
        b.sub_(0.1 * b.grad)
    say("loss before", before)
    say("w", w)
    say("loss after", net(x) * net(x))


{"operations": operations, "gradients": gradients}[sys.argv[1]]()
