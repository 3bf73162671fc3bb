// What one computes with tensors. The body runs once, inside dlc, and records what it is told to
// compute; `main` is that, compiled, and `print` prints when it runs.
#include <dlc/dlc.h>
using namespace dlc;

static void show(const char *what, const Tensor &x) {
  print(what);
  print(x);
}

static void elementwise() {
  print("\n== elementwise");
  Tensor x = arange(6, f32).reshape(2, 3);
  show("x", x);
  show("x + 1", x + 1);
  show("x * x", x * x);
  show("exp(x)", exp(x));
  show("x > 2", x > 2);
  show("where(x > 2, x, 0)", where(x > 2, x, 0));
}

static void broadcasting() {
  print("\n== broadcasting: shapes are matched from the last dimension; a size of 1 is repeated");
  Tensor column = arange(3, f32).reshape(3, 1), row = 10 * arange(4, f32);
  show("column [3, 1]", column);
  show("row [4]", row);
  show("column + row [3, 4]", column + row);
}

static void dtypes() {
  print("\n== element types: the larger kind wins, and within a kind the larger size");
  Tensor n = arange(3), x = arange(3, f32);
  show("i64", n);
  show("i64 * 2", n * 2);
  show("i64 * 0.5", n * 0.5);
  show("i64 / i64", n / (n + 1));
  show("f32 + f64", x + x.to(f64));
  show("bool to i64", (x > 0).to(i64));
}

static void reductions() {
  print("\n== reductions");
  Tensor x = arange(6, f32).reshape(2, 3);
  show("sum", x.sum());
  show("sum over dim 0", x.sum(0));
  show("mean over dim 1, kept", x.mean(1, /*keepdim=*/true));
  show("argmax over dim 1", x.argmax(1));
  show("softmax", softmax(x, 1));
}

static void shapes() {
  print("\n== shapes: no operation writes into its operands, so nobody asks what is a view");
  Tensor x = arange(6, f32).reshape(2, 3);
  show("x.t()", x.t());
  show("x.flatten()", x.flatten());
  show("x[1]", x[1]);
  show("x.unsqueeze(0)", x.unsqueeze(0));
}

static void products() {
  print("\n== products");
  Tensor a = arange(6, f32).reshape(2, 3), b = arange(12, f32).reshape(3, 4);
  show("matmul(a, b)", matmul(a, b));
  show("a @ one of its rows", matmul(a, a[1]));
}

DLC_PROGRAM(operations) {
  entry("main", {}, [&] {
    elementwise();
    broadcasting();
    dtypes();
    reductions();
    shapes();
    products();
  });
}
