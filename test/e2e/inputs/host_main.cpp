// What a host may expect of a linked model, on the model of dynamic_model.cpp:
//
//   host alloc T          no allocation inside a step, on the calling thread or in the pool
//   host resident T       resident memory grows by what the header says, within 1 MiB
//   host ftz WHEN OUT     state after five steps, with flush-to-zero set `never`, `before` or
//                         `after` the model was created
#include "dynamic.h"

#include <atomic>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

// Every allocation of the process goes through these.
static std::atomic<long> allocations{0};
extern "C" {
void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);
void *malloc(size_t bytes) { return ++allocations, __libc_malloc(bytes); }
void *calloc(size_t count, size_t bytes) { return ++allocations, __libc_calloc(count, bytes); }
void *realloc(void *old, size_t bytes) { return ++allocations, __libc_realloc(old, bytes); }
void *aligned_alloc(size_t alignment, size_t bytes) {
  return ++allocations, __libc_memalign(alignment, bytes);
}
}

static void flushToZero() {
#ifdef __x86_64__
  __builtin_ia32_ldmxcsr(__builtin_ia32_stmxcsr() | 0x8040);
#endif
}

static long residentBytes() {
  // Without stdio: reading must not allocate between the two samples.
  char text[128] = {};
  int file = open("/proc/self/statm", 0);
  ssize_t size = read(file, text, sizeof text - 1);
  close(file);
  long pages = 0;
  if (size <= 0 || std::sscanf(text, "%*d %ld", &pages) != 1)
    return -1;
  return pages * sysconf(_SC_PAGESIZE);
}

static void steps(dlc::models::Dynamic &net, int count) {
  static float x[128 * 144];
  static int64_t y[128];
  for (int step = 0; step < count; ++step) {
    // Tiny numbers: products of them are denormal, where flush-to-zero would show.
    for (int i = 0; i < 128 * 144; ++i)
      x[i] = (i % 5 ? 0.5f + 0.5f * std::sin(0.37f * i + step) : 1e-38f);
    for (int i = 0; i < 128; ++i)
      y[i] = (i * 7 + step) % 10;
    float loss;
    net.train_step(x, y, &loss, 128);
  }
}

int main(int argc, char **argv) try {
  if (argc == 3 && !std::strcmp(argv[1], "alloc")) {
    dlc::rt::Context context({.threads = std::atoi(argv[2])});
    dlc::models::Dynamic net(context);
    steps(net, 1);
    long before = allocations;
    steps(net, 10);
    long made = allocations - before;
    std::printf("%ld allocations in 10 steps\n", made);
    return made != 0;
  }
  if (argc == 3 && !std::strcmp(argv[1], "resident")) {
    int threads = std::atoi(argv[2]);
    dlc::rt::Context context({.threads = threads});
    {
      dlc::models::Dynamic warm(context); // code pages and the pool's stacks are touched
      steps(warm, 1);
    }
    long before = residentBytes();
    dlc::models::Dynamic net(context);
    steps(net, 3);
    double grown = residentBytes() - before, said = DYNAMIC_PEAK_BYTES(threads);
    std::printf("grew by %.0f bytes, the header says %.0f\n", grown, said);
    return std::abs(grown - said) > 1 << 20;
  }
  if (argc == 4 && !std::strcmp(argv[1], "ftz")) {
    if (!std::strcmp(argv[2], "before"))
      flushToZero();
    dlc::rt::Context context({.threads = 2});
    dlc::models::Dynamic net(context, {.seed = 3});
    if (!std::strcmp(argv[2], "after"))
      flushToZero();
    steps(net, 5);
    net.save(argv[3], DLC_ALL);
    return 0;
  }
  return std::fprintf(stderr, "usage: host alloc T | resident T | ftz WHEN OUT\n"), 2;
} catch (const std::exception &error) {
  std::fprintf(stderr, "host: %s\n", error.what());
  return 1;
}
