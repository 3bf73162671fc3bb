// What asynchronous copies and their barriers do: cp.async, mbarrier, TMA.
#include "probes.h"

#include <algorithm>
#include <cstring>

namespace {

std::string text(const char *format, auto... values) {
  char line[200];
  snprintf(line, sizeof line, format, values...);
  return line;
}

} // namespace

void probeCopyGroups(Probe &probe) {
  constexpr int Blocks = 256, Copies = 5, Threads = 64, Words = 4;
  std::vector<uint32_t> in(static_cast<size_t>(Blocks) * Copies * Threads * Words);
  for (size_t i = 0; i < in.size(); ++i)
    in[i] = static_cast<uint32_t>(i);
  Buffer from = probe.input(in), to(probe.session.device, in.size() * sizeof(uint32_t));
  Arguments arguments;
  arguments.add(from.pointer);
  arguments.add(to.pointer);
  probe.run(arguments, Blocks);
  std::vector<uint32_t> out = probe.read<uint32_t>(to);
  const char *assumptions[] = {
      "wait_group 2 of four groups waits for the first two", "wait_group 0 waits for all groups",
      "empty groups count: wait_group 2 after one group and two empty ones waits for it"};
  Tally tallies[3];
  for (size_t i = 0; i < in.size(); i += Words) {
    size_t copy = i / (Threads * Words) % Copies, thread = i / Words % Threads;
    tallies[copy / 2].add(
        out[i] == in[i],
        text("group %zu, thread %zu of block %zu: %s", copy, thread, i / (Copies * Threads * Words),
             out[i] == ~0u ? "has not landed when it was read" : "is not what was copied"));
  }
  for (int i = 0; i < 3; ++i)
    probe.report(assumptions[i], tallies[i].right, tallies[i].total, tallies[i].found);
}

void probeCopyFill(Probe &probe) {
  std::vector<uint8_t> in(512, 0x5a);
  Buffer from = probe.input(in), to(probe.session.device, in.size());
  Arguments arguments;
  arguments.add(from.pointer);
  arguments.add(to.pointer);
  probe.run(arguments);
  std::vector<uint8_t> out = probe.read<uint8_t>(to);
  Tally tally;
  for (size_t thread = 0; thread < 32; ++thread) {
    size_t valid = thread % 17, copied = 0, zeros = 0;
    while (copied < 16 && out[thread * 16 + copied] == 0x5a)
      ++copied;
    while (copied + zeros < 16 && out[thread * 16 + copied + zeros] == 0)
      ++zeros;
    tally.add(copied == valid && copied + zeros == 16,
              text("%zu bytes of 16: found %zu copied, then %zu zeros", valid, copied, zeros));
  }
  probe.report("cp.async of n bytes of 16 fills the others with zeros", tally.right, tally.total,
               tally.found);
}

void probeMbarrier(Probe &probe) {
  struct Question {
    uint32_t answer;
    const char *text;
  };
  const Question questions[] = {
      {1, "a new barrier: the phase of parity 1 is complete"},
      {0, "a new barrier: that of parity 0 is not"},
      {1, "after its one arrival: that of parity 0 is"},
      {0, "after its one arrival: that of parity 1 is not any more"},
      {1, "after another arrival: that of parity 1 is"},
      {0, "after another arrival: that of parity 0 is not any more"},
      {0, "two arrivals, after one of them: not complete"},
      {1, "two arrivals, after both: complete"},
      {0, "arrive.expect_tx of 64 bytes: not complete"},
      {0, "after 48 of 64 bytes: not complete"},
      {1, "after all 64 bytes: complete"},
      {0, "after all 64 bytes: a new phase"},
  };
  Buffer out(probe.session.device, sizeof(uint32_t) * std::size(questions));
  Arguments arguments;
  arguments.add(out.pointer);
  probe.run(arguments);
  std::vector<uint32_t> answers = probe.read<uint32_t>(out);
  for (size_t i = 0; i < std::size(questions); ++i)
    probe.report(questions[i].text, answers[i] == questions[i].answer, 1,
                 answers[i] == questions[i].answer
                     ? std::vector<std::string>{}
                     : std::vector{text("test_wait gave %u", answers[i])});
}

namespace {

constexpr int TensorRows = 40, TensorColumns = 128, BoxRows = 16, BoxColumns = 64,
              ChunkElements = 8;

// What a chunk of 16 bytes holds: eight elements of one row of the tensor, nothing but zeros, or a
// mixture.
std::string chunkText(const uint16_t *elements) {
  bool zeros = true, row = elements[0] != 0;
  for (int i = 0; i < ChunkElements; ++i) {
    zeros &= elements[i] == 0;
    row &= elements[i] == elements[0] + i;
  }
  int first = elements[0] - 1;
  return zeros ? "zeros"
         : row ? text("row %d, columns from %d", first / TensorColumns, first % TensorColumns)
               : text("a mixture that begins with %d", first);
}

void probeBox(Probe &probe, bool swizzled, int x, int y, const char *assumption) {
  std::vector<uint16_t> tensor(static_cast<size_t>(TensorRows) * TensorColumns);
  for (size_t i = 0; i < tensor.size(); ++i)
    tensor[i] = static_cast<uint16_t>(i + 1);
  Device &device = probe.session.device;
  Buffer from = probe.input(tensor), to(device, BoxRows * BoxColumns * sizeof(uint16_t));
  Arguments arguments;
  arguments.add(tensorMap(device, cuda::MapUInt16, from.pointer, TensorRows, TensorColumns, BoxRows,
                          BoxColumns, swizzled ? cuda::MapSwizzle128 : cuda::MapNoSwizzle));
  arguments.addWord(static_cast<uint32_t>(x));
  arguments.addWord(static_cast<uint32_t>(y));
  arguments.add(to.pointer);
  probe.run(arguments);
  std::vector<uint16_t> out = probe.read<uint16_t>(to);
  Tally tally;
  for (int row = 0; row < BoxRows; ++row)
    for (int chunk = 0; chunk < BoxColumns / ChunkElements; ++chunk) {
      uint16_t expected[ChunkElements];
      for (int i = 0; i < ChunkElements; ++i) {
        int fromRow = y + row, fromColumn = x + chunk * ChunkElements + i;
        bool inside =
            fromRow >= 0 && fromRow < TensorRows && fromColumn >= 0 && fromColumn < TensorColumns;
        expected[i] =
            inside ? tensor[static_cast<size_t>(fromRow) * TensorColumns + fromColumn] : 0;
      }
      int at = row * BoxColumns / ChunkElements + (swizzled ? chunk ^ (row % 8) : chunk);
      const uint16_t *found = out.data() + static_cast<size_t>(at) * ChunkElements;
      tally.add(!memcmp(found, expected, sizeof expected),
                text("bytes %d to %d of shared memory: assumed %s; found %s", at * 16, at * 16 + 15,
                     chunkText(expected).c_str(), chunkText(found).c_str()));
    }
  probe.report(assumption, tally.right, tally.total, tally.found);
}

} // namespace

void probeTma(Probe &probe) {
  probeBox(probe, false, 0, 0,
           "a box lies row by row; the barrier completes when all of it has landed");
  probeBox(probe, false, 64, 8, "the first coordinate is the column, the second the row");
  probeBox(probe, true, 0, 0, "128-byte swizzle: chunk c of row r lies at chunk c xor (r mod 8)");
  probeBox(probe, true, 96, 32,
           "what is outside of the tensor is zeros (and counts as bytes), behind its ends");
  probeBox(probe, true, -8, -4,
           "what is outside of the tensor is zeros (and counts as bytes), before its beginnings");
}

void probeTmaStore(Probe &probe) {
  struct Place {
    int x, y;
    const char *assumption;
  };
  const Place places[] = {
      {64, 8,
       "a stored box is read through the swizzle and lands at its coordinates, nowhere else"},
      {96, 32, "of a stored box what is outside of the tensor is left out"}};
  for (const Place &place : places) {
    std::vector<uint16_t> tensor(static_cast<size_t>(TensorRows) * TensorColumns, 0xffff);
    std::vector<uint16_t> box(BoxRows * BoxColumns);
    for (size_t i = 0; i < box.size(); ++i)
      box[i] = static_cast<uint16_t>(i + 1);
    Device &device = probe.session.device;
    Buffer to = probe.input(tensor), from = probe.input(box);
    Arguments arguments;
    arguments.add(tensorMap(device, cuda::MapUInt16, to.pointer, TensorRows, TensorColumns, BoxRows,
                            BoxColumns, cuda::MapSwizzle128));
    arguments.addWord(static_cast<uint32_t>(place.x));
    arguments.addWord(static_cast<uint32_t>(place.y));
    arguments.add(from.pointer);
    probe.run(arguments);
    std::vector<uint16_t> out = probe.read<uint16_t>(to);
    Tally tally;
    for (int row = 0; row < TensorRows; ++row)
      for (int column = 0; column < TensorColumns; ++column) {
        int r = row - place.y, c = column - place.x;
        int expected = 0xffff;
        if (r >= 0 && r < BoxRows && c >= 0 && c < BoxColumns)
          expected = r * BoxColumns + ((c / ChunkElements) ^ (r % 8)) * ChunkElements +
                     c % ChunkElements + 1;
        int found = out[static_cast<size_t>(row) * TensorColumns + column];
        tally.add(found == expected,
                  text("row %d, column %d: assumed element %d of the box, found %d", row, column,
                       expected - 1, found - 1));
      }
    probe.report(place.assumption, tally.right, tally.total, tally.found);
  }
}
