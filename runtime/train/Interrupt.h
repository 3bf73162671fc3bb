//===- Interrupt.h - Ctrl-C and SIGTERM while training -----------------*- C++ -*-===//
//
// The first signal is only noted, so that the step can be finished and saved; the second
// ends the process at once. Checkpoints are renamed into place, so that harms no file.
//
//===------------------------------------------------------------------------------===//
#ifndef DLC_RUNTIME_TRAIN_INTERRUPT_H
#define DLC_RUNTIME_TRAIN_INTERRUPT_H

#include <csignal>

namespace dlc::rt {

/// One at a time in a process: signal handlers are the process's.
class Interrupt {
public:
  Interrupt();
  Interrupt(const Interrupt &) = delete;
  ~Interrupt();

  int signal() const; // 0: none so far

private:
  struct sigaction before[2];
};

} // namespace dlc::rt

#endif
