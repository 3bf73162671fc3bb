// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/optimizers.cases -
// Options of the optimisers that PyTorch's tables (test/e2e/optimizer_tables.test) do not have:
// parameters after some steps.
#include <dlc/dlc.h>
using namespace dlc;

struct Net : nn::Module {
  Parameter w{{3}, init::constant(0.5), f64};
  DLC_MODULE(w)
  Tensor forward(Tensor x) { return (w * x - 1).square().sum(); }
};

template <class Optimizer, class Options> struct Setting {
  Setting(const char *name, Options options) : optimizer(net.parameters(), options) {
    module(name, net);
    entry(name, {f64({3})}, [&](Tensor x) {
      optimizer.zero_grad();
      net(x).backward();
      optimizer.step();
      return Tensor(net.w);
    });
  }
  Net net;
  Optimizer optimizer;
};

// Two of a kind over the same parameters: each has moments and counts steps of its own.
struct Alternating {
  Alternating() {
    module("alternating", net);
    entry("alternating", {f64({3})}, [&](Tensor x) {
      for (optim::Optimizer *optimizer : {&first, &second}) {
        optimizer->zero_grad();
        net(x).backward();
        optimizer->step();
      }
      return Tensor(net.w);
    });
  }
  Net net;
  optim::Adam first{net.parameters(), {.lr = 0.1, .beta1 = 0.5}};
  optim::Adam second{net.parameters(), {.lr = 0.3}};
};

DLC_PROGRAM(optimizers) {
  set_default_dtype(f64);
  Setting<optim::SGD, optim::SGDOptions> dampened{
      "sgd_dampened", {.lr = 0.1, .momentum = 0.9, .dampening = 0.3, .weight_decay = 0.1}};
  Setting<optim::SGD, optim::SGDOptions> upwards{
      "sgd_upwards", {.lr = 0.1, .momentum = 0.5, .weight_decay = 0.1, .maximize = true}};
  Setting<optim::Adam, optim::AdamOptions> adam{
      "adam_upwards", {.lr = 0.1, .beta1 = 0.8, .beta2 = 0.9, .eps = 1e-3, .maximize = true}};
  Setting<optim::AdamW, optim::AdamWOptions> adamw{"adamw_upwards",
                                                   {.lr = 0.1, .amsgrad = true, .maximize = true}};
  Setting<optim::Adagrad, optim::AdagradOptions> adagrad{
      "adagrad_with_initial_sum", {.lr = 0.5, .initial_accumulator_value = 0.25, .eps = 0.1}};
  Setting<optim::Adagrad, optim::AdagradOptions> adagradUp{
      "adagrad_upwards", {.lr = 0.5, .lr_decay = 0.1, .weight_decay = 0.1, .maximize = true}};
  Setting<optim::RMSprop, optim::RMSpropOptions> rmsprop{
      "rmsprop_upwards", {.lr = 0.1, .alpha = 0.5, .eps = 0.1, .momentum = 0.5, .maximize = true}};
  Alternating alternating;
}
