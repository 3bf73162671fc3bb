//===- CallStacks.h - where in the user's code an op was made ---*- C++ -*-===//
// Operators and `net(x)` cannot take a source location, so each op records the call stack.
// Recording is cheap and keeps addresses; lines are looked up when a message needs them, or for
// all ops at once at the end of the trace.
#ifndef DLC_FRONTEND_TRACE_CALLSTACKS_H
#define DLC_FRONTEND_TRACE_CALLSTACKS_H
#include "frontend/trace/UserLines.h"
#include "llvm/ADT/StringMap.h"
#include <optional>
#include <set>

namespace dlc {
class CallStacks {
public:
  /// The loaded plug-in; stacks recorded while it was loading count too.
  void setPlugin(const void *symbol, std::string path, llvm::StringRef header);

  /// The number of the present call stack; equal stacks have equal numbers.
  int record();
  const std::vector<UserLine> &lines(int stack);

  /// Leaves out the function with this return address: what a macro of ours put into the user's
  /// file.
  void leaveOut(void *returnAddress);

  /// Addresses of `frames` in the plug-in as offsets into it.
  size_t offsetsOf(void *const *frames, int count, uint64_t *offsets) const;

private:
  void *functionAt(void *address);

  uintptr_t begin = 0, end = 0;
  std::optional<UserLines> userLines;
  std::vector<std::vector<void *>> stacks;
  llvm::StringMap<int> numbers;
  std::map<int, std::vector<UserLine>> resolved;
  std::set<void *> leftOut;
  std::map<void *, void *> functions; // of the addresses asked for: a look-up takes microseconds
};
} // namespace dlc
#endif
