// RUN: dlc --emit=trace %s -o %t.mlir
// RUN: not dlc --emit=trace -DWRONG %s -o %t.mlir 2>&1 | FileCheck %s
// Type promotion of every pair of dtypes, and of tensors and numbers: torch.result_type's tables (PyTorch 1.13).
// A wrong one ends the trace.
#include <cstdlib>
#include <dlc/dlc.h>
using namespace dlc;

// clang-format off
constexpr DType every[] = {f64, f32, f16, bf16, i64, i32, u8, boolean};
// Both with dims: row by row the left one's dtype, the right one's along a row.
constexpr DType tensors[][8] = {
    {f64, f64, f64, f64, f64, f64, f64, f64},
    {f64, f32, f32, f32, f32, f32, f32, f32},
    {f64, f32, f16, f32, f16, f16, f16, f16},
    {f64, f32, f32, bf16, bf16, bf16, bf16, bf16},
    {f64, f32, f16, bf16, i64, i64, i64, i64},
    {f64, f32, f16, bf16, i64, i32, i32, i32},
    {f64, f32, f16, bf16, i64, i32, u8, u8},
    {f64, f32, f16, bf16, i64, i32, u8, boolean},
};
// The right one without dims.
constexpr DType scalars[][8] = {
    {f64, f64, f64, f64, f64, f64, f64, f64},
    {f32, f32, f32, f32, f32, f32, f32, f32},
    {f16, f16, f16, f16, f16, f16, f16, f16},
    {bf16, bf16, bf16, bf16, bf16, bf16, bf16, bf16},
    {f64, f32, f16, bf16, i64, i64, i64, i64},
    {f64, f32, f16, bf16, i32, i32, i32, i32},
    {f64, f32, f16, bf16, u8, u8, u8, u8},
    {f64, f32, f16, bf16, i64, i32, u8, boolean},
};
// A tensor with dims (its dtype along a row) and true, 1, 0.5.
constexpr DType numbers[][8] = {
    {f64, f32, f16, bf16, i64, i32, u8, boolean},
    {f64, f32, f16, bf16, i64, i32, u8, i64},
    {f64, f32, f16, bf16, f32, f32, f32, f32},
};
// The same without dims.
constexpr DType numbers0[][8] = {
    {f64, f32, f16, bf16, i64, i32, u8, boolean},
    {f64, f32, f16, bf16, i64, i32, u8, i64},
    {f64, f32, f16, bf16, f32, f32, f32, f32},
};
// clang-format on

static void expect(const Operand &lhs, const Operand &rhs, DType dtype) {
  // `where` promotes and takes every dtype, bool too.
  Tensor mask = zeros({2}, boolean);
  if (!(where(mask, lhs, rhs).dtype() == dtype && where(mask, rhs, lhs).dtype() == dtype))
    std::abort();
}

DLC_PROGRAM(promotion_half) {
  entry("main", {f32({2})}, [](Tensor x) {
    for (int i = 0; i < 8; ++i) {
      for (int j = 0; j < 8; ++j) {
        Tensor left = zeros({2}, every[i]), right = zeros({2}, every[j]), scalar = zeros({}, every[j]);
        expect(left, right, tensors[i][j]);
        expect(left, scalar, scalars[i][j]);
      }
      Tensor tensor = zeros({2}, every[i]), scalar = zeros({}, every[i]);
      expect(tensor, true, numbers[0][i]);
      expect(tensor, 1, numbers[1][i]);
      expect(tensor, 0.5, numbers[2][i]);
      expect(scalar, true, numbers0[0][i]);
      expect(scalar, 1, numbers0[1][i]);
      expect(scalar, 0.5, numbers0[2][i]);
    }
#ifdef WRONG
    expect(ones({2}, f16), ones({2}, bf16), bf16);
#endif
    return x;
  });
}
// CHECK: error: the program crashed while it was traced
