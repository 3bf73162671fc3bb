//===- IdxFiles.cpp - generated data sets in a folder of their own -----*- C++ -*-===//
#include "data/IdxFiles.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <zlib.h>

namespace idx {

TemporaryFolder::TemporaryFolder() {
  std::string name = std::filesystem::temp_directory_path() / "dlc-test-XXXXXX";
  if (!mkdtemp(name.data()))
    throw std::runtime_error("mkdtemp");
  root = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(root, ignored);
}

std::vector<uint8_t> read(const std::string &path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(const std::string &path, const std::vector<uint8_t> &bytes) {
  std::FILE *file = std::fopen(path.c_str(), "wb");
  if (!file || std::fwrite(bytes.data(), 1, bytes.size(), file) != bytes.size() ||
      std::fclose(file))
    throw std::runtime_error("write " + path);
}

std::vector<uint8_t> gzip(const std::vector<uint8_t> &bytes) {
  TemporaryFolder folder;
  gzFile file = gzopen((folder / "x.gz").c_str(), "wb1");
  gzwrite(file, bytes.data(), unsigned(bytes.size()));
  gzclose(file);
  return read(folder / "x.gz");
}

void writeGzip(const std::string &path, const std::vector<uint8_t> &bytes) {
  write(path, gzip(bytes));
}

std::vector<uint8_t> pack(const std::vector<int64_t> &shape, const std::vector<uint8_t> &bytes) {
  std::vector<uint8_t> out{0, 0, 8, uint8_t(shape.size())};
  for (int64_t extent : shape)
    for (int shift = 24; shift >= 0; shift -= 8)
      out.push_back(uint8_t(extent >> shift));
  out.insert(out.end(), bytes.begin(), bytes.end());
  return out;
}

uint8_t label(int64_t i) { return uint8_t(i * 7 % 10); }

uint8_t pixel(int64_t i, int64_t k) {
  uint32_t noise = uint32_t(i * 784 + k) * 2654435761u >> 26;
  return uint8_t(noise + (k / 56 == label(i) ? 160 : 0));
}

void writeImages(const std::string &dir, int64_t train, int64_t test, bool zipped) {
  const auto put = [&](const std::string &stem, const std::vector<uint8_t> &bytes) {
    if (zipped)
      writeGzip(dir + "/" + stem + ".gz", bytes);
    else
      write(dir + "/" + stem, bytes);
  };
  for (bool isTrain : {true, false}) {
    const int64_t count = isTrain ? train : test, first = isTrain ? 0 : 5;
    const std::string stem = isTrain ? "train" : "t10k";
    std::vector<uint8_t> pixels, labels;
    for (int64_t i = first; i < first + count; ++i) {
      labels.push_back(label(i));
      for (int64_t k = 0; k < 784; ++k)
        pixels.push_back(pixel(i, k));
    }
    put(stem + "-images-idx3-ubyte", pack({count, 28, 28}, pixels));
    put(stem + "-labels-idx1-ubyte", pack({count}, labels));
  }
}

} // namespace idx
