// Every optimiser and setting of PyTorch's optim_baseline.h, each with a network of its own: the
// entries have the settings' names in optim_baseline.csv.
#include <dlc/dlc.h>
using namespace dlc;

struct Net : nn::Module {
  nn::Linear fc1{2, 3}, fc2{3, 1};
  DLC_MODULE(fc1, fc2)
  Tensor forward(Tensor x) { return sigmoid(fc2(sigmoid(fc1(x)))); }
};

template <class Optimizer, class Options> struct Setting {
  Setting(const char *name, Options options) : optimizer(net.parameters(), options) {
    module(name, net);
    entry(name, {f64({3, 2})}, [&](Tensor x) {
      optimizer.zero_grad();
      Tensor loss = net(x).sum();
      loss.backward();
      optimizer.step();
      return loss;
    });
  }
  Net net;
  Optimizer optimizer;
};

using Adam = Setting<optim::Adam, optim::AdamOptions>;
using AdamW = Setting<optim::AdamW, optim::AdamWOptions>;
using Adagrad = Setting<optim::Adagrad, optim::AdagradOptions>;
using RMSprop = Setting<optim::RMSprop, optim::RMSpropOptions>;
using SGD = Setting<optim::SGD, optim::SGDOptions>;

DLC_PROGRAM(optimizer_tables) {
  set_default_dtype(f64);
  Adam a1{"Adam", {.lr = 1}};
  Adam a2{"Adam_with_weight_decay", {.lr = 1, .weight_decay = 1e-2}};
  Adam a3{"Adam_with_weight_decay_and_amsgrad", {.lr = 1, .weight_decay = 1e-6, .amsgrad = true}};
  AdamW w1{"AdamW", {.lr = 1}};
  AdamW w2{"AdamW_without_weight_decay", {.lr = 1, .weight_decay = 0}};
  AdamW w3{"AdamW_with_amsgrad", {.lr = 1, .amsgrad = true}};
  Adagrad g1{"Adagrad", {.lr = 1}};
  Adagrad g2{"Adagrad_with_weight_decay", {.lr = 1, .weight_decay = 1e-2}};
  Adagrad g3{"Adagrad_with_weight_decay_and_lr_decay",
             {.lr = 1, .lr_decay = 1e-3, .weight_decay = 1e-6}};
  RMSprop r1{"RMSprop", {.lr = 0.1}};
  RMSprop r2{"RMSprop_with_weight_decay", {.lr = 0.1, .weight_decay = 1e-2}};
  RMSprop r3{"RMSprop_with_weight_decay_and_centered",
             {.lr = 0.1, .weight_decay = 1e-6, .centered = true}};
  RMSprop r4{"RMSprop_with_weight_decay_and_centered_and_momentum",
             {.lr = 0.1, .weight_decay = 1e-6, .momentum = 0.9, .centered = true}};
  SGD s1{"SGD", {.lr = 0.1}};
  SGD s2{"SGD_with_weight_decay", {.lr = 0.1, .weight_decay = 1e-2}};
  SGD s3{"SGD_with_weight_decay_and_momentum", {.lr = 0.1, .momentum = 0.9, .weight_decay = 1e-2}};
  SGD s4{"SGD_with_weight_decay_and_nesterov_momentum",
         {.lr = 0.1, .momentum = 0.9, .weight_decay = 1e-6, .nesterov = true}};
}
