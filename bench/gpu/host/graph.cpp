// Three kernels, each with the last one's result, launched one by one and as a captured graph: the
// same bits, also with other inputs than when it was captured; and the time of both.
#include "cases.h"
#include "compare.h"
#include "session.h"

#include <cstring>

namespace {

constexpr int Chains = 20, Repetitions = 50;

// norm -> product -> bias and relu, on buffers that they share.
class Chain {
public:
  explicit Chain(Session &session)
      : session(session), device(session.device), normCase(makeCase(session.entry("chain_norm"))),
        gemmCase(makeCase(session.entry("chain_gemm"))),
        reluCase(makeCase(session.entry("chain_relu"))),
        norm(device, session.entry("chain_norm"), session.folder, session.image),
        gemm(device, session.entry("chain_gemm"), session.folder, session.image),
        relu(device, session.entry("chain_relu"), session.folder, session.image) {
    for (Case *c : {normCase.get(), gemmCase.get(), reluCase.get()})
      c->prepare(session.seed);
    for (Case *c : {normCase.get(), gemmCase.get(), reluCase.get()})
      placed.emplace_back(device, *c);
    gemmArguments.add(placed[0].buffers[3].pointer); // y of the norm
    gemmArguments.add(placed[1].buffers[1].pointer);
    gemmArguments.add(placed[1].buffers[2].pointer);
    reluArguments.add(placed[1].buffers[2].pointer); // C of the product
    reluArguments.add(placed[2].buffers[1].pointer);
    reluArguments.add(placed[2].buffers[2].pointer);
  }

  void launch() {
    norm.launch(placed[0].arguments);
    gemm.launch(gemmArguments);
    relu.launch(reluArguments);
  }

  // Other inputs for the first kernel; no result of the last run is left.
  void renew(uint64_t seed) {
    Operand &x = normCase->operands[0];
    fillRandom(x.type, x.data.data(), x.count, seed, x.scale, x.offset);
    placed[0].buffers[0].write(x.data.data());
    for (Placed &p : placed)
      p.reset();
  }

  std::vector<char> result() {
    device.synchronize();
    placed[2].read(*reluCase);
    return reluCase->operands[2].data;
  }

  // Against the reference of the three together.
  Comparison compareWithReference() {
    size_t rows = session.entry("chain_gemm").number("m"),
           columns = session.entry("chain_gemm").number("n");
    std::vector<Result> norms = normCase->results();
    Result r{"y",
             rows,
             columns,
             1e-2,
             1,
             [&](size_t row, double *y) {
               std::vector<double> normal(norms[0].columns);
               norms[0].expected(row, normal.data());
               for (size_t j = 0; j < columns; ++j) {
                 double sum = reluCase->operands[1].value(j);
                 for (size_t i = 0; i < normal.size(); ++i)
                   sum += normal[i] * gemmCase->operands[1].value(i * columns + j);
                 y[j] = std::max(sum, 0.0);
               }
             },
             [&](size_t row, size_t column) {
               return reluCase->operands[2].value(row * columns + column);
             }};
    return compare(r, 1e9, session.seed);
  }

private:
  Session &session;
  Device &device;
  std::unique_ptr<Case> normCase, gemmCase, reluCase;
  Kernel norm, gemm, relu;
  std::vector<Placed> placed;
  Arguments gemmArguments, reluArguments;
};

// Seconds of one of `count` calls, the device's work included.
double secondsOf(Device &device, int count, const std::function<void()> &call) {
  call();
  device.synchronize();
  double start = now();
  for (int i = 0; i < count; ++i)
    call();
  device.synchronize();
  return (now() - start) / count;
}

void replay(Session &session) {
  Device &device = session.device;
  Chain chain(session);
  auto captured = [&](int chains) {
    cuda::Handle graph, executable;
    device.check(device.beginCapture(device.stream, cuda::CaptureThreadLocal),
                 "cuStreamBeginCapture");
    for (int i = 0; i < chains; ++i)
      chain.launch();
    device.check(device.endCapture(device.stream, &graph), "cuStreamEndCapture");
    device.check(device.graphInstantiate(&executable, graph, 0), "cuGraphInstantiate");
    return executable;
  };
  auto launchGraph = [&](cuda::Handle executable) {
    device.check(device.graphLaunch(executable, device.stream), "cuGraphLaunch");
  };

  cuda::Handle one = captured(1);
  bool same = true;
  Comparison reference;
  for (uint64_t i = 0; i < 3; ++i) {
    chain.renew(session.seed + i);
    chain.launch();
    std::vector<char> plain = chain.result();
    if (i == 0)
      reference = chain.compareWithReference();
    chain.renew(session.seed + i);
    launchGraph(one);
    same &= chain.result() == plain;
  }
  bool right = same && reference.right();
  session.wrong += !right;

  int chains = session.brief ? 1 : Chains, repetitions = session.brief ? 1 : Repetitions;
  cuda::Handle many = captured(chains);
  double plain = secondsOf(device, repetitions, [&] {
    for (int i = 0; i < chains; ++i)
      chain.launch();
  });
  double replayed = secondsOf(device, repetitions, [&] { launchGraph(many); });
  session.report(Record("graph")
                     .add("name", "chain")
                     .add("right", right)
                     .add("same_bits", same)
                     .add("error", reference.error)
                     .add("tolerance", reference.tolerance)
                     .add("plain_seconds", plain / chains)
                     .add("graph_seconds", replayed / chains)
                     .add("where", reference.where),
                 "%-36s %s, %s; three kernels take %.2f us launched, %.2f us replayed", "graph",
                 same ? "the launches' bits" : "OTHER BITS THAN THE LAUNCHES'",
                 reference.right() ? "the reference's numbers"
                                   : ("WRONG: " + reference.where).c_str(),
                 plain / chains * 1e6, replayed / chains * 1e6);
}

} // namespace

void replayGraph(Session &session) {
  session.attempt("graph", "chain", [&] { replay(session); });
}
