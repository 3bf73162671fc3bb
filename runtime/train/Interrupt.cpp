//===- Interrupt.cpp - Ctrl-C and SIGTERM while training ---------------*- C++ -*-===//
#include "runtime/train/Interrupt.h"

#include <unistd.h>

namespace dlc::rt {
namespace {

constexpr int handled[] = {SIGINT, SIGTERM};
volatile std::sig_atomic_t noted = 0;

void note(int signal) {
  if (noted)
    _exit(128 + signal);
  noted = signal;
}

} // namespace

Interrupt::Interrupt() {
  noted = 0;
  struct sigaction action{};
  action.sa_handler = note;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  for (int k = 0; k < 2; ++k)
    sigaction(handled[k], &action, &before[k]);
}

Interrupt::~Interrupt() {
  for (int k = 0; k < 2; ++k)
    sigaction(handled[k], &before[k], nullptr);
}

int Interrupt::signal() const { return noted; }

} // namespace dlc::rt
