# REQUIRES: torch
# RUN: rm -rf %t && mkdir -p %t && cd %t
# RUN: %cxx -std=c++20 -shared -fPIC -I%include %S/inputs/tensor_exchange.cpp %librt -lz -lpthread -o %t/exchange.so
# RUN: %python %s %t | FileCheck %s
"""The run-time Tensor and PyTorch exchange files and memory. Argument: a folder with exchange.so."""
import ctypes
import os
import sys

import numpy as np
import torch

folder = sys.argv[1]
library = ctypes.CDLL(os.path.join(folder, "exchange.so"))
library.lend.restype = ctypes.c_void_p
library.borrow.argtypes = [ctypes.c_void_p]

# NumPy reads what the runtime wrote, the runtime what NumPy wrote.
for x in (torch.arange(6.).reshape(2, 3), torch.tensor(True), torch.zeros(0, 2, dtype=torch.int32),
          torch.arange(24).reshape(2, 3, 4).permute(2, 1, 0)):
    theirs, ours = os.path.join(folder, "theirs.npy"), os.path.join(folder, "ours.npy")
    np.save(theirs, x.numpy())
    library.exchange_npy(theirs.encode(), ours.encode())
    y = torch.from_numpy(np.load(ours))
    assert y.dtype == x.dtype and torch.equal(x, y), (x, y)

# PyTorch sees our memory; the storage goes when PyTorch lets go.
capsule = ctypes.pythonapi.PyCapsule_New
capsule.restype, capsule.argtypes = ctypes.py_object, [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p]
name = ctypes.c_char_p(b"dltensor")
lent = torch.utils.dlpack.from_dlpack(capsule(library.lend(), name, None))
print(lent, lent.stride())
# CHECK: tensor({{\[\[}} 0.,  2.],
# CHECK-NEXT: [ 4.,  6.],
# CHECK-NEXT: [ 8., 10.]]) (4, 2)
del lent
sys.stdout.flush()

# We see PyTorch's.
pointer = ctypes.pythonapi.PyCapsule_GetPointer
pointer.restype, pointer.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
take = ctypes.pythonapi.PyCapsule_SetName
take.argtypes = [ctypes.py_object, ctypes.c_char_p]
used = ctypes.c_char_p(b"used_dltensor")
mine = torch.arange(6).reshape(2, 3).t()
export = torch.utils.dlpack.to_dlpack(mine)
address = pointer(export, name)
take(export, used)
library.borrow(address)
print(mine)
# CHECK-NEXT: tensor({{\[\[}}0, 3],
# CHECK-NEXT: [1, 4],
# CHECK-NEXT: [2, 5]])
# CHECK-NEXT: tensor({{\[\[}}7, 7],
# CHECK-NEXT: [1, 4],
# CHECK-NEXT: [2, 5]])
