"""Writes torch_views.inc: shape, strides, offset and elements of views, as PyTorch makes them.

    /usr/bin/python3 torch_views.py

Each case is a view in Python and the same one in C++, of the tensors of TensorViewsTest.cpp."""
import os

import torch

x = torch.arange(24).reshape(2, 3, 4)
m = torch.arange(12).reshape(3, 4)
v = torch.arange(10)
s = torch.tensor(7)
one = torch.arange(3).reshape(3, 1)
e = torch.zeros(2, 0, 3, dtype=torch.int64)

CASES = [
    # view and reshape
    ("x.view(6, 4)", "x.view({6, 4})"),
    ("x.view(-1)", "x.view({-1})"),
    ("x.view(2, 1, -1, 2)", "x.view({2, 1, -1, 2})"),
    ("x.view(1, 24, 1)", "x.view({1, 24, 1})"),
    ("x.permute(2, 0, 1).view(4, 6)", "x.permute({2, 0, 1}).view({4, 6})"),
    ("x.permute(2, 0, 1).view(2, 2, 2, 3)", "x.permute({2, 0, 1}).view({2, 2, 2, 3})"),
    ("x[:, :, 1:3].view(6, 2)", "x.index({Ellipsis, Slice(1, 3)}).view({6, 2})"),
    ("x[:, 1].view(2, 2, 2)", "x.select(1, 1).view({2, 2, 2})"),
    ("s.view(1, 1)", "s.view({1, 1})"),
    ("s.view(1, 1).view([])", "s.view({1, 1}).view({})"),
    ("e.view(0, 3)", "e.view({0, 3})"),
    ("e.view(3, -1, 5)", "e.view({3, -1, 5})"),
    ("s.expand(3, 2).view(6)", "s.expand({3, 2}).view({6})"),
    ("one.expand(3, 4).view(3, 2, 2)", "one.expand({3, 4}).view({3, 2, 2})"),
    ("m.t().reshape(6, 2)", "m.t().reshape({6, 2})"),
    ("m.reshape(2, -1)", "m.reshape({2, -1})"),
    ("x.permute(2, 0, 1).reshape(-1)", "x.permute({2, 0, 1}).reshape({-1})"),
    ("x.flatten()", "x.flatten()"),
    ("x.flatten(1)", "x.flatten(1)"),
    ("x.flatten(0, 1)", "x.flatten(0, 1)"),
    ("x.transpose(0, 2).flatten(1, 2)", "x.transpose(0, 2).flatten(1, 2)"),
    ("s.flatten()", "s.flatten()"),
    # order and number of dimensions
    ("x.transpose(0, 2)", "x.transpose(0, 2)"),
    ("x.transpose(-1, -2)", "x.transpose(-1, -2)"),
    ("s.transpose(0, -1)", "s.transpose(0, -1)"),
    ("m.t()", "m.t()"),
    ("v.t()", "v.t()"),
    ("x.permute(1, -1, 0)", "x.permute({1, -1, 0})"),
    ("s.permute(())", "s.permute({})"),
    ("x.movedim(0, 2)", "x.movedim(0, 2)"),
    ("x.movedim(-1, 0)", "x.movedim(-1, 0)"),
    ("x.movedim(1, 1)", "x.movedim(1, 1)"),
    ("s.movedim(0, -1)", "s.movedim(0, -1)"),
    ("x.unsqueeze(0)", "x.unsqueeze(0)"),
    ("x.unsqueeze(2)", "x.unsqueeze(2)"),
    ("x.unsqueeze(-1)", "x.unsqueeze(-1)"),
    ("s.unsqueeze(0)", "s.unsqueeze(0)"),
    ("one.squeeze()", "one.squeeze()"),
    ("one.squeeze(1)", "one.squeeze(1)"),
    ("one.squeeze(0)", "one.squeeze(0)"),
    ("s.squeeze(0)", "s.squeeze(0)"),
    ("one.expand(3, 4)", "one.expand({3, 4})"),
    ("one.expand(2, -1, 5)", "one.expand({2, -1, 5})"),
    ("one.expand(1, 3, 1)", "one.expand({1, 3, 1})"),
    ("s.expand(2, 2)", "s.expand({2, 2})"),
    ("s.expand(0)", "s.expand({0})"),
    # some of the elements
    ("v[2:7]", "v.slice(0, 2, 7)"),
    ("v[::3]", "v.slice(0, None, None, 3)"),
    ("v[-4:-1:2]", "v.slice(0, -4, -1, 2)"),
    ("v[5:2]", "v.slice(0, 5, 2)"),
    ("v[8:100]", "v.slice(0, 8, 100)"),
    ("v[-100:3]", "v.slice(0, -100, 3)"),
    ("v[20:]", "v.slice(0, 20)"),
    ("x[1]", "x[1]"),
    ("x[-1][0]", "x[-1][0]"),
    ("x.select(-1, -1)", "x.select(-1, -1)"),
    ("x.narrow(2, 1, 2)", "x.narrow(2, 1, 2)"),
    ("x.narrow(-1, -3, 2)", "x.narrow(-1, -3, 2)"),
    ("v.narrow(0, 10, 0)", "v.narrow(0, 10, 0)"),
    ("m.diagonal()", "m.diagonal()"),
    ("m.diagonal(1)", "m.diagonal(1)"),
    ("m.diagonal(-2)", "m.diagonal(-2)"),
    ("m.diagonal(4)", "m.diagonal(4)"),
    ("x.diagonal(1, 0, 2)", "x.diagonal(1, 0, 2)"),
    ("x.diagonal(0, -1, -2)", "x.diagonal(0, -1, -2)"),
    ("v.unfold(0, 4, 3)", "v.unfold(0, 4, 3)"),
    ("x.unfold(1, 2, 1)", "x.unfold(1, 2, 1)"),
    ("m.as_strided((2, 2), (1, 5), 3)", "m.as_strided({2, 2}, {1, 5}, 3)"),
    ("m[1].as_strided((2,), (2,))", "m[1].as_strided({2}, {2})"),
    ("v.split(4)[2]", "v.split(4)[2]"),
    ("x.split(3, -1)[1]", "x.split(3, -1)[1]"),
    ("v.chunk(4)[3]", "v.chunk(4)[3]"),
    ("x.chunk(2, 1)[1]", "x.chunk(2, 1)[1]"),
    ("x.unbind(1)[2]", "x.unbind(1)[2]"),
    # indices
    ("x[0, 1]", "x.index({0, 1})"),
    ("x[0, 1, 2]", "x.index({0, 1, 2})"),
    ("x[:, 1:, ::2]", "x.index({Slice(), Slice(1), Slice(None, None, 2)})"),
    ("x[..., 0]", "x.index({Ellipsis, 0})"),
    ("x[1, ...]", "x.index({1, Ellipsis})"),
    ("x[1, ..., -1]", "x.index({1, Ellipsis, -1})"),
    ("x[None, :, None, 2]", "x.index({None, Slice(), None, 2})"),
    ("x[..., None]", "x.index({Ellipsis, None})"),
    ("x[0, :2, 1:3][None]", "x.index({0, Slice(None, 2), Slice(1, 3)}).index({None})"),
    ("x[0, ..., 1, 2]", "x.index({0, Ellipsis, 1, 2})"),
    ("s[None]", "s.index({None})"),
    ("s[...]", "s.index({Ellipsis})"),
    ("e[:, :, 1]", "e.index({Slice(), Slice(), 1})"),
]


def braces(numbers):
    return "{" + ", ".join(str(n) for n in numbers) + "}"


with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "torch_views.inc"), "w") as out:
    out.write(f"// Written by torch_views.py with PyTorch {torch.__version__}.\n")
    for python, cpp in CASES:
        y = eval(python)
        out.write(f"VIEW(({cpp}), (Shape{braces(y.shape)}), (Shape{braces(y.stride())}), {y.storage_offset()},\n"
                  f"     (Shape{braces(y.reshape(-1).tolist())}))\n")
