//===- SafetensorsWriter.cpp ---------------------------------------------------------------===//
#include "dlc/rt/error.hpp"
#include "runtime/core/Describe.h"
#include "runtime/io/AtomicFile.h"
#include "runtime/io/Safetensors.h"
#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

using namespace dlc::rt;
using json = nlohmann::ordered_json;

static const char *formatName(int dtype) {
  static constexpr const char *names[] = {"F64", "F32", "F16", "BF16", "I64", "I32", "U8", "BOOL"};
  return names[dtype];
}

void dlc::rt::writeSafetensors(const std::string &path, const std::vector<TensorSource> &tensors,
                               const Metadata &metadata) {
  for (const TensorSource &tensor : tensors)
    if (!knownDtype(tensor.dtype))
      throw Error(DLC_ERR_ARGUMENT, fmt::format("cannot write {}: tensor '{}' has element type {}",
                                                path, tensor.name, tensor.dtype));
  // Wide elements first keeps every tensor aligned for readers that map the file.
  std::vector<const TensorSource *> order;
  for (size_t size : {8, 4, 2, 1})
    for (const TensorSource &tensor : tensors)
      if (dtypeSize(tensor.dtype) == size)
        order.push_back(&tensor);

  json header = json::object();
  if (!metadata.empty())
    header["__metadata__"] = metadata;
  uint64_t at = 0, largest = 0;
  for (const TensorSource *tensor : order) {
    uint64_t bytes = elementCount(tensor->shape) * dtypeSize(tensor->dtype);
    if (header.contains(tensor->name))
      throw Error(DLC_ERR_ARGUMENT,
                  fmt::format("cannot write {}: two tensors are named '{}'", path, tensor->name));
    header[tensor->name] = {{"dtype", formatName(tensor->dtype)},
                            {"shape", tensor->shape},
                            {"data_offsets", {at, at + bytes}}};
    at += bytes;
    if (!tensor->data)
      largest = std::max(largest, bytes);
  }
  std::string text;
  try {
    text = header.dump();
  } catch (const json::exception &e) {
    throw Error(DLC_ERR_ARGUMENT,
                fmt::format("cannot write {}: its header is no UTF-8: {}", path, e.what()));
  }
  text.append((8 - text.size() % 8) % 8, ' ');

  uint8_t length[8];
  for (int i = 0; i < 8; ++i)
    length[i] = static_cast<uint8_t>(text.size() >> (8 * i));
  std::vector<char> staging(largest);
  AtomicFile file(path);
  file.write(length, sizeof length);
  file.write(text.data(), text.size());
  for (const TensorSource *tensor : order) {
    if (!tensor->data)
      tensor->fill(staging.data());
    file.write(tensor->data ? tensor->data : staging.data(),
               elementCount(tensor->shape) * dtypeSize(tensor->dtype));
  }
  file.commit();
}
