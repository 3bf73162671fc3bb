// Convolutions and their two gradients, one entry each, with buffers that lie as the compiler wants
// them (as in a model, between layers); a gradient is taken up by what it belongs to, so that it
// lies likewise. An entry is named CLASS_N_C_H_OUT: batch, channels in, height and width, channels
// out.
#include <dlc/dlc.h>
#include <list>
#include <string>
using namespace dlc;

struct Conv : nn::Module {
  Buffer x, w, y;
  DLC_MODULE(x, w, y)
  Conv(Shape image, Shape kernel, Shape out)
      : x(image, init::uniform(-1, 1)), w(kernel, init::uniform(-1, 1)),
        y(out, init::uniform(-1, 1)) {}
  Tensor forward(Tensor x) { return x; }
};

struct Case {
  const char *kind;
  Int n, c, h, out, kernel, stride, groups;
};

DLC_PROGRAM(convolutions) {
  std::list<Conv> all;
  std::list<std::string> names;
  auto add = [&](Case p) {
    const Int pad = p.kernel / 2, size = (p.h + 2 * pad - p.kernel) / p.stride + 1;
    Conv &conv = all.emplace_back(Shape{p.n, p.c, p.h, p.h},
                                  Shape{p.out, p.c / p.groups, p.kernel, p.kernel},
                                  Shape{p.n, p.out, size, size});
    std::string shape = std::to_string(p.n) + "_" + std::to_string(p.c) + "_" +
                        std::to_string(p.h) + "_" + std::to_string(p.out);
    auto name = [&](const char *pass) {
      names.push_back(std::string(p.kind) + "_" + pass + "_" + shape);
      return names.back().c_str();
    };
    module((std::string(p.kind) + "_" + shape).c_str(), conv);
    auto run = [&](Tensor x, Tensor w) {
      return conv2d(x, w, {}, {.stride = p.stride, .padding = pad, .groups = p.groups});
    };
    entry(name("fwd"), {}, [&] { conv.y.copy_(run(conv.x, conv.w)); });
    entry(name("bwd_data"), {}, [&] {
      Tensor x = conv.x.detach().requires_grad_();
      conv.x -= 1e-9 * grad((run(x, conv.w) * conv.y).sum(), x);
    });
    entry(name("bwd_weight"), {}, [&] {
      Tensor w = conv.w.detach().requires_grad_();
      conv.w -= 1e-9 * grad((run(conv.x, w) * conv.y).sum(), w);
    });
  };
  for (Case p : {Case{"conv3x3", 32, 64, 32, 64, 3, 1, 1},
                 {"conv3x3", 32, 128, 16, 128, 3, 1, 1},
                 {"conv3x3", 32, 256, 8, 256, 3, 1, 1},
                 {"conv3x3_4x4", 32, 512, 4, 512, 3, 1, 1},
                 {"conv3x3_rgb", 32, 3, 32, 64, 3, 1, 1},
                 {"conv3x3_grey", 64, 1, 28, 32, 3, 1, 1},
                 {"conv3x3_s2", 32, 64, 32, 128, 3, 2, 1},
                 {"conv3x3_s2", 32, 256, 8, 512, 3, 2, 1},
                 {"conv1x1", 32, 128, 16, 256, 1, 1, 1},
                 {"conv1x1_s2", 32, 64, 32, 128, 1, 2, 1},
                 {"conv3x3_16", 32, 16, 32, 16, 3, 1, 1},
                 {"depthwise", 32, 128, 32, 128, 3, 1, 128}})
    add(p);
}
