// Which lane's which register holds which element: mma.sync, ldmatrix, tf32.
#include "numbers.h"
#include "probes.h"

#include <bit>
#include <cmath>

namespace {

constexpr int Lanes = 32, Rows = 16, Columns = 8;

std::string text(const char *format, auto... values) {
  char line[200];
  snprintf(line, sizeof line, format, values...);
  return line;
}

// A part of a register: all of it for tf32, else one of two halves.
struct Slot {
  int lane, reg, half;
};

// The assumed layouts of m16n8k16, and of m16n8k8 for tf32.
class Layout {
public:
  explicit Layout(const std::string &type)
      : type(type), tf32(type == "tf32"), halves(tf32 ? 1 : 2) {}

  int aRow(Slot s) const { return s.lane / 4 + 8 * (s.reg % 2); }
  int aDepth(Slot s) const {
    return tf32 ? s.lane % 4 + 4 * (s.reg / 2) : s.lane % 4 * 2 + s.half + 8 * (s.reg / 2);
  }
  int bColumn(Slot s) const { return s.lane / 4; }
  int bDepth(Slot s) const {
    return tf32 ? s.lane % 4 + 4 * s.reg : s.lane % 4 * 2 + s.half + 8 * s.reg;
  }
  static int dRow(int lane, int reg) { return lane / 4 + 8 * (reg / 2); }
  static int dColumn(int lane, int reg) { return lane % 4 * 2 + reg % 2; }

  uint32_t bits(float value) const {
    return tf32            ? std::bit_cast<uint32_t>(value)
           : type == "f16" ? halfBits(value)
                           : bfloatBits(value);
  }
  // 2^depth in every slot of an operand, or 1.
  uint32_t filled(int lane, int reg, bool ofA, bool powers) const {
    uint32_t word = 0;
    for (int half = 0; half < halves; ++half) {
      Slot s{lane, reg, half};
      int depth = ofA ? aDepth(s) : bDepth(s);
      word |= bits(powers ? std::ldexp(1.0f, depth) : 1) << (16 * half);
    }
    return word;
  }
  std::vector<Slot> slots(int registers) const {
    std::vector<Slot> all;
    for (int lane = 0; lane < Lanes; ++lane)
      for (int reg = 0; reg < registers; ++reg)
        for (int half = 0; half < halves; ++half)
          all.push_back({lane, reg, half});
    return all;
  }

  const std::string type;
  const bool tf32;
  const int halves;
};

// All registers of some experiments, a block each.
struct Experiments {
  explicit Experiments(size_t count)
      : a(count * Lanes * 4), b(count * Lanes * 2), c(count * Lanes * 4),
        count(static_cast<int>(count)) {}

  std::vector<float> run(Probe &probe) const {
    Buffer aBuffer = probe.input(a), bBuffer = probe.input(b), cBuffer = probe.input(c);
    Buffer d(probe.session.device, c.size() * sizeof(float));
    Arguments arguments;
    for (const Buffer *buffer : {&aBuffer, &bBuffer, &cBuffer, &d})
      arguments.add(buffer->pointer);
    probe.run(arguments, count);
    return probe.read<float>(d);
  }

  std::vector<uint32_t> a, b;
  std::vector<float> c;
  int count;
};

// Where the sums of one experiment are not zero: one row or column, everywhere the same power of
// two.
struct Found {
  int line = -1, depth = -1;

  Found(const float *d, bool rows) {
    float value = 0;
    int count = 0;
    for (int lane = 0; lane < Lanes; ++lane)
      for (int reg = 0; reg < 4; ++reg) {
        float x = d[lane * 4 + reg];
        if (x == 0)
          continue;
        int here = rows ? Layout::dRow(lane, reg) : Layout::dColumn(lane, reg);
        if ((count && (here != line || x != value)) || !(x > 0)) {
          line = -1;
          return;
        }
        line = here;
        value = x;
        ++count;
      }
    if (count != (rows ? Columns : Rows))
      line = -1;
    else
      depth = std::ilogb(value);
  }
};

// One slot of an operand is 1, in each experiment another one. The other operand is 1 everywhere,
// which shows the slot's row or column whatever the other's layout is, or 2^k, which shows its k.
std::vector<Found> findSlots(Probe &probe, const Layout &layout, const std::vector<Slot> &slots,
                             bool ofA, bool powers) {
  int registers = ofA ? 4 : 2, others = ofA ? 2 : 4;
  Experiments e(slots.size());
  auto &one = ofA ? e.a : e.b, &all = ofA ? e.b : e.a;
  for (size_t i = 0; i < slots.size(); ++i) {
    for (int lane = 0; lane < Lanes; ++lane)
      for (int reg = 0; reg < others; ++reg)
        all[(i * Lanes + lane) * others + reg] = layout.filled(lane, reg, !ofA, powers);
    one[(i * Lanes + slots[i].lane) * registers + slots[i].reg] = layout.bits(1)
                                                                  << (16 * slots[i].half);
  }
  std::vector<float> d = e.run(probe);
  std::vector<Found> found;
  for (size_t i = 0; i < slots.size(); ++i)
    found.emplace_back(d.data() + i * Lanes * 4, ofA);
  return found;
}

void probeOperand(Probe &probe, const Layout &layout, bool ofA) {
  std::vector<Slot> slots = layout.slots(ofA ? 4 : 2);
  std::vector<Found> lines = findSlots(probe, layout, slots, ofA, false);
  std::vector<Found> depths = findSlots(probe, layout, slots, ofA, true);
  const char *what = ofA ? "row" : "column";
  Tally inLine, atDepth;
  for (size_t i = 0; i < slots.size(); ++i) {
    Slot s = slots[i];
    int line = ofA ? layout.aRow(s) : layout.bColumn(s),
        depth = ofA ? layout.aDepth(s) : layout.bDepth(s);
    std::string at = text("lane %d, register %d, half %d: ", s.lane, s.reg, s.half);
    inLine.add(lines[i].line == line,
               at + (lines[i].line < 0
                         ? text("assumed %s %d; its products are in no single %s", what, line, what)
                         : text("assumed %s %d, found %s %d", what, line, what, lines[i].line)));
    atDepth.add(depths[i].depth == depth,
                at + (depths[i].line < 0
                          ? text("assumed k %d; meets several k of the other operand", depth)
                          : text("assumed k %d, found k %d", depth, depths[i].depth)));
  }
  std::string operand = ofA ? "operand A: " : "operand B: ";
  probe.report(operand + (ofA ? "register r of lane l is in row l/4 + 8 (r mod 2)"
                              : "register r of lane l is in column l/4"),
               inLine.right, inLine.total, inLine.found);
  std::string k = layout.tf32 ? "k = l mod 4 + 4 " : "k = 2 (l mod 4) + half + 8 ";
  probe.report(operand + k + (ofA ? "(r/2), if B is as assumed" : "r, if A is as assumed"),
               atDepth.right, atDepth.total, atDepth.found);
}

} // namespace

void probeMma(Probe &probe, const std::string &type) {
  Layout layout(type);
  probeOperand(probe, layout, true);
  probeOperand(probe, layout, false);
  Experiments e(1);
  for (size_t i = 0; i < e.c.size(); ++i)
    e.c[i] = static_cast<float>(i + 1);
  std::vector<float> d = e.run(probe);
  Tally tally;
  for (size_t i = 0; i < d.size(); ++i)
    tally.add(d[i] == e.c[i],
              text("lane %zu, register %zu: %g came back as %g", i / 4, i % 4, e.c[i], d[i]));
  probe.report("operands C and D: register r of lane l is the same element in both", tally.right,
               tally.total, tally.found);
}

namespace {

// Numbers between two tf32 numbers: below, at and above the middle, even and odd, of both signs.
std::vector<uint32_t> betweenTf32() {
  std::vector<uint32_t> list;
  for (uint32_t high : {0x3f800000u, 0x3f802000u, 0x40490000u, 0x7f000000u, 0x00802000u})
    for (uint32_t low : {0x0000u, 0x0001u, 0x0fffu, 0x1000u, 0x1001u, 0x1fffu})
      for (uint32_t sign : {0u, 0x80000000u})
        list.push_back(sign | high | low);
  return list;
}

struct Rounding {
  const char *name;
  uint32_t (*of)(uint32_t);
};

constexpr uint32_t KeptBits = 0xffffe000u;
const Rounding Roundings[] = {
    {"the low 13 bits are cut off", [](uint32_t x) { return x & KeptBits; }},
    {"to nearest, halves away from zero", [](uint32_t x) { return (x + 0x1000u) & KeptBits; }},
    {"to nearest, halves to even",
     [](uint32_t x) { return (x + 0xfffu + (x >> 13 & 1)) & KeptBits; }},
    {"nothing is rounded", [](uint32_t x) { return x; }},
};

void reportRounding(Probe &probe, const char *what, size_t assumed, const std::vector<uint32_t> &in,
                    const std::vector<uint32_t> &out) {
  Tally tally;
  for (size_t i = 0; i < in.size(); ++i)
    tally.add(out[i] == Roundings[assumed].of(in[i]),
              text("%08x became %08x, not %08x", in[i], out[i], Roundings[assumed].of(in[i])));
  for (const Rounding &other : Roundings) {
    size_t same = 0;
    for (size_t i = 0; i < in.size(); ++i)
      same += out[i] == other.of(in[i]);
    if (same == in.size() && tally.right != tally.total)
      tally.found.insert(tally.found.begin(), std::string("found in all cases: ") + other.name);
  }
  probe.report(std::string(what) + Roundings[assumed].name, tally.right, tally.total, tally.found);
}

} // namespace

void probeTf32Operands(Probe &probe) {
  std::vector<uint32_t> in = betweenTf32();
  Experiments e(in.size());
  std::fill(e.a.begin(), e.a.end(), std::bit_cast<uint32_t>(1.0f));
  for (size_t i = 0; i < in.size(); ++i)
    e.b[i * Lanes * 2] =
        in[i]; // one element of B: its column's sums are that element, whatever the layout
  std::vector<float> d = e.run(probe);
  std::vector<uint32_t> out;
  for (size_t i = 0; i < in.size(); ++i) {
    float seen = 0;
    for (size_t j = 0; j < Lanes * 4; ++j)
      if (d[i * Lanes * 4 + j] != 0)
        seen = d[i * Lanes * 4 + j];
    out.push_back(std::bit_cast<uint32_t>(seen));
  }
  reportRounding(probe, "an f32 as operand of tf32: ", 0, in, out);
}

void probeTf32Rounding(Probe &probe) {
  std::vector<uint32_t> in = betweenTf32();
  in.resize((in.size() + Lanes - 1) / Lanes * Lanes, 0x3f800001u);
  Buffer from = probe.input(in), to(probe.session.device, in.size() * sizeof(uint32_t));
  Arguments arguments;
  arguments.add(from.pointer);
  arguments.add(to.pointer);
  probe.run(arguments, static_cast<int>(in.size() / Lanes));
  reportRounding(probe, "cvt.rna.tf32.f32: ", 1, in, probe.read<uint32_t>(to));
}

void probeLdmatrix(Probe &probe, bool transposed) {
  std::vector<uint16_t> in(256);
  for (size_t i = 0; i < in.size(); ++i)
    in[i] = static_cast<uint16_t>(i);
  Buffer from = probe.input(in), to(probe.session.device, Lanes * 4 * sizeof(uint32_t));
  Arguments arguments;
  arguments.add(from.pointer);
  arguments.add(to.pointer);
  probe.run(arguments);
  std::vector<uint16_t> out = probe.read<uint16_t>(to);
  Tally tally;
  for (int lane = 0; lane < Lanes; ++lane)
    for (int tile = 0; tile < 4; ++tile)
      for (int half = 0; half < 2; ++half) {
        int row = lane / 4, column = lane % 4 * 2 + half;
        if (transposed)
          std::swap(row, column);
        int found = out[(lane * 4 + tile) * 2 + half];
        tally.add(found == tile * 64 + row * 8 + column,
                  text("lane %d, register %d, half %d: assumed tile %d, row %d, column %d; found "
                       "tile %d, row %d, "
                       "column %d",
                       lane, tile, half, tile, row, column, found / 64, found / 8 % 8, found % 8));
      }
  probe.report(
      transposed
          ? "ldmatrix.trans: register r of lane l holds column l/4, rows 2 (l mod 4) and + 1, of "
            "tile r"
          : "ldmatrix: register r of lane l holds row l/4, columns 2 (l mod 4) and + 1, of tile r, "
            "whose rows lanes 8 r to 8 r + 7 point at",
      tally.right, tally.total, tally.found);
}

void probeStmatrix(Probe &probe, bool transposed) {
  // A register's half holds its own number.
  std::vector<uint16_t> in(Lanes * 4 * 2);
  for (size_t i = 0; i < in.size(); ++i)
    in[i] = static_cast<uint16_t>(i);
  Buffer from = probe.input(in), to(probe.session.device, 512);
  Arguments arguments;
  arguments.add(from.pointer);
  arguments.add(to.pointer);
  probe.run(arguments);
  std::vector<uint16_t> out = probe.read<uint16_t>(to);
  Tally tally;
  for (int i = 0; i < 256; ++i) {
    int tile = i / 64, row = i / 8 % 8, column = i % 8;
    if (transposed)
      std::swap(row, column);
    int lane = row * 4 + column / 2, half = column % 2, found = out[i];
    tally.add(
        found == (lane * 4 + tile) * 2 + half,
        text("tile %d, row %d, column %d: assumed lane %d, register %d, half %d; found lane %d, "
             "register %d, half %d",
             tile, i / 8 % 8, i % 8, lane, tile, half, found / 8, found / 2 % 4, found % 2));
  }
  probe.report(transposed ? "stmatrix.trans: ldmatrix.trans backwards"
                          : "stmatrix: ldmatrix backwards",
               tally.right, tally.total, tally.found);
}
