//===- HalfCases.cpp - 16-bit floats and bytes through every kind of access ----------===//
// Loads and stores, whole and masked, panels, gathers, transpositions, rows along the lanes.
#include "Cases.h"
#include "KernelText.h"

using std::string;
using std::to_string;

static bool isInt(const string &element) { return element == "i8"; }

/// `%name` of the element type in the type that it is computed in, as %wide.
static string widened(const string &name, const string &element, const string &wide) {
  return "      %" + wide + " = arith." + (isInt(element) ? "extui" : "extf") + " %" + name +
         " : " + element + " to " + (isInt(element) ? "i32" : "f32") + "\n";
}

static string narrowed(const string &name, const string &element, const string &narrow) {
  return "      %" + narrow + " = arith." + (isInt(element) ? "trunci" : "truncf") + " %" + name +
         " : " + (isInt(element) ? "i32" : "f32") + " to " + element + "\n";
}

static string op(const string &name, const string &element) {
  return "arith." + name + (isInt(element) ? "i" : "f");
}

/// A product accumulated wide and narrowed behind it, with either operand stored transposed.
static Case product(const string &element, int64_t m, int64_t n, int64_t k, const string &kind) {
  KernelText text;
  const bool ta = kind[0] == 'T', tb = kind[1] == 'T';
  const string wide = isInt(element) ? "i32" : "f32";
  auto shape = [](int64_t rows, int64_t columns, const string &of) {
    return to_string(rows) + "x" + to_string(columns) + "x" + of;
  };
  OperandText a{"a", ta ? shape(k, m, element) : shape(m, k, element), ta ? "d2, d0" : "d0, d2",
                ta ? "" : "n"};
  OperandText b{"b", tb ? shape(n, k, element) : shape(k, n, element), tb ? "d1, d2" : "d2, d1"};
  OperandText sum{"%sum", shape(m, n, wide), "d0, d1"};
  text.fill(sum, isInt(element) ? "0" : "0.0");
  text.generic({{m, 'p', "n"}, {n}, {k, 'r'}}, {a, b}, {sum},
               widened("i0", element, "wx") + widened("i1", element, "wy") +
                   "      %p = " + op("mul", element) + " %wx, %wy : " + wide + "\n      %s = " +
                   op("add", element) + " %o0, %p : " + wide + "\n      linalg.yield %s : " + wide);
  text.generic({{m, 'p', "n"}, {n}}, {sum}, {{"c", shape(m, n, element), "d0, d1", "n"}},
               narrowed("i0", element, "r") + "      linalg.yield %r : " + element);
  return {element + "_product_" + kind + "_" + to_string(m) + "x" + to_string(n) + "x" +
              to_string(k),
          text.text(),
          {m, 1, m / 2 + 1},
          2.0 * m * n * k};
}

/// Elements moved as `map` says and picked by a mask: bits that nothing computes with.
static Case moved(const string &element, const string &name, const string &from,
                  const string &map) {
  KernelText text;
  text.generic({{33, 'p', "n"}, {21}},
               {{"x", from + element, map},
                {"z", "33x21x" + element, "d0, d1", "n"},
                {"mask", "33x21xi1", "d0, d1", "n"}},
               {{"y", "33x21x" + element, "d0, d1", "n"}},
               "      %r = arith.select %i2, %i0, %i1 : " + element +
                   "\n      linalg.yield %r : " + element);
  return {element + "_" + name, text.text(), {33, 1, 18}};
}

/// A sum of each row, along the lanes.
static Case rowSums(const string &element) {
  KernelText text;
  const string wide = isInt(element) ? "i32" : "f32";
  OperandText sum{"%sum", "9x" + wide, "d0"};
  text.fill(sum, isInt(element) ? "0" : "0.0");
  text.generic({{9, 'p', "n"}, {77, 'r'}}, {{"x", "9x77x" + element, "d0, d1", "n"}}, {sum},
               widened("i0", element, "wx") + "      %s = " + op("add", element) +
                   " %o0, %wx : " + wide + "\n      linalg.yield %s : " + wide);
  text.generic({{9, 'p', "n"}}, {sum}, {{"y", "9x" + element, "d0", "n"}},
               narrowed("i0", element, "r") + "      linalg.yield %r : " + element);
  return {element + "_rows", text.text(), {9, 1, 5}};
}

void halfCases(std::vector<Case> &cases) {
  for (const string element : {"f16", "bf16", "i8"}) {
    for (const string kind : {"NN", "TN", "NT"}) {
      cases.push_back(product(element, 17, 33, 21, kind));
      cases.push_back(product(element, 3, 5, 7, kind));
    }
    cases.push_back(product(element, 40, 64, 600, "NT"));
    cases.push_back(moved(element, "select", "33x21x", "d0, d1"));
    cases.push_back(moved(element, "transposed", "21x33x", "d1, d0"));
    cases.push_back(moved(element, "strided", "33x63x", "d0, d1 * 3 + 1"));
    cases.push_back(moved(element, "scalar", "", ""));
    cases.push_back(rowSums(element));
  }
}
