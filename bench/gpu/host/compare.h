// Compares what a kernel made with what it ought to make.
#ifndef DLC_BENCH_GPU_HOST_COMPARE_H
#define DLC_BENCH_GPU_HOST_COMPARE_H

#include "cases.h"

struct Comparison {
  size_t rows = 0, values = 0; // that were compared
  size_t wrong = 0;            // numbers that are off by themselves
  size_t missing = 0;          // NaN or infinite, in all of the result
  double error = 0;            // the norm of the difference over the norm
  double largest = 0;          // difference, over the root of the mean square
  double tolerance = 0;
  std::string where; // wrong ones: the first, and in which rows and columns of 16x16 tiles they are

  bool right() const { return !wrong && !missing && error <= tolerance; }
};

// `budget`: products that the expected values may cost; if they cost more, some of the rows are
// compared, spread evenly and at random within even steps.
Comparison compare(const Result &result, double budget, uint64_t seed);

#endif // DLC_BENCH_GPU_HOST_COMPARE_H
