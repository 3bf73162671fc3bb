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
using Order = std::vector<int>;

class Packer {
public:
  explicit Packer(llvm::MutableArrayRef<ArenaBuffer> buffers)
      : buffers(buffers), rivals(buffers.size()), offsets(buffers.size()), best(buffers.size()),
        bound(peakBytes(buffers)) {
    for (size_t i = 0; i < buffers.size(); ++i)
      for (size_t j = 0; j < i; ++j)
        if (buffers[i].meets(buffers[j])) {
          rivals[i].push_back(j);
          rivals[j].push_back(i);
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
    using Key = double (*)(const ArenaBuffer &);
    auto length = [](const ArenaBuffer &b) { return double(b.to - b.from + 1); };
    Key keys[] = {
        [](const ArenaBuffer &b) { return double(b.bytes); },
        [](const ArenaBuffer &b) { return double(b.bytes) * double(b.to - b.from + 1); },
        length,
    };
    Order chosen;
    for (Key key : keys) {
      Order order(buffers.size());
      std::iota(order.begin(), order.end(), 0);
      llvm::sort(order, [&](int lhs, int rhs) { // of equals, the first first
        const ArenaBuffer &a = buffers[lhs], &b = buffers[rhs];
        return std::tuple(key(a), a.bytes, -lhs) > std::tuple(key(b), b.bytes, -rhs);
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
    auto from = llvm::find(order, moved);
    auto to = order.begin() + int64_t(random(from - order.begin() + 1));
    std::rotate(to, from, from + 1);
  }

  size_t random(size_t below) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (state >> 33) % below;
  }

  /// The arena's size with buffers placed in this order.
  int64_t place(const Order &order) {
    std::vector<char> placed(buffers.size(), 0);
    llvm::SmallVector<std::pair<int64_t, int64_t>> taken;
    int64_t total = 0;
    for (int index : order) {
      int64_t bytes = buffers[index].bytes;
      taken.clear();
      for (int rival : rivals[index])
        if (placed[rival] && buffers[rival].bytes)
          taken.push_back({offsets[rival], alignUp(offsets[rival] + buffers[rival].bytes)});
      work += int64_t(rivals[index].size() + 4 * taken.size()) + 1;
      llvm::sort(taken);
      int64_t offset = 0;
      for (auto [begin, end] : taken) {
        if (offset + bytes <= begin)
          break;
        offset = std::max(offset, end);
      }
      offsets[index] = offset;
      placed[index] = 1;
      total = std::max(total, alignUp(offset + bytes));
    }
    return total;
  }

  void keep(int64_t total) {
    best = offsets;
    bestTotal = total;
  }

  llvm::MutableArrayRef<ArenaBuffer> buffers;
  std::vector<llvm::SmallVector<int, 8>> rivals; // in use at the same time
  std::vector<int64_t> offsets, best;
  int64_t bestTotal = std::numeric_limits<int64_t>::max();
  int64_t bound, work = 0;
  uint64_t state = 1;
};
} // namespace

int64_t dlc::packArena(llvm::MutableArrayRef<ArenaBuffer> buffers) {
  return buffers.empty() ? 0 : Packer(buffers).run();
}
