# REQUIRES: torch
# RUN: rm -rf %t && mkdir -p %t && cd %t && %dlc %S/inputs/checkpoint_model.cpp %S/inputs/checkpoint_main.cpp -o app
# RUN: cd %t && ./app weights.safetensors outputs.bin
# RUN: %python %s %t/weights.safetensors %t/outputs.bin
"""A checkpoint of ours loads into the PyTorch model of the same shape and gives the same outputs.

Arguments: a safetensors file, and the f32 outputs [16,10] the compiled model gave for the inputs of
golden.h's step 0. Runs where PyTorch is (bench/packages.txt); the format is read here by hand, since Debian
has no safetensors package."""
import json
import os
import struct
import sys

import numpy as np
import torch

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden"))
import make_golden

DTYPES = {"F64": np.float64, "F32": np.float32, "I64": np.int64, "I32": np.int32, "U8": np.uint8, "BOOL": np.bool_}
ROWS = 16


def read_safetensors(path):
    with open(path, "rb") as f:
        data = f.read()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8:8 + length])
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__":
            begin, end = (8 + length + offset for offset in entry["data_offsets"])
            array = np.frombuffer(data[begin:end], DTYPES[entry["dtype"]]).reshape(entry["shape"])
            tensors[name] = torch.from_numpy(array.copy())
    return tensors


def main(weights, outputs):
    model = make_golden.Cnn()
    make_golden.BATCH = ROWS
    x, _ = make_golden.batch(model, 0, torch.float32)
    model.load_state_dict(read_safetensors(weights))  # strict: the same names, no more, no fewer
    ours = torch.from_numpy(np.fromfile(outputs, np.float32).reshape(ROWS, 10))
    with torch.no_grad():
        theirs = model(x)
    off = (ours - theirs).abs().max().item()
    print(f"largest difference of the outputs: {off:.2e}")
    sys.exit(off > 1e-5)


main(*sys.argv[1:])
