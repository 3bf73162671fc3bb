//===- MemoryTest.cpp - a step allocates nothing, and the peak is what was said -------------===//
#include "core/ToyProgram.h"
#include "dlc/rt/model.hpp"
#include <atomic>
#include <cstdio>
#include <cstring>
#include <gtest/gtest.h>
#include <malloc.h>

// A sanitizer brings an allocator and a shadow of its own.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#if defined(__has_feature)
#if !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer)
#define DLC_OWN_MALLOC 1
#endif
#else
#define DLC_OWN_MALLOC 1
#endif
#endif

#ifdef DLC_OWN_MALLOC
// Every allocation of the process on every thread, whoever asks: operator new ends here as well.
static std::atomic<long> allocations{0};
extern "C" {
void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);
void *malloc(size_t bytes) {
  allocations.fetch_add(1, std::memory_order_relaxed);
  return __libc_malloc(bytes);
}
void *calloc(size_t count, size_t bytes) {
  allocations.fetch_add(1, std::memory_order_relaxed);
  return __libc_calloc(count, bytes);
}
void *realloc(void *block, size_t bytes) {
  allocations.fetch_add(1, std::memory_order_relaxed);
  return __libc_realloc(block, bytes);
}
void *aligned_alloc(size_t alignment, size_t bytes) {
  allocations.fetch_add(1, std::memory_order_relaxed);
  return __libc_memalign(alignment, bytes);
}
}

using namespace dlc::rt;

namespace {

// KiB of resident memory, and of address space. smaps_rollup counts pages; statm lags behind.
long procKiB(const char *path, const char *field) {
  char line[256];
  long value = -1;
  FILE *file = fopen(path, "r");
  while (file && fgets(line, sizeof line, file))
    if (!strncmp(line, field, strlen(field)))
      sscanf(line + strlen(field), "%ld", &value);
  if (file)
    fclose(file);
  return value;
}
long resident() { return procKiB("/proc/self/smaps_rollup", "Rss:"); }
long mapped() { return procKiB("/proc/self/status", "VmSize:"); }

class MemoryOf : public testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(threads, MemoryOf, testing::Values(1, 2, 8));

TEST_P(MemoryOf, aStepAllocatesNothing) {
  Context context{{.threads = GetParam()}};
  dlc_program_desc program = toy::program();
  for (uint32_t flags : {0, int(DLC_PROFILE), int(DLC_POISON)}) {
    Model model(context, program, {.flags = flags});
    float x[24] = {}, y[32];
    int32_t steps[40] = {}, turned[40];
    double lr = 0;
    long before = allocations, mappedBefore = mapped();
    long reading = allocations - before; // what looking at /proc costs
    before = allocations;
    for (int64_t i = 0; i < 500; ++i) {
      int64_t rows = i % toy::maxRows + 1, dims[] = {rows, i % toy::maxSteps + 1};
      const void *in[] = {x}, *in2[] = {steps};
      void *out[] = {y, nullptr}, *out2[] = {turned};
      ASSERT_EQ(dlc_run(model.get(), toy::forward, in, out, dims), DLC_OK);
      ASSERT_EQ(dlc_run(model.get(), toy::transposeRows, in2, out2, dims), DLC_OK);
      ASSERT_EQ(dlc_run(model.get(), toy::touchAll, nullptr, nullptr, dims), DLC_OK);
      dlc_set_setting(model.get(), "lr", 0.125);
      dlc_get_setting(model.get(), "lr", &lr);
    }
    EXPECT_EQ(allocations - before, 0);
    EXPECT_LE(reading, 4);
    EXPECT_EQ(mapped(), mappedBefore);
  }
}

TEST_P(MemoryOf, residentGrowthIsTheStatedPeak) {
  int threads = GetParam();
  Context context{{.threads = threads}};
  for (uint64_t mega : {1, 23}) { // below and above the size that asks for huge pages
    dlc_program_desc program = toy::program();
    program.arena_bytes = (mega << 20) + 12345;
    program.scratch_bytes = 300 * 1000;
    resident();
    long before = resident();
    Model model(context, program, {.flags = DLC_NO_INIT});
    long created = resident() - before;
    for (int i = 0; i < 20; ++i)
      model.run("touch_all", {}, {}, {1, 1});
    long stepped = resident() - before;
    long stated = static_cast<long>(dlc_peak_bytes(&program, threads) / 1024);
    EXPECT_EQ(
        dlc_peak_bytes(&program, threads),
        DLC_PEAK_BYTES(program.state_bytes, program.arena_bytes, program.scratch_bytes, threads));
    // Beside the block: the instance itself, some page tables' worth of code, worker stacks.
    EXPECT_GE(created, stated);
    EXPECT_LE(created, stated + 128);
    EXPECT_GE(stepped, stated);
    EXPECT_LE(stepped, stated + 128 + 12 * threads);
  }
}

TEST(Memory, goesBackWithTheInstance) {
  Context context{{.threads = 2}};
  dlc_program_desc program = toy::program();
  program.arena_bytes = (23 << 20) + 12345;
  {
    Model warm(context, program);
  }
  long before = mapped();
  for (int i = 0; i < 5; ++i)
    Model model(context, program);
  EXPECT_EQ(mapped(), before);
}

} // namespace
#endif
