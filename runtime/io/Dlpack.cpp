//===- Dlpack.cpp - memory shared with other libraries --------------------------------===//
#include "runtime/io/Dlpack.h"
#include "dlc/rt/tensor_io.hpp"
#include <fmt/format.h>

namespace dlc::rt {
namespace {

struct Code {
  DType dtype;
  DLDataType type;
};
constexpr Code codes[] = {{f64, {kDLFloat, 64, 1}}, {f32, {kDLFloat, 32, 1}},
                          {f16, {kDLFloat, 16, 1}}, {bf16, {kDLBfloat, 16, 1}},
                          {i64, {kDLInt, 64, 1}},   {i32, {kDLInt, 32, 1}},
                          {u8, {kDLUInt, 8, 1}},    {boolean, {kDLBool, 8, 1}}};

/// What the receiver holds until it calls the deleter.
template <class Managed> struct Exported {
  Tensor tensor;
  Shape shape, strides;
  Managed managed{};

  explicit Exported(const Tensor &x) : tensor(x), shape(x.shape()), strides(x.strides()) {
    DLTensor &out = managed.dl_tensor;
    out.data = tensor.data_ptr();
    out.device = {kDLCPU, 0};
    out.ndim = int32_t(tensor.dim());
    for (const Code &code : codes)
      if (code.dtype == tensor.dtype())
        out.dtype = code.type;
    out.shape = shape.data();
    out.strides = strides.data();
    managed.manager_ctx = this;
    managed.deleter = [](Managed *self) { delete static_cast<Exported *>(self->manager_ctx); };
  }
};

DType dtypeFrom(const DLDataType &type) {
  for (const Code &code : codes)
    if (code.type.code == type.code && code.type.bits == type.bits && type.lanes == 1)
      return code.dtype;
  throw Error(DLC_ERR_ARGUMENT,
              fmt::format("a DLPack tensor with elements of code {}, {} bits and {} lanes, an "
                          "element type that this runtime has not",
                          type.code, type.bits, type.lanes));
}

/// The tensor keeps `owner` as long as it keeps the memory.
Tensor adopt(const DLTensor &in, const std::shared_ptr<void> &owner) {
  if (in.device.device_type != kDLCPU)
    throw Error(DLC_ERR_ARGUMENT, fmt::format("a DLPack tensor on a device of type {}; this "
                                              "runtime reads memory of the host, type {}",
                                              in.device.device_type, int32_t(kDLCPU)));
  DType dtype = dtypeFrom(in.dtype);
  Shape shape(in.shape, in.shape + in.ndim);
  void *data = static_cast<char *>(in.data) + in.byte_offset;
  auto release = [owner](void *) {};
  if (!in.strides)
    return from_blob(data, shape, dtype, release);
  return from_blob(data, shape, Shape(in.strides, in.strides + in.ndim), dtype, release);
}

template <class Managed> std::shared_ptr<void> own(Managed *managed) {
  return std::shared_ptr<void>(managed, [](void *pointer) {
    auto *released = static_cast<Managed *>(pointer);
    if (released && released->deleter)
      released->deleter(released);
  });
}

} // namespace

DLManagedTensor *to_dlpack(const Tensor &x) { return &(new Exported<DLManagedTensor>(x))->managed; }

DLManagedTensorVersioned *to_dlpack_versioned(const Tensor &x) {
  auto *exported = new Exported<DLManagedTensorVersioned>(x);
  exported->managed.version = {1, 0};
  return &exported->managed;
}

Tensor from_dlpack(DLManagedTensor *managed) { return adopt(managed->dl_tensor, own(managed)); }

Tensor from_dlpack(DLManagedTensorVersioned *managed) {
  std::shared_ptr<void> owner = own(managed);
  if (managed->version.major != 1)
    throw Error(DLC_ERR_VERSION, fmt::format("a tensor of DLPack {}.{}; this runtime knows version "
                                             "1",
                                             managed->version.major, managed->version.minor));
  if (managed->flags & 1)
    throw Error(DLC_ERR_ARGUMENT, "a DLPack tensor that is read only; hint: export a copy of it");
  return adopt(managed->dl_tensor, owner);
}

} // namespace dlc::rt
