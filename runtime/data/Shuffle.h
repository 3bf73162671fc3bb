//===- Shuffle.h - the order of an epoch -------------------------------*- C++ -*-===//
#ifndef DLC_RUNTIME_DATA_SHUFFLE_H
#define DLC_RUNTIME_DATA_SHUFFLE_H

#include <cstdint>
#include <span>

namespace dlc::rt {

/// Fills `order` with a permutation that depends on seed, epoch and length alone: the same
/// on every platform, and computable for any epoch without those before it.
void shuffledOrder(std::span<int64_t> order, uint64_t seed, int64_t epoch);

} // namespace dlc::rt

#endif
