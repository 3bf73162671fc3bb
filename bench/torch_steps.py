#!/usr/bin/python3
"""PyTorch's side of the comparison: torch_steps.py MODEL VARIANT THREADS ROWS, then step.cpp's protocol
(one line in: seconds to run; one line out: the median of a step in ms and how many ran).

VARIANT: eager, channels_last (convolutions only), compile (PyTorch 2). What a variant cannot do is said on
stderr with exit status 3, and compare.py leaves it out."""
import statistics
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn


class Cnn(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, 32, 3), nn.Conv2d(32, 64, 3)
        self.fc1, self.fc2 = nn.Linear(9216, 128), nn.Linear(128, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv2(F.relu(self.conv1(x)))), 2)
        return self.fc2(F.relu(self.fc1(x.flatten(1))))


def mlp():
    return nn.Sequential(nn.Linear(784, 512), nn.ReLU(), nn.Linear(512, 256), nn.ReLU(), nn.Linear(256, 10))


MODELS = {"mlp": (mlp, (784,)), "cnn": (Cnn, (1, 28, 28))}


def unsupported(why):
    print(why, file=sys.stderr)
    sys.exit(3)


def main(name, variant, threads, rows):
    torch.manual_seed(0)
    torch.set_num_threads(int(threads))
    make, shape = MODELS[name]
    model, x, y = make(), torch.rand(int(rows), *shape) * 2 - 1, torch.randint(10, (int(rows),))
    if variant == "channels_last":
        if len(shape) != 3:
            unsupported("no convolution here")
        model, x = model.to(memory_format=torch.channels_last), x.to(memory_format=torch.channels_last)
    opt = torch.optim.SGD(model.parameters(), lr=1e-3)
    forward = model
    if variant == "compile":
        if not hasattr(torch, "compile"):
            unsupported("this PyTorch has no torch.compile")
        forward = torch.compile(model)

    def step():
        start = time.perf_counter()
        opt.zero_grad(set_to_none=True)
        loss = F.cross_entropy(forward(x), y)
        loss.backward()
        opt.step()
        return time.perf_counter() - start

    for _ in range(3):
        step()
    print("ready torch", torch.__version__, flush=True)
    for line in sys.stdin:
        times, budget, spent = [], float(line), 0.0
        while spent < budget or len(times) < 5:
            times.append(step())
            spent += times[-1]
        print(f"{statistics.median(times) * 1e3:.6f} {len(times)}", flush=True)


main(*sys.argv[1:])
