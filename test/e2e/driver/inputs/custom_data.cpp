#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(shoes) {
  nn::Linear net{4, 3};
  Dim n = dim("batch", 5);
  auto predict = entry("predict", {f32({n, 4})}, [&](Tensor x) { return net(x); });
  auto train = entry("train_step", {f32({n, 4}), i64({n})},
                     [&](Tensor x, Tensor y) { return cross_entropy(net(x), y); });
  fit({.train = train, .predict = predict, .data = data::custom("boots"), .batch_size = 5});
}
