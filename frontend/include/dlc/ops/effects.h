//===- effects.h - what an entry does beside computing -----------*- C++ -*-===//
// These happen when the entry runs, in the order in which they stand, once a call.
#ifndef DLC_OPS_EFFECTS_H
#define DLC_OPS_EFFECTS_H
#include "dlc/operand.h"

namespace dlc {
namespace detail {
/// A text, or a tensor or number.
class Printable {
public:
  Printable(const char *text) : text(text) {}
  template <class String>
    requires requires(const String &string) { string.c_str(); }
  Printable(const String &string) : text(string.c_str()) {}
  template <class T>
    requires requires(const T &value) { Operand(value); }
  Printable(const T &value) : operand(value) {}

  const char *text = nullptr;
  Operand operand = 0;
};
template <class T>
concept Printed = requires(const T &item) { Printable(item); };

void print(const Printable *items, int count);
} // namespace detail

/// A line on standard output with all of its arguments, a space between them: texts, numbers,
/// and tensors as PyTorch prints them. Any shape and dtype; of a dynamic dimension as much as is
/// live. A tensor is computed for being printed even if nothing else needs it.
/// Errors: at program scope, where nothing runs.
template <class... T>
  requires(sizeof...(T) > 0 && (detail::Printed<T> && ...))
void print(const T &...items) {
  const detail::Printable all[] = {items...};
  detail::print(all, int(sizeof...(T)));
}

/// Stops the entry unless every element of `mask` is true: the call fails with the message, the
/// user's line, and how many elements are false. Parameters keep the values they had before the
/// entry. As torch._assert.
/// Errors: a mask that is not bool; at program scope.
void assert_(const Tensor &mask, const char *message);
} // namespace dlc
#endif
