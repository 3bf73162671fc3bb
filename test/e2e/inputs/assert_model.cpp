// Entries that change a weight and then, or before, find something wrong.
#include <dlc/dlc.h>
using namespace dlc;

struct Net : nn::Module {
  Parameter w{ones({2, 2})};
  DLC_MODULE(w)
  Tensor forward(Tensor x) { return matmul(x, w); }
};

DLC_PROGRAM(asserting) {
  Net net;
  Dim n = dim("n", 4);
  entry("elementwise", {f32({n, 2})}, [&](Tensor x) {
    net.w -= 0.5;
    assert_(x > 0, "x is positive");
    return x.sum();
  });
  entry("product", {f32({n, 2})}, [&](Tensor x) {
    net.w.copy_(matmul(net.w, net.w));
    assert_(x > 0, "x is positive");
    return net(x);
  });
  entry("in_a_loop", {f32({n, 2})}, [&](Tensor x) {
    net.w *= 3;
    return scan(zeros({2}), x,
                [](Tensor sum, Tensor row) {
                  assert_(row > 0, "the row is positive");
                  return sum + row;
                })
        .carry[0];
  });
}
