// Kernels that read and write each element a few times: elementwise ones, transcendental
// functions, normalisations and losses over rows. An entry is one kernel class, named
// <class>_<size>; the sizes stay in the cache, but for those called `large`.
#include <dlc/dlc.h>
using namespace dlc;

namespace {
using Unary = Tensor (*)(const Tensor &);

void unary(const char *name, Unary f, Shape shape) {
  entry(name, {f32(shape)}, [=](Tensor x) { return f(x); });
}

/// The gradient alone, with whatever of the forward pass it needs.
template <class F> void backward(const char *name, Shape shape, F f) {
  entry(name, {f32(shape), f32(shape)}, [=](Tensor x, Tensor dy) { return grad(f(x), x, dy); });
}

/// Parameters and a gradient that is there already.
struct Weights : nn::Module {
  Parameter w;
  Buffer g;
  DLC_MODULE(w, g)
  explicit Weights(Shape shape) : w(shape, init::uniform(-1, 1)), g(shape, init::uniform(-1, 1)) {}
  Tensor forward(Tensor x) { return x; }
};

template <class Optimizer> void optimizer(const char *name, Weights &weights, Optimizer &opt) {
  module(name, weights);
  entry(name, {}, [&] {
    opt.zero_grad();
    (weights.w * weights.g).sum().backward();
    opt.step();
  });
}
} // namespace

DLC_PROGRAM(rows) {
  const Shape cache{16384}, large{50331648};
  unary("relu_16k", [](const Tensor &x) { return relu(x); }, cache);
  unary("exp_16k", [](const Tensor &x) { return exp(x); }, cache);
  unary("log_16k", [](const Tensor &x) { return log(x); }, cache);
  unary("tanh_16k", [](const Tensor &x) { return tanh(x); }, cache);
  unary("sigmoid_16k", [](const Tensor &x) { return sigmoid(x); }, cache);
  unary("gelu_16k", [](const Tensor &x) { return gelu(x); }, cache);
  unary("gelu_tanh_16k", [](const Tensor &x) { return gelu(x, {.approximate = "tanh"}); }, cache);
  unary("relu_large", [](const Tensor &x) { return relu(x); }, large);
  entry("add_large", {f32(large), f32(large)}, [](Tensor x, Tensor y) { return x + y; });
  entry("mul_large", {f32(large), f32(large)}, [](Tensor x, Tensor y) { return x * y; });

  Weights sgd_weights(large), adam_weights(large);
  optim::SGD sgd{sgd_weights.parameters()};
  optim::Adam adam{adam_weights.parameters()};
  optimizer("sgd_large", sgd_weights, sgd);
  optimizer("adam_large", adam_weights, adam);

  const Shape rows{512, 256}, wide{256, 1024};
  unary("softmax_512x256", [](const Tensor &x) { return softmax(x, 1); }, rows);
  unary("softmax_256x1024", [](const Tensor &x) { return softmax(x, 1); }, wide);
  backward("softmax_backward_512x256", rows, [](Tensor x) { return softmax(x, 1); });
  unary("log_softmax_512x256", [](const Tensor &x) { return log_softmax(x, 1); }, rows);
  unary("layer_norm_512x256", [](const Tensor &x) { return layer_norm(x, {256}); }, rows);
  unary("layer_norm_256x1024", [](const Tensor &x) { return layer_norm(x, {1024}); }, wide);
  backward("layer_norm_backward_512x256", rows, [](Tensor x) { return layer_norm(x, {256}); });
  backward("layer_norm_backward_256x1024", wide, [](Tensor x) { return layer_norm(x, {1024}); });
  unary("rms_norm_512x256", [](const Tensor &x) { return rms_norm(x, {256}); }, rows);
  entry("layer_norm_affine_step_512x256", {f32(rows), f32(rows), f32({256}), f32({256})},
        [](Tensor x, Tensor dy, Tensor w, Tensor b) {
          Tensor y = layer_norm(x, {256}, {.weight = w, .bias = b});
          auto g = grad(y, {x, w, b}, dy);
          return results({{"y", y}, {"dx", g[0]}, {"dw", g[1]}, {"db", g[2]}});
        });
  entry("cross_entropy_step_1024x65", {f32({1024, 65}), i64({1024})}, [](Tensor x, Tensor t) {
    Tensor loss = cross_entropy(x, t);
    return results({{"loss", loss}, {"dx", grad(loss, x)}});
  });
  entry("cross_entropy_step_64x10000", {f32({64, 10000}), i64({64})}, [](Tensor x, Tensor t) {
    Tensor loss = cross_entropy(x, t);
    return results({{"loss", loss}, {"dx", grad(loss, x)}});
  });
  entry("attention_softmax_8x4x128x128", {f32({8, 4, 128, 128}), f32({8, 4, 128, 128})},
        [](Tensor x, Tensor dy) {
          Tensor causal = ones({128, 128}, boolean).tril();
          Tensor p = softmax(where(causal, x * 0.125, -1e30), 3);
          return results({{"y", p}, {"dx", grad(p, x, dy)}});
        });
  entry("batch_norm_step_32x64x16x16",
        {f32({32, 64, 16, 16}), f32({32, 64, 16, 16}), f32({64}), f32({64})},
        [](Tensor x, Tensor dy, Tensor w, Tensor b) {
          Tensor y = batch_norm(x, {.weight = w, .bias = b});
          auto g = grad(relu(y), {x, w, b}, dy);
          return results({{"y", y}, {"dx", g[0]}, {"dw", g[1]}, {"db", g[2]}});
        });
  entry("bias_gradient_1024x256", {f32({1024, 256})}, [](Tensor x) { return x.sum(0); });
  entry("sum_256k", {f32({262144})}, [](Tensor x) { return x.sum(); });
  entry("dropout_256k", {f32({262144})}, [](Tensor x) { return dropout(x, 0.1); });
}
