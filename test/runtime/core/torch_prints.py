"""Writes torch_prints.inc: what PyTorch prints for tensors that TensorPrintTest.cpp makes too.

    /usr/bin/python3 torch_prints.py

Each case is a tensor in Python and the same one in C++. Kept with PyTorch 1.13's output."""
import os

import torch

nan, inf = float("nan"), float("inf")


def wave(*shape):
    """(i % 7 - 3) * 0.37, reshaped."""
    count = 1
    for size in shape:
        count *= size
    return torch.tensor([(i % 7 - 3) * 0.37 for i in range(count)]).reshape(shape)


def powers(count):
    """1, 10, 100 ..."""
    return torch.tensor([10.0**i for i in range(count)])


CASES = [
    # 0-d.
    ("torch.tensor(3)", "tensor(3)"),
    ("torch.tensor(3.)", "tensor(3.0)"),
    ("torch.tensor(0.6931472)", "tensor(0.6931472)"),
    ("torch.tensor(True)", "tensor(true)"),
    ("torch.tensor(nan)", "tensor(nan)"),
    ("torch.tensor(1e-7)", "tensor(1e-7)"),
    ("torch.tensor(2.5, dtype=torch.float64)", "tensor(2.5, f64)"),
    # Whole numbers, fractions, both.
    ("torch.tensor([1., 2., 3.])", "tensor({1., 2., 3.})"),
    ("torch.tensor([1., -2., 300.])", "tensor({1., -2., 300.})"),
    ("torch.tensor([0., 0.])", "tensor({0., 0.})"),
    ("torch.tensor([-0., 0.])", "tensor({-0., 0.})"),
    ("torch.tensor([0.5, -12.25, 3.])", "tensor({0.5, -12.25, 3.})"),
    ("torch.tensor([0.12345678, 1.])", "tensor({0.12345678, 1.})"),
    ("torch.tensor([0.00005, 0.5])", "tensor({0.00005, 0.5})"),
    # Where scientific notation begins.
    ("torch.tensor([1., 1000.])", "tensor({1., 1000.})"),
    ("torch.tensor([1., 1001.])", "tensor({1., 1001.})"),
    ("torch.tensor([1.5, 1500.])", "tensor({1.5, 1500.})"),
    ("torch.tensor([1.5, 1600.])", "tensor({1.5, 1600.})"),
    ("torch.tensor([1e8])", "tensor({1e8})"),
    ("torch.tensor([1.1e8])", "tensor({1.1e8})"),
    ("torch.tensor([1.00001e-4])", "tensor({1.00001e-4})"),
    ("torch.tensor([9.9e-5])", "tensor({9.9e-5})"),
    ("torch.tensor([-1e-10, 1e30, 0.])", "tensor({-1e-10, 1e30, 0.})"),
    ("torch.tensor([1e-310, 1e300], dtype=torch.float64)", "tensor({1e-310, 1e300}, f64)"),
    ("powers(4)", "powers(4)"),
    ("powers(12)", "powers(12)"),
    # Not finite.
    ("torch.tensor([nan, inf, -inf])", "tensor({nan, inf, -inf})"),
    ("torch.tensor([nan, 1., -inf])", "tensor({nan, 1., -inf})"),
    ("torch.tensor([nan, 1.5, -inf, inf])", "tensor({nan, 1.5, -inf, inf})"),
    ("torch.tensor([nan, 1e10, -inf, 0.])", "tensor({nan, 1e10, -inf, 0.})"),
    ("torch.tensor([nan, 0.])", "tensor({nan, 0.})"),
    # Ints and bools.
    ("torch.tensor([1, -20, 300])", "tensor({1, -20, 300})"),
    ("torch.tensor([9223372036854775807, -9223372036854775807])",
     "tensor({9223372036854775807, -9223372036854775807})"),
    ("torch.tensor([1, 2], dtype=torch.int32)", "tensor({1, 2}, i32)"),
    ("torch.tensor([1, 255], dtype=torch.uint8)", "tensor({1, 255}, u8)"),
    ("torch.tensor([True, False])", "tensor({true, false})"),
    ("torch.tensor([[True], [True]])", "tensor({{true}, {true}})"),
    ("torch.arange(40)", "arange(40)"),
    ("torch.arange(24).reshape(2, 3, 4)", "arange(24).reshape({2, 3, 4})"),
    ("torch.arange(16).reshape(2, 2, 2, 2)", "arange(16).reshape({2, 2, 2, 2})"),
    # Other floats.
    ("torch.tensor([0.1, 1 / 3], dtype=torch.float64)", "tensor({0.1, 1. / 3}, f64)"),
    ("torch.tensor([0.1, 1 / 3]).to(torch.float16)", "tensor({0.1, 1. / 3}).to(f16)"),
    ("torch.tensor([0.1, 65504., 1.]).to(torch.float16)", "tensor({0.1, 65504., 1.}).to(f16)"),
    ("torch.tensor([0.1, 1 / 3]).to(torch.bfloat16)", "tensor({0.1, 1. / 3}).to(bf16)"),
    ("torch.tensor([[1., 2.], [3., 4.]], dtype=torch.float64)", "tensor({{1., 2.}, {3., 4.}}, f64)"),
    # Views.
    ("torch.arange(6.).reshape(2, 3).t()", "arange(6.).reshape({2, 3}).t()"),
    ("torch.arange(10)[2:9:3]", "arange(10).index({Slice(2, 9, 3)})"),
    ("torch.tensor([1., 2.]).expand(3, 2)", "tensor({1., 2.}).expand({3, 2})"),
    # Lines.
    ("wave(20)", "wave({20})"),
    ("wave(3, 12)", "wave({3, 12})"),
    ("wave(2, 2, 11)", "wave({2, 2, 11})"),
    ("wave(9, 1)", "wave({9, 1})"),
    ("wave(2, 3).double()", "wave({2, 3}).to(f64)"),
    # A suffix that does not fit on the last line.
    ("wave(8).double()", "wave({8}).to(f64)"),
    ("torch.arange(13., dtype=torch.float64) * 1e9", "billions(13)"),
    ("torch.arange(100, 113, dtype=torch.int32)", "arange(100, 113, 1, i32)"),
    ("torch.arange(100, 112, dtype=torch.int32)", "arange(100, 112, 1, i32)"),
    # More than 1000 elements.
    ("torch.arange(1000)", "arange(1000)"),
    ("torch.arange(1001)", "arange(1001)"),
    ("torch.arange(1001.)", "arange(1001.)"),
    ("wave(40, 40)", "wave({40, 40})"),
    ("wave(2, 600)", "wave({2, 600})"),
    ("wave(501, 2)", "wave({501, 2})"),
    ("wave(7, 3, 60)", "wave({7, 3, 60})"),
    ("wave(1, 7, 1, 200)", "wave({1, 7, 1, 200})"),
    ("torch.zeros(1100, dtype=torch.bool)", "zeros({1100}, boolean)"),
    # Nothing in it.
    ("torch.zeros(0)", "zeros({0})"),
    ("torch.zeros(0, dtype=torch.int64)", "zeros({0}, i64)"),
    ("torch.zeros(2, 0)", "zeros({2, 0})"),
    ("torch.zeros(0, 3, 1, dtype=torch.bool)", "zeros({0, 3, 1}, boolean)"),
    ("torch.zeros(2, 0, dtype=torch.float64)", "zeros({2, 0}, f64)"),
]

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "torch_prints.inc"), "w") as out:
    out.write(f"// Written by torch_prints.py with PyTorch {torch.__version__}.\n")
    for python, cpp in CASES:
        out.write(f'PRINTS(R"({eval(python)!s})",\n       {cpp})\n')
