// How much work an entry of these files is, from its name, and the share of the machine's limit it
// is held to.
#ifndef DLC_BENCH_WORK_H
#define DLC_BENCH_WORK_H
#include <string>

namespace bench {
struct Work {
  double flops = 0, bytes = 0;
  double bar = 0;           // share of the limit, on one thread
  bool ofBandwidth = false; // the limit is memory
  bool known() const { return flops > 0 || bytes > 0; }
};
/// Nothing for an entry that is no kernel (init).
Work workOf(const std::string &name);
} // namespace bench
#endif
