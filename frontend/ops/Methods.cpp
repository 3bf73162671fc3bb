//===- Methods.cpp - methods of Tensor: the free functions by another name -===//
#include "dlc/ops.h"
#include "frontend/trace/Tracer.h"

namespace dlc {
/// A Tensor that is another name of a parameter cannot be bound anew without surprise.
static Tensor &rebind(Tensor &x, const Tensor &value) {
  if (Handle::id(x) < 0)
    fail("a compound assignment to a Tensor that is another name of `" +
         tracer().nameOf(-Handle::id(x)) +
         "`; hint: write it to the Parameter itself, or take x.clone() first");
  return x = value;
}

Tensor &Tensor::operator+=(const Operand &rhs) & { return rebind(*this, *this + rhs); }
Tensor &Tensor::operator-=(const Operand &rhs) & { return rebind(*this, *this - rhs); }
Tensor &Tensor::operator*=(const Operand &rhs) & { return rebind(*this, *this * rhs); }
Tensor &Tensor::operator/=(const Operand &rhs) & { return rebind(*this, *this / rhs); }
Tensor &Tensor::operator%=(const Operand &rhs) & { return rebind(*this, *this % rhs); }
Tensor &Tensor::operator&=(const Operand &rhs) & { return rebind(*this, *this & rhs); }
Tensor &Tensor::operator|=(const Operand &rhs) & { return rebind(*this, *this | rhs); }
Tensor &Tensor::operator^=(const Operand &rhs) & { return rebind(*this, *this ^ rhs); }

#define DLC_METHOD(name)                                                                           \
  Tensor Tensor::name() const { return dlc::name(*this); }
#define DLC_METHOD_OF_TWO(name)                                                                    \
  Tensor Tensor::name(const Operand &other) const { return dlc::name(*this, other); }
#include "dlc/ops/methods.def"
Tensor Tensor::add(const Operand &other, const AddOptions &options) const {
  return dlc::add(*this, other, options);
}
Tensor Tensor::sub(const Operand &other, const AddOptions &options) const {
  return dlc::sub(*this, other, options);
}
Tensor Tensor::div(const Operand &other, const DivOptions &options) const {
  return dlc::div(*this, other, options);
}
Tensor Tensor::round(const RoundOptions &options) const { return dlc::round(*this, options); }

#define DLC_METHOD(name)                                                                           \
  Tensor Tensor::name() const { return dlc::name(*this); }
DLC_METHOD(max)
DLC_METHOD(min)
DLC_METHOD(argmax)
DLC_METHOD(argmin)
DLC_METHOD(var)
DLC_METHOD(std)
DLC_METHOD(t)
DLC_METHOD(detach)
#undef DLC_METHOD

#define DLC_METHOD(name)                                                                           \
  Tensor Tensor::name(const Dims &dims, bool keepdim) const {                                      \
    return dlc::name(*this, dims, keepdim);                                                        \
  }
DLC_METHOD(sum)
DLC_METHOD(mean)
DLC_METHOD(prod)
DLC_METHOD(nansum)
DLC_METHOD(nanmean)
DLC_METHOD(amax)
DLC_METHOD(amin)
DLC_METHOD(logsumexp)
DLC_METHOD(any)
DLC_METHOD(all)
#undef DLC_METHOD

Tensor Tensor::clamp(const Operand &low, const Operand &high) const {
  return dlc::clamp(*this, low, high);
}
Tensor Tensor::where(const Tensor &mask, const Operand &otherwise) const {
  return dlc::where(mask, *this, otherwise);
}
Tensor Tensor::lerp(const Tensor &end, const Operand &weight) const {
  return dlc::lerp(*this, end, weight);
}
Tensor Tensor::addcmul(const Tensor &lhs, const Tensor &rhs) const {
  return dlc::addcmul(*this, lhs, rhs);
}
Tensor Tensor::addcdiv(const Tensor &lhs, const Tensor &rhs) const {
  return dlc::addcdiv(*this, lhs, rhs);
}
Tensor Tensor::addcmul(const Tensor &lhs, const Tensor &rhs, const AddcOptions &options) const {
  return dlc::addcmul(*this, lhs, rhs, options);
}
Tensor Tensor::addcdiv(const Tensor &lhs, const Tensor &rhs, const AddcOptions &options) const {
  return dlc::addcdiv(*this, lhs, rhs, options);
}
Tensor Tensor::new_zeros(const Shape &shape) const { return zeros(shape, dtype()); }
Tensor Tensor::new_ones(const Shape &shape) const { return ones(shape, dtype()); }
Tensor Tensor::new_full(const Shape &shape, const Operand &value) const {
  return full(shape, value, dtype());
}
Tensor Tensor::max(const Tensor &other) const { return dlc::max(*this, other); }
Tensor Tensor::min(const Tensor &other) const { return dlc::min(*this, other); }
ValuesAndIndices Tensor::max(int dim, bool keepdim) const { return dlc::max(*this, dim, keepdim); }
ValuesAndIndices Tensor::min(int dim, bool keepdim) const { return dlc::min(*this, dim, keepdim); }
Tensor Tensor::argmax(int dim, bool keepdim) const { return dlc::argmax(*this, dim, keepdim); }
Tensor Tensor::argmin(int dim, bool keepdim) const { return dlc::argmin(*this, dim, keepdim); }
#define DLC_METHOD(name)                                                                           \
  Tensor Tensor::name(const Dims &dims, VarOptions options) const {                                \
    return dlc::name(*this, dims, options);                                                        \
  }                                                                                                \
  Tensor Tensor::name(const Dims &dims) const { return dlc::name(*this, dims); }                   \
  Tensor Tensor::name(const Dims &dims, bool unbiased, bool keepdim) const {                       \
    return dlc::name(*this, dims, unbiased, keepdim);                                              \
  }
DLC_METHOD(var)
DLC_METHOD(std)
#undef DLC_METHOD
Tensor Tensor::norm(double p, const Dims &dims, bool keepdim) const {
  return dlc::norm(*this, p, dims, keepdim);
}
Tensor Tensor::count_nonzero(const Dims &dims) const { return dlc::count_nonzero(*this, dims); }
Tensor Tensor::softmax(int dim) const { return dlc::softmax(*this, dim); }
Tensor Tensor::log_softmax(int dim) const { return dlc::log_softmax(*this, dim); }
Tensor Tensor::matmul(const Tensor &other) const { return dlc::matmul(*this, other); }
Tensor Tensor::mm(const Tensor &other) const { return dlc::mm(*this, other); }
Tensor Tensor::bmm(const Tensor &other) const { return dlc::bmm(*this, other); }
Tensor Tensor::mv(const Tensor &vector) const { return dlc::mv(*this, vector); }
Tensor Tensor::dot(const Tensor &other) const { return dlc::dot(*this, other); }
Tensor Tensor::outer(const Tensor &other) const { return dlc::outer(*this, other); }

// Shapes and windows.
Tensor Tensor::max_pool2d(Pair kernel) const { return dlc::max_pool2d(*this, kernel); }
Tensor Tensor::max_pool2d(Pair kernel, Pair stride, Pair padding, Pair dilation) const {
  return dlc::max_pool2d(*this, kernel, stride, padding, dilation);
}
Tensor Tensor::reshape(const Shape &shape) const { return dlc::reshape(*this, shape); }
Tensor Tensor::expand(const Shape &shape) const { return dlc::expand(*this, shape); }
Tensor Tensor::repeat(const Shape &times) const { return dlc::repeat(*this, times); }
Tensor Tensor::tile(const Shape &times) const { return dlc::tile(*this, times); }
Tensor Tensor::repeat_interleave(Int times) const { return dlc::repeat_interleave(*this, times); }
Tensor Tensor::repeat_interleave(Int times, int dim) const {
  return dlc::repeat_interleave(*this, times, dim);
}
Tensor Tensor::flatten(int start, int end) const { return dlc::flatten(*this, start, end); }
Tensor Tensor::unflatten(int dim, const Shape &sizes) const {
  return dlc::unflatten(*this, dim, sizes);
}
Tensor Tensor::permute(const Dims &dims) const { return dlc::permute(*this, dims); }
Tensor Tensor::transpose(int dim0, int dim1) const { return dlc::transpose(*this, dim0, dim1); }
Tensor Tensor::movedim(const Dims &from, const Dims &to) const {
  return dlc::movedim(*this, from, to);
}
Tensor Tensor::unsqueeze(int dim) const { return dlc::unsqueeze(*this, dim); }
Tensor Tensor::squeeze(const Dims &dims) const { return dlc::squeeze(*this, dims); }
Tensor Tensor::flip(const Dims &dims) const { return dlc::flip(*this, dims); }
Tensor Tensor::roll(const Dims &shifts, const Dims &dims) const {
  return dlc::roll(*this, shifts, dims);
}
Tensor Tensor::narrow(int dim, Int start, Int length) const {
  return dlc::narrow(*this, dim, start, length);
}
Tensor Tensor::select(int dim, Int index) const { return dlc::select(*this, dim, index); }
Tensor Tensor::tril(Int diagonal) const { return dlc::tril(*this, diagonal); }
Tensor Tensor::triu(Int diagonal) const { return dlc::triu(*this, diagonal); }
Tensor Tensor::diagonal(Int offset, int dim1, int dim2) const {
  return dlc::diagonal(*this, offset, dim1, dim2);
}
Tensor Tensor::diag(Int diagonal) const { return dlc::diag(*this, diagonal); }
Tensors Tensor::split(Int size, int dim) const { return dlc::split(*this, size, dim); }
Tensors Tensor::split(std::initializer_list<Int> sizes, int dim) const {
  return dlc::split(*this, sizes, dim);
}
Tensors Tensor::chunk(Int chunks, int dim) const { return dlc::chunk(*this, chunks, dim); }
Tensors Tensor::unbind(int dim) const { return dlc::unbind(*this, dim); }

Tensor Tensor::operator[](const Tensor &at) const { return index({Index(at)}); }
Tensor Tensor::gather(int dim, const Tensor &index) const { return dlc::gather(*this, dim, index); }
Tensor Tensor::take_along_dim(const Tensor &indices, int dim) const {
  return dlc::take_along_dim(*this, indices, dim);
}
Tensor Tensor::take(const Tensor &indices) const { return dlc::take(*this, indices); }
Tensor Tensor::index_select(int dim, const Tensor &index) const {
  return dlc::index_select(*this, dim, index);
}
Tensor Tensor::index(std::initializer_list<Tensor> indices) const {
  return dlc::index(*this, indices);
}
Tensor Tensor::scatter(int dim, const Tensor &index, const Operand &src) const {
  return dlc::scatter(*this, dim, index, src);
}
Tensor Tensor::scatter_add(int dim, const Tensor &index, const Tensor &src) const {
  return dlc::scatter_add(*this, dim, index, src);
}
Tensor Tensor::scatter_reduce(int dim, const Tensor &index, const Tensor &src, const char *reduce,
                              bool include_self) const {
  return dlc::scatter_reduce(*this, dim, index, src, reduce, include_self);
}
Tensor Tensor::index_add(int dim, const Tensor &index, const Tensor &source, double alpha) const {
  return dlc::index_add(*this, dim, index, source, alpha);
}
Tensor Tensor::index_copy(int dim, const Tensor &index, const Tensor &source) const {
  return dlc::index_copy(*this, dim, index, source);
}
Tensor Tensor::index_fill(int dim, const Tensor &index, const Operand &value) const {
  return dlc::index_fill(*this, dim, index, value);
}
Tensor Tensor::index_put(std::initializer_list<Tensor> indices, const Operand &values,
                         bool accumulate) const {
  return dlc::index_put(*this, indices, values, accumulate);
}
Tensor Tensor::masked_fill(const Tensor &mask, const Operand &value) const {
  return dlc::masked_fill(*this, mask, value);
}
Tensor Tensor::masked_scatter(const Tensor &mask, const Tensor &source) const {
  return dlc::masked_scatter(*this, mask, source);
}
Padded Tensor::masked_select(const Tensor &mask) const { return dlc::masked_select(*this, mask); }
Padded Tensor::nonzero() const { return dlc::nonzero(*this); }
Tensor Tensor::bincount(Int bins) const { return dlc::bincount(*this, bins); }
Tensor Tensor::histc(Int bins, double min, double max) const {
  return dlc::histc(*this, bins, min, max);
}
Tensor Tensor::cumsum(int dim) const { return dlc::cumsum(*this, dim); }
Tensor Tensor::cumprod(int dim) const { return dlc::cumprod(*this, dim); }
Tensor Tensor::logcumsumexp(int dim) const { return dlc::logcumsumexp(*this, dim); }
Ranked Tensor::cummax(int dim) const { return dlc::cummax(*this, dim); }
Ranked Tensor::cummin(int dim) const { return dlc::cummin(*this, dim); }
Ranked Tensor::sort(int dim, bool descending) const { return dlc::sort(*this, dim, descending); }
Tensor Tensor::argsort(int dim, bool descending) const {
  return dlc::argsort(*this, dim, descending);
}
Tensor Tensor::msort() const { return dlc::msort(*this); }
Ranked Tensor::topk(Int k, int dim, bool largest) const {
  return dlc::topk(*this, k, dim, largest);
}
Ranked Tensor::kthvalue(Int k, int dim, bool keepdim) const {
  return dlc::kthvalue(*this, k, dim, keepdim);
}

Tensor Tensor::clone() const { return tracer().tensorOf(tracer().valueOf(*this)); }

Tensor Tensor::to(const char *device) const {
  Tracer &t = tracer();
  const std::vector<UserLine> &lines = t.stacks.lines(t.stacks.record());
  if (!lines.empty())
    llvm::errs()
        << lines[0].file << ":" << lines[0].line << ": note: `.to(\"" << device
        << "\")` does nothing; the target of the compilation decides where a program runs\n";
  return *this;
}

void Tensor::detailItem() const {
  fail("`item()` needs a number, and this code runs at compile time, when there is none; hint: "
       "return the "
       "tensor as a result of the entry");
}

Tensor::operator bool() const {
  fail("a Tensor as a condition of `if`, `while`, `&&`, `||` or `!` needs a number, and this code "
       "runs at "
       "compile time, when there is none; hint: `where(mask, a, b)`, and `&`, `|`, `~` on masks");
}
} // namespace dlc
