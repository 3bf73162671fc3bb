// What user code does to itself while it is traced is told at the user's lines.
// RUN: not dlc --emit=trace -DTHROW %s 2>&1 | FileCheck %s --check-prefix=THROW
// RUN: not dlc --emit=trace -DTHROW_INT %s 2>&1 | FileCheck %s --check-prefix=INT
// RUN: not dlc --emit=trace -DSEGFAULT %s 2>&1 | FileCheck %s --check-prefix=SEGFAULT
// RUN: not dlc --emit=trace -DOVERFLOW %s 2>&1 | FileCheck %s --check-prefix=OVERFLOW
// RUN: not dlc --emit=trace -DABORT %s 2>&1 | FileCheck %s --check-prefix=ABORT
// RUN: not dlc --emit=trace -DKILL %s 2>&1 | FileCheck %s --check-prefix=KILL
// RUN: not dlc --emit=trace -DEXIT %s 2>&1 | FileCheck %s --check-prefix=EXIT
// RUN: not dlc --emit=trace -DLOOP %s 2>&1 | FileCheck %s --check-prefix=LOOP
// RUN: not dlc --emit=trace -DNO_PROGRAM %s 2>&1 | FileCheck %s --check-prefix=NOPROGRAM
// RUN: not dlc --emit=trace -DOLD_HEADERS %s 2>&1 | FileCheck %s --check-prefix=OLD
// RUN: not dlc --emit=trace -DUNDEFINED %s 2>&1 | FileCheck %s --check-prefix=UNDEFINED
#include <dlc/dlc.h>
#include <csignal>
#include <cstdlib>
#include <unistd.h>
#include <vector>
using namespace dlc;

int undefinedFunction();

int overflow(int depth) { return depth < 0 ? 0 : overflow(depth + 1) + depth; }

Tensor crash(Tensor x) {
#ifdef THROW
  // THROW: crashes.cpp:[[@LINE+2]]: error: the program threw std::out_of_range: vector::_M_range_check
  // THROW: note: called from {{.*}}crashes.cpp
  return std::vector<Tensor>{x}.at(3);
#elif defined(THROW_INT)
  // INT: crashes.cpp:[[@LINE+1]]: error: the program threw: int
  throw 3;
#elif defined(SEGFAULT)
  // SEGFAULT: crashes.cpp:[[@LINE+2]]: error: the program crashed while it was traced: Segmentation fault
  // SEGFAULT-NEXT: return *
  return *static_cast<Tensor *volatile>(nullptr);
#elif defined(OVERFLOW)
  // OVERFLOW: crashes.cpp:22: error: the program crashed while it was traced: Segmentation fault
  overflow(1);
#elif defined(ABORT)
  // ABORT: crashes.cpp:[[@LINE+1]]: error: the program crashed while it was traced: Aborted
  abort();
#elif defined(KILL)
  // KILL: error: the process that traces was killed: Killed
  kill(getpid(), SIGKILL);
#elif defined(EXIT)
  // EXIT: error: the program ended the process (exit) before its trace was complete
  exit(0);
#elif defined(LOOP)
  alarm(1); // instead of waiting for the usual limit
  // LOOP: crashes.cpp:[[@LINE+1]]: error: the program does not end while it is traced: it was stopped after
  for (volatile int i = 0;; i = i + 1) {}
#elif defined(UNDEFINED)
  // UNDEFINED: error: the program cannot be loaded: {{.*}}undefined symbol
  undefinedFunction();
#endif
  return x;
}

#ifdef OLD_HEADERS
// OLD: error: the program was compiled with headers of another version of dlc
extern "C" void dlcProgram(detail::ProgramInfo *info) { *info = {0, "old", nullptr, __FILE__}; }
#elif defined(NO_PROGRAM)
// NOPROGRAM: error: the file has no DLC_PROGRAM(name) { ... }
#else
DLC_PROGRAM(crashes) {
  entry("main", {f32({4})}, [&](Tensor x) { return crash(x); });
}
#endif
