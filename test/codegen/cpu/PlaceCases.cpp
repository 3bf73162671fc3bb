//===- PlaceCases.cpp - kernels whose lanes hold several places of an image ----------------===//
// Weight gradients and sums with few channels: numbers of channels that divide the lanes, that fit
// them after a few vectors, and that do neither; rows that end in the middle of all of these; all
// images in one sum, or each in its own.
#include "Cases.h"
#include "KernelText.h"

using std::string;
using std::to_string;
using Dims = std::vector<std::int64_t>;

static string shape(const Dims &dims, const string &element = "f32") {
  string text;
  for (auto dim : dims)
    text += to_string(dim) + "x";
  return text + element;
}

namespace {
struct Gradient {
  std::int64_t batch, in, out, height, width, kernel;
  bool together = false; // all images in one sum
  bool timed = false;
  string element = "f32";
};
} // namespace

static Case weights(const Gradient &g) {
  KernelText text;
  const auto kernel = g.kernel;
  // d0: the image, or one of the reductions.
  const string window = "d1 + d5, d2 + d6, d3", places = "d5, d6, d4";
  OperandText x{"x", shape({g.batch, g.height + kernel - 1, g.width + kernel - 1, g.in}, g.element),
                "d0, " + window, "n"};
  OperandText dy{"dy", shape({g.batch, g.height, g.width, g.out}, g.element), "d0, " + places, "n"};
  Dims results{g.batch, kernel, kernel, g.in, g.out};
  string at = "d0, d1, d2, d3, d4";
  if (g.together) {
    results.erase(results.begin());
    at = "d1, d2, d3, d4";
  }
  OperandText dw{"dw", shape(results, g.element), at, g.together ? "" : "n"};
  text.fill(dw, "0.0");
  const string E = g.element;
  text.generic({{g.batch, g.together ? 'r' : 'p', "n"},
                {kernel},
                {kernel},
                {g.in},
                {g.out},
                {g.height, 'r'},
                {g.width, 'r'}},
               {x, dy}, {dw},
               "      %p = arith.mulf %i0, %i1 : " + E + "\n      %s = arith.addf %o0, %p : " + E +
                   "\n      linalg.yield %s : " + E);
  return {"places_dw_" + to_string(g.in) + "to" + to_string(g.out) + "_" + to_string(g.height) +
              "x" + to_string(g.width) + "_k" + to_string(kernel) +
              (g.together ? "_together" : "") + (E == "f32" ? "" : "_" + E),
          text.text(),
          {g.batch, 1, g.batch / 2 + 1},
          2.0 * double(g.batch * kernel * kernel * g.in * g.out * g.height * g.width),
          0,
          g.timed};
}

/// The gradient of a bias, of each image.
static Case sums(std::int64_t batch, std::int64_t places, std::int64_t channels, bool timed) {
  KernelText text;
  OperandText o{"db", shape({batch, channels}), "d0, d1", "n"};
  text.fill(o, "0.0");
  text.generic({{batch, 'p', "n"}, {channels}, {places, 'r'}},
               {{"dy", shape({batch, places, channels}), "d0, d2, d1", "n"}}, {o},
               "      %t = arith.addf %o0, %i0 : f32\n      linalg.yield %t : f32");
  return {"places_sum_" + to_string(channels) + "_of_" + to_string(places),
          text.text(),
          {batch, 1, batch / 2 + 1},
          0,
          4.0 * double(batch * places * channels),
          timed};
}

void placeCases(std::vector<Case> &cases) {
  cases.push_back(weights({64, 1, 6, 28, 28, 5, false, true})); // LeNet's first
  cases.push_back(weights({64, 3, 8, 32, 32, 3, false, true}));
  for (std::int64_t out : {2, 3, 4, 5, 6, 7, 8, 9, 10, 12})
    cases.push_back(weights({3, 1, out, 6 + out % 5, 19 + out, 3, out % 2 == 0}));
  for (std::int64_t in : {2, 3, 4})
    for (std::int64_t out : {3, 6, 8})
      cases.push_back(weights({3, in, out, 7, 9 + in, in == 3 ? 5 : 3, out == 6}));
  // Rows shorter than a vector, and than a period.
  for (std::int64_t width : {1, 2, 3, 5, 8})
    cases.push_back(weights({3, 1, 6, 5, width, 3}));
  for (std::int64_t width : {1, 4, 7})
    cases.push_back(weights({3, 1, 3, 9, width, 7, true}));
  cases.push_back(weights({3, 1, 6, 1, 30, 1}));
  cases.push_back(weights({3, 1, 3, 9, 13, 3, false, false, "f64"}));
  cases.push_back(weights({3, 2, 5, 6, 13, 3, true, false, "f64"}));
  cases.push_back(sums(64, 784, 6, true));
  for (std::int64_t channels : {2, 3, 5, 6, 7, 9})
    for (std::int64_t places : {7, 50, 201})
      cases.push_back(sums(3, places, channels, false));
}
