// The emulator's threads: fibers, the scheduler, barriers, shuffles. The scheduler's order and the
// moment at which asynchronous copies land are chosen by environment variables, so that a kernel
// that relies on one order fails in another: DLC_EMULATED_ORDER=up|down|random,
// DLC_EMULATED_COPIES=late|early.
#include "machine.h"

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <sys/mman.h>

extern "C" {
alignas(262144) char emulated_shared[emulator::SharedSize];
// Static shared memory of all kernels: the linker gives the section's ends.
extern char __start_emulated_static[] __attribute__((weak));
extern char __stop_emulated_static[] __attribute__((weak));
// Saves where this fiber is in *save and goes on where another one is.
void emulator_switch(void **save, void *to);
}

asm(R"(
.text
.globl emulator_switch
.hidden emulator_switch
emulator_switch:
  pushq %rbp
  pushq %rbx
  pushq %r12
  pushq %r13
  pushq %r14
  pushq %r15
  movq %rsp, (%rdi)
  movq %rsi, %rsp
  popq %r15
  popq %r14
  popq %r13
  popq %r12
  popq %rbx
  popq %rbp
  ret
)");

namespace emulator {
namespace {

constexpr size_t StackSize = 128 * 1024;
constexpr uint32_t FullWarp = ~0u;
constexpr int SlowPasses = 64;

struct Fiber {
  void *stack = nullptr, *at = nullptr;
  bool done = false, blocked = false;
  std::function<bool()> ready;
};

enum class Order { Up, Down, Random };

std::vector<Fiber> fibers;
std::vector<Gathering> warps, warpgroups;
Gathering everybody;
std::vector<std::function<void()>> pending;
int current, threadCount;
Dim gridSize, block;
void *scheduler;
void (*kernelFunction)(void *);
void *kernelArguments;
std::mt19937 random(1);
std::jmp_buf failed;
std::string failure;

bool is(const char *variable, const char *value) {
  const char *set = getenv(variable);
  return set && !strcmp(set, value);
}

Order order() {
  return is("DLC_EMULATED_ORDER", "random") ? Order::Random
         : is("DLC_EMULATED_ORDER", "down") ? Order::Down
                                            : Order::Up;
}

void leave() { emulator_switch(&fibers[current].at, scheduler); }

void run() {
  kernelFunction(kernelArguments);
  fibers[current].done = true;
  leave();
  abort();
}

void startBlock() {
  // What a kernel did not write must not look like a result.
  memset(emulated_shared, 0xff, sizeof emulated_shared);
  if (__start_emulated_static)
    memset(__start_emulated_static, 0xff, __stop_emulated_static - __start_emulated_static);
  warps.assign((threadCount + WarpSize - 1) / WarpSize, {});
  warpgroups.assign((threadCount + WarpgroupSize - 1) / WarpgroupSize, {});
  everybody = {};
  pending.clear();
  forgetCopies(threadCount);
  if (fibers.size() < static_cast<size_t>(threadCount))
    fibers.resize(threadCount);
  for (int i = 0; i < threadCount; ++i) {
    Fiber &f = fibers[i];
    if (!f.stack)
      f.stack =
          mmap(nullptr, StackSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    f.done = f.blocked = false;
    // As if `run` had been called and had called emulator_switch: six registers, the way back, an
    // aligned stack.
    void **top = reinterpret_cast<void **>(static_cast<char *>(f.stack) + StackSize - 64);
    *--top = nullptr;
    *--top = reinterpret_cast<void *>(run);
    for (int r = 0; r < 6; ++r)
      *--top = nullptr;
    f.at = top;
  }
}

void runBlock() {
  startBlock();
  const Order chosen = order();
  std::vector<int> turn(threadCount);
  for (int i = 0; i < threadCount; ++i)
    turn[i] = chosen == Order::Down ? threadCount - 1 - i : i;
  // One warp at a time runs only when no other can: the others get as far ahead of it as barriers
  // let them.
  int slow = -1, passes = 0;
  bool slowRuns = false;
  for (int left = threadCount; left;) {
    bool progress = false;
    if (chosen == Order::Random) {
      std::shuffle(turn.begin(), turn.end(), random);
      if (passes++ % SlowPasses == 0)
        slow = static_cast<int>(random() % warps.size());
    }
    for (int i : turn) {
      Fiber &f = fibers[i];
      if (f.done || (f.blocked && !f.ready()) || (i / WarpSize == slow && !slowRuns))
        continue;
      f.blocked = false;
      progress = true;
      current = i;
      emulator_switch(&scheduler, f.at);
      left -= f.done;
    }
    if (!pending.empty() && (!progress || chosen == Order::Random)) {
      size_t which = chosen == Order::Random ? random() % pending.size() : 0;
      auto copy = std::move(pending[which]);
      pending.erase(pending.begin() + which);
      copy();
      progress = true;
    }
    // Now the slow warp may take a step, and after it the others are first again.
    bool waited = !slowRuns && slow >= 0;
    slowRuns = !progress && waited;
    if (left && !progress && !waited)
      fail("deadlock: every thread waits (for a barrier that not all reach, or for an arrival that "
           "is missing)");
  }
}

} // namespace

void fail(const char *what) {
  failure = std::string(what) + " (block " + std::to_string(block.x) + ", " +
            std::to_string(block.y) + ", thread " + std::to_string(current) + ")";
  std::longjmp(failed, 1);
}

int currentThread() { return current; }
Gathering &warp() { return warps[current / WarpSize]; }
Gathering &warpgroup() { return warpgroups[current / WarpgroupSize]; }
bool copiesAreLate() { return !is("DLC_EMULATED_COPIES", "early"); }

void waitUntil(std::function<bool()> ready) {
  if (ready())
    return;
  fibers[current].ready = std::move(ready);
  fibers[current].blocked = true;
  leave();
}

void later(std::function<void()> copy) {
  if (copiesAreLate())
    pending.push_back(std::move(copy));
  else
    copy();
}

void together(Gathering &gathering, int member, int members, const uint64_t *in, void *out,
              const std::function<void(Gathering &)> &act) {
  if (member < WarpgroupSize) {
    gathering.in[member] = in;
    gathering.out[member] = out;
  }
  unsigned round = gathering.round;
  if (++gathering.arrived == members) {
    act(gathering);
    gathering.arrived = 0;
    ++gathering.round;
    return;
  }
  waitUntil([&gathering, round] { return gathering.round != round; });
}

bool launch(void (*kernel)(void *), void *arguments, Dim grid, int threads, const char **why) {
  kernelFunction = kernel;
  kernelArguments = arguments;
  gridSize = grid;
  threadCount = threads;
  if (setjmp(failed)) {
    *why = failure.c_str();
    return false;
  }
  for (block.y = 0; block.y < grid.y; ++block.y)
    for (block.x = 0; block.x < grid.x; ++block.x)
      runBlock();
  return true;
}

} // namespace emulator

using namespace emulator;

extern "C" {

// which: thread, threads, block, blocks; of an axis.
void emulate_position(int which, int axis, const uint64_t *, void *out) {
  const int values[4][3] = {
      {current, 0, 0}, {threadCount, 1, 1}, {block.x, block.y, 0}, {gridSize.x, gridSize.y, 1}};
  give(out, 0, values[which][axis]);
}

void emulate_barrier(int, int, const uint64_t *, void *) {
  together(everybody, currentThread(), threadCount, nullptr, nullptr, [](Gathering &) {});
}

// Operands: mask, value, lane or distance, clamp and segment. kind: from a lane, up, down, xor.
void emulate_shuffle(int kind, int, const uint64_t *in, void *out) {
  if (operand<uint32_t>(in, 0) != FullWarp)
    fail("a shuffle of some lanes only is not emulated");
  together(warp(), currentThread() % WarpSize, WarpSize, in, out, [kind](Gathering &g) {
    for (int lane = 0; lane < WarpSize; ++lane) {
      auto by = static_cast<int>(operand<uint32_t>(g.in[lane], 2));
      auto limits = operand<uint32_t>(g.in[lane], 3);
      int segment = limits >> 8 & 31, clamp = limits & 31;
      int last = (lane & segment) | (clamp & ~segment), first = lane & segment;
      int from = kind == 0   ? first | (by & ~segment)
                 : kind == 1 ? lane - by
                 : kind == 2 ? lane + by
                             : lane ^ by;
      bool valid = kind == 1 ? from >= last : from <= last;
      give(g.out[lane], 0, operand<uint32_t>(g.in[valid ? from : lane], 1));
    }
  });
}
}
