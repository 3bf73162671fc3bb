// What is differentiated, where gradients go, and what stops them.
#include <dlc/dlc.h>
using namespace dlc;

struct Numbers : nn::Module {
  Parameter w{arange(3, f32) + 1}; // starts as 1, 2, 3
  Parameter b{Shape{}, init::constant(0.5)};
  DLC_MODULE(w, b)
  Tensor forward(Tensor x) { return (w * x).sum() + b; }
};

DLC_PROGRAM(gradients) {
  Numbers net;
  entry("main", {}, [&] {
    Tensor x = ones({3});

    print("\n== leaves: parameters, whose gradients backward() leaves in .grad()");
    Tensor y = net(x); // no leaf: it was computed
    Tensor loss = y * y;
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

    print("\n== grad(loss, x): of anything computed before, without touching .grad()");
    Tensor z = x * 3;
    Tensor cube = (z * z * z).sum();
    print("dcube/dz = 3 z^2", grad(cube, z));
    print("dcube/dx = 3 * dcube/dz", grad(cube, x));

    print("\n== a gradient is a tensor like any other, and has a gradient");
    Tensor first = grad(cube, z);
    print("d2cube/dz2 = 6 z", grad(first.sum(), z));

    print("\n== detach(): the same numbers, and no gradient behind them");
    Tensor half = (z * z.detach()).sum();
    print("of z * z", grad((z * z).sum(), z));
    print("of z * z.detach()", grad(half, z));

    print("\n== frozen: requires_grad_(false)");
    net.zero_grad();
    net.b.requires_grad_(false);
    net(x).backward();
    print("w.grad", net.w.grad());
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
