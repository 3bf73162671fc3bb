// What the parts of the emulator share. A kernel is a function of the CPU, a thread of it a fiber;
// blocks run one after the other. What a kernel calls instead of an instruction has one signature:
//   emulate_X(variant, variant, operands in slots of eight bytes, where the result goes).
#ifndef DLC_BENCH_GPU_EMULATOR_MACHINE_H
#define DLC_BENCH_GPU_EMULATOR_MACHINE_H

#include <cstdint>
#include <cstring>
#include <functional>
#include <vector>

namespace emulator {

constexpr int WarpSize = 32, WarpgroupSize = 128;
constexpr size_t SharedSize = 262144;

struct Dim {
  int x, y;
};

// Runs a kernel over a grid. False, and why, where the kernel breaks a rule of the machine.
bool launch(void (*kernel)(void *), void *arguments, Dim grid, int threads, const char **why);

// Stops the kernel: it broke a rule.
[[noreturn]] void fail(const char *what);

int currentThread();

// The current thread waits until `ready` says so.
void waitUntil(std::function<bool()> ready);

// Threads that do something together: the last that comes does it for all, who wait for it.
struct Gathering {
  int arrived = 0;
  unsigned round = 0;
  const uint64_t *in[WarpgroupSize];
  void *out[WarpgroupSize];
};
void together(Gathering &gathering, int member, int members, const uint64_t *in, void *out,
              const std::function<void(Gathering &)> &act);
Gathering &warp();
Gathering &warpgroup();

// Work of the asynchronous copy engine, which the scheduler lets happen late, early, or at random.
void later(std::function<void()> copy);
// Copies of a thread's own groups (cp.async) land as late as they may, or at once.
bool copiesAreLate();
// Called when a block starts: no thread has copies.
void forgetCopies(int threads);

template <class T> T operand(const uint64_t *slots, int i) {
  T value;
  memcpy(&value, slots + i, sizeof value);
  return value;
}
template <class T> void give(void *out, int i, T value) {
  memcpy(static_cast<char *>(out) + i * sizeof value, &value, sizeof value);
}

// A two-dimensional tensor map, as the emulated driver encodes it.
struct TensorMap {
  char *base;
  uint64_t size[2], rowBytes;
  uint32_t box[2], elementBytes;
  bool swizzled;
};

// The 128-byte swizzle: bits 4 to 6 of an address, which of eight chunks, are those xor bits 7 to
// 9, which row.
inline uint64_t swizzle128(uint64_t address) { return address ^ ((address >> 7 & 7) << 4); }

float fromHalf(uint16_t bits);
float fromBfloat(uint16_t bits);

} // namespace emulator

extern "C" char emulated_shared[emulator::SharedSize];

#endif // DLC_BENCH_GPU_EMULATOR_MACHINE_H
