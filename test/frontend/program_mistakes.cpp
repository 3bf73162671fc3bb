// RUN: not dlc --emit=trace %s 2>&1 | FileCheck %s
// Mistakes around entries, state and optimisers.
#include <dlc/dlc.h>
using namespace dlc;

template <class F> void mistake(F f) {
  try {
    f();
  } catch (...) {
  }
}

struct Net : nn::Module {
  nn::Linear fc{4, 2};
  Buffer seen{{2}};
  DLC_MODULE(fc, seen)
  Tensor forward(Tensor x) { return fc(x); }
};

DLC_PROGRAM(mistakes) {
  Net net;
  Dim n = dim("n", 8);
  optim::SGD opt{net.parameters(), {.lr = 0.1}};
  Tensor outside = zeros({4}), kept;

  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: entry `2nd`; a name is made of letters, digits and _, and begins with no digit
  mistake([&] { entry("2nd", {f32({n})}, [](Tensor x) { return x; }); });
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: entry `init`; the compiler makes that one, of the initial values
  mistake([&] { entry("init", {f32({n})}, [](Tensor x) { return x; }); });
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: entry `arity` describes 1 inputs and its function takes 2 Tensors; there is one for each
  mistake([&] { entry("arity", {f32({n})}, [](Tensor x, Tensor y) { return x + y; }); });
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: two inputs `x` of entry `twice`; a name is unique
  mistake([&] { entry("twice", {f32({n}).named("x"), f32({n}).named("x")}, [](Tensor x, Tensor) { return x; }); });
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: entry `many` of 13 inputs; an entry takes at most 12
  mistake([&] { InputSpec x = f32({n}); entry("many", {x, x, x, x, x, x, x, x, x, x, x, x, x}, [] {}); });
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: an entry of 33 results; it has at most 32
  mistake([&] { Result r{"r", outside}; results({r, r, r, r, r, r, r, r, r, r, r, r, r, r, r, r, r, r, r, r, r, r, r, r, r, r, r, r, r, r, r, r, r}); });
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: two results `a` of entry `results`; a name is unique
  mistake([&] { entry("results", {f32({n})}, [](Tensor x) { return results({{"a", x}, {"a", x}}); }); });
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: `backward` at program scope; gradients belong to an entry, hint: call it inside entry(...)
  mistake([&] { outside.sum().backward(); });
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: `zero_grad()` at program scope; gradients belong to an entry, hint: call it inside entry(...)
  mistake([&] { net.zero_grad(); });
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: `grad()` at program scope; gradients belong to an entry
  mistake([&] { net.fc.weight.grad(); });
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: `step()` at program scope; an optimiser steps inside entry(...)
  mistake([&] { opt.step(); });
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: `clip_grad_norm_` at program scope; gradients belong to an entry
  mistake([&] { nn::clip_grad_norm_(net.parameters(), 1.0); });
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: a Parameter or Buffer is read at program scope, where it has no value yet; hint: read it inside entry(...)
  mistake([&] { net.fc.weight + 1; });
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: a Parameter or Buffer is written at program scope; hint: inside entry(...), or give it an initial value: `Parameter w{0.01 * randn({784, 256})}`
  mistake([&] { net.seen.copy_(1.0); });
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: a Parameter or Buffer of [n<=8] of f32; its shape cannot depend on a dynamic dim
  mistake([&] { Buffer b({n}); });
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: a Parameter of [2] of i64; parameters are floats, hint: a Buffer may be anything
  mistake([&] { Parameter p({2}, init::zeros(), i64); });
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: `tie` of [2, 4] of f32 and [2] of f32; tied parameters have one shape and dtype
  mistake([&] { tie(net.fc.weight, net.fc.bias); });
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: an optimiser of no parameters; hint: pass net.parameters()
  mistake([&] { optim::Adam{nn::ReLU().parameters()}; });
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: `SGD` with nesterov, momentum 0.000000 and dampening 0.000000; nesterov needs a momentum and zero dampening
  mistake([&] { optim::SGD(net.parameters(), {.nesterov = true}); });
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: `Dropout` with a probability of 2.000000; it lies between 0 and 1
  mistake([&] { nn::Dropout drop{2.0}; });
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: `fit` without a train entry; hint: fit({.train = entry(...), ...})
  mistake([&] { fit({}); });
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: `fit` without data; hint: .data = data::FashionMnist{}, or data::custom("name")
  mistake([&] { fit({.train = Entry{"main"}}); });
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: `fit` with a batch size of 0 and 1 epochs; both are at least 1
  mistake([&] { fit({.train = Entry{"main"}, .data = data::Mnist{}, .batch_size = 0}); });
  fit({.train = Entry{"main"}, .data = data::Mnist{}});
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: `fit` twice; a program has one epoch loop
  mistake([&] { fit({.train = Entry{"main"}, .data = data::Mnist{}}); });

  entry("main", {f32({n, 4})}, [&](Tensor x) {
    kept = x;
    // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: entry `inner` inside entry `main`; entries stand side by side
    mistake([&] { entry("inner", {}, [] {}); });
    // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: `fit` inside entry `main`; it stands behind the entries
    mistake([&] { fit({}); });
    // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: a Tensor computed at program scope is used in entry `main`; hint: make it a Buffer, which entries may read
    mistake([&] { x + outside; });
    // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: a Parameter or Buffer is made inside entry `main`; it outlives the entry, hint: make the module at program scope
    mistake([&] { nn::Linear{4, 4}(x); });
    // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: `step()` with no gradients; hint: call `loss.backward()` before it
    mistake([&] { opt.zero_grad(), opt.step(); });
    // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: `fc.weight` has no gradient here: it was zeroed and no `backward()` followed; hint: is the parameter read before `backward()`, and not frozen?
    mistake([&] { net.fc.weight.grad(); });
    // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: `copy_` of [2] of f32 and [n<=8, 4] of f32: dim 1 is 2 on one side and 4 on the other; sizes must be equal or 1, hint: dims are matched from the last one backwards
    mistake([&] { net.seen.copy_(x); });
    // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: a write of [3, 2] of f32 to `seen`, which is [2] of f32; its shape stays
    mistake([&] { net.seen += zeros({3, 2}); });
    // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: a compound assignment to a Tensor that is another name of `fc.weight`; hint: write it to the Parameter itself, or take x.clone() first
    mistake([&] { Tensor w = net.fc.weight; w += 1; });
    // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: an empty Parameter or Buffer is used; hint: it was made without a shape, or moved from
    mistake([&] { Parameter().grad(); });
    // An error inside a layer is at the user's call of it, and says which layer.
    // CHECK: program_mistakes.cpp:17: error: `linear` of [n<=8, 3] of f32
    // CHECK-NEXT: Tensor forward(Tensor x) { return fc(x); }
    // CHECK-NEXT: note: in module `fc`
    // CHECK: note: called from {{.*}}program_mistakes.cpp:[[@LINE+1]]
    mistake([&] { net(x.narrow(1, 0, 3)); });
    return x;
  });
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: two entries `main`; a name is unique
  mistake([&] { entry("main", {}, [] {}); });
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: a Tensor of another entry is used in entry `second`; a Tensor lives in its entry only, hint: return it, or keep it in a Buffer
  mistake([&] { entry("second", {f32({n, 4})}, [&](Tensor x) { return x + kept; }); });
  // CHECK: program_mistakes.cpp:[[@LINE+1]]: error: a Tensor of an entry is used at program scope; a Tensor lives in its entry only, hint: keep it in a Buffer
  mistake([&] { kept + 1; });
}
