//===- tensor_list.h - several tensors --------------------------*- C++ -*-===//
#ifndef DLC_TENSOR_LIST_H
#define DLC_TENSOR_LIST_H
#include "dlc/tensor.h"

namespace dlc {
/// What split() returns and cat() takes: `{a, b}`, anything with begin() and end(), or an empty
/// list that is appended to.
class TensorList {
public:
  TensorList() = default;
  TensorList(std::initializer_list<Tensor> list) {
    for (const Tensor &tensor : list)
      append(tensor);
  }
  template <class Range>
    requires requires(const Range &range) {
      range.begin();
      range.end();
      Tensor(*range.begin());
    }
  TensorList(const Range &range) {
    for (const auto &tensor : range)
      append(tensor);
  }
  TensorList(const TensorList &other) {
    for (const Tensor &tensor : other)
      append(tensor);
  }
  TensorList(TensorList &&other) noexcept
      : tensors(other.tensors), count(other.count), room(other.room) {
    other.tensors = nullptr;
    other.count = other.room = 0;
  }
  TensorList &operator=(TensorList other) noexcept {
    Tensor *kept = tensors;
    tensors = other.tensors;
    other.tensors = kept;
    count = other.count;
    room = other.room;
    return *this;
  }
  ~TensorList() { delete[] tensors; }

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
  Tensor &operator[](int i) { return tensors[i]; }
  const Tensor &operator[](int i) const { return tensors[i]; }
  const Tensor *begin() const { return tensors; }
  const Tensor *end() const { return tensors + count; }

private:
  Tensor *tensors = nullptr;
  int count = 0, room = 0;
};
} // namespace dlc
#endif
