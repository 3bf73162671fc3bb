// What a tensor is: numbers in a storage, and a shape, strides and an offset that say how to look
// at them. Plain C++ on the run-time Tensor; nothing is compiled by dlc here.
#include <cmath>
#include <cstdio>
#include <dlc/rt/tensor.hpp>

using namespace dlc::runtime;

static void heading(const char *text) { std::printf("\n== %s\n", text); }

static std::string braces(const Shape &numbers) {
  std::string text = "[";
  for (int64_t number : numbers)
    text += (text.size() > 1 ? ", " : "") + std::to_string(number);
  return text + "]";
}

static void show(const char *what, const Tensor &x) {
  std::printf("%s\n", what);
  print(x);
}

/// How a tensor looks at its storage.
static void describe(const char *name, const Tensor &x) {
  std::printf("%-9s shape %-9s strides %-11s offset %lld, %s\n", name, braces(x.shape()).c_str(),
              braces(x.strides()).c_str(), (long long)x.storage_offset(),
              x.is_contiguous() ? "contiguous" : "not contiguous");
}

static void storage() {
  heading("storage, shape, strides, offset");
  Tensor x = arange(12).reshape({3, 4});
  print(x);
  describe("x", x);
  std::printf("storage of %zu bytes, %zu bytes an element, on the device '%s'\n",
              x.storage().nbytes(), x.element_size(), x.device().str().c_str());
  // Element [i, j] stands at offset + i * stride(0) + j * stride(1).
  std::printf("x[2, 1] is element %lld of the storage: %lld\n",
              (long long)(2 * x.stride(0) + x.stride(1)), (long long)x.at<int64_t>({2, 1}));
}

static void views() {
  heading("views: the same storage, looked at in another way");
  Tensor x = arange(12).reshape({3, 4});
  describe("x", x);
  describe("x.t()", x.t());
  describe("x[1]", x[1]);
  describe("x[:, 1:3]", x.index({Slice(), Slice(1, 3)}));
  describe("x[::2]", x.index({Slice(None, None, 2)}));
  describe("diagonal", x.diagonal());
  describe("expand", x.index({Slice(), Slice(0, 1)}).expand({3, 2}));
  Tensor column = x.index({Slice(), 1});
  column.fill_(-1);
  show("written through a column:", x);
}

static void indexing() {
  heading("indexing: integers, ranges, Ellipsis, None");
  Tensor x = arange(24).reshape({2, 3, 4});
  show("x[0]", x[0]);
  show("x[1, 2, 3]", x.index({1, 2, 3}));
  show("x[:, -1, ::2]", x.index({Slice(), -1, Slice(None, None, 2)}));
  show("x[..., 0]", x.index({Ellipsis, 0}));
  show("x[0, None, 0]", x.index({0, None, 0}));
}

static void contiguous() {
  heading("contiguous, view, reshape");
  Tensor t = arange(6).reshape({2, 3}).t();
  describe("t", t);
  try {
    t.view({6});
  } catch (const Error &error) {
    std::printf("error: %s\n", error.what());
  }
  Tensor copied = t.reshape({6}); // copies, since no strides say this order
  print("reshape copies:", copied);
  std::printf("one storage: t and t.contiguous() %s, t and t.t() %s\n",
              t.is_alias_of(t.contiguous()) ? "yes" : "no", t.is_alias_of(t.t()) ? "yes" : "no");
}

static void dtypes() {
  heading("element types");
  print(tensor({1, 2, 3}));
  print(tensor({1.5, 2, 3}));
  print(tensor({true, false}));
  print(tensor({1.5, -2, 3.99}).to(i32));
  print(tensor({0.1, 1. / 3}, f64));
  print("to bf16, which has eight bits of precision:", tensor({0.1, 1. / 3}).to(bf16));
  print("to bool:", tensor({0, 5, -1}).to(boolean));
}

static void printing() {
  heading("printing: one width, few digits, the middle left out");
  print(tensor({1., 10., 100.}));
  print(tensor({0.001, 1000.}));
  print(tensor({1., NAN, -INFINITY}));
  print(arange(2000.));
  print(zeros({0, 3}));
}

int main() {
  storage();
  views();
  indexing();
  contiguous();
  dtypes();
  printing();
}
