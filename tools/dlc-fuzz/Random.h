//===- Random.h - choices that are the same on every machine -----------------*- C++ -*-===//
#ifndef DLC_TOOLS_FUZZ_RANDOM_H
#define DLC_TOOLS_FUZZ_RANDOM_H
#include <cstdint>
#include <random>

namespace dlc::fuzz {
/// The library's distributions differ from one to the next; remainders do not.
class Random {
public:
  explicit Random(uint64_t seed) : engine(seed * 0x9E3779B97F4A7C15u + 1) {}
  int64_t below(int64_t bound) { return int64_t(engine() % uint64_t(bound)); }
  int64_t between(int64_t low, int64_t high) { return low + below(high - low + 1); }
  bool percent(int64_t chance) { return below(100) < chance; }
  template <class List> auto &of(List &&list) { return list[below(int64_t(std::size(list)))]; }

private:
  std::mt19937_64 engine;
};
} // namespace dlc::fuzz
#endif
