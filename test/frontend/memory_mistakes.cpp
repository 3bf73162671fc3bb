// --max-memory that cannot be kept, at the lines that own the most; and what is no size.
// RUN: not dlc --emit=plan --max-memory=4MiB %s 2>&1 | FileCheck %s
// RUN: not dlc --emit=plan --max-memory=1MiB %s 2>&1 | FileCheck %s --check-prefix=STATE
// RUN: dlc --emit=plan --max-memory=least --report %s -o %t.mlir | FileCheck %s --check-prefix=LEAST
// RUN: not dlc --max-memory=lots %s 2>&1 | FileCheck %s --check-prefix=SIZE
// RUN: not dlc --max-memory=120% %s 2>&1 | FileCheck %s --check-prefix=SIZE
// RUN: not dlc --max-memory=3TiB %s 2>&1 | FileCheck %s --check-prefix=SIZE
#include <dlc/dlc.h>
using namespace dlc;

struct Net : nn::Module {
  nn::Linear fc1{256, 512}, fc2{512, 512}, fc3{512, 512}, fc4{512, 512}, fc5{512, 4};
  DLC_MODULE(fc1, fc2, fc3, fc4, fc5)
  Tensor forward(Tensor x) {
    x = tanh(fc1(x));
    x = tanh(fc2(x));
    x = tanh(fc3(x));
    x = tanh(fc4(x));
    return fc5(x);
  }
};

// STATE: memory_mistakes.cpp:[[#@LINE+2]]:1: error: 'init' needs at least {{[0-9]+}} bytes {{.*}} (hint: fewer parameters)
// STATE: memory_mistakes.cpp:{{[0-9]+}}:{{.*}}: error: 'train_step' needs {{.*}} (hint: fewer parameters)
DLC_PROGRAM(memory) {
  Net net;
  optim::SGD opt{net.parameters(), {.lr = 1e-3}};
  // CHECK: memory_mistakes.cpp:[[#@LINE+6]]:{{.*}}: error: 'train_step' needs at least {{[0-9]+}} bytes ({{[0-9.]+}} MiB), whatever is computed again, but --max-memory allows 4.0 MiB; {{[0-9.]+}} MiB are state and scratch, {{[0-9.]+}} MiB activations, gradients and workspaces (hint: a smaller batch)
  // CHECK: memory_mistakes.cpp:{{1[4-9]}}:{{.*}} note: {{[0-9.]+}} MiB of what is in use at the fullest moment
  // LEAST: memory of train_step over its launches
  // LEAST-NEXT: are in use at the fullest moment; the arena is 1.0
  // LEAST-NEXT: gradients {{.*}}, activations and workspaces {{.*}} % of the {{.*}} of every op's result
  // LEAST-NEXT: launched again, to fit: {{[1-9]}}
  entry("train_step", {f32({4096, 256}), i64({4096})}, [&](Tensor x, Tensor y) {
    opt.zero_grad();
    Tensor loss = cross_entropy(net(x), y);
    loss.backward();
    opt.step();
    return loss;
  });
}
// SIZE: error: --max-memory={{lots|120%|3TiB}}: that is no size
// SIZE-NEXT: hint: --max-memory=40MiB (kB, MB, GB are the same as KiB, MiB, GiB), 60% of the activations, or least
