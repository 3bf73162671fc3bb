//===- tensor.h - a value of the trace --------------------------*- C++ -*-===//
// A Tensor names one value of the program being traced: immutable, two words cheap, and without
// numbers, since the program runs later. Operations are methods and free functions alike; ops.h
// says what each does.
#ifndef DLC_TENSOR_H
#define DLC_TENSOR_H
#include "dlc/dims.h"

namespace dlc {
class Index;
class Operand;
class Tensor;
class Tensors;
struct Padded;
struct Ranked;

/// What a loss does with the losses of single elements; `batchmean`, kl_div's own, divides their
/// sum by the size of dim 0.
enum class Reduction { none, mean, sum, batchmean };

namespace detail {
template <class...> inline constexpr bool never = false;

/// Not int: a Tensor is never made from a number by accident.
struct Id {
  int number;
};

template <class B>
concept Flag = __is_same(B, bool); // and nothing that converts to one

template <class D>
concept DimLike = requires(D size) { Dim(size); };
} // namespace detail

struct ValuesAndIndices;
struct VarOptions;
struct AddOptions;
struct AddcOptions;
struct DivOptions;
struct RoundOptions;

class Tensor {
public:
  Tensor() = default; // undefined; using it is an error
  Tensor(const Tensor &) = default;
  Tensor &operator=(const Tensor &) & = default; // binds the name to another value

  DType dtype() const;
  Shape shape() const;
  Dim size(int dim) const;
  int dim() const; // the rank, as in PyTorch
  Dim numel() const;
  bool defined() const { return id != 0; }

  // A compound assignment binds the name to a new value; no other name sees it.
  Tensor &operator+=(const Operand &rhs) &;
  Tensor &operator-=(const Operand &rhs) &;
  Tensor &operator*=(const Operand &rhs) &;
  Tensor &operator/=(const Operand &rhs) &;
  Tensor &operator%=(const Operand &rhs) &;
  Tensor &operator&=(const Operand &rhs) &;
  Tensor &operator|=(const Operand &rhs) &;
  Tensor &operator^=(const Operand &rhs) &;

  // Element by element: exp(), add(other), ...
#define DLC_METHOD(name) Tensor name() const;
#define DLC_METHOD_OF_TWO(name) Tensor name(const Operand &other) const;
#include "dlc/ops/methods.def"
  Tensor add(const Operand &other, const AddOptions &options) const; // {.alpha = 2}
  Tensor sub(const Operand &other, const AddOptions &options) const;
  Tensor div(const Operand &other, const DivOptions &options) const; // {.rounding_mode = "floor"}
  Tensor round(const RoundOptions &options) const;                   // {.decimals = 2}
  Tensor clamp(const Operand &low, const Operand &high) const;
  Tensor where(const Tensor &mask, const Operand &otherwise) const; // this where the mask is set
  Tensor lerp(const Tensor &end, const Operand &weight) const;
  Tensor addcmul(const Tensor &lhs, const Tensor &rhs) const;
  Tensor addcmul(const Tensor &lhs, const Tensor &rhs, const AddcOptions &options) const;
  Tensor addcdiv(const Tensor &lhs, const Tensor &rhs) const;
  Tensor addcdiv(const Tensor &lhs, const Tensor &rhs, const AddcOptions &options) const;

  // Of the dtype of this tensor.
  Tensor new_zeros(const Shape &shape) const;
  Tensor new_ones(const Shape &shape) const;
  Tensor new_full(const Shape &shape, const Operand &value) const;

  Tensor sum(const Dims &dims = {}, bool keepdim = false) const;
  Tensor mean(const Dims &dims = {}, bool keepdim = false) const;
  Tensor amax(const Dims &dims = {}, bool keepdim = false) const;
  Tensor amin(const Dims &dims = {}, bool keepdim = false) const;
  Tensor prod(const Dims &dims = {}, bool keepdim = false) const;
  Tensor nansum(const Dims &dims = {}, bool keepdim = false) const;
  Tensor nanmean(const Dims &dims = {}, bool keepdim = false) const;
  Tensor max() const;
  Tensor max(const Tensor &other) const;
  ValuesAndIndices max(int dim, bool keepdim = false) const;
  Tensor min() const;
  Tensor min(const Tensor &other) const;
  ValuesAndIndices min(int dim, bool keepdim = false) const;
  Tensor argmax() const;
  Tensor argmax(int dim, bool keepdim = false) const;
  Tensor argmin() const;
  Tensor argmin(int dim, bool keepdim = false) const;
  Tensor var() const;
  Tensor var(const Dims &dims, VarOptions options) const;
  Tensor var(const Dims &dims) const;
  Tensor var(const Dims &dims, bool unbiased, bool keepdim = false) const;
  template <detail::Flag B> Tensor var(B unbiased) const { return var(Dims(), unbiased); }
  Tensor std() const;
  Tensor std(const Dims &dims, VarOptions options) const;
  Tensor std(const Dims &dims) const;
  Tensor std(const Dims &dims, bool unbiased, bool keepdim = false) const;
  template <detail::Flag B> Tensor std(B unbiased) const { return std(Dims(), unbiased); }
  Tensor norm(double p = 2, const Dims &dims = {}, bool keepdim = false) const;
  Tensor logsumexp(const Dims &dims, bool keepdim = false) const;
  Tensor any(const Dims &dims = {}, bool keepdim = false) const;
  Tensor all(const Dims &dims = {}, bool keepdim = false) const;
  Tensor count_nonzero(const Dims &dims = {}) const;
  Tensor softmax(int dim) const;
  Tensor log_softmax(int dim) const;

  Tensor matmul(const Tensor &other) const;
  Tensor mm(const Tensor &other) const;
  Tensor bmm(const Tensor &other) const;
  Tensor mv(const Tensor &vector) const;
  Tensor dot(const Tensor &other) const;
  Tensor outer(const Tensor &other) const;
  Tensor max_pool2d(Pair kernel) const;
  Tensor max_pool2d(Pair kernel, Pair stride, Pair padding = 0, Pair dilation = 1) const;

  // Other shapes of the same elements, parts of a tensor: ops/shape.h.
  Tensor reshape(const Shape &shape) const;
  template <detail::DimLike... D> Tensor reshape(D... sizes) const {
    return reshape(Shape{Dim(sizes)...});
  }
  Tensor view(const Shape &shape) const { return reshape(shape); }
  template <detail::DimLike... D> Tensor view(D... sizes) const {
    return reshape(Shape{Dim(sizes)...});
  }
  Tensor view_as(const Tensor &other) const { return reshape(other.shape()); }
  Tensor reshape_as(const Tensor &other) const { return reshape(other.shape()); }
  Tensor expand(const Shape &shape) const;
  template <detail::DimLike... D> Tensor expand(D... sizes) const {
    return expand(Shape{Dim(sizes)...});
  }
  Tensor expand_as(const Tensor &other) const { return expand(other.shape()); }
  Tensor broadcast_to(const Shape &shape) const { return expand(shape); }
  Tensor repeat(const Shape &times) const;
  template <detail::DimLike... D> Tensor repeat(D... times) const {
    return repeat(Shape{Dim(times)...});
  }
  Tensor tile(const Shape &times) const;
  Tensor repeat_interleave(Int times) const;
  Tensor repeat_interleave(Int times, int dim) const;
  Tensor flatten(int start = 0, int end = -1) const;
  Tensor ravel() const { return flatten(); }
  Tensor unflatten(int dim, const Shape &sizes) const;
  Tensor permute(const Dims &dims) const;
  template <class... D>
    requires(sizeof...(D) > 1)
  Tensor permute(D... dims) const {
    return permute(Dims{int(dims)...});
  }
  Tensor transpose(int dim0, int dim1) const;
  Tensor swapaxes(int dim0, int dim1) const { return transpose(dim0, dim1); }
  Tensor swapdims(int dim0, int dim1) const { return transpose(dim0, dim1); }
  Tensor movedim(const Dims &from, const Dims &to) const;
  Tensor moveaxis(const Dims &from, const Dims &to) const { return movedim(from, to); }
  Tensor t() const;
  Tensor unsqueeze(int dim) const;
  Tensor squeeze(const Dims &dims = {}) const;
  Tensor flip(const Dims &dims) const;
  Tensor roll(const Dims &shifts, const Dims &dims = {}) const;
  Tensor narrow(int dim, Int start, Int length) const;
  Tensor select(int dim, Int index) const;
  Tensor tril(Int diagonal = 0) const;
  Tensor triu(Int diagonal = 0) const;
  Tensor diagonal(Int offset = 0, int dim1 = 0, int dim2 = 1) const;
  Tensor diag(Int diagonal = 0) const;
  Tensor unfold(int dim, Int size, Int step) const;
  Tensors split(Int size, int dim = 0) const;
  Tensors split(std::initializer_list<Int> sizes, int dim = 0) const;
  Tensors chunk(Int chunks, int dim = 0) const;
  Tensors unbind(int dim = 0) const;
  Tensor contiguous() const { return *this; }   // layouts are the compiler's
  Tensor operator[](const Tensor &index) const; // indices; of a mask there is masked_select

  Tensor gather(int dim, const Tensor &index) const;
  Tensor take_along_dim(const Tensor &indices, int dim) const;
  Tensor take(const Tensor &indices) const;
  Tensor index_select(int dim, const Tensor &index) const;
  Tensor index(std::initializer_list<Tensor> indices) const;
  Tensor scatter(int dim, const Tensor &index, const Operand &src) const;
  Tensor scatter_add(int dim, const Tensor &index, const Tensor &src) const;
  Tensor scatter_reduce(int dim, const Tensor &index, const Tensor &src, const char *reduce,
                        bool include_self = true) const;
  Tensor index_add(int dim, const Tensor &index, const Tensor &source, double alpha = 1) const;
  Tensor index_copy(int dim, const Tensor &index, const Tensor &source) const;
  Tensor index_fill(int dim, const Tensor &index, const Operand &value) const;
  Tensor index_put(std::initializer_list<Tensor> indices, const Operand &values,
                   bool accumulate = false) const;
  Tensor masked_fill(const Tensor &mask, const Operand &value) const;
  Tensor masked_scatter(const Tensor &mask, const Tensor &source) const;
  Padded masked_select(const Tensor &mask) const;
  Padded nonzero() const;
  Tensor bincount(Int bins) const;
  Tensor histc(Int bins, double min, double max) const;
  Tensor cumsum(int dim) const;
  Tensor cumprod(int dim) const;
  Tensor logcumsumexp(int dim) const;
  Ranked cummax(int dim) const;
  Ranked cummin(int dim) const;
  Ranked sort(int dim = -1, bool descending = false) const;
  Tensor argsort(int dim = -1, bool descending = false) const;
  Tensor msort() const;
  Ranked topk(Int k, int dim = -1, bool largest = true) const;
  Ranked kthvalue(Int k, int dim = -1, bool keepdim = false) const;

  /// `x[i]`, `x[Slice(1, 5)]`: one index, for the first dim. More of them: `x(0, Slice(1, 5))`.
  Tensor operator[](const Index &at) const;
  /// An index a dim, from the first: numbers, Slice, Ellipsis, None. `x(Ellipsis, -1)` is
  /// Python's `x[..., -1]`, and so is `x.index({Ellipsis, -1})`.
  template <class... I>
    requires(sizeof...(I) > 0)
  Tensor operator()(const I &...at) const {
    return index({Index(at)...});
  }
  Tensor index(std::initializer_list<Index> at) const;

  Tensor to(DType dtype) const;
  Tensor to(const char *device) const; // accepted: the target of the compilation decides
  Tensor detach() const;
  Tensor clone() const; // the value as it is now, whatever is written to a parameter later

  /// Gradients of this loss for every parameter that this entry has read so far, and for every
  /// tensor of `requires_grad_` and `retain_grad`, added to `.grad()`. Where it is no scalar,
  /// `cotangent`, of its shape, says with what its elements count.
  void backward() const;
  void backward(const Tensor &cotangent) const;
  /// Whether a gradient would flow through: it was computed from a parameter that is not frozen, or
  /// from a tensor of `requires_grad_`.
  bool requires_grad() const;
  /// Not computed from anything that requires a gradient.
  bool is_leaf() const;
  /// Makes a leaf, such as an input of the entry, one that `backward` gives a gradient of.
  Tensor &requires_grad_(bool on = true);
  /// The same for a tensor that was computed.
  void retain_grad();
  /// What `backward` has given since the last zero_grad.
  Tensor grad() const;
  void zero_grad();

  // What needs numbers is an error that says what to write instead.
  template <class T = double> T item() const {
    detailItem();
    return T();
  }
  explicit operator bool() const;

  // What would write in place does not exist.
#define DLC_NOT_IN_PLACE(name, instead)                                                            \
  template <class... T> Tensor &name(T &&...) {                                                    \
    static_assert(detail::never<T...>, "a Tensor of the trace is immutable: write " instead);      \
    return *this;                                                                                  \
  }
  DLC_NOT_IN_PLACE(add_, "`x += y`, which binds x to a new value")
  DLC_NOT_IN_PLACE(sub_, "`x -= y`, which binds x to a new value")
  DLC_NOT_IN_PLACE(mul_, "`x *= y`, which binds x to a new value")
  DLC_NOT_IN_PLACE(div_, "`x /= y`, which binds x to a new value")
  DLC_NOT_IN_PLACE(relu_, "`x = x.relu()`")
  DLC_NOT_IN_PLACE(exp_, "`x = x.exp()`")
  DLC_NOT_IN_PLACE(clamp_, "`x = x.clamp(low, high)`")
  DLC_NOT_IN_PLACE(fill_, "`x = full(x.shape(), value)`")
  DLC_NOT_IN_PLACE(zero_, "`x = zeros(x.shape())`")
  DLC_NOT_IN_PLACE(copy_, "`x = y`; a Parameter or Buffer has copy_")
  DLC_NOT_IN_PLACE(masked_fill_, "`x = where(mask, value, x)`")
  DLC_NOT_IN_PLACE(index_put_, "`x = where(mask, value, x)`, or `cat` of the parts")
#undef DLC_NOT_IN_PLACE

  // Nor does writing to a part.
#define DLC_NOT_A_PLACE(op)                                                                        \
  template <class T> Tensor &operator op(const T &) && {                                           \
    static_assert(                                                                                 \
        detail::never<T>,                                                                          \
        "a part of a Tensor is a value of its own, and nothing is written through it: "            \
        "write `x = where(mask, value, x)`, or `x = cat({before, value, behind}, dim)`");          \
    return *this;                                                                                  \
  }
  DLC_NOT_A_PLACE(=)
  DLC_NOT_A_PLACE(+=)
  DLC_NOT_A_PLACE(-=)
  DLC_NOT_A_PLACE(*=)
  DLC_NOT_A_PLACE(/=)
#undef DLC_NOT_A_PLACE

protected:
  explicit Tensor(detail::Id id) : id(id.number) {}
  [[noreturn]] void detailItem() const;
  int id = 0; // above 0: a value of the trace; below: a parameter, buffer or other state
  friend struct Handle;
};

/// As many values as there can be at most; the first `count` (i64, 0-d) are there, others are 0.
struct Padded {
  Tensor values, count;
};

/// Elements in some order, and the indices they had along the dimension.
struct Ranked {
  Tensor values, indices;
};

} // namespace dlc

#include "dlc/index.h"
#include "dlc/operand.h"
#include "dlc/tensors.h"
#endif
