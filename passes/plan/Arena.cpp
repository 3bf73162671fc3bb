//===- Arena.cpp - interval packing -----------------------------------------------===//
// Buffers are placed one after the other, each in the lowest gap that fits between those that are
// in use at the same time; all depends on the order. A few orders are tried (the largest first, the
// largest area of bytes and moments, the longest use), then the best of them is improved step by
// step: a buffer that ends where the arena does, or a rival of one, is placed earlier. It ends when
// the arena is as small as its fullest moment, or after some work, which is counted and not timed:
// the same buffers always get the same places.
//===--------------------------------------------------------------------------===//
#include "passes/plan/Arena.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <limits>
#include <numeric>

using namespace dlc;

std::vector<int64_t> dlc::liveBytes(llvm::ArrayRef<ArenaBuffer> buffers) {
  int64_t last = 0;
  for (const ArenaBuffer &buffer : buffers)
    last = std::max(last, buffer.to);
  std::vector<int64_t> live(last + 2, 0); // differences first, then their sums
  for (const ArenaBuffer &buffer : buffers) {
    live[buffer.from] += alignUp(buffer.bytes);
    live[buffer.to + 1] -= alignUp(buffer.bytes);
  }
  for (int64_t moment = 0; moment <= last; ++moment)
    live[moment + 1] += live[moment];
  live.pop_back();
  return live;
}

int64_t dlc::peakBytes(llvm::ArrayRef<ArenaBuffer> buffers) {
  std::vector<int64_t> live = liveBytes(buffers);
  return *std::max_element(live.begin(), live.end());
}

namespace {
using Order = std::vector<int>; // of units: a buffer, or a table of them

class Packer {
public:
  explicit Packer(llvm::MutableArrayRef<ArenaBuffer> buffers)
      : buffers(buffers), rivals(buffers.size()), offsets(buffers.size()), best(buffers.size()),
        bound(peakBytes(buffers)) {
    std::vector<int> unitOfTable;
    for (size_t i = 0; i < buffers.size(); ++i) {
      int table = buffers[i].table;
      if (table >= 0 && size_t(table) >= unitOfTable.size())
        unitOfTable.resize(table + 1, -1);
      unitOf.push_back(table < 0 || unitOfTable[table] < 0 ? int(units.size())
                                                           : unitOfTable[table]);
      if (table >= 0)
        unitOfTable[table] = unitOf[i];
      units.resize(std::max(units.size(), size_t(unitOf[i]) + 1));
      units[unitOf[i]].push_back(i);
      for (size_t j = 0; j < i; ++j)
        if (buffers[i].meets(buffers[j]) && unitOf[i] != unitOf[j]) {
          rivals[i].push_back(j);
          rivals[j].push_back(i);
        }
    }
  }

  int64_t run() {
    Order order = bestOrder();
    improve(order);
    for (size_t i = 0; i < buffers.size(); ++i)
      buffers[i].offset = best[i];
    return bestTotal;
  }

private:
  Order bestOrder() {
    using Key = double (*)(double bytes, double moments);
    Key keys[] = {
        [](double bytes, double) { return bytes; },
        [](double bytes, double moments) { return bytes * moments; },
        [](double, double moments) { return moments; },
    };
    std::vector<double> bytes(units.size(), 0), moments(units.size(), 0);
    for (size_t i = 0; i < buffers.size(); ++i) {
      double length = double(buffers[i].to - buffers[i].from + 1);
      bytes[unitOf[i]] += double(buffers[i].bytes);
      moments[unitOf[i]] = std::max(moments[unitOf[i]], length);
    }
    Order chosen;
    for (Key key : keys) {
      Order order(units.size());
      std::iota(order.begin(), order.end(), 0);
      llvm::sort(order, [&](int lhs, int rhs) { // of equals, the first first
        return std::tuple(key(bytes[lhs], moments[lhs]), bytes[lhs], -lhs) >
               std::tuple(key(bytes[rhs], moments[rhs]), bytes[rhs], -rhs);
      });
      if (int64_t total = place(order); total < bestTotal) {
        keep(total);
        chosen = order;
      }
    }
    return chosen;
  }

  /// Walks downhill and along level ground, from one order to the next.
  void improve(Order current) {
    constexpr int64_t enough = 20'000'000; // looks at a rival: a tenth of a second
    int64_t currentTotal = bestTotal;
    std::vector<int> last = reaching(bestTotal, best);
    for (uint64_t round = 1; bestTotal > bound && work < enough; ++round) {
      Order next = current;
      moveUp(next, last, round);
      int64_t total = place(next);
      if (total > currentTotal)
        continue;
      current = next;
      currentTotal = total;
      last = reaching(total, offsets);
      if (total < bestTotal)
        keep(total);
    }
  }

  /// The buffers that end where the arena does.
  std::vector<int> reaching(int64_t total, const std::vector<int64_t> &at) const {
    std::vector<int> last;
    for (size_t i = 0; i < buffers.size(); ++i)
      if (alignUp(at[i] + buffers[i].bytes) == total)
        last.push_back(i);
    return last;
  }

  /// One of `last`, or a rival of one, moves to some place before its own.
  void moveUp(Order &order, const std::vector<int> &last, uint64_t round) {
    int moved = last[random(last.size())];
    if (round % 2 && !rivals[moved].empty())
      moved = rivals[moved][random(rivals[moved].size())];
    auto from = llvm::find(order, unitOf[moved]);
    auto to = order.begin() + int64_t(random(from - order.begin() + 1));
    std::rotate(to, from, from + 1);
  }

  size_t random(size_t below) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (state >> 33) % below;
  }

  /// The arena's size with units placed in this order.
  int64_t place(const Order &order) {
    placed.assign(buffers.size(), 0);
    int64_t total = 0;
    for (int unit : order) {
      if (units[unit].size() == 1)
        placeBuffer(units[unit].front());
      else
        placeTable(units[unit]);
      for (int buffer : units[unit]) {
        placed[buffer] = 1;
        total = std::max(total, alignUp(offsets[buffer] + buffers[buffer].bytes));
      }
    }
    return total;
  }

  void placeBuffer(int index) {
    taken.clear();
    for (int rival : rivals[index])
      if (placed[rival] && buffers[rival].bytes)
        taken.push_back({offsets[rival], alignUp(offsets[rival] + buffers[rival].bytes)});
    work += int64_t(rivals[index].size() + 4 * taken.size()) + 1;
    llvm::sort(taken);
    int64_t offset = 0;
    for (auto [begin, end] : taken) {
      if (offset + buffers[index].bytes <= begin)
        break;
      offset = std::max(offset, end);
    }
    offsets[index] = offset;
  }

  /// Where no buffer of the table meets another: from the bottom up, until none moves it on.
  void placeTable(const std::vector<int> &table) {
    int64_t base = 0;
    for (bool moved = true; moved;) {
      moved = false;
      for (int index : table) {
        work += int64_t(rivals[index].size()) + 1;
        for (int rival : rivals[index]) {
          if (!placed[rival])
            continue;
          int64_t at = base + buffers[index].distance;
          int64_t end = alignUp(offsets[rival] + buffers[rival].bytes);
          if (at < end && offsets[rival] < at + buffers[index].bytes) {
            base = end - buffers[index].distance;
            moved = true;
          }
        }
      }
    }
    for (int index : table)
      offsets[index] = base + buffers[index].distance;
  }

  void keep(int64_t total) {
    best = offsets;
    bestTotal = total;
  }

  llvm::MutableArrayRef<ArenaBuffer> buffers;
  std::vector<llvm::SmallVector<int, 8>> rivals; // in use at the same time
  std::vector<std::vector<int>> units;
  std::vector<int> unitOf; // of a buffer
  std::vector<int64_t> offsets, best;
  std::vector<char> placed;
  llvm::SmallVector<std::pair<int64_t, int64_t>> taken;
  int64_t bestTotal = std::numeric_limits<int64_t>::max();
  int64_t bound, work = 0;
  uint64_t state = 1;
};
} // namespace

int64_t dlc::packArena(llvm::MutableArrayRef<ArenaBuffer> buffers) {
  return buffers.empty() ? 0 : Packer(buffers).run();
}
