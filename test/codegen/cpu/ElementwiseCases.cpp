//===- ElementwiseCases.cpp - cases without contractions ---------------------------===//
#include "Cases.h"
#include "KernelText.h"
#include <array>

using std::string;
using std::to_string;
using Dims = std::vector<std::int64_t>;

static string shape(const Dims &dims, const string &element = "f32") {
  string text;
  for (auto dim : dims)
    text += to_string(dim) + "x";
  return text + element;
}

static Case adam(std::int64_t a, std::int64_t b, bool timed) {
  KernelText text;
  const string type = shape({a, b}), map = "d0, d1";
  text.generic(
      {{a}, {b}}, {{"g", type, map}, {"lr", "f32", ""}, {"step", "i64", ""}},
      {{"p", type, map}, {"m", type, map}, {"v", type, map}},
      "      %b1 = arith.constant 0.9 : f32\n      %c1 = arith.constant 0.1 : f32\n"
      "      %b2 = arith.constant 0.999 : f32\n      %c2 = arith.constant 0.001 : f32\n"
      "      %eps = arith.constant 1.0e-8 : f32\n      %one = arith.constant 1.0 : f32\n"
      "      %t0 = arith.sitofp %i2 : i64 to f32\n      %t = arith.addf %t0, %one : f32\n"
      "      %pw = math.powf %b1, %t : f32\n      %corr = arith.subf %one, %pw : f32\n"
      "      %m0 = arith.mulf %o1, %b1 : f32\n      %m1 = arith.mulf %i0, %c1 : f32\n"
      "      %m2 = arith.addf %m0, %m1 : f32\n      %gg = arith.mulf %i0, %i0 : f32\n"
      "      %v0 = arith.mulf %o2, %b2 : f32\n      %v1 = arith.mulf %gg, %c2 : f32\n"
      "      %va = math.absf %v0 : f32\n      %v2 = arith.addf %va, %v1 : f32\n      %r = "
      "math.sqrt %v2 : f32\n"
      "      %re = arith.addf %r, %eps : f32\n      %mh = arith.divf %m2, %corr : f32\n"
      "      %q = arith.divf %mh, %re : f32\n      %u = arith.mulf %i1, %q : f32\n"
      "      %pn = arith.subf %o0, %u : f32\n      linalg.yield %pn, %m2, %v2 : f32, f32, f32");
  return {"adam_" + to_string(a) + "x" + to_string(b), text.text(), {1}, 0, 28.0 * a * b, timed};
}

/// Philox4x32-10, counter = (element, 0, 7, call), as passes lower dlc.random, then dropout.
static Case dropout(std::int64_t batch, std::int64_t width, bool timed) {
  string body =
      "      %w = arith.constant " + to_string(width) +
      " : index\n"
      "      %r = linalg.index 0 : index\n      %c = linalg.index 1 : index\n"
      "      %rw = arith.muli %r, %w : index\n      %e = arith.addi %rw, %c : index\n"
      "      %c0_0 = arith.index_cast %e : index to i32\n      %c1_0 = arith.constant 0 : i32\n"
      "      %c2_0 = arith.constant 7 : i32\n      %c3_0 = arith.trunci %i2 : i64 to i32\n"
      "      %k0_0 = arith.trunci %i1 : i64 to i32\n      %hi = arith.constant 32 : i64\n"
      "      %sh = arith.shrui %i1, %hi : i64\n      %k1_0 = arith.trunci %sh : i64 to i32\n"
      "      %word, %w1, %w2, %w3 = step.philox %c0_0, %c1_0, %c2_0, %c3_0 key %k0_0, %k1_0 : "
      "i32\n";
  body +=
      "      %eight = arith.constant 8 : i32\n      %top = arith.shrui %word, %eight : i32\n"
      "      %uf = arith.uitofp %top : i32 to f32\n      %scale = arith.constant "
      "5.9604644775390625e-8 : f32\n"
      "      %u = arith.mulf %uf, %scale : f32\n      %p = arith.constant 0.25 : f32\n"
      "      %keep = arith.cmpf oge, %u, %p : f32\n      %z = arith.constant 0.0 : f32\n"
      "      %inv = arith.constant 1.3333334 : f32\n      %sx = arith.mulf %i0, %inv : f32\n"
      "      %out = arith.select %keep, %sx, %z : f32\n      linalg.yield %out, %keep : f32, i1";
  KernelText text;
  text.generic(
      {{batch, 'p', "n"}, {width}},
      {{"x", shape({batch, width}), "d0, d1", "n"}, {"seed", "i64", ""}, {"call", "i64", ""}},
      {{"y", shape({batch, width}), "d0, d1", "n"},
       {"mask", shape({batch, width}, "i1"), "d0, d1", "n"}},
      body);
  return {"dropout_" + to_string(batch) + "x" + to_string(width),
          text.text(),
          {batch, 1, batch / 2 + 1},
          0,
          9.0 * batch * width,
          timed};
}

static Case elementwise(const string &name, std::vector<LoopText> loops,
                        std::vector<OperandText> ins, std::vector<OperandText> outs,
                        const string &body, Dims n, double bytes = 0) {
  KernelText text;
  text.generic(loops, ins, outs, body);
  return {name, text.text(), n, 0, bytes, bytes > 0};
}

void elementwiseCases(std::vector<Case> &cases) {
  cases.push_back(adam(128, 9216, true));
  cases.push_back(adam(13, 7, false));
  cases.push_back(dropout(128, 9216, true));
  cases.push_back(dropout(6, 21, false));
  const string copy = "      linalg.yield %i0 : f32";
  cases.push_back(elementwise("transpose_100x75", {{100}, {75}}, {{"x", "75x100xf32", "d1, d0"}},
                              {{"y", "100x75xf32", "d0, d1"}}, copy, {1}));
  cases.push_back(elementwise("transpose_1024", {{1024}, {1024}},
                              {{"x", "1024x1024xf32", "d1, d0"}},
                              {{"y", "1024x1024xf32", "d0, d1"}}, copy, {1}, 8.0 * 1024 * 1024));
  cases.push_back(elementwise("transpose_f64_33x20", {{33}, {20}}, {{"x", "20x33xf64", "d1, d0"}},
                              {{"y", "33x20xf64", "d0, d1"}}, "      linalg.yield %i0 : f64", {1}));
  cases.push_back(elementwise("nchw_to_nhwc", {{9, 'p', "n"}, {6}, {5}, {19}},
                              {{"x", "9x19x6x5xf32", "d0, d3, d1, d2", "n"}},
                              {{"y", "9x6x5x19xf32", "d0, d1, d2, d3", "n"}}, copy, {9, 1, 4}));
  cases.push_back(elementwise("flatten_mod", {{8, 'p', "n"}, {60}},
                              {{"x", "8x3x20xf32", "d0, d1 mod 3, d1 floordiv 3", "n"}},
                              {{"y", "8x60xf32", "d0, d1", "n"}}, copy, {8, 3}));
  cases.push_back(elementwise("reverse_slice", {{7}, {45}},
                              {{"x", "9x100xf32", "8 - d0, d1 * 2 + 1"}},
                              {{"y", "7x45xf32", "d0, d1"}}, copy, {1}));
  cases.push_back(elementwise("strided_store", {{7}, {30}}, {{"x", "7x30xf32", "d0, d1"}},
                              {{"y", "7x61xf32", "d0, d1 * 2"}}, copy, {1}));
  cases.push_back(elementwise(
      "pad", {{8, 'p', "n"}, {26}, {26}, {64}}, {{"x", "8x26x26x64xf32", "d0, d1, d2, d3", "n"}},
      {{"y", "8x30x30x64xf32", "d0, d1 + 2, d2 + 2, d3", "n"}}, copy, {8, 1}));
  cases.push_back(
      elementwise("broadcast_bias", {{128, 'p', "n"}, {10}},
                  {{"x", "128x10xf32", "d0, d1", "n"}, {"b", "10xf32", "d1"}, {"s", "f32", ""}},
                  {{"y", "128x10xf32", "d0, d1", "n"}},
                  "      %t = arith.addf %i0, %i1 : f32\n      %u = arith.mulf %t, %i2 : f32\n     "
                  " linalg.yield %u : f32",
                  {128, 1, 77}));
  cases.push_back(
      elementwise("softmax_end", {{128, 'p', "n"}, {10}},
                  {{"x", "128x10xf32", "d0, d1", "n"},
                   {"m", "128xf32", "d0", "n"},
                   {"s", "128xf32", "d0", "n"}},
                  {{"y", "128x10xf32", "d0, d1", "n"}},
                  "      %t = arith.subf %i0, %i1 : f32\n      %e = math.exp %t : f32\n      %u = "
                  "arith.divf %e, %i2 : f32\n      linalg.yield %u : f32",
                  {128, 1, 77}));
  cases.push_back(
      elementwise("functions", {{1000}}, {{"x", "1000xf32", "d0"}},
                  {{"y", "1000xf32", "d0"}, {"z", "1000xf32", "d0"}},
                  "      %e = math.exp %i0 : f32\n      %one = arith.constant 1.5 : f32\n      %p "
                  "= arith.addf %e, %one : f32\n      %l = math.log %p : f32\n"
                  "      %t = math.tanh %l : f32\n      %s = math.sqrt %p : f32\n      "
                  "linalg.yield %t, %s : f32, f32",
                  {1}));
  cases.push_back(
      elementwise("exp_16k", {{16384}}, {{"x", "16384xf32", "d0"}}, {{"y", "16384xf32", "d0"}},
                  "      %e = math.exp %i0 : f32\n      linalg.yield %e : f32", {1}, 8.0 * 16384));
  cases.push_back(elementwise("functions_f64", {{37}}, {{"x", "37xf64", "d0"}},
                              {{"y", "37xf64", "d0"}},
                              "      %e = math.exp %i0 : f64\n      %t = math.tanh %e : f64\n      "
                              "%l = math.powf %e, %t : f64\n      linalg.yield %l : f64",
                              {1}));
  cases.push_back(elementwise(
      "labels", {{128, 'p', "n"}, {10}},
      {{"t", "128xi64", "d0", "n"}, {"p", "128x10xf32", "d0, d1", "n"}},
      {{"y", "128x10xf32", "d0, d1", "n"}, {"hit", "128x10xi1", "d0, d1", "n"}},
      "      %c = linalg.index 1 : index\n      %k = arith.index_cast %c : index to i64\n      %h "
      "= arith.cmpi eq, %k, %i0 : i64\n      %f = arith.uitofp %h : i1 to f32\n"
      "      %d = arith.subf %i1, %f : f32\n      linalg.yield %d, %h : f32, i1",
      {128, 1, 77}));
  cases.push_back(elementwise("mask_transpose", {{20}, {40}},
                              {{"m", "40x20xi1", "d1, d0"}, {"x", "20x40xf32", "d0, d1"}},
                              {{"y", "20x40xf32", "d0, d1"}},
                              "      %z = arith.constant 0.0 : f32\n      %s = arith.select %i0, "
                              "%i1, %z : f32\n      linalg.yield %s : f32",
                              {1}));
  cases.push_back(elementwise(
      "remainder", {{50}}, {{"a", "50xi64", "d0"}, {"b", "50xi64", "d0"}}, {{"y", "50xi64", "d0"}},
      "      %one = arith.constant 1 : i64\n      %d = arith.addi %i1, %one : i64\n      %r = "
      "arith.remsi %i0, %d : i64\n      linalg.yield %r : i64",
      {1}));
  cases.push_back(elementwise("scalar", {}, {{"a", "f32", ""}, {"b", "i64", ""}},
                              {{"y", "f32", ""}},
                              "      %f = arith.sitofp %i1 : i64 to f32\n      %r = arith.addf "
                              "%i0, %f : f32\n      linalg.yield %r : f32",
                              {1}));
  {
    KernelText text;
    text.fill({"%best", "128xf32", "d0"}, "0xFF800000");
    text.fill({"y", "128xi64", "d0", "n"}, "0");
    text.generic({{128, 'p', "n"}, {10, 'r'}}, {{"x", "128x10xf32", "d0, d1", "n"}},
                 {{"%best", "128xf32", "d0"}, {"y", "128xi64", "d0", "n"}},
                 "      %i = linalg.index 1 : index\n      %k = arith.index_cast %i : index to "
                 "i64\n      %m = arith.cmpf ogt, %i0, %o0 : f32\n"
                 "      %v = arith.select %m, %i0, %o0 : f32\n      %w = arith.select %m, %k, %o1 "
                 ": i64\n      linalg.yield %v, %w : f32, i64");
    cases.push_back({"argmax", text.text(), {128, 1, 77}});
  }
  for (auto n : {1, 5, 16, 100}) { // mean over everything that is live
    KernelText text;
    text.fill({"%s", "f32", ""}, "0.0");
    text.generic({{n, 'r', "n"}}, {{"x", to_string(n) + "xf32", "d0", "n"}}, {{"%s", "f32", ""}},
                 "      %t = arith.addf %o0, %i0 : f32\n      linalg.yield %t : f32");
    text.generic({}, {{"%s", "f32", ""}}, {{"y", "f32", ""}},
                 "      %k = arith.index_cast %n : index to i64\n      %f = arith.sitofp %k : i64 "
                 "to f32\n      %m = arith.divf %i0, %f : f32\n      linalg.yield %m : f32");
    cases.push_back({"mean_" + to_string(n), text.text(), {n, 1, n / 2 + 1}});
  }
  {
    KernelText text; // count of hits: an i64 sum over i1
    text.fill({"y", "i64", ""}, "0");
    text.generic({{77, 'r', "n"}}, {{"x", "77xi1", "d0", "n"}}, {{"y", "i64", ""}},
                 "      %k = arith.extui %i0 : i1 to i64\n      %t = arith.addi %o0, %k : i64\n    "
                 "  linalg.yield %t : i64");
    cases.push_back({"count", text.text(), {77, 1, 40}});
  }
}
