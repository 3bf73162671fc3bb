// The time of each kernel, with more data than the cache holds, and of the driver's own copy.
#include "cases.h"
#include "session.h"
#include "timing.h"

#include <algorithm>

namespace {

constexpr double Seconds = 0.3;
constexpr size_t CopyBytes = size_t(1) << 30;

double secondsFor(const Session &session) { return session.brief ? 0.01 : Seconds; }

void time(Session &session, const Entry &entry) {
  auto c = makeCase(entry);
  c->prepare(session.seed);
  Kernel kernel(session.device, entry, session.folder, session.image);
  // Operands take turns, so that a launch finds nothing of the one before in the cache.
  size_t cache = session.device.attribute(cuda::L2CacheSize);
  size_t copies = session.brief ? 1 : std::clamp<size_t>(3 * cache / c->bytes() + 1, 2, 8);
  std::vector<Placed> placed;
  for (size_t i = 0; i < copies; ++i)
    placed.emplace_back(session.device, *c);
  Times t = timeOnDevice(session.device, secondsFor(session), [&](int i) {
    kernel.launch(placed[static_cast<size_t>(i) % copies].arguments);
  });
  double bytes = static_cast<double>(c->bytes()) / t.median / 1e9,
         flops = c->flops / t.median / 1e12;
  session.report(Record("time")
                     .add("name", entry.name)
                     .add("family", entry.family)
                     .add("image", kernel.kind())
                     .add("seconds", t.median)
                     .add("least", t.least)
                     .add("most", t.most)
                     .add("count", t.count)
                     .add("gigabytes_per_second", bytes)
                     .add("teraflops", flops),
                 "%-36s %9.2f us (%.2f to %.2f, %d launches) %8.1f GB/s %7.1f TFLOP/s",
                 entry.name.c_str(), t.median * 1e6, t.least * 1e6, t.most * 1e6, t.count, bytes,
                 flops);
}

} // namespace

void timeKernels(Session &session) {
  for (const Entry &entry : session.chosen())
    session.attempt("time", entry.name, [&] { time(session, entry); });
}

void measureCopies(Session &session) {
  session.attempt("copies", "copy", [&] {
    size_t bytes = session.brief ? size_t(1) << 20 : CopyBytes;
    Device &device = session.device;
    Buffer from(device, bytes), to(device, bytes);
    Times t = timeOnDevice(device, secondsFor(session), [&](int) {
      device.check(device.copyOnDevice(to.pointer, from.pointer, bytes, device.stream),
                   "cuMemcpyDtoDAsync");
    });
    double both = 2.0 * static_cast<double>(bytes) / t.median / 1e9;
    session.report(Record("copies")
                       .add("name", "driver")
                       .add("seconds", t.median)
                       .add("gigabytes_per_second", both),
                   "%-36s %9.2f us %8.1f GB/s read and written", "copy by the driver",
                   t.median * 1e6, both);
  });
}
