// What is differentiated, where gradients go, and what stops them.
#include <dlc/dlc.h>
#include <string>
using namespace dlc;

struct Numbers : nn::Module {
  Parameter w{arange(3, f32) + 1}; // starts as 1, 2, 3
  Parameter b{Shape{}, init::constant(0.5)};
  DLC_MODULE(w, b)
  Tensor forward(Tensor x) { return (w * x).sum() + b; }
};

static void leaves(const char *name, const Tensor &x) {
  // Known while the program is traced: these are plain bools.
  std::string text = std::string(name) + (x.is_leaf() ? ": a leaf, " : ": computed, ") +
                     (x.requires_grad() ? "requires a gradient" : "requires none");
  print(text.c_str());
}

DLC_PROGRAM(gradients) {
  Numbers net;
  entry("main", {}, [&] {
    Tensor x = ones({3});

    print("\n== leaves: what was not computed from anything that requires a gradient");
    Tensor y = net(x);
    Tensor loss = y * y;
    leaves("x", x);
    leaves("w", net.w);
    leaves("y", y);
    leaves("y.detach()", y.detach());

    print("\n== backward() leaves the gradients of leaves in .grad()");
    print("loss", loss);
    loss.backward();
    print("w.grad = 2 y x", net.w.grad());
    print("b.grad = 2 y", net.b.grad());

    print("\n== backward() adds to what is there");
    net(x).backward();
    print("w.grad", net.w.grad());
    print("\n== until zero_grad()");
    net.zero_grad();
    net(x).backward();
    print("w.grad", net.w.grad());

    print("\n== other leaves by requires_grad_(), computed tensors by retain_grad()");
    Tensor a = arange(3, f32);
    a.requires_grad_();
    Tensor square = a * a;
    square.retain_grad();
    (square * 10).sum().backward();
    print("square.grad", square.grad());
    print("a.grad = 20 a", a.grad());

    print("\n== backward(cotangent): with what every element counts");
    a.zero_grad();
    (a * a).backward(arange(3, f32));
    print("a.grad", a.grad());

    print("\n== grad(loss, x): of anything computed before, without touching .grad()");
    Tensor z = x * 3;
    Tensor cube = (z * z * z).sum();
    print("dcube/dz = 3 z^2", grad(cube, z));
    print("dcube/dx = 3 * dcube/dz", grad(cube, x));

    print("\n== a gradient is a tensor like any other, and has a gradient");
    Tensor first = grad(cube, z);
    print("d2cube/dz2 = 6 z", grad(first.sum(), z));

    print("\n== detach() and no_grad(): the same numbers, and no gradient behind them");
    print("of z * z", grad((z * z).sum(), z));
    print("of z * z.detach()", grad((z * z.detach()).sum(), z));
    Tensor constant = no_grad([&] { return z * z; });
    print("of z * no_grad(z * z)", grad((z * constant).sum(), z));

    print("\n== frozen: requires_grad_(false)");
    net.zero_grad();
    net.b.requires_grad_(false);
    net(x).backward();
    print("w.grad", net.w.grad());
    leaves("b", net.b);
    net.b.requires_grad_(true);

    print("\n== one step down the slope: w -= lr * w.grad()");
    net.zero_grad();
    Tensor before = net(x) * net(x);
    before.backward();
    net.w -= 0.1 * net.w.grad();
    net.b -= 0.1 * net.b.grad();
    print("loss before", before);
    print("w", net.w);
    print("loss after", net(x) * net(x));
  });
}
