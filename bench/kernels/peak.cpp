#include "peak.h"
#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <sched.h>
#include <thread>
#include <vector>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace {

// The widest vectors that the compiler has names for; each version is compiled for its processor.
template <int Bytes> struct Vector {
  typedef float type __attribute__((vector_size(Bytes)));
};

// Twenty-four sums cover the latency of a multiply-add twice over; they never leave their
// registers.
template <int Bytes, int Sums>
inline __attribute__((always_inline)) double multiplyAdd(double duration) {
  using V = typename Vector<Bytes>::type;
  V sums[Sums], factor, term;
  for (int i = 0; i < Sums; ++i)
    sums[i] = V{} + 0.1f * static_cast<float>(i);
  factor = V{} + 0.999f;
  term = V{} + 0.001f;
  asm volatile("" : "+v"(factor), "+v"(term));
  const double start = bench::seconds();
  long steps = 0;
  double now;
  do {
    for (int n = 0; n < 2000; ++n)
#pragma GCC unroll 24
      for (int i = 0; i < Sums; ++i)
        sums[i] = sums[i] * factor + term;
    steps += 2000;
    now = bench::seconds();
  } while (now - start < duration);
  for (int i = 0; i < Sums; ++i)
    asm volatile("" ::"v"(sums[i]));
  return static_cast<double>(steps) * Sums * (Bytes / 4) * 2 / (now - start) * 1e-9;
}

// Whole vectors from `from` to `to`; what is left over does not matter for the bandwidth.
template <int Bytes>
inline __attribute__((always_inline)) void addScaled(float *x, const float *y, const float *z,
                                                     long from, long to) {
  typedef float V __attribute__((vector_size(Bytes), aligned(4)));
  constexpr long lanes = Bytes / 4;
  for (long at = from; at + lanes <= to; at += lanes)
    *reinterpret_cast<V *>(x + at) =
        *reinterpret_cast<const V *>(y + at) + 1.5f * *reinterpret_cast<const V *>(z + at);
}

#if defined(__x86_64__)
__attribute__((target("avx512f,fma"))) void addScaled512(float *x, const float *y, const float *z,
                                                         long from, long to) {
  addScaled<64>(x, y, z, from, to);
}
__attribute__((target("avx512f,fma"))) double multiplyAdd512(double duration) {
  return multiplyAdd<64, 24>(duration);
}
__attribute__((target("avx2,fma"))) double multiplyAdd256(double duration) {
  return multiplyAdd<32, 12>(duration);
}
// As above, of pairs of bf16: no language extension has a name for it.
__attribute__((target("avx512f,avx512bf16"))) double multiplyPairs512(double duration) {
  constexpr int count = 24;
  __m512 sums[count];
  __m512i factor = _mm512_set1_epi32(0x3f003f00), other = factor; // halves
  for (int i = 0; i < count; ++i)
    sums[i] = _mm512_set1_ps(0.1f * static_cast<float>(i));
  asm volatile("" : "+v"(factor), "+v"(other));
  const double start = bench::seconds();
  long steps = 0;
  double now;
  do {
    for (int n = 0; n < 2000; ++n)
#pragma GCC unroll 24
      for (int i = 0; i < count; ++i)
        sums[i] = _mm512_dpbf16_ps(sums[i], (__m512bh)factor, (__m512bh)other);
    steps += 2000;
    now = bench::seconds();
  } while (now - start < duration);
  for (int i = 0; i < count; ++i)
    asm volatile("" ::"v"(sums[i]));
  return static_cast<double>(steps) * count * 64 / (now - start) * 1e-9;
}
double multiplyAddHere(double duration) {
  if (__builtin_cpu_supports("avx512f"))
    return multiplyAdd512(duration);
  if (__builtin_cpu_supports("fma"))
    return multiplyAdd256(duration);
  return multiplyAdd<16, 12>(duration);
}
double multiplyPairsHere(double duration) {
  return __builtin_cpu_supports("avx512bf16") ? multiplyPairs512(duration)
                                              : multiplyAddHere(duration);
}
void addScaledHere(float *x, const float *y, const float *z, long from, long to) {
  if (__builtin_cpu_supports("avx512f"))
    addScaled512(x, y, z, from, to);
  else
    addScaled<16>(x, y, z, from, to);
}
#else
void addScaledHere(float *x, const float *y, const float *z, long from, long to) {
  addScaled<16>(x, y, z, from, to);
}
double multiplyAddHere(double duration) { return multiplyAdd<16, 24>(duration); }
double multiplyPairsHere(double duration) { return multiplyAddHere(duration); }
#endif

// Runs `work` on every thread at once: all begin when the last one is there.
void together(int threads, const std::function<void(int)> &work) {
  std::atomic<int> ready{0};
  auto run = [&](int i) {
    if (i > 0) { // the caller has chosen its processor
      cpu_set_t set;
      CPU_ZERO(&set);
      CPU_SET(i, &set);
      sched_setaffinity(0, sizeof set, &set);
    }
    ++ready;
    while (ready < threads) {
    }
    work(i);
  };
  std::vector<std::thread> others;
  for (int i = 1; i < threads; ++i)
    others.emplace_back(run, i);
  run(0);
  for (std::thread &thread : others)
    thread.join();
}

} // namespace

double bench::seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

static double sumOver(int threads, double (*rate)(double), double duration) {
  std::vector<double> each(threads);
  together(threads, [&](int i) { each[i] = rate(duration); });
  double sum = 0;
  for (double one : each)
    sum += one;
  return sum;
}

double bench::peakFlops(int threads, double duration) {
  return sumOver(threads, multiplyAddHere, duration);
}
double bench::peakPairFlops(int threads, double duration) {
  return sumOver(threads, multiplyPairsHere, duration);
}

double bench::triadBandwidth(int threads) {
  constexpr long size = 32 << 20; // three arrays of 128 MB
  static std::unique_ptr<float[]> a(new float[size]()), b(new float[size]()), c(new float[size]());
  double best = 0;
  for (int round = 0; round < 3; ++round) {
    const double start = seconds();
    together(threads, [&](int i) {
      const long from = size / threads * i, to = size / threads * (i + 1);
      addScaledHere(a.get(), b.get(), c.get(), from, to);
      asm volatile("" ::: "memory");
    });
    best = std::max(best, 3.0 * size * sizeof(float) / (seconds() - start) * 1e-9);
  }
  return best;
}
