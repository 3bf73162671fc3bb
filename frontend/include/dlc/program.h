//===- program.h - entries, fit, DLC_PROGRAM --------------------*- C++ -*-===//
#ifndef DLC_PROGRAM_H
#define DLC_PROGRAM_H
#include "dlc/nn/module.h"
#include "dlc/rt/data_specs.h"

namespace dlc {
/// A function of the program: the binary's commands and the C interface call it by name.
struct Entry {
  const char *name = nullptr;
};

/// A named result of an entry.
struct Result {
  const char *name;
  Tensor tensor;
};
/// Several results of an entry: `return results({{"loss", loss}, {"correct", hits}})`.
class Results {
public:
  Results(std::initializer_list<Result> list);
  static constexpr int maxResults = 32;
  Result entries[maxResults];
  int count = 0;
};
inline Results results(std::initializer_list<Result> list) { return Results(list); }

namespace detail {
/// An entry while it is traced. Leaving by an exception leaves the entry out.
class EntryScope {
public:
  EntryScope(const char *name, std::initializer_list<InputSpec> inputs);
  ~EntryScope();
  EntryScope(const EntryScope &) = delete;
  EntryScope &operator=(const EntryScope &) = delete;
  void finish();
  void finish(const Tensor &result);
  void finish(const Results &results);
  void checkArguments(int taken);

  static constexpr int maxInputs = 12;
  Tensor inputs[maxInputs];
};

template <class F, class... T> Entry trace(EntryScope &scope, const char *name, F &f, T... args) {
  scope.checkArguments(sizeof...(T));
  if constexpr (requires { Results(f(args...)); }) {
    scope.finish(Results(f(args...)));
  } else if constexpr (requires { Tensor(f(args...)); }) {
    scope.finish(Tensor(f(args...)));
  } else {
    static_assert(__is_same(decltype(f(args...)), void),
                  "the function of an entry returns a Tensor, results({...}) or nothing");
    f(args...);
    scope.finish();
  }
  return Entry{name};
}

/// With as many of the inputs as `f` takes, from the first.
template <class F, class... T>
Entry traceTaking(EntryScope &scope, const char *name, F &f, T &...inputs) {
  if constexpr (requires { f(inputs...); })
    return trace(scope, name, f, inputs...);
  else if constexpr (sizeof...(T) < EntryScope::maxInputs)
    return traceTaking(scope, name, f, inputs..., scope.inputs[sizeof...(T)]);
  else
    static_assert(never<F>, "the function of an entry takes up to twelve Tensors");
}
} // namespace detail

/// Traces `f`, once, with one Tensor per input: what it computes becomes the entry `name`.
template <class F> Entry entry(const char *name, std::initializer_list<InputSpec> inputs, F &&f) {
  detail::EntryScope scope(name, inputs);
  return detail::traceTaking(scope, name, f);
}

/// Names a root module: the names of its parameters begin with `name.`. One root needs no name.
void module(const char *name, nn::Module &root);

/// What the binary's `train`, `eval` and `predict` run.
struct Fit {
  Entry train = {}, eval = {}, predict = {};
  data::Spec data = {};
  Int batch_size = 1, epochs = 1;
  unsigned long long seed = 0;
};
void fit(const Fit &options);

namespace detail {
struct ProgramInfo {
  int version; // of these headers
  const char *name;
  void (*body)();
  const char *header; // a file of these headers: none of its folder is the user's
  const char *file;   // of the program,
  int line;           // where it begins
};
inline constexpr int headersVersion = 2;
inline const char *headerFile() { return __FILE__; }
} // namespace detail
} // namespace dlc

/// The program: its body runs once, inside the compiler, and what it computes is the trace.
#define DLC_PROGRAM(name)                                                                          \
  static void dlcProgramBody();                                                                    \
  extern "C" void dlcProgram(::dlc::detail::ProgramInfo *info) {                                   \
    *info = {::dlc::detail::headersVersion, #name,    dlcProgramBody,                              \
             ::dlc::detail::headerFile(),   __FILE__, __LINE__};                                   \
  }                                                                                                \
  static void dlcProgramBody()
#endif
