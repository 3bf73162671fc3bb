// Where wgmma reads its operands by their descriptors, and where its sums are.
#include "numbers.h"
#include "probes.h"

#include <cmath>
#include <cstring>

namespace {

constexpr int M = 64, N = 128, Steps = 4, RowBytes = 128, StepBytes = RowBytes / Steps;
constexpr int Threads = 128, Sums = N / 2;
constexpr size_t ABytes = M * RowBytes, BBytes = N * RowBytes;
constexpr uint64_t Swizzle128 = 1ull << 62;

std::string text(const char *format, auto... values) {
  char line[400];
  snprintf(line, sizeof line, format, values...);
  return line;
}

// An operand of four steps along k, as TMA with the 128-byte swizzle would put it into shared
// memory.
struct Layout {
  Type type;   // F16, or F32 for tf32
  bool across; // rows of 128 bytes go along m or n; else along k
  int lines;   // m or n

  int elementBytes() const { return static_cast<int>(sizeOf(type)); }
  int stepDepth() const { return StepBytes / elementBytes(); }
  int depth() const { return Steps * stepDepth(); }
  // Before the swizzle.
  size_t linear(int line, int k) const {
    return across
               ? static_cast<size_t>(line / 64) * depth() * RowBytes + k * RowBytes + line % 64 * 2
               : static_cast<size_t>(line) * RowBytes + k * elementBytes();
  }
  size_t address(int line, int k) const {
    size_t at = linear(line, k);
    return at ^ ((at >> 7 & 7) << 4);
  }
  size_t bytes() const { return static_cast<size_t>(lines) * RowBytes; }
  size_t elements() const { return bytes() / elementBytes(); }
  // From one repetition to the next: 64 lines, and eight rows.
  uint32_t leading() const { return across ? depth() * RowBytes : 16; }
  uint32_t stride() const { return 1024; }
  uint32_t start(int step) const {
    return across ? step * stepDepth() * RowBytes : step * StepBytes;
  }
};

uint64_t descriptor(uint32_t leading, uint32_t stride) {
  return static_cast<uint64_t>(leading >> 4) << 16 | static_cast<uint64_t>(stride >> 4) << 32 |
         Swizzle128;
}

uint64_t descriptor(const Layout &layout) { return descriptor(layout.leading(), layout.stride()); }

// Memory of one operand for all blocks.
class Memory {
public:
  Memory(const Layout &layout, int blocks) : layout(layout), bytes(layout.bytes() * blocks) {}

  void set(int block, int line, int k, float value) {
    setAt(block, layout.address(line, k), value);
  }
  void setAt(int block, size_t address, float value) {
    encode(layout.type, bytes.data() + block * layout.bytes() + address, 0, value);
  }

  const Layout layout;
  std::vector<char> bytes;
};

struct Step {
  uint64_t a, b;
  int step;
};

// The sums of each block as a matrix, by the assumed layout of the accumulators.
std::vector<float> multiply(Probe &probe, const Memory &a, const Memory &b, Step step, int blocks) {
  Buffer aBuffer = probe.input(a.bytes), bBuffer = probe.input(b.bytes);
  Buffer d(probe.session.device, static_cast<size_t>(blocks) * M * N * sizeof(float));
  Arguments arguments;
  arguments.add(aBuffer.pointer);
  arguments.add(bBuffer.pointer);
  arguments.add(d.pointer);
  arguments.add(step.a);
  arguments.add(step.b);
  arguments.addWord(a.layout.start(step.step));
  arguments.addWord(b.layout.start(step.step));
  probe.run(arguments, blocks);
  std::vector<float> registers = probe.read<float>(d), matrix(registers.size());
  for (int block = 0; block < blocks; ++block)
    for (int thread = 0; thread < Threads; ++thread)
      for (int j = 0; j < Sums; ++j) {
        int row = thread / 32 * 16 + thread % 32 / 4 + 8 * (j / 2 % 2),
            column = j / 4 * 8 + thread % 4 * 2 + j % 2;
        matrix[(static_cast<size_t>(block) * M + row) * N + column] =
            registers[(static_cast<size_t>(block) * Threads + thread) * Sums + j];
      }
  return matrix;
}

int small(int i) { return (i * 7 + i / 5 * 3) % 9 - 4; }

// Small integers everywhere: the products are exact.
Tally tryProduct(Probe &probe, const Layout &aLayout, const Layout &bLayout, Step step) {
  Memory a(aLayout, 1), b(bLayout, 1);
  int depth = aLayout.stepDepth();
  for (int k = 0; k < aLayout.depth(); ++k) {
    for (int m = 0; m < M; ++m)
      a.set(0, m, k, static_cast<float>(small(m * 64 + k)));
    for (int n = 0; n < N; ++n)
      b.set(0, n, k, static_cast<float>(small(n * 31 + k * 17)));
  }
  std::vector<float> d = multiply(probe, a, b, step, 1);
  Tally tally;
  for (int m = 0; m < M; ++m)
    for (int n = 0; n < N; ++n) {
      int expected = 0;
      for (int k = step.step * depth; k < (step.step + 1) * depth; ++k)
        expected += small(m * 64 + k) * small(n * 31 + k * 17);
      float found = d[m * N + n];
      tally.add(found == static_cast<float>(expected),
                text("row %d, column %d: %g instead of %d", m, n, found, expected));
    }
  return tally;
}

// Finds of one operand from which address each element comes: the memory holds the digits of its
// own addresses, and of the other operand only one k is 1.
void probeAddresses(Probe &probe, const Layout &aLayout, const Layout &bLayout, Step step,
                    bool ofA) {
  constexpr int Base = 128;
  const Layout &layout = ofA ? aLayout : bLayout, &other = ofA ? bLayout : aLayout;
  const int depth = layout.stepDepth(), blocks = 2 * depth, size = layout.elementBytes();
  Memory mine(layout, blocks), theirs(other, blocks);
  for (int block = 0; block < blocks; ++block) {
    for (size_t i = 0; i < layout.elements(); ++i)
      mine.setAt(block, size * i, static_cast<float>(block % 2 ? i / Base : i % Base));
    for (int line = 0; line < other.lines; ++line)
      theirs.set(block, line, step.step * depth + block / 2, 1);
  }
  std::vector<float> d = multiply(probe, ofA ? mine : theirs, ofA ? theirs : mine, step, blocks);
  Tally tally;
  for (int line = 0; line < layout.lines; ++line)
    for (int k = 0; k < depth; ++k) {
      auto digit = [&](int block) {
        size_t at =
            static_cast<size_t>(block) * M * N + (ofA ? static_cast<size_t>(line) * N : line);
        return d[at];
      };
      double found = size * (digit(2 * k) + static_cast<double>(Base) * digit(2 * k + 1));
      size_t assumed = layout.address(line, step.step * depth + k);
      tally.add(found == static_cast<double>(assumed),
                text("%s %d, k %d: assumed at byte %zu, found at %g", ofA ? "row" : "column", line,
                     k, assumed, found));
    }
  probe.report(
      text("operand %s, rows along %s, step %d: every element is read where TMA's swizzle puts it "
           "(if the other operand's are)",
           ofA ? "A" : "B", layout.across ? (ofA ? "m" : "n") : "k", step.step),
      tally.right, tally.total, tally.found);
}

// Which lines of an operand each chunk of 16 bytes of its memory feeds. The other operand's memory
// is 1 everywhere, so its layout does not matter: the eight elements of one chunk are 2^0 to 2^7,
// all others 0.
void probeChunks(Probe &probe, const Layout &aLayout, const Layout &bLayout, Step step, bool ofA) {
  const Layout &layout = ofA ? aLayout : bLayout, &other = ofA ? bLayout : aLayout;
  const int chunks = static_cast<int>(layout.bytes() / 16), size = layout.elementBytes();
  Memory mine(layout, chunks), theirs(other, chunks);
  for (int block = 0; block < chunks; ++block) {
    for (int i = 0; i < 16 / size; ++i)
      mine.setAt(block, static_cast<size_t>(block) * 16 + size * i, std::ldexp(1.0f, i));
    for (size_t i = 0; i < other.elements(); ++i)
      theirs.setAt(block, size * i, 1);
  }
  // What each line is assumed to get of each chunk.
  std::vector<int> assumed(static_cast<size_t>(chunks) * layout.lines);
  for (int line = 0; line < layout.lines; ++line)
    for (int k = step.step * layout.stepDepth(); k < (step.step + 1) * layout.stepDepth(); ++k) {
      size_t at = layout.address(line, k);
      assumed[at / 16 * layout.lines + line] += 1 << at % 16 / size;
    }
  std::vector<float> d = multiply(probe, ofA ? mine : theirs, ofA ? theirs : mine, step, chunks);
  auto lines = [&](auto &&sumOf) {
    std::string list;
    for (int line = 0; line < layout.lines && list.size() < 60; ++line)
      if (double sum = sumOf(line))
        list += text(" %d:%g", line, sum);
    return list.empty() ? std::string(" none") : list;
  };
  Tally tally;
  for (int chunk = 0; chunk < chunks; ++chunk) {
    auto found = [&](int line) -> double {
      return d[static_cast<size_t>(chunk) * M * N + (ofA ? static_cast<size_t>(line) * N : line)];
    };
    auto expected = [&](int line) -> double {
      return assumed[static_cast<size_t>(chunk) * layout.lines + line];
    };
    bool same = true;
    for (int line = 0; line < layout.lines; ++line)
      same &= found(line) == expected(line);
    tally.add(same, text("bytes from %d: assumed to feed lines%s; feed%s (line:sum of 2^element)",
                         chunk * 16, lines(expected).c_str(), lines(found).c_str()));
  }
  probe.report(text("operand %s, rows along %s, step %d, whatever the other's layout: which lines "
                    "each chunk feeds",
                    ofA ? "A" : "B", layout.across ? (ofA ? "m" : "n") : "k", step.step),
               tally.right, tally.total, tally.found);
}

// If the assumed descriptors give wrong sums: which others give the right ones.
void tryOthers(Probe &probe, const Layout &a, const Layout &b, Tally &tally) {
  struct Meaning {
    const char *name;
    uint64_t (*of)(const Layout &);
  };
  const Meaning meanings[] = {
      {"as assumed", [](const Layout &l) { return descriptor(l); }},
      {"with leading and stride exchanged",
       [](const Layout &l) { return descriptor(l.stride(), l.leading()); }},
      {"with a leading offset of 0", [](const Layout &l) { return descriptor(0, l.stride()); }},
      {"with a leading offset of 16 bytes",
       [](const Layout &l) { return descriptor(16, l.stride()); }},
      {"with both offsets of eight rows",
       [](const Layout &l) { return descriptor(l.stride(), l.stride()); }},
  };
  for (const Meaning &ofA : meanings)
    for (const Meaning &ofB : meanings) {
      Tally other = tryProduct(probe, a, b, {ofA.of(a), ofB.of(b), 0});
      if (other.right == other.total)
        tally.found.push_back(text("right with A's descriptor %s and B's %s", ofA.name, ofB.name));
    }
}

} // namespace

void probeWgmma(Probe &probe, const std::string &type, bool aAcross, bool bAcross) {
  Layout a{typeNamed(type), aAcross, M}, b{typeNamed(type), bAcross, N};
  Tally all;
  for (int step = 0; step < Steps; ++step) {
    Tally tally = tryProduct(probe, a, b, {descriptor(a), descriptor(b), step});
    all.right += tally.right;
    all.total += tally.total;
    if (tally.found.size() > 2)
      tally.found.resize(2);
    for (const std::string &line : tally.found)
      all.found.push_back(text("step %d, ", step) + line);
    if (step == 0 && tally.right != tally.total)
      tryOthers(probe, a, b, all);
  }
  probe.report(
      text("%s, A's rows along %s, B's along %s, 128-byte swizzle: descriptors, steps along "
           "k, accumulators",
           type.c_str(), aAcross ? "m" : "k", bAcross ? "n" : "k"),
      all.right, all.total, all.found);
  for (int step : {0, 3})
    for (bool ofA : {true, false})
      probeAddresses(probe, a, b, {descriptor(a), descriptor(b), step}, ofA);
  if (all.right != all.total)
    for (bool ofA : {true, false})
      probeChunks(probe, a, b, {descriptor(a), descriptor(b), 0}, ofA);
}

void probeWgmmaRegisters(Probe &probe) {
  constexpr int Slots = Threads * 4 * 2, Columns = 8;
  Layout layout{Type::F16, false, Columns};
  Memory b(layout, Slots);
  std::vector<uint32_t> a(static_cast<size_t>(Slots) * Threads * 4);
  for (int slot = 0; slot < Slots; ++slot) {
    a[static_cast<size_t>(slot) * Threads * 4 + slot / 2] = static_cast<uint32_t>(halfBits(1))
                                                            << (16 * (slot % 2));
    for (int n = 0; n < Columns; ++n)
      for (int k = 0; k < layout.stepDepth(); ++k)
        b.set(slot, n, k, std::ldexp(1.0f, k));
  }
  Buffer aBuffer = probe.input(a), bBuffer = probe.input(b.bytes);
  Buffer d(probe.session.device, a.size() * sizeof(float));
  Arguments arguments;
  for (const Buffer *buffer : {&aBuffer, &bBuffer, &d})
    arguments.add(buffer->pointer);
  probe.run(arguments, Slots);
  std::vector<float> sums = probe.read<float>(d);
  Tally tally;
  for (int slot = 0; slot < Slots; ++slot) {
    int thread = slot / 8, reg = slot / 2 % 4, half = slot % 2;
    int row = thread / 32 * 16 + thread % 32 / 4 + 8 * (reg % 2),
        k = thread % 4 * 2 + half + 8 * (reg / 2);
    // Its row's sums are 2^k, all others 0.
    int wrong = 0, foundRow = -1, foundK = -1;
    for (int t = 0; t < Threads; ++t)
      for (int j = 0; j < 4; ++j) {
        int here = t / 32 * 16 + t % 32 / 4 + 8 * (j / 2);
        float value = sums[(static_cast<size_t>(slot) * Threads + t) * 4 + j];
        wrong += value != (here == row ? std::ldexp(1.0f, k) : 0);
        if (value != 0) {
          foundRow = here;
          foundK = std::ilogb(value);
        }
      }
    tally.add(!wrong,
              text("thread %d, register %d, half %d: assumed row %d, k %d; found row %d, k %d",
                   thread, reg, half, row, k, foundRow, foundK));
  }
  probe.report("operand A in registers: each warp has 16 rows, laid out as for mma.sync m16n8k16",
               tally.right, tally.total, tally.found);
}
