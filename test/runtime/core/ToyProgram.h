//===- ToyProgram.h - a compiled model, written by hand -----------------------*- C++ -*-===//
//
// The tables and kernels the compiler would emit for a small model, with every case the
// runtime has to know: a transposed weight, a weight stored channels last, bools, optimiser and
// random state, a dynamic axis that is not outermost, settings, scratch.
//===-----------------------------------------------------------------------------------===//
#ifndef DLC_TEST_TOYPROGRAM_H
#define DLC_TEST_TOYPROGRAM_H
#include "dlc/rt/abi.h"
#include <cstdint>

namespace toy {

constexpr int64_t maxRows = 8, maxSteps = 5;
enum Entry { forward, transposeRows, denormal, touchAll };

// dims: rows 1..8, steps 1..5. States: fc.weight f32[4, 3] stored [3, 4]; conv.weight
// i32[2, 3, 2, 2] stored channels last; mask bool[5]; dlc.adam.exp_avg.fc.weight f32[4, 3];
// dlc.rng.seed and dlc.rng.calls.forward i64[].
// forward:       x f32[rows, 3] -> y f32[rows, 4] = x @ fc.weight^T * lr, total i64[] = rows
// transposeRows: x i32[steps, rows] -> y i32[rows, steps]
// denormal:      -> y f32[64] of denormals, one tile each
// touchAll:      writes the whole arena and every thread's scratch, on 64 tiles
dlc_program_desc program();

float initialWeight(int64_t output, int64_t input); // under `init`

} // namespace toy
#endif
