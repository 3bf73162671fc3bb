"""The models, and what a training step of each is fed: the same numbers in every contestant."""
import json
import math
import struct

# Rows; a row of each input: "float" below 1, or integers below a limit; the Gflop of the products in
# a step: of the layers forward, their inputs' gradients (but for the model's input) and their weights'.
MODELS = {
    "mlp": (64, (("float", (784,)), (10, ())), 0.154),
    "lenet": (64, (("float", (1, 28, 28)), (10, ())), 0.145),
    "cnn": (64, (("float", (1, 28, 28)), (10, ())), 4.58),
    "resnet20": (64, (("float", (3, 32, 32)), (10, ())), 15.5),
    "resnet18": (32, (("float", (3, 32, 32)), (10, ())), 106.5),
    "mobilenet": (32, (("float", (3, 32, 32)), (10, ())), 4.35),
    "unet": (4, (("float", (1, 96, 96)), ("float", (1, 96, 96))), 21.3),
    "lstm": (32, ((10000, (64,)), (4, ())), 1.21),
    "gpt": (8, ((65, (128,)), (65, (128,))), 21.0),
}
IMAGES = ("lenet", "cnn", "resnet20", "resnet18", "mobilenet", "unet")  # convolutions: layouts matter
QUICK = ("mlp", "lenet", "cnn", "gpt")
LEARNING_RATE = 0.01


def limits(name):
    """Of the inputs of integers, as step.cpp takes them."""
    return [str(kind) for kind, _ in MODELS[name][1] if kind != "float"]


def inputs(name):
    """A shape and a flat list of numbers for each input; class Inputs of step.cpp makes the same."""
    rows, kinds, _ = MODELS[name]
    random, made = 1, []
    for kind, row in kinds:
        values = []
        for _ in range(rows * math.prod(row)):
            random = (random * 6364136223846793005 + 1442695040888963407) % 2**64
            values.append((random >> 40) / 2**24 if kind == "float" else (random >> 33) % kind)
        made.append(((rows, *row), values))
    return made


def read_weights(path):
    """Name, dtype ("F32", "I64"), shape and bytes of each tensor of a safetensors file."""
    with open(path, "rb") as file:
        (size,) = struct.unpack("<Q", file.read(8))
        header, data = json.loads(file.read(size)), file.read()
    for name, entry in header.items():
        if name != "__metadata__":
            begin, end = entry["data_offsets"]
            yield name, entry["dtype"], entry["shape"], data[begin:end]


def memory(what):
    """Of this process, in MB: VmRSS now, VmHWM at most so far."""
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith(what))
