"""f16, bf16 and u8 through every family of functions. Debian's PyTorch has no f16 kernels for many of them; there the
numbers are f32's, rounded, which is what it does where it has them."""
import torch
import torch.nn.functional as F

from cases import case, randint, randn

BF16, F16, U8 = torch.bfloat16, torch.float16, torch.uint8


def in_f32(function):
    def rounded(*inputs):
        y = function(*[x.float() if x.is_floating_point() else x for x in inputs])
        dtype = next(x for x in inputs if x.is_floating_point()).dtype
        return tuple(one.to(dtype) for one in y) if isinstance(y, tuple) else y.to(dtype)
    return rounded


def softplus(x):
    return F.softplus(x, threshold=1e9)


def scan(x, h):
    out = []
    for row in x:
        following = torch.tanh((h * row + row).float()).to(h.dtype)
        out.append(following * h)
        h = following
    return h, torch.stack(out)


def activations(x):
    return (F.silu(x), F.gelu(x), F.mish(x), F.elu(x), F.selu(x), F.hardswish(x), F.hardsigmoid(x), F.logsigmoid(x),
            F.leaky_relu(x), F.glu(x[:, :4], 1))


def make():
    for name, dtype in (("bf16", BF16), ("f16", F16)):
        run = (lambda f: f) if dtype == BF16 else in_f32
        x, y, z = (randn(3, 5, dtype=dtype) for _ in range(3))
        case("dtypes", name + "_arithmetic", lambda x, y, z: (x * y + z) / 2 - 1.1 * x, x, y, z)
        case("dtypes", name + "_int", lambda x, i: x + i, x, randint(-9, 9, 5))
        case("dtypes", name + "_functions", lambda x: torch.exp(x.float()).to(dtype) + torch.tanh(x.float()).to(dtype), x)
        case("dtypes", name + "_choice", lambda x, y: torch.where(x > y, x, y * 2), x, y)
        case("dtypes", name + "_compare", lambda x, y: (x < y, x == y), x, x.clone())
        case("dtypes", name + "_sums", lambda x: (x.float().sum().to(dtype), x.float().mean(0).to(dtype), x.amax(1),
                                                  x.amin(0)), x)
        case("dtypes", name + "_argmax", lambda x: x.argmax(1), x)
        case("dtypes", name + "_matmul", run(torch.matmul), randn(4, 3, 7, dtype=dtype), randn(7, 2, dtype=dtype))
        case("dtypes", name + "_linear", in_f32(F.linear), randn(3, 7, dtype=dtype), randn(2, 7, dtype=dtype),
             randn(2, dtype=dtype))
        case("dtypes", name + "_conv2d", in_f32(F.conv2d), randn(2, 3, 6, 5, dtype=dtype), randn(4, 3, 3, 2, dtype=dtype))
        case("dtypes", name + "_max_pool2d", in_f32(lambda x: F.max_pool2d(x, 2)), randn(2, 3, 4, 5, dtype=dtype))
        case("dtypes", name + "_softmax", run(lambda x: x.softmax(1)), x)
        case("dtypes", name + "_log_softmax", run(lambda x: x.log_softmax(1)), x)
        case("dtypes", name + "_sigmoid", run(torch.sigmoid), x)
        case("dtypes", name + "_silu", run(F.silu), x)
        case("dtypes", name + "_softplus", in_f32(softplus), x)
        # Half a unit of the last place of 1: rounded once.
        case("dtypes", name + "_activations", in_f32(activations), x, tolerance=2.0**-9 if dtype == BF16 else 2.0**-11)
        case("dtypes", name + "_rounding", in_f32(lambda x: (x.floor(), x.ceil(), x.round(), x.trunc(), x.frac())), x * 9,
             gradient=False)
        case("dtypes", name + "_remainder", lambda x, y: (x % y, torch.fmod(x, y), x // y), x * 9, y, gradient=False)
        case("dtypes", name + "_powers", in_f32(lambda x: (x.pow(2), x.abs().pow(0.5), x.abs().rsqrt(), 1 / x)),
             x.abs() + 0.5)
        case("dtypes", name + "_statistics", in_f32(lambda x: (
            x.var(1), x.std(0), x.norm(2, 1), x.logsumexp(1), x.prod(1), x.mean(1))), x)
        case("dtypes", name + "_norms", in_f32(lambda x, w, b: (
            F.layer_norm(x, (5,), w, b), F.batch_norm(x, None, None, training=True), F.normalize(x))), x,
             randn(5, dtype=dtype), randn(5, dtype=dtype))
        case("dtypes", name + "_losses", in_f32(lambda x, y: (
            F.smooth_l1_loss(x, y), F.huber_loss(x, y),
            F.binary_cross_entropy_with_logits(x, torch.sigmoid(y).to(dtype).float()), F.l1_loss(x, y))), x, y)
        case("dtypes", name + "_bytes", lambda x, y: in_f32(F.cross_entropy)(x, y.long()), x, randint(0, 5, 3, dtype=U8))
        case("dtypes", name + "_cross_entropy", in_f32(F.cross_entropy), x, randint(0, 5, 3))
        case("dtypes", name + "_mse_loss", in_f32(F.mse_loss), x, y)
        case("dtypes", name + "_shapes", lambda x: torch.cat([x.t().flip(0), x.t()[:, 1:2].expand(5, 3)]), x)
        case("dtypes", name + "_scan", scan, randn(6, 5, dtype=dtype), randn(5, dtype=dtype))
        case("dtypes", name + "_live", in_f32(lambda x: torch.tanh(x).sum(0)), x, dims=[3])

    x, y = randn(3, 5, dtype=F16), randn(5, dtype=BF16)
    case("dtypes", "mixed", lambda x, y: x * y, x, y)
    case("dtypes", "scalar", lambda x, s: x * s, x, randn(dtype=torch.float64))
    case("dtypes", "chain", lambda x: x.to(BF16).to(F16).to(torch.float64), randn(9, dtype=torch.float32), gradient=False)

    u, v = randint(0, 256, 3, 5, dtype=U8), randint(1, 256, 5, dtype=U8)
    case("dtypes", "u8_arithmetic", lambda u, v: (u + v, u - v, u * v, u + 300), u, v)
    case("dtypes", "u8_divide", lambda u, v: u / v, u, v)
    case("dtypes", "u8_promote", lambda u, i: (u + i, u * 0.5, u + True), u, randint(-9, 9, 5, dtype=torch.int32))
    case("dtypes", "u8_compare", lambda u, v: (u < v, u >= v, u > 127, u == 200), u, v)
    case("dtypes", "u8_reduce", lambda u: (u.sum(), u.amax(1), u.amin(0), u.argmax(1)), u)
    case("dtypes", "u8_choice", lambda u, v: (torch.where(u > v, u, v), torch.maximum(u, v), torch.minimum(u, v)), u, v)
    case("dtypes", "u8_functions", lambda u: (torch.exp(u / 64), torch.sqrt(u)), u)
    case("dtypes", "u8_bits", lambda u, v: (u & v, u | v, u ^ v, ~u, u << 3, u >> 3), u, v)
    case("dtypes", "u8_remainder", lambda u, v: (u % v, torch.fmod(u, v), u // v, u ** 3), u, v)
    case("dtypes", "u8_convert", lambda u: (u.to(F16), u.to(BF16), u.to(torch.int64), u.bool(), u.float() / 255), u)
    case("dtypes", "u8_from", lambda x, i: (x.to(U8), i.to(U8)), torch.tensor([0.0, 1.9, 200.5, 255.0]),
         torch.tensor([-1, 256, 300, 77]))
    case("dtypes", "u8_matmul", torch.matmul, randint(0, 256, 2, 5, dtype=U8), randint(0, 256, 5, 3, dtype=U8))
    case("dtypes", "u8_normalised", lambda u: ((u.float() / 255 - 0.5) / 0.25).to(BF16), u, dims=[3])
