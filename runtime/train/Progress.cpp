//===- Progress.cpp - what training shows meanwhile --------------------*- C++ -*-===//
#include "runtime/train/Progress.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace dlc::rt {
namespace {

double seconds(std::chrono::steady_clock::duration time) {
  return std::chrono::duration<double>(time).count();
}

struct Span {
  int64_t hours, minutes, seconds;
  explicit Span(double time)
      : hours(int64_t(time) / 3600), minutes(int64_t(time) / 60 % 60), seconds(int64_t(time) % 60) {
  }
};

char *putSpan(char *to, size_t room, Span span) {
  return span.hours
             ? fmt::format_to_n(to, room, "{}:{:02}:{:02}", span.hours, span.minutes, span.seconds)
                   .out
             : fmt::format_to_n(to, room, "{}:{:02}", span.minutes, span.seconds).out;
}

int terminalWidth() {
  winsize size{};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col ? size.ws_col : 80;
}

// A pipe's reader wants to know that a long epoch is alive, no more.
constexpr auto redrawEvery = std::chrono::milliseconds(100),
               lineEvery = std::chrono::milliseconds(30000);

} // namespace

Progress::Progress(bool quiet, const char *unit)
    : quiet(quiet), terminal(isatty(STDOUT_FILENO)), unit(unit) {}

void Progress::clearBar() {
  if (barShown)
    std::fputs("\r\033[K", stdout);
  barShown = false;
}

void Progress::line(const std::string &text) {
  if (quiet)
    return;
  clearBar();
  std::printf("%s\n", text.c_str());
  std::fflush(stdout);
}

void Progress::beginEpoch(int64_t epoch, int64_t epochs, int64_t step, int64_t steps) {
  this->epoch = epoch;
  this->epochs = epochs;
  this->steps = steps;
  firstStep = step;
  rows = 0;
  start = drawn = Clock::now();
}

void Progress::step(int64_t step, int64_t stepRows, double meanLoss, bool hasLoss) {
  rows += stepRows;
  if (quiet)
    return;
  Clock::time_point now = Clock::now();
  if (now - drawn < (terminal ? redrawEvery : lineEvery))
    return;
  draw(step, meanLoss, hasLoss, now);
  drawn = now;
}

void Progress::draw(int64_t step, double meanLoss, bool hasLoss, Clock::time_point now) {
  char text[320], *end = text + 256;
  double took = seconds(now - start);
  char *at = fmt::format_to_n(text, 64, "epoch {}/{} ", epoch, epochs).out;
  if (terminal) {
    constexpr int64_t width = 14; // the whole line fits 80 columns
    int64_t full = width * step / std::max<int64_t>(steps, 1);
    *at++ = '[';
    std::memset(at, '=', size_t(full));
    std::memset(at + full, ' ', size_t(width - full));
    at += width;
    *at++ = ']';
    *at++ = ' ';
  }
  at = fmt::format_to_n(at, size_t(end - at), "{}/{}", step, steps).out;
  at = std::min(at, end);
  if (hasLoss)
    at = std::min(fmt::format_to_n(at, size_t(end - at), "  loss {:.4f}", meanLoss).out, end);
  at = std::min(
      fmt::format_to_n(at, size_t(end - at), "  {:.0f} {}/s  ETA ", double(rows) / took, unit).out,
      end);
  double left = took * double(steps - step) / double(std::max<int64_t>(step - firstStep, 1));
  at = putSpan(at, size_t(text + sizeof text - at), Span(std::min(left, 3.6e8)));
  size_t length = size_t(at - text);
  if (terminal) {
    length = std::min(length, size_t(std::max(terminalWidth() - 1, 10)));
    std::fputs("\r", stdout);
    std::fwrite(text, 1, length, stdout);
    std::fputs("\033[K", stdout);
    barShown = true;
  } else {
    std::fwrite(text, 1, length, stdout);
    std::fputs("\n", stdout);
  }
  std::fflush(stdout);
}

std::string Progress::rate() const {
  double took = std::max(seconds(Clock::now() - start), 1e-9);
  return fmt::format("{:.0f} {}/s", double(rows) / took, unit);
}

std::string Progress::elapsed() const {
  return fmt::format("{:.1f} s", seconds(Clock::now() - start));
}

} // namespace dlc::rt
