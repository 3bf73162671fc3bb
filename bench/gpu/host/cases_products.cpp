// What matrix products, convolution and attention compute.
#include "cases.h"

#include <algorithm>
#include <cmath>

namespace {

size_t number(const Entry &e, const char *key) { return static_cast<size_t>(e.number(key)); }

// One rounding of each result; of tf32 two operands that lose 13 bits.
double toleranceOf(const std::string &type) {
  return type == "f16" ? 1e-3 : type == "bf16" ? 5e-3 : 2e-3;
}

// C = A B; B is [k, n], of tf32 [n, k].
struct Gemm : Case {
  explicit Gemm(const Entry &e)
      : Case(e,
             {{"A", Operand::Input, typeNamed(e.text("type")), number(e, "m") * number(e, "k")},
              {"B", Operand::Input, typeNamed(e.text("type")), number(e, "n") * number(e, "k")},
              {"C", Operand::Output, typeNamed(e.text("type")), number(e, "m") * number(e, "n")}}),
        m(number(e, "m")), n(number(e, "n")), k(number(e, "k")) {
    flops = 2.0 * static_cast<double>(m) * static_cast<double>(n) * static_cast<double>(k);
  }

  std::vector<Result> results() override {
    a = operands[0].values();
    columns = operands[1].values();
    if (entry.text("type") != "tf32")
      columns = transposed(columns);
    return {result(operands[2], n, toleranceOf(entry.text("type")),
                   static_cast<double>(n) * static_cast<double>(k), [this](size_t row, double *c) {
                     for (size_t j = 0; j < n; ++j)
                       c[j] = dot(a.data() + row * k, columns.data() + j * k, k);
                   })};
  }

  std::vector<float> transposed(const std::vector<float> &b) const {
    std::vector<float> t(b.size());
    inParallel(n, [&](size_t first, size_t last) {
      for (size_t row = 0; row < k; ++row)
        for (size_t j = first; j < last; ++j)
          t[j * k + row] = b[row * n + j];
    });
    return t;
  }

  const size_t m, n, k;
  std::vector<float> a, columns; // B's columns, one after the other
};

// The same, with tensor maps for A and B: boxes of 64 columns, 128 bytes, swizzled.
struct GemmOfBoxes : Gemm {
  using Gemm::Gemm;

  Arguments arguments(Device &device, const std::vector<Buffer> &buffers) override {
    cuda::MapType type = operands[0].type == Type::F16 ? cuda::MapFloat16 : cuda::MapBFloat16;
    Arguments list;
    list.add(tensorMap(device, type, buffers[0].pointer, m, k, entry.number("blockm"), 64,
                       cuda::MapSwizzle128));
    list.add(tensorMap(device, type, buffers[1].pointer, k, n, 64, 64, cuda::MapSwizzle128));
    list.add(buffers[2].pointer);
    return list;
  }
};

struct Attention : Case {
  enum { Q, K, V, O, Lse };

  explicit Attention(const Entry &e)
      : Case(e, {{"q", Operand::Input, Type::F16, size(e)},
                 {"k", Operand::Input, Type::F16, size(e)},
                 {"v", Operand::Input, Type::F16, size(e)},
                 {"o", Operand::Output, Type::F16, size(e)},
                 {"lse", Operand::Output, Type::F32, number(e, "heads") * number(e, "length")}}),
        length(number(e, "length")), width(number(e, "width")) {
    flops = 4.0 * static_cast<double>(size(e)) * static_cast<double>(length);
  }

  static size_t size(const Entry &e) {
    return number(e, "heads") * number(e, "length") * number(e, "width");
  }

  // The powers of one row, not divided by their sum, which is returned with the largest score.
  std::pair<double, double> powers(size_t row, std::vector<double> &p) const {
    size_t head = row / length;
    p.resize(length);
    double largest = -INFINITY, sum = 0;
    for (size_t j = 0; j < length; ++j) {
      p[j] = dot(q.data() + row * width, k.data() + (head * length + j) * width, width) /
             std::sqrt(width);
      largest = std::max(largest, p[j]);
    }
    for (double &x : p)
      sum += x = std::exp(x - largest);
    return {largest, sum};
  }

  std::vector<Result> results() override {
    q = operands[Q].values();
    k = operands[K].values();
    v = operands[V].values();
    double cost = 2.0 * static_cast<double>(length) * static_cast<double>(width);
    return {result(operands[O], width, 2e-3, cost,
                   [this](size_t row, double *o) {
                     std::vector<double> p;
                     double sum = powers(row, p).second;
                     std::fill(o, o + width, 0.0);
                     for (size_t j = 0; j < length; ++j)
                       for (size_t i = 0; i < width; ++i)
                         o[i] += p[j] / sum * v[(row / length * length + j) * width + i];
                   }),
            result(operands[Lse], 1, 1e-4, cost, [this](size_t row, double *lse) {
              std::vector<double> p;
              auto [largest, sum] = powers(row, p);
              *lse = largest / std::log(2.0) + std::log2(sum);
            })};
  }

  const size_t length, width;
  std::vector<float> q, k, v;
};

// 3x3, one pixel of padding; x [n, h, w, c], filter [3, 3, c, out].
struct Convolution : Case {
  explicit Convolution(const Entry &e)
      : Case(e, {{"x", Operand::Input, Type::F16, pixels(e) * number(e, "c")},
                 {"filter", Operand::Input, Type::F16, 9 * number(e, "c") * number(e, "out"), 0.1},
                 {"y", Operand::Output, Type::F16, pixels(e) * number(e, "out")}}),
        h(number(e, "h")), w(number(e, "w")), c(number(e, "c")), out(number(e, "out")) {
    flops =
        18.0 * static_cast<double>(pixels(e)) * static_cast<double>(c) * static_cast<double>(out);
  }

  static size_t pixels(const Entry &e) { return number(e, "n") * number(e, "h") * number(e, "w"); }

  std::vector<Result> results() override {
    x = operands[0].values();
    filter = operands[1].values();
    return {result(operands[2], out, toleranceOf("f16"),
                   9.0 * static_cast<double>(c) * static_cast<double>(out),
                   [this](size_t pixel, double *y) { window(pixel, y); })};
  }

  void window(size_t pixel, double *y) const {
    size_t image = pixel / (h * w), row = pixel / w % h, column = pixel % w;
    std::fill(y, y + out, 0.0);
    for (size_t r = 0; r < 3; ++r)
      for (size_t s = 0; s < 3; ++s) {
        size_t fromRow = row + r - 1, fromColumn = column + s - 1; // below zero is huge
        if (fromRow >= h || fromColumn >= w)
          continue;
        for (size_t i = 0; i < c; ++i) {
          double value = x[((image * h + fromRow) * w + fromColumn) * c + i];
          const float *weights = filter.data() + ((r * 3 + s) * c + i) * out;
          for (size_t o = 0; o < out; ++o)
            y[o] += value * weights[o];
        }
      }
  }

  const size_t h, w, c, out;
  std::vector<float> x, filter;
};

} // namespace

std::unique_ptr<Case> makeProductCase(const Entry &entry) {
  if (entry.op == "gemm")
    return std::make_unique<Gemm>(entry);
  if (entry.op == "gemm_tma")
    return std::make_unique<GemmOfBoxes>(entry);
  if (entry.op == "attention")
    return std::make_unique<Attention>(entry);
  if (entry.op == "convolution")
    return std::make_unique<Convolution>(entry);
  return nullptr;
}
