// A small U-Net (Ronneberger et al. 2015) with padded convolutions: three levels from 32 to 128
// channels, one logit a pixel.
#include <dlc/dlc.h>
using namespace dlc;

struct Double : nn::Module {
  nn::Conv2d conv1, conv2;
  nn::BatchNorm2d norm1, norm2;
  DLC_MODULE(conv1, norm1, conv2, norm2)

  Double(Int in, Int out)
      : conv1(in, out, 3, {.padding = 1, .bias = false}),
        conv2(out, out, 3, {.padding = 1, .bias = false}), norm1(out), norm2(out) {}
  Tensor forward(Tensor x) { return relu(norm2(conv2(relu(norm1(conv1(x)))))); }
};

struct UNet : nn::Module {
  Double down1{1, 32}, down2{32, 64}, bottom{64, 128}, up2{128, 64}, up1{64, 32};
  nn::ConvTranspose2d grow2{128, 64, 2, {.stride = 2}}, grow1{64, 32, 2, {.stride = 2}};
  nn::Conv2d head{32, 1, 1};
  DLC_MODULE(down1, down2, bottom, grow2, up2, grow1, up1, head)

  Tensor forward(Tensor x) {
    Tensor fine = down1(x);
    Tensor coarse = down2(fine.max_pool2d(2));
    x = bottom(coarse.max_pool2d(2));
    x = up2(cat({coarse, grow2(x)}, 1));
    x = up1(cat({fine, grow1(x)}, 1));
    return head(x);
  }
};

DLC_PROGRAM(unet) {
  UNet net;
  optim::SGD opt{net.parameters(), {.lr = 0.01}};
  Dim n = dim("batch", 4);

  entry("train_step", {f32({n, 1, 96, 96}), f32({n, 1, 96, 96})}, [&](Tensor x, Tensor y) {
    opt.zero_grad();
    Tensor loss = binary_cross_entropy_with_logits(net(x), y);
    loss.backward();
    opt.step();
    return loss;
  });
}
