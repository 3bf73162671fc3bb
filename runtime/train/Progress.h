//===- Progress.h - what training shows meanwhile ----------------------*- C++ -*-===//
//
// A bar on a terminal, redrawn at most ten times a second; plain lines anywhere else.
//
//===------------------------------------------------------------------------------===//
#ifndef DLC_RUNTIME_TRAIN_PROGRESS_H
#define DLC_RUNTIME_TRAIN_PROGRESS_H

#include <chrono>
#include <cstdint>
#include <string>

namespace dlc::rt {

class Progress {
public:
  /// `unit`: what is counted a second, "images".
  Progress(bool quiet, const char *unit);
  ~Progress() { clearBar(); }

  void line(const std::string &text); // a whole line, above the bar
  void clearBar();

  /// Both count from 1. `step` steps of `steps` were done before this process.
  void beginEpoch(int64_t epoch, int64_t epochs, int64_t step, int64_t steps);
  /// Allocates nothing.
  void step(int64_t step, int64_t rows, double meanLoss, bool hasLoss);
  /// "12345 images/s", of this epoch so far.
  std::string rate() const;
  std::string elapsed() const; // of this epoch so far

private:
  using Clock = std::chrono::steady_clock;
  void draw(int64_t step, double meanLoss, bool hasLoss, Clock::time_point now);

  const bool quiet, terminal;
  const char *const unit;
  bool barShown = false;
  int64_t epoch = 0, epochs = 0, firstStep = 0, steps = 0, rows = 0;
  Clock::time_point start, drawn;
};

} // namespace dlc::rt

#endif
