// RUN: dlc --emit=trace %s -o - | not dlc-check - 2>&1 | FileCheck %s
// How many there are of a dynamic dim is known when the entry runs; it stops at the user's line.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(few) {
  Dim n = dim("n", 4);
  entry("largest", {f32({n, 2})}, [](Tensor x) {
    // CHECK: error: running @largest at n = 1: {{.*}}topk_of_too_few.cpp:[[@LINE+1]]: assert_ failed: `topk` with k = 2 along dim 0 of [n<=4, 2] of f32, which has fewer
    return x.topk(2, 0).values;
  });
}
