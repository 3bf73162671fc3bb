//===- state.h - parameters and buffers -------------------------*- C++ -*-===//
// What outlives an entry. Reading one gives its present value; entries may write them.
#ifndef DLC_STATE_H
#define DLC_STATE_H
#include "dlc/tensor.h"

namespace dlc {
/// How a parameter starts: drawn in the binary, keyed by the seed and the parameter's name.
struct Init {
  enum Kind : unsigned char { Constant, Uniform, Normal };
  Kind kind = Constant;
  double a = 0, b = 0; // the constant; low and high; mean and standard deviation
};
namespace init {
inline Init constant(double value) { return {Init::Constant, value, 0}; }
inline Init zeros() { return constant(0); }
inline Init ones() { return constant(1); }
inline Init uniform(double low, double high) { return {Init::Uniform, low, high}; }
inline Init normal(double mean = 0, double deviation = 1) {
  return {Init::Normal, mean, deviation};
}
/// PyTorch's kaiming_uniform_(a = sqrt(5)), which Linear and Conv2d use for weights, and its
/// uniform bias: bounds of 1 / sqrt(fan_in) both.
Init fanIn(Int fan);
} // namespace init

/// A tensor that outlives an entry.
class State : public Tensor {
public:
  State(const State &) = delete;
  State &operator=(const State &) = delete;

  /// Writes `value`, broadcast and converted to this shape and dtype. No gradient flows through.
  void copy_(const Operand &value);
  State &operator+=(const Operand &rhs);
  State &operator-=(const Operand &rhs);
  State &operator*=(const Operand &rhs);
  State &operator/=(const Operand &rhs);

  template <class T>
    requires requires(const T &value) { Operand(value); }
  State &operator=(const T &) {
    static_assert(detail::never<T>, "a Parameter or Buffer keeps its name: write `w.copy_(value)`");
    return *this;
  }

protected:
  State();
  State(const Shape &shape, Init init, DType dtype, bool trainable);
  State(const Tensor &initial, bool trainable);
  State(State &&other) noexcept;
  State &operator=(State &&other) noexcept;
  ~State();
  friend void tie(class Parameter &, class Parameter &);
};

class Parameter : public State {
public:
  Parameter() = default; // empty: no parameter, as the bias of a layer without one
  explicit Parameter(const Shape &shape, Init init = {})
      : Parameter(shape, init, get_default_dtype()) {}
  Parameter(const Shape &shape, Init init, DType dtype) : State(shape, init, dtype, true) {}
  /// Starts as a tensor computed at program scope: `Parameter w{0.01 * randn({784, 256})}`.
  explicit Parameter(const Tensor &initial) : State(initial, true) {}
  Parameter(Parameter &&) = default;
  Parameter &operator=(Parameter &&) = default;
  using State::operator=;

  Tensor grad() const;
  void zero_grad();
  bool requires_grad() const;
  Parameter &requires_grad_(bool on = true); // false freezes it
};

/// State that no optimiser touches: running means, tables.
class Buffer : public State {
public:
  Buffer() = default;
  explicit Buffer(const Shape &shape, Init init = {}) : Buffer(shape, init, get_default_dtype()) {}
  Buffer(const Shape &shape, Init init, DType dtype) : State(shape, init, dtype, false) {}
  explicit Buffer(const Tensor &initial) : State(initial, false) {}
  Buffer(Buffer &&) = default;
  Buffer &operator=(Buffer &&) = default;
  using State::operator=;
};

/// Makes `b` another name of `a`.
void tie(Parameter &a, Parameter &b);

/// Parameters in the order of the state dict, for optimisers.
class ParameterList {
public:
  ParameterList() = default;
  ParameterList(const ParameterList &other);
  ParameterList(ParameterList &&other) noexcept : ids(other.ids), count(other.count) {
    other.ids = nullptr;
    other.count = 0;
  }
  ParameterList &operator=(ParameterList other) noexcept {
    int *kept = ids;
    ids = other.ids;
    other.ids = kept;
    count = other.count;
    return *this;
  }
  ~ParameterList() { delete[] ids; }
  void append(int id);
  int size() const { return count; }
  int operator[](int i) const { return ids[i]; }
  friend ParameterList operator+(const ParameterList &lhs, const ParameterList &rhs);

private:
  int *ids = nullptr;
  int count = 0;
};
} // namespace dlc
#endif
