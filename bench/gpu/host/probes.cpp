// The list of probes, and how an assumption is reported.
#include "probes.h"

#include <functional>

void Probe::report(const std::string &assumption, size_t right, size_t total,
                   const std::vector<std::string> &found) {
  bool holds = right == total;
  session.wrong += !holds;
  std::string lines;
  for (const std::string &line : found)
    lines += "\n    " + line;
  session.report(Record("probe")
                     .add("name", name)
                     .add("assumption", assumption)
                     .add("right", holds)
                     .add("as_assumed", static_cast<long long>(right))
                     .add("observations", static_cast<long long>(total))
                     .add("found", found),
                 "%-26s %s: %s (%zu of %zu)%s", name.c_str(), holds ? "holds" : "FALSE",
                 assumption.c_str(), right, total, lines.c_str());
}

void Probe::run(Arguments &arguments, int blocks) {
  Kernel kernel(session.device, session.entry(name), session.folder, session.image);
  kernel.launch(arguments, blocks);
  session.device.synchronize();
}

void probe(Session &session) {
  const std::pair<const char *, std::function<void(Probe &)>> probes[] = {
      {"probe_mma_f16", [](Probe &p) { probeMma(p, "f16"); }},
      {"probe_mma_bf16", [](Probe &p) { probeMma(p, "bf16"); }},
      {"probe_mma_tf32",
       [](Probe &p) {
         probeMma(p, "tf32");
         probeTf32Operands(p);
       }},
      {"probe_round_tf32", probeTf32Rounding},
      {"probe_ldmatrix", [](Probe &p) { probeLdmatrix(p, false); }},
      {"probe_ldmatrix_transposed", [](Probe &p) { probeLdmatrix(p, true); }},
      {"probe_stmatrix", [](Probe &p) { probeStmatrix(p, false); }},
      {"probe_stmatrix_transposed", [](Probe &p) { probeStmatrix(p, true); }},
      {"probe_copy_groups", probeCopyGroups},
      {"probe_copy_fill", probeCopyFill},
      {"probe_mbarrier", probeMbarrier},
      {"probe_tma", probeTma},
      {"probe_tma_store", probeTmaStore},
      {"probe_wgmma_row_col", [](Probe &p) { probeWgmma(p, "f16", false, false); }},
      {"probe_wgmma_row_row", [](Probe &p) { probeWgmma(p, "f16", false, true); }},
      {"probe_wgmma_col_col", [](Probe &p) { probeWgmma(p, "f16", true, false); }},
      {"probe_wgmma_col_row", [](Probe &p) { probeWgmma(p, "f16", true, true); }},
      {"probe_wgmma_tf32", [](Probe &p) { probeWgmma(p, "tf32", false, false); }},
      {"probe_wgmma_registers", probeWgmmaRegisters},
  };
  for (const auto &[name, body] : probes) {
    if (!matches(name, session.only) || !session.runsHere(session.entry(name)))
      continue;
    Probe p(session, name);
    session.attempt("probe", name, [&] { body(p); });
  }
}
