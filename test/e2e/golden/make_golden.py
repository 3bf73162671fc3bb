#!/usr/bin/python3
"""Makes mlp.json and cnn.json: what PyTorch computes for two models from start values anyone can repeat.

Not run by the tests; run it by hand after a change here (Debian: python3-torch; about a minute):
    /usr/bin/python3 test/e2e/golden/make_golden.py

No weights are stored: a formula gives them. golden.h repeats it in C++.

  uniform(name, i) = (splitmix64(fnv1a64(name) + (i+1) * 0x9E3779B97F4A7C15) >> 11) * 2^-53     in [0, 1)
    fnv1a64: over the bytes of the name, basis 0xCBF29CE484222325, prime 0x100000001B3
    splitmix64: the three xor-shift-multiply lines of the generator's output step
  parameter element i, row-major in PyTorch's layout:  f32((2 * uniform(name, i) - 1) * bound),
    bound = 1 / sqrt(fan_in) for weight and bias, as PyTorch's default initialisation
  label of row r of step s (0..9):  (7 r + s) mod 10
  input of step s:  f32(uniform("x.<s>", i) * w) over all rows' elements i; within a row of d elements, w is 1
    where floor(10 k / d) is the row's label (k = i mod d), else 0.25: something to learn, so the losses move

Both precisions start from the same numbers, those rounded to f32. Batch 32, mean cross entropy, a fresh
batch each step, no dropout. The rates are high, so that every term of an update shows in the losses.

  gradients:   of step 0, in f64: max_abs, sum, l2 and 512 (or all) elements, the j-th at floor(j * numel / 512)
  sgd:         lr 0.1, ten losses
  sgd_momentum lr 0.05, momentum 0.9, weight_decay 0.01, ten losses
  adam:        lr 1e-3, two steps: losses before steps 0 and 1, and parameter elements after them
Each loss list is there in f64 and in f32.
"""
import json
import math
import os

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

BATCH, STEPS, SAMPLES = 32, 10, 512
HERE = os.path.dirname(os.path.abspath(__file__))


def uniform(name, count):
    h = 0xCBF29CE484222325
    for byte in name.encode():
        h = (h ^ byte) * 0x100000001B3 % 2**64
    with np.errstate(over="ignore"):
        z = np.uint64(h) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    return (z >> np.uint64(11)).astype(np.float64) * 2.0**-53


class Mlp(nn.Module):
    input_shape = (784,)

    def __init__(self):
        super().__init__()
        self.fc1, self.fc2, self.fc3 = nn.Linear(784, 512), nn.Linear(512, 256), nn.Linear(256, 10)

    def forward(self, x):
        return self.fc3(F.relu(self.fc2(F.relu(self.fc1(x)))))


class Cnn(nn.Module):
    input_shape = (1, 28, 28)

    def __init__(self):
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, 32, 3), nn.Conv2d(32, 64, 3)
        self.fc1, self.fc2 = nn.Linear(9216, 128), nn.Linear(128, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv2(F.relu(self.conv1(x)))), 2)
        return self.fc2(F.relu(self.fc1(x.flatten(1))))


def bound(model, name):
    weight = dict(model.named_parameters())[name.rsplit(".", 1)[0] + ".weight"]
    return 1.0 / math.sqrt(weight[0].numel())


def start(make, dtype):
    model = make().to(dtype)
    with torch.no_grad():
        for name, p in model.named_parameters():
            value = ((2 * uniform(name, p.numel()) - 1) * bound(model, name)).astype(np.float32)
            p.copy_(torch.from_numpy(value).view(p.shape))
    return model


def batch(model, step, dtype):
    d = math.prod(model.input_shape)
    y = (7 * np.arange(BATCH) + step) % 10
    weight = np.where(10 * np.arange(d) // d == y[:, None], 1.0, 0.25)
    x = (uniform(f"x.{step}", BATCH * d).reshape(BATCH, d) * weight).astype(np.float32)
    return torch.from_numpy(x).view(BATCH, *model.input_shape).to(dtype), torch.from_numpy(y)


def train(model, opt, steps, dtype):
    losses = []
    for step in range(steps):
        x, y = batch(model, step, dtype)
        opt.zero_grad()
        loss = F.cross_entropy(model(x), y)
        loss.backward()
        opt.step()
        losses.append(loss.item())
    return losses


def sample(tensor, limit=SAMPLES):
    flat = tensor.detach().double().reshape(-1)
    count = min(limit, flat.numel())
    return [flat[j * flat.numel() // count].item() for j in range(count)]


def gradients(make, dtype):
    model = start(make, dtype)
    x, y = batch(model, 0, dtype)
    F.cross_entropy(model(x), y).backward()
    return {name: p.grad.double() for name, p in model.named_parameters()}


def golden(make):
    out = {"batch": BATCH, "input_shape": list(make.input_shape)}
    model = start(make, torch.float64)
    out["parameters"] = [{"name": n, "shape": list(p.shape), "bound": bound(model, n)} for n, p in model.named_parameters()]

    exact, single = gradients(make, torch.float64), gradients(make, torch.float32)
    out["gradients"] = {}
    for name, g in exact.items():
        peak = g.abs().max().item()
        out["gradients"][name] = {"max_abs": peak, "sum": g.sum().item(), "l2": g.norm().item(), "elements": sample(g)}
        print(f"  {name}: PyTorch's own f32 is off by {(single[name] - g).abs().max().item() / peak:.1e} of the largest")

    optimizers = {
        "sgd": (STEPS, lambda p: torch.optim.SGD(p, lr=0.1)),
        "sgd_momentum": (STEPS, lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, weight_decay=0.01)),
        "adam": (2, lambda p: torch.optim.Adam(p, lr=1e-3)),
    }
    for name, (steps, build) in optimizers.items():
        out[name] = {}
        for dtype, key in ((torch.float64, "f64"), (torch.float32, "f32")):
            model = start(make, dtype)
            out[name]["losses_" + key] = train(model, build(model.parameters()), steps, dtype)
            if dtype == torch.float64:
                out[name]["parameters_after"] = {n: sample(p, 64) for n, p in model.named_parameters()}
        print(f"  {name}: {out[name]['losses_f64'][0]:.6f} .. {out[name]['losses_f64'][-1]:.6f}")
    return out


if __name__ == "__main__":
    torch.manual_seed(0)
    for name, make in (("mlp", Mlp), ("cnn", Cnn)):
        print(name)
        with open(os.path.join(HERE, name + ".json"), "w") as f:
            json.dump(golden(make), f, indent=0)
            f.write("\n")
