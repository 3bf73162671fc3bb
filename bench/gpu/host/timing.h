// Times of work on a device, by events.
#ifndef DLC_BENCH_GPU_HOST_TIMING_H
#define DLC_BENCH_GPU_HOST_TIMING_H

#include "device.h"

#include <functional>

struct Times {
  double median = 0, least = 0, most = 0; // seconds; the most is that of nine in ten
  int count = 0;
};

// Times work(i), i = 0, 1, ...: each call between two events, all calls queued after each other,
// some before to warm up. `seconds`: how long about all of it may take.
Times timeOnDevice(Device &device, double seconds, const std::function<void(int)> &work);

#endif // DLC_BENCH_GPU_HOST_TIMING_H
