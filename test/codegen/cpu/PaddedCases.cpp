//===- PaddedCases.cpp - kernels that pad in passing ---------------------------------===//
// Windows over images with a frame around them: every way in which an edge is met. Register tiles
// at edges, windows longer than what gets code of its own there, images smaller than a register
// tile, strides that jump over an edge; elements that are vectors; padding that is no zero.
#include "Cases.h"
#include "KernelText.h"

using std::string;
using std::to_string;
using Dims = std::vector<std::int64_t>;

static string shape(const Dims &dims) {
  string text;
  for (auto dim : dims)
    text += to_string(dim) + "x";
  return text + "f32";
}

static const char *fma =
    "      %p = arith.mulf %i0, %i1 : f32\n      %s = arith.addf %o0, %p : f32\n"
    "      linalg.yield %s : f32";

namespace {
struct Window {
  std::int64_t batch, in, out, size, kernel, low, high, stride, dilation = 1;
  std::int64_t results() const {
    return (size + low + high - (kernel - 1) * dilation - 1) / stride + 1;
  }
  string name() const {
    return to_string(in) + "to" + to_string(out) + "_" + to_string(size) + "_k" +
           to_string(kernel) + "_p" + to_string(low) + to_string(high) + "_s" + to_string(stride) +
           (dilation > 1 ? "_d" + to_string(dilation) : "");
  }
  /// x with its frame, read at `map`.
  OperandText image(KernelText &text, const string &map, const string &value = "0.0") const {
    const auto whole = size + low + high;
    OperandText padded{"%padded", shape({batch, whole, whole, in}), map};
    text.padded({"x", shape({batch, size, size, in}), "", "n"}, padded, {0, low, low, 0}, value);
    return padded;
  }
  string at(const string &place, const string &tap) const {
    return (stride > 1 ? place + " * " + to_string(stride) : place) + " + " +
           (dilation > 1 ? tap + " * " + to_string(dilation) : tap);
  }
};
} // namespace

static Case conv(const Window &w) {
  KernelText text;
  const auto y = w.results();
  OperandText x = w.image(text, "d0, " + w.at("d1", "d4") + ", " + w.at("d2", "d5") + ", d6");
  OperandText o{"y", shape({w.batch, y, y, w.out}), "d0, d1, d2, d3", "n"};
  text.fill(o, "0.0");
  text.generic(
      {{w.batch, 'p', "n"}, {y}, {y}, {w.out}, {w.kernel, 'r'}, {w.kernel, 'r'}, {w.in, 'r'}},
      {x, {"w", shape({w.kernel, w.kernel, w.in, w.out}), "d4, d5, d6, d3"}}, {o}, fma);
  return {"padded_conv_" + w.name(), text.text(), {w.batch, 1, w.batch / 2 + 1}};
}

static Case convWeights(const Window &w) {
  KernelText text;
  const auto y = w.results();
  OperandText x = w.image(text, "d4, " + w.at("d5", "d0") + ", " + w.at("d6", "d1") + ", d2");
  OperandText o{"dw", shape({w.kernel, w.kernel, w.in, w.out}), "d0, d1, d2, d3"};
  text.fill(o, "0.0");
  text.generic({{w.kernel}, {w.kernel}, {w.in}, {w.out}, {w.batch, 'r', "n"}, {y, 'r'}, {y, 'r'}},
               {x, {"dy", shape({w.batch, y, y, w.out}), "d4, d5, d6, d3", "n"}}, {o}, fma);
  return {"padded_dw_" + w.name(), text.text(), {w.batch, 1, w.batch / 2 + 1}};
}

static Case depthwise(const Window &w) {
  KernelText text;
  const auto y = w.results();
  OperandText x = w.image(text, "d0, " + w.at("d1", "d4") + ", " + w.at("d2", "d5") + ", d3");
  OperandText o{"y", shape({w.batch, y, y, w.in}), "d0, d1, d2, d3", "n"};
  text.fill(o, "0.0");
  text.generic({{w.batch, 'p', "n"}, {y}, {y}, {w.in}, {w.kernel, 'r'}, {w.kernel, 'r'}},
               {x, {"w", shape({w.kernel, w.kernel, w.in}), "d4, d5, d3"}}, {o}, fma);
  return {"padded_depthwise_" + w.name(), text.text(), {w.batch, 1, w.batch / 2 + 1}};
}

/// All images in one sum, or each in its own.
static Case depthwiseWeights(const Window &w, bool together) {
  KernelText text;
  const auto y = w.results();
  OperandText x = w.image(text, "d0, " + w.at("d4", "d1") + ", " + w.at("d5", "d2") + ", d3");
  OperandText dy{"dy", shape({w.batch, y, y, w.in}), "d0, d4, d5, d3", "n"};
  OperandText o{"dw", shape({w.kernel, w.kernel, w.in}), "d1, d2, d3"};
  if (!together)
    o = {"dw", shape({w.batch, w.kernel, w.kernel, w.in}), "d0, d1, d2, d3", "n"};
  text.fill(o, "0.0");
  text.generic(
      {{w.batch, together ? 'r' : 'p', "n"}, {w.kernel}, {w.kernel}, {w.in}, {y, 'r'}, {y, 'r'}},
      {x, dy}, {o}, fma);
  return {string("padded_depthwise_dw_") + (together ? "" : "each_") + w.name(),
          text.text(),
          {w.batch, 1, w.batch / 2 + 1}};
}

/// A largest element, which zeros around would change.
static Case maxPool(const Window &w) {
  KernelText text;
  const auto y = w.results();
  OperandText x = w.image(text, "d0, " + w.at("d1", "d4") + ", " + w.at("d2", "d5") + ", d3",
                          "0xFFF0000000000000");
  OperandText o{"y", shape({w.batch, y, y, w.in}), "d0, d1, d2, d3", "n"};
  text.fill(o, "0xFF800000");
  text.generic({{w.batch, 'p', "n"}, {y}, {y}, {w.in}, {w.kernel, 'r'}, {w.kernel, 'r'}}, {x}, {o},
               "      %t = arith.maximumf %i0, %o0 : f32\n      linalg.yield %t : f32");
  return {"padded_max_pool_" + w.name(), text.text(), {w.batch, 1, w.batch / 2 + 1}};
}

/// The edge runs across the lanes: of a copy, and of a sum along them.
static Case alongLanes(std::int64_t rows, std::int64_t columns, bool sums) {
  KernelText text;
  OperandText padded{"%padded", shape({rows, columns + 5}), "d0, d1"};
  text.padded({"x", shape({rows, columns}), "", "n"}, padded, {0, 2}, "0.5");
  OperandText y{"y", sums ? shape({rows}) : padded.type, sums ? "d0" : "d0, d1", "n"};
  if (sums)
    text.fill(y, "0.0");
  text.generic({{rows, 'p', "n"}, {columns + 5, sums ? 'r' : 'p'}}, {padded}, {y},
               string("      %t = arith.addf %i0, ") + (sums ? "%o0" : "%i0") +
                   " : f32\n      linalg.yield %t : f32");
  return {string("padded_") + (sums ? "sum_" : "copy_") + to_string(columns),
          text.text(),
          {rows, 1, rows - 1}};
}

void paddedCases(std::vector<Case> &cases) {
  //             batch in out size kernel low high stride
  for (Window w : {Window{3, 16, 40, 20, 3, 1, 1, 1},
                   {3, 20, 24, 6, 3, 2, 2, 1},
                   {9, 17, 33, 4, 3, 1, 1, 1},
                   {3, 16, 32, 13, 3, 1, 1, 2},
                   {3, 16, 32, 12, 3, 0, 1, 2},
                   {2, 8, 16, 33, 5, 2, 2, 1},
                   {2, 8, 16, 14, 9, 4, 4, 1},
                   {2, 8, 16, 3, 7, 3, 3, 1}}) {
    cases.push_back(conv(w));
    cases.push_back(convWeights(w));
  }
  for (Window w : {Window{3, 48, 1, 20, 3, 1, 1, 1},
                   {3, 16, 1, 10, 3, 1, 1, 1},
                   {3, 40, 1, 13, 3, 1, 1, 2},
                   {9, 128, 1, 24, 3, 1, 1, 1},
                   {3, 70, 1, 12, 5, 2, 2, 1},
                   {2, 16, 1, 24, 9, 4, 4, 1},
                   {2, 33, 1, 3, 5, 2, 2, 1}}) {
    cases.push_back(depthwise(w));
    cases.push_back(depthwiseWeights(w, true));
    cases.push_back(maxPool(w));
  }
  // Windows that slide over rows: as many as are taken at once, and not; all edges in one; steps
  // that leave rows out, windows that do; what is read ahead, as it fits no cache.
  for (Window w : {Window{3, 48, 1, 20, 3, 1, 1, 1},
                   {3, 64, 1, 13, 3, 1, 1, 1},
                   {3, 64, 1, 17, 3, 1, 1, 2},
                   {3, 70, 1, 16, 5, 2, 2, 1},
                   {3, 64, 1, 8, 3, 1, 1, 1},
                   {2, 32, 1, 12, 7, 3, 3, 1},
                   {3, 48, 1, 20, 3, 2, 2, 1, 2},
                   {3, 64, 1, 18, 3, 0, 0, 1},
                   {2, 64, 1, 128, 3, 1, 1, 1},
                   {2, 48, 1, 260, 3, 1, 1, 2}}) {
    cases.push_back(depthwiseWeights(w, false));
    cases.push_back(depthwiseWeights(w, true));
  }
  for (std::int64_t columns : {9, 16, 70})
    for (bool sums : {false, true})
      cases.push_back(alongLanes(7, columns, sums));
}
