//===- tensors.h - lists of tensors, and functions on them -------*- C++ -*-===//
#ifndef DLC_TENSORS_H
#define DLC_TENSORS_H
#include "dlc/tensor.h"

namespace dlc {
/// Several tensors: what cat() takes and split() returns, what a loop carries, gradients of several
/// inputs. One tensor, `{a, b}`, anything with begin() and end(), or an empty list that is appended
/// to.
class Tensors {
public:
  Tensors() = default;
  Tensors(const Tensor &one) { append(one); }
  Tensors(std::initializer_list<Tensor> list) {
    for (const Tensor &tensor : list)
      append(tensor);
  }
  template <class Range>
    requires requires(const Range &range) {
      range.begin();
      range.end();
      Tensor(*range.begin());
    }
  Tensors(const Range &range) {
    for (const auto &tensor : range)
      append(tensor);
  }
  Tensors(const Tensors &other) {
    for (const Tensor &tensor : other)
      append(tensor);
  }
  Tensors(Tensors &&other) noexcept : tensors(other.tensors), count(other.count), room(other.room) {
    other.tensors = nullptr;
    other.count = other.room = 0;
  }
  Tensors &operator=(Tensors other) noexcept {
    Tensor *kept = tensors;
    tensors = other.tensors;
    other.tensors = kept;
    count = other.count;
    room = other.room;
    return *this;
  }
  ~Tensors() { delete[] tensors; }

  void append(const Tensor &tensor) {
    if (count == room) {
      room = room ? 2 * room : 4;
      Tensor *grown = new Tensor[room];
      for (int i = 0; i < count; ++i)
        grown[i] = tensors[i];
      delete[] tensors;
      tensors = grown;
    }
    tensors[count++] = tensor;
  }
  int size() const { return count; }
  Tensor &operator[](int i) { return tensors[checked(i)]; }
  const Tensor &operator[](int i) const { return tensors[checked(i)]; }
  const Tensor *begin() const { return tensors; }
  const Tensor *end() const { return tensors + count; }

private:
  int checked(int i) const; // an error unless there is an i-th
  Tensor *tensors = nullptr;
  int count = 0, room = 0;
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
