// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/dtypes.cases -
// RUN: dlc --emit=trace %s -o - | dlc-check --march=x86-64 --cases=%S/torch/dtypes.cases -
// f16, bf16 and u8 through every family of functions; f16.mlir, bf16.mlir and u8.mlir have the
// primitives.
#include <dlc/dlc.h>
#include <string>
using namespace dlc;

static void floats(const char *name, DType dtype, Dim n) {
  auto test = [&](const char *what, std::initializer_list<InputSpec> inputs, auto body) {
    entry((std::string(name) + "_" + what).c_str(), inputs, body);
  };
  InputSpec x = dtype({3, 5});
  test("arithmetic", {x, x, x},
       [](Tensor x, Tensor y, Tensor z) { return (x * y + z) / 2 - 1.1 * x; });
  test("int", {x, i64({5})}, [](Tensor x, Tensor i) { return x + i; });
  test("functions", {x}, [](Tensor x) { return exp(x) + tanh(x); });
  test("choice", {x, x}, [](Tensor x, Tensor y) { return where(x > y, x, y * 2); });
  test("compare", {x, x},
       [](Tensor x, Tensor y) { return results({{"less", x < y}, {"equal", x == y}}); });
  test("sums", {x}, [](Tensor x) {
    return results({{"sum", x.sum()}, {"mean", x.mean(0)}, {"max", x.amax(1)}, {"min", x.amin(0)}});
  });
  test("argmax", {x}, [](Tensor x) { return x.argmax(1); });
  test("matmul", {dtype({4, 3, 7}), dtype({7, 2})},
       [](Tensor x, Tensor y) { return matmul(x, y); });
  test("linear", {dtype({3, 7}), dtype({2, 7}), dtype({2})},
       [](Tensor x, Tensor w, Tensor b) { return linear(x, w, b); });
  test("conv2d", {dtype({2, 3, 6, 5}), dtype({4, 3, 3, 2})},
       [](Tensor x, Tensor w) { return conv2d(x, w); });
  test("max_pool2d", {dtype({2, 3, 4, 5})}, [](Tensor x) { return max_pool2d(x, 2); });
  test("softmax", {x}, [](Tensor x) { return x.softmax(1); });
  test("log_softmax", {x}, [](Tensor x) { return x.log_softmax(1); });
  test("sigmoid", {x}, [](Tensor x) { return sigmoid(x); });
  test("silu", {x}, [](Tensor x) { return silu(x); });
  test("softplus", {x}, [](Tensor x) { return softplus(x); });
  test("activations", {x}, [](Tensor x) {
    return results({{"silu", silu(x)},
                    {"gelu", gelu(x)},
                    {"mish", mish(x)},
                    {"elu", elu(x)},
                    {"selu", selu(x)},
                    {"hardswish", hardswish(x)},
                    {"hardsigmoid", hardsigmoid(x)},
                    {"logsigmoid", logsigmoid(x)},
                    {"leaky_relu", leaky_relu(x)},
                    {"glu", glu(x.narrow(1, 0, 4), 1)}});
  });
  test("rounding", {x}, [](Tensor x) {
    return results({{"floor", floor(x)},
                    {"ceil", ceil(x)},
                    {"round", round(x)},
                    {"trunc", trunc(x)},
                    {"frac", frac(x)}});
  });
  test("remainder", {x, x}, [](Tensor x, Tensor y) {
    return results({{"remainder", x % y}, {"fmod", fmod(x, y)}, {"quotient", floor_divide(x, y)}});
  });
  test("powers", {x}, [](Tensor x) {
    return results({{"square", x.pow(2)},
                    {"root", abs(x).pow(0.5)},
                    {"rsqrt", rsqrt(abs(x))},
                    {"inverse", 1 / x}});
  });
  test("statistics", {x}, [](Tensor x) {
    return results({{"var", var(x, 1)},
                    {"std", x.std(0)},
                    {"norm", norm(x, 2, 1)},
                    {"logsumexp", logsumexp(x, 1)},
                    {"prod", prod(x, 1)},
                    {"mean", var_mean(x, 1).mean}});
  });
  test("norms", {x, dtype({5}), dtype({5})}, [](Tensor x, Tensor w, Tensor b) {
    return results({{"layer", layer_norm(x, {5}, {.weight = w, .bias = b})},
                    {"batch", batch_norm(x)},
                    {"unit", normalize(x)}});
  });
  test("losses", {x, x}, [](Tensor x, Tensor y) {
    return results({{"smooth_l1", smooth_l1_loss(x, y)},
                    {"huber", huber_loss(x, y)},
                    {"bce", binary_cross_entropy_with_logits(x, sigmoid(y))},
                    {"l1", l1_loss(x, y)}});
  });
  test("bytes", {x, u8({3})}, [](Tensor x, Tensor y) { return cross_entropy(x, y); });
  test("cross_entropy", {x, i64({3})}, [](Tensor x, Tensor y) { return cross_entropy(x, y); });
  test("mse_loss", {x, x}, [](Tensor x, Tensor y) { return mse_loss(x, y); });
  test("shapes", {x}, [dtype](Tensor x) {
    Tensor low = pad(x.t().flip(0), {0, 0, 0, 5}),
           high = pad(x.t().narrow(1, 1, 1).expand(5, 3), {0, 0, 5, 0});
    return low + high;
  });
  test("scan", {dtype({6, 5}), dtype({5})}, [](Tensor x, Tensor h) {
    auto [carry, out] = scan(h, x, [](Tensor h, Tensor x) {
      Tensor next = tanh(h * x + x);
      return Step{next, next * h};
    });
    return results({{"h", carry[0]}, {"out", out[0]}});
  });
  test("live", {dtype({n, 5})}, [](Tensor x) { return tanh(x).sum(0); });
}

DLC_PROGRAM(dtypes) {
  Dim n = dim("n", 7);
  floats("bf16", bf16, n);
  floats("f16", f16, n);

  entry("mixed", {f16({3, 5}), bf16({5})}, [](Tensor x, Tensor y) { return x * y; });
  entry("scalar", {f16({3, 5}), f64({})}, [](Tensor x, Tensor s) { return x * s; });
  entry("chain", {f32({9})}, [](Tensor x) { return x.to(bf16).to(f16).to(f64); });

  InputSpec u = u8({3, 5}), v = u8({5});
  entry("u8_arithmetic", {u, v}, [](Tensor u, Tensor v) {
    return results(
        {{"sum", u + v}, {"difference", u - v}, {"product", u * v}, {"wrapped", u + 300}});
  });
  entry("u8_divide", {u, v}, [](Tensor u, Tensor v) { return u / v; });
  entry("u8_promote", {u, i32({5})}, [](Tensor u, Tensor i) {
    return results({{"i32", u + i}, {"f32", u * 0.5}, {"u8", u + true}});
  });
  entry("u8_compare", {u, v}, [](Tensor u, Tensor v) {
    return results({{"less", u < v}, {"least", u >= v}, {"large", u > 127}, {"equal", u == 200}});
  });
  entry("u8_reduce", {u}, [](Tensor u) {
    return results(
        {{"sum", u.sum()}, {"max", u.amax(1)}, {"min", u.amin(0)}, {"argmax", u.argmax(1)}});
  });
  entry("u8_choice", {u, v}, [](Tensor u, Tensor v) {
    return results({{"where", where(u > v, u, v)}, {"max", maximum(u, v)}, {"min", minimum(u, v)}});
  });
  entry("u8_functions", {u},
        [](Tensor u) { return results({{"exp", exp(u / 64)}, {"sqrt", sqrt(u)}}); });
  entry("u8_bits", {u, v}, [](Tensor u, Tensor v) {
    return results({{"and", u & v},
                    {"or", u | v},
                    {"xor", u ^ v},
                    {"not", ~u},
                    {"left", u << 3},
                    {"right", u >> 3}});
  });
  entry("u8_remainder", {u, v}, [](Tensor u, Tensor v) {
    return results({{"remainder", u % v},
                    {"fmod", fmod(u, v)},
                    {"quotient", floor_divide(u, v)},
                    {"cube", pow(u, 3)}});
  });
  entry("u8_convert", {u}, [](Tensor u) {
    return results({{"f16", u.to(f16)},
                    {"bf16", u.to(bf16)},
                    {"i64", u.to(i64)},
                    {"bool", u.to(boolean)},
                    {"f32", u.to(f32) / 255}});
  });
  entry("u8_from", {f32({4}), i64({4})},
        [](Tensor x, Tensor i) { return results({{"floats", x.to(u8)}, {"ints", i.to(u8)}}); });
  entry("u8_matmul", {u8({2, 5}), u8({5, 3})}, [](Tensor u, Tensor v) { return matmul(u, v); });
  entry("u8_normalised", {u8({n, 5})},
        [](Tensor u) { return ((u.to(f32) / 255 - 0.5) / 0.25).to(bf16); });
}
