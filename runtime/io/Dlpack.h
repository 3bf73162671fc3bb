//===- Dlpack.h - DLPack's structures ------------------------------------------*- C++ -*-===//
//
// The binary interface of DLPack 1.0 (dmlc/dlpack, include/dlpack/dlpack.h): what libraries hand
// each other when they share the memory of a tensor.
//===-----------------------------------------------------------------------------------===//
#ifndef DLC_RUNTIME_IO_DLPACK_H
#define DLC_RUNTIME_IO_DLPACK_H
#include <cstdint>

extern "C" {

enum : int32_t { kDLCPU = 1 };
enum : uint8_t { kDLInt = 0, kDLUInt = 1, kDLFloat = 2, kDLBfloat = 4, kDLBool = 6 };

struct DLPackVersion {
  uint32_t major, minor;
};
struct DLDevice {
  int32_t device_type, device_id;
};
struct DLDataType {
  uint8_t code, bits;
  uint16_t lanes;
};
struct DLTensor {
  void *data;
  DLDevice device;
  int32_t ndim;
  DLDataType dtype;
  int64_t *shape;
  int64_t *strides; // in elements; null: row-major
  uint64_t byte_offset;
};
struct DLManagedTensor {
  DLTensor dl_tensor;
  void *manager_ctx;
  void (*deleter)(DLManagedTensor *self); // null: nothing to release
};
struct DLManagedTensorVersioned {
  DLPackVersion version;
  void *manager_ctx;
  void (*deleter)(DLManagedTensorVersioned *self);
  uint64_t flags; // bit 0: read only
  DLTensor dl_tensor;
};
}

#endif
