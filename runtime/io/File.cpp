//===- File.cpp - files that are read at places ------------------------------------------===//
#include "runtime/io/File.h"
#include "dlc/rt/error.hpp"
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace dlc::rt;

InputFile::InputFile(const std::string &path) : name(path) {
  file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0)
    throw Error(DLC_ERR_IO, fmt::format("cannot open {}: {}", path, strerror(errno)));
  struct stat info;
  int error = fstat(file, &info) ? errno : 0;
  if (error || !S_ISREG(info.st_mode)) {
    close(file);
    throw Error(DLC_ERR_IO, fmt::format("cannot read {}: {}", path,
                                        error ? strerror(error)
                                              : (S_ISDIR(info.st_mode) ? "it is a folder"
                                                                       : "it is no regular file")));
  }
  bytes = static_cast<uint64_t>(info.st_size);
}

InputFile::~InputFile() { close(file); }

void InputFile::readAt(uint64_t offset, void *data, size_t count) const {
  auto *to = static_cast<char *>(data);
  while (count) {
    ssize_t got = pread(file, to, std::min<size_t>(count, 1 << 30), static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      throw Error(DLC_ERR_IO,
                  fmt::format("cannot read {} at byte {}: {}", name, offset, strerror(errno)));
    if (got == 0)
      throw Error(DLC_ERR_FORMAT,
                  fmt::format("{} ends at byte {}, {} bytes too early", name, offset, count));
    to += got;
    offset += static_cast<uint64_t>(got);
    count -= static_cast<size_t>(got);
  }
}
