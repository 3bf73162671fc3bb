// Copies of a thread (cp.async and its groups), mbarriers, and boxes of tensors (TMA).
#include "machine.h"

using namespace emulator;

namespace {

struct Copy {
  char *to;
  const char *from;
  int bytes, valid;

  void operator()() const {
    memcpy(to, from, valid);
    memset(to + valid, 0, bytes - valid);
  }
};

// Of each thread its groups of copies; the last one is open.
std::vector<std::vector<std::vector<Copy>>> groups;

// A barrier in its eight bytes of shared memory: a phase ends when nobody and nothing is missing.
struct Barrier {
  int16_t missing;
  uint16_t arrivals;
  int32_t bytes : 31;
  uint32_t phase : 1;

  void settle() {
    if (missing < 0)
      fail("more arrivals at an mbarrier than it counts");
    if (missing || bytes)
      return;
    phase ^= 1;
    missing = static_cast<int16_t>(arrivals);
  }
};
static_assert(sizeof(Barrier) == 8);

Barrier *barrier(const uint64_t *in, int slot = 0) { return operand<Barrier *>(in, slot); }

// Calls act(in shared memory, in the tensor or null outside of it, bytes) for each element of a
// box.
template <class Act> void forBox(const TensorMap &map, char *shared, int x, int y, Act act) {
  uint64_t offset = shared - emulated_shared, rowBytes = map.box[0] * map.elementBytes;
  if (offset >= SharedSize || offset % 128)
    fail("a box is at an address that is no multiple of 128 bytes of shared memory");
  if (map.swizzled && rowBytes > 128)
    fail("a box is wider than its swizzle");
  for (uint32_t row = 0; row < map.box[1]; ++row)
    for (uint32_t column = 0; column < map.box[0]; ++column) {
      uint64_t at = offset + row * rowBytes + column * map.elementBytes;
      if (map.swizzled)
        at = swizzle128(at);
      // Negative places are huge ones.
      uint64_t inX = static_cast<int64_t>(x) + column, inY = static_cast<int64_t>(y) + row;
      bool inside = inX < map.size[0] && inY < map.size[1];
      act(emulated_shared + at,
          inside ? map.base + inY * map.rowBytes + inX * map.elementBytes : nullptr,
          map.elementBytes);
    }
}

void copyBox(const TensorMap &map, char *to, Barrier *done, int x, int y) {
  forBox(map, to, x, y, [](char *shared, const char *element, uint32_t bytes) {
    if (element)
      memcpy(shared, element, bytes);
    else
      memset(shared, 0, bytes);
  });
  done->bytes -= static_cast<int32_t>(map.box[0] * map.elementBytes * map.box[1]);
  done->settle();
}

} // namespace

void emulator::forgetCopies(int threads) { groups.assign(threads, {{}}); }

extern "C" {

// Operands: to, from, and with `sized` how many bytes there are.
void emulate_copy(int bytes, int sized, const uint64_t *in, void *) {
  Copy copy{operand<char *>(in, 0), operand<const char *>(in, 1), bytes,
            sized ? operand<int>(in, 2) : bytes};
  if (operand<uint64_t>(in, 0) % 16 || operand<uint64_t>(in, 1) % 16)
    fail("an asynchronous copy of 16 bytes that is not aligned");
  if (copiesAreLate())
    groups[currentThread()].back().push_back(copy);
  else
    copy();
}

void emulate_copy_commit(int, int, const uint64_t *, void *) {
  groups[currentThread()].emplace_back();
}

void emulate_copy_wait(int, int, const uint64_t *in, void *) {
  auto &own = groups[currentThread()];
  while (static_cast<int>(own.size()) - 1 > operand<int>(in, 0)) {
    for (const Copy &copy : own.front())
      copy();
    own.erase(own.begin());
  }
}

void emulate_mbarrier_init(int, int, const uint64_t *in, void *) {
  auto count = static_cast<uint16_t>(operand<uint32_t>(in, 1));
  *barrier(in) = {static_cast<int16_t>(count), count, 0, 0};
}

void emulate_mbarrier_arrive(int expects, int, const uint64_t *in, void *) {
  Barrier *b = barrier(in);
  if (expects)
    b->bytes += operand<int>(in, 1);
  --b->missing;
  b->settle();
}

void emulate_mbarrier_complete(int, int, const uint64_t *in, void *) {
  barrier(in)->bytes -= operand<int>(in, 1);
  barrier(in)->settle();
}

void emulate_mbarrier_test(int, int, const uint64_t *in, void *out) {
  give(out, 0, static_cast<int>(barrier(in)->phase != (operand<uint32_t>(in, 1) & 1)));
}

void emulate_mbarrier_wait(int, int, const uint64_t *in, void *) {
  Barrier *b = barrier(in);
  unsigned parity = operand<uint32_t>(in, 1) & 1;
  waitUntil([b, parity] { return b->phase != parity; });
}

// Operands: to, barrier, map, x, y.
void emulate_tensor_copy(int, int, const uint64_t *in, void *) {
  auto map = *operand<const TensorMap *>(in, 2);
  auto *to = operand<char *>(in, 0);
  Barrier *done = barrier(in, 1);
  int x = operand<int>(in, 3), y = operand<int>(in, 4);
  later([=] { copyBox(map, to, done, x, y); });
}

// Operands: from, map, x, y. At once: what waits for it has nothing to wait for.
void emulate_tensor_store(int, int, const uint64_t *in, void *) {
  forBox(*operand<const TensorMap *>(in, 1), operand<char *>(in, 0), operand<int>(in, 2),
         operand<int>(in, 3), [](const char *shared, char *element, uint32_t bytes) {
           if (element)
             memcpy(element, shared, bytes);
         });
}
}
