//===- Png.h - an image as a model's input -----------------------------*- C++ -*-===//
#ifndef DLC_RUNTIME_TRAIN_PNG_H
#define DLC_RUNTIME_TRAIN_PNG_H

#include <cstdint>
#include <string>
#include <vector>

namespace dlc::rt {

struct Image {
  int64_t height = 0, width = 0;
  std::vector<float> values; // [channels, height, width], 0..1
};

/// `channels` 1 (colour becomes grey) or 3. Throws Error naming the file.
Image readPng(const std::string &path, int channels);

} // namespace dlc::rt

#endif
