#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(shoes) {
  nn::Linear net{4, 3};
  Dim n = dim("batch", 5);
  auto predict = entry("predict", {f32({n, 4})}, [&](Tensor x) { return net(x); });
  fit({.predict = predict, .data = data::custom("boots"), .batch_size = 5});
}
