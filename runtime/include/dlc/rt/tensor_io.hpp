//===- tensor_io.hpp - tensors in files and in other libraries ----------------*- C++ -*-===//
#ifndef DLC_RT_TENSOR_IO_HPP
#define DLC_RT_TENSOR_IO_HPP
#include "dlc/rt/tensor.hpp"
#include <map>

// Of <dlpack/dlpack.h>; a program that looks inside brings that header.
struct DLManagedTensor;
struct DLManagedTensorVersioned;

namespace dlc::rt {

/// NumPy's format: numpy.load and numpy.save, torch.from_numpy. Not for bf16, which NumPy has not.
/// What is stored in Fortran's order comes with such strides. A file is written whole or not at
/// all.
void save_npy(const std::string &path, const Tensor &x);
Tensor load_npy(const std::string &path);

/// The format of checkpoints: named tensors of any element type, and strings.
void save_safetensors(const std::string &path, const std::map<std::string, Tensor> &tensors,
                      const std::map<std::string, std::string> &metadata = {});
std::map<std::string, Tensor> load_safetensors(const std::string &path);

/// DLPack: the same memory for another library. The structure holds the storage until its deleter
/// is called, which is the receiver's duty (torch.utils.dlpack.from_dlpack does).
DLManagedTensor *to_dlpack(const Tensor &x);
DLManagedTensorVersioned *to_dlpack_versioned(const Tensor &x);
/// The memory of another library as a tensor; takes over `managed`, even when it throws.
Tensor from_dlpack(DLManagedTensor *managed);
Tensor from_dlpack(DLManagedTensorVersioned *managed);

} // namespace dlc::rt
#endif
