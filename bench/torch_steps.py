"""PyTorch's side of the comparison: torch_steps.py MODEL SETTINGS THREADS WEIGHTS, then step.cpp's
protocol. Run by the interpreter whose PyTorch is meant.

SETTINGS, joined by "+": eager, channels_last, compile (PyTorch 2), sdpa (GPT: PyTorch 2's fused
attention)."""
import json
import statistics
import sys
import time

import torch
import torch.nn.functional as F

import suite
from torch_models import MODELS

AFTER_IMPORT = suite.memory("VmRSS")
DTYPES = {"F32": torch.float32, "I64": torch.int64}


def tensors(name):
    for (shape, values) in suite.inputs(name):
        yield torch.tensor(values, dtype=torch.float32 if isinstance(values[0], float) else torch.int64).view(shape)


def make(name, settings, weights):
    model = MODELS[name](True) if "sdpa" in settings else MODELS[name]()
    model.load_state_dict({key: torch.frombuffer(bytearray(data), dtype=DTYPES[dtype]).view(shape)
                           for key, dtype, shape, data in suite.read_weights(weights)})
    return model.to(memory_format=torch.channels_last) if "channels_last" in settings else model


def optimizer(parameters):
    if torch.__version__.startswith("1."):
        return torch.optim.SGD(parameters, lr=suite.LEARNING_RATE)
    return torch.optim.SGD(parameters, lr=suite.LEARNING_RATE, fused=True)


def main(name, settings, threads, weights):
    torch.set_num_threads(int(threads))
    settings = settings.split("+")
    model, (x, y) = make(name, settings, weights), tensors(name)
    if "channels_last" in settings:
        x = x.to(memory_format=torch.channels_last)
    opt = optimizer(model.parameters())

    def loss_of(x, y):
        if name == "unet":
            return F.binary_cross_entropy_with_logits(model(x), y)
        return F.cross_entropy(model(x).flatten(0, y.dim() - 1), y.flatten())

    if "compile" in settings:
        loss_of = torch.compile(loss_of)

    def step():
        opt.zero_grad(set_to_none=True)
        loss = loss_of(x, y)
        loss.backward()
        opt.step()
        return loss

    start, losses = time.perf_counter(), [step().item()]
    first = time.perf_counter() - start
    print("started", flush=True)
    losses += [step().item() for _ in range(2)]
    print(json.dumps({"parameters": sum(p.numel() for p in model.parameters()), "first_step_ms": first * 1e3,
                      "losses": losses}), flush=True)
    for line in sys.stdin:
        times, budget, spent = [], float(line), 0.0
        while spent < budget or len(times) < 5:
            start = time.perf_counter()
            step()
            times.append(time.perf_counter() - start)
            spent += times[-1]
        print(f"{statistics.median(times) * 1e3:.6f} {len(times)}", flush=True)
    print(json.dumps({"growth_mb": suite.memory("VmHWM") - AFTER_IMPORT}))


main(*sys.argv[1:])
