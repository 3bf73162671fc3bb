"""JAX's side of the comparison: jax_steps.py MODEL WEIGHTS, then step.cpp's protocol, on as many
threads as the process has processors. The step is one jitted function whose arguments are donated;
images are NHWC inside. The models are functions of a dict of tensors with the names of the state dict."""
import functools
import json
import statistics
import sys
import time

import jax
import jax.numpy as jnp
import numpy
from jax import lax

import suite

AFTER_IMPORT = suite.memory("VmRSS")


def linear(p, name, x):
    return x @ p[name + ".weight"].T + p[name + ".bias"]


def conv(p, name, x, stride=1, padding=0, groups=1):
    y = lax.conv_general_dilated(x, p[name + ".weight"], (stride, stride), [(padding, padding)] * 2,
                                 dimension_numbers=("NHWC", "HWIO", "NHWC"), feature_group_count=groups)
    bias = p.get(name + ".bias")
    return y if bias is None else y + bias


def max_pool(x):
    return lax.reduce_window(x, -jnp.inf, lax.max, (1, 2, 2, 1), (1, 2, 2, 1), "VALID")


def batch_norm(p, new, name, x):
    """Normalises by the batch, and writes the running statistics to `new`."""
    mean, var = x.mean((0, 1, 2)), x.var((0, 1, 2))
    count = x.size // x.shape[-1]
    for key, value in (("running_mean", mean), ("running_var", var * (count / (count - 1)))):
        new[f"{name}.{key}"] = 0.9 * p[f"{name}.{key}"] + 0.1 * lax.stop_gradient(value)
    new[name + ".num_batches_tracked"] = p[name + ".num_batches_tracked"] + 1
    scale = p[name + ".weight"] * lax.rsqrt(var + 1e-5)
    return x * scale + (p[name + ".bias"] - mean * scale)


def layer_norm(p, name, x):
    mean, var = x.mean(-1, keepdims=True), x.var(-1, keepdims=True)
    return (x - mean) * lax.rsqrt(var + 1e-5) * p[name + ".weight"] + p[name + ".bias"]


def flat(x):
    """As PyTorch orders them: channels first."""
    return x.transpose(0, 3, 1, 2).reshape(x.shape[0], -1)


def cross_entropy(logits, y):
    logs = jax.nn.log_softmax(logits)
    return -jnp.take_along_axis(logs, y[..., None], -1).mean()


def mlp(p, new, x):
    return linear(p, "fc3", jax.nn.relu(linear(p, "fc2", jax.nn.relu(linear(p, "fc1", x)))))


def lenet(p, new, x):
    x = max_pool(jax.nn.relu(conv(p, "conv1", x, padding=2)))
    x = flat(max_pool(jax.nn.relu(conv(p, "conv2", x))))
    return linear(p, "fc3", jax.nn.relu(linear(p, "fc2", jax.nn.relu(linear(p, "fc1", x)))))


def cnn(p, new, x):
    x = max_pool(jax.nn.relu(conv(p, "conv2", jax.nn.relu(conv(p, "conv1", x)))))
    return linear(p, "fc2", jax.nn.relu(linear(p, "fc1", flat(x))))


def block_names(p):
    return sorted({key.split(".")[1] for key in p if key.startswith("blocks.")}, key=int)


def stem(p, new, x):
    return jax.nn.relu(batch_norm(p, new, "norm", conv(p, "conv", x, padding=1)))


def head(p, x):
    return linear(p, "fc", x.mean((1, 2)))


def resnet(p, new, x):
    x = stem(p, new, x)
    for block in (f"blocks.{name}." for name in block_names(p)):
        ins, outs = p[block + "conv1.weight"].shape[2:]
        stride = 1 if ins == outs else 2
        y = jax.nn.relu(batch_norm(p, new, block + "norm1", conv(p, block + "conv1", x, stride, 1)))
        y = batch_norm(p, new, block + "norm2", conv(p, block + "conv2", y, padding=1))
        if block + "shortcut.conv.weight" in p:
            x = batch_norm(p, new, block + "shortcut.norm", conv(p, block + "shortcut.conv", x, stride))
        elif stride == 2:
            x = jnp.pad(x[:, ::2, ::2], ((0, 0), (0, 0), (0, 0), (0, outs - ins)))
        x = jax.nn.relu(x + y)
    return head(p, x)


def mobilenet(p, new, x):
    x = stem(p, new, x)
    for block, stride in zip((f"blocks.{name}." for name in block_names(p)), (1, 2, 1, 2, 1, 2, 1)):
        x = conv(p, block + "depthwise", x, stride, 1, groups=x.shape[-1])
        x = conv(p, block + "pointwise", jax.nn.relu(batch_norm(p, new, block + "norm1", x)))
        x = jax.nn.relu(batch_norm(p, new, block + "norm2", x))
    return head(p, x)


def unet(p, new, x):
    def double(name, x):
        x = jax.nn.relu(batch_norm(p, new, name + ".norm1", conv(p, name + ".conv1", x, padding=1)))
        return jax.nn.relu(batch_norm(p, new, name + ".norm2", conv(p, name + ".conv2", x, padding=1)))

    def grow(name, x):
        return lax.conv_transpose(x, p[name + ".weight"], (2, 2), "VALID") + p[name + ".bias"]

    fine = double("down1", x)
    coarse = double("down2", max_pool(fine))
    x = double("bottom", max_pool(coarse))
    x = double("up2", jnp.concatenate((coarse, grow("grow2", x)), -1))
    x = double("up1", jnp.concatenate((fine, grow("grow1", x)), -1))
    return conv(p, "head", x)


def gpt(p, new, x, heads=4):
    n, steps = x.shape
    future = jnp.triu(jnp.ones((steps, steps), bool), 1)
    x = p["token.weight"][x] + p["position.weight"]
    width = x.shape[-1]
    for block in (f"blocks.{name}." for name in block_names(p)):
        qkv = linear(p, block + "attention.qkv", layer_norm(p, block + "norm1", x))
        q, k, v = qkv.reshape(n, steps, 3, heads, -1).transpose(2, 0, 3, 1, 4)
        scores = q @ k.swapaxes(-1, -2) * (width // heads) ** -0.5
        y = jax.nn.softmax(jnp.where(future, -jnp.inf, scores)) @ v
        x = x + linear(p, block + "attention.project", y.swapaxes(1, 2).reshape(n, steps, width))
        y = jax.nn.gelu(linear(p, block + "fc", layer_norm(p, block + "norm2", x)), approximate=False)
        x = x + linear(p, block + "project", y)
    return linear(p, "head", layer_norm(p, "norm", x))


def lstm(p, new, x):
    w = {key.removeprefix("lstm."): value for key, value in p.items()}

    def step(carry, x):
        h, c = carry
        gates = x + h @ w["weight_hh_l0"].T
        i, f, g, o = jnp.split(gates, 4, -1)
        c = jax.nn.sigmoid(f) * c + jax.nn.sigmoid(i) * jnp.tanh(g)
        return (jax.nn.sigmoid(o) * jnp.tanh(c), c), None

    x = p["embedding.weight"][x.T] @ w["weight_ih_l0"].T + (w["bias_ih_l0"] + w["bias_hh_l0"])
    zero = jnp.zeros((x.shape[1], 128))
    return linear(p, "fc", lax.scan(step, (zero, zero), x)[0][0])


MODELS = {"mlp": mlp, "lenet": lenet, "cnn": cnn, "resnet18": resnet, "resnet20": resnet, "mobilenet": mobilenet,
          "unet": unet, "gpt": gpt, "lstm": lstm}


def tensors(name):
    for shape, values in suite.inputs(name):
        if isinstance(values[0], float):
            made = numpy.array(values, numpy.float32).reshape(shape)
            yield jnp.asarray(made.transpose(0, 2, 3, 1) if len(shape) == 4 else made)
        else:
            yield jnp.asarray(numpy.array(values, numpy.int32).reshape(shape))


def read_weights(path):
    for key, dtype, shape, data in suite.read_weights(path):
        value = numpy.frombuffer(data, {"F32": numpy.float32, "I64": numpy.int64}[dtype]).reshape(shape)
        if key.startswith("grow"):  # a transposed convolution: [in, out, h, w], and mirrored in JAX
            value = value if value.ndim == 1 else value.transpose(2, 3, 0, 1)[::-1, ::-1]
        elif value.ndim == 4:  # [out, in, h, w]
            value = value.transpose(2, 3, 1, 0)
        yield key, jnp.asarray(value, jnp.float32 if dtype == "F32" else jnp.int32)


def main(name, weights):
    everything = dict(read_weights(weights))
    is_buffer = lambda key: "running_" in key or "num_batches" in key
    buffers = {key: value for key, value in everything.items() if is_buffer(key)}
    params = {key: value for key, value in everything.items() if not is_buffer(key)}
    x, y = tensors(name)

    def loss_of(params, buffers, x, y):
        new = {}
        logits = MODELS[name]({**params, **buffers}, new, x)
        if name == "unet":  # binary, with logits
            return (jax.nn.softplus(logits) - logits * y).mean(), new
        return cross_entropy(logits, y), new

    @functools.partial(jax.jit, donate_argnums=(0, 1))
    def step(params, buffers, x, y):
        (loss, buffers), grads = jax.value_and_grad(loss_of, has_aux=True)(params, buffers, x, y)
        return loss, {key: p - suite.LEARNING_RATE * grads[key] for key, p in params.items()}, buffers

    def run():
        nonlocal params, buffers
        loss, params, buffers = step(params, buffers, x, y)
        jax.block_until_ready((loss, params))
        return loss

    start, losses = time.perf_counter(), [float(run())]
    first = time.perf_counter() - start
    print("started", flush=True)
    losses += [float(run()) for _ in range(2)]
    print(json.dumps({"parameters": sum(p.size for p in params.values()), "first_step_ms": first * 1e3,
                      "losses": losses}), flush=True)
    for line in sys.stdin:
        times, budget, spent = [], float(line), 0.0
        while spent < budget or len(times) < 5:
            start = time.perf_counter()
            run()
            times.append(time.perf_counter() - start)
            spent += times[-1]
        print(f"{statistics.median(times) * 1e3:.6f} {len(times)}", flush=True)
    print(json.dumps({"growth_mb": suite.memory("VmHWM") - AFTER_IMPORT}))


main(*sys.argv[1:])
