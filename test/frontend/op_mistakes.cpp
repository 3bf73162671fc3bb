// RUN: not dlc --emit=trace %s 2>&1 | FileCheck %s
// Mistakes in operations: each is reported at its own line, with the numbers, the rule and a hint.
// (User code catches nothing; here every mistake is caught so that one run shows them all.)
#include <dlc/dlc.h>
using namespace dlc;

template <class F> void mistake(F f) {
  try {
    f();
  } catch (...) {
  }
}

DLC_PROGRAM(mistakes) {
  Dim n = dim("n", 8), m = dim("m", 8);
  // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: dim `n` with a bound of 4, and of 8 before; one name is one dim
  mistake([&] { dim("n", 4); });
  // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: dim `k` with a bound of 0; a bound is at least 1
  mistake([&] { dim("k", 0); });
  // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: the default dtype is one of floats: f32, f64, bf16 or f16
  mistake([&] { set_default_dtype(i64); });
  // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: a sum of the dynamic dims `n` and `m`; a size depends on one of them
  mistake([&] { (void)(n + m); });
  // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: a product of the dynamic dims `n` and `m`; a size is a multiple of one of them, hint: layers and losses take extra leading dims
  mistake([&] { (void)(n * m); });
  // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: dim `n` divided by `3`; a dynamic dim divides by the factors of its terms only
  mistake([&] { (void)(n / 3); });
  // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: the remainder of dim `n` by 0
  mistake([&] { (void)(n % 0); });
  // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: the number of a dynamic dim `2*n+1` is known at run time only; hint: use the Dim itself, in shapes and in arithmetic with tensors
  mistake([&] { (void)(2 * n + 1).value(); });
  // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: a shape of 9 dims; tensors have at most 8
  mistake([&] { Shape{1, 2, 3, 4, 5, 6, 7, 8, 9}; });

  entry("main", {f32({n, 4}), i64({n}), f32({2, 3, 6, 6})}, [&](Tensor x, Tensor y, Tensor image) {
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: an undefined Tensor is used; hint: assign it first, or was it moved from?
    mistake([&] { Tensor() + 1; });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `add` of [n<=8, 4] of f32 and [3] of f32: dim 1 is 4 on one side and 3 on the other; sizes must be equal or 1, hint: dims are matched from the last one backwards
    mistake([&] { x + zeros({3}); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `mul` of [n<=8, 4] of f32 and [8, 4] of f32: dim 0 is n on one side and 8 on the other; sizes must be equal or 1, hint: dims are matched from the last one backwards
    mistake([&] { x * zeros({8, 4}); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `sub` of bool tensors; it computes with numbers, hint: `.to(i64)` counts, `&`, `|`, `^` and `~` combine masks
    mistake([&] { (x > 0) - (x < 0); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `neg` of bool tensors; it computes with numbers, hint: `.to(i64)` counts, `&`, `|`, `^` and `~` combine masks
    mistake([&] { -(x > 0); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `&` of floats; it combines masks or the bits of ints, hint: `x != 0` makes a mask
    mistake([&] { x & (x > 0); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `~` of floats; it combines masks or the bits of ints, hint: `x != 0` makes a mask
    mistake([&] { ~x; });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `where` with a mask of [n<=8, 4] of f32; a mask is bool, hint: `x != 0`
    mistake([&] { where(x, 1, 0); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `pow` of ints to the power of -5; the result is no int, hint: `.to(f32)` first
    mistake([&] { y.pow(-5); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `item()` needs a number, and this code runs at compile time, when there is none; hint: return the tensor as a result of the entry
    mistake([&] { x.sum().item(); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: a Tensor as a condition of `if`, `while`, `&&`, `||` or `!` needs a number, and this code runs at compile time, when there is none; hint: `where(mask, a, b)`, and `&`, `|`, `~` on masks
    mistake([&] { if (x.sum() > 0) x = -x; });

    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `sum` names dim 2 of a tensor of rank 2; dims are -2 to 1
    mistake([&] { x.sum(2); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `sum` names dim 1 twice
    mistake([&] { x.sum({1, -1}); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `mean` of [n<=8] of i64; a mean is of floats, hint: `.to(f32)` first
    mistake([&] { y.mean(); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `argmax` of a bool tensor; hint: `.to(i64)` first
    mistake([&] { (x > 0).argmax(1); });

    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `reshape` of [n<=8, 4] of f32 with two sizes of -1; one can be inferred
    mistake([&] { x.view(-1, -1); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `reshape` of [n<=8, 4] of f32 with 32 elements; the sizes beside -1 give 3, which does not divide that
    mistake([&] { x.view(-1, 3); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `reshape` of [n<=8, 4] of f32 gives [n<=8, 2, 2] of f32, but the size of dim 0 was written as 8; hint: a dynamic dim is written as x.size(i), or as -1
    mistake([&] { x.view(8, 2, 2); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `reshape` of [n<=8, 4] of f32 with 32 elements to [8, 5] with 40; the numbers of elements must be equal
    mistake([&] { x.view(n, 5); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `flatten` from dim 2 to dim 1; the first comes first
    mistake([&] { image.flatten(2, 1); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `permute` names 3 dims of [n<=8, 4] of f32, which has 2
    mistake([&] { x.permute(0, 2, 1); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `t` of [2, 3, 6, 6] of f32; it takes a matrix, hint: transpose(-2, -1)
    mistake([&] { image.t(); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `expand` of [n<=8, 4] of f32 to 1 dims; it cannot remove dims
    mistake([&] { x.expand(4); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `expand` with a new dim of size -1; -1 keeps a size, and this dim has none yet
    mistake([&] { x.expand(-1, n, 4); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `expand` of [2, 3] of f32 to [1, 3] of f32; only dims of size 1 expand
    mistake([&] { zeros({2, 3}).expand(1, 3); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `slice` takes 3 elements from 2 by 1 of dim 1 of [n<=8, 4] of f32, which has 4
    mistake([&] { x.narrow(1, 2, 3); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `pad` of [n<=8, 4] of f32 with 3 amounts; it takes two a dim, from the last dim backwards
    mistake([&] { pad(x, {1, 2, 3}); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: a shape has a dim of -3; sizes are at least 0
    mistake([&] { zeros({-3}); });

    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `matmul` of [n<=8, 4] of f32 and [] of f32; it takes vectors, matrices and batches of them, hint: `*` multiplies by a scalar
    mistake([&] { x.matmul(x.sum()); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `matmul` of bool tensors; hint: `.to(f32)` first
    mistake([&] { matmul(x > 0, x > 0); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `matmul` of [n<=8, 4] of f32 and [5, 2] of f32: dim 1 of the left is 4, dim 0 of the right is 5; they must be equal
    mistake([&] { x.matmul(zeros({5, 2})); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `matmul` of [2, 3, 6, 6] of f32 and [4, 6, 6] of f32: batch dims must be equal or 1
    mistake([&] { image.matmul(zeros({4, 6, 6})); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `linear` with a weight of [3] of f32; a weight is [out, in]
    mistake([&] { linear(x, zeros({3})); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `linear` of [n<=8, 4] of f32 with a weight of [3, 5] of f32: the last dim is 4, the weight takes 5; they must be equal
    mistake([&] { linear(x, zeros({3, 5})); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `linear` of [n<=8, 4] of f32 with a weight of [3, 4] of f64; the dtypes must be equal, hint: `.to(dtype)`
    mistake([&] { linear(x, zeros({3, 4}, f64)); });

    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `arange` of bool; it counts in ints or floats
    mistake([&] { arange(3, boolean); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `arange` from 3 to 0 by 1; the step leads from the start to the end
    mistake([&] { arange(3, 0); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `rand` of ints; it makes floats, hint: `randint(low, high, shape)`
    mistake([&] { rand({3}, i64); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `dropout` with a probability of 1.500000; it lies between 0 and 1
    mistake([&] { dropout(x, 1.5); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `dropout` of [n<=8] of i64; it takes floats, hint: `.to(f32)` first
    mistake([&] { dropout(y); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `one_hot` of [n<=8, 4] of f32; it takes indices, hint: `.to(i64)` first
    mistake([&] { one_hot(x, 10); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `cross_entropy` of [n<=8, 4] of f32 and targets of [n<=8] of f32; targets are class indices (i64) of the same shape without the class dim, which is dim 1 or the last, hint: describe the input as i64({n})
    mistake([&] { cross_entropy(x, x.sum(1)); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `mse_loss` of [n<=8, 4] of f32 and a target of [n<=8] of i64; the shapes must be equal, hint: broadcasting a loss is hardly ever meant
    mistake([&] { mse_loss(x, y); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `backward` of [n<=8, 4] of f32; a loss is one float, hint: `.mean()` or `.sum()` first
    mistake([&] { x.backward(); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `backward` in an entry that has read no parameter; there is nothing to differentiate for, hint: are all parameters frozen?
    mistake([&] { x.sum().backward(); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: error: `grad` with respect to [n<=8] of i64; only floats have gradients
    mistake([&] { grad(x.sum(), y); });
    // CHECK: op_mistakes.cpp:[[@LINE+1]]: note: `.to("cuda")` does nothing; the target of the compilation decides where a program runs
    mistake([&] { x.to("cuda"); });
  });
}
