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

Tensor &Tensor::operator+=(const Operand &rhs) { return rebind(*this, *this + rhs); }
Tensor &Tensor::operator-=(const Operand &rhs) { return rebind(*this, *this - rhs); }
Tensor &Tensor::operator*=(const Operand &rhs) { return rebind(*this, *this * rhs); }
Tensor &Tensor::operator/=(const Operand &rhs) { return rebind(*this, *this / rhs); }

#define DLC_METHOD(name)                                                                           \
  Tensor Tensor::name() const { return dlc::name(*this); }
DLC_METHOD(exp)
DLC_METHOD(log)
DLC_METHOD(sqrt)
DLC_METHOD(rsqrt)
DLC_METHOD(square)
DLC_METHOD(reciprocal)
DLC_METHOD(tanh)
DLC_METHOD(abs)
DLC_METHOD(relu)
DLC_METHOD(sigmoid)
DLC_METHOD(argmax)
DLC_METHOD(t)
DLC_METHOD(detach)
#undef DLC_METHOD

#define DLC_METHOD(name)                                                                           \
  Tensor Tensor::name(const Operand &other) const { return dlc::name(*this, other); }
DLC_METHOD(pow)
DLC_METHOD(maximum)
DLC_METHOD(minimum)
DLC_METHOD(eq)
DLC_METHOD(ne)
DLC_METHOD(lt)
DLC_METHOD(le)
DLC_METHOD(gt)
DLC_METHOD(ge)
#undef DLC_METHOD

#define DLC_METHOD(name)                                                                           \
  Tensor Tensor::name(const Dims &dims, bool keepdim) const {                                      \
    return dlc::name(*this, dims, keepdim);                                                        \
  }
DLC_METHOD(sum)
DLC_METHOD(mean)
DLC_METHOD(amax)
DLC_METHOD(amin)
#undef DLC_METHOD

Tensor Tensor::clamp(const Operand &low, const Operand &high) const {
  return dlc::clamp(*this, low, high);
}
Tensor Tensor::argmax(int dim, bool keepdim) const { return dlc::argmax(*this, dim, keepdim); }
Tensor Tensor::softmax(int dim) const { return dlc::softmax(*this, dim); }
Tensor Tensor::log_softmax(int dim) const { return dlc::log_softmax(*this, dim); }
Tensor Tensor::matmul(const Tensor &other) const { return dlc::matmul(*this, other); }
Tensor Tensor::max_pool2d(Pair kernel) const { return dlc::max_pool2d(*this, kernel); }
Tensor Tensor::max_pool2d(Pair kernel, Pair stride, Pair padding, Pair dilation) const {
  return dlc::max_pool2d(*this, kernel, stride, padding, dilation);
}
Tensor Tensor::reshape(const Shape &shape) const { return dlc::reshape(*this, shape); }
Tensor Tensor::expand(const Shape &shape) const { return dlc::expand(*this, shape); }
Tensor Tensor::flatten(int start, int end) const { return dlc::flatten(*this, start, end); }
Tensor Tensor::permute(const Dims &dims) const { return dlc::permute(*this, dims); }
Tensor Tensor::transpose(int dim0, int dim1) const { return dlc::transpose(*this, dim0, dim1); }
Tensor Tensor::unsqueeze(int dim) const { return dlc::unsqueeze(*this, dim); }
Tensor Tensor::squeeze(int dim) const { return dlc::squeeze(*this, dim); }
Tensor Tensor::flip(const Dims &dims) const { return dlc::flip(*this, dims); }
Tensor Tensor::narrow(int dim, Int start, Int length) const {
  return dlc::narrow(*this, dim, start, length);
}

Tensor Tensor::operator[](const Tensor &at) const { return dlc::index(*this, {at}); }
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
