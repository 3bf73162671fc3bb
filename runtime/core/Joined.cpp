//===- Joined.cpp - launches that every thread runs a part of ------------------------------===//
#include "runtime/core/Instance.h"
#include "runtime/core/Pool.h"
#include <algorithm>

using namespace dlc::rt;

struct dlc_part {
  int64_t begin, end; // units
  void *scratch;
  Profile *times; // of the first part: the others run beside it; or null
};

namespace {
struct Call {
  dlc_frame *frame;
  dlc_part_fn run;
  const int64_t *steps;
  const Memory *memory;
  Profile *times;
};

void runUnits(const Work &work, int64_t begin, int64_t end, int range) {
  const Call call = *static_cast<const Call *>(work.context);
  const dlc_part part{begin, end, call.memory->scratch(range), range ? nullptr : call.times};
  call.run(call.frame, &part, call.steps);
}
} // namespace

// Parts differ by one unit. With few units a thread, launches that share their tiles out by
// themselves are the better choice.
static bool isEven(int64_t units, int threads) {
  return units % threads == 0 || units >= int64_t{4} * threads;
}

bool Instance::join(dlc_frame *frame, dlc_part_fn run, const int64_t *steps, int64_t units) {
  if (!isEven(units, threads.threads()))
    return false;
  Call call{frame, run, steps, &memory, times.get()};
  if (poisoned) { // a part that reads what another wrote finds NaN, or what is there later
    for (int64_t unit = units; unit-- > 0;)
      runUnits({nullptr, &call}, unit, unit + 1, 0);
    return true;
  }
  threads.run(units, {runUnits, &call});
  return true;
}

extern "C" int dlc_rt_join(dlc_frame *frame, dlc_part_fn run, const int64_t *steps, int64_t units) {
  return static_cast<Instance *>(frame->instance)->join(frame, run, steps, units);
}

extern "C" void dlc_rt_run_part(const dlc_part *part, const dlc_launch_desc *launch,
                                void *const *args, int64_t outer, int64_t tiles, int64_t inner,
                                int64_t per_unit) {
  const int64_t begin = std::min(part->begin * per_unit, tiles),
                end = std::min(part->end * per_unit, tiles);
  const auto run = [&] {
    if (begin >= end || outer * inner == 0)
      return;
    if (begin == 0 && end == tiles) {
      launch->kernel(args, 0, outer * tiles * inner, part->scratch);
      return;
    }
    for (int64_t i = 0; i < outer; ++i)
      launch->kernel(args, (i * tiles + begin) * inner, (i * tiles + end) * inner, part->scratch);
  };
  if (part->times)
    part->times->measure(launch, run);
  else
    run();
}
