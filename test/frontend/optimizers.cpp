// RUN: dlc --emit=trace -DMOMENTUM %s | FileCheck %s --check-prefix=MOMENTUM
// RUN: dlc --emit=trace -DDAMPENING %s | FileCheck %s --check-prefix=DAMPENING
// RUN: dlc --emit=trace -DADAMW %s | FileCheck %s --check-prefix=ADAMW
// The variants of the optimisers, and gradients clipped by their norm.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(optimizers) {
  set_default_dtype(f64);
  nn::Linear net{4, 1, {.bias = false}};
#ifdef MOMENTUM
  optim::SGD opt{net.parameters(), {.lr = 0.1, .momentum = 0.9, .weight_decay = 1e-4, .nesterov = true}};
#elif defined(DAMPENING)
  optim::SGD opt{net.parameters(), {.lr = 0.1, .momentum = 0.9, .dampening = 0.5}};
#else
  optim::AdamW opt{net.parameters(), {.lr = 1e-3}};
#endif
  entry("train_step", {f64({3, 4}), f64({3, 1})}, [&](Tensor x, Tensor y) {
    Tensor loss = mse_loss(net(x), y);
    opt.zero_grad();
    loss.backward();
    nn::clip_grad_norm_(net.parameters(), 1.0);
    opt.step();
    return loss;
  });
}

// MOMENTUM-DAG: dlc.state @weight : tensor<1x4xf64> {role = "param"}
// MOMENTUM-DAG: dlc.state @dlc.sgd.momentum_buffer.weight : tensor<1x4xf64> {role = "optimizer"}
// MOMENTUM-NOT: dlc.sgd.step
// MOMENTUM-DAG: dlc.setting @momentum = 9.000000e-01 : f64
// MOMENTUM-DAG: dlc.setting @weight_decay = 1.000000e-04 : f64
// MOMENTUM: dlc.entry @train_step
// MOMENTUM: %[[G:.*]] = dlc.backward
// The norm, then the coefficient: at most 1.
// MOMENTUM: dlc.sqrt
// MOMENTUM: dlc.minimum
// MOMENTUM: dlc.setting_value @lr : tensor<f64>

// The first buffer is the gradient itself, whatever the dampening.
// DAMPENING-DAG: dlc.state @dlc.sgd.step : tensor<i64> {role = "optimizer"}
// DAMPENING: dlc.setting_value @dampening
// DAMPENING: dlc.equal
// DAMPENING: dlc.select

// ADAMW: dlc.setting @weight_decay = 1.000000e-02 : f64
// ADAMW: dlc.entry @train_step
// ADAMW: dlc.setting_value @weight_decay
// ADAMW: dlc.pow
