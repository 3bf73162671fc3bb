//===- Png.cpp - an image as a model's input ---------------------------*- C++ -*-===//
#include "runtime/train/Png.h"

#include "dlc/rt/error.hpp"

#include <fmt/format.h>

#if __has_include(<png.h>)
#include <png.h>
#endif

namespace dlc::rt {

#ifdef PNG_SIMPLIFIED_READ_SUPPORTED

// What a model takes is small; the limit keeps a hostile header from taking all memory.
static constexpr uint32_t mostPixels = 1 << 26;

Image readPng(const std::string &path, int channels) {
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  struct Guard {
    png_image &png;
    ~Guard() { png_image_free(&png); }
  } guard{png};
  const auto check = [&](bool fine) {
    if (!fine)
      throw Error(DLC_ERR_FORMAT,
                  fmt::format("cannot read {} as a PNG image: {}", path, png.message));
  };
  check(png_image_begin_read_from_file(&png, path.c_str()));
  if (png.height == 0 || png.width > mostPixels / png.height)
    throw Error(DLC_ERR_FORMAT, fmt::format("{} is {}x{}: too large for a model's input", path,
                                            png.height, png.width));
  png.format = channels == 1 ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB;
  Image image{png.height, png.width, {}};
  std::vector<uint8_t> bytes(PNG_IMAGE_SIZE(png));
  const png_color black{0, 0, 0}; // behind what is transparent
  check(png_image_finish_read(&png, &black, bytes.data(), 0, nullptr));
  const size_t pixels = size_t(image.height * image.width);
  image.values.resize(pixels * size_t(channels));
  for (size_t c = 0; c < size_t(channels); ++c)
    for (size_t i = 0; i < pixels; ++i)
      image.values[c * pixels + i] = float(bytes[i * size_t(channels) + c]) / 255.0f;
  return image;
}

#else

Image readPng(const std::string &path, int) {
  // untested: the tests' machine has libpng
  throw Error(DLC_ERR_FORMAT, fmt::format("cannot read {}: this runtime was built without libpng\n"
                                          "  hint: --index N predicts samples of the data set",
                                          path));
}

#endif

} // namespace dlc::rt
