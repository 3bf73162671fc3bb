// Every function that takes indices or classes, and entries that write state before they meet a bad
// one: after an optimiser's step, in a loop, in a branch, behind a batch norm.
#include <dlc/dlc.h>
using namespace dlc;

struct Net : nn::Module {
  nn::Embedding table{6, 3};
  nn::BatchNorm1d norm{3};
  nn::Linear head{3, 4};
  DLC_MODULE(table, norm, head)
  Tensor forward(Tensor words) { return head(norm(table(words))); }
};

DLC_PROGRAM(indices) {
  Net net;
  optim::Adam opt{net.parameters(), {.lr = 0.1}};
  Dim n = dim("n", 70);
  auto of = [&](const char *name, auto function) {
    entry(name, {i64({n})}, [=](Tensor i) { return function(arange(12, f32).reshape({4, 3}), i); });
  };
  of("gather", [](Tensor x, Tensor i) { return gather(x, 1, expand(unsqueeze(i, 0), {4, -1})); });
  of("take_along_dim", [](Tensor x, Tensor i) { return take_along_dim(x, unsqueeze(i, 1), 0); });
  of("index_select", [](Tensor x, Tensor i) { return index_select(x, 0, i); });
  of("take", [](Tensor x, Tensor i) { return take(x, i); });
  of("index", [](Tensor x, Tensor i) { return x[i]; });
  of("pairs", [](Tensor x, Tensor i) { return x.index({i, i - 1}); });
  of("embedding", [](Tensor x, Tensor i) { return embedding(i, x); });
  of("one_hot", [](Tensor, Tensor i) { return one_hot(i, 4); });
  of("scatter", [](Tensor x, Tensor i) { return scatter(x[0], 0, i, 1); });
  of("scatter_add", [](Tensor x, Tensor i) { return scatter_add(x[0], 0, i, i.to(f32)); });
  of("scatter_reduce",
     [](Tensor x, Tensor i) { return scatter_reduce(x[0], 0, i, i.to(f32), "amax"); });
  of("index_add", [](Tensor x, Tensor i) { return index_add(x[0], 0, i, i.to(f32)); });
  of("index_copy", [](Tensor x, Tensor i) { return index_copy(x[0], 0, i, i.to(f32)); });
  of("index_fill", [](Tensor x, Tensor i) { return index_fill(x, 1, i, 9); });
  of("index_put", [](Tensor x, Tensor i) { return index_put(x, {i}, 9); });
  of("bincount", [](Tensor, Tensor i) { return bincount(i, 3); });
  of("cross_entropy",
     [](Tensor x, Tensor i) { return cross_entropy(x[0] + zeros_like(i).unsqueeze(1), i); });
  of("nll_loss", [](Tensor x, Tensor i) {
    return nll_loss(x[0] + zeros_like(i).unsqueeze(1), i, {.ignore_index = 9});
  });
  of("multi_margin_loss",
     [](Tensor x, Tensor i) { return multi_margin_loss(x[0] + zeros_like(i).unsqueeze(1), i); });
  of("masked_scatter", [](Tensor x, Tensor i) {
    return masked_scatter(zeros({70}), arange(70) < i.amax(), x.flatten());
  });

  entry("train_step", {i64({n}), i64({n})}, [&](Tensor words, Tensor classes) {
    opt.zero_grad();
    Tensor loss = cross_entropy(net(words), classes);
    loss.backward();
    opt.step();
    return loss;
  });
  // The class is found wrong behind the running statistics, and behind a step of the optimiser.
  entry("late", {i64({n}), i64({n})}, [&](Tensor words, Tensor classes) {
    opt.zero_grad();
    Tensor loss = net(words).sum();
    loss.backward();
    opt.step();
    Tensor y = net(words), turned = (y.detach() * 0).sum(1).to(i64) + classes;
    return y.gather(1, unsqueeze(turned, 1));
  });
  entry("in_a_loop", {i64({n}), i64({n})}, [&](Tensor words, Tensor classes) {
    net.head.bias *= 3;
    return scan({zeros({3}), zeros({}, i64)}, words,
                [&](Tensors carry, Tensors word) {
                  Tensor at = carry[1] + word[0];
                  return Step{{carry[0] + embedding(at, net.table.weight), at}, {}};
                })
        .carry[0];
  });
  entry("in_a_branch", {i64({n}), i64({n})}, [&](Tensor words, Tensor classes) {
    net.head.bias *= 3;
    return cond(
        classes.amax() > 1, [&] { return embedding(words.amax(), net.table.weight); },
        [&] { return zeros({3}); });
  });
  // With a gradient all steps are run; those that the condition ends look nothing up.
  entry("in_a_while", {i64({n}), i64({n})}, [&](Tensor words, Tensor classes) {
    Tensors last = while_loop([&](Tensors c) { return c[0] < classes.amax(); },
                              [&](Tensors c) {
                                assert_(c[0] < classes.amax(), "the loop goes on");
                                Tensor row = embedding(c[0], net.table.weight);
                                return Tensors{c[0] + 1, c[1] + row * row};
                              },
                              {zeros({}, i64), zeros({3})}, 10);
    return grad(last[1].sum(), net.table.weight);
  });
}
