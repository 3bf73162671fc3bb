#include <dlc/dlc.h>
using namespace dlc;

struct Mlp : nn::Module {
  nn::Linear fc1{4, 8}, fc2{8, 3};
  DLC_MODULE(fc1, fc2)
  Tensor forward(Tensor x) { return fc2(relu(fc1(x))); }
};

DLC_PROGRAM(mlp) {
  Mlp net;
  Dim n = dim("batch", 5);
  entry("predict", {f32({n, 4})}, [&](Tensor x) { return net(x); });
}
