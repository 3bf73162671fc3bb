// The same kernel from its cubin and from its PTX: does the driver take both, how long does it take
// to load them, are the results the same bit for bit.
#include "cases.h"
#include "session.h"
#include "timing.h"

namespace {

struct Run {
  std::vector<std::vector<char>> outputs;
  double loadSeconds, seconds;
  int registers, local;
};

Run run(Session &session, const Entry &entry, Case &c, Image image) {
  Kernel kernel(session.device, entry, session.folder, image);
  Placed placed(session.device, c);
  kernel.launch(placed.arguments);
  session.device.synchronize();
  placed.read(c);
  Run r{{},
        kernel.loadSeconds,
        0,
        kernel.attribute(cuda::RegisterCount),
        kernel.attribute(cuda::LocalSizeBytes)};
  for (const Operand &operand : c.operands)
    if (operand.role == Operand::Output)
      r.outputs.push_back(operand.data);
  r.seconds =
      timeOnDevice(session.device, 0.05, [&](int) { kernel.launch(placed.arguments); }).median;
  return r;
}

void compareTwo(Session &session, const Entry &entry) {
  auto c = makeCase(entry);
  c->prepare(session.seed);
  Run cubin = run(session, entry, *c, Image::Cubin), ptx = run(session, entry, *c, Image::Ptx);
  bool same = cubin.outputs == ptx.outputs;
  session.wrong += !same;
  session.report(
      Record("images")
          .add("name", entry.name)
          .add("family", entry.family)
          .add("right", same)
          .add("cubin_load_seconds", cubin.loadSeconds)
          .add("ptx_load_seconds", ptx.loadSeconds)
          .add("cubin_seconds", cubin.seconds)
          .add("ptx_seconds", ptx.seconds)
          .add("cubin_registers", cubin.registers)
          .add("ptx_registers", ptx.registers)
          .add("cubin_local", cubin.local)
          .add("ptx_local", ptx.local),
      "%-36s %s; cubin / ptx: loaded in %.2f / %.2f ms, %.2f / %.2f us, %d / %d registers",
      entry.name.c_str(), same ? "equal bits" : "NOT THE SAME", cubin.loadSeconds * 1e3,
      ptx.loadSeconds * 1e3, cubin.seconds * 1e6, ptx.seconds * 1e6, cubin.registers,
      ptx.registers);
}

} // namespace

void compareImages(Session &session) {
  for (const Entry &entry : session.chosen())
    session.attempt("images", entry.name, [&] { compareTwo(session, entry); });
}
