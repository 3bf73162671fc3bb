// ResNet-18 (He et al. 2016) for images of 32x32: a 3x3 stem without pooling.
#include <dlc/dlc.h>
#include <optional>
using namespace dlc;

struct Shortcut : nn::Module {
  nn::Conv2d conv;
  nn::BatchNorm2d norm;
  DLC_MODULE(conv, norm)

  Shortcut(Int in, Int out, Int stride)
      : conv(in, out, 1, {.stride = stride, .bias = false}), norm(out) {}
  Tensor forward(Tensor x) { return norm(conv(x)); }
};

struct Block : nn::Module {
  nn::Conv2d conv1, conv2;
  nn::BatchNorm2d norm1, norm2;
  std::optional<Shortcut> shortcut; // where the shape changes
  DLC_MODULE(conv1, norm1, conv2, norm2, shortcut)

  Block(Int in, Int out, Int stride)
      : conv1(in, out, 3, {.stride = stride, .padding = 1, .bias = false}),
        conv2(out, out, 3, {.padding = 1, .bias = false}), norm1(out), norm2(out) {
    if (stride != 1 || in != out)
      shortcut.emplace(in, out, stride);
  }
  Tensor forward(Tensor x) {
    Tensor y = norm2(conv2(relu(norm1(conv1(x)))));
    return relu(y + (shortcut ? (*shortcut)(x) : x));
  }
};

struct ResNet : nn::Module {
  nn::Conv2d conv{3, 64, 3, {.padding = 1, .bias = false}};
  nn::BatchNorm2d norm{64};
  nn::Sequential blocks{Block{64, 64, 1},   Block{64, 64, 1},   Block{64, 128, 2},
                        Block{128, 128, 1}, Block{128, 256, 2}, Block{256, 256, 1},
                        Block{256, 512, 2}, Block{512, 512, 1}};
  nn::Linear fc{512, 10};
  DLC_MODULE(conv, norm, blocks, fc)

  Tensor forward(Tensor x) { return fc(blocks(relu(norm(conv(x)))).mean({2, 3})); }
};

DLC_PROGRAM(resnet18) {
  ResNet net;
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
