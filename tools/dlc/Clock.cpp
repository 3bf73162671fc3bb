//===- Clock.cpp - where the time of a compilation goes -------------------------------------===//
#include "tools/dlc/Clock.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

using namespace dlc::tool;

void Clock::lap(const std::string &what) {
  Time::time_point now = Time::now();
  double passed = std::chrono::duration<double, std::milli>(now - last).count();
  last = now;
  auto known = llvm::find_if(laps, [&](const Lap &lap) { return lap.what == what; });
  if (known == laps.end())
    laps.push_back({what, passed, {}});
  else
    known->milliseconds += passed;
}

void Clock::print() const {
  double total = 0;
  for (const Lap &lap : laps)
    total += lap.milliseconds;
  for (const Lap &lap : laps) {
    llvm::errs() << llvm::format("%9.1f ms %5.1f %%  ", lap.milliseconds,
                                 100 * lap.milliseconds / total)
                 << lap.what << "\n";
    for (const std::string &note : lap.notes)
      llvm::errs() << std::string(24, ' ') << note << "\n";
  }
  llvm::errs() << llvm::format("%9.1f ms", total) << std::string(10, ' ') << "in all\n";
}
