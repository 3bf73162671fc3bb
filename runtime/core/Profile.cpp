//===- Profile.cpp ---------------------------------------------------------------------===//
#include "runtime/core/Profile.h"
#include <algorithm>
#include <fmt/format.h>

using namespace dlc::rt;

static constexpr size_t capacity = 4096; // power of two, several times the launches of a model

Profile::Profile() : rows(capacity) {}

void Profile::clear() {
  std::fill(rows.begin(), rows.end(), Row{});
  overflow = {};
}

void Profile::add(const dlc_launch_desc *launch, uint64_t nanos) {
  size_t hash = reinterpret_cast<uintptr_t>(launch) / alignof(dlc_launch_desc) * 0x9E3779B97F4A7C15;
  Row *row = &overflow;
  for (size_t i = 0; i < 64; ++i) {
    Row &candidate = rows[((hash >> 32) + i) % capacity];
    if (candidate.launch == launch || !candidate.launch) {
      row = &candidate;
      row->launch = launch;
      break;
    }
  }
  ++row->calls;
  row->nanos += nanos;
}

std::string Profile::text() const {
  std::vector<Row> used;
  for (const Row &row : rows)
    if (row.launch)
      used.push_back(row);
  if (overflow.calls)
    used.push_back(overflow);
  // Equal times keep an order that does not depend on where the tables were loaded.
  std::sort(used.begin(), used.end(), [](const Row &a, const Row &b) {
    return a.nanos != b.nanos ? a.nanos > b.nanos : a.launch < b.launch;
  });
  uint64_t total = 0;
  for (const Row &row : used)
    total += row.nanos;

  std::string out = fmt::format("{:>9} {:>11} {:>7} {:>9} {:>8}  {}\n", "calls", "ms", "share",
                                "GFLOP/s", "GB/s", "kernel, line of the model");
  for (const Row &row : used) {
    double nanos = std::max<double>(1, static_cast<double>(row.nanos));
    double perNano = static_cast<double>(row.calls) / nanos;
    const dlc_launch_desc *launch = row.launch;
    auto text = [](const char *s) { return s ? s : "?"; };
    out +=
        fmt::format("{:>9} {:>11.3f} {:>6.1f}% {:>9.1f} {:>8.1f}  {}  {}\n", row.calls,
                    nanos * 1e-6, total ? 100.0 * nanos / static_cast<double>(total) : 0.0,
                    launch ? launch->flops * perNano : 0.0, launch ? launch->bytes * perNano : 0.0,
                    launch ? text(launch->name) : "(more launches than rows)",
                    launch ? text(launch->location) : "");
  }
  return out + fmt::format("{:>9} {:>11.3f}\n", "in all", static_cast<double>(total) * 1e-6);
}
