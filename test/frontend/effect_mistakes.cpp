// RUN: not dlc --emit=trace %s 2>&1 | FileCheck %s
// Mistakes in print and assert_. (User code catches nothing; here every mistake is caught so that one run shows
// them all.)
#include <dlc/dlc.h>
using namespace dlc;

template <class F> void mistake(F f) {
  try {
    f();
  } catch (...) {
  }
}

DLC_PROGRAM(mistakes) {
  // CHECK: effect_mistakes.cpp:[[@LINE+1]]: error: `print` at program scope, which runs in the compiler; hint: inside entry(...) it happens when the program runs
  mistake([&] { print("compiling"); });
  // CHECK: effect_mistakes.cpp:[[@LINE+1]]: error: `assert_` at program scope
  mistake([&] { assert_(ones({2}) > 0, "positive"); });
  entry("main", {f32({3})}, [&](Tensor x) {
    // CHECK: effect_mistakes.cpp:[[@LINE+1]]: error: `assert_` of [3] of f32; it takes a mask of bools, hint: `x > 0`
    mistake([&] { assert_(x, "not zero"); });
    // CHECK: effect_mistakes.cpp:[[@LINE+1]]: error: an undefined Tensor is used
    mistake([&] { print(Tensor()); });
  });
}
