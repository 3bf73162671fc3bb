//===- File.h - files that are read at places ---------------------------------*- C++ -*-===//
#ifndef DLC_RUNTIME_IO_FILE_H
#define DLC_RUNTIME_IO_FILE_H
#include <cstddef>
#include <cstdint>
#include <string>

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

} // namespace dlc::rt
#endif
