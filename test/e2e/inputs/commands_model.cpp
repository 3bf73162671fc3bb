// A linear classifier whose fit(...) lacks what the macros say: NO_NAMES (no outputs `loss` and
// `correct`), NO_EVAL, ODD_PREDICT (predict takes indices, no image), SCALAR_PREDICT (predict gives
// one number for the whole batch), BOOL_PREDICT (predict gives a row of booleans).
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(linear) {
  nn::Linear net{784, 10};
  module("net", net);
  optim::SGD opt{net.parameters(), {.lr = 0.01}};
  Dim n = dim("batch", 100);
  auto train = entry("train_step", {f32({n, 784}), i64({n})}, [&](Tensor x, Tensor y) {
    opt.zero_grad();
    Tensor loss = cross_entropy(net(x), y);
    loss.backward();
    opt.step();
    return loss;
  });
  [[maybe_unused]] auto eval =
      entry("eval_step", {f32({n, 784}), i64({n})}, [&](Tensor x, Tensor y) {
        Tensor z = net(x);
#ifdef NO_NAMES
        return results({{"error", cross_entropy(z, y)}, {"hits", (z.argmax(1) == y).sum()}});
#else
    return results({{"loss", cross_entropy(z, y)}, {"correct", (z.argmax(1) == y).sum()}});
#endif
      });
#ifdef ODD_PREDICT
  auto predict = entry("predict", {i64({n})}, [&](Tensor y) { return y; });
#else
  auto predict = entry("predict", {f32({n, 784})}, [&](Tensor x) {
#ifdef SCALAR_PREDICT
    return net(x).sum();
#elif defined(BOOL_PREDICT)
    return net(x) == net(x);
#else
    return softmax(net(x), 1);
#endif
  });
#endif
  fit({.train = train,
#ifndef NO_EVAL
       .eval = eval,
#endif
       .predict = predict,
       .data = data::FashionMnist{},
       .batch_size = 100});
}
