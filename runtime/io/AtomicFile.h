//===- AtomicFile.h - a file that is either whole or not there ----------------*- C++ -*-===//
//
// Written under a temporary name in the same folder, synced, renamed, the folder synced. A
// failure at any point leaves the former file untouched and no other behind.
//===-----------------------------------------------------------------------------------===//
#ifndef DLC_RUNTIME_IO_ATOMICFILE_H
#define DLC_RUNTIME_IO_ATOMICFILE_H
#include <cstddef>
#include <cstdint>
#include <string>

namespace dlc::rt {

class AtomicFile {
public:
  explicit AtomicFile(const std::string &path); // throws Error, as do write and commit
  ~AtomicFile();                                // without commit: the temporary file goes
  AtomicFile(const AtomicFile &) = delete;
  AtomicFile &operator=(const AtomicFile &) = delete;

  void write(const void *data, size_t bytes);
  void commit();

private:
  [[noreturn]] void fail(const char *what, int error);

  std::string path;      // as the user said it: for messages
  std::string target;    // where a symbolic link leads
  std::string temporary; // empty once renamed
  int file = -1;
  uint64_t written = 0;
};

} // namespace dlc::rt
#endif
