//===- IdxFiles.h - generated data sets in a folder of their own -------*- C++ -*-===//
#ifndef DLC_TEST_RUNTIME_DATA_IDX_FILES_H
#define DLC_TEST_RUNTIME_DATA_IDX_FILES_H

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace idx {

/// A fresh folder, gone with the object.
class TemporaryFolder {
public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder &) = delete;
  ~TemporaryFolder();
  std::string operator/(const std::string &name) const { return root / name; }
  std::string path() const { return root; }

private:
  std::filesystem::path root;
};

std::vector<uint8_t> read(const std::string &path);
void write(const std::string &path, const std::vector<uint8_t> &bytes);
void writeGzip(const std::string &path, const std::vector<uint8_t> &bytes);
std::vector<uint8_t> gzip(const std::vector<uint8_t> &bytes);

/// Header and content as they stand in an IDX file.
std::vector<uint8_t> pack(const std::vector<int64_t> &shape, const std::vector<uint8_t> &bytes);

/// What the generated images look like: sample i has label i*7 % 10, and its class decides
/// which rows are bright.
uint8_t label(int64_t i);
uint8_t pixel(int64_t i, int64_t k);

/// The four files of MNIST with that many samples.
void writeImages(const std::string &dir, int64_t train, int64_t test, bool gzip = false);

} // namespace idx

#endif
