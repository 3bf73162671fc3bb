//===- Apart.cpp - a comparison in a process of its own -----------------------------------===//
#include "tools/dlc-fuzz/Comparison.h"
#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace mlir;
using namespace dlc;
using namespace dlc::fuzz;

StringRef fuzz::describe(Fault fault) {
  switch (fault) {
  case Fault::none:
    return "all ways agree";
  case Fault::compile:
    return "does not compile";
  case Fault::run:
    return "does not run";
  case Fault::unoptimised:
    return "optimised is not as unoptimised";
  case Fault::again:
    return "a second run is not as the first";
  case Fault::small:
    return "small tiles are not as usual ones";
  case Fault::threads:
    return "several threads are not as 1";
  case Fault::poison:
    return "poisoned dead rows are seen";
  case Fault::limit:
    return "with a limit to memory it is not as unoptimised";
  case Fault::memory:
    return "what is launched again is not the same";
  case Fault::split:
    return "other products and sums are not as unoptimised";
  case Fault::crash:
    return "crashes";
  case Fault::time:
    return "takes too long";
  }
  return "";
}

/// The first line without what stands in quotes, numbers and places.
static std::string skeleton(StringRef text) {
  std::string kept;
  for (char c : text.take_until([](char c) { return c == '\n'; }))
    if (!isdigit(c))
      kept += c;
  return kept;
}

bool Verdict::same(const Verdict &other) const {
  if (fault != other.fault)
    return false;
  return (fault != Fault::compile && fault != Fault::run) || skeleton(text) == skeleton(other.text);
}

Verdict fuzz::compareApart(ModuleOp module, const Targets &targets, const Break &planted,
                           int seconds) {
  int ends[2];
  if (pipe(ends))
    return {Fault::run, "no pipe"};
  pid_t child = fork();
  if (child == 0) {
    // Of the processor's time, since the machine may have other things to do; one that waits for
    // ever uses none.
    rlimit limit{rlim_t(seconds), rlim_t(seconds) + 1};
    setrlimit(RLIMIT_CPU, &limit);
    alarm(10 * seconds);
    dup2(ends[1], STDOUT_FILENO);
    dup2(ends[1], STDERR_FILENO);
    close(ends[0]);
    close(ends[1]);
    _exit(int(compare(module, targets, planted)));
  }
  close(ends[1]);
  Verdict verdict;
  char buffer[4096];
  while (ssize_t count = read(ends[0], buffer, sizeof buffer)) {
    if (count < 0)
      break;
    verdict.text.append(buffer, count);
  }
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  if (WIFEXITED(status))
    verdict.fault =
        Fault(WEXITSTATUS(status) <= int(Fault::time) ? WEXITSTATUS(status) : int(Fault::crash));
  else
    verdict.fault =
        llvm::is_contained({SIGXCPU, SIGALRM}, WTERMSIG(status)) ? Fault::time : Fault::crash;
  return verdict;
}
