//===- module.h - nn::Module and DLC_MODULE ---------------------*- C++ -*-===//
#ifndef DLC_NN_MODULE_H
#define DLC_NN_MODULE_H
#include "dlc/state.h"

namespace dlc::detail {
template <class T> inline constexpr bool isArray = false;
template <class T, unsigned long N> inline constexpr bool isArray<T[N]> = true;
} // namespace dlc::detail

namespace dlc::nn {
class Module;

/// Walks what a module lists. The frontend derives from it; DLC_MODULE calls `members`.
class Visitor {
public:
  /// `names` is the macro's own text, "conv1, fc1": each name is written once.
  template <class... M> void members(unsigned long size, const char *names, M &...listed) {
    begin(size, names);
    ((next(), member(listed), leave()), ...);
  }

protected:
  virtual ~Visitor() = default;
  virtual void module(Module &module) = 0;
  virtual void state(State &state, bool isParameter) = 0;
  virtual void begin(unsigned long size, const char *names) = 0;
  virtual void next() = 0; // enters the next of `names`
  virtual void enter(unsigned long index) = 0;
  virtual void leave() = 0;

private:
  template <class M> void member(M &m) {
    if constexpr (__is_base_of(Module, M)) {
      module(m);
    } else if constexpr (__is_base_of(Parameter, M)) {
      state(m, true);
    } else if constexpr (__is_base_of(Buffer, M)) {
      state(m, false);
    } else if constexpr (requires { m.begin() != m.end(); } || detail::isArray<M>) {
      unsigned long index = 0; // vector, array, T[N]: `layers.0`, `layers.1`
      for (auto &element : m) {
        enter(index++);
        member(element);
        leave();
      }
    } else if constexpr (requires {
                           *m;
                           static_cast<bool>(m);
                         }) {
      if (m) // optional, unique_ptr
        member(*m);
    } else {
      static_assert(detail::never<M>, "DLC_MODULE lists what is no Module, Parameter, Buffer or "
                                      "container of them; plain numbers need not be listed");
    }
  }
};

/// A piece of a network: submodules, parameters and buffers, and `forward`. It moves and does
/// not copy.
class Module {
public:
  Module(const Module &) = delete;
  Module &operator=(const Module &) = delete;

  /// Mode of this and everything in it. Set inside an entry it holds for that entry only.
  void train(bool on = true);
  void eval() { train(false); }
  bool training = true;

  ParameterList parameters() const;
  void zero_grad();
  void requires_grad_(bool on = true); // false freezes every parameter

  /// Where this object was made, for messages.
  int madeAt() const { return stack; }

  template <class... Args> void operator()(Args &&...) {
    static_assert(detail::never<Args...>,
                  "this class has no DLC_MODULE(...) that lists its members");
  }

  virtual ~Module();

  /// What DLC_MODULE defines.
  virtual void DLC_MODULE_is_missing_in_this_class(Visitor &visitor) = 0;

protected:
  Module();
  Module(Module &&other) noexcept;
  Module &operator=(Module &&other) noexcept;

private:
  int stack;
};
} // namespace dlc::nn

namespace dlc::detail {
/// Ops traced while it lives belong to the module.
class ModuleCall {
public:
  explicit ModuleCall(nn::Module &module);
  ~ModuleCall();
  ModuleCall(const ModuleCall &) = delete;
  ModuleCall &operator=(const ModuleCall &) = delete;

private:
  int outer;
};
} // namespace dlc::detail

/// Lists the submodules, parameters and buffers of a class derived from nn::Module, and makes
/// objects callable: `net(x)` is `net.forward(x)`.
#define DLC_MODULE(...)                                                                            \
public:                                                                                            \
  template <class... DlcArgs> decltype(auto) operator()(DlcArgs &&...dlcArgs) {                    \
    ::dlc::detail::ModuleCall dlcCall(*this);                                                      \
    return dlcForward(*this, static_cast<DlcArgs &&>(dlcArgs)...);                                 \
  }                                                                                                \
  /* The class as a template's argument: it may have no forward() at all. */                       \
  template <class DlcSelf, class... DlcArgs>                                                       \
  static decltype(auto) dlcForward(DlcSelf &dlcSelf, DlcArgs &&...dlcArgs) {                       \
    if constexpr (requires { dlcSelf.forward(static_cast<DlcArgs &&>(dlcArgs)...); })              \
      return dlcSelf.forward(static_cast<DlcArgs &&>(dlcArgs)...);                                 \
    else                                                                                           \
      static_assert(::dlc::detail::never<DlcArgs...>,                                              \
                    "this module has no forward() that takes these arguments");                    \
  }                                                                                                \
  void DLC_MODULE_is_missing_in_this_class(::dlc::nn::Visitor &dlcVisitor) override {              \
    dlcVisitor.members(sizeof(*this), #__VA_ARGS__ __VA_OPT__(, ) __VA_ARGS__);                    \
  }

#endif
