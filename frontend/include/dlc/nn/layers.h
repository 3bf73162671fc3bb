//===- layers.h - layers ----------------------------------------*- C++ -*-===//
// PyTorch's layers with its defaults and its initial values.
#ifndef DLC_NN_LAYERS_H
#define DLC_NN_LAYERS_H
#include "dlc/nn/module.h"
#include "dlc/nn/window.h"
#include "dlc/ops.h"

namespace dlc::nn {
struct LinearOptions {
  bool bias = true;
};
/// y = x W^T + b, over the last dimension of x.
struct Linear : Module {
  Linear(Int inFeatures, Int outFeatures, LinearOptions options = {});
  DLC_MODULE(weight, bias)
  Tensor forward(Tensor x);

  Parameter weight; // [out, in]
  Parameter bias;   // [out], empty without bias
};

/// A table of `count` rows of `size` numbers, N(0, 1) at first; indices of any shape choose rows.
struct Embedding : Module {
  Embedding(Int count, Int size, EmbeddingOptions options = {});
  DLC_MODULE(weight)
  Tensor forward(Tensor indices);

  Parameter weight; // [count, size]; the row of padding_idx starts as 0 and stays
  EmbeddingOptions options;
};

struct ReLU : Module {
  DLC_MODULE()
  Tensor forward(Tensor x);
};
struct Tanh : Module {
  DLC_MODULE()
  Tensor forward(Tensor x);
};
struct Sigmoid : Module {
  DLC_MODULE()
  Tensor forward(Tensor x);
};

/// While training, zero with probability p and otherwise scaled by 1 / (1 - p).
struct Dropout : Module {
  explicit Dropout(double p = 0.5);
  DLC_MODULE()
  Tensor forward(Tensor x);
  double p;
};

struct Flatten : Module {
  explicit Flatten(int start = 1, int end = -1) : start(start), end(end) {}
  DLC_MODULE()
  Tensor forward(Tensor x);
  int start, end;
};

struct Unflatten : Module {
  Unflatten(int dim, const Shape &sizes) : dim(dim), sizes(sizes) {}
  DLC_MODULE()
  Tensor forward(Tensor x);
  int dim;
  Shape sizes;
};

/// Modules one after the other: `nn::Sequential body{nn::Linear{784, 128}, nn::ReLU{}}`.
class Sequential : public Module {
public:
  template <class... M>
    requires(sizeof...(M) > 0 && (__is_base_of(Module, M) && ...))
  explicit Sequential(M &&...modules) {
    (append(static_cast<M &&>(modules)), ...);
  }
  Sequential() = default;
  Sequential(Sequential &&other) noexcept;
  Sequential &operator=(Sequential &&other) noexcept;
  ~Sequential();
  template <class M> void append(M &&module) {
    add({new M(static_cast<M &&>(module)),
         [](Module &m, Tensor x) -> Tensor { return static_cast<M &>(m)(x); }});
  }
  Tensor forward(Tensor x);

  struct Element { // a pointer to the visitor
    Module *module;
    Tensor (*call)(Module &, Tensor);
    explicit operator bool() const { return true; }
    Module &operator*() const { return *module; }
  };
  Element *begin() { return elements; }
  Element *end() { return elements + count; }
  int size() const { return count; }
  template <class... Args> Tensor operator()(Args &&...args) {
    detail::ModuleCall call(*this);
    return forward(static_cast<Args &&>(args)...);
  }
  void DLC_MODULE_is_missing_in_this_class(Visitor &visitor) override;

private:
  void add(Element element);
  Element *elements = nullptr;
  int count = 0;
};
} // namespace dlc::nn
#endif
