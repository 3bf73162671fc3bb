//===- Layers.cpp - layers ------------------------------------------------===//
#include "dlc/nn.h"
#include "frontend/trace/Tracer.h"

namespace dlc::nn {
Linear::Linear(Int inFeatures, Int outFeatures, LinearOptions options)
    : weight({outFeatures, inFeatures}, init::fanIn(inFeatures)) {
  if (options.bias)
    bias = Parameter({outFeatures}, init::fanIn(inFeatures));
}
Tensor Linear::forward(Tensor x) {
  return linear(x, weight, bias.defined() ? Tensor(bias) : Tensor());
}

Tensor ReLU::forward(Tensor x) { return relu(x); }
Tensor Tanh::forward(Tensor x) { return tanh(x); }
Tensor Sigmoid::forward(Tensor x) { return sigmoid(x); }

Dropout::Dropout(double p) : p(p) {
  if (p < 0 || p > 1)
    fail("`Dropout` with a probability of " + std::to_string(p) + "; it lies between 0 and 1");
}
Tensor Dropout::forward(Tensor x) { return dropout(x, p, training); }

Tensor Flatten::forward(Tensor x) { return flatten(x, start, end); }
Tensor Unflatten::forward(Tensor x) { return unflatten(x, dim, sizes); }
} // namespace dlc::nn
