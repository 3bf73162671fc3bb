// How much work an entry of these files is, from its name, and the share of the machine's limit it
// is held to.
#ifndef DLC_BENCH_WORK_H
#define DLC_BENCH_WORK_H
#include <string>

namespace bench {
enum class Limit {
  flops,     // the bar is a share of the peak of multiply-adds
  bandwidth, // a share of the triad's bandwidth
  elements   // nanoseconds an element, at most
};
struct Work {
  Limit limit = Limit::flops;
  double flops = 0, bytes = 0, elements = 0;
  double bar = 0; // on one thread; 0: none is asked for
  bool known() const { return flops > 0 || bytes > 0 || elements > 0; }
};
/// Nothing for an entry that is no kernel (init).
Work workOf(const std::string &name);
} // namespace bench
#endif
