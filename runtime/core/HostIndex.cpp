//===- HostIndex.cpp - an index out of range ends a run -------------------------------===//
// Apart from HostActs.cpp, which prints tensors: a program that only looks things up links none of
// that.
#include "dlc/rt/dlc_rt.h"
#include "runtime/core/Describe.h"
#include "runtime/core/Instance.h"
#include <string>
#include <string_view>

using namespace dlc::rt;

/// Puts the number in the place of each `word`.
static void fill(std::string &text, std::string_view word, int64_t number) {
  for (size_t at; (at = text.find(word)) != std::string::npos;)
    text.replace(at, word.size(), std::to_string(number));
}

int dlc_rt_index(dlc_frame *frame, const dlc_tensor_desc *desc, const void *data) {
  uint64_t largest = *static_cast<const uint64_t *>(data) ^ uint64_t(1) << 63;
  int64_t size = liveExtent(*desc, 0, frame->dims);
  if (largest < uint64_t(size))
    return 1;
  auto *instance = static_cast<Instance *>(frame->instance);
  try {
    std::string text = desc->name;
    fill(text, "{index}", int64_t(largest));
    fill(text, "{size}", size);
    fill(text, "{last}", size - 1);
    instance->stop(DLC_ERR_INDEX, text);
  } catch (const std::exception &e) {
    instance->stop(DLC_ERR_INDEX, e.what());
  }
  return 0;
}
