// A small MobileNet (Howard et al. 2017) for images of 32x32: depthwise 3x3, then 1x1.
#include <dlc/dlc.h>
using namespace dlc;

struct Separable : nn::Module {
  nn::Conv2d depthwise, pointwise;
  nn::BatchNorm2d norm1, norm2;
  DLC_MODULE(depthwise, norm1, pointwise, norm2)

  Separable(Int in, Int out, Int stride)
      : depthwise(in, in, 3, {.stride = stride, .padding = 1, .groups = in, .bias = false}),
        pointwise(in, out, 1, {.bias = false}), norm1(in), norm2(out) {}
  Tensor forward(Tensor x) { return relu(norm2(pointwise(relu(norm1(depthwise(x)))))); }
};

struct MobileNet : nn::Module {
  nn::Conv2d conv{3, 32, 3, {.padding = 1, .bias = false}};
  nn::BatchNorm2d norm{32};
  nn::Sequential blocks{Separable{32, 64, 1},   Separable{64, 128, 2},  Separable{128, 128, 1},
                        Separable{128, 256, 2}, Separable{256, 256, 1}, Separable{256, 512, 2},
                        Separable{512, 512, 1}};
  nn::Linear fc{512, 10};
  DLC_MODULE(conv, norm, blocks, fc)

  Tensor forward(Tensor x) { return fc(blocks(relu(norm(conv(x)))).mean({2, 3})); }
};

DLC_PROGRAM(mobilenet) {
  MobileNet net;
  optim::SGD opt{net.parameters(), {.lr = 0.01}};
  Dim n = dim("batch", 32);

  entry("train_step", {f32({n, 3, 32, 32}), i64({n})}, [&](Tensor x, Tensor y) {
    opt.zero_grad();
    Tensor loss = cross_entropy(net(x), y);
    loss.backward();
    opt.step();
    return loss;
  });
}
