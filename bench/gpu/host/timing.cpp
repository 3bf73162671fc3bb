// Events, and how many launches are enough.
#include "timing.h"

#include <algorithm>

namespace {

constexpr int Least = 5, Most = 200;
// Of the time for all: a device that idled takes a while to reach its clocks.
constexpr double WarmUpShare = 0.5;

double elapsed(Device &device, cuda::Handle first, cuda::Handle last) {
  float milliseconds = 0;
  device.check(device.eventElapsedTime(&milliseconds, first, last), "cuEventElapsedTime");
  return milliseconds / 1e3;
}

} // namespace

Times timeOnDevice(Device &device, double seconds, const std::function<void(int)> &work) {
  // Kept for the whole process: it is no time to make events between launches.
  static std::vector<cuda::Handle> events;
  while (events.size() < 2 * Most) {
    cuda::Handle event;
    device.check(device.eventCreate(&event, 0), "cuEventCreate");
    events.push_back(event);
  }
  auto record = [&](int i) {
    device.check(device.eventRecord(events[i], device.stream), "cuEventRecord");
  };
  // The last of these says how many are affordable; the first may load code.
  double estimate = 0, start = now();
  for (int i = 0; i < 2 || now() - start < WarmUpShare * seconds; ++i) {
    record(0);
    work(i);
    record(1);
    device.synchronize();
    estimate = elapsed(device, events[0], events[1]);
  }
  int count = std::clamp(static_cast<int>(seconds / std::max(estimate, 1e-6)), Least, Most);
  for (int i = 0; i < count; ++i) {
    record(2 * i);
    work(i);
    record(2 * i + 1);
  }
  device.synchronize();
  std::vector<double> times;
  for (int i = 0; i < count; ++i)
    times.push_back(elapsed(device, events[2 * i], events[2 * i + 1]));
  std::sort(times.begin(), times.end());
  return {times[count / 2], times.front(), times[count * 9 / 10], count};
}
