//===- index.hpp - what stands between the brackets of an index ---------------*- C++ -*-===//
//
//   x.index({0, Slice(1, None), Ellipsis, None, Slice(None, None, 2)})   is Python's
//   x[0, 1:, ..., None, ::2]
//===-----------------------------------------------------------------------------------===//
#ifndef DLC_RT_INDEX_HPP
#define DLC_RT_INDEX_HPP
#include <cstdint>
#include <optional>
#include <type_traits>

namespace dlc::rt {

/// As an index: a new axis of size 1. In a Slice: from the start, to the end, or every element.
inline constexpr std::nullopt_t None = std::nullopt;

/// As many whole axes as the other indices leave.
struct EllipsisTag {};
inline constexpr EllipsisTag Ellipsis;

/// start:stop:step. Negative positions count from the end, positions beyond it mean the end.
struct Slice {
  std::optional<int64_t> start, stop, step;

  Slice(std::optional<int64_t> start = None, std::optional<int64_t> stop = None,
        std::optional<int64_t> step = None)
      : start(start), stop(stop), step(step) {}
};

struct Index {
  enum Kind { Position, Range, Rest, NewAxis } kind;
  int64_t position = 0;
  Slice range;

  template <class T>
    requires(std::is_integral_v<T> && !std::is_same_v<T, bool>)
  Index(T position) : kind(Position), position(position) {}
  Index(const Slice &range) : kind(Range), range(range) {}
  Index(EllipsisTag) : kind(Rest) {}
  Index(std::nullopt_t) : kind(NewAxis) {}
};

} // namespace dlc::rt
#endif
