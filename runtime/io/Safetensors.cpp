//===- Safetensors.cpp - reading -----------------------------------------------------------===//
#include "runtime/io/Safetensors.h"
#include "dlc/rt/error.hpp"
#include "runtime/core/Describe.h"
#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

using namespace dlc::rt;
using nlohmann::json;

namespace {

constexpr uint64_t maxHeader = 100'000'000; // as every other reader of the format

struct FormatDtype {
  const char *name;
  int dtype; // -1: none of ours
  int bits;
};
constexpr FormatDtype formatDtypes[] = {
    {"F64", DLC_F64, 64}, {"F32", DLC_F32, 32}, {"F16", DLC_F16, 16}, {"BF16", DLC_BF16, 16},
    {"I64", DLC_I64, 64}, {"I32", DLC_I32, 32}, {"U8", DLC_U8, 8},    {"BOOL", DLC_BOOL, 8},
    {"I16", -1, 16},      {"I8", -1, 8},        {"U16", -1, 16},      {"U32", -1, 32},
    {"U64", -1, 64},      {"F8_E4M3", -1, 8},   {"F8_E5M2", -1, 8},   {"C64", -1, 64}};

class HeaderReader {
public:
  HeaderReader(const std::string &path, uint64_t dataBegin, uint64_t dataBytes)
      : path(path), dataBegin(dataBegin), dataBytes(dataBytes) {}

  [[noreturn]] void damaged(const std::string &why) const {
    throw Error(DLC_ERR_FORMAT, fmt::format("{} is a damaged safetensors file: {}", path, why));
  }

  json parse(const std::string &text) const {
    // The parser keeps the last of two equal keys; another reader might keep the first.
    std::vector<std::set<std::string>> keys;
    std::string twice;
    json::parser_callback_t watch = [&](int, json::parse_event_t event, json &value) {
      if (event == json::parse_event_t::object_start)
        keys.emplace_back();
      else if (event == json::parse_event_t::object_end)
        keys.pop_back();
      else if (event == json::parse_event_t::key &&
               !keys.back().insert(value.get_ref<const std::string &>()).second)
        twice = value.get_ref<const std::string &>();
      return true;
    };
    try {
      json header = json::parse(text, watch);
      if (!header.is_object())
        damaged("its header is no JSON object");
      if (!twice.empty())
        damaged(fmt::format("'{}' stands twice in its header", twice));
      return header;
    } catch (const json::exception &e) {
      damaged(fmt::format("its header of {} bytes is no JSON: {}", text.size(), e.what()));
    }
  }

  Metadata metadata(const json &value) const {
    Metadata strings;
    if (!value.is_object())
      damaged("__metadata__ is no object");
    for (auto &[key, text] : value.items()) {
      if (!text.is_string())
        damaged(fmt::format("'{}' in __metadata__ is no string", key));
      strings[key] = text.get<std::string>();
    }
    return strings;
  }

  SafetensorsReader::Tensor tensor(const std::string &name, const json &value) const {
    if (!value.is_object() || !value.contains("dtype") || !value["dtype"].is_string() ||
        !value.contains("shape") || !value["shape"].is_array() || !value.contains("data_offsets") ||
        !value["data_offsets"].is_array() || value["data_offsets"].size() != 2)
      damaged(fmt::format("tensor '{}' lacks dtype, shape or two data_offsets", name));
    SafetensorsReader::Tensor result;
    result.name = name;
    result.dtypeText = value["dtype"].get<std::string>();
    const FormatDtype *known = nullptr;
    for (const FormatDtype &candidate : formatDtypes)
      if (result.dtypeText == candidate.name)
        known = &candidate;
    result.dtype = known ? known->dtype : -1;

    if (value["shape"].size() > 64)
      damaged(fmt::format("tensor '{}' has {} axes", name, value["shape"].size()));
    uint64_t count = 1;
    for (const json &extent : value["shape"]) {
      if (!extent.is_number_unsigned() || extent.get<uint64_t>() > uint64_t{1} << 62)
        damaged(fmt::format("tensor '{}' has an extent {}", name, text(extent)));
      result.shape.push_back(extent.get<int64_t>());
      if (__builtin_mul_overflow(count, extent.get<uint64_t>(), &count) || count >> 56)
        damaged(fmt::format("tensor '{}' of shape {}... is larger than any file", name,
                            shapeText(result.shape)));
    }
    const json &offsets = value["data_offsets"];
    if (!offsets[0].is_number_unsigned() || !offsets[1].is_number_unsigned())
      damaged(fmt::format("tensor '{}' has data_offsets {} and {}", name, text(offsets[0]),
                          text(offsets[1])));
    uint64_t begin = offsets[0].get<uint64_t>(), end = offsets[1].get<uint64_t>();
    if (begin > end || end > dataBytes)
      damaged(fmt::format("tensor '{}' lies in bytes {}..{} of the data, which has {} bytes; hint: "
                          "the file may be cut off",
                          name, begin, end, dataBytes));
    if (known && count * known->bits / 8 != end - begin)
      damaged(fmt::format("tensor '{}' is {}{}, {} bytes, but its data_offsets {}..{} hold {}",
                          name, known->name, shapeText(result.shape), count * known->bits / 8,
                          begin, end, end - begin));
    result.begin = dataBegin + begin;
    result.end = dataBegin + end;
    return result;
  }

  // The data is all tensors and nothing else: what is written between them would be invisible.
  void checkPlaces(const std::vector<SafetensorsReader::Tensor> &sorted) const {
    uint64_t at = dataBegin;
    const SafetensorsReader::Tensor *last = nullptr;
    for (const SafetensorsReader::Tensor &tensor : sorted) {
      if (tensor.begin < at)
        damaged(fmt::format("tensor '{}' (bytes {}..{}) overlaps '{}' (bytes {}..{})", tensor.name,
                            tensor.begin - dataBegin, tensor.end - dataBegin, last->name,
                            last->begin - dataBegin, last->end - dataBegin));
      if (tensor.begin > at)
        damaged(fmt::format("bytes {}..{} before tensor '{}' belong to no tensor", at - dataBegin,
                            tensor.begin - dataBegin, tensor.name));
      at = tensor.end;
      last = &tensor;
    }
    if (at != dataBegin + dataBytes)
      damaged(fmt::format("{} bytes after the last tensor belong to no tensor",
                          dataBegin + dataBytes - at));
  }

private:
  // A nested value may be as deep as the header is long, and printing it recurses.
  static std::string text(const json &value) {
    return value.is_structured() ? value.type_name() : value.dump();
  }

  const std::string &path;
  uint64_t dataBegin, dataBytes;
};

} // namespace

SafetensorsReader::SafetensorsReader(const std::string &path) : file(path) {
  HeaderReader atStart(path, 0, 0);
  if (file.size() < 8)
    atStart.damaged(
        fmt::format("it has {} bytes, fewer than the 8 of a header's length", file.size()));
  uint8_t raw[8];
  file.readAt(0, raw, sizeof raw);
  uint64_t length = 0;
  for (int i = 7; i >= 0; --i)
    length = length << 8 | raw[i];
  if (length > maxHeader)
    atStart.damaged(fmt::format("its header would have {} bytes, at most {} are allowed; hint: is "
                                "it a safetensors file?",
                                length, maxHeader));
  if (length > file.size() - 8)
    atStart.damaged(fmt::format("its header would have {} bytes, the file has {} in all; hint: the "
                                "file may be cut off",
                                length, file.size()));
  std::string text(length, '\0');
  file.readAt(8, text.data(), length);

  HeaderReader reader(path, 8 + length, file.size() - 8 - length);
  json header = reader.parse(text);
  for (auto &[key, value] : header.items()) {
    if (key == "__metadata__")
      strings = reader.metadata(value);
    else
      list.push_back(reader.tensor(key, value));
  }
  std::sort(list.begin(), list.end(), [](const Tensor &a, const Tensor &b) {
    return std::tie(a.begin, a.end, a.name) < std::tie(b.begin, b.end, b.name);
  });
  reader.checkPlaces(list);
}

const SafetensorsReader::Tensor *SafetensorsReader::find(std::string_view name) const {
  for (const Tensor &tensor : list)
    if (tensor.name == name)
      return &tensor;
  return nullptr;
}

void SafetensorsReader::readAt(const Tensor &tensor, uint64_t offset, void *data,
                               uint64_t bytes) const {
  if (offset > tensor.end - tensor.begin || bytes > tensor.end - tensor.begin - offset)
    throw Error(DLC_ERR_RANGE,
                fmt::format("tensor '{}' of {} has {} bytes, not {}..{}", tensor.name, path(),
                            tensor.end - tensor.begin, offset, offset + bytes));
  file.readAt(tensor.begin + offset, data, bytes);
}
