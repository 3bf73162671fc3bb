// A classifier for index_data.cpp, which has four classes until the second epoch.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(spoilt) {
  nn::Linear net{2, 4};
  module("net", net);
  optim::SGD opt{net.parameters(), {.lr = 0.01}};
  Dim n = dim("batch", 8);
  auto train = entry("train_step", {f32({n, 2}), i64({n})}, [&](Tensor x, Tensor y) {
    opt.zero_grad();
    Tensor loss = cross_entropy(net(x), y);
    loss.backward();
    opt.step();
    return loss;
  });
  auto eval = entry("eval_step", {f32({n, 2}), i64({n})}, [&](Tensor x, Tensor y) {
    Tensor z = net(x);
    return results({{"loss", cross_entropy(z, y)}, {"correct", (z.argmax(1) == y).sum()}});
  });
  fit({.train = train, .eval = eval, .data = data::custom("spoilt"), .batch_size = 8});
}
