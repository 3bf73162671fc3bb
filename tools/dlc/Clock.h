//===- Clock.h - where the time of a compilation goes ---------------------------*- C++ -*-===//
#ifndef DLC_TOOLS_DLC_CLOCK_H
#define DLC_TOOLS_DLC_CLOCK_H
#include <chrono>
#include <string>
#include <vector>

namespace dlc::tool {

/// What --time prints: a stretch of time after the other, some with words about it.
class Clock {
public:
  /// What passed since the last lap was spent on `what`; the same once more adds to it.
  void lap(const std::string &what);
  /// A line below the last lap.
  void note(const std::string &text) { laps.back().notes.push_back(text); }
  void print() const;

private:
  struct Lap {
    std::string what;
    double milliseconds;
    std::vector<std::string> notes;
  };
  using Time = std::chrono::steady_clock;
  Time::time_point last = Time::now();
  std::vector<Lap> laps;
};
} // namespace dlc::tool
#endif
