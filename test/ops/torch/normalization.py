"""Normalisation, and its modules."""
import torch
import torch.nn.functional as F

from cases import case, rand, randn, second_derivative

f32, f64 = torch.float32, torch.float64


def of(*values, dtype=f64):
    return torch.tensor(values, dtype=dtype)


f16, bf16 = torch.float16, torch.bfloat16


def wide(f):
    """`f` computed in f32 and rounded to the 16-bit type of its first input."""
    return lambda x, *others: f(x.float(), *(o.float() for o in others)).to(x.dtype)


def second(f):
    """What `v = f(x); grad((v * v * v).sum(), x)` is: the sum of squares would be constant."""
    def g(x):
        x.requires_grad_()
        return torch.autograd.grad((f(x) ** 3).sum(), x)[0]
    return g


def rms_norm(x, shape, weight=None, eps=None):
    """As PyTorch has it from 2.4 on."""
    eps = torch.finfo(x.dtype).eps if eps is None else eps
    y = x * torch.rsqrt((x * x).mean(tuple(range(-len(shape), 0)), keepdim=True) + eps)
    return y if weight is None else y * weight


def layers():
    layer = F.layer_norm
    case("layer_norm", "last", lambda x: layer(x, (4,)), randn(2, 4))
    case("layer_norm", "affine", lambda x, w, b: layer(x, (4,), w, b), randn(2, 4), rand(4), randn(4))
    case("layer_norm", "weight", lambda x, w: layer(x, (4,), w, eps=0.1), randn(2, 3, 4, dtype=f32), rand(4, dtype=f32))
    case("layer_norm", "two_dims", lambda x, w, b: layer(x, (2, 3), w, b), randn(2, 2, 3), rand(2, 3), randn(2, 3))
    case("layer_norm", "everything", lambda x: layer(x, (2, 3)), randn(2, 3))
    case("layer_norm", "one_value", lambda x, w, b: layer(x, (1,), w, b), randn(3, 1), rand(1), randn(1),
         gradient=False)
    # Far from 0 the mean of squares less the square of the mean would lose all its digits.
    large = 1e6 + randn(2, 4)
    deviation = large - large.mean(1, keepdim=True)
    case("layer_norm", "large_mean", None, large, gradient=False, tolerance=1e-9,
         expect=[deviation / ((deviation ** 2).mean(1, keepdim=True) + 1e-5).sqrt()])
    third = 1e-5 ** -0.5 / 3
    case("layer_norm", "equal", None, of([2, 2, 2]), expect=[of([2 * third, -third, -third])], gradient=False)
    case("layer_norm", "no_rows", lambda x: layer(x, (3,)), randn(0, 3), gradient=False)
    case("layer_norm", "live", lambda x, w, b: layer(x, (3,), w, b), randn(3, 3), rand(3), randn(3), dims=[3])
    case("layer_norm", "live_dim", lambda x: layer(x, (3,)), randn(2, 3), dims=[3])
    case("layer_norm", "half", wide(lambda x, w: layer(x, (4,), w)), randn(2, 4, dtype=f16), rand(4, dtype=f16),
         gradient=False)
    case("layer_norm", "second", second(lambda x: layer(x, (3,), eps=0.1)), randn(2, 3))

    case("rms_norm", "last", lambda x: rms_norm(x, (4,)), randn(2, 4))
    case("rms_norm", "weight", lambda x, w: rms_norm(x, (4,), w, 0.1), randn(2, 4), rand(4))
    case("rms_norm", "two_dims", lambda x, w: rms_norm(x, (2, 3), w), randn(2, 2, 3, dtype=f32), rand(2, 3, dtype=f32))
    case("rms_norm", "zeros", lambda x: rms_norm(x, (2,)), torch.zeros(1, 2), gradient=False)
    case("rms_norm", "small", lambda x: rms_norm(x, (2,)), of([1e-4, 2e-4], dtype=f32), gradient=False)
    case("rms_norm", "live", lambda x, w: rms_norm(x, (3,), w), randn(3, 3), rand(3), dims=[3])
    eps = torch.finfo(bf16).eps
    case("rms_norm", "half", wide(lambda x: rms_norm(x, (4,), eps=eps)), randn(2, 4, dtype=bf16), gradient=False)
    case("rms_norm", "second", second(lambda x: rms_norm(x, (3,))), randn(2, 3))

    group = F.group_norm
    case("group_norm", "plain", lambda x: group(x, 2), randn(2, 4, 3))
    case("group_norm", "affine", lambda x, w, b: group(x, 2, w, b), randn(2, 4, 2, 2), rand(4), randn(4))
    case("group_norm", "one_group", lambda x, w, b: group(x, 1, w, b), randn(2, 3, 2, dtype=f32), rand(3, dtype=f32),
         randn(3, dtype=f32))
    case("group_norm", "own_groups", lambda x: group(x, 3, eps=0.1), randn(2, 3, 4))
    case("group_norm", "no_dims_behind", lambda x, w: group(x, 2, w), randn(2, 4), rand(4), gradient=1e-5)
    case("group_norm", "live", lambda x, w, b: group(x, 2, w, b), randn(3, 4, 2), rand(4), randn(4), dims=[3])
    case("group_norm", "live_behind", lambda x: group(x, 1), randn(2, 2, 3), dims=[3])
    case("group_norm", "half", wide(lambda x: group(x, 1)), randn(1, 2, 3, dtype=f16), gradient=False)
    case("group_norm", "second", second(lambda x: group(x, 2, eps=0.1)), randn(1, 4, 2))

    response = F.local_response_norm
    case("local_response_norm", "plain", lambda x: response(x, 3), randn(2, 4, 3))
    case("local_response_norm", "even", lambda x: response(x, 2, 0.5, 0.5, 2), randn(1, 5, 2))
    case("local_response_norm", "wide", lambda x: response(x, 5, 1.0), randn(1, 2, 2, 2, dtype=f32))
    case("local_response_norm", "one", lambda x: response(x, 1, 1.0), randn(1, 2, 2))
    large = of([[300, 400], [1, 2], [3, 4]], dtype=f16)
    case("local_response_norm", "half", wide(lambda x: response(x, 3)), large, gradient=False)
    case("local_response_norm", "live", lambda x: response(x, 3, 0.5), randn(3, 3, 2), dims=[3])

    case("normalize", "rows", F.normalize, randn(2, 3))
    case("normalize", "columns", lambda x: F.normalize(x, dim=0), randn(2, 3, dtype=f32))
    case("normalize", "one", lambda x: F.normalize(x, 1.0, -1), randn(2, 3))
    case("normalize", "eps", lambda x: F.normalize(x, eps=10.0), randn(2, 2))
    case("normalize", "zero", F.normalize, of([0, 0], [3, 4]), gradient=False)
    case("normalize", "half", wide(F.normalize), of([300, 400], dtype=f16), gradient=False)
    case("normalize", "live", lambda x: F.normalize(x, 3.0), randn(3, 3), dims=[3])


def batches():
    def batch(x, w=None, b=None, eps=1e-5):
        return F.batch_norm(x, None, None, w, b, True, eps=eps)

    case("batch_norm", "rows", batch, randn(4, 3))
    case("batch_norm", "affine", batch, randn(2, 3, 2), rand(3), randn(3))
    case("batch_norm", "images", lambda *a: batch(*a, eps=0.1), randn(2, 2, 2, 3, dtype=f32), rand(2, dtype=f32),
         randn(2, dtype=f32))
    case("batch_norm", "volumes", batch, randn(2, 2, 2, 1, 2))
    large = 1e6 + randn(4, 1)
    deviation = large - large.mean()
    case("batch_norm", "large_mean", None, large, gradient=False, tolerance=1e-9,
         expect=[deviation / ((deviation ** 2).mean() + 1e-5).sqrt()])
    case("batch_norm", "one_row", batch, randn(1, 2, 3))
    case("batch_norm", "live", batch, randn(3, 3), rand(3), randn(3), dims=[3])
    # One value a channel: no error at run time, the result is the bias.
    bias = randn(2)
    case("batch_norm", "live_one", None, randn(1, 2), bias, expect=[bias.reshape(1, 2)], dims=[1])
    case("batch_norm", "live_images", batch, randn(3, 2, 2, 2), dims=[3])
    case("batch_norm", "half", wide(lambda x, b: batch(x, b=b)), randn(4, 2, dtype=f16), randn(2, dtype=f32),
         gradient=False)
    case("batch_norm", "second", second(lambda x: batch(x, eps=0.1)), randn(3, 2))
    instance = F.instance_norm
    case("instance_norm", "plain", instance, randn(2, 3, 4))
    case("instance_norm", "affine", lambda x, w, b: instance(x, weight=w, bias=b), randn(2, 3, 2, 2), rand(3), randn(3))
    case("instance_norm", "single", lambda x: instance(x, eps=0.1), randn(2, 2, 3, dtype=f32))
    case("instance_norm", "live", instance, randn(3, 2, 3), dims=[3])
    case("instance_norm", "live_behind", instance, randn(2, 2, 3), dims=[3])
    case("instance_norm", "second", second(lambda x: instance(x, eps=0.1)), randn(1, 2, 3))


def running(f, calls, mean=None, var=None):
    """A function of x that runs `calls` times and gives what is left: result, mean, variance."""
    def g(x):
        m = torch.zeros(3, dtype=f64) if mean is None else mean.clone()
        v = torch.ones(3, dtype=f64) if var is None else var.clone()
        for _ in range(calls):
            y = f(x, m, v)
        return y, m, v
    return g


def statistics():
    batch, instance = F.batch_norm, F.instance_norm
    train = lambda momentum: lambda x, m, v: batch(x, m, v, training=True, momentum=momentum)
    case("batch_norm", "running", running(train(0.3), 3), randn(4, 3), times=3, gradient=False)
    mean, var = randn(3), rand(3) + 0.5
    fixed = running(lambda x, m, v: batch(x, m, v, weight=var, bias=mean), 1, mean, var)
    case("batch_norm", "fixed", lambda x, *_: fixed(x), randn(4, 3), mean, var, gradient=False)
    case("batch_norm", "live_running", running(train(0.1), 2), randn(3, 3), dims=[3], times=2, gradient=False)
    case("batch_norm", "live_still", None, randn(1, 3), dims=[1], gradient=False,
         expect=[torch.zeros(1, 3, dtype=f64), torch.zeros(3, dtype=f64), torch.ones(3, dtype=f64)])
    move = lambda momentum: lambda x, m, v: instance(x, m, v, momentum=momentum)
    case("instance_norm", "running", running(move(0.3), 3), randn(2, 3, 4), times=3, gradient=False)
    still = running(lambda x, m, v: instance(x, m, v, use_input_stats=False), 1, mean, var)
    case("instance_norm", "fixed", lambda x, *_: still(x)[0], randn(2, 3, 4), mean, var, gradient=False)
    case("instance_norm", "live_running", running(move(0.1), 2), randn(3, 3, 2), dims=[3], times=2, gradient=False)


def modules():
    def trained(make, calls):
        """What a new module in training gives at the last of some calls, and its state then."""
        def f(x):
            module = make().to(x.dtype)
            for _ in range(calls):
                y = module(x)
            state = [module.running_mean, module.running_var] if module.running_mean is not None else []
            tracked = module.num_batches_tracked
            return [y.detach()] + state + ([] if tracked is None else [tracked])
        return f

    nn = torch.nn
    test = "nn_batch_norm"
    case(test, "rows", trained(lambda: nn.BatchNorm1d(3), 3), randn(4, 3), times=3, gradient=False)
    case(test, "sequences", trained(lambda: nn.BatchNorm1d(2, eps=0.1, momentum=0.5), 2), randn(2, 2, 3), times=2,
         gradient=False)
    case(test, "plain_average", trained(lambda: nn.BatchNorm1d(3, momentum=None), 3), randn(4, 3), times=3,
         gradient=False)
    case(test, "images", trained(lambda: nn.BatchNorm2d(2, affine=False), 2), randn(2, 2, 2, 3), times=2,
         gradient=False)
    case(test, "volumes", trained(lambda: nn.BatchNorm3d(2, track_running_stats=False), 1), randn(2, 2, 2, 1, 2),
         gradient=False)

    def trained_then_used(x):
        module = nn.BatchNorm1d(3).double()
        module(x)
        return module.eval()(x).detach()

    case(test, "trained_then_used", trained_then_used, randn(4, 3), gradient=False)
    case(test, "never_trained", lambda x: nn.BatchNorm1d(3).double().eval()(x).detach(), randn(1, 3), gradient=False)
    case(test, "without_statistics", lambda x: nn.BatchNorm2d(2, track_running_stats=False).double().eval()(x).detach(),
         randn(2, 2, 2, 1), gradient=False)
    test = "nn_instance_norm"
    case(test, "sequences", trained(lambda: nn.InstanceNorm1d(2), 1), randn(2, 2, 3), gradient=False)
    case(test, "images", trained(lambda: nn.InstanceNorm2d(2, affine=True, track_running_stats=True, momentum=0.3), 2),
         randn(2, 2, 2, 2), times=2, gradient=False)
    case(test, "volumes", trained(lambda: nn.InstanceNorm3d(2, eps=0.1), 1), randn(1, 2, 2, 2, 1), gradient=False)
    case(test, "used", lambda x: nn.InstanceNorm1d(2, track_running_stats=True).double().eval()(x).detach(),
         randn(2, 2, 3), gradient=False)
    test = "nn_layer_norms"
    case(test, "layer", lambda x: nn.LayerNorm(4).double()(x).detach(), randn(2, 4), gradient=False)
    case(test, "layer_of_two_dims", lambda x: nn.LayerNorm((2, 3), eps=0.1, elementwise_affine=False)(x), randn(2, 2, 3),
         gradient=False)
    case(test, "rms", lambda x: rms_norm(x, (4,)), randn(2, 4), gradient=False)
    case(test, "rms_eps", lambda x: rms_norm(x, (2, 2), eps=0.5), randn(3, 2, 2), gradient=False)
    case(test, "group", lambda x: nn.GroupNorm(2, 4).double()(x).detach(), randn(2, 4, 3), gradient=False)
    case(test, "group_without_affine", lambda x: nn.GroupNorm(2, 4, eps=0.1, affine=False)(x), randn(2, 4, 3),
         gradient=False)
    case(test, "local_response", lambda x: nn.LocalResponseNorm(3, alpha=0.5)(x), randn(1, 4, 2), gradient=False)


def seconds():
    second_derivative("local_response_norm", lambda x: F.local_response_norm(x, 3, 1.0), randn(1, 3, 2))
    second_derivative("normalize", lambda x: F.normalize(x) * x, randn(2, 3))


def make():
    layers()
    batches()
    statistics()
    modules()
    seconds()
