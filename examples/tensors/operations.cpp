// What one computes with tensors. The body runs once, inside dlc, and records what it is told to
// compute; `main` is that, compiled, and `print` prints when it runs.
#include <dlc/dlc.h>
using namespace dlc;

static void show(const char *what, const Tensor &x) {
  print(what);
  print(x);
}

static void creation() {
  print("\n== creation");
  show("numbers", tensor({{1.5, 2, 3}, {4, 5, 6}}));
  show("zeros", zeros({2, 3}));
  show("full", full({2, 2}, 7));
  show("arange", arange(0, 10, 2));
  show("linspace", linspace(0, 1, 5));
  show("eye", eye(3));
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
  show("largest", x.amax());
  show("standard deviation over dim 1", x.std(1));
  show("any above 4", (x > 4).any());
  show("softmax", softmax(x, 1));
}

static void shapes() {
  print("\n== shapes: no operation writes into its operands, so nobody asks what is a view");
  Tensor x = arange(6, f32).reshape(2, 3);
  show("x.t()", x.t());
  show("x.flatten()", x.flatten());
  show("x[1]", x[1]);
  show("x.unsqueeze(0)", x.unsqueeze(0));
  show("cat", cat({x, x + 10}, 1));
  show("stack", stack({x[0], x[1]}, 1));
  show("second of two chunks", x.flatten().chunk(2)[1]);
}

static void products() {
  print("\n== products");
  Tensor a = arange(6, f32).reshape(2, 3), b = arange(12, f32).reshape(3, 4);
  show("matmul(a, b)", matmul(a, b));
  show("a @ one of its rows", matmul(a, a[1]));
  show("outer", outer(a[0], a[1]));
  show("einsum: the sum of each row of a times b", einsum("ik,kj->i", {a, b}));
}

DLC_PROGRAM(operations) {
  entry("main", {}, [&] {
    creation();
    elementwise();
    broadcasting();
    dtypes();
    reductions();
    shapes();
    products();
  });
}
