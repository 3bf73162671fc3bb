// Probes: each runs one minimal kernel on known data and says which assumption holds, or what was
// found instead.
#ifndef DLC_BENCH_GPU_HOST_PROBES_H
#define DLC_BENCH_GPU_HOST_PROBES_H

#include "session.h"

#include <string>
#include <vector>

class Probe {
public:
  // `kernel`: the name of the kernel, and the probe's.
  Probe(Session &session, const std::string &kernel) : session(session), name(kernel) {}

  // One assumption: how many of `total` observations were as assumed, and some that were not.
  void report(const std::string &assumption, size_t right, size_t total,
              const std::vector<std::string> &found);
  void run(Arguments &arguments, int blocks = 1);
  Buffer input(const void *data, size_t bytes) { return {session.device, data, bytes}; }
  template <class T> Buffer input(const std::vector<T> &data) {
    return input(data.data(), data.size() * sizeof(T));
  }
  template <class T> std::vector<T> read(const Buffer &buffer) {
    std::vector<T> data(buffer.bytes / sizeof(T));
    buffer.read(data.data());
    return data;
  }

  Session &session;
  const std::string name;
};

// Counts observations that are as assumed and keeps the first that are not.
struct Tally {
  void add(bool asAssumed, const std::string &otherwise) {
    ++total;
    right += asAssumed;
    if (!asAssumed && found.size() < 6)
      found.push_back(otherwise);
  }
  size_t right = 0, total = 0;
  std::vector<std::string> found;
};

void probeMma(Probe &probe, const std::string &type);
void probeTf32Operands(Probe &probe);
void probeTf32Rounding(Probe &probe);
void probeLdmatrix(Probe &probe, bool transposed);
void probeStmatrix(Probe &probe, bool transposed);
void probeCopyGroups(Probe &probe);
void probeCopyFill(Probe &probe);
void probeMbarrier(Probe &probe);
void probeTma(Probe &probe);
void probeTmaStore(Probe &probe);
void probeWgmma(Probe &probe, const std::string &type, bool aAcross, bool bAcross);
void probeWgmmaRegisters(Probe &probe);

#endif // DLC_BENCH_GPU_HOST_PROBES_H
