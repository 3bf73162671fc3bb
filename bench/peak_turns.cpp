// A contestant by step.cpp's protocol whose turns are no steps: each measures the GFLOP/s that all
// processors reach from registers, so that a model's time has the machine's limit beside it.
//
//   peak_turns THREADS
#include "kernels/peak.h"
#include <cstdio>
#include <cstdlib>

int main(int argc, char **argv) {
  const int threads = argc > 1 ? std::atoi(argv[1]) : 1;
  std::printf("started\n{}\n");
  std::fflush(stdout);
  double seconds;
  while (std::scanf("%lf", &seconds) == 1) {
    std::printf("%.3f\n", bench::peakFlops(threads, seconds < 0.02 ? seconds : 0.02));
    std::fflush(stdout);
  }
  std::printf("{}\n");
}
