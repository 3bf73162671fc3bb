// One run of the program: the device, the kernels that were chosen, and where results go.
#ifndef DLC_BENCH_GPU_HOST_SESSION_H
#define DLC_BENCH_GPU_HOST_SESSION_H

#include "device.h"
#include "record.h"

#include <functional>
#include <string>
#include <vector>

struct Session {
  Device device;
  std::string folder;         // of the build
  std::string json;           // file to which results are added, "" for none
  std::vector<Entry> entries; // of the manifest, all
  std::string only = "*", sizes = "*";
  Image image = Image::Cubin;
  uint64_t seed = 1;
  bool brief = false; // as few repetitions as there can be

  // The kernels of --only and --size that run on this device; others are reported as skipped.
  std::vector<Entry> chosen();
  bool runsHere(const Entry &entry);
  const Entry &entry(const std::string &name) const;
  // Writes the record, prints the line, both at once: a later kernel may end the process.
  void report(const Record &record, const char *format, ...) __attribute__((format(printf, 3, 4)));
  // Calls the body; what the driver refuses is reported and counted.
  void attempt(const char *part, const std::string &name, const std::function<void()> &body);

  int wrong = 0, failed = 0;
};

// Each adds to the session's counts.
void checkKernels(Session &session);
void timeKernels(Session &session);
void measureCopies(Session &session);
void compareImages(Session &session);
void replayGraph(Session &session);
void probe(Session &session);

#endif // DLC_BENCH_GPU_HOST_SESSION_H
