"""Writes numpy_files.inc: files that numpy.save made, and the tensors they hold.

    /usr/bin/python3 numpy_files.py"""
import io
import os

import numpy as np

ARRAYS = [
    ("np.array([[1, 2, 3], [4, 5, 6]], '<f4')", "tensor({{1, 2, 3}, {4, 5, 6}}, f32)"),
    ("np.array([1.5, -2], '<f8')", "tensor({1.5, -2}, f64)"),
    ("np.array([1.5, -2], '<f2')", "tensor({1.5, -2}, f16)"),
    ("np.array([-1, 2], '<i8')", "tensor({-1, 2})"),
    ("np.array([-1, 2], '<i4')", "tensor({-1, 2}, i32)"),
    ("np.array([1, 255], 'u1')", "tensor({1, 255}, u8)"),
    ("np.array([True, False])", "tensor({true, false})"),
    ("np.array(2.5, '<f4')", "tensor(2.5)"),
    ("np.zeros((2, 0, 3), '<f4')", "zeros({2, 0, 3})"),
    ("np.asfortranarray(np.arange(6).reshape(2, 3))", "arange(6).reshape({2, 3})"),
    ("np.asfortranarray(np.arange(24).reshape(2, 3, 4))", "arange(24).reshape({2, 3, 4})"),
]


def literal(data):
    """A string literal of C++, in pieces of 32 bytes."""
    def escaped(b):
        return chr(b) if 32 <= b < 127 and chr(b) not in '"\\' else f"\\{b:03o}"
    pieces = [data[i:i + 32] for i in range(0, len(data), 32)]
    return "\n      ".join('"' + "".join(map(escaped, piece)) + '"' for piece in pieces)


with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "numpy_files.inc"), "w") as out:
    out.write(f"// Written by numpy_files.py with NumPy {np.__version__}.\n")
    for python, cpp in ARRAYS:
        buffer = io.BytesIO()
        np.save(buffer, eval(python))
        out.write(f"HOLDS(({cpp}),\n      {literal(buffer.getvalue())})\n")
