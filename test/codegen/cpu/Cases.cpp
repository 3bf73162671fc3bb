//===- Cases.cpp - the kernels that are tested and timed ---------------------------===//
#include "Cases.h"
#include "KernelText.h"
#include <array>
#include <cstring>

using std::string;
using std::to_string;
using Dims = std::vector<std::int64_t>;

static string shape(const Dims &dims, const string &element = "f32") {
  string text;
  for (auto dim : dims)
    text += to_string(dim) + "x";
  return text + element;
}

static const char *fma =
    "      %p = arith.mulf %i0, %i1 : f32\n      %s = arith.addf %o0, %p : f32\n"
    "      linalg.yield %s : f32";

/// C[m,n] = A·B, with either operand stored transposed; `n` of the test is the number of live rows
/// m.
static Case matmul(std::int64_t m, std::int64_t n, std::int64_t k, const string &kind,
                   bool epilogue = false, bool timed = true) {
  KernelText text;
  const bool ta = kind[0] == 'T', tb = kind[1] == 'T', live = kind.size() > 2;
  // Live rows: of the output, or (dW = xᵀ·dy) of the reduction.
  const bool liveK = live && ta;
  std::vector<LoopText> loops = {
      {m, 'p', live && !liveK ? "n" : ""}, {n}, {k, 'r', liveK ? "n" : ""}};
  OperandText a{"a", ta ? shape({k, m}) : shape({m, k}), ta ? "d2, d0" : "d0, d2", live ? "n" : ""};
  OperandText b{"b", tb ? shape({n, k}) : shape({k, n}), tb ? "d1, d2" : "d2, d1",
                liveK ? "n" : ""};
  OperandText c{epilogue ? "%sum" : "c", shape({m, n}), "d0, d1", live && !liveK ? "n" : ""};
  text.fill(c, "0.0");
  text.generic(loops, {a, b}, {c}, fma);
  if (epilogue)
    text.generic({{m, 'p', loops[0].live}, {n}},
                 {{"%sum", shape({m, n}), "d0, d1"}, {"bias", shape({n}), "d1"}},
                 {{"y", shape({m, n}), "d0, d1", c.live}},
                 "      %z = arith.constant 0.0 : f32\n      %s = arith.addf %i0, %i1 : f32\n"
                 "      %r = arith.maximumf %s, %z : f32\n      linalg.yield %r : f32");
  Dims values = {1};
  if (live)
    values = liveK ? Dims{k, 1, 2, k / 2 + 1, k - 1} : Dims{m, 1, (m + 6) / 7, m / 2 + 1, m - 1};
  return {"matmul_" + kind + (epilogue ? "_relu_" : "_") + to_string(m) + "x" + to_string(n) + "x" +
              to_string(k),
          text.text(),
          values,
          2.0 * m * n * k,
          0,
          timed};
}

/// NHWC/HWIO, valid, batch live. reversed: the input gradient, w[2-kh,2-kw,o,c] on padded dy.
static Case conv(std::int64_t batch, std::int64_t in, std::int64_t out, std::int64_t size,
                 bool reversed, bool timed = true) {
  KernelText text;
  const auto y = size - 2;
  OperandText x{"x", shape({batch, size, size, in}), "d0, d1 + d4, d2 + d5, d6", "n"};
  OperandText w{"w", reversed ? shape({3, 3, out, in}) : shape({3, 3, in, out}),
                reversed ? "2 - d4, 2 - d5, d3, d6" : "d4, d5, d6, d3"};
  OperandText o{"%sum", shape({batch, y, y, out}), "d0, d1, d2, d3", "n"};
  std::vector<LoopText> loops = {{batch, 'p', "n"}, {y}, {y}, {out}, {3, 'r'}, {3, 'r'}, {in, 'r'}};
  text.fill(o, "0.0");
  text.generic(loops, {x, w}, {o}, fma);
  text.generic({{batch, 'p', "n"}, {y}, {y}, {out}},
               {{"%sum", o.type, "d0, d1, d2, d3"}, {"bias", shape({out}), "d3"}},
               {{"y", o.type, "d0, d1, d2, d3", "n"}},
               "      %s = arith.addf %i0, %i1 : f32\n      linalg.yield %s : f32");
  return {string(reversed ? "conv_dx_" : "conv_") + to_string(in) + "to" + to_string(out) + "_" +
              to_string(size) + "_b" + to_string(batch),
          text.text(),
          {batch, 1, batch / 2 + 1},
          2.0 * batch * y * y * out * in * 9,
          0,
          timed};
}

static Case convWeights(std::int64_t batch, std::int64_t in, std::int64_t out, std::int64_t size,
                        bool timed = true) {
  KernelText text;
  const auto y = size - 2;
  std::vector<LoopText> loops = {{3}, {3}, {in}, {out}, {batch, 'r', "n"}, {y, 'r'}, {y, 'r'}};
  OperandText o{"dw", shape({3, 3, in, out}), "d0, d1, d2, d3"};
  text.fill(o, "0.0");
  text.generic(loops,
               {{"x", shape({batch, size, size, in}), "d4, d0 + d5, d1 + d6, d2", "n"},
                {"dy", shape({batch, y, y, out}), "d4, d5, d6, d3", "n"}},
               {o}, fma);
  return {"conv_dw_" + to_string(in) + "to" + to_string(out) + "_" + to_string(size) + "_b" +
              to_string(batch),
          text.text(),
          {batch, 1, batch / 2 + 1},
          2.0 * batch * y * y * out * in * 9,
          0,
          timed};
}

/// Attention's scores: q[b,h,i,d] · k[b,h,j,d]; every batch has a panel of its own to transpose.
static Case batched(std::int64_t batch, std::int64_t m, std::int64_t n, std::int64_t k) {
  KernelText text;
  OperandText y{"y", shape({batch, m, n}), "d0, d1, d2", "n"};
  text.fill(y, "0.0");
  text.generic({{batch, 'p', "n"}, {m}, {n}, {k, 'r'}},
               {{"q", shape({batch, m, k}), "d0, d1, d3", "n"},
                {"k", shape({batch, n, k}), "d0, d2, d3", "n"}},
               {y}, fma);
  return {"batched_NT_" + to_string(batch) + "x" + to_string(m) + "x" + to_string(n) + "x" +
              to_string(k),
          text.text(),
          {batch, 1, batch - 1},
          2.0 * batch * m * n * k,
          0,
          false};
}

static Case maxPool(std::int64_t batch, std::int64_t channels, std::int64_t size, bool timed) {
  KernelText text;
  const auto half = size / 2;
  OperandText y{"y", shape({batch, half, half, channels}), "d0, d1, d2, d3", "n"};
  OperandText i{"index", shape({batch, half, half, channels}, "i32"), "d0, d1, d2, d3", "n"};
  text.fill(y, "0xFF800000");
  text.fill(i, "0");
  text.generic(
      {{batch, 'p', "n"}, {half}, {half}, {channels}, {2, 'r'}, {2, 'r'}},
      {{"x", shape({batch, size, size, channels}), "d0, d1 * 2 + d4, d2 * 2 + d5, d3", "n"}},
      {y, i},
      "      %kh = linalg.index 4 : index\n      %kw = linalg.index 5 : index\n"
      "      %two = arith.constant 2 : index\n      %row = arith.muli %kh, %two : index\n"
      "      %at = arith.addi %row, %kw : index\n      %here = arith.index_cast %at : index to "
      "i32\n"
      "      %more = arith.cmpf ogt, %i0, %o0 : f32\n      %v = arith.select %more, %i0, %o0 : "
      "f32\n"
      "      %w = arith.select %more, %here, %o1 : i32\n      linalg.yield %v, %w : f32, i32");
  return {"max_pool_c" + to_string(channels) + "_" + to_string(size) + "_b" + to_string(batch),
          text.text(),
          {batch, 1, batch / 2 + 1},
          0,
          batch * channels * (4.0 * size * size + 8.0 * half * half),
          timed};
}

/// Its gradient, of results that lie channel by channel: windows that divide their register tiles,
/// and what they leave.
static Case maxPoolGradient(std::int64_t batch, std::int64_t channels, std::int64_t results,
                            std::int64_t window) {
  KernelText text;
  const auto size = results * window;
  const string by = " floordiv " + to_string(window);
  text.generic(
      {{batch, 'p', "n"}, {size}, {size}, {channels}},
      {{"index", shape({batch, results, results, channels}, "i32"),
        "d0, d1" + by + ", d2" + by + ", d3", "n"},
       {"dy", shape({batch, channels, results, results}), "d0, d3, d1" + by + ", d2" + by, "n"}},
      {{"dx", shape({batch, size, size, channels}), "d0, d1, d2, d3", "n"}},
      "      %y = linalg.index 1 : index\n      %x = linalg.index 2 : index\n"
      "      %w = arith.constant " +
          to_string(window) +
          " : index\n      %v = arith.remui %y, %w : index\n"
          "      %u = arith.remui %x, %w : index\n      %row = arith.muli %v, %w : index\n"
          "      %at = arith.addi %row, %u : index\n"
          "      %here = arith.index_cast %at : index to i32\n"
          "      %is = arith.cmpi sle, %i0, %here : i32\n"
          "      %none = arith.constant 0.0 : f32\n"
          "      %g = arith.select %is, %i1, %none : f32\n      linalg.yield %g : f32");
  return {"max_pool_gradient_c" + to_string(channels) + "_" + to_string(size) + "_w" +
              to_string(window),
          text.text(),
          {batch, 1, batch / 2 + 1},
          0,
          double(batch * channels) * (4.0 * double(size * size) + 8.0 * double(results * results)),
          channels == 16};
}

/// One value per row: sum, max or square sum along the contiguous axis, then an epilogue.
static Case row(const string &what, std::int64_t rows, std::int64_t columns, bool liveColumns,
                const string &element = "f32") {
  KernelText text;
  OperandText s{"%s", shape({rows}, element), "d0"};
  const string combine = what == "max" ? "arith.maximumf" : "arith.addf";
  text.fill(s, what == "max" ? (element == "f32" ? "0xFF800000" : "0xFFF0000000000000") : "0.0");
  string body = "      %v = arith.mulf %i0, %i0 : E\n      %t = COMBINE %o0, %v : E\n      "
                "linalg.yield %t : E";
  if (what != "square")
    body = "      %t = COMBINE %i0, %o0 : E\n      linalg.yield %t : E";
  body.replace(body.find("COMBINE"), 7, combine);
  for (std::size_t at; (at = body.find(": E")) != string::npos;)
    body.replace(at, 3, ": " + element);
  text.generic({{rows, 'p', liveColumns ? "" : "n"}, {columns, 'r', liveColumns ? "n" : ""}},
               {{"x", shape({rows, columns}, element), "d0, d1", liveColumns ? "" : "n"}}, {s},
               body);
  text.generic({{rows, 'p', liveColumns ? "" : "n"}}, {{"%s", shape({rows}, element), "d0"}},
               {{"y", shape({rows}, element), "d0", liveColumns ? "" : "n"}},
               "      %t = arith.addf %i0, %i0 : " + element +
                   "\n      linalg.yield %t : " + element);
  const auto bound = liveColumns ? columns : rows;
  return {"row_" + what + "_" + element + (liveColumns ? "_live_" : "_") + to_string(rows) + "x" +
              to_string(columns),
          text.text(),
          {bound, 1, bound / 2 + 1, bound - 1},
          0,
          4.0 * rows * columns,
          columns >= 256};
}

static Case biasGradient(std::int64_t batch, std::int64_t size, std::int64_t channels, bool timed) {
  KernelText text;
  OperandText o{"db", shape({channels}), "d0"};
  text.fill(o, "0.0");
  text.generic({{channels}, {batch, 'r', "n"}, {size, 'r'}, {size, 'r'}},
               {{"dy", shape({batch, size, size, channels}), "d1, d2, d3, d0", "n"}}, {o},
               "      %t = arith.addf %o0, %i0 : f32\n      linalg.yield %t : f32");
  return {"bias_gradient_" + to_string(channels) + "_b" + to_string(batch),
          text.text(),
          {batch, 1, batch / 2 + 1},
          0,
          4.0 * batch * size * size * channels,
          timed};
}

/// The same product of operands rounded to bf16. The naive loops round them too, so what differs is
/// how the sums are rounded.
static Case rounded(const Case &product) {
  Case one = product;
  one.name = "bf16_of_" + product.name;
  one.timed = false;
  one.text.replace(
      one.text.find(fma), std::strlen(fma),
      "      %left = arith.truncf %i0 : f32 to bf16\n      %wx = arith.extf %left : bf16 to "
      "f32\n      %right = arith.truncf %i1 : f32 to bf16\n      %wy = arith.extf %right : "
      "bf16 to f32\n      %p = arith.mulf %wx, %wy : f32\n      %s = arith.addf %o0, "
      "%p : f32\n      linalg.yield %s : f32");
  return one;
}

std::vector<Case> allCases() {
  std::vector<Case> cases;
  cases.push_back(matmul(64, 784, 512, "NN"));
  cases.push_back(matmul(128, 512, 256, "NN"));
  cases.push_back(matmul(512, 512, 512, "NN"));
  cases.push_back(matmul(64, 10, 256, "NN"));
  cases.push_back(matmul(128, 128, 9216, "NN_live", true));
  cases.push_back(matmul(9216, 128, 128, "TN_live"));
  cases.push_back(matmul(128, 9216, 128, "NT_live"));
  cases.push_back(matmul(128, 128, 9216, "NT_live"));
  cases.push_back(matmul(784, 128, 64, "TN"));
  cases.push_back(matmul(512, 512, 512, "TN"));
  cases.push_back(matmul(512, 512, 512, "NT"));
  for (const string kind : {"NN", "TN", "NT", "TT", "NN_live", "TN_live", "NT_live"})
    for (auto [m, n, k] : std::vector<std::array<int, 3>>{{17, 33, 21},
                                                          {3, 5, 7},
                                                          {64, 10, 128},
                                                          {128, 100, 10},
                                                          {1, 40, 30},
                                                          {40, 1, 30},
                                                          {29, 48, 4100}})
      if (m > 1 || kind.size() == 2)
        cases.push_back(matmul(m, n, k, kind, m == 17 || m == 29, false));
  // Rows far apart: panels are packed. Long sums: cut, and their accumulators rest between.
  cases.push_back(matmul(136, 528, 70, "NN", true, false));
  cases.push_back(matmul(130, 300, 600, "NN_live", true, false));
  cases.push_back(matmul(40, 272, 900, "TN_live", true, false));
  cases.push_back(matmul(40, 50, 1500, "TT", true, false));
  cases.push_back(batched(3, 20, 40, 24));
  cases.push_back(batched(5, 9, 17, 33));
  cases.push_back(conv(64, 1, 32, 28, false));
  cases.push_back(conv(64, 32, 64, 26, false));
  cases.push_back(conv(64, 64, 32, 28, true));
  cases.push_back(conv(3, 5, 7, 9, false, false));
  cases.push_back(conv(3, 20, 18, 7, true, false));
  // Few channels: places along the lanes, put together again; or the other channels, folded.
  for (std::int64_t channels : {2, 3, 5, 6, 8})
    cases.push_back(conv(3, 1, channels, 24 + channels, false, false));
  cases.push_back(conv(5, 1, 6, 30, false));
  cases.push_back(conv(3, 16, 6, 16, true, false));
  cases.push_back(conv(2, 20, 3, 11, true, false));
  cases.push_back(conv(64, 16, 6, 16, true));
  cases.push_back(convWeights(64, 32, 64, 26));
  cases.push_back(convWeights(64, 1, 32, 28));
  cases.push_back(convWeights(5, 3, 20, 9, false));
  cases.push_back(convWeights(3, 16, 40, 34, false)); // cut in the middle of an image
  cases.push_back(convWeights(4, 16, 272, 10, false));
  const std::vector<Case> products = cases;
  for (const Case &product : products)
    if (product.flops < 1e8)
      cases.push_back(rounded(product));
  cases.push_back(maxPool(64, 64, 24, true));
  cases.push_back(maxPool(3, 5, 6, false));
  cases.push_back(maxPoolGradient(64, 16, 5, 2));
  for (auto [channels, results, window] : std::vector<std::array<int, 3>>{
           {6, 7, 2}, {5, 3, 3}, {40, 3, 2}, {2, 24, 2}, {1, 20, 3}, {1, 40, 2}})
    cases.push_back(maxPoolGradient(3, channels, results, window));
  for (const char *what : {"sum", "max", "square"}) {
    cases.push_back(row(what, 128, 10, false));
    cases.push_back(row(what, 37, 300, false));
    cases.push_back(row(what, 9, 40, true));
    cases.push_back(row(what, 13, 27, true, "f64"));
  }
  cases.push_back(row("sum", 512, 256, false));
  cases.push_back(biasGradient(64, 24, 64, true));
  cases.push_back(biasGradient(5, 3, 10, false));
  elementwiseCases(cases);
  halfCases(cases);
  paddedCases(cases);
  placeCases(cases);
  return cases;
}
