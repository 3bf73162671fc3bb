//===- File.h - whole files, compressed or not --------------------------------*- C++ -*-===//
#ifndef DLC_RUNTIME_IO_FILE_H
#define DLC_RUNTIME_IO_FILE_H
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace dlc::rt {

// A file open for reading; every failure is an Error that names the file.
class InputFile {
public:
  explicit InputFile(const std::string &path);
  ~InputFile();
  InputFile(const InputFile &) = delete;
  InputFile &operator=(const InputFile &) = delete;

  const std::string &path() const { return name; }
  uint64_t size() const { return bytes; }
  // Exactly `count` bytes from `offset`; fewer there is an Error.
  void readAt(uint64_t offset, void *data, size_t count) const;

private:
  std::string name;
  int file = -1;
  uint64_t bytes = 0;
};

// The whole file; one that begins as gzip does is unpacked. More than `limit` bytes is an
// Error, so that a damaged or hostile stream cannot take all memory.
std::vector<uint8_t> readFile(const std::string &path, uint64_t limit = uint64_t{4} << 30);

} // namespace dlc::rt
#endif
