// RUN: not dlc --emit=trace %s 2>&1 | FileCheck %s
// Mistakes in products of vectors and matrices: each at its own line.
#include <dlc/dlc.h>
using namespace dlc;

template <class F> void mistake(F f) {
  try {
    f();
  } catch (...) {
  }
}

DLC_PROGRAM(mistakes) {
  entry("main", {f32({2, 3}), f32({3, 4}), f32({2, 2, 3}), i64({2, 3})}, [&](Tensor x, Tensor y, Tensor z, Tensor i) {
    // CHECK: linalg_mistakes.cpp:[[@LINE+1]]: error: `mm` of [2, 2, 3] of f32 and [3, 4] of f32; it takes tensors of rank 2 and 2, hint: `matmul` takes others and broadcasts
    mistake([&] { z.mm(y); });
    // CHECK: linalg_mistakes.cpp:[[@LINE+1]]: error: `mv` of [2, 3] of f32 and [3, 4] of f32; it takes tensors of rank 2 and 1, hint: `matmul` takes others and broadcasts
    mistake([&] { x.mv(y); });
    // CHECK: linalg_mistakes.cpp:[[@LINE+1]]: error: `bmm` of [2, 2, 3] of f32 and [1, 3, 4] of f32: the batches of dim 0 must be equal, hint: `matmul` broadcasts them
    mistake([&] { z.bmm(y.unsqueeze(0)); });
    // CHECK: linalg_mistakes.cpp:[[@LINE+1]]: error: `matmul` of [2, 3] of i64 with a factor of [3, 4] of f32; the dtypes must be equal, hint: `.to(dtype)`
    mistake([&] { matmul(i, y); });
    // CHECK: linalg_mistakes.cpp:[[@LINE+1]]: error: `addmm` of [2, 4] of f32 with a summand of [4] of f64; the dtypes must be equal, hint: `.to(dtype)`
    mistake([&] { addmm(zeros({4}, f64), x, y); });
    // CHECK: linalg_mistakes.cpp:[[@LINE+1]]: error: `addmm` of [2, 2] of i64 with a factor of 0.500000; ints take whole factors, hint: `.to(f32)` first
    mistake([&] { addmm(zeros({2, 2}, i64), i, i.t(), {.beta = 0.5}); });
    // CHECK: linalg_mistakes.cpp:[[@LINE+1]]: error: `expand` of [3, 4] of f32 and [2, 4] of f32: dim 0 is 3 on one side and 2 on the other; sizes must be equal or 1
    mistake([&] { addmm(y, x, y); });
    // CHECK: linalg_mistakes.cpp:[[@LINE+1]]: error: `einsum` "ij,jk" names 2 operands and gets 1
    mistake([&] { einsum("ij,jk", x); });
    // CHECK: linalg_mistakes.cpp:[[@LINE+1]]: error: `einsum` "ij->" has 2 letters for [2, 2, 3] of f32, which has 3 dims; a dim has a letter, or `...` stands for it
    mistake([&] { einsum("ij->", z); });
    // CHECK: linalg_mistakes.cpp:[[@LINE+1]]: error: `einsum` "i1" has `1`; it is made of letters, `,`, `->` and one `...` an operand
    mistake([&] { einsum("i1", y.select(0, 0)); });
    // CHECK: linalg_mistakes.cpp:[[@LINE+1]]: error: `einsum` "ij,jk" has dims of 3 and 2 for `j`; they must be equal or 1
    mistake([&] { einsum("ij,jk", x, x); });
    // CHECK: linalg_mistakes.cpp:[[@LINE+1]]: error: `einsum` "ij->ik" has `k` in its result alone
    mistake([&] { einsum("ij->ik", x); });
    // CHECK: linalg_mistakes.cpp:[[@LINE+1]]: error: `einsum` "ij->ii" has `i` twice in its result
    mistake([&] { einsum("ij->ii", x); });
    // CHECK: linalg_mistakes.cpp:[[@LINE+1]]: error: `einsum` "ii" has dims of 2 and 3 for `i`; they must be equal or 1
    mistake([&] { einsum("ii", x); });
    // CHECK: linalg_mistakes.cpp:[[@LINE+1]]: error: `einsum` "ii" takes the diagonal `i` of dims 0 and 1 of [1, 3] of f32; they must be equal
    mistake([&] { einsum("ii", x.narrow(0, 0, 1)); });
    // CHECK: linalg_mistakes.cpp:[[@LINE+1]]: error: `einsum` of bool tensors; hint: `.to(f32)` first
    mistake([&] { einsum("ij", x > 0); });
    // CHECK: linalg_mistakes.cpp:[[@LINE+1]]: error: `einsum` of [2, 3] of f32 with an operand of [2, 3] of i64; the dtypes must be equal, hint: `.to(dtype)`
    mistake([&] { einsum("ij,ij", x, i); });
    // CHECK: linalg_mistakes.cpp:[[@LINE+1]]: error: `tensordot` of [2, 3] of f32 with a factor of [2, 3] of i64; the dtypes must be equal
    mistake([&] { tensordot(x, i); });
    // CHECK: linalg_mistakes.cpp:[[@LINE+1]]: error: `tensordot` over 3 dims of [2, 3] of f32 and [3, 4] of f32; neither has more than its rank
    mistake([&] { tensordot(x, y, 3); });
    // CHECK: linalg_mistakes.cpp:[[@LINE+1]]: error: `tensordot` of [2, 3] of f32 and [3, 4] of f32: dim 0 of the left is 2, dim 0 of the right is 3; they must be equal or 1
    mistake([&] { tensordot(x, y); });
    // CHECK: linalg_mistakes.cpp:[[@LINE+1]]: error: `tensordot` over 2 dims of the left and 1 of the right; they go in pairs
    mistake([&] { tensordot(x, y, {0, 1}, {0}); });
    // CHECK: linalg_mistakes.cpp:[[@LINE+1]]: error: `tensordot` names dim 1 or 1 twice
    mistake([&] { tensordot(x, y, {1, 1}, {0, 1}); });
  });
}
