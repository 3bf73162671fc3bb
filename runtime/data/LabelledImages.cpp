//===- LabelledImages.cpp - MNIST's four files -------------------------*- C++ -*-===//
//
// Kept as bytes, a quarter of what floats would take; a pixel is scaled when it is asked for.
//
//===------------------------------------------------------------------------------===//
#include "runtime/data/LabelledImages.h"

#include "runtime/data/Idx.h"

#include <fmt/format.h>
#include <stdexcept>

namespace dlc::rt {

static constexpr int64_t side = 28, classes = 10;

LabelledImages::LabelledImages(const std::string &dir, Split split) {
  const bool train = split == Split::train;
  const std::string stem = train ? "train" : "t10k";
  IdxArray images =
      readIdx(dir, stem + "-images-idx3-ubyte", train ? "training images" : "test images", 3);
  IdxArray classOf =
      readIdx(dir, stem + "-labels-idx1-ubyte", train ? "training labels" : "test labels", 1);
  if (images.shape[1] != side || images.shape[2] != side)
    throw std::runtime_error(fmt::format("{} holds images of {}x{}; this data set has {}x{}",
                                         images.path, images.shape[1], images.shape[2], side,
                                         side));
  if (images.shape[0] != classOf.shape[0])
    throw std::runtime_error(fmt::format("{} holds {} images but {} holds {} labels", images.path,
                                         images.shape[0], classOf.path, classOf.shape[0]));
  for (size_t i = 0; i < classOf.bytes.size(); ++i)
    if (classOf.bytes[i] >= classes)
      throw std::runtime_error(fmt::format("{}: label {} is {}; labels are 0..{}", classOf.path, i,
                                           classOf.bytes[i], classes - 1));
  pixels = std::move(images.bytes);
  labels = std::move(classOf.bytes);
}

std::vector<Field> LabelledImages::fields() const {
  return {{"image", DLC_F32, {1, side, side}}, {"label", DLC_I64, {}}};
}

void LabelledImages::get(int64_t i, Sample out) {
  std::span<float> image = out.field<float>(0);
  const uint8_t *from = pixels.data() + i * side * side;
  // Divided, not multiplied by 1/255: what torchvision's ToTensor gives, to the bit.
  for (size_t k = 0; k < image.size(); ++k)
    image[k] = float(from[k]) / 255.0f;
  out.field<int64_t>(1)[0] = labels[size_t(i)];
}

} // namespace dlc::rt
