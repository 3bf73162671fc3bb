// What this machine can do right now: multiply-adds from registers, and a triad through memory.
// Measured beside every kernel, because a shared machine's clock and neighbours change from second
// to second.
#ifndef DLC_BENCH_PEAK_H
#define DLC_BENCH_PEAK_H

namespace bench {
double seconds();
/// f32 GFLOP/s of `threads` threads that multiply and add in registers for about `duration`
/// seconds.
double peakFlops(int threads, double duration);
/// The same of bf16, two products added to an f32 at once; of f32 on a machine that cannot.
double peakPairFlops(int threads, double duration);
/// GB/s of a[i] = b[i] + s * c[i] over arrays far larger than the caches, by `threads` threads;
/// reads and writes are counted, the reading of what is overwritten is not.
double triadBandwidth(int threads);
} // namespace bench
#endif
