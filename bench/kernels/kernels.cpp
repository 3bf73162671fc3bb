// Times the entries of a compiled file of kernels (contractions.cpp, convolutions.cpp, ...) and
// says which share of what the machine can do at that moment each one reaches.
//
//   kernels THREADS [--only TEXT] [--profile] [--json]        compiled with
//   -DPROGRAM=dlc_program_<name>
//
// An entry may be several launches: "share" is of those that compute, "all" of the whole entry.
#include "dlc/rt/model.hpp"
#include "peak.h"
#include "work.h"
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <list>
#include <sched.h>
#include <sstream>
#include <string>
#include <vector>

extern "C" const dlc_program_desc PROGRAM;

namespace {

struct Timing {
  double kernel = 0, all = 0; // seconds of one run
  double peak = 0;            // GFLOP/s beside it
};

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + values.size() / 2, values.end());
  return values[values.size() / 2];
}

/// Seconds a run of the launches that compute, and of all launches, in what the profile prints. The
/// former are the products and convolutions, or the slowest launch where there is none.
std::pair<double, double> readProfile(const std::string &text) {
  std::istringstream lines(text);
  std::string line;
  std::getline(lines, line); // the head
  double sum = 0, slowest = 0, products = 0;
  while (std::getline(lines, line)) {
    double calls, ms;
    char name[256] = "";
    if (std::sscanf(line.c_str(), "%lf %lf %*f%% %*f %*f %255s", &calls, &ms, name) != 3 ||
        calls < 1)
      continue;
    sum += ms / calls;
    slowest = std::max(slowest, ms / calls);
    const std::string kernel = std::string(name) + "_";
    if (kernel.find("_conv_") != kernel.npos || kernel.find("_contract_") != kernel.npos)
      products += ms / calls;
  }
  return {(products > 0 ? products : slowest) * 1e-3, sum * 1e-3};
}

long elementsOf(const dlc_tensor_desc &tensor) {
  long count = 1;
  for (int d = 0; d < tensor.rank; ++d)
    count *= tensor.shape[d];
  return count;
}

/// Numbers in [-1, 1).
void fill(float *values, long count) {
  unsigned random = 1;
  for (long i = 0; i < count; ++i)
    values[i] = static_cast<float>((random = random * 1664525u + 1013904223u) >> 8) * 0x1p-23f - 1;
}

void fillStates(dlc::rt::Model &model) {
  for (int i = 0; i < PROGRAM.num_states; ++i) {
    const dlc_tensor_desc &tensor = PROGRAM.states[i].tensor;
    if (tensor.dtype != DLC_F32)
      continue;
    std::vector<float> values(elementsOf(tensor));
    fill(values.data(), values.size());
    model.write(tensor.name, values);
  }
}

/// What an entry is fed. Numbers stand in the entry's own slots, so that no copy is timed; indices
/// are handed over each time, since a step may leave anything in its slots.
class Inputs {
public:
  Inputs(dlc::rt::Model &model, int entry) {
    const dlc_entry_desc &desc = PROGRAM.entries[entry];
    for (int i = 0; i < desc.num_inputs; ++i) {
      const dlc_tensor_desc &tensor = desc.inputs[i].tensor;
      const long count = elementsOf(tensor);
      const bool isIndex = tensor.dtype == DLC_I64;
      indices.emplace_back(isIndex ? count : 0);
      pointers.push_back(isIndex ? indices.back().data() : nullptr);
      if (!isIndex)
        fill(model.input<float>(entry, i), count);
    }
  }
  const void *const *data() const { return pointers.empty() ? nullptr : pointers.data(); }

private:
  std::list<std::vector<int64_t>> indices;
  std::vector<const void *> pointers;
};

/// Threads of ours keep to a processor each, as the pool's do.
void keepTo(int processor) {
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(processor, &set);
  sched_setaffinity(0, sizeof set, &set);
}

/// Of what the products were compiled for (--precision).
double peak(int threads, double duration) {
  return PROGRAM.flags & DLC_PRODUCTS_OF_BF16 ? bench::peakPairFlops(threads, duration)
                                              : bench::peakFlops(threads, duration);
}

Timing measure(const dlc::rt::Context &context, const char *name, int threads, bool verbose) {
  dlc::rt::Model timed(context, PROGRAM, {.flags = DLC_PROFILE | DLC_NO_INIT});
  fillStates(timed); // by hand, so that the profile holds this entry alone
  const int entry = dlc_find_entry(timed.get(), name);
  const Inputs inputs(timed, entry);
  auto run = [&] {
    if (dlc_run(timed.get(), entry, inputs.data(), nullptr, nullptr))
      throw std::runtime_error(dlc_error(timed.get()));
  };
  run();
  run();
  std::vector<double> kernels, wholes, peaks;
  for (int round = 0; round < 9; ++round) {
    peaks.push_back(peak(threads, 1.5e-3));
    run(); // what the peak left in the caches is not what a model leaves
    std::vector<double> runs;
    const double start = bench::seconds();
    do {
      const double before = bench::seconds();
      run();
      runs.push_back(bench::seconds() - before);
    } while (bench::seconds() - start < 8e-3);
    wholes.push_back(median(runs));
  }
  if (verbose)
    std::fputs(timed.profile().c_str(), stdout);
  auto [computing, sum] = readProfile(timed.profile());
  const double all = median(wholes);
  return {all * computing / sum, all, median(peaks)};
}

} // namespace

int main(int argc, char **argv) try {
  const int threads = argc > 1 ? std::atoi(argv[1]) : 1;
  bool json = false, verbose = false;
  std::string only;
  for (int i = 2; i < argc; ++i)
    if (!std::strcmp(argv[i], "--json"))
      json = true;
    else if (!std::strcmp(argv[i], "--profile"))
      verbose = true;
    else if (!std::strcmp(argv[i], "--only") && i + 1 < argc)
      only = argv[++i];
  dlc::rt::Context context({.threads = threads, .pin = true});
  keepTo(0); // the pool's workers are on the others
  const double bandwidth = bench::triadBandwidth(threads);
  std::printf(
      json ? "[\n"
           : "%d threads, triad %.1f GB/s; shares are of the peak measured beside each kernel, of "
             "this bandwidth, or of the time that is allowed an element\n",
      threads, bandwidth);
  if (!json)
    std::printf("%-34s %10s %8s %9s %9s %7s %7s %5s\n", "kernel", "us", "ns/elem", "GFLOP/s",
                "GB/s", "share", "all", "bar");
  const char *separator = "";
  for (int i = 0; i < PROGRAM.num_entries; ++i) {
    const char *name = PROGRAM.entries[i].name;
    const bench::Work work = bench::workOf(name);
    if (!work.known() || std::string(name).find(only) == std::string::npos)
      continue;
    const Timing t = measure(context, name, threads, verbose);
    const double flops = work.flops / t.kernel * 1e-9, bytes = work.bytes / t.kernel * 1e-9;
    const double each = t.kernel * 1e9 / work.elements;
    double share = flops / t.peak, bar = work.bar - (threads > 1 ? 0.05 : 0);
    if (work.limit == bench::Limit::bandwidth)
      share = bytes / bandwidth;
    if (work.limit == bench::Limit::elements) { // of the time that is allowed, on one thread
      share = work.bar / each;
      bar = work.bar > 0 && threads == 1;
    }
    if (json)
      std::printf("%s{\"name\": \"%s\", \"threads\": %d, \"ns\": %.0f, \"all_ns\": %.0f, "
                  "\"ns_per_element\": %.3f, \"gflops\": %.1f, \"gbps\": %.1f, "
                  "\"share\": %.3f, \"bar\": %.2f}",
                  separator, name, threads, t.kernel * 1e9, t.all * 1e9, each, flops, bytes, share,
                  bar);
    else
      std::printf("%-34s %10.1f %8.3f %9.1f %9.1f %6.1f%% %6.1f%% %5.2f%s\n", name, t.kernel * 1e6,
                  each, flops, bytes, share * 100, share * 100 * t.kernel / t.all, bar,
                  share < bar ? "  below" : "");
    separator = ",\n";
    std::fflush(stdout);
  }
  if (json)
    std::printf("\n]\n");
  return 0;
} catch (const std::exception &error) {
  std::fprintf(stderr, "kernels: %s\n", error.what());
  return 1;
}
