// RUN: not dlc --emit=trace %s 2>&1 | FileCheck %s
// Mistakes in loops and branches, each at its own line.
#include <dlc/dlc.h>
using namespace dlc;

template <class F> void mistake(F f) {
  try {
    f();
  } catch (...) {
  }
}

struct Net : nn::Module {
  Parameter w{Shape{3}};
  DLC_MODULE(w)
  Tensor forward(Tensor x) { return x * w; }
};

DLC_PROGRAM(mistakes) {
  Net net;
  Dim n = dim("n", 8);
  entry("main", {f32({6, 3}), f32({n, 3}), f32({3})}, [&](Tensor x, Tensor live, Tensor h) {
    auto step = [](Tensor h, Tensor x) { return h + x; };
    // CHECK: loop_mistakes.cpp:[[@LINE+1]]: error: `scan` over a tensor of rank 0; it runs along dim 0
    mistake([&] { scan(h, x.sum(), step); });
    // CHECK: loop_mistakes.cpp:[[@LINE+1]]: error: `scan` over [6, 3] of f32 and [n<=8, 3] of f32; dim 0 of all, and a given length, must be equal
    mistake([&] { scan(h, {x, live}, [](Tensors h, Tensors) { return h; }); });
    // CHECK: loop_mistakes.cpp:[[@LINE+1]]: error: `scan` over no tensor and of no length; hint: {.length = n}
    mistake([&] { scan(h, {}, [](Tensor h) { return h; }); });
    // CHECK: loop_mistakes.cpp:[[@LINE+1]]: error: a body that takes one Tensor as its carry in a loop that has 2; hint: take `Tensors`
    mistake([&] { scan({h, h}, x, step); });
    // CHECK: loop_mistakes.cpp:[[@LINE+1]]: error: a loop carries 1 tensors and its body gives 2; a step hands on what it takes
    mistake([&] { scan(h, x, [](Tensor h, Tensor) { return Step{{h, h}, {}}; }); });
    // CHECK: loop_mistakes.cpp:[[@LINE+1]]: error: a loop carries [3] of f32 as its tensor 0 and its body gives [] of f32; a carry keeps its shape and dtype, hint: start with that shape, or `.to(dtype)`
    mistake([&] { scan(h, x, [](Tensor h, Tensor) { return h.sum(); }); });
    // CHECK: loop_mistakes.cpp:[[@LINE+1]]: error: `scan` of 6 steps in segments of 4; a segment divides a static length
    mistake([&] { scan(h, x, step, {.segment = 4}); });
    // CHECK: loop_mistakes.cpp:[[@LINE+1]]: error: `while_loop` with a condition of [3] of bool; a condition is a bool of rank 0, hint: `(x > 0).all()`
    mistake([&] { while_loop([](Tensor h) { return h > 0; }, [](Tensor h) { return h; }, h, 3); });
    // CHECK: loop_mistakes.cpp:[[@LINE+1]]: error: `cond` with a condition of [] of f32; a condition is a bool of rank 0, hint: `(x > 0).all()`
    mistake([&] { cond(h.sum(), [&] { return h; }, [&] { return h; }); });
    // CHECK: loop_mistakes.cpp:[[@LINE+1]]: error: `cond` gives [3] of f32 in one branch and [] of f32 in the other; shapes and dtypes must be equal
    mistake([&] { cond(h.sum() > 0, [&] { return h; }, [&] { return h.sum(); }); });
    // CHECK: loop_mistakes.cpp:[[@LINE+1]]: error: `cond` gives 1 tensors in one branch and 2 in the other
    mistake([&] { cond(h.sum() > 0, [&] { return Tensors{h}; }, [&] { return Tensors{h, h}; }); });
    Tensor leaked;
    scan(h, x, [&](Tensor h, Tensor x) { return leaked = h + x; });
    // CHECK: loop_mistakes.cpp:[[@LINE+1]]: error: a Tensor of a loop's or branch's body is used outside of it; hint: return it from the body
    mistake([&] { leaked + 1; });
    // CHECK: loop_mistakes.cpp:[[@LINE+1]]: error: a Tensor of one body is used in another; hint: return it from the body that makes it
    mistake([&] { scan(h, x, [&](Tensor h, Tensor) { return h + leaked; }); });
    // CHECK: loop_mistakes.cpp:[[@LINE+1]]: error: `w` is written in the body of a loop or branch; hint: carry the value, and write it behind
    mistake([&] { scan(h, x, [&](Tensor h, Tensor) { net.w += 1; return h; }); });
    // CHECK: loop_mistakes.cpp:[[@LINE+1]]: error: `backward` in the body of a loop or branch; hint: `grad(loss, x)` gives a gradient there
    mistake([&] { scan(h, x, [&](Tensor h, Tensor) { (h * net.w).sum().backward(); return h; }); });

    // CHECK: loop_mistakes.cpp:[[@LINE+1]]: error: tensor 2 of a list of 1
    mistake([&] { Tensors{h}[2]; });
    return h;
  });
}
