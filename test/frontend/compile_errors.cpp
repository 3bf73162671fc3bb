// Mistakes that the C++ compiler finds, in words that say what to write instead.
// RUN: not dlc --emit=trace -DFORWARD %s 2>&1 | FileCheck %s --check-prefix=FORWARD
// RUN: not dlc --emit=trace -DMACRO %s 2>&1 | FileCheck %s --check-prefix=MACRO
// RUN: not dlc --emit=trace -DLISTED %s 2>&1 | FileCheck %s --check-prefix=LISTED
// RUN: not dlc --emit=trace -DINPLACE %s 2>&1 | FileCheck %s --check-prefix=INPLACE
// RUN: not dlc --emit=trace -DPART %s 2>&1 | FileCheck %s --check-prefix=PART
// RUN: not dlc --emit=trace -DADD_TO_PART %s 2>&1 | FileCheck %s --check-prefix=PART
// RUN: not dlc --emit=trace -DASSIGN %s 2>&1 | FileCheck %s --check-prefix=ASSIGN
// RUN: not dlc --emit=trace -DRETURN %s 2>&1 | FileCheck %s --check-prefix=RETURN
// RUN: not dlc --emit=trace -DCOPY %s 2>&1 | FileCheck %s --check-prefix=COPY
// RUN: not dlc --emit=trace -DNO_FORWARD %s 2>&1 | FileCheck %s --check-prefix=NO_FORWARD
// RUN: dlc --emit=trace %s -o %t.mlir
#include <dlc/dlc.h>
using namespace dlc;

// Without a forward() it may still hold parameters.
struct Table : nn::Module {
  nn::Linear keys{4, 4};
  DLC_MODULE(keys)
  Tensor look(Tensor x) { return keys(x); }
};

struct Net : nn::Module {
  nn::Linear fc{4, 2};
  Table table;
  int plain = 3;
#ifdef LISTED
  // LISTED: DLC_MODULE lists what is no Module, Parameter, Buffer
  DLC_MODULE(fc, table, plain)
#elif !defined(MACRO)
  DLC_MODULE(fc, table)
#endif
#ifdef FORWARD
  // FORWARD: this module has no forward() that takes these arguments
  Tensor forward(Tensor x, int) { return fc(x); }
#else
  Tensor forward(Tensor x) { return fc(x); }
#endif
};

DLC_PROGRAM(mistakes) {
  // MACRO: DLC_MODULE_is_missing_in_this_class
  Net net;
  entry("main", {f32({3, 4})}, [&](Tensor x) {
#ifdef INPLACE
    // INPLACE: a Tensor of the trace is immutable: write `x += y`, which binds x to a new value
    x.add_(x);
#endif
#ifdef PART
    // PART: a part of a Tensor is a value of its own, and nothing is written through it: write `x = where(mask, value, x)`, or `x = cat({before, value, behind}, dim)`
    x[0] = x[1];
#endif
#ifdef ADD_TO_PART
    x(Ellipsis, Slice(1, 3)) += 1;
#endif
#ifdef ASSIGN
    // ASSIGN: a Parameter or Buffer keeps its name: write `w.copy_(value)`
    net.fc.weight = x;
#endif
#ifdef COPY
    // COPY: deleted
    Net other = net;
#endif
    x = net.table.look(x);
#ifdef NO_FORWARD
    // NO_FORWARD: this module has no forward() that takes these arguments
    net.table(x);
#endif
#ifdef RETURN
    // RETURN: the function of an entry returns a Tensor, results({...}) or nothing
    return 3;
#else
    return net(x);
#endif
  });
}
