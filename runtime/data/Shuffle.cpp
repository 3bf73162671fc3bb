//===- Shuffle.cpp - the order of an epoch -----------------------------*- C++ -*-===//
//
// Fisher-Yates. std::shuffle and std::uniform_int_distribution differ between libraries, so
// neither is used.
//
//===------------------------------------------------------------------------------===//
#include "runtime/data/Shuffle.h"

#include "runtime/core/Philox.h"

#include <numeric>
#include <utility>

namespace dlc::rt {

// An op id that no program reaches, so that data and model never share random numbers.
static constexpr uint32_t shuffleStream = 0xfffffff0u;

void shuffledOrder(std::span<int64_t> order, uint64_t seed, int64_t epoch) {
  std::iota(order.begin(), order.end(), int64_t(0));
  for (uint64_t i = order.size(); i-- > 1;) {
    PhiloxBlock block =
        philox(seed, {uint32_t(i), uint32_t(i >> 32), shuffleStream, uint32_t(epoch)});
    uint64_t word = uint64_t(block[1]) << 32 | block[0];
    // The high half of word * (i + 1): uniform up to a bias of (i + 1) / 2^64.
    uint64_t low = (word & 0xffffffffu) * (i + 1);
    uint64_t j = ((word >> 32) * (i + 1) + (low >> 32)) >> 32;
    std::swap(order[i], order[j]);
  }
}

} // namespace dlc::rt
