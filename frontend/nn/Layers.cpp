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

Embedding::Embedding(Int count, Int size, EmbeddingOptions o)
    : weight({count, size}, init::normal()), options(o) {
  if (o.padding_idx == EmbeddingOptions::none)
    return;
  Int row = o.padding_idx < 0 ? o.padding_idx + count : o.padding_idx;
  if (row < 0 || row >= count)
    fail("`Embedding` of " + std::to_string(count) + " rows with padding_idx " +
         std::to_string(o.padding_idx) + "; it is one of the rows");
  Tensor padding = unsqueeze(arange(Dim(count)) == row, 1);
  weight = Parameter(where(padding, 0.0, randn({count, size})));
}
Tensor Embedding::forward(Tensor indices) { return embedding(indices, weight, options); }

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
