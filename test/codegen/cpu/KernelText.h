//===- KernelText.h - kernels for the tests, as text -----------------------*- C++ -*-===//
#ifndef DLC_TEST_CODEGEN_CPU_KERNELTEXT_H
#define DLC_TEST_CODEGEN_CPU_KERNELTEXT_H
#include <cstdint>
#include <string>
#include <vector>

struct LoopText {
  std::int64_t bound;
  char kind = 'p';       // p parallel, r reduction
  std::string live = ""; // of n; empty: the bound
};

struct OperandText {
  std::string name, type,
      map;               // "x", "64x784xf32", "d0, d2"; a name that begins with % is an alloca
  std::string live = ""; // how much of the first axis is live, as a function of n
};

/// Collects stages; arguments appear in the order in which they are first used.
class KernelText {
public:
  void fill(const OperandText &out, const std::string &value);
  /// `to`, a local, is `from` with `value` around it, `low` elements of it in front.
  void padded(const OperandText &from, const OperandText &to, const std::vector<std::int64_t> &low,
              const std::string &value);
  void generic(const std::vector<LoopText> &loops, const std::vector<OperandText> &ins,
               const std::vector<OperandText> &outs, const std::string &body);
  std::string text() const;

private:
  std::string use(const OperandText &operand);
  int constants = 0;
  std::vector<OperandText> arguments, allocas;
  std::vector<std::string> made; // locals that are no allocas
  std::string stages;
};
#endif
