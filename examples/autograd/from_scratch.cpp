// A network without nn::Linear and without an optimiser: two layers of parameters, a loss, its
// gradients, and w -= lr * w.grad(). It learns which points lie inside a circle.
#include <dlc/dlc.h>
#include <string>
using namespace dlc;

constexpr int points = 256, hidden = 16, steps = 200;
constexpr double lr = 1;

struct Network : nn::Module {
  Parameter w1{{2, hidden}, init::normal(0, 1)}, b1{{hidden}, init::zeros()};
  Parameter w2{{hidden, 1}, init::normal(0, 0.5)}, b2{{1}, init::zeros()};
  DLC_MODULE(w1, b1, w2, b2)

  Tensor forward(Tensor x) {
    Tensor h = tanh(matmul(x, w1) + b1); // [points, hidden]
    return sigmoid(matmul(h, w2) + b2);  // [points, 1], the chance of lying inside
  }
};

DLC_PROGRAM(from_scratch) {
  Network net;
  entry("main", {}, [&] {
    Tensor x = 2 * rand({points, 2}) - 1;
    Tensor inside = (x * x).sum(1, /*keepdim=*/true) < 0.5;
    Tensor y = inside.to(f32);
    print("points inside the circle", y.sum());
    print("of", full({}, points, i64));

    for (int step = 0; step <= steps; ++step) { // unrolled: a `for` runs at compile time
      Tensor p = net(x);
      Tensor loss = -(y * log(p) + (1 - y) * log(1 - p)).mean();
      if (step % 40 == 0) {
        Tensor right = ((p > 0.5) == inside).to(f32).mean();
        std::string label = "step " + std::to_string(step);
        print((label + ": loss").c_str(), loss);
        print((label + ": share that is right").c_str(), right);
      }
      net.zero_grad();
      loss.backward();
      net.w1 -= lr * net.w1.grad();
      net.b1 -= lr * net.b1.grad();
      net.w2 -= lr * net.w2.grad();
      net.b2 -= lr * net.b2.grad();
    }
  });
}
