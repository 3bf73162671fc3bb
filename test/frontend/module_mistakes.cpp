// Mistakes in modules that end the trace: each is reported where the member was declared or used.
// RUN: not dlc --emit=trace -DSUBMODULE %s 2>&1 | FileCheck %s --check-prefix=SUBMODULE
// RUN: not dlc --emit=trace -DPARAMETER %s 2>&1 | FileCheck %s --check-prefix=PARAMETER
// RUN: not dlc --emit=trace -DNESTED %s 2>&1 | FileCheck %s --check-prefix=NESTED
// RUN: not dlc --emit=trace -DLOOSE %s 2>&1 | FileCheck %s --check-prefix=LOOSE
// RUN: not dlc --emit=trace -DROOTS %s 2>&1 | FileCheck %s --check-prefix=ROOTS
// RUN: not dlc --emit=trace -DNAMES %s 2>&1 | FileCheck %s --check-prefix=NAMES
// RUN: not dlc --emit=trace -DSAME %s 2>&1 | FileCheck %s --check-prefix=SAME
// RUN: not dlc --emit=trace -DEMPTY %s 2>&1 | FileCheck %s --check-prefix=EMPTY
#include <dlc/dlc.h>
#include <vector>
using namespace dlc;

struct Block : nn::Module {
  nn::Linear a{4, 4};
#ifdef NESTED
  // NESTED: module_mistakes.cpp:{{[0-9]+}}: error: a submodule of class `nn::Linear` behind `a` of class `Block` is not in its DLC_MODULE(...)
  // NESTED: note: called from {{.*}}module_mistakes.cpp
  nn::Linear forgotten{4, 4};
#endif
  DLC_MODULE(a)
  Tensor forward(Tensor x) { return a(x); }
};

struct Net : nn::Module {
  nn::Linear fc1{4, 4};
#ifdef SUBMODULE
  // SUBMODULE: module_mistakes.cpp:{{[0-9]+}}: error: a submodule of class `nn::Dropout` between `fc1` and `fc2` of class `Net` is not in its DLC_MODULE(...); it would be neither trained nor saved, hint: add its name to the list
  nn::Dropout drop{0.5};
#endif
#ifdef PARAMETER
  // PARAMETER: module_mistakes.cpp:{{[0-9]+}}: error: a Parameter [4] of f32 between `fc1` and `fc2` of class `Net` is not in its DLC_MODULE(...)
  Parameter scale{{4}, init::ones()};
#endif
  nn::Linear fc2{4, 2};
  std::vector<Block> blocks;
  DLC_MODULE(fc1, fc2, blocks)
  Net() { blocks.push_back(Block()); }
  Tensor forward(Tensor x) { return fc2(blocks[0](fc1(x))); }
};

struct Holder : nn::Module {
  Block block;
  DLC_MODULE(block)
  Tensor forward(Tensor x) { return block(x); }
};

DLC_PROGRAM(mistakes) {
  Net net;
#ifdef EMPTY
  // EMPTY: error: the program has no entry; hint: entry("train_step"
  return;
#endif
#ifdef NAMES
  Net other;
  module("a", net);
  // NAMES: module_mistakes.cpp:[[@LINE+1]]: error: `module` names two roots "a"; names of parameters begin with it, so it is unique
  module("a", other);
#endif
#ifdef SAME
  Block first;
  Holder holder;
  module("block", first);
  // SAME: error: two parameters or buffers are named `block.a.weight`; a name in the state dict is unique
  entry("main", {f32({4, 4})}, [&](Tensor x) { return first(holder(x)); });
  return;
#endif
#ifdef LOOSE
  Parameter loose{{4}};
  // LOOSE: module_mistakes.cpp:[[@LINE+1]]: error: a Parameter [4] of f32 that no module lists is used; hint: make it a member of a Module and list it in DLC_MODULE(...), its name in the state dict comes from there
  entry("main", {f32({4, 4})}, [&](Tensor x) { return x * loose; });
#endif
#ifdef ROOTS
  Net second;
  // ROOTS: module_mistakes.cpp:[[@LINE+1]]: error: two root modules, of class `Net` and `Net`, hold parameters; hint: name them, module("a", first) and module("b", second), or make one a member of the other
  entry("main", {f32({4, 4})}, [&](Tensor x) { return net(x) + second(x); });
#endif
  entry("predict", {f32({4, 4})}, [&](Tensor x) { return net(x); });
}
