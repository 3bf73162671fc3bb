// ResNet-20 (He et al. 2016, section 4.2): three stages of three blocks, shortcuts without
// parameters, which skip every other element and are padded with channels of zeros.
#include <dlc/dlc.h>
using namespace dlc;

struct Block : nn::Module {
  nn::Conv2d conv1, conv2;
  nn::BatchNorm2d norm1, norm2;
  int stride, grown; // channels that the shortcut lacks
  DLC_MODULE(conv1, norm1, conv2, norm2)

  Block(int in, int out, int stride)
      : conv1(in, out, 3, {.stride = stride, .padding = 1, .bias = false}),
        conv2(out, out, 3, {.padding = 1, .bias = false}), norm1(out), norm2(out), stride(stride),
        grown(out - in) {}

  Tensor shortcut(Tensor x) {
    if (stride == 1)
      return x;
    Slice even(None, None, stride);
    return pad(x(Ellipsis, even, even), {0, 0, 0, 0, 0, grown});
  }
  Tensor forward(Tensor x) { return relu(norm2(conv2(relu(norm1(conv1(x))))) + shortcut(x)); }
};

struct ResNet : nn::Module {
  nn::Conv2d conv{3, 16, 3, {.padding = 1, .bias = false}};
  nn::BatchNorm2d norm{16};
  nn::Sequential blocks{Block{16, 16, 1}, Block{16, 16, 1}, Block{16, 16, 1},
                        Block{16, 32, 2}, Block{32, 32, 1}, Block{32, 32, 1},
                        Block{32, 64, 2}, Block{64, 64, 1}, Block{64, 64, 1}};
  nn::Linear fc{64, 10};
  DLC_MODULE(conv, norm, blocks, fc)

  Tensor forward(Tensor x) { return fc(blocks(relu(norm(conv(x)))).mean({2, 3})); }
};

DLC_PROGRAM(resnet20) {
  ResNet net;
  optim::SGD opt{net.parameters(), {.lr = 0.01}};
  Dim n = dim("batch", 64);

  entry("train_step", {f32({n, 3, 32, 32}), i64({n})}, [&](Tensor x, Tensor y) {
    opt.zero_grad();
    Tensor loss = cross_entropy(net(x), y);
    loss.backward();
    opt.step();
    return loss;
  });
}
