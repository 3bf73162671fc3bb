//===- TensorFiles.cpp - tensors in safetensors files ---------------------------------===//
#include "dlc/rt/tensor_io.hpp"
#include "runtime/io/Safetensors.h"
#include "runtime/io/TensorBytes.h"
#include <fmt/format.h>

namespace dlc::rt {

void save_safetensors(const std::string &path, const std::map<std::string, Tensor> &tensors,
                      const std::map<std::string, std::string> &metadata) {
  std::vector<Tensor> dense; // lives until all is written
  std::vector<TensorSource> sources;
  for (const auto &[name, tensor] : tensors) {
    dense.push_back(tensor.contiguous());
    sources.push_back({name, tensor.dtype(), tensor.shape(), dense.back().data_ptr()});
  }
  writeSafetensors(path, sources, metadata);
}

std::map<std::string, Tensor> load_safetensors(const std::string &path) {
  SafetensorsReader reader(path);
  std::map<std::string, Tensor> result;
  for (const SafetensorsReader::Tensor &stored : reader.tensors()) {
    if (stored.dtype < 0)
      throw Error(DLC_ERR_FORMAT, fmt::format("tensor '{}' of {} has elements {}, an element type "
                                              "that this runtime has not",
                                              stored.name, path, stored.dtypeText));
    Tensor tensor = empty(stored.shape, DType(stored.dtype));
    reader.read(stored, tensor.data_ptr());
    cleanBools(tensor);
    result.emplace(stored.name, tensor);
  }
  return result;
}

} // namespace dlc::rt
