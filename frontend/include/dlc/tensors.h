//===- tensors.h - lists of tensors, and functions on them -------*- C++ -*-===//
#ifndef DLC_TENSORS_H
#define DLC_TENSORS_H
#include "dlc/tensor.h"

namespace dlc {
/// A few tensors: what a loop carries, runs over and gives, gradients of several inputs.
class Tensors {
public:
  static constexpr int maxCount = 16;
  Tensors() = default;
  Tensors(const Tensor &one) { append(one); }
  Tensors(std::initializer_list<Tensor> list) {
    for (const Tensor &tensor : list)
      append(tensor);
  }
  void append(const Tensor &tensor);
  int size() const { return count; }
  const Tensor &operator[](int i) const;
  const Tensor *begin() const { return tensors; }
  const Tensor *end() const { return tensors + count; }

private:
  Tensor tensors[maxCount];
  int count = 0;
};

namespace detail {
template <class T> struct Referred {
  using Type = T;
};
template <class T> struct Referred<T &> {
  using Type = T;
};
template <class T> using RemoveReference = typename Referred<T>::Type;

struct RegionBody {
  Tensors (*call)(void *context, const Tensors &carry);
  void *context;
};

const Tensor &only(const char *what, const Tensors &tensors);

template <class F> Tensors callBody(F &f, const Tensors &carry) {
  if constexpr (requires { Tensors(f(carry)); })
    return f(carry);
  else if constexpr (requires(Tensor one) { Tensors(f(one)); })
    return f(only("carry", carry));
  else
    static_assert(never<F>, "the function takes its Tensor, or Tensors, and returns the same");
}

template <class F> RegionBody regionBody(F &f) {
  return {[](void *context, const Tensors &carry) {
            return callBody(*static_cast<F *>(context), carry);
          },
          const_cast<void *>(static_cast<const void *>(&f))};
}

/// What a body gives, as the user's function gives it: a Tensor or Tensors.
template <class T> T unwrap(const Tensors &tensors) {
  if constexpr (__is_same(T, Tensors))
    return tensors;
  else
    return tensors[0];
}
} // namespace detail
} // namespace dlc
#endif
